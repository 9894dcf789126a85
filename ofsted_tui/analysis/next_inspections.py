"""When the next inspection falls: a window taken from the gaps in the data. An estimate, never a date, never a type."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..core.dates import month_of
from ..core.model import Framework, Grade, Judgement
from .kept_answers import kept
from .survival import Lengths

if TYPE_CHECKING:
    from ..core.model import Council, Inspection
    from ..core.repository import Repository

GAPS_FROM = date(2021, 6, 1)
"""Gaps that began from this day on: the pause of March 2020 to May 2021 stretches those that began before."""
FEWEST = 12
"""With fewer gaps than this, nothing can be said of the next one."""
FIRST, LAST = 0.1, 0.9
"""The window runs from the 10th to the 90th percentile of the gaps."""
REPORT_AFTER = timedelta(days=51)
"""From the start of an inspection to its report: the median of all ILACS inspections. Until then nobody knows of it."""
FEWEST_FOLLOWED = 10
"""With fewer inspections than this, nothing can be said of how often the windows held."""


class Due(NamedTuple):
    """A council with the estimated window of its next inspection."""

    council: Council
    inspection: Inspection
    """The last one."""
    since: date
    """The day from which the gap runs: the last inspection's start, or its publication if that is not known."""
    earliest: date
    latest: date
    as_at: date

    @property
    def waiting(self) -> int:
        """Days from the last inspection's start to the day looked at."""
        return (self.as_at - self.since).days

    @property
    def may_have_begun(self) -> bool:
        """Whether the window has opened: its inspection may be under way, since the report comes weeks later."""
        return self.earliest <= self.as_at

    @property
    def overdue(self) -> bool:
        """Whether the window had closed so long ago that a report should be out."""
        return self.latest < self.as_at - REPORT_AFTER


@kept(4)
def gaps(repository: Repository, day: date | None = None) -> dict[Grade | None, Lengths]:
    """The gaps in days after each overall grade, known by a day, and how long other councils have waited so far.

    Under None those after any grade; empty if too few gaps have ended.
    """
    day = day or repository.last_day
    ended: dict[Grade | None, list[int]] = {None: []}
    waiting: dict[Grade | None, list[int]] = {None: []}
    for slug, council in repository.councils.items():
        begun = _begun(repository, slug, day)
        for before, after in pairwise(begun):
            _note(ended, before, _days(before, after.start))
        if begun and council.existed_on(day):
            _note(waiting, begun[-1], _days(begun[-1], day - REPORT_AFTER))
    if len(ended[None]) < FEWEST:
        return {}
    return {grade: Lengths(tuple(sorted(days)), tuple(sorted(waiting.get(grade, ())))) for grade, days in ended.items()}


def _note(held: dict[Grade | None, list[int]], before: Inspection, days: int) -> None:
    """Record a gap under the grade before it and under None."""
    if not _counts(before, days):
        return
    held[None].append(days)
    if (grade := before.grades.get(Judgement.OVERALL)) and grade.rank:
        held.setdefault(grade, []).append(days)


def _counts(before: Inspection, days: int) -> bool:
    """Whether a gap of some days after an inspection is one that windows are made from."""
    return before.start is not None and before.start >= GAPS_FROM and days > 0


def _days(before: Inspection, until: date | None) -> int:
    return (until - before.start).days if before.start and until else 0


def _begun(repository: Repository, slug: str, day: date) -> list[Inspection]:
    """A council's ILACS inspections published by a day whose start is known."""
    held = repository.inspections_of(slug)
    return [i for i in held if i.framework is Framework.ILACS and i.start and i.published <= day]


def due(repository: Repository, day: date | None = None, phrase: str = "") -> tuple[Due, ...]:
    """The window of every council that exists and fits the phrase, longest waiting first; none if gaps are too few."""
    every = _windows(repository, day or repository.last_day)
    if not phrase.strip():
        return every
    named = {standing.council.slug for standing in repository.as_at(day).matching(phrase)}
    return tuple(one for one in every if one.council.slug in named)


