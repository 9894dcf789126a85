"""Inspections of local authority children's services, since 2018 (ILACS).

The first page has the title, the days, the lead inspector, and a table of three judgements, since 2023 of four, with
overall effectiveness until 2026. Every wording of a row since 2018 is among the labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import LEAVERS_OWN_JUDGEMENT, NO_OVERALL, Framework, Grade, Judgement
from .. import header, improvements
from ..days_on_site import on_site
from ..report import Report
from ..table import JudgementTable
from ..tidying import one_line
from .cover import first_page, table_letters
from .doubts import about_days, about_grades, about_lead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_PROGRESS = "theexperiencesandprogressof"
TABLE = JudgementTable(
    {
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
)
_TITLE = r"inspection of (?:local authority )?children's (?:social care )?services"
_OF_COUNCIL = re.compile(r"inspection of (.{3,90}?)(?: local authority)?(?: children's services)? inspection dates?\b",
                         re.IGNORECASE)  # fmt: skip


def recognises(pages: Sequence[str]) -> bool:
    """Whether the first pages hold the table; letters about visits name the same framework but have none."""
    return Judgement.HELP_AND_PROTECTION in TABLE.read(table_letters(pages))


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.dates(page)
    stretches = on_site(days)
    start = stretches.start if stretches else None
    rows = TABLE.read(table_letters(pages))
    grades = {row: grade for row, grade in rows.items() if grade}
    if start and start >= NO_OVERALL and Judgement.OVERALL not in rows:
        grades[Judgement.OVERALL] = Grade.NOT_GIVEN
    lead = header.lead_inspector(pages[:1])
    entries, list_doubts = improvements.read(pages)
    return Report(
        council_title=_council(page),
        framework=Framework.ILACS,
        type="" if not stretches else "short" if stretches.short else "standard",
        start=start,
        end=stretches.end if stretches else None,
        lead_inspector=lead,
        grades=grades,
        not_judged=tuple(row for row, grade in rows.items() if not grade),
        entries=entries,
        doubts=(*about_days(days), *about_grades(_expected(rows, start), rows), *about_lead(lead), *list_doubts),
    )


def _expected(rows: Mapping[Judgement, Grade | None], start: date | None) -> list[Judgement]:
    """The rows that the table of a report begun on that day has."""
    expected = [Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION]
    apart = Judgement.IN_CARE in rows or Judgement.CARE_LEAVERS in rows
    if apart or (start and start >= LEAVERS_OWN_JUDGEMENT and Judgement.IN_CARE_AND_CARE_LEAVERS not in rows):
        expected += [Judgement.IN_CARE, Judgement.CARE_LEAVERS]
    else:
        expected.append(Judgement.IN_CARE_AND_CARE_LEAVERS)
    return expected if start and start >= NO_OVERALL else [*expected, Judgement.OVERALL]


def _council(page: str) -> str:
    """The council stands above the title until August 2021, and within it since."""
    line = one_line(page)
    head = re.split(r"inspection dates?", line, maxsplit=1, flags=re.IGNORECASE)[0]
    within = _OF_COUNCIL.search(line)
    return header.title_before(head, _TITLE) or (within[1].strip() if within else "")
