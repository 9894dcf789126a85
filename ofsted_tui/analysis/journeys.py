"""Journeys: from which grade to which a council moved between inspections, and how long it took."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Grade, Judgement, Member
from ..core.standing import JUDGED_JOINTLY
from .survival import Lengths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ..core.model import Council, Inspection
    from ..core.repository import Repository

DAYS_IN_YEAR = 365.25


class Outcome(Member):
    """The state of a way out of inadequate."""

    FINISHED = "finished"
    WAITING = "still waiting"
    NOT_GIVEN = "overall not given"
    """The next inspection gave no overall grade (2026 form): nobody can say how the way ended."""
    JUDGED_JOINTLY = "judged jointly"
    """The next inspection judged children in care and care leavers together."""
    JUDGED_SEPARATELY = "judged separately"
    """The next inspection judged children in care and care leavers each on their own."""
    NOT_JUDGED = "not judged next time"
    """The next inspection did not give the judgement in any form."""
    COUNCIL_ENDED = "council abolished"


class Journey(NamedTuple):
    """A council's way from one inspection to a later one, by one judgement."""

    council: Council
    judgement: Judgement
    inspections: tuple[Inspection, ...]
    """Every inspection on the way that gave the judgement, oldest first, including both ends."""
    outcome: Outcome = Outcome.FINISHED
    until: date | None = None
    """If it is not finished, the day up to which that is known."""

    @property
    def start(self) -> Inspection:
        """Where it began."""
        return self.inspections[0]

    @property
    def end(self) -> Inspection:
        """Where it led."""
        return self.inspections[-1]

    @property
    def between(self) -> tuple[Inspection, ...]:
        """The inspections passed on the way."""
        return self.inspections[1:-1]

    @property
    def grades(self) -> tuple[Grade, Grade]:
        """The grade at either end."""
        return self.start.grades[self.judgement], self.end.grades[self.judgement]

    @property
    def steps(self) -> int:
        """Grades gained (positive) or lost (negative)."""
        before, after = self.grades
        return (after.rank or 0) - (before.rank or 0)

    @property
    def years(self) -> float:
        """Years between the publication of the two reports; if it is not finished, the years so far."""
        return ((self.until or self.end.published) - self.start.published).days / DAYS_IN_YEAR

    @property
    def across_frameworks(self) -> bool:
        """Whether its ends were judged under different frameworks, so that a move may come from that change."""
        return self.start.framework is not self.end.framework


class History(NamedTuple):
    """Consecutive inspections of a council that gave a judgement."""

    inspections: tuple[Inspection, ...]
    """Oldest first."""
    ended_by: Inspection | None = None
    """The next inspection, which gave no such grade; None if these are the last."""


def graded(repository: Repository, council: str, judgement: Judgement, until: date) -> list[History]:
    """A council's inspections of the whole service that give a grade from outstanding to inadequate, oldest first.

    They are split wherever one between them gives none, as with the joint judgement of 2018 to 2022 for children in
    care and care leavers: no step skips an inspection that judged differently.
    """
    parts: list[History] = []
    held: list[Inspection] = []
    for inspection in repository.full_inspections_of(council):
        if inspection.published > until:
            break
        grade = inspection.grades.get(judgement)
        if grade is not None and grade.rank is not None:
            held.append(inspection)
        elif held:
            parts.append(History(tuple(held), inspection))
            held = []
    return [*parts, History(tuple(held))] if held else parts


def journeys(
    repository: Repository, way: str, judgement: Judgement, until: date | None = None, near: Council | None = None
) -> tuple[Journey, ...]:
    """One of `out`, `waiting`, `up`, `down`, `all`; with `near`, only those of that council's statistical neighbours.

    Raises KeyError for another way.
    """
    if way == "out":
        found = out_of_inadequate(repository, judgement, until)
    elif way == "waiting":
        found = not_out_yet(repository, judgement, until)
    else:
        found = moves(repository, judgement, until, way)
    if near is None:
        return found
    slugs = set(near.neighbour_slugs)
    return tuple(journey for journey in found if journey.council.slug in slugs)


def moves(
    repository: Repository, judgement: Judgement, until: date | None = None, direction: str = "all"
) -> tuple[Journey, ...]:
    """Steps from one inspection to the next, newest first: `up`, `down`, or `all`, including the unchanged.

    Raises KeyError for another direction.
    """
    wanted = {"up": (1,), "down": (-1,), "all": (-1, 0, 1)}[direction]
    day = until or repository.last_day
    steps = [
        Journey(council, judgement, step)
        for council in repository.councils.values()
        for part in graded(repository, council.slug, judgement, day)
        for step in pairwise(part.inspections)
    ]
    steps = [step for step in steps if (step.steps > 0) - (step.steps < 0) in wanted]
    return tuple(sorted(steps, key=lambda journey: (journey.end.published, journey.council.name), reverse=True))


