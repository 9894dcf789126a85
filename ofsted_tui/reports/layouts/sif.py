"""Single inspections (SIF), 2014 to 2018, with the review of the safeguarding board beside a first inspection.

Four forms share the rows of the table; overall effectiveness stands in a sentence above it, the safeguarding board's
grade in a sentence below it (early 2014) or at the head of the board's part.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ...model import Framework, Grade, Judgement
from .. import header, improvements
from ..days_on_site import on_site, read_days
from ..report import Report
from ..table import GRADE, JudgementTable, as_grade
from ..tidying import one_line
from .board import board_grade
from .cover import first_page, table_letters, title_letters
from .doubts import about_days, about_grades, about_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = JudgementTable(
    {
        "childrenwhoneedhelpandprotection": Judgement.HELP_AND_PROTECTION,
        "childreninneedofhelpandprotection": Judgement.HELP_AND_PROTECTION,
        "childrenlookedafterandachievingpermanence": Judgement.LOOKED_AFTER,
        "adoptionperformance": Judgement.ADOPTION,
        "experiencesandprogressofcareleavers": Judgement.CARE_LEAVERS,
        "leadershipmanagementandgovernance": Judgement.LEADERSHIP,
    }
)
_ROWS = (
    Judgement.HELP_AND_PROTECTION, Judgement.LOOKED_AFTER, Judgement.ADOPTION, Judgement.CARE_LEAVERS,
    Judgement.LEADERSHIP,
)  # fmt: skip
_TITLE = r"\b(?:re-? ?)?inspection of services for children"
_OVERALL = re.compile(
    rf"theoverall(?:judge?ment|effectiveness)is(?:that)?(?:childrens?services?(?:in[a-z]{{3,60}}?)?)?(?:are|is)?{GRADE}"
    rf"|childrens?services(?:in|for)[a-z]{{3,70}}?(?:are|is)?{GRADE}"
)
_RE_INSPECTION = re.compile(r"\bre-? ?inspection of services", re.IGNORECASE)
_BOARD_IN_TITLE = "reviewoftheeffectivenessofthelocalsafeguarding"
_HISTORY = re.compile(r"^previous (?:Ofsted )?inspections?\s*$(.{20,2500})", re.IGNORECASE | re.DOTALL | re.MULTILINE)
_EARLIER = re.compile(
    r"(?:previous|last)[^.]{0,40}inspection[^.]{0,160}?(?:was in|published(?: in| on)?|took place in)\s+"
    r"(?:\d{1,2} )?([A-Z][a-z]{2,8} 20\d{2})"
)
_SIF_BEGAN = date(2013, 11, 1)


def recognises(pages: Sequence[str]) -> bool:
    """Whether the title is that of a single inspection or re-inspection."""
    return "inspectionofservicesforchildreninneedofhelpandprotection" in title_letters(pages)


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.dates(page)
    stretches = on_site(days)
    rows = TABLE.read(table_letters(pages))
    overall = _overall(pages)
    board = board_grade(pages)
    grades = {row: grade for row, grade in rows.items() if grade}
    grades |= {Judgement.OVERALL: overall} if overall else {}
    grades |= {Judgement.LSCB: board} if board else {}
    again = _again(pages, page)
    expected = [Judgement.OVERALL, *_ROWS] + ([Judgement.LSCB] if _BOARD_IN_TITLE in title_letters(pages) else [])
    lead = header.lead_inspector(pages)
    entries, list_doubts = improvements.read(pages)
    return Report(
        council_title=header.title_before(page, _TITLE),
        framework=Framework.SIF,
        type="re-inspection" if again else "first",
        start=stretches.start if stretches else None,
        end=stretches.end if stretches else days[0] if len(days) == 1 else None,
        published=header.published(page),
        lead_inspector=lead,
        grades=grades,
        not_judged=tuple(row for row, grade in rows.items() if not grade),
        entries=entries,
        doubts=(
            *about_days(days),
            *about_grades(expected, {**rows, **grades}),
            *about_lead(lead),
            *list_doubts,
        ),
    )


def _overall(pages: Sequence[str]) -> Grade | None:
    found = _OVERALL.search(table_letters(pages))
    return as_grade(found[1] or found[2]) if found else None


def _again(pages: Sequence[str], first: str) -> bool:
    """Whether the council had been inspected under these rules before.

    Not every re-inspection is called one in its title; the page about earlier inspections gives their days, and
    inspections under these rules began in November 2013.
    """
    if _RE_INSPECTION.search(one_line(first)):
        return True
    history = next((found[1] for page in pages[1:12] if (found := _HISTORY.search(page))), "")
    days = [day for found in _EARLIER.finditer(one_line(history)) for day in read_days(f"28 {found[1]}")]
    return any(day >= _SIF_BEGAN for day in days)
