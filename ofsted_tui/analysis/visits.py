"""Visits: which councils Ofsted visited between inspections, what it looked at, and which visit was the last.

A visit gives no grade, so no analysis of grades or inspections uses this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ..core.model import Council
    from ..core.repository import Repository
    from ..core.visits import Visit, VisitType


class VisitQuery(NamedTuple):
    """Which visits are asked for: every part narrows the search, and an empty part does not."""

    councils: frozenset[str] = frozenset()
    neighbours_of: str = ""
    """The council whose statistical neighbours `councils` are, to be named in captions; it narrows nothing itself."""
    regions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    """A visit that looked at one of them fits."""
    types: frozenset[VisitType] = frozenset()
    priority_action: bool = False
    """Only those whose letter names an area for priority action."""
    since: date | None = None
    until: date | None = None
    """The first and the last day of publication; of the start on site if only that is known."""

    def fits(self, visit: Visit, council: Council) -> bool:
        """Whether the query asks for a council's visit."""
        return (
            (not self.councils or council.slug in self.councils)
            and (not self.regions or council.region in self.regions)
            and (not self.topics or not self.topics.isdisjoint(visit.topics))
            and (not self.types or visit.type in self.types)
            and (not self.priority_action or visit.priority_action is True)
            and (self.since is None or visit.day >= self.since)
            and (self.until is None or visit.day <= self.until)
        )


def find_visits(repository: Repository, query: VisitQuery) -> tuple[Visit, ...]:
    """The visits that match, newest first."""
    councils = repository.councils
    found = (v for v in repository.visits.values() if v.council in councils and query.fits(v, councils[v.council]))
    return tuple(sorted(found, key=lambda visit: (-visit.day.toordinal(), visit.key)))


def last_visit(repository: Repository, slug: str, day: date) -> Visit | None:
    """A council's last visit known by a day. Raises KeyError for an unknown slug."""
    return next((visit for visit in reversed(repository.visits_of(slug)) if visit.day <= day), None)
