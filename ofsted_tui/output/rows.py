"""Councils, inspections, findings, visits and totals as tables, the same for the command line and the screens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..core.councils import COUNTED, counting_only
from ..core.dates import long_day
from ..core.judgement_result import JUDGEMENTS
from ..core.visits import topic_short
from ..core.wording import pluralise
from ..storage.schema import (
    FINDING_COLUMNS,
    INSPECTION_COLUMNS,
    SUMMARY_COLUMNS,
    VISIT_COLUMNS,
    VISIT_FINDING_COLUMNS,
    finding_values,
    inspection_values,
    visit_finding_values,
    visit_values,
)
from .table import Keyed, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.councils import Councils, Totals
    from ..core.model import Council, Finding, Framework, Inspection, Judgement, Summary
    from ..core.repository import Repository
    from ..core.visits import Visit
    from ..storage.schema import Value

GRADE_COLUMNS = tuple(judgement.value for judgement in JUDGEMENTS)
INSPECTION_ROW = tuple(column for column in INSPECTION_COLUMNS if column != "council")
"""The columns of an inspection, besides its council's."""
COUNCIL_CODES = ("urn", "ons_code", "la_code", "council_type")
"""The codes that other tables use for a council, and its kind: `type` in `councils.csv`, renamed beside an inspection's
type."""


def council_codes(council: Council) -> tuple[str | None, ...]:
    """A council's codes and its kind, in the order of `COUNCIL_CODES`."""
    return (council.urn or None, council.ons_code or None, council.la_code or None, council.type)


def council_list(councils: Councils) -> Table:
    """Every council with its latest inspection on the day: one row each, with all columns of `inspections.csv`."""
    held = set(councils.judgements())
    own = any(standing.inspection and standing.inspection.added_by_user for standing in councils)
    common = tuple(judgement.value for judgement in JUDGEMENTS if judgement in held)
    return Table(
        columns=("council", "name", "region", *INSPECTION_ROW, *COUNCIL_CODES),
        rows=tuple(
            (
                s.council.slug,
                s.council.name,
                s.council.region,
                *_inspection_row(s.inspection),
                *council_codes(s.council),
            )
            for s in councils
        ),
        caption=f"{councils.describe()}.",
        display_columns=("name", "region", "framework", "published", *common, *(["source"] if own else [])),
    )


def _inspection_row(inspection: Inspection | None) -> tuple[Value, ...]:
    if inspection is None:
        return (None,) * len(INSPECTION_ROW)
    values = inspection_values(inspection)
    return tuple(values[column] for column in INSPECTION_ROW)


def inspection_list(inspections: tuple[Inspection, ...], caption: str = "", as_at: date | None = None) -> Table:
    """Inspections, one row each; with a day, `later` says which were published after it."""
    held = {judgement for inspection in inspections for judgement in inspection.grades}
    shown = tuple(judgement.value for judgement in JUDGEMENTS if judgement in held)
    return Table(
        columns=("council", *INSPECTION_ROW, *(("later",) if as_at else ())),
        rows=tuple((i.council, *_inspection_row(i), *((i.published > as_at,) if as_at else ())) for i in inspections),
        caption=caption,
        display_columns=("published", "framework", "type", *shown),
    )


def finding_list(findings: tuple[Finding, ...], caption: str = "") -> Table:
    """Findings, one row each."""
    return Table(
        columns=tuple(FINDING_COLUMNS),
        rows=tuple(tuple(finding_values(finding).values()) for finding in findings),
        caption=caption,
        display_columns=("inspection", "kind", "theme", "text", "paragraph", "page"),
    )


def visit_list(visits: Iterable[Visit]) -> Table:
    """Focused and monitoring visits, one row each."""
    return Table(
        columns=tuple(VISIT_COLUMNS),
        rows=tuple(visit_row(visit) for visit in visits),
        display_columns=("start", "published", "type", "topic", "priority_action"),
    )


def visit_row(visit: Visit) -> tuple[Value, ...]:
    """A visit's values in the order of `visits.csv`, with its type and topics in words for people."""
    return tuple({**visit_values(visit), "type": keyed_type(visit), "topic": keyed_topics(visit)}.values())


def keyed_type(visit: Visit) -> Keyed:
    """A visit's type with the one word for it in a column."""
    return Keyed(visit.type.value, visit.type.short)


def keyed_topics(visit: Visit) -> tuple[Keyed, ...]:
    """A visit's topics with words for people."""
    return tuple(Keyed(topic, topic_short(topic)) for topic in visit.topics)


def visit_finding_list(findings: tuple[Finding, ...]) -> Table:
    """Findings of visits, one row each."""
    rows = tuple(tuple(visit_finding_values(finding).values()) for finding in findings)
    return Table(columns=tuple(VISIT_FINDING_COLUMNS), rows=rows)


def summary_list(summaries: Iterable[Summary]) -> Table:
    """Summaries of reports, one row each."""
    return Table(tuple(SUMMARY_COLUMNS), tuple((one.inspection, one.text, one.pages) for one in summaries))


