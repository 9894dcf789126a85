"""The four reports of 2013; the text is made up in their shape."""

from datetime import date

import pytest

from ofsted_tui.core.model import Framework, Grade, Judgement
from ofsted_tui.importing.pdf import UnreadableReport, read_report

COVER = """Inspection of looked after children
services
Exampleshire Council

Inspection dates: 15-19 July 2013
Reporting inspector Ann Exemplar HMI

Age group: All
Published: 23 August 2013"""
SCALE = """All inspection judgements are made on this scale.
Outstanding (Grade 1)
Adequate (Grade 3)
Record of main findings 24"""
RECORD = """Record of main findings
Services for looked after children
Overall effectiveness Adequate Grade 3
Capacity to improve Good Grade 2
Outcomes for looked after children and
young people
Adequate Grade 3
Quality of provision Adequate Grade 3
Leadership and management Inadequate Grade 4"""


def test_grades_come_from_the_record_at_the_end_and_adequate_stays_adequate() -> None:
    report = read_report([COVER, SCALE, "Overall effectiveness\nGrade 2 (Good)", RECORD, ""])
    assert report.grades == {Judgement.OVERALL: Grade.ADEQUATE, Judgement.LEADERSHIP: Grade.INADEQUATE}


def test_the_cover() -> None:
    report = read_report([COVER, SCALE, RECORD])
    assert report.council_title == "Exampleshire Council"
    assert (report.framework, report.type) == (Framework.TLAC, "looked-after children")
    assert (report.start, report.end) == (date(2013, 7, 15), date(2013, 7, 19))
    assert (report.published, report.lead_inspector) == (date(2013, 8, 23), "Ann Exemplar")


def test_without_the_record_nothing_is_taken_from_the_scale() -> None:
    with pytest.raises(UnreadableReport, match="none of its judgements"):
        read_report([COVER, SCALE])
