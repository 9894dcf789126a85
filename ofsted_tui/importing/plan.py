"""What each reading would do to what is held: add, change, contradict it. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from ..answers import JUDGEMENTS
from ..days import long_day
from ..model import LEAVERS_OWN_JUDGEMENT, NO_OVERALL, Framework, Grade, Inspection, Judgement
from ..reports import PublishedUnknown, match, to_inspection
from ..reports.inspection import OWN
from ..search import fold
from .reading import Reading, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ..model import Finding
    from ..reports import Entry
    from ..repository import Repository

NEAR = 7
"""Days by which two accounts of the days on site may differ and still mean the same inspection."""


class Status(Enum):
    """What becomes of a reading."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    """It differs, and what is held was preferred."""
    CONFLICT = "conflict"
    REFUSED = "refused"
    PASSED_OVER = "passed over"


class Prefer(Enum):
    """Who is right where a file differs from what is held."""

    MINE = "mine"
    """What is held."""
    THEIRS = "theirs"
    """The file."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about an import."""

    prefer: Prefer | None = None
    published: date | None = None
    """When new reports were published that do not say so themselves."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which a file differs from what is held."""

    column: str
    held: str
    found: str

    def __str__(self) -> str:
        return f"{self.column}: held {self.held or 'nothing'}, found {self.found or 'nothing'}"


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one reading, and why."""

    file: Path
    place: str
    status: Status
    inspection: Inspection | None = None
    """As it was read; for what is added or changed, as it would be held."""
    reason: str = ""
    differences: tuple[Difference, ...] = ()
    doubts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What would be held with it."""
    entries: tuple[Entry, ...] = ()
    """The report's own list of improvements, as it was read."""

    @property
    def writes(self) -> bool:
        """Whether the library would hold it."""
        return self.status in (Status.ADDED, Status.CHANGED)

    @property
    def unsettled(self) -> bool:
        """Whether something is left for the user to do."""
        return self.status in (Status.CONFLICT, Status.REFUSED)


class Plan:
    """Takes readings one after another, each seeing what the ones before would add."""

    def __init__(self, repository: Repository, options: Options | None = None) -> None:
        options = options or Options()
        self._known = dict(repository.inspections)
        self._findings = {key: repository.findings.of(key) for key, i in self._known.items() if i.own}
        self._held_findings = repository.findings
        self._prefer = options.prefer
        self._published = options.published
        self._whole_until = max((i.published for i in self._known.values() if not i.own), default=None)

    def step(self, file: Path, found: Reading | Refusal) -> Step:
        """What becomes of one reading."""
        if isinstance(found, Refusal):
            status = Status.PASSED_OVER if found.passed_over else Status.REFUSED
            return Step(file, found.place, status, reason=found.reason)
        known = self._match(found)
        found = _placed(found, known)
        step = self._against(file, found, known) if known else self._new(file, found)
        if step.writes and step.inspection:
            self._known[step.inspection.key] = step.inspection
            self._findings[step.inspection.key] = step.findings
        return step

    def _match(self, found: Reading) -> Inspection | None:
        """The inspection held that a reading is about: by key, by the report's days, by address, by its days."""
        same = [i for i in self._known.values() if i.council == found.council.slug]
        if found.report:
            return match(found.council.slug, found.report, same)
        if found.framework:
            same = [i for i in same if i.framework is found.framework]
        for fits in (
            lambda i: bool(found.key) and i.key == found.key,
            lambda i: bool(found.report_url) and i.report_url == found.report_url,
            lambda i: found.published is not None and i.published == found.published,
            lambda i: _near(found.start, i.start) or _near(found.end, i.end),
        ):
            if len(fitting := [i for i in same if fits(i)]) == 1:
                return fitting[0]
        return None

    def _of(self, key: str) -> tuple[Finding, ...]:
        return self._findings[key] if key in self._findings else self._held_findings.of(key)

    def _new(self, file: Path, found: Reading) -> Step:
        """An inspection that is not held."""
        entries = found.report.entries if found.report else ()
        try:
            inspection = _inspection(found, self._published)
        except ValueError as problem:
            return Step(file, found.place, Status.REFUSED, _as_read(found), str(problem), doubts=found.doubts,
                        entries=entries)  # fmt: skip
        status, reason = Status.ADDED, ""
        if inspection.key in self._known:
            status = Status.REFUSED
            reason = f"another inspection of {found.council.name} was published on {long_day(inspection.published)}"
        elif not found.report and (missing := _missing(inspection)):
            status, reason = Status.REFUSED, f"no grade for {', '.join(missing)}"
        elif reason := self._at_odds(inspection, of_table=not found.report):
            status = {None: Status.CONFLICT, Prefer.MINE: Status.KEPT, Prefer.THEIRS: Status.ADDED}[self._prefer]
        doubts = found.doubts
        if inspection.published > date.today():
            doubts = (*doubts, f"published: {long_day(inspection.published)} is yet to come")
        findings = tuple(replace(f, inspection=inspection.key) for f in found.findings)
        return Step(file, found.place, status, inspection, reason, doubts=doubts, findings=findings,
                    entries=entries)  # fmt: skip

    def _at_odds(self, inspection: Inspection, *, of_table: bool) -> str:
        """Why a new inspection does not go with what is held, or with Ofsted's rules; empty where it does."""
        if near := self._near_by(inspection):
            return f"another inspection is held, published on {long_day(near.published)}: the same, or a second one?"
        if not of_table:
            return ""
        if self._whole_until and inspection.published <= self._whole_until:
            return f"no such inspection is held, though the data is whole until {long_day(self._whole_until)}"
        begun, overall = inspection.start or inspection.published, inspection.grades.get(Judgement.OVERALL)
        if inspection.framework is Framework.ILACS and begun >= NO_OVERALL and overall is not Grade.NOT_GIVEN:
            return f"overall: Ofsted gives none to an inspection begun since {long_day(NO_OVERALL)}"
        return ""

    def _near_by(self, inspection: Inspection) -> Inspection | None:
        """Another inspection of the council, published within days of this one: two of the same kind never are."""
        return next(
            (i for i in self._known.values() if i.council == inspection.council
             and i.framework is inspection.framework and _near(i.published, inspection.published)), None,
        )  # fmt: skip

    def _against(self, file: Path, found: Reading, known: Inspection) -> Step:
        """An inspection that is held: whether the file agrees, and whether it says more."""
        day_kept = bool(known.own and found.report and not found.published) and self._published not in (
            None, known.published)  # fmt: skip
        if day_kept:
            doubt = (f"published: held as {known.published}; to change it, ofsted-tui library remove {known.key}, "
                     "then import again")  # fmt: skip
            found = replace(found, doubts=(*found.doubts, doubt))
        found = _checked_day(found, known)
        mine = self._of(known.key)
        differences, fills = _compared(found, known, from_report=known.source == "report" or (known.own and bool(mine)))
        findings = mine or tuple(replace(f, inspection=known.key) for f in found.findings)
        says_more = bool(fills) or len(findings) > len(mine)
        merged = _merged(known, fills)
        if differences and self._prefer is Prefer.THEIRS:
            merged, status = _merged(merged, {d.column: _theirs(found, d.column) for d in differences}), Status.CHANGED
        elif differences and self._prefer is None:
            status = Status.CONFLICT
        elif says_more:
            status = Status.CHANGED
        else:
            status = Status.KEPT if differences or day_kept else Status.SAME
        more = [*fills, *(["improvements"] if len(findings) > len(mine) else [])]
        reason = f"adds {', '.join(more)}" if more and status is Status.CHANGED else ""
        shown = merged if status is Status.CHANGED else _as_read(found, known)
        return Step(
            file, found.place, status, shown, reason, tuple(differences), found.doubts,
            findings if status is Status.CHANGED else (), found.report.entries if found.report else (),
        )  # fmt: skip


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= NEAR


