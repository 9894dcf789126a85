"""Papers that are not graded reports of a council's children's services: what each one is, in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..normalise import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = (
    (r"focuss?edvisit", "a letter about a focused visit, which gives no grades"),
    (r"monitoringvisit", "a letter about a monitoring visit, which gives no grades"),
    (r"jointtargetedarea|jtai", "a letter about a joint targeted area inspection, which gives none of these grades"),
    (r"specialeducationalneeds|areasend", "about special educational needs, not an inspection of children's services"),
    (
        r"inspectionofsafeguardingandlookedafter|arrangementsfortheprotectionofchildren",
        "a report from 2009 to 2013, under older frameworks, which we do not read",
    ),
    (
        r"inspectionofservicesforchildren|childrens(?:socialcare)?servicesinspectiondate|theimpactofleaderson",
        "the beginning of an inspection of children's services, but its table of judgements could not be read",
    ),
    (r"childrenshome", "about a children's home, not an inspection of a council's children's services"),
    (r"fosteringagency|fosteringservice|adoptionagency|adoptionsupport", "about a fostering or adoption agency, not an "
     "inspection of a council's children's services"),
    (r"school|academy|college|nursery|earlyyears", "about a school, college or nursery, not an inspection of "
     "a council's children's services"),
)  # fmt: skip
_OTHER = "not a report of an inspection of a council's children's services"
_ABOUT_COUNCILS = 6
"""Of the kinds, those about councils' services; papers of committees name all the others in passing."""
_COMMITTEE = re.compile(r"agenda|scrutiny|committee|cabinet|overviewand|reporttocouncil|publicdocumentpack")
_TITLE_WITHIN = 400
"""Bare letters at the top of a page that a paper's title is within."""


def kind_of_paper(pages: Sequence[str]) -> str:
    """What sort of paper it is, as a sentence without its end: `it is a letter about a focused visit, which ...`."""
    opening = letters("".join(pages[:2]))[:1500]
    papers = _COMMITTEE.search(opening)
    if found := _named(opening, _KINDS[:_ABOUT_COUNCILS] if papers else _KINDS):
        return f"it is {found}"
    if further := _further_down(pages):
        return f"it is {_OTHER}; {further}"
    return f"it is a set of committee papers, {_OTHER}" if papers else f"it is {_OTHER}"


def _further_down(pages: Sequence[str]) -> str:
    """The first paper about a council's services after other pages."""
    for number, page in enumerate(pages[2:], 3):
        if found := _named(letters(page)[:_TITLE_WITHIN], _KINDS[:_ABOUT_COUNCILS]):
            return f"page {number} seems to be {found}"
    return ""


def _named(opening: str, kinds: Sequence[tuple[str, str]]) -> str:
    return next((sentence for pattern, sentence in kinds if re.search(pattern, opening)), "")
