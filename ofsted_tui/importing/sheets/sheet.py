"""A sheet: numbered lines of cells, as text, whatever file they came from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_COLUMNS = 500
MOST_LINES = 100_000
"""A table of all inspections has some 700 lines and 60 columns."""
MOST_CELLS = 2_000_000
MOST_LETTERS = 30_000_000
"""Of all sheets of a file; a few cells that are repeated can stand for millions."""

DAY_ZERO = date(1899, 12, 30)
"""The day that spreadsheets count from, except some made on an old Mac."""


TOO_MUCH = "it unpacks to far more data than any table of inspections has: it is a “zip bomb” or damaged"


class UnreadableTable(ValueError):
    """Why a file gives no table, in one plain sentence."""


class Sheet(NamedTuple):
    """Lines of cells with their numbers, counted from 1 as a spreadsheet and an editor do."""

    name: str
    """Empty in a file that holds one table only."""
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    day_zero: date = DAY_ZERO
    """The day that the sheet's number 0 means, where it gives days as numbers."""
    hidden: bool = False
    """Whether the spreadsheet hides it; it is named then, and its lines are not read."""


class Room:
    """How much a file may still hold, over all of its sheets."""

    def __init__(self) -> None:
        self._cells = MOST_CELLS
        self._letters = MOST_LETTERS

    def take(self, cells: tuple[str, ...], times: int) -> None:
        """Count a line as often as it is repeated. Raises UnreadableTable if that is too much."""
        self._cells -= times * len(cells)
        self._letters -= times * sum(map(len, cells))
        if self._cells < 0 or self._letters < 0:
            raise UnreadableTable(TOO_MUCH)


class Lines:
    """Collects the lines of a sheet that are not empty; cells without a value do not count."""

    def __init__(self, name: str, room: Room) -> None:
        self._name = name
        self._room = room
        self._held: list[tuple[int, tuple[str, ...]]] = []

    def add(self, number: int, cells: Mapping[int, str], times: int = 1) -> None:
        """Add a line, cells by column (from 1), as often as it is repeated. Raises UnreadableTable."""
        full = [column for column, value in cells.items() if value]
        if not full:
            return
        checked(self._name, number + times - 1, max(full))
        line = tuple(cells.get(column, "") for column in range(1, max(full) + 1))
        self._room.take(line, times)
        self._held += [(number + more, line) for more in range(times)]

    def sheet(self, day_zero: date = DAY_ZERO) -> Sheet:
        """The sheet of the lines so far."""
        return Sheet(self._name, tuple(self._held), day_zero)


def checked(name: str, line: int, column: int) -> None:
    """Refuse a cell beyond the size of any table of inspections. Raises UnreadableTable."""
    if line > MOST_LINES or column > MOST_COLUMNS:
        where = f"line {line:,}, column {column:,}" + (f" of sheet “{name}”" if name else "")
        raise UnreadableTable(f"it has a cell at {where}, far beyond any table of inspections")