def _checked_day(found: Reading, known: Inspection) -> Reading:
    """A report's own day of publication where it came out on another: the day that was checked holds, and it is said.

    A few reports were published days after the date that they bear.
    """
    if not found.report or found.published in (None, known.published):
        return found
    doubt = f"published: the report prints {found.published}, and came out on {known.published}"
    return replace(found, published=known.published, doubts=(*found.doubts, doubt))


def _placed(found: Reading, known: Inspection | None) -> Reading:
    """A table's “in care” under the judgement that it was at the time: joint until 2022, looked after in the SIF."""
    if found.report or Judgement.IN_CARE not in found.grades:
        return found
    framework = known.framework if known else found.framework
    begun = (known.start or known.published) if known else found.start or found.published
    grades, doubts = dict(found.grades), list(found.doubts)
    if framework is Framework.SIF:
        grades.setdefault(Judgement.LOOKED_AFTER, grades.pop(Judgement.IN_CARE))
    elif framework is Framework.ILACS and begun and begun < LEAVERS_OWN_JUDGEMENT:
        grades.setdefault(Judgement.IN_CARE_AND_CARE_LEAVERS, grades.pop(Judgement.IN_CARE))
        if Judgement.CARE_LEAVERS in grades:
            del grades[Judgement.CARE_LEAVERS]
            doubts.append("care_leavers: not judged alone before 2023; the grade is left out")
    return replace(found, grades=grades, doubts=tuple(doubts))


