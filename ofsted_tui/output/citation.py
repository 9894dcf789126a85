"""A citation: council, judgement, day, report, page, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import long_day
from ..core.judgement_result import JUDGEMENTS, judgement_result
from .council_profile import inspection_line

if TYPE_CHECKING:
    from ..core.model import Council, Finding, Inspection, Judgement
    from ..core.visits import Visit


def cite(council: Council, inspection: Inspection, judgement: Judgement) -> str:
    """One inspection's grade with its source, to paste into a paper for a committee.

    If the inspection gave no grade for the judgement, those that it gave.
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
    return f"{_cited(council, finding, f'report of {long_day(inspection.published)}')}{address}"


def cite_visit_finding(council: Council, visit: Visit, finding: Finding) -> str:
    """One finding of a visit's letter with its place; it says whose words they are."""
    return _cited(council, finding, f"letter of {long_day(visit.day)} on a {visit.type.value}")


def _cited(council: Council, finding: Finding, paper: str) -> str:
    """A finding with its place in a report or letter."""
    under = f"{finding.judgement.phrase}, " if finding.judgement else ""
    source = f"Ofsted’s {paper}, {under}{finding.place}"
    whose = f"{source}, in its words" if finding.is_verbatim else f"Summary of {source}; not Ofsted’s words"
    return f"{council.name}: {finding.text} ({whose}.)"
