"""The tables of inspections within a sheet: where their headings are, and the lines below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.search import fold
from . import columns, wide_columns
from .sheet import DAY_ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from .sheet import Sheet

    Line = tuple[int, tuple[str, ...]]

_HEADING_WITHIN = 20
"""Lines in which the first headings are looked for; titles and notes may be above them."""
_FEWEST_GROUPS = 2
"""Groups of columns that identify a table with a row for each council beyond doubt."""


class SheetTable(NamedTuple):
    """Headings, and the lines below them up to the next that differ."""

    sheet: str
    """The sheet's name; empty in a file that holds one table only."""
    headings: tuple[str, ...]
    written: frozenset[tuple[str, ...]]
    """The lines with the headings, folded: they may be repeated further down."""
    lines: tuple[Line, ...]
    wide: bool
    """Whether it has a row for each council, and a group of columns for each of its inspections."""
    day_zero: date = DAY_ZERO

    def where(self, number: int) -> str:
        """A line, named for people: `sheet “Overview”, line 5`."""
        return f"sheet “{self.sheet}”, line {number}" if self.sheet else f"line {number}"

    def repeats_headings(self, cells: tuple[str, ...]) -> bool:
        """Whether a line repeats the headings."""
        return _folded(cells) in self.written


class _Heading(NamedTuple):
    """Where headings are, and what they say together."""

    at: int
    lines: int
    words: tuple[str, ...]
    wide: bool


def tables(sheet: Sheet) -> Iterator[SheetTable]:
    """Every table of inspections in a sheet, from the top."""
    lines = sheet.lines
    here = next((h for at in range(min(len(lines), _HEADING_WITHIN)) if (h := _heading(lines, at))), None)
    while here:
        begin = here.at + here.lines
        written = frozenset(_folded(cells) for _, cells in lines[here.at : begin])
        following = _next_heading(lines, begin, written)
        end = following.at if following else len(lines)
        yield SheetTable(sheet.name, here.words, written, lines[begin:end], here.wide, sheet.day_zero)
        here = following


def _next_heading(lines: Sequence[Line], begin: int, written: frozenset[tuple[str, ...]]) -> _Heading | None:
    """The next line with other headings; further down only whole ones count."""
    for at in range(begin, len(lines)):
        words = lines[at][1]
        wide = wide_columns.groups_in(words) >= _FEWEST_GROUPS
        if (wide or columns.is_heading(words)) and _folded(words) not in written:
            return _Heading(at, 1, words, wide)
    return None


def _heading(lines: Sequence[Line], at: int) -> _Heading | None:
    """The headings that begin at a line: on it alone, or over it and the next."""
    alone = lines[at][1]
    two = [_joined(alone, lines[at + 1][1], spread) for spread in (True, False)] if at + 1 < len(lines) else []
    if wide_columns.groups_in(alone) >= _FEWEST_GROUPS:
        return _Heading(at, 1, alone, wide=True)
    for words in two:
        if wide_columns.groups_in(words) >= _FEWEST_GROUPS:
            return _Heading(at, 2, words, wide=True)
    if columns.is_heading(alone):
        return _Heading(at, 1, alone, wide=False)
    below = at + 1 < len(lines) and columns.is_heading(lines[at + 1][1])
    for words in [] if below else two:
        if columns.is_heading(words):
            return _Heading(at, 2, words, wide=False)
    return _Heading(at, 1, alone, wide=True) if wide_columns.groups_in(alone) else None


def _joined(above: tuple[str, ...], below: tuple[str, ...], spread: bool) -> tuple[str, ...]:  # noqa: FBT001
    """Two lines of headings as one; `spread`: a heading above also covers the empty cells to its right."""
    words: list[str] = []
    over = ""
    for column in range(max(len(above), len(below))):
        here = above[column] if column < len(above) else ""
        over = here or (over if spread else "")
        under = below[column] if column < len(below) else ""
        both = f"{over} {under}".strip()
        words.append(both if spread or columns.meaning(both) else next(filter(columns.meaning, (under, over)), both))
    return tuple(words)


def _folded(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(cell) for cell in cells if cell)