def _inspection(found: Reading, published: date | None) -> Inspection:
    """The inspection of a reading that is not held. Raises ValueError, saying what is missing."""
    if found.report:
        try:
            inspection = to_inspection(found.report, found.council, published=published)
        except PublishedUnknown as problem:
            raise ValueError(f"{problem}: give the day with --published DAY") from problem
        if found.end and inspection.published < found.end:
            raise ValueError(f"published {inspection.published} is before the inspection's end, {found.end}")
        return inspection
    if found.framework is None:
        raise ValueError("it does not say under which framework, and nothing is guessed")
    if found.published is None:
        raise ValueError("it does not say when the report was published")
    begun = found.start or found.published
    grades = dict(found.grades)
    if found.framework is Framework.ILACS and begun >= NO_OVERALL:
        grades.setdefault(Judgement.OVERALL, Grade.NOT_GIVEN)
    days = [(name, day) for name, day in (("start", found.start), ("end", found.end), ("published", found.published))
            if day]  # fmt: skip
    for (name, day), (later_name, later) in pairwise(days):
        if day > later:
            raise ValueError(f"{name} {day} is after {later_name} {later}")
    return Inspection(
        key=f"{found.council.slug}-{found.published.isoformat()}", council=found.council.slug,
        framework=found.framework, type=found.type, published=found.published, start=found.start, end=found.end,
        lead_inspector=found.lead_inspector, grades=grades, report_url=found.report_url, source=OWN,
        notes=found.notes,
    )  # fmt: skip


def _as_read(found: Reading, known: Inspection | None = None) -> Inspection | None:
    """What a file says, for the preview; None where it says too little to be an inspection."""
    if found.report:
        day = found.published or (known.published if known else None) or found.end or found.start
        if day is None:
            return None
        read = to_inspection(found.report, found.council, published=day, known=known)
        return read if known or found.published else replace(read, key="")
    if known is None:
        return None
    return Inspection(
        key=known.key, council=known.council, framework=found.framework or known.framework,
        type=found.type or known.type, published=found.published or known.published, start=found.start,
        end=found.end, lead_inspector=found.lead_inspector, grades=dict(found.grades), report_url=found.report_url,
        source=OWN, notes=found.notes,
    )  # fmt: skip


def _missing(inspection: Inspection) -> list[str]:
    """Judgements that every inspection of its framework has, and this one not."""
    needed: tuple[Judgement, ...]
    begun = inspection.start or inspection.published
    match inspection.framework:
        case Framework.ILACS:
            care = (Judgement.IN_CARE, Judgement.CARE_LEAVERS) if begun >= LEAVERS_OWN_JUDGEMENT else (
                Judgement.IN_CARE_AND_CARE_LEAVERS,)  # fmt: skip
            overall = () if begun >= NO_OVERALL else (Judgement.OVERALL,)
            needed = (*overall, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, *care)
        case Framework.SLAC:
            return [] if inspection.grades else [Judgement.SAFEGUARDING.value]
        case Framework.LSCB:
            needed = (Judgement.LSCB,)
        case _:
            needed = (Judgement.OVERALL,)
    return [judgement.value for judgement in needed if judgement not in inspection.grades]


_PLAIN = ("framework", "type", "published", "start", "end", "lead_inspector", "report_url")


def _compared(found: Reading, known: Inspection, *, from_report: bool) -> tuple[list[Difference], dict[str, object]]:
    """Where a file differs from what is held, and what it says where nothing is held.

    A grade that is absent from an inspection whose report was read (`from_report`) is a fact, not a gap to be filled.
    """
    differences: list[Difference] = []
    fills: dict[str, object] = {}
    for column in _PLAIN:
        theirs, held = _theirs(found, column), getattr(known, column)
        if not theirs or _alike(column, held, theirs):
            continue
        if held:
            differences.append(Difference(column, _spoken(held), _spoken(theirs)))
        else:
            fills[column] = theirs
    for judgement in JUDGEMENTS:
        grade, ours = found.grades.get(judgement), known.grades.get(judgement)
        if grade is ours or (grade is None and not found.report):
            continue
        if ours is None and not from_report:
            fills[judgement.value] = grade
        else:
            differences.append(Difference(judgement.value, _spoken(ours), _spoken(grade)))
    return differences, fills


def _theirs(found: Reading, column: str) -> object:
    return getattr(found, column) if column in _PLAIN else found.grades.get(Judgement(column))


def _alike(column: str, held: object, theirs: object) -> bool:
    if column == "lead_inspector" and held:
        one, other = (set(fold(str(name)).split()) for name in (held, theirs))
        return one <= other or other <= one
    if column == "report_url" and held:
        return True  # a report can have several addresses; the one that was checked is kept
    return held == theirs


def _spoken(value: object) -> str:
    if value is None:
        return ""
    return str(value.value) if isinstance(value, Enum) else str(value)


def _merged(known: Inspection, more: Mapping[str, object]) -> Inspection:
    """What is held with some columns replaced, marked as the user's own."""
    plain = {column: value for column, value in more.items() if column in _PLAIN}
    grades: dict[Judgement, Grade] = dict(known.grades)
    for column, value in more.items():
        if column in _PLAIN:
            continue
        if isinstance(value, Grade):
            grades[Judgement(column)] = value
        else:
            grades.pop(Judgement(column), None)
    return replace(known, **plain, grades=grades, source=OWN)  # type: ignore[arg-type]


def tally(steps: Iterable[Step]) -> dict[Status, int]:
    """How many readings come to what."""
    counts = dict.fromkeys(Status, 0)
    for step in steps:
        counts[step.status] += 1
    return {status: count for status, count in counts.items() if count}
