"""A citation: council, judgement, day, report, page, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .days import long_day
from .profile import inspection_line

if TYPE_CHECKING:
    from .model import Council, Finding, Inspection, Judgement


def cite(council: Council, inspection: Inspection, judgement: Judgement) -> str:
    """One inspection's grade with where it stands: to paste into a paper for a committee."""
    grade = inspection.grades.get(judgement)
    held = f"{judgement.title}: {grade.word}." if grade else f"{judgement.title}: not judged."
    address = f" {inspection.report_url}" if inspection.report_url else ""
    return f"{council.name}. {held} Ofsted, {inspection_line(inspection)}.{address}"


def cite_finding(council: Council, inspection: Inspection, finding: Finding) -> str:
    """One finding with its place; it says that the words are not Ofsted's."""
    address = f" {inspection.report_url}" if inspection.report_url else ""
    return (
        f"{council.name}: {finding.text} (Summary of Ofsted’s report of {long_day(inspection.published)}, "
        f"{finding.place}; not Ofsted’s words.){address}"
    )
