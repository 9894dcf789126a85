"""Inspections of services for looked-after children, 2013, graded on the older scale (its third grade is adequate).

The grades are on the last page with text, in a “record of main findings”. Two of its rows belong to our judgements;
capacity to improve, outcomes and quality of provision have none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....core.model import Framework, Judgement
from .. import header, improvements
from ..days_on_site import on_site
from ..judgement_table import JudgementTable
from ..normalise import letters
from ..report import Report
from .cover import first_page, title_letters
from .warnings import about_days, about_grades, about_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....core.model import Grade

_ROWS = (Judgement.OVERALL, Judgement.LEADERSHIP)
TABLE: JudgementTable[Judgement | str] = JudgementTable(
    {
        "overalleffectiveness": Judgement.OVERALL,
        "capacitytoimprove": "capacity to improve",
        "outcomesforlookedafterchildrenandyoungpeople": "outcomes",
        "qualityofprovision": "quality of provision",
        "leadershipandmanagement": Judgement.LEADERSHIP,
    }
)
_COUNCIL = "inspectionoflookedafterchildrenservices(.{3,80}?)inspectiondate"
_LEAD = re.compile(r"reporting inspector", re.IGNORECASE)
_GRADE_NUMBER = re.compile(r"\(?grade \d\)?", re.IGNORECASE)


def recognises(pages: Sequence[str]) -> bool:
    """Whether the title is that of the inspections of 2013."""
    return "inspectionoflookedafterchildrenservices" in title_letters(pages)


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.days_of_inspection(page)
    stretches = on_site(days)
    grades = _grades(pages)
    unread = tuple(row for row in _ROWS if row not in grades)
    lead = header.lead_inspector(_LEAD.sub("Lead inspector:", page))
    entries, list_doubts = improvements.read_improvements(pages)
    return Report(
        council_title=header.title_within(page, _COUNCIL),
        framework=Framework.TLAC,
        type="looked-after children",
        start=stretches.start if stretches else None,
        end=stretches.end if stretches else None,
        published=header.published(page),
        lead_inspector=lead,
        grades=grades,
        unread=unread,
        entries=entries,
        doubts=(*about_days(days), *about_grades(unread), *about_lead(lead), *list_doubts),
    )


def _grades(pages: Sequence[str]) -> dict[Judgement, Grade]:
    for page in reversed(pages):
        bare = letters(_GRADE_NUMBER.sub("", page))
        rows = TABLE.read(bare.partition("recordofmainfindings")[2])
        if rows:
            return {row: grade for row, grade in rows.items() if isinstance(row, Judgement) and grade}
    return {}
