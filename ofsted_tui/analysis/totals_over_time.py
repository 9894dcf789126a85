"""How the country's totals moved: one count for the end of each month since the first report."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ..core.councils import COUNTED, Totals
from ..core.dates import month_of
from .shares import FEWEST_FOR_PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.model import Framework, Judgement
    from ..core.repository import Repository
    from ..core.standing import Part


class GoodOrBetter(NamedTuple):
    """How many councils are good or outstanding, of those that hold a grade of the judgement itself."""

    councils: int
    graded: int

    @property
    def percent(self) -> float | None:
        """Percent of the graded; None under `FEWEST_FOR_PERCENT`."""
        return 100 * self.councils / self.graded if self.graded >= FEWEST_FOR_PERCENT else None


def month_ends(first: date, last: date) -> Iterator[date]:
    """The last days of the months from one day to another, and the last day itself."""
    day = first
    while day <= last:
        end = month_of(day).last
        yield min(end, last)
        day = end + timedelta(days=1)


def totals_over_time(
    repository: Repository, judgement: Judgement, until: date | None = None, framework: Framework | None = None
) -> tuple[Totals, ...]:
    """The totals at the end of every month, from the first report to a day (default: the data's last).

    Of a day before the first report, that day's alone. Only changes in the standing of councils are counted, not every
    council in every month.
    """
    if until and until < repository.first_day:
        return (repository.as_at(until, framework).totals(judgement),)
    days = list(month_ends(repository.first_day, until or repository.last_day))
    changes: list[Counter[Part]] = [Counter() for _ in (*days, None)]
    for begun, ended, standing in repository.standings_over_time(framework):
        first, behind = bisect_left(days, begun), bisect_left(days, ended)
        if first < behind:
            part = standing.part(judgement)
            changes[first][part] += 1
            changes[behind][part] -= 1
    held: Counter[Part] = Counter()
    months = []
    for day, change in zip(days, changes, strict=False):
        held.update(change)
        months.append(Totals.of_parts(day, judgement, held))
    return tuple(months)


def with_day(months: tuple[Totals, ...], totals: Totals) -> tuple[Totals, ...]:
    """The totals of one day inserted among those of the months' ends, replacing those of the same day."""
    others = [month for month in months if month.as_at != totals.as_at]
    return tuple(sorted([*others, totals], key=lambda one: one.as_at))


def good_or_better(totals: Totals) -> GoodOrBetter:
    """The councils that are good or outstanding on a date; a joint grade or one not given is not counted."""
    ranked = {grade: count for grade, count in totals.grades.items() if grade.rank}
    return GoodOrBetter(
        sum(count for grade, count in ranked.items() if grade.rank and grade.rank > 2), sum(ranked.values())
    )


def counts_by_part(totals: Totals) -> tuple[int, ...]:
    """The councils of each grade of `COUNTED`, those judged jointly, those without a grade: they add up to all."""
    without = totals.not_judged + totals.not_inspected
    return (*(totals.grades.get(grade, 0) for grade in COUNTED), sum(totals.joint.values()), without)


def differences(before: Totals, after: Totals) -> tuple[int, ...]:
    """How many councils more, or fewer, each part of `counts_by_part` has on a later date than on an earlier one."""
    return tuple(now - then for then, now in zip(counts_by_part(before), counts_by_part(after), strict=True))


def year_ends(months: tuple[Totals, ...]) -> tuple[Totals, ...]:
    """The last totals of each year: those at its end or, if the year is not over, on its last day."""
    last = {totals.as_at.year: totals for totals in months}
    return tuple(last.values())


def first_day_all_inspected(repository: Repository) -> date | None:
    """The first day by which every council had had a full inspection; None if there is no such day.

    Only one day can be it: when the first full inspection came out of the last council that has existed throughout.
    """
    first: dict[str, date] = {}
    for inspection in repository.inspections.values():
        council = repository.councils[inspection.council]
        if inspection.is_full and not council.first_day:
            first[council.slug] = min(first.get(council.slug, inspection.published), inspection.published)
    day = max(first.values(), default=None)
    return day if day and all(standing.inspection for standing in repository.as_at(day)) else None


def all_inspected(repository: Repository, judgement: Judgement) -> Totals | None:
    """The totals of the first day on which every council had had a full inspection; None if there is none."""
    day = first_day_all_inspected(repository)
    return repository.as_at(day).totals(judgement) if day else None


def nearest_month(months: tuple[Totals, ...], day: date) -> Totals:
    """The totals of the date nearest to a day. Raises ValueError if there are none."""
    return min(months, key=lambda totals: abs((totals.as_at - day).days))


def a_year_from(day: date, years: int) -> date:
    """The same day some years later, or earlier where `years` is negative; the last of February for its 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
