"""Parts of sentences that many answers share: whose neighbours, how many of all, why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..core.model import Council


def neighbours_words(council: Council) -> str:
    """Whose neighbours, by which model, in words."""
    return f"the statistical neighbours of {council.name} (2025 model)"


def first_of(hits: Sequence[object], limit: int | None) -> str:
    """That only the first of many are given; empty if all are."""
    return f" Showing the first {limit:,}." if limit is not None and limit < len(hits) else ""


def no_neighbours(council: Council) -> str:
    """Why a council has none, in a sentence."""
    abolished = " has been abolished, so it" if council.last_day else ""
    return f"{council.name}{abolished} is not in the 2025 model of statistical neighbours."


def published_between(since: date, until: date | None, last_day: date) -> str:
    """When something was published, to end a sentence; for a day after the data's last, that the data ends there."""
    if until is None and since > last_day:
        return f"published since {long_day(since)}: the data ends on {long_day(last_day)}."
    if since == (until or last_day):
        return f"published on {long_day(since)}."
    return f"published from {long_day(since)} to {long_day(until or last_day)}."


def no_report_by(day: date) -> str:
    """Why there is nothing to show on an early day."""
    return f"No report on a whole service (SIF or later) had been published by {long_day(day)}."
