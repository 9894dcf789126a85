"""What each reading would do to the data: add to it, change or contradict it. Nothing is written here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..core.dates import long_day
from ..core.model import ADDED_BY_USER, NO_OVERALL, Framework, Grade, Inspection, Judgement
from . import rules
from .diff import compared, merged, resolve_in_care, theirs
from .known_errors import known_error, known_mistaken_day
from .pdf import match, to_inspection
from .reading import Reading, Refusal, VisitReading
from .rules import near
from .step import Options, Prefer, Status, Step, status_of_known
from .visit_plan import VisitPlan

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.model import Finding
    from ..core.repository import Repository


class Plan:
    """Takes readings one after another, each seeing what the ones before would add."""

    def __init__(self, repository: Repository, options: Options | None = None, today: date | None = None) -> None:
        options, today = options or Options(), today or date.today()
        self._today = today
        self._known = dict(repository.inspections)
        self._findings = {
            key: repository.findings.for_inspection(key) for key, i in self._known.items() if i.added_by_user
        }
        self._held_findings = repository.findings
        self._visits = VisitPlan(repository, options, today)
        self._prefer = options.prefer
        self._published = options.published
        self._whole_until = max((i.published for i in self._known.values() if not i.added_by_user), default=None)
        self._last_day = max(today, self._whole_until or today) + rules.MOST_AHEAD

    def step(self, file: Path, found: Reading | VisitReading | Refusal) -> Step:
        """What happens to one reading."""
        if isinstance(found, Refusal):
            status = Status.PASSED_OVER if found.passed_over else Status.REFUSED
            doubts = found.read.doubts if found.read else ()
            return Step(file, found.place, status, found.read, reason=found.reason, doubts=doubts)
        if ahead := rules.too_far_ahead(found, self._published, self._last_day):
            return Step(file, found.place, Status.REFUSED, found, reason=ahead, doubts=found.doubts)
        if isinstance(found, VisitReading):
            return self._visits.step(file, found)
        known = self._match(found)
        found = resolve_in_care(found, known)
        step = self._against(file, found, known) if known else self._new(file, found)
        if step.writes and step.inspection:
            self._known[step.inspection.key] = step.inspection
            self._findings[step.inspection.key] = step.findings
        return step

    def _match(self, found: Reading) -> Inspection | None:
        """The inspection held that a reading is about: by key, by the report's days, by address, by its days.

        Days that are only near mean nothing alone: the framework and every grade must be the same as well.
        """
        same = [i for i in self._known.values() if i.council == found.council.slug]
        if found.paper:
            return match(found.council.slug, found.paper, same)
        if found.framework:
            same = [i for i in same if i.framework is found.framework]
        for fits in (
            lambda i: bool(found.key) and i.key == found.key,
            lambda i: bool(found.report_url) and i.report_url == found.report_url,
            lambda i: found.published is not None and i.published == found.published,
            lambda i: _same_day(found, i),
            lambda i: found.framework is not None and _near_days(found, i) and _agrees(found, i),
        ):
            if len(fitting := [i for i in same if fits(i)]) == 1:
                return fitting[0]
        return None

    def _findings_of(self, key: str) -> tuple[Finding, ...]:
        """The findings we hold of an inspection, including those of earlier readings."""
        return self._findings[key] if key in self._findings else self._held_findings.for_inspection(key)

    def _new(self, file: Path, found: Reading) -> Step:
        """An inspection that is not held."""
        if missing := _missing_facts(found, self._published):
            waits = missing == [_NO_DAY]
            return Step(file, found.place, Status.REFUSED, found, reason="; ".join(missing), doubts=found.doubts,
                        waits=waits)  # fmt: skip
        inspection = _inspection(found, self._published)
        status, reason = Status.ADDED, ""
        if inspection.key in self._known:
            status = Status.REFUSED
            reason = f"another inspection of {found.council.name} was published on {long_day(inspection.published)}"
        elif reason := _faulty(inspection, found):
            status = Status.REFUSED
        elif reason := self._at_odds(inspection):
            status = {None: Status.CONFLICT, Prefer.MINE: Status.KEPT, Prefer.THEIRS: Status.ADDED}[self._prefer]
        doubts = found.doubts
        if inspection.published > self._today:
            doubts = (*doubts, f"published: {long_day(inspection.published)} is in the future")
        findings = tuple(f._replace(inspection=inspection.key) for f in found.findings)
        return Step(file, found.place, status, found, None, inspection, reason, doubts=doubts, findings=findings)

    def _at_odds(self, inspection: Inspection) -> str:
        """Why a new inspection does not agree with the data, or with Ofsted's rules; empty if it does."""
        if other := self._near_by(inspection):
            return f"we hold another inspection, published on {long_day(other.published)}: is this the same one?"
        missing = rules.missing_from_complete_data(inspection, self._whole_until)
        if missing and (known := known_mistaken_day(inspection)):
            return f"{missing}; {known}"
        return missing or rules.against_the_rules(inspection)

    def _near_by(self, inspection: Inspection) -> Inspection | None:
        """Another inspection of the council, begun or published within days of it: two of the same kind never are."""
        return next(
            (i for i in self._known.values() if i.council == inspection.council
             and i.framework is inspection.framework
             and (near(i.published, inspection.published) or _near_days(inspection, i))), None,
        )  # fmt: skip

    def _against(self, file: Path, found: Reading, known: Inspection) -> Step:
        """An inspection that is held: whether the file agrees, and whether it says more."""
        day_kept = self._keeps_its_day(found, known)
        if day_kept:
            found = found._replace(doubts=(*found.doubts, _DAY_KEPT.format(known=known)))
        dated = _with_checked_day(found, known)
        mine = self._findings_of(known.key)
        differences, fills = compared(
            dated, known, from_report=known.source == "report" or (known.added_by_user and bool(mine))
        )
        if differences and not (found.framework or found.key or found.paper):
            # Without a framework it may be about another inspection, so that even “theirs” settles nothing.
            status = Status.KEPT if self._prefer is Prefer.MINE else Status.CONFLICT
            return Step(file, found.place, status, found, known, None, _UNSURE, tuple(differences), dated.doubts)
        findings = mine or tuple(f._replace(inspection=known.key) for f in found.findings)
        more = [*fills, *(["improvements"] if len(findings) > len(mine) else [])]
        status = status_of_known(self._prefer, differs=bool(differences), adds=bool(more))
        if status is Status.SAME and day_kept:
            status = Status.KEPT
        reasons = [known_error(known, differences)]
        if status is not Status.CHANGED:
            return Step(file, found.place, status, found, known, None, reasons[0], tuple(differences), dated.doubts)
        if more:
            reasons.append(f"adds {', '.join(more)}")
        taken = {d.column: theirs(dated, d.column) for d in differences} if self._prefer is Prefer.THEIRS else {}
        whole, reason = merged(known, {**fills, **taken}), "; ".join(filter(None, reasons))
        return Step(file, found.place, status, found, known, whole, reason, tuple(differences), dated.doubts, findings)

    def _keeps_its_day(self, found: Reading, known: Inspection) -> bool:
        """Whether another day of publication was given for a report of the user's that is held under its own."""
        undated = known.added_by_user and found.paper and not found.published
        return bool(undated) and self._published not in (None, known.published)


