"""Sentences about what could not be read; nothing is guessed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..days_on_site import on_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ....core.model import Judgement


def about_days(days: Sequence[date]) -> Iterator[str]:
    """What is unclear about the days of the inspection."""
    if len(days) == 1:
        yield "The report gives only one date for the inspection; it was taken as the last day."
    elif not on_site(days):
        yield "The dates of the inspection could not be read."


def about_grades(unread: Iterable[Judgement]) -> Iterator[str]:
    """The judgements whose grade was not found."""
    for judgement in unread:
        yield f"The grade for “{judgement.title}” could not be read."


def about_lead(name: str) -> Iterator[str]:
    """Whether a lead inspector was found."""
    if not name:
        yield "The report does not name a lead inspector, or the name could not be read."
