"""Journeys: from which grade to which a council moved between inspections, and how long it took."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Grade, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ..core.model import Council, Inspection
    from ..core.repository import Repository

DAYS_IN_YEAR = 365.25


class Journey(NamedTuple):
    """A council's way from one inspection to a later one, by one judgement."""

    council: Council
    judgement: Judgement
    inspections: tuple[Inspection, ...]
    """Every inspection on the way, oldest first, both ends among them."""

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
        """Grades gained (above nought) or lost (below)."""
        before, after = self.grades
        return (after.rank or 0) - (before.rank or 0)

    @property
    def years(self) -> float:
        """Years between the publication of the two reports."""
        return (self.end.published - self.start.published).days / DAYS_IN_YEAR


def graded(repository: Repository, council: str, judgement: Judgement, until: date) -> list[list[Inspection]]:
    """A council's inspections of the whole service that give a grade from outstanding to inadequate, oldest first.

    They are parted wherever one between them gives none, as the joint judgement of 2018 to 2022 does for children in
    care and care leavers: no step leads over an inspection that judged otherwise.
    """
    parts: list[list[Inspection]] = [[]]
    for inspection in repository.inspections_of(council):
        if not inspection.framework.is_full_inspection or inspection.published > until:
            continue
        grade = inspection.grades.get(judgement)
        if grade is not None and grade.rank is not None:
            parts[-1].append(inspection)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def journeys(
    repository: Repository, way: str, judgement: Judgement, until: date | None = None, near: Council | None = None
) -> tuple[Journey, ...]:
    """One of `WAYS`; with `near`, only those of that council's statistical neighbours. Raises KeyError for another."""
    if way == "out":
        found = out_of_inadequate(repository, judgement, until)
    else:
        found = moves(repository, judgement, until, way)
    if near is None:
        return found
    slugs = {slug for slug, _ in near.neighbours}
    return tuple(journey for journey in found if journey.council.slug in slugs)


def moves(
    repository: Repository, judgement: Judgement, until: date | None = None, direction: str = "all"
) -> tuple[Journey, ...]:
    """Steps from one inspection to the next, newest first: `up`, `down`, or `all`, the unchanged among them.

    Raises KeyError for another direction.
    """
    wanted = {"up": (1,), "down": (-1,), "all": (-1, 0, 1)}[direction]
    day = until or repository.last_day
    steps = [
        Journey(council, judgement, step)
        for council in repository.councils.values()
        for part in graded(repository, council.slug, judgement, day)
        for step in pairwise(part)
    ]
    steps = [step for step in steps if (step.steps > 0) - (step.steps < 0) in wanted]
    return tuple(sorted(steps, key=lambda journey: (journey.end.published, journey.council.name), reverse=True))


def out_of_inadequate(repository: Repository, judgement: Judgement, until: date | None = None) -> tuple[Journey, ...]:
    """From the first inadequate to the next good or outstanding, longest first.

    Measured from publication to publication, over as many inspections as lie between. A council that falls again has
    a second journey.
    """
    found = [
        Journey(council, judgement, way)
        for council in repository.councils.values()
        for part in graded(repository, council.slug, judgement, until or repository.last_day)
        for way in _ways_out(part, judgement)
    ]
    return tuple(sorted(found, key=lambda journey: (-journey.years, journey.council.name)))


def _ways_out(inspections: list[Inspection], judgement: Judgement) -> Iterator[tuple[Inspection, ...]]:
    way: list[Inspection] = []
    for inspection in inspections:
        grade = inspection.grades[judgement]
        if way or grade is Grade.INADEQUATE:
            way.append(inspection)
        if way and grade in (Grade.GOOD, Grade.OUTSTANDING):
            yield tuple(way)
            way = []


def median_years(journeys: Iterable[Journey]) -> float | None:
    """The middle one of their lengths in years; None where there is none."""
    lengths = [journey.years for journey in journeys]
    return median(lengths) if lengths else None