def _same_day(found: Reading, known: Inspection) -> bool:
    """Whether a first or a last day is the same, and neither contradicts."""
    days = [(found.start, known.start), (found.end, known.end)]
    both = [(one, other) for one, other in days if one and other]
    return any(one == other for one, other in both) and all(near(one, other) for one, other in both)


def _near_days(found: Reading | Inspection, known: Inspection) -> bool:
    return near(found.start, known.start) or near(found.end, known.end)


def _agrees(found: Reading, known: Inspection) -> bool:
    """Whether a file gives grades, all of them those that are held."""
    grades = resolve_in_care(found, known).grades
    return bool(grades) and all(known.grades.get(judgement) is grade for judgement, grade in grades.items())


_DAY_KEPT = (
    "published: we hold {known.published}; to change it, ofsted-tui library remove {known.key}, then import again"
)
_UNSURE = (
    "it does not give the framework, so it may be about another inspection: nothing was changed (add a "
    "column “Framework”)"
)


def _with_checked_day(found: Reading, known: Inspection) -> Reading:
    """A report under the day of publication that we hold, with a doubt where it prints another.

    A few reports were published days after their printed date; the days we hold were checked.
    """
    if not found.paper or found.published in (None, known.published):
        return found
    doubt = f"published: the report gives {found.published}, but was published on {known.published}"
    return found._replace(published=known.published, doubts=(*found.doubts, doubt))


_NO_DAY = "the report does not say when it was published: give the date with --published DATE"


def _missing_facts(found: Reading, published: date | None) -> list[str]:
    """What a reading lacks to become a new inspection, in sentences: nothing is guessed in its place."""
    if not found.paper:
        return [sentence for lacks, sentence in (
            (found.framework is None, "it does not give the framework: add a column “Framework” with ILACS or SIF"),
            (found.published is None, "it does not say when the report was published"),
        ) if lacks][:1]  # fmt: skip
    unread = ", ".join(judgement.value for judgement in found.paper.unread)
    return [sentence for lacks, sentence in (
        (not found.start and not found.end, "the dates of the inspection could not be read"),
        (bool(unread), f"no grade could be read for {unread}"),
        (not found.published and not published, _NO_DAY),
    ) if lacks]  # fmt: skip


def _inspection(found: Reading, published: date | None) -> Inspection:
    """The inspection of a reading that is not held, and lacks nothing."""
    if found.paper:
        return to_inspection(found.paper, found.council, published=published)
    assert found.framework
    assert found.published
    grades = dict(found.grades)
    if found.framework is Framework.ILACS and (found.start or found.published) >= NO_OVERALL:
        grades.setdefault(Judgement.OVERALL, Grade.NOT_GIVEN)
    return Inspection(
        key=f"{found.council.slug}-{found.published.isoformat()}", council=found.council.slug,
        framework=found.framework, type=found.type, published=found.published, start=found.start, end=found.end,
        lead_inspector=found.lead_inspector, grades=grades, report_url=found.report_url, source=ADDED_BY_USER,
        notes=found.notes,
    )  # fmt: skip


def _faulty(inspection: Inspection, found: Reading) -> str:
    """What is wrong with a new inspection by itself; empty if nothing is. What a report could not give is known."""
    if wrong := rules.disorder(inspection):
        return wrong
    missing = [] if found.paper else rules.missing(inspection)
    return f"no grade for {', '.join(missing)}" if missing else ""