@kept(4)  # a screen needs them for the list, the axis and the share that held
def _windows(repository: Repository, day: date) -> tuple[Due, ...]:
    known = gaps(repository, day)
    if not known:
        return ()
    standings = repository.as_at(day)
    found = [_window(s.council, s.inspection, known, day) for s in standings if s.inspection]
    return tuple(sorted(found, key=lambda one: (-one.waiting, one.council.name)))


def next_window(repository: Repository, council: Council, inspection: Inspection, day: date) -> Due | None:
    """The window of a council after an inspection: only after its newest, and as at the data's last day."""
    newest = repository.full_inspections_of(council.slug)[-1:]
    if day != repository.last_day or not council.existed_on(day) or newest != (inspection,):
        return None
    known = gaps(repository, day)
    return _window(council, inspection, known, day) if known else None


def _window(council: Council, inspection: Inspection, known: dict[Grade | None, Lengths], day: date) -> Due:
    """From the 10th to the 90th percentile of the gaps that are longer than the wait so far.

    An inspection that began in the last seven weeks has no report yet: the wait counts up to then, and the window does
    not open before that.
    """
    since = inspection.start or inspection.published
    waited = (day - REPORT_AFTER - since).days
    after = _gaps_after(inspection.grades.get(Judgement.OVERALL), waited, known)
    longest = after.finished[-1]
    first = after.reached_by(FIRST) or longest
    if waited >= longest:
        last = after.reached_by(LAST) or longest
    else:
        first, last = max(first, waited), after.reached_by(LAST, longer_than=waited) or longest
    earliest, latest = (_not_in_august(since + timedelta(days=int(days))) for days in (first, last))
    return Due(council, inspection, since, earliest, latest, day)


def _gaps_after(grade: Grade | None, waited: int, known: dict[Grade | None, Lengths]) -> Lengths:
    """The gaps after a grade, if enough of them are longer than the wait so far; otherwise those after any grade."""
    after = known.get(grade)
    longer = len(after.finished) - bisect_right(after.finished, waited) if after else 0
    return after if after and longer >= FEWEST else known[None]


def _not_in_august(day: date) -> date:
    """No ILACS inspection has begun in August (0 of 321): a window's end that falls there moves to September."""
    return date(day.year, 9, 1) if day.month == 8 else day


class HitRate(NamedTuple):
    """How the windows of a past day, made from what was known then, compare with the inspections that followed."""

    as_at: date
    inside: int
    early: int
    """Inspections that began before their window."""
    late: int
    """Inspections that began after their window."""

    @property
    def followed(self) -> int:
        """All inspections that followed."""
        return self.inside + self.early + self.late


@kept(2)
def hit_rate(repository: Repository, day: date | None = None) -> HitRate | None:
    """How often the windows that could first be made at the end of a quarter held, as far as is known by a day.

    None if no window could be made yet, or fewer than `FEWEST_FOLLOWED` inspections have followed.
    """
    day = day or repository.last_day
    begun = {slug: _begun(repository, slug, day) for slug in repository.councils}
    known_from = sorted(
        after.published
        for held in begun.values()
        for before, after in pairwise(held)
        if _counts(before, _days(before, after.start))
    )
    if len(known_from) < FEWEST:
        return None
    first = _end_of_quarter(known_from[FEWEST - 1])
    inside = early = late = 0
    for one in due(repository, first):
        after = next((i for i in begun[one.council.slug] if i.published > first), None)
        if after and after.start:
            early += after.start < one.earliest
            late += after.start > one.latest
            inside += one.earliest <= after.start <= one.latest
    found = HitRate(first, inside, early, late)
    return found if found.followed >= FEWEST_FOLLOWED else None


def _end_of_quarter(day: date) -> date:
    return month_of(date(day.year, (day.month + 2) // 3 * 3, 1)).last
