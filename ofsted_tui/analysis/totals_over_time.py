"""How the country's totals moved: one count for the end of each month since the first report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.councils import Totals
    from ..core.model import Framework, Judgement
    from ..core.repository import Repository


def month_ends(first: date, last: date) -> Iterator[date]:
    """The last days of the months from one day to another, and the last day itself."""
    day = first
    while day <= last:
        following = date(day.year + (day.month == 12), day.month % 12 + 1, 1)
        yield min(following - timedelta(days=1), last)
        day = following


def totals_over_time(
    repository: Repository, judgement: Judgement, until: date | None = None, framework: Framework | None = None
) -> tuple[Totals, ...]:
    """The totals at the end of every month, from the first report to a day (default: the data's last)."""
    days = month_ends(repository.first_day, until or repository.last_day)
    return tuple(repository.as_at(day, framework).totals(judgement) for day in days)


def with_day(months: tuple[Totals, ...], totals: Totals) -> tuple[Totals, ...]:
    """The totals of one day set in among those of the months' ends, in place of a month's that fall on it."""
    others = [month for month in months if month.as_at != totals.as_at]
    return tuple(sorted([*others, totals], key=lambda one: one.as_at))
