"""The parts into which charts and bars divide the councils: what each is called, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.councils import COUNTED
from .styled_text import Span
from .summary_bar import FILLS, share_out

if TYPE_CHECKING:
    from collections.abc import Sequence

JOINT_FILL = "╱"


class Band(NamedTuple):
    """One part of the councils."""

    letter: str
    word: str
    """Its full name."""
    short: str
    """Its name in a column, in at most 11 letters."""
    colour: str
    """The style that writes in its colour; with `tile-` before it, the style with its colour as background."""
    fill: str
    """What it is drawn with if colours cannot tell the parts apart."""
    solid: bool = True
    """Whether it has a background of its own: only grades of the judgement itself have."""

    @property
    def head(self) -> str:
        """The heading of its counts, in at most two letters."""
        return self.short if len(self.short) <= 2 else self.letter

    @property
    def swatch(self) -> str:
        """The style of its background; of its pattern if it has none."""
        return f"tile-{self.colour}" if self.solid else self.colour

    def cells(self, number: int, *, filled: bool) -> Span:
        """A piece of a bar; `filled`: with a pattern instead of colour."""
        plain = self.solid and not filled
        return Span((" " if plain else self.fill) * number, self.swatch if plain else self.colour)


BANDS = (
    *(Band(g.letter, g.word, g.short, g.column, FILLS[g.letter]) for g in COUNTED),
    Band("j", "Judged jointly", "Joint", "muted", JOINT_FILL, solid=False),
    Band("·", "Without a grade", "No grade", "muted", " ", solid=False),
)
"""In the order of `analysis.totals_over_time.counts_by_part`; the last is the empty sky over a chart."""
SKY = len(BANDS) - 1


def bar(counts: Sequence[int], width: int, *, filled: bool) -> list[Span]:
    """A bar of the whole width, in which every part has its share; one too small for a cell has none."""
    cells = share_out(list(counts), width, least=0)
    return [band.cells(number, filled=filled) for band, number in zip(BANDS, cells, strict=True) if number]


def swatch(band: Band, *, filled: bool) -> tuple[Span, ...]:
    """How a part is drawn and what it is called, for a legend: its name on its background, or after its pattern."""
    if not filled and not band.fill.strip():
        return (Span(f" {band.short} ", band.colour),)
    if filled or not band.solid:
        return (Span(f"{band.fill * 2} ", band.colour), Span(band.short))
    return (Span(f" {band.short} ", band.swatch),)