TOTAL_COLUMNS = (*(grade.column for grade in COUNTED), "joint", "not_judged", "not_inspected", "councils")


def other_counts(totals: Totals) -> list[str]:
    """The councils without a grade of the judgement, in words."""
    counts = [(sum(totals.joint.values()), "judged jointly"), (totals.not_judged, "not in their latest inspection"),
              (totals.not_inspected, "with no full inspection yet")]  # fmt: skip
    return [f"{number} {words}" for number, words in counts if number]


def counts_in_words(totals: Totals) -> str:
    """`Outstanding 3 · Good 52 · RI 68 · Inadequate 29`: every council, in short words."""
    held = [f"{grade.short} {totals.grades[grade]}" for grade in COUNTED if totals.grades.get(grade)]
    return " · ".join([*held, *other_counts(totals)])


def total_row(totals: Totals) -> tuple[Value, ...]:
    """The counts of one day; they add up to the number of councils, which comes last."""
    counts = (totals.grades.get(grade, 0) for grade in COUNTED)
    return (*counts, sum(totals.joint.values()), totals.not_judged, totals.not_inspected, totals.councils)


def national_totals(councils: Councils, judgement: Judgement) -> Table:
    """One row: how many councils hold each grade."""
    return _totals_answer([("England", councils)], "area", judgement, councils)


def regional_totals(councils: Councils, judgement: Judgement) -> Table:
    """A row for each region, and one for England; `level` tells them apart."""
    regions = [*councils.by_region().items(), ("England", councils)]
    table = _totals_answer(regions, "region", judgement, councils)
    levels = [*["region"] * (len(regions) - 1), "country"]
    return table._replace(
        columns=(*table.columns, "level"),
        rows=tuple((*row, level) for row, level in zip(table.rows, levels, strict=True)),
    )


def yearly_totals(repository: Repository, judgement: Judgement, until: date, framework: Framework | None) -> Table:
    """A row for the end of each year since the first standing, and one for the last day."""
    days = [date(year, 12, 31) for year in range(repository.first_day.year, until.year)]
    rows = [repository.as_at(day, framework) for day in [*days, until]]
    years = [(str(councils.as_at.year), councils) for councils in rows]
    own = own_included(len(repository.added_by_user(until, framework)))
    caption = f"Councils {_by_grade(judgement, framework)} at the end of each year, up to {long_day(until)}{own}."
    return _totals_answer(years, "year", judgement, rows[-1])._replace(caption=caption)


def monthly_totals(
    repository: Repository, judgement: Judgement, until: date | None = None, framework: Framework | None = None
) -> Table:
    """A row for the end of each month."""
    from ..analysis.totals_over_time import totals_over_time  # no other answer needs it

    months = totals_over_time(repository, judgement, until, framework)
    own = own_included(len(repository.added_by_user(months[-1].as_at, framework)))
    return Table(
        columns=("month", "as_at", "framework", "judgement", *TOTAL_COLUMNS),
        rows=tuple(
            (f"{t.as_at:%Y-%m}", t.as_at, framework.value if framework else None, judgement, *total_row(t))
            for t in months
        ),
        caption=f"Councils {_by_grade(judgement, framework)} at the end of each month, up to "
        f"{long_day(months[-1].as_at)}{own}.",
        display_columns=("month", *TOTAL_COLUMNS),
    )


def _totals_answer(parts: list[tuple[str, Councils]], by: str, judgement: Judgement, whole: Councils) -> Table:
    """A row for each part, named under `by`; for people, without counts other than grades that are 0 throughout."""
    rows = tuple(
        (name, c.as_at, c.framework.value if c.framework else None, judgement, *total_row(c.totals(judgement)))
        for name, c in parts
    )
    own = own_included(sum(one.inspection is not None and one.inspection.added_by_user for one in whole))
    counts = zip(*(row[-len(TOTAL_COLUMNS) :] for row in rows), strict=True)
    counted = tuple(
        column
        for column, numbers in zip(TOTAL_COLUMNS, counts, strict=True)
        if any(numbers) or not column.startswith(("joint", "not_"))
    )
    return Table(
        columns=(by, "as_at", "framework", "judgement", *TOTAL_COLUMNS),
        rows=rows,
        caption=f"{len(whole)} councils {_by_grade(judgement, whole.framework)} as at {long_day(whole.as_at)}{own}.",
        display_columns=(by, "as_at", *counted),
    )


def own_included(number: int) -> str:
    """That some of what is counted was added by the user, to end a sentence; empty where nothing was."""
    return f", including {pluralise(number, 'inspection')} of your own" if number else ""


def _by_grade(judgement: Judgement, framework: Framework | None) -> str:
    """How totals count councils: `by grade for leadership, counting only SIF inspections,`."""
    return f"by grade for {judgement.phrase}{counting_only(framework)}"
