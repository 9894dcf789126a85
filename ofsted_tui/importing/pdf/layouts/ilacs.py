"""Inspections of local authority children's services, since 2018 (ILACS).

The first page has the title, the days, the lead inspector, and a table of three judgements, since 2023 of four, with
overall effectiveness until 2026. Every wording of a row since 2018 is among the labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....core.model import LEAVERS_OWN_JUDGEMENT, NO_OVERALL, Framework, Grade, Judgement
from .. import header, improvements
from ..days_on_site import on_site
from ..judgement_table import JudgementTable
from ..report import Report
from .cover import first_page, table_letters, title_letters
from .section_grades import about_heads, body_letters, reconcile
from .warnings import about_days, about_grades, about_lead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_PROGRESS = "theexperiencesandprogressof"
LABELS = {
    "theimpactofleadersonsocialworkpracticewithchildrenandfamilies": Judgement.LEADERSHIP,
    "theimpactofleadersonpracticewithchildrenandfamilies": Judgement.LEADERSHIP,
    f"{_PROGRESS}childrenwhoneedhelpandprotection": Judgement.HELP_AND_PROTECTION,
    f"{_PROGRESS}childreninneedofhelpandprotection": Judgement.HELP_AND_PROTECTION,
    f"{_PROGRESS}childrenincare": Judgement.IN_CARE,
    f"{_PROGRESS}childrenincareandcareleavers": Judgement.IN_CARE_AND_CARE_LEAVERS,
    f"{_PROGRESS}careleavers": Judgement.CARE_LEAVERS,
    f"{_PROGRESS}childrencareleavers": Judgement.CARE_LEAVERS,
    "overalleffectiveness": Judgement.OVERALL,
}
TABLE = JudgementTable(LABELS)
PARTS: JudgementTable[Judgement] = JudgementTable(
    {label: row for label, row in LABELS.items() if row is not Judgement.OVERALL}
)
_SERVICES = "childrens?(?:socialcare)?services"
_TITLE = f"inspectionof(?:localauthority)?{_SERVICES}(?=.{{0,60}}inspectiondate)"
_OF_COUNCIL = f"inspectionof((?:(?!inspectionof).){{3,90}}?)(?:localauthority)?(?:{_SERVICES})?inspectiondate"
_OPENING = re.compile(f"inspectionof.{{0,90}}{_SERVICES}inspectiondate")
_VISIT = re.compile("focuss?edvisit|monitoringvisit")


def recognises(pages: Sequence[str]) -> bool:
    """Whether it opens with the title, or has the table; letters about visits have neither."""
    title = title_letters(pages)
    return bool(TABLE.read(table_letters(pages))) or bool(_OPENING.search(title) and not _VISIT.search(title))


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.days_of_inspection(page)
    stretches = on_site(days)
    start = stretches.start if stretches else None
    table, heads = TABLE.read(table_letters(pages)), PARTS.headings(body_letters(pages))
    rows = reconcile(table, heads)
    grades = {row: grade for row, grade in rows.items() if grade}
    if rows and start and start >= NO_OVERALL and Judgement.OVERALL not in rows:
        grades[Judgement.OVERALL] = Grade.NOT_GIVEN
    unread = tuple(row for row in _expected(rows, start) if row not in rows)
    lead = header.lead_inspector(page)
    entries, list_doubts = improvements.read_improvements(pages)
    return Report(
        council_title=_council(page),
        framework=Framework.ILACS,
        type="" if not stretches else "short" if stretches.short else "standard",
        start=start,
        end=stretches.end if stretches else None,
        lead_inspector=lead,
        grades=grades,
        not_judged=tuple(row for row, grade in rows.items() if not grade),
        unread=unread,
        entries=entries,
        doubts=(
            *about_days(days),
            *about_heads(table, heads),
            *about_grades(unread),
            *about_lead(lead),
            *list_doubts,
        ),
    )


def _expected(rows: Mapping[Judgement, Grade | None], start: date | None) -> list[Judgement]:
    """The rows in the table of an inspection begun on that day; without a day, those that it certainly has."""
    expected = [Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION]
    apart = Judgement.IN_CARE in rows or Judgement.CARE_LEAVERS in rows
    if apart or (start and start >= LEAVERS_OWN_JUDGEMENT and Judgement.IN_CARE_AND_CARE_LEAVERS not in rows):
        expected += [Judgement.IN_CARE, Judgement.CARE_LEAVERS]
    else:
        expected.append(Judgement.IN_CARE_AND_CARE_LEAVERS)
    gives_overall = start < NO_OVERALL if start else not apart
    return [*expected, Judgement.OVERALL] if gives_overall else expected


def _council(page: str) -> str:
    """The council is above the title until August 2021, and within it since."""
    return header.title_before(page, _TITLE) or header.title_within(page, _OF_COUNCIL)
