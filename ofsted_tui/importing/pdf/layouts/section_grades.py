"""The grades repeated at the head of each part of a report: a second source besides its table of judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..normalise import letters
from .cover import opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ....core.model import Grade, Judgement


def body_letters(pages: Sequence[str]) -> str:
    """The bare letters of the report after the page with its table."""
    return "".join(letters(page) for page in opening(pages)[1:])


def reconcile(
    table: Mapping[Judgement, Grade | None], heads: Mapping[Judgement, Grade | None]
) -> dict[Judgement, Grade | None]:
    """The judgements of the table, and those that only a part's head gives; none where the two differ."""
    return {row: grade for row, grade in {**heads, **table}.items() if heads.get(row, grade) == grade}


def about_heads(table: Mapping[Judgement, Grade | None], heads: Mapping[Judgement, Grade | None]) -> Iterator[str]:
    """What the heads of the parts had to settle."""
    for row in heads:
        if row not in table:
            yield (
                f"The grade for “{row.title}” could not be read on the first page; it was taken from the section "
                "heading."
            )
        elif table[row] != heads[row]:
            yield f"The first page and the section heading give different grades for “{row.title}”; neither was taken."