def out_of_inadequate(repository: Repository, judgement: Judgement, until: date | None = None) -> tuple[Journey, ...]:
    """From the first inadequate to the next good or outstanding, longest first.

    Measured from publication to publication, whatever the number of inspections between. A council that falls again has
    a second journey.
    """
    return _spells(repository, judgement, until, finished=True)


def not_out_yet(repository: Repository, judgement: Judgement, until: date | None = None) -> tuple[Journey, ...]:
    """From the first inadequate to the last grade, where no good or outstanding came after it; longest so far first.

    Their outcome says why: the council waits, or nobody can tell any more.
    """
    return _spells(repository, judgement, until, finished=False)


def _spells(repository: Repository, judgement: Judgement, until: date | None, *, finished: bool) -> tuple[Journey, ...]:
    day = until or repository.last_day
    found = [
        journey
        for council in repository.councils.values()
        for part in graded(repository, council.slug, judgement, day)
        for journey in _ways_out(council, judgement, part, day)
        if (journey.outcome is Outcome.FINISHED) is finished
    ]
    return tuple(sorted(found, key=lambda journey: (-journey.years, journey.council.name)))


def _ways_out(council: Council, judgement: Judgement, history: History, day: date) -> Iterator[Journey]:
    """The ways from inadequate to good or outstanding, and the last one if it is not finished."""
    way: list[Inspection] = []
    for inspection in history.inspections:
        grade = inspection.grades[judgement]
        if way or grade is Grade.INADEQUATE:
            way.append(inspection)
        if way and grade in (Grade.GOOD, Grade.OUTSTANDING):
            yield Journey(council, judgement, tuple(way))
            way = []
    if way:
        outcome, known_until = _unfinished(council, judgement, history.ended_by, day)
        yield Journey(council, judgement, tuple(way), outcome, known_until)


def _unfinished(council: Council, judgement: Judgement, ended_by: Inspection | None, day: date) -> tuple[Outcome, date]:
    """Why a way is not finished, and up to which day that is known."""
    if ended_by:
        return _without_a_grade(judgement, ended_by), ended_by.published
    if council.last_day and council.last_day < day:
        return Outcome.COUNCIL_ENDED, council.last_day
    return Outcome.WAITING, day


def _without_a_grade(judgement: Judgement, inspection: Inspection) -> Outcome:
    """Why an inspection gives a judgement no grade from outstanding to inadequate."""
    grades = inspection.grades
    if grades.get(judgement) is Grade.NOT_GIVEN:
        return Outcome.NOT_GIVEN
    if judgement in JUDGED_JOINTLY and Judgement.IN_CARE_AND_CARE_LEAVERS in grades:
        return Outcome.JUDGED_JOINTLY
    if judgement is Judgement.IN_CARE_AND_CARE_LEAVERS and any(one in grades for one in JUDGED_JOINTLY):
        return Outcome.JUDGED_SEPARATELY
    return Outcome.NOT_JUDGED


class TimeOut(NamedTuple):
    """How long it takes from the first inadequate to the next good or outstanding."""

    finished: tuple[Journey, ...]
    unfinished: tuple[Journey, ...]

    @property
    def median_years(self) -> float | None:
        """The median of the finished ones: too short, since the longest are not over."""
        return median_years(self.finished)

    @property
    def estimate_years(self) -> float | None:
        """The years within which half are out; the rest count for as long as they are known to last (Kaplan–Meier)."""
        finished, waiting = ((one.years for one in journeys) for journeys in (self.finished, self.unfinished))
        return Lengths(tuple(sorted(finished)), tuple(sorted(waiting))).reached_by(0.5)

    def number(self, outcome: Outcome) -> int:
        """How many of the ways, finished or not, have an outcome."""
        return sum(one.outcome is outcome for one in (*self.finished, *self.unfinished))


def time_out(
    repository: Repository, judgement: Judgement, until: date | None = None, near: Council | None = None
) -> TimeOut:
    """The ways out of inadequate, finished or not; with `near`, only those of that council's neighbours."""
    return TimeOut(*(journeys(repository, way, judgement, until, near) for way in ("out", "waiting")))


def median_years(journeys: Iterable[Journey]) -> float | None:
    """The median of their lengths in years; None if there is none."""
    from statistics import median  # imports fractions and decimals, which no other answer needs

    lengths = [journey.years for journey in journeys]
    return median(lengths) if lengths else None
