"""What changed since a day: new inspections, and how their grades moved."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..core.judgement_result import JUDGEMENTS
from ..core.standing import Standing
from .visits import VisitQuery, find_visits

if TYPE_CHECKING:
    from datetime import date

    from ..core.model import Council, Grade, Inspection, Judgement
    from ..core.repository import Repository
    from ..core.standing import Change
    from ..core.visits import Visit

LATELY = timedelta(days=30)
"""How far back changes are looked for if no day is given."""


class Published(Enum):
    """What Ofsted publishes."""

    INSPECTIONS = "inspections"
    VISITS = "visits"


class ChangesQuery(NamedTuple):
    """What kind of publication is asked for; everything if nothing is chosen."""

    published: frozenset[Published] = frozenset()
    judgements: frozenset[Judgement] = frozenset()
    """Only inspections that give one of them, and only these judgements. Visits give no judgement: they stay."""

    def asks_for(self, what: Published) -> bool:
        """Whether inspections, or visits, are asked for."""
        return not self.published or what in self.published


ALL_NEW = ChangesQuery()
"""Nothing is chosen."""


class NewInspection(NamedTuple):
    """An inspection published since a day, beside the one before it."""

    council: Council
    inspection: Inspection
    previous: Inspection | None
    judgements: frozenset[Judgement] = frozenset()
    """Those that are asked for; empty: all."""

    @property
    def across_frameworks(self) -> bool:
        """Whether the one before was made under another framework, so that a move may be one of the yardstick."""
        return self.previous is not None and self.previous.framework is not self.inspection.framework

    @property
    def compared_across(self) -> int:
        """How many of its grades are compared with one of another framework."""
        return sum(move.change is not None for move in self.moves) if self.across_frameworks else 0

    @property
    def moves(self) -> tuple[Move, ...]:
        """Each judgement of it that is asked for, with the grade before."""
        standing = Standing(self.council, self.inspection, self.previous)
        before = self.previous.grades if self.previous else {}
        grades = self.inspection.grades
        asked = [j for j in JUDGEMENTS if j in grades and (not self.judgements or j in self.judgements)]
        return tuple(Move(j, before.get(j), grades[j], standing.change(j)) for j in asked)


class Move(NamedTuple):
    """A judgement of a new inspection beside the same one of the inspection before."""

    judgement: Judgement
    before: Grade | None
    """None if the inspection before had no such judgement."""
    grade: Grade
    change: Change | None
    """None if the two cannot be compared, for example because overall is no longer given."""


def since_default(repository: Repository, until: date | None = None) -> date:
    """The default for the first day of the changes shown, up to another day (default: the data's last)."""
    return (until or repository.last_day) - LATELY


def changes(
    repository: Repository, since: date, until: date | None = None, query: ChangesQuery = ALL_NEW
) -> tuple[NewInspection, ...]:
    """Inspections of the whole service published from a day to another (default: the last one), newest first.

    Both days count.
    """
    if not query.asks_for(Published.INSPECTIONS):
        return ()
    until = until or repository.last_day
    asked, found = query.judgements, []
    for slug, council in repository.councils.items():
        full = repository.full_inspections_of(slug)
        for number, inspection in enumerate(full):
            if since <= inspection.published <= until and (not asked or not asked.isdisjoint(inspection.grades)):
                found.append(NewInspection(council, inspection, full[number - 1] if number else None, asked))
    return tuple(sorted(found, key=lambda new: (new.inspection.published, new.council.name), reverse=True))


def new_visits(
    repository: Repository, since: date, until: date | None = None, query: ChangesQuery = ALL_NEW
) -> tuple[Visit, ...]:
    """Visits whose letters came out from a day to another (default: the last one), newest first; both days count.

    A visit with only the days on site known counts by its start.
    """
    if not query.asks_for(Published.VISITS):
        return ()
    return find_visits(repository, VisitQuery(since=since, until=until or repository.last_day))
