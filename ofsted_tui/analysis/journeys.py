"""Journeys: from which grade to which a council moved between inspections, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ..answers import no_report_by
from ..days import long_day
from ..formats import counted
from ..model import Grade, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ..model import Council, Inspection
    from ..repository import Repository

DAYS_IN_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Journey:
    """A council's way from one inspection to a later one, by one judgement."""

    council: Council
    judgement: Judgement
    start: Inspection
    end: Inspection

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


def graded(repository: Repository, council: str, judgement: Judgement, until: date) -> list[Inspection]:
    """A council's inspections of the whole service that give a grade from outstanding to inadequate, oldest first."""
    return [
        inspection
        for inspection in repository.inspections_of(council)
        if inspection.framework.whole
        and inspection.published <= until
        and (grade := inspection.grades.get(judgement)) is not None
        and grade.rank is not None
    ]


def moves(
    repository: Repository, judgement: Judgement, until: date | None = None, direction: str = "all"
) -> tuple[Journey, ...]:
    """Steps from one inspection to the next, newest first: `up`, `down`, or `all`, the unchanged among them.

    Raises KeyError for another direction.
    """
    wanted = {"up": (1,), "down": (-1,), "all": (-1, 0, 1)}[direction]
    day = until or repository.last_day
    steps = [
        Journey(council, judgement, before, after)
        for council in repository.councils.values()
        for before, after in pairwise(graded(repository, council.slug, judgement, day))
    ]
    steps = [step for step in steps if (step.steps > 0) - (step.steps < 0) in wanted]
    return tuple(sorted(steps, key=lambda journey: (journey.end.published, journey.council.name), reverse=True))


def out_of_inadequate(repository: Repository, judgement: Judgement, until: date | None = None) -> tuple[Journey, ...]:
    """From the first inadequate to the next good or outstanding, longest first.

    Measured from publication to publication, over as many inspections as lie between. A council that falls again has
    a second journey.
    """
    found = []
    for council in repository.councils.values():
        start = None
        for inspection in graded(repository, council.slug, judgement, until or repository.last_day):
            grade = inspection.grades[judgement]
            if grade is Grade.INADEQUATE:
                start = start or inspection
            elif start is not None and grade in (Grade.GOOD, Grade.OUTSTANDING):
                found.append(Journey(council, judgement, start, inspection))
                start = None
    return tuple(sorted(found, key=lambda journey: (-journey.years, journey.council.name)))


WAYS = {
    "out": ("journey", "from inadequate to good or outstanding"),
    "up": ("move", "up"),
    "down": ("move", "down"),
    "all": ("step", "from inspection to inspection"),
}
"""The kinds of journeys: what one is called, and what follows the name."""


def journeys(repository: Repository, judgement: Judgement, until: date, way: str) -> tuple[Journey, ...]:
    """The journeys of one of the `WAYS`. Raises KeyError for another."""
    if way == "out":
        return out_of_inadequate(repository, judgement, until)
    return moves(repository, judgement, until, way)


def how_many(found: Sequence[Journey], way: str) -> str:
    """`2 moves up`, `1 journey from inadequate to good or outstanding`."""
    noun, rest = WAYS[way]
    return f"{counted(len(found), noun)} {rest}"


def no_journey(repository: Repository, judgement: Judgement, until: date) -> str:
    """Why there is none up to a day."""
    if until < repository.first_day:
        return no_report_by(until)
    if not moves(repository, Judgement.OVERALL, until):
        return f"No council had been inspected twice by {long_day(until)}."
    if not moves(repository, judgement, until):
        return f"No council had been judged twice on {judgement.phrase} by {long_day(until)}."
    return f"No council had moved so by {long_day(until)}."


def median_years(journeys: Iterable[Journey]) -> float | None:
    """The middle one of their lengths in years; None where there is none."""
    lengths = [journey.years for journey in journeys]
    return median(lengths) if lengths else None
