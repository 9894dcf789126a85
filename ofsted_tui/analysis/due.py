"""When the next inspection falls: a window taken from the gaps in the data. An estimate, never a date, never a type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Framework, Grade, Judgement

if TYPE_CHECKING:
    from ..model import Council, Inspection
    from ..repository import Repository

GAPS_SINCE_YEAR = 2025
"""Gaps that ended from this year on: the pause of March 2020 to May 2021 stretches the older ones."""
METHOD = (
    "The window is the shortest and the longest gap, from start to start, between ILACS inspections that ended in 2025 "
    "or 2026 after the same overall grade; where overall was not given, after any grade. No inspection has begun in "
    "August. An estimate: Ofsted announces nothing, and any council can be visited sooner."
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Days from one inspection's start to the next one's, after a grade."""

    days: tuple[int, ...]
    """Shortest first."""

    @property
    def middle(self) -> float:
        """The middle gap in days."""
        from statistics import median  # dear to import, and the first screen needs the ends alone

        return median(self.days)


@dataclass(frozen=True, slots=True)
class Due:
    """A council with the estimated window of its next inspection."""

    council: Council
    inspection: Inspection
    """The last one."""
    since: date
    """The day from which the gap runs: the last inspection's start, or its publication where that is not known."""
    earliest: date
    latest: date
    waiting: int
    """Days from the last inspection's start to the day looked at."""

    @property
    def overdue(self) -> bool:
        """Whether the day looked at lies behind the window."""
        return self.waiting > (self.latest - self.since).days

    @property
    def window(self) -> str:
        """The window by months: `Mar 2027 – Jan 2028`."""
        from ..days import month_day

        return f"{month_day(self.earliest)} – {month_day(self.latest)}"


@lru_cache(maxsize=1)
def gaps(repository: Repository) -> dict[Grade | None, Gaps]:
    """The gaps after each overall grade; under None those after any."""
    held: dict[Grade | None, list[int]] = {None: []}
    for slug in repository.councils:
        started = [i for i in repository.inspections_of(slug) if i.framework is Framework.ILACS and i.start]
        for before, after in pairwise(started):
            if before.start and after.start and after.start.year >= GAPS_SINCE_YEAR:
                days = (after.start - before.start).days
                held[None].append(days)
                if (grade := before.grades.get(Judgement.OVERALL)) and grade.rank:
                    held.setdefault(grade, []).append(days)
    return {grade: Gaps(tuple(sorted(days))) for grade, days in held.items() if days}


def due(repository: Repository, day: date | None = None) -> tuple[Due, ...]:
    """Every council that exists with its window, longest waiting first."""
    day = day or repository.last_day
    known = gaps(repository)
    if None not in known:
        return ()
    found = [
        _window(standing.council, standing.inspection, known, day)
        for standing in repository.as_at(day)
        if standing.inspection
    ]
    return tuple(sorted(found, key=lambda one: (-one.waiting, one.council.name)))


def next_window(repository: Repository, council: Council, inspection: Inspection, day: date) -> Due | None:
    """The window of a council after an inspection: only after its newest, and as at the data's last day."""
    newest = [i for i in repository.inspections_of(council.slug) if i.framework.whole][-1:]
    known = gaps(repository)
    if day != repository.last_day or not council.existed_on(day) or newest != [inspection] or None not in known:
        return None
    return _window(council, inspection, known, day)


def _window(council: Council, inspection: Inspection, known: dict[Grade | None, Gaps], day: date) -> Due:
    after = known.get(inspection.grades.get(Judgement.OVERALL), known[None])
    since = inspection.start or inspection.published
    earliest, latest = (_not_in_august(since + timedelta(days=after.days[end])) for end in (0, -1))
    return Due(council, inspection, since, earliest, latest, (day - since).days)


def _not_in_august(day: date) -> date:
    """No ILACS inspection has begun in August (0 of 321): a window's end that falls there moves to September."""
    return date(day.year, 9, 1) if day.month == 8 else day
