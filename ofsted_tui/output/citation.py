"""A citation: council, judgement, day, report, page, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import long_day
from ..core.judgement_result import JUDGEMENTS, judgement_result
from .council_profile import inspection_line

if TYPE_CHECKING:
    from ..core.model import Council, Finding, Inspection, Judgement


def cite(council: Council, inspection: Inspection, judgement: Judgement) -> str:
    """One inspection's grade with where it stands: to paste into a paper for a committee.

    Where the inspection gave no grade for the judgement, those that it gave.
    """
    said = judgement_result(judgement, inspection)
    parts = [f"{judgement.title}: {said.word}."] if said.expected else []
    if said.grade is None or said.grade.rank is None:
        graded = [(other, inspection.grades[other]) for other in JUDGEMENTS if other in inspection.grades]
        parts += [f"{other.title}: {grade.word}." for other, grade in graded if other is not judgement]
    address = f" {inspection.report_url}" if inspection.report_url else ""
    return f"{council.name}. {' '.join(parts)} Ofsted, {inspection_line(inspection)}.{address}"


def cite_finding(council: Council, inspection: Inspection, finding: Finding) -> str:
    """One finding with its judgement and place; it says whose words they are."""
    address = f" {inspection.report_url}" if inspection.report_url else ""
    under = f"{finding.judgement.phrase}, " if finding.judgement else ""
    report = f"Ofsted’s report of {long_day(inspection.published)}, {under}{finding.place}"
    source = f"{report}, in its words" if finding.is_verbatim else f"Summary of {report}; not Ofsted’s words"
    return f"{council.name}: {finding.text} ({source}.){address}"
