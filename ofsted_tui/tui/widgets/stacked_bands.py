"""Stacked bands drawn with characters: one column for each date, the best grade at the bottom, edges in eighths.

Drawing only, from counts to cells; the widget that shows them is in `grade_chart.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .bands import BANDS, SKY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cells import Drawn

EIGHTHS = 8
BLOCKS = "▁▂▃▄▅▆▇"
"""One to seven eighths of a cell, from the bottom."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_STEPS = 4
"""The most parts of an axis."""


class Cell(NamedTuple):
    """The content of a cell: a part, and above an edge another; both are places in `BANDS`."""

    lower: int
    upper: int
    eighths: int
    """How many eighths the lower part fills: 8 if it is alone."""

    @property
    def most(self) -> int:
        """The part that fills the larger share of the cell."""
        return self.lower if 2 * self.eighths >= EIGHTHS else self.upper


def column(counts: Sequence[int], top: int, rows: int) -> list[Cell]:
    """The cells of one date from the bottom up; `top`: how many councils fill all rows."""
    edges, so_far = [], 0
    for count in counts[:SKY]:
        so_far += count
        edges.append(round(so_far * rows * EIGHTHS / top) if top else 0)
    edges.append(rows * EIGHTHS)
    return [_cell(edges, row * EIGHTHS) for row in range(rows)]


def _cell(edges: Sequence[int], foot: int) -> Cell:
    """The content of the eighths from one on: of more than two parts, the two largest."""
    held, begun = [], foot
    for part, edge in enumerate(edges):
        end = min(edge, foot + EIGHTHS)
        if end > begun:
            held.append((part, end - begun))
            begun = end
    if len(held) == 1:
        return Cell(held[0][0], held[0][0], EIGHTHS)
    (lower, mine), (upper, theirs) = sorted(sorted(held, key=lambda one: -one[1])[:2])
    return Cell(lower, upper, min(max(round(EIGHTHS * mine / (mine + theirs)), 1), EIGHTHS - 1))


def drawn(cell: Cell, *, filled: bool) -> Drawn:
    """A cell as a character and its style; `filled`: with patterns in place of colours, and no eighths."""
    lower, upper = BANDS[cell.lower], BANDS[cell.upper]
    if filled or cell.eighths == EIGHTHS or not lower.solid:
        text, style, _ = BANDS[cell.most].cells(1, filled=filled)
        return text, style
    block = BLOCKS[cell.eighths - 1]
    return block, f"{lower.colour}/{upper.colour}" if upper.solid else lower.colour


def line_through(cell: Cell, line: str, *, filled: bool) -> Drawn:
    """A cell that the line of a marked date runs through."""
    band = BANDS[cell.most]
    return line, band.swatch if band.solid and not filled else "mark"


class BandName(NamedTuple):
    """A word inside a band, with a blank on each side: its row from the bottom, its first column."""

    text: str
    row: int
    column: int
    part: int


def band_names(grid: Sequence[Sequence[Cell]], free: Sequence[bool], *, filled: bool) -> list[BandName]:
    """The name of each band in the middle of its thickest part; `free`: the columns that a name may be in."""
    parts = [
        [cell.most if filled or cell.lower == cell.upper else None for cell in cells] if clear else [None] * len(cells)
        for cells, clear in zip(grid, free, strict=True)
    ]
    extents = _extents(parts)
    found = []
    for part, band in enumerate(BANDS[:SKY]):
        for name in (band.word, band.short):
            if place := _thickest(parts, extents, part, len(name) + 4):
                row, begin = place
                found.append(BandName(f" {name} ", row, begin + 1, part))
                break
    return found


def _extents(grid: Sequence[Sequence[int | None]]) -> list[list[int]]:
    """For each cell, by column and row, how many cells from it to the right are of the same part."""
    extents: list[list[int]] = [[1] * len(column) for column in grid]
    for place in range(len(grid) - 2, -1, -1):
        here, following = grid[place], grid[place + 1]
        extents[place] = [
            1 + beyond if mine == theirs else 1
            for mine, theirs, beyond in zip(here, following, extents[place + 1], strict=True)
        ]
    return extents


def _thickest(
    grid: Sequence[Sequence[int | None]], extents: Sequence[Sequence[int]], part: int, size: int
) -> tuple[int, int] | None:
    """The middle row and the first column of the thickest piece of a part with a width; of equals the middle one."""
    most = 1
    equals: list[tuple[int, int]] = []
    for place, (cells, widths) in enumerate(zip(grid, extents, strict=True)):
        rows = [row for row, held in enumerate(cells) if held == part and widths[row] >= size]
        if rows and len(rows) >= most:
            equals = [*(equals if len(rows) == most else []), (rows[len(rows) // 2], place)]
            most = len(rows)
    return equals[len(equals) // 2] if equals else None


def sky_name(grid: Sequence[Sequence[Cell]], words: str) -> BandName | None:
    """Words in the empty sky at the left, on the highest row with room for them; None if none has."""
    rows = len(grid[0]) if grid else 0
    for row in range(rows - 1, -1, -1):
        clear = 0
        while clear < len(grid) and grid[clear][row][:2] == (SKY, SKY):
            clear += 1
        if clear > len(words):
            return BandName(words, row, 1, SKY)
    return None


def ticks(top: int) -> list[int]:
    """Round counts for an axis from 0 to the top."""
    step = next((step for step in STEPS if top <= step * MOST_STEPS), STEPS[-1])
    return list(range(0, top + 1, step))


def row_of(count: int, top: int, rows: int) -> int:
    """The row, from the bottom, of a count on the axis."""
    return min(rows - 1, count * rows // top) if top else 0


def middles(counts: Sequence[int], top: int, rows: int) -> list[tuple[int, int]]:
    """The parts of a column with councils, from the top down, each with the line, from the top, of its middle.

    Lines are pushed apart until each part has one of its own; line 0 is the row over the chart.
    """
    placed, so_far = [], 0
    for part, count in enumerate(counts):
        if count:
            placed.append((part, rows - row_of(so_far + count // 2, top, rows)))
        so_far += count
    placed.reverse()
    lines = push_apart([line for _, line in placed], rows)
    return [(part, line) for (part, _), line in zip(placed, lines, strict=True)]


def push_apart(lines: Sequence[int], last: int) -> list[int]:
    """Ascending lines moved as little as needed so that no two are the same and none is after the last."""
    apart: list[int] = []
    for line in lines:
        apart.append(max(line, apart[-1] + 1) if apart else line)
    limit = last
    for place in range(len(apart) - 1, -1, -1):
        apart[place] = min(apart[place], limit)
        limit = apart[place] - 1
    return apart
