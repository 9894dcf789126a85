"""The tiles of a map as lines: each as large as possible, with a gap, and the selected one marked.

Drawing only; the panel is `Tiles` in `screens/tile_map.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .cells import spans_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .cells import Drawn
    from .styled_text import Line

TilePlace = tuple[int, int]
"""Row and column of a tile."""


class Pitch(NamedTuple):
    """Cells from one tile to the next, across and down."""

    across: int
    down: int


SMALL = Pitch(3, 1)
LARGE = (Pitch(6, 2), Pitch(5, 2))
"""With room for a name over its grade, and a gap; the larger first."""


class TileFace(NamedTuple):
    """What a tile shows."""

    label: str
    """Three letters of its council's name."""
    grade: str
    """The letter of its grade, followed by `j` if it is a joint one."""
    colour: str
    """The style that writes in the grade's colour; `muted` if there is no grade."""
    solid: bool
    """Whether its background is the grade's: only for a grade of the judgement itself, never for a joint one."""

    @property
    def ground(self) -> str:
        """The style of its cells."""
        return f"tile-{self.colour}" if self.solid else self.colour


def pitch_for(width: int, height: int, columns: int, rows: int) -> Pitch:
    """The largest tiles with which all rows and columns fit, except one line to scroll to; small ones if none do."""
    fitting = (pitch for pitch in LARGE if pitch.across * columns <= width and pitch.down * rows <= height + 1)
    return next(fitting, SMALL)


def tile_lines(
    tiles: Mapping[TilePlace, TileFace],
    here: TilePlace | None,
    pitch: Pitch,
    *,
    names: bool = False,
    filled: bool = False,
) -> list[Line]:
    """All tiles; `here`: the selected one. `names`: small tiles show these; `filled`: patterns replace colours."""
    rows = max((row for row, _ in tiles), default=-1) + 1
    columns = max((column for _, column in tiles), default=-1) + 1
    lines: list[Line] = []
    for row in range(rows):
        drawn: list[list[Drawn]] = [[] for _ in range(pitch.down)]
        for column in range(columns):
            tile, chosen = tiles.get((row, column)), (row, column) == here
            if pitch == SMALL:
                cells = [_small(tile, chosen=chosen, names=names)]
            else:
                cells = _large(tile, pitch.across - 1, chosen=chosen, filled=filled)
            for line, more in zip(drawn, cells, strict=True):
                if pitch != SMALL and chosen and line:
                    line[-1] = ("▐", "title")  # the gap before the selected tile is part of its mark
                line += more
        lines += [tuple(spans_of(line)) for line in drawn]
    return lines


def _small(tile: TileFace | None, *, chosen: bool, names: bool) -> list[Drawn]:
    """One line of three cells: the name, or the grade; the selected tile has its grade between two marks.

    There is no gap between the names: each begins with a capital, so that neighbours of one colour can be told apart.
    """
    if tile is None:
        return [(" ", "")] * SMALL.across
    if names and not chosen:
        return [(char, tile.ground) for char in tile.label.capitalize().ljust(SMALL.across)]
    if len(tile.grade) > 1:
        first = ("▐", "title") if chosen else (" ", "")
        return [first, *((char, tile.ground) for char in tile.grade)]
    before, after = (("▐", "title"), ("▌", "title")) if chosen else ((" ", tile.ground), (" ", tile.ground))
    return [before, (tile.grade, tile.ground), after]


def _large(tile: TileFace | None, size: int, *, chosen: bool, filled: bool) -> list[list[Drawn]]:
    """Two lines with a gap after them: the name over the grade, underlined in the panel's colour; hollow if joint.

    The selected tile keeps its background: marks on both sides frame it.
    """
    if tile is None:
        return [[(" ", "")] * (size + 1)] * 2
    gap: Drawn = ("▌", "title") if chosen else (" ", "")
    label = tile.label.center(size) if size > len(tile.label) + 1 else tile.label.ljust(size)
    above: list[Drawn] = [(char, tile.ground) for char in label]
    if len(tile.grade) > 1:
        hollow: list[Drawn] = [(char, tile.ground) for char in f"▕{tile.grade:<{size - 2}}▏"]
        return [[*above, gap], [*hollow, gap]]
    ground = tile.ground if filled or chosen or not tile.solid else f"foot-{tile.colour}"
    below: list[Drawn] = [(" ", ground)] * size
    below[(size - 1) // 2] = (tile.grade, ground)
    return [[*above, gap], [*below, gap]]
