"""Grades in the cells of a table: the one before on the left, the change, and the current one on its background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.model import Judgement
from ...core.standing import glyph_of
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.model import Grade
    from ...core.standing import Change

HEADS = {
    Judgement.OVERALL: "Overall", Judgement.LEADERSHIP: "Leaders", Judgement.HELP_AND_PROTECTION: "Help",
    Judgement.IN_CARE: "In care", Judgement.CARE_LEAVERS: "Leavers", Judgement.IN_CARE_AND_CARE_LEAVERS: "Joint",
    Judgement.LOOKED_AFTER: "Looked", Judgement.ADOPTION: "Adopt", Judgement.LSCB: "LSCB",
    Judgement.SAFEGUARDING: "Safe",
}  # fmt: skip
"""Judgements in at most seven letters, for the head of a narrow column."""
ACROSS = "†"
"""The mark of a move from one framework to another."""
MOVE_CELLS = (8, 6, 4)
"""Cells of a move, the clearest first: `G ▲ O`, `G▲ O`, `▲ O`."""


def head_of(judgement: Judgement, width: int) -> str:
    """The heading of the grades of a judgement: a word, or its initials."""
    return f"{HEADS[judgement] if width >= max(MOVE_CELLS) else judgement.initials:<{width}}"


def initials_in_words(judgements: Sequence[Judgement]) -> list[str]:
    """What initials over a column mean: `HP help and protection`."""
    return [f"{judgement.initials} {judgement.phrase}" for judgement in judgements]


def move_cell(before: Grade | None, change: Change | None, grade: Grade | None, width: int) -> tuple[Span, ...]:
    """A grade with the one before and how it changed; blank if neither was given. The current one never moves."""
    was = before.letter if before else " "
    old = {8: f"{was} ", 6: was, 4: ""}[width]
    current = Span(f" {grade.letter} ", f"tile-{grade.column}") if grade else Span("   ")
    return (
        Span(old, before.column if before else ""),
        Span(glyph_of(change), "muted"),
        current,
        Span(" " * (width - len(old) - 4)),
    )


def cells_that_fit(judgements: Sequence[Judgement], room: int) -> int:
    """How wide a cell of a move can be, so that all fit into a width; the narrowest if none does."""
    return next((cell for cell in MOVE_CELLS if cell * len(judgements) <= room), MOVE_CELLS[-1])
