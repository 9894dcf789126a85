"""Focused and monitoring visits: what Ofsted looked at between inspections. A visit carries no grade.

They stand apart from the inspections, so that no total, journey or latest inspection can count one.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .findings import Findings
from .model import ADDED_BY_USER, Finding, Member, Repeat


class VisitType(Member):
    """The kind of visit; the value is its name in the tables."""

    FOCUSED = "focused visit"
    """To a council that is not inadequate, looking at one part of its services; Ofsted writes a letter."""
    MONITORING = "monitoring visit"
    """To a council judged inadequate, until it is inspected again."""

    @property
    def short(self) -> str:
        """One word, for a column: `Focused`."""
        return self.value.split()[0].capitalize()


FRONT_DOOR = "front-door"
CHILD_PROTECTION = "children-in-need-and-child-protection"
CHILDREN_IN_CARE = "children-in-care"
PERMANENCE = "permanence"
CARE_LEAVERS = "care-leavers"
VULNERABLE_ADOLESCENTS = "vulnerable-adolescents"
WHOLE_SERVICE = "whole-service"
TOPICS = (
    FRONT_DOOR,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    PERMANENCE,
    CARE_LEAVERS,
    VULNERABLE_ADOLESCENTS,
    WHOLE_SERVICE,
)
"""What visits look at: Ofsted's six themes, and the whole service (used during the pandemic)."""


def topic_title(topic: str) -> str:
    """A topic in words: `Care leavers`; in tables it is `care-leavers`."""
    return topic.replace("-", " ").capitalize()


def topic_short(topic: str) -> str:
    """The title of a topic in at most 28 characters, for a column."""
    return "Children in need, protection" if topic == CHILD_PROTECTION else topic_title(topic)


class Visit(NamedTuple):
    """One visit by Ofsted to a council between inspections."""

    key: str
    """`leeds-2018-02-22`, the council and the date of publication; for a monitoring visit, whose letter may be missing,
    `bury-monitoring-2022-10-12`, with the first day on site."""
    council: str
    type: VisitType
    start: date
    end: date | None = None
    published: date | None = None
    """None if only the days on site are known."""
    topics: tuple[str, ...] = ()
    """What the visit looked at, from `TOPICS` and in their order; empty if not known."""
    priority_action: bool | None = None
    """Whether its letter names an area for priority action, or says that an earlier one remains; None if not known."""
    source: str = ""
    """`letter`, the name of the Ofsted table that it comes from, or `own` if the user added it."""
    notes: str = ""

    @property
    def day(self) -> date:
        """The date by which visits are sorted and chosen: publication, or the first day on site if that is unknown."""
        return self.published or self.start

    @property
    def added_by_user(self) -> bool:
        """Whether the user added it."""
        return self.source == ADDED_BY_USER


class Visits:
    """All visits that we hold, with what their letters say; read when they are first asked for.

    `more` are visits from elsewhere (the user's own), with their findings. One whose key is also in the table replaces
    the table's only if `instead` has the key; the table's findings always come before its own.
    """

    def __init__(
        self,
        read: Callable[[], Iterable[Visit]] = tuple,
        read_findings: Callable[[], Findings] = Findings,
        more: Mapping[Visit, tuple[Finding, ...]] | None = None,
        instead: Iterable[str] = (),
        repeats: Mapping[str, Repeat] | None = None,
    ) -> None:
        self._read = read
        self._read_findings = read_findings
        self._more = dict(more or {})
        self._instead = frozenset(instead)
        self.repeats: Mapping[str, Repeat] = {} if repeats is None else repeats
        """Which ask repeats which earlier one, by the key of the later, where at least one is in a letter."""

    def overlaid(self, more: Mapping[Visit, tuple[Finding, ...]], instead: Iterable[str] = ()) -> "Visits":
        """The visits of the table with more added or replaced."""
        return Visits(self._read, self._read_findings, more, instead, self.repeats)

    def sifted(self, sieve: Callable[[bytes], bytes]) -> "Visits":
        """The same visits; their findings are filtered first, as in `Findings.sifted`."""
        return Visits(lambda: self.by_key.values(), lambda: self.findings.sifted(sieve), repeats=self.repeats)

    @cached_property
    def by_key(self) -> dict[str, Visit]:
        """Every visit by key, oldest first."""
        held = {visit.key: visit for visit in self._read()}
        held |= {visit.key: visit for visit in self._more if visit.key not in held or visit.key in self._instead}
        return {visit.key: visit for visit in sorted(held.values(), key=lambda visit: (visit.day, visit.key))}

    @cached_property
    def by_council(self) -> dict[str, tuple[Visit, ...]]:
        """The visits of each council that had one, oldest first."""
        rows: dict[str, list[Visit]] = {}
        for visit in self.by_key.values():
            rows.setdefault(visit.council, []).append(visit)
        return {slug: tuple(visits) for slug, visits in rows.items()}

    @cached_property
    def findings(self) -> Findings:
        """What the letters say, by visit."""
        held = self._read_findings()
        more = {visit.key: said for visit, said in self._more.items() if said and not held.for_inspection(visit.key)}
        return held.overlaid(more)
