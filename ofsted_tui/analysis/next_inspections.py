"""When the next inspection falls: a window taken from the gaps in the data. An estimate, never a date, never a type."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..core.dates import month_day
from ..core.model import Framework, Grade, Judgement

if TYPE_CHECKING:
    from ..core.model import Council, Inspection
    from ..core.repository import Repository

GAPS_SINCE_YEAR = 2025
"""Gaps that ended from this year on: the pause of March 2020 to May 2021 stretches the older ones."""
FEWEST = 5
"""Gaps below this number say nothing of the next one."""


class Gaps(NamedTuple):
    """Days from one inspection's start to the next one's, after a grade."""

    days: tuple[int, ...]
    """Shortest first."""

    @property
    def middle(self) -> float:
        """The middle gap in days."""
        from statistics import median  # dear to import, and the first screen needs the ends alone

        return median(self.days)


class Due(NamedTuple):
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
        return f"{month_day(self.earliest)} – {month_day(self.latest)}"


@lru_cache(maxsize=2)
def gaps(repository: Repository, day: date | None = None) -> dict[Grade | None, Gaps]:
    """The gaps after each overall grade, known by a day; under None those after any. Too few are left out."""
    held: dict[Grade | None, list[int]] = {None: []}
    for slug in repository.councils:
        for before, after in pairwise(_begun(repository, slug, day or repository.last_day)):
            if before.start and after.start and after.start.year >= GAPS_SINCE_YEAR:
                days = (after.start - before.start).days
                held[None].append(days)
                if (grade := before.grades.get(Judgement.OVERALL)) and grade.rank:
                    held.setdefault(grade, []).append(days)
    return {grade: Gaps(tuple(sorted(days))) for grade, days in held.items() if len(days) >= FEWEST}


def _begun(repository: Repository, slug: str, day: date) -> list[Inspection]:
    """A council's ILACS inspections published by a day whose start is known."""
    held = repository.inspections_of(slug)
    return [i for i in held if i.framework is Framework.ILACS and i.start and i.published <= day]


def due(repository: Repository, day: date | None = None, phrase: str = "") -> tuple[Due, ...]:
    """The window of every council that exists and is named so, longest waiting first; none where gaps are too few."""
    day = day or repository.last_day
    known = gaps(repository, day)
    if None not in known:
        return ()
    found = [
        _window(standing.council, standing.inspection, known, day)
        for standing in repository.as_at(day).matching(phrase)
        if standing.inspection
    ]
    return tuple(sorted(found, key=lambda one: (-one.waiting, one.council.name)))


def next_window(repository: Repository, council: Council, inspection: Inspection, day: date) -> Due | None:
    """The window of a council after an inspection: only after its newest, and as at the data's last day."""
    newest = [i for i in repository.inspections_of(council.slug) if i.framework.is_full_inspection][-1:]
    if day != repository.last_day or not council.existed_on(day) or newest != [inspection]:
        return None
    known = gaps(repository, day)
    return _window(council, inspection, known, day) if None in known else None


def _window(council: Council, inspection: Inspection, known: dict[Grade | None, Gaps], day: date) -> Due:
    after = known.get(inspection.grades.get(Judgement.OVERALL), known[None])
    since = inspection.start or inspection.published
    earliest, latest = (_not_in_august(since + timedelta(days=after.days[end])) for end in (0, -1))
    return Due(council, inspection, since, earliest, latest, (day - since).days)


def _not_in_august(day: date) -> date:
    """No ILACS inspection has begun in August (0 of 321): a window's end that falls there moves to September."""
    return date(day.year, 9, 1) if day.month == 8 else day
