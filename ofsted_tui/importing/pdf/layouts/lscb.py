"""The review of a Local Safeguarding Children Board: beside a single inspection, or (once) a report of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....core.model import Framework, Judgement
from .. import header, improvements
from ..days_on_site import on_site
from ..judgement_table import GRADE, as_grade
from ..normalise import letters, spaced_pattern
from ..report import Report
from .cover import first_page, table_letters, title_letters
from .warnings import about_days, about_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....core.model import Grade

_TITLE = "(?:local)?safeguardingchildrens?boardreviewoftheeffectiveness"
_BELOW_TABLE = re.compile(rf"effectivenessofthelocalsafeguardingchildrens?board(?:lscb)?(?:is)?{GRADE}")
_LINE = re.compile(rf"(?m)^(?=(T(?i:{spaced_pattern('he local safeguarding children')}).*(?:\n.*){{0,2}}))")
_AT_HEAD = re.compile(rf"thelocalsafeguardingchildrens?(?:board)?(?:lscb)?(?:is)?{GRADE}")


def board_grade(pages: Sequence[str]) -> Grade | None:
    """The safeguarding board's grade: from the sentence below the table, or the head of the board's part.

    Only a line that begins with the sentence counts; the end matter says what a good board is like.
    """
    if found := _BELOW_TABLE.search(table_letters(pages)):
        return as_grade(found[1])
    for line in (line for page in pages for line in _LINE.findall(page)):
        if found := _AT_HEAD.match(letters(line)):
            return as_grade(found[1])
    return None


def recognises(pages: Sequence[str]) -> bool:
    """Whether the report is about a safeguarding board alone."""
    title = title_letters(pages)
    return "reviewoftheeffectivenessofthelocalsafeguarding" in title and "inspectionofservicesforchildren" not in title


def read(pages: Sequence[str]) -> Report:
    """The report; see `Report` for what may be missing."""
    page = first_page(pages)
    days = header.days_of_inspection(page)
    stretches = on_site(days)
    grade = board_grade(pages)
    lead = header.lead_inspector(page, pages)
    entries, list_doubts = improvements.read_improvements(pages, part="lscb")
    return Report(
        council_title=header.title_before(page, _TITLE),
        framework=Framework.LSCB,
        type="review",
        start=stretches.start if stretches else None,
        end=stretches.end if stretches else None,
        published=header.published(page),
        lead_inspector=lead,
        grades={Judgement.LSCB: grade} if grade else {},
        entries=entries,
        doubts=(*about_days(days), *about_lead(lead), *list_doubts),
    )
