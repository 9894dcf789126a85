"""What each reading of a visit would do to the visits we hold. No inspection is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import long_day
from ..core.model import ADDED_BY_USER
from ..core.visits import Visit, VisitType
from . import rules
from .diff import FieldDifference
from .rules import near
from .step import Options, Prefer, Status, Step, status_of_known

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..core.model import Finding
    from ..core.repository import Repository
    from .reading import VisitReading

_COMPARED = ("type", "start", "end", "published")
_FILLED = ("end", "published", "topics", "priority_action")
_IN_TABLES = ("priority_action",)
"""What only a table is compared in: of a letter's words for it, a reader's reading counts."""
_NO_START = "it does not give the dates of the visit"
_NO_DAY = "it does not say when the letter was published: give the date with --published DATE"


class VisitPlan:
    """Takes readings of visits one after another, each seeing what the ones before would add."""

    def __init__(self, repository: Repository, options: Options, today: date) -> None:
        self._today = today
        self._repository = repository
        self._options = options
        self._added: dict[str, Visit] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}

    def step(self, file: Path, found: VisitReading) -> Step:
        """What happens to one reading."""
        known = self._match(found)
        step = self._against(file, found, known) if known else self._new(file, found)
        if step.writes and step.visit:
            self._added[step.visit.key] = step.visit
            self._findings[step.visit.key] = step.findings
        return step

    def _match(self, found: VisitReading) -> Visit | None:
        """The visit held that a reading is about: by key, by its days, by the day of its letter."""
        slug = found.council.slug
        held = {visit.key: visit for visit in self._repository.visits_of(slug)}
        held |= {visit.key: visit for visit in self._added.values() if visit.council == slug}
        alike = [visit for visit in held.values() if visit.type is found.type]
        for fitting in (
            [visit for visit in held.values() if found.key and visit.key == found.key],
            [visit for visit in held.values() if found.start and visit.start == found.start],
            [visit for visit in alike if near(visit.start, found.start)],
            [visit for visit in alike if not found.start and found.published and visit.published == found.published],
        ):
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _new(self, file: Path, found: VisitReading) -> Step:
        """A visit that is not held."""
        published = found.published or self._options.published
        needs_day = found.type is VisitType.FOCUSED and published is None
        if found.start is None or needs_day:
            reasons = [*([_NO_START] if found.start is None else []), *([_NO_DAY] if needs_day else [])]
            waits = reasons == [_NO_DAY] and found.paper is not None
            return Step(file, found.place, Status.REFUSED, found, reason="; ".join(reasons), doubts=found.doubts,
                        waits=waits)  # fmt: skip
        visit = Visit(
            visit_key(found.council.slug, found.type, found.start, published), found.council.slug, found.type,
            found.start, found.end, published, found.topics, found.priority_action, ADDED_BY_USER, found.notes,
        )  # fmt: skip
        if reason := self._faulty(visit):
            return Step(file, found.place, Status.REFUSED, found, reason=reason, doubts=found.doubts)
        doubts = found.doubts
        if visit.day > self._today:
            doubts = (*doubts, f"published: {long_day(visit.day)} is in the future")
        findings = tuple(f._replace(inspection=visit.key) for f in found.findings)
        return Step(file, found.place, Status.ADDED, found, doubts=doubts, findings=findings, visit=visit)

    def _faulty(self, visit: Visit) -> str:
        """What is wrong with a new visit; empty if nothing is."""
        if wrong := rules.disorder(visit):
            return wrong
        if visit.key in self._added or visit.key in self._repository.visits:
            return f"we hold another visit with the key {visit.key}"
        if visit.key in self._repository.inspections:
            return f"we hold an inspection with the key {visit.key}"
        return ""

    def _against(self, file: Path, found: VisitReading, known: Visit) -> Step:
        """A visit that is held: whether the file agrees, and whether it says more."""
        doubts = found.doubts
        if found.paper and found.published and known.published and found.published != known.published:
            doubts = (*doubts, f"published: the letter gives {found.published}, but was published on {known.published}")
            found = found._replace(published=known.published)
        differences = tuple(_differences(found, known))
        mine = self._findings.get(known.key) or self._repository.findings_of_visit(known)
        findings = mine or tuple(f._replace(inspection=known.key) for f in found.findings)
        fills = _fills(found, known)
        more = [*fills, *(["improvements"] if len(findings) > len(mine) else [])]
        prefer = self._options.prefer
        status = status_of_known(prefer, differs=bool(differences), adds=bool(more))
        step = Step(file, found.place, status, found, differences=differences, doubts=doubts, held_visit=known)
        if status is not Status.CHANGED:
            return step
        taken = {d.column: getattr(found, d.column) for d in differences} if prefer is Prefer.THEIRS else {}
        whole = known._replace(**{**fills, **taken}, source=ADDED_BY_USER)
        reason = f"adds {', '.join(more)}" if more else ""
        return step._replace(visit=whole, reason=reason, findings=findings)


def visit_key(council: str, kind: VisitType, start: date, published: date | None) -> str:
    """The key of a visit: by the day of its letter; of a monitoring visit, whose letter may not be known, by its start.

    Raises ValueError for a focused visit without a day of publication.
    """
    if kind is VisitType.MONITORING:
        return f"{council}-monitoring-{start.isoformat()}"
    if published is None:
        raise ValueError("the key of a focused visit comes from the date of its letter")
    return f"{council}-{published.isoformat()}"


def _differences(found: VisitReading, known: Visit) -> list[FieldDifference]:
    columns = _COMPARED if found.paper else (*_COMPARED, *_IN_TABLES)
    pairs = [(column, getattr(known, column), getattr(found, column)) for column in columns]
    return [
        FieldDifference.of(column, held, given)
        for column, held, given in pairs
        if held is not None and given is not None and held != given
    ]


def _fills(found: VisitReading, known: Visit) -> dict[str, object]:
    """What the file says and we do not hold yet."""
    nothing = (None, ())
    given = {column: getattr(found, column) for column in _FILLED}
    return {c: value for c, value in given.items() if value not in nothing and getattr(known, c) in nothing}
