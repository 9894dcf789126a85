"""A sheet: numbered lines of cells, as text, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass

MOST_COLUMNS = 500
MOST_LINES = 100_000
"""A table of all inspections has some 700 lines and 60 columns."""


class UnreadableTable(ValueError):
    """Why a file gives no table, in one plain sentence."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of cells with their numbers, counted from 1 as a spreadsheet and an editor do."""

    name: str
    """Empty in a file that holds one table only."""
    lines: tuple[tuple[int, tuple[str, ...]], ...]


def checked(name: str, line: int, column: int) -> None:
    """Refuse a cell that stands where no table of inspections reaches. Raises UnreadableTable."""
    if line > MOST_LINES or column > MOST_COLUMNS:
        where = f"line {line:,}, column {column:,}" + (f" of sheet “{name}”" if name else "")
        raise UnreadableTable(f"a cell stands at {where}, far beyond any table of inspections")
