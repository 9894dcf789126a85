"""Single inspections (SIF), 2014 to 2018, with the review of the safeguarding board beside a first inspection.

Four forms share the rows of the table; overall effectiveness stands in a sentence above it, the safeguarding board's
grade in a sentence below it (early 2014) or at the head of the board's part.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ....core.model import Framework, Grade, Judgement
from .. import header, improvements
from ..days_on_site import on_site, read_days
from ..judgement_table import GRADE, JudgementTable, as_grade
from ..normalise import letters, one_line, spaced_pattern
from ..report import Report
from ..title import without_words_around
from .cover import first_page, table_letters, title_letters
from .lscb import board_grade
from .section_grades import about_heads, body_letters, reconcile
from .warnings import about_days, about_grades, about_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = {
    "childrenwhoneedhelpandprotection": Judgement.HELP_AND_PROTECTION,
    "childreninneedofhelpandprotection": Judgement.HELP_AND_PROTECTION,
    "childrenlookedafterandachievingpermanence": Judgement.LOOKED_AFTER,
    "adoptionperformance": Judgement.ADOPTION,
    "experiencesandprogressofcareleavers": Judgement.CARE_LEAVERS,
    "leadershipmanagementandgovernance": Judgement.LEADERSHIP,
}
TABLE = JudgementTable(LABELS)
_ROWS = (
    Judgement.HELP_AND_PROTECTION, Judgement.LOOKED_AFTER, Judgement.ADOPTION, Judgement.CARE_LEAVERS,
    Judgement.LEADERSHIP,
)  # fmt: skip
_PARTS = JudgementTable(
    {
        label + verb: row
        for label, row in (
            ("theexperiencesandprogressofchildrenwhoneedhelpandprotection", Judgement.HELP_AND_PROTECTION),
            ("theexperiencesandprogressofchildrenlookedafterandachievingpermanence", Judgement.LOOKED_AFTER),
            ("leadershipmanagementandgovernance", Judgement.LEADERSHIP),
        )
        for verb in ("", "is", "are")
    }
)
_IN_WORDS = re.compile(
    r"thegradedjudge?ments?(?:for|about|of)(?:the)?(?:(adoption)|(?:experiences?andprogressof)?careleavers)(?:performance)?"
    rf"(?:isthatit|is)?(?:is|are)?{GRADE}"
)
"""Adoption and care leavers have their grades in a sentence at the end of their parts."""
_TITLE = "inspectionofservicesforchildren"
_OVERALL = re.compile(
    rf"(?:theoverall(?:judge?ment|effectiveness)is(?:that)?|childrens?services?(?:(?:in|for)(?P<place>[a-z]{{3,60}}?))?)"
    rf"(?:childrens?services?)?(?:are|is)?{GRADE}"
)
_AGAIN = re.compile(r"(?:Re|\bRE)[\s-]*$")
"""What marks a re-inspection, after the council's name; "Lancashire" ends differently."""
_BOARD_IN_TITLE = "reviewoftheeffectivenessofthelocalsafeguarding"
_HISTORY = re.compile(
    rf"^{spaced_pattern('previous')}\s*(?:{spaced_pattern('Ofsted')})?\s*{spaced_pattern('inspection')}s?\s*$(.{{20,2500}})",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_EARLIER = re.compile(
    rf"(?:{spaced_pattern('previous')}|{spaced_pattern('last')})[^.]{{0,40}}{spaced_pattern('inspection')}[^.]{{0,160}}?"
    rf"(?:was\s*in|{spaced_pattern('published')}(?:\s*in|\s*on)?|took\s*place\s*in)\s*"
    r"(?:\d{1,2}\s*)?([A-Z][a-z ]{2,9} ?20\d{2})"
)
_SUMMARY = 9_000
"""Letters of the body that its summary begins within."""
_SIF_BEGAN = date(2013, 11, 1)


def recognises(pages: Sequence[str]) -> bool:
    """Whether the title is that of a single inspection or re-inspection."""
    return "inspectionofservicesforchildreninneedofhelpandprotection" in title_letters(pages)


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.days_of_inspection(page)
    stretches = on_site(days)
    title = header.title_before(page, _TITLE)
    table, heads = TABLE.read(table_letters(pages)) | _overall(_above_table(page), title), _heads(pages, title)
    rows = reconcile(table, heads)
    board = board_grade(pages)
    grades = {row: grade for row, grade in rows.items() if grade}
    grades |= {Judgement.LSCB: board} if board else {}
    expected = [Judgement.OVERALL, *_ROWS] + ([Judgement.LSCB] if _BOARD_IN_TITLE in title_letters(pages) else [])
    unread = tuple(row for row in expected if row not in {**rows, **grades})
    lead = header.lead_inspector(page, pages)
    entries, list_doubts = improvements.read_improvements(pages)
    return Report(
        council_title=_AGAIN.sub("", title).strip(" -–"),
        framework=Framework.SIF,
        type="re-inspection" if _AGAIN.search(title) or _inspected_before(pages) else "first",
        start=stretches.start if stretches else None,
        end=stretches.end if stretches else days[0] if len(days) == 1 else None,
        published=header.published(page),
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


def _above_table(page: str) -> str:
    """The bare letters of the first page between the days and the table."""
    below = letters(page).partition("inspectiondate")[2]
    return below[: min((at for label in LABELS if (at := below.find(label)) >= 0), default=len(below))]


def _overall(text: str, title: str, *, named: bool = False) -> dict[Judgement, Grade | None]:
    """Overall effectiveness as given in sentences: with only a verb between the council's name and the grade.

    `named`: the council must be named. If sentences differ, none is used.
    """
    grades = set()
    for found in _OVERALL.finditer(text):
        place = without_words_around(found["place"] or "")
        if place in letters(title) and (place or not named):
            grades.add(as_grade(found[2]))
    return {Judgement.OVERALL: grades.pop()} if len(grades) == 1 else {}


def _heads(pages: Sequence[str], title: str) -> dict[Judgement, Grade | None]:
    """The grades at the heads of the report's parts and of its summary, but not those of an inspection before."""
    body = body_letters([page for page in pages if not _HISTORY.search(page)])
    heads = _PARTS.headings(body) | _overall(body[:_SUMMARY], title, named=True)
    for found in _IN_WORDS.finditer(body):
        heads[Judgement.ADOPTION if found[1] else Judgement.CARE_LEAVERS] = as_grade(found[2])
    return heads


def _inspected_before(pages: Sequence[str]) -> bool:
    """Whether the report mentions an earlier inspection of the council under these rules.

    Not every re-inspection is called one in its title; the page about earlier inspections gives their days, and
    inspections under these rules began in November 2013.
    """
    history = next((found[1] for page in pages[1:12] if (found := _HISTORY.search(page))), "")
    days = [day for found in _EARLIER.finditer(one_line(history)) for day in read_days(f"28 {found[1]}")]
    return any(day >= _SIF_BEGAN for day in days)
