"""Questions about the data -> answers in rows. The command line and the screens give the same ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .days import long_day, month_day, short_day
from .formats import Answer, Value
from .model import Grade, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def no_report_by(day: date) -> str:
    """Why there is nothing to show on an early day."""
    return f"No report on a whole service (SIF or later) had come out by {long_day(day)}."


TOTAL_COLUMNS = (*(grade.column for grade in COUNTED), "joint", "not_judged", "not_inspected", "councils")


def other_counts(totals: Totals) -> list[str]:
    """The councils without a grade of the judgement, in words."""
    counts = [(sum(totals.joint.values()), "jointly judged"), (totals.not_judged, "not judged"),
              (totals.not_inspected, "not yet inspected as a whole")]  # fmt: skip
    return [f"{number} {words}" for number, words in counts if number]


def counts_in_words(totals: Totals) -> str:
    """`Outstanding 3 · Good 52 · RI 68 · Inadequate 29`: every council, in short words."""
    held = [f"{grade.short} {totals.grades[grade]}" for grade in COUNTED if totals.grades.get(grade)]
    return " · ".join([*held, *other_counts(totals)])


def total_row(totals: Totals) -> tuple[Value, ...]:
    """The counts of one day; they add up to the number of councils, which comes last."""
    counts = (totals.grades.get(grade, 0) for grade in COUNTED)
    return (*counts, sum(totals.joint.values()), totals.not_judged, totals.not_inspected, totals.councils)


def national_totals(councils: Councils, judgement: Judgement) -> Answer:
    """One row: how many councils hold each grade."""
    return _totals_answer([("England", councils)], "area", judgement, councils)


def regional_totals(councils: Councils, judgement: Judgement) -> Answer:
    """A row for each region, and one for England."""
    regions = [*councils.by_region().items(), ("England", councils)]
    return _totals_answer(regions, "region", judgement, councils)


def yearly_totals(repository: Repository, judgement: Judgement, until: date, framework: Framework | None) -> Answer:
    """A row for the end of each year since the first standing, and one for the last day."""
    days = [date(year, *YEAR_ENDS) for year in range(repository.first_day.year, until.year)]
    rows = [repository.as_at(day, framework) for day in [*days, until]]
    years = [(str(councils.as_at.year), councils) for councils in rows]
    under = f", {framework.title} only" if framework else ""
    caption = f"{judgement.title} at the end of each year, up to {long_day(until)}{under}."
    return _totals_answer(years, "year", judgement, rows[-1])._replace(caption=caption)


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


class Held(NamedTuple):
    """What an inspection says of a judgement: a grade; or none, though its form has it; or nothing at all."""

    grade: Grade | None
    expected: bool
    """Whether inspections of this form have the judgement."""

    @property
    def word(self) -> str:
        """The grade; `not judged` where the report left it out; a dash where the framework has no such judgement."""
        return self.grade.word if self.grade else "not judged" if self.expected else "–"

    @property
    def short(self) -> str:
        """The same in at most eleven letters."""
        return self.grade.short if self.grade else self.word

    @property
    def style(self) -> str:
        """The name of the grade's style; muted where there is none."""
        return self.grade.column if self.grade else "muted"


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
        return (
            f"{self.reported.who} printed {self.reported.grades[self.grade]} {self.grade.value} for "
            f"{long_day(self.reported.as_at)}; the reports give {self.ours} of {self.councils}. {self.reported.note}"
        ).strip()


class Beyond(NamedTuple):
    """A day that lies outside of what the data covers."""

    brief: str
    sentence: str


def beyond(repository: Repository, day: date) -> Beyond | None:
    """What is to be said of a day before the first report of the whole service, or after the last report held."""
    first, last = repository.first_day, repository.last_day
    if day > last:
        ends = f"The data ends on {long_day(last)}; later reports are not in it."
        return Beyond(f"data to {short_day(last)}", ends)
    if day < first:
        begins = f"The first report under the single inspection framework came out on {long_day(first)}."
        return Beyond(f"SIF from {month_day(first)}", begins)
    return None


def reported_difference(repository: Repository, councils: Councils, judgement: Judgement) -> Difference | None:
    """Where somebody printed another number for the day than the reports give."""
    ours = councils.totals(judgement)
    for reported in _printed(repository, councils, judgement):
        for grade, count in reported.grades.items():
            if count != ours.grades.get(grade, 0):
                return Difference(reported, grade, ours.grades.get(grade, 0), len(councils))
    return None


def explained(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """What others printed for the day, and where it differs; or that the data does not reach the day."""
    if said := remark(repository, councils, judgement):
        return said.sentence
    printed = what_was_printed(repository, councils, judgement)
    return printed or "Nobody is known to have printed totals for this day and judgement."


def what_was_printed(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """What others printed for a day on which nothing differs, in sentences; empty where nobody did."""
    alike = list(_printed(repository, councils, judgement))
    sentences = []
    for reported in repository.reported_on(councils.as_at, judgement):
        counts = ", ".join(f"{count} {grade.value}" for grade, count in reported.grades.items()) or "no counts"
        same = "; the reports give the same" if reported.grades and reported in alike else ""
        sentences.append(
            f"{reported.who} printed {counts} for {long_day(reported.as_at)}{same}. {reported.note}".strip()
        )
    return " ".join(sentences)


def _printed(repository: Repository, councils: Councils, judgement: Judgement) -> Iterator[ReportedTotals]:
    """What others printed for the day of the same inspections."""
    for reported in repository.reported_on(councils.as_at, judgement):
        if not reported.framework or _frameworks(councils) == {reported.framework}:
            yield reported


def remark(repository: Repository, councils: Councils, judgement: Judgement) -> Difference | Beyond | None:
    """What is to be said beside the totals of a day: what others printed, or that the data does not reach it."""
    return reported_difference(repository, councils, judgement) or beyond(repository, councils.as_at)


def _frameworks(councils: Councils) -> set[Framework]:
    return {s.inspection.framework for s in councils if s.inspection}


def judgement_rows(standing: Standing) -> tuple[tuple[Judgement, Held, Held], ...]:
    """Each judgement of a council's inspection and of the one before, with what they say of it."""
    both = [inspection for inspection in (standing.inspection, standing.previous) if inspection]
    rows = [judgement for judgement in JUDGEMENTS if any(inspection.judges(judgement) for inspection in both)]
    return tuple((j, said_of(j, standing.inspection), said_of(j, standing.previous)) for j in rows)


def said_of(judgement: Judgement, inspection: Inspection | None) -> Held:
    """What an inspection says of a judgement."""
    grade = inspection.grades.get(judgement) if inspection else None
    return Held(grade, expected=inspection is not None and inspection.judges(judgement))
