"""A sheet: numbered lines of cells, as text, whatever file they came from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

MOST_COLUMNS = 500
MOST_LINES = 100_000
"""A table of all inspections has some 700 lines and 60 columns."""

DAY_ZERO = date(1899, 12, 30)
"""From which spreadsheets count days, but for some that were made on an old Mac."""


class UnreadableTable(ValueError):
    """Why a file gives no table, in one plain sentence."""


class Sheet(NamedTuple):
    """Lines of cells with their numbers, counted from 1 as a spreadsheet and an editor do."""

    name: str
    """Empty in a file that holds one table only."""
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    day_zero: date = DAY_ZERO
    """The day that the sheet's number 0 means, where it gives days as numbers."""


def checked(name: str, line: int, column: int) -> None:
    """Refuse a cell that stands where no table of inspections reaches. Raises UnreadableTable."""
    if line > MOST_LINES or column > MOST_COLUMNS:
        where = f"line {line:,}, column {column:,}" + (f" of sheet “{name}”" if name else "")
        raise UnreadableTable(f"a cell stands at {where}, far beyond any table of inspections")
