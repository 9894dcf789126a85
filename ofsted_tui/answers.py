"""Questions about the data -> answers in rows. The command line and the screens give the same ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .councils import by_region
from .days import long_day
from .formats import Answer, Value
from .model import Grade, Judgement

if TYPE_CHECKING:
    from .councils import Councils, Standing, Totals
    from .model import Finding, Framework, Inspection
    from .repository import ReportedTotals, Repository

JUDGEMENTS = (
    Judgement.OVERALL, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE,
    Judgement.IN_CARE_AND_CARE_LEAVERS, Judgement.LOOKED_AFTER, Judgement.ADOPTION, Judgement.CARE_LEAVERS,
    Judgement.LSCB, Judgement.SAFEGUARDING,
)  # fmt: skip
"""In the order of the columns of `inspections.csv`."""
GRADE_COLUMNS = tuple(judgement.value for judgement in JUDGEMENTS)
INSPECTION_COLUMNS = (
    "inspection", "framework", "type", "start", "end", "published", "lead_inspector", *GRADE_COLUMNS,
    "report_url", "source", "notes",
)  # fmt: skip
COUNTED = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE, Grade.NOT_GIVEN)
YEAR_ENDS = (12, 31)


def council_list(councils: Councils) -> Answer:
    """Every council with its latest inspection on the day: one row each, all columns of `inspections.csv`."""
    held = set(councils.judgements())
    own = any(standing.inspection and standing.inspection.own for standing in councils)
    common = tuple(judgement.value for judgement in JUDGEMENTS if judgement in held)
    return Answer(
        columns=("council", "name", "region", *INSPECTION_COLUMNS),
        rows=tuple(
            (s.council.slug, s.council.name, s.council.region, *_inspection_row(s.inspection)) for s in councils
        ),
        caption=f"{councils.describe()}.",
        shown=("name", "region", "framework", "published", *common, *(["source"] if own else [])),
    )


def _inspection_row(inspection: Inspection | None) -> tuple[Value, ...]:
    if inspection is None:
        return (None,) * len(INSPECTION_COLUMNS)
    return (
        inspection.key, inspection.framework, inspection.type, inspection.start, inspection.end,
        inspection.published, inspection.lead_inspector, *(inspection.grades.get(j) for j in JUDGEMENTS),
        inspection.report_url, inspection.source, inspection.notes,
    )  # fmt: skip


def inspection_list(inspections: tuple[Inspection, ...], caption: str = "") -> Answer:
    """Inspections, one row each."""
    held = {judgement for inspection in inspections for judgement in inspection.grades}
    shown = tuple(judgement.value for judgement in JUDGEMENTS if judgement in held)
    return Answer(
        columns=("council", *INSPECTION_COLUMNS),
        rows=tuple((inspection.council, *_inspection_row(inspection)) for inspection in inspections),
        caption=caption,
        shown=("published", "framework", "type", *shown),
    )


FINDING_COLUMNS = ("inspection", "kind", "judgement", "theme", "priority", "repeat", "text", "paragraph", "page")


def finding_list(findings: tuple[Finding, ...], caption: str = "") -> Answer:
    """Findings, one row each."""
    return Answer(
        columns=FINDING_COLUMNS,
        rows=tuple(
            (f.inspection, f.kind, f.judgement, f.theme, f.priority, f.repeat, f.text, f.paragraph, f.page)
            for f in findings
        ),
        caption=caption,
        shown=("inspection", "kind", "theme", "text", "paragraph", "page"),
    )


TOTAL_COLUMNS = (*(grade.column for grade in COUNTED), "joint", "not_judged", "not_inspected", "councils")


def total_row(totals: Totals) -> tuple[Value, ...]:
    """The counts of one day; they add up to the number of councils, which comes last."""
    counts = (totals.grades.get(grade, 0) for grade in COUNTED)
    return (*counts, sum(totals.joint.values()), totals.not_judged, totals.not_inspected, totals.councils)


def national_totals(councils: Councils, judgement: Judgement) -> Answer:
    """One row: how many councils hold each grade."""
    return _totals_answer([("England", councils)], "area", judgement, councils)


def regional_totals(councils: Councils, judgement: Judgement) -> Answer:
    """A row for each region, and one for England."""
    regions = [*by_region(councils).items(), ("England", councils)]
    return _totals_answer(regions, "region", judgement, councils)


def yearly_totals(repository: Repository, judgement: Judgement, until: date, framework: Framework | None) -> Answer:
    """A row for the end of each year since the first standing, and one for the last day."""
    days = [date(year, *YEAR_ENDS) for year in range(repository.first_day.year, until.year)]
    rows = [repository.as_at(day, framework) for day in [*days, until]]
    return _totals_answer([(str(councils.as_at.year), councils) for councils in rows], "year", judgement, rows[-1])


def _totals_answer(parts: list[tuple[str, Councils]], by: str, judgement: Judgement, whole: Councils) -> Answer:
    rows = tuple(
        (name, c.as_at, c.framework.value if c.framework else None, judgement, *total_row(c.totals(judgement)))
        for name, c in parts
    )
    empty = [
        n for n, column in enumerate(TOTAL_COLUMNS) if column.startswith(("joint", "not_")) and not _any(rows, 4 + n)
    ]
    counted = tuple(column for n, column in enumerate(TOTAL_COLUMNS) if n not in empty)
    under = f", {whole.framework.title} only" if whole.framework else ""
    return Answer(
        columns=(by, "as_at", "framework", "judgement", *TOTAL_COLUMNS),
        rows=rows,
        caption=f"{judgement.title} of {len(whole)} councils as at {long_day(whole.as_at)}{under}.",
        shown=(by, "as_at", *counted),
    )


def _any(rows: tuple[tuple[Value, ...], ...], place: int) -> bool:
    return any(row[place] for row in rows)


class Difference(NamedTuple):
    """A national total that others printed otherwise than the reports give it."""

    reported: ReportedTotals
    grade: Grade
    ours: int
    councils: int

    @property
    def brief(self) -> str:
        """`press: 30 inadequate`."""
        return f"{self.reported.reported_by}: {self.reported.grades[self.grade]} {self.grade.value}"

    @property
    def sentence(self) -> str:
        """What was printed, what the reports give, and why they differ."""
        by = self.reported.reported_by
        who = by if by[:1].isupper() else f"The {by}"
        return (
            f"{who} printed {self.reported.grades[self.grade]} {self.grade.value} for "
            f"{long_day(self.reported.as_at)}; the reports give {self.ours} of {self.councils}. {self.reported.note}"
        ).strip()


def reported_difference(repository: Repository, councils: Councils, judgement: Judgement) -> Difference | None:
    """Where somebody printed another number for the day than the reports give."""
    ours = councils.totals(judgement)
    for reported in repository.reported_on(councils.as_at, judgement):
        if reported.framework and _frameworks(councils) != {reported.framework}:
            continue
        for grade, count in reported.grades.items():
            if count != ours.grades.get(grade, 0):
                return Difference(reported, grade, ours.grades.get(grade, 0), len(councils))
    return None


def _frameworks(councils: Councils) -> set[Framework]:
    return {s.inspection.framework for s in councils if s.inspection}


def judgement_rows(standing: Standing) -> tuple[tuple[Judgement, Grade | None, Grade | None], ...]:
    """Each judgement of a council's inspection with the grade now and in the inspection before."""
    now = standing.inspection.grades if standing.inspection else {}
    before = standing.previous.grades if standing.previous else {}
    return tuple((j, now.get(j), before.get(j)) for j in JUDGEMENTS if j in now or j in before)
