"""Reports since 2018; the texts are made up in the shape of each form."""

from datetime import date

import pytest

from ofsted_tui.core.model import Framework, Grade, Judgement
from ofsted_tui.importing.pdf import UnreadableReport, read_report
from ofsted_tui.importing.pdf.normalise import tidy

GOOD, IMPROVE, OUTSTANDING = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.OUTSTANDING
LEADERS = "The impact of leaders on social work practice with children\nand families"
HELP = "The experiences and progress of children who need help and\nprotection"
IN_CARE = "The experiences and progress of children in care"
JOINT = "The experiences and progress of children in care and care\nleavers"
LEAVERS = "The experiences and progress of care leavers"

FORM_2018 = f"""1

Exampleshire County Council
Inspection of children\u2019s social care services
Inspection dates: 4 June to 15 June 2018
Lead inspector:  Ann Exemplar
Her Majesty\u2019s Inspector
Judgement Grade
{LEADERS} Requires improvement
to be good
{HELP} Good
{JOINT} Good
Overall effectiveness Good
Overall, people here like gardens."""

FORM_2023 = f"""Inspection of Exampleshire local authority
children\u2019s services
Inspection dates: 10 to 14 June 2024
Lead inspector: M\u00e1ire Example-Jones, His Majesty\u2019s Inspector
Judgement Grade
{LEADERS}
Outstanding
{HELP} Good
{IN_CARE} Good
{LEAVERS} Requires improvement to be good
Overall effectiveness Good
The experiences and progress of children and young people in Exampleshire are good.
When last inspected, services were inadequate overall."""

FORM_2026 = f"""Inspection of Exampleshire local authority children\u2019s services
Inspection dates: 11 to 22 May 2026
Lead inspectors: Ann Exemplar, His Majesty\u2019s Inspector
Ben Sample, HMI
Judgement Grade
{LEADERS} Good
{HELP} Inadequate
{IN_CARE} Good
{LEAVERS} Good
Good work was seen. In 2022 overall effectiveness was inadequate."""


def test_the_form_of_2018_with_the_council_above_the_title() -> None:
    report = read_report([tidy(FORM_2018)])
    assert report.council_title == "Exampleshire County Council"
    assert (report.framework, report.type) == (Framework.ILACS, "standard")
    assert (report.start, report.end, report.published) == (date(2018, 6, 4), date(2018, 6, 15), None)
    assert report.lead_inspector == "Ann Exemplar"
    assert report.grades == {
        Judgement.LEADERSHIP: IMPROVE, Judgement.HELP_AND_PROTECTION: GOOD,
        Judgement.IN_CARE_AND_CARE_LEAVERS: GOOD, Judgement.OVERALL: GOOD,
    }  # fmt: skip


def test_the_form_of_2023_with_care_leavers_on_their_own() -> None:
    report = read_report([tidy(FORM_2023)])
    assert report.council_title == "Exampleshire"
    assert report.type == "short"
    assert report.lead_inspector == "Máire Example-Jones"
    assert report.grades == {
        Judgement.LEADERSHIP: OUTSTANDING, Judgement.HELP_AND_PROTECTION: GOOD, Judgement.IN_CARE: GOOD,
        Judgement.CARE_LEAVERS: IMPROVE, Judgement.OVERALL: GOOD,
    }  # fmt: skip


def test_the_form_of_2026_gives_no_overall_and_none_is_taken_from_the_prose() -> None:
    report = read_report([tidy(FORM_2026)])
    assert report.grades[Judgement.OVERALL] is Grade.NOT_GIVEN
    assert report.grades[Judgement.HELP_AND_PROTECTION] is Grade.INADEQUATE
    assert report.lead_inspector == "Ann Exemplar; Ben Sample"


def test_the_form_goes_by_what_stands_there_not_by_the_day() -> None:
    """Reports of spring 2026 on inspections of before April still carry overall effectiveness."""
    begun_in_march = FORM_2026.replace("11 to 22 May 2026", "9 to 20 March 2026")
    doubts = read_report([tidy(begun_in_march)]).doubts
    assert "The grade for “Overall effectiveness” could not be read." in doubts


@pytest.mark.parametrize(
    ("days", "grade", "unread"),
    [
        ("31 March to 10 April 2026", None, (Judgement.OVERALL,)),
        ("1 to 10 April 2026", Grade.NOT_GIVEN, ()),
    ],
)
def test_overall_is_given_to_inspections_begun_before_april_2026(days, grade, unread) -> None:
    report = read_report([tidy(FORM_2026.replace("11 to 22 May 2026", days))])
    assert report.grades.get(Judgement.OVERALL) is grade
    assert report.unread == unread


@pytest.mark.parametrize(
    ("days", "unread"),
    [
        ("31 December 2022 to 13 January 2023", (Judgement.IN_CARE_AND_CARE_LEAVERS,)),
        ("1 to 13 January 2023", (Judgement.IN_CARE, Judgement.CARE_LEAVERS)),
    ],
)
def test_care_leavers_are_judged_alone_in_inspections_begun_from_january_2023(days, unread) -> None:
    lost = FORM_2018.replace(f"{JOINT} Good\n", "").replace("4 June to 15 June 2018", days)
    assert read_report([tidy(lost)]).unread == unread


def test_the_columns_of_a_page_may_be_far_apart() -> None:
    layout = """      Inspection of Exampleshire local authority children\u2019s services
    Inspection dates: 1 to 5 May 2023
    Lead inspector:    Ann Exemplar, His Majesty\u2019s Inspector
    Judgement                                          Grade
    The impact of leaders on social work               Requires improvement
    practice with children and families                to be good
    The experiences and progress of                    Good
    children who need help and protection
    The experiences and progress of                    Outstanding
    children in care
    The experiences and progress of care               Good
    leavers
                                                       Requires improvement
    Overall effectiveness
                                                       to be good
    """
    report = read_report([tidy(layout)])
    assert report.grades == {
        Judgement.LEADERSHIP: IMPROVE, Judgement.HELP_AND_PROTECTION: GOOD, Judgement.IN_CARE: OUTSTANDING,
        Judgement.CARE_LEAVERS: GOOD, Judgement.OVERALL: IMPROVE,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "variant"),
    [
        (LEAVERS, "The experiences and progress of children care leavers"),
        (LEADERS, "The impact of leaders on practice with children and families"),
        (LEADERS, "The impact of leaders on social work practice with children\nand families."),
    ],
)
def test_labels_that_were_printed_otherwise(printed: str, variant: str) -> None:
    assert read_report([tidy(FORM_2023.replace(printed, variant))]).grades == read_report([tidy(FORM_2023)]).grades


def test_the_title_may_name_a_trust() -> None:
    text = FORM_2023.replace("Exampleshire local authority\nchildren\u2019s services", "Exampleshire Families Trust")
    assert read_report([tidy(text)]).council_title == "Exampleshire Families Trust"


def test_the_days_come_from_the_first_page_not_from_a_misprinted_footer() -> None:
    footer = "Inspection of Exampleshire local authority children's services\n22 to 14 June 2025   2"
    assert read_report([tidy(FORM_2023), footer]).end == date(2024, 6, 14)


def test_what_is_missing_is_said() -> None:
    text = FORM_2023.replace("Lead inspector: M\u00e1ire Example-Jones, His Majesty\u2019s Inspector", "")
    text = text.replace("10 to 14 June 2024", "in June")
    report = read_report([tidy(text)])
    assert (report.type, report.start, report.lead_inspector) == ("", None, "")
    assert report.doubts[:2] == (
        "The dates of the inspection could not be read.",
        "The report does not name a lead inspector, or the name could not be read.",
    )


def test_a_row_without_a_grade_is_said_and_takes_no_other_rows_grade() -> None:
    report = read_report([tidy(FORM_2026.replace("families Good", "families").replace("Good work", "Work"))])
    assert Judgement.LEADERSHIP not in report.grades
    assert report.grades[Judgement.HELP_AND_PROTECTION] is Grade.INADEQUATE
    assert report.doubts[0] == "The grade for “Leadership” could not be read."


BODY = f"""The experiences and progress of children who need help and
protection: requires improvement to be good
1. Children go out.
{IN_CARE}: good
{LEAVERS}: good
The impact of leaders on social work practice with children and families: good"""


def test_what_the_table_lost_stands_again_at_the_head_of_its_part() -> None:
    text = FORM_2026.replace("families Good", "families").replace("Good work", "Work")
    report = read_report(
        [tidy(text), tidy(BODY.replace("protection: requires improvement to be good", "protection: inadequate"))]
    )
    assert report.grades[Judgement.LEADERSHIP] is GOOD
    assert report.doubts[0] == (
        "The grade for “Leadership” could not be read on the first page; it was taken from the section heading."
    )


def test_where_table_and_part_differ_neither_is_taken() -> None:
    report = read_report([tidy(FORM_2026), tidy(BODY)])
    assert Judgement.HELP_AND_PROTECTION not in report.grades
    assert report.doubts[0] == (
        "The first page and the section heading give different grades for “Help and protection”; neither was taken."
    )


def test_a_report_without_its_table_says_what_else_it_holds() -> None:
    text = FORM_2026.partition("Judgement")[0] + "Children here like gardens."
    with pytest.raises(UnreadableReport, match="none of its judgements could be read") as refused:
        read_report([tidy(text)])
    report = refused.value.report
    assert report
    assert (report.council_title, report.start, report.lead_inspector) == (
        "Exampleshire", date(2026, 5, 11), "Ann Exemplar; Ben Sample",
    )  # fmt: skip


def test_a_letter_about_a_visit_is_no_such_report() -> None:
    letter = "Focused visit to Exampleshire local authority children's services\nInspection dates: 1 to 2 May 2024\n"
    with pytest.raises(UnreadableReport, match="focused visit"):
        read_report([tidy(f"{letter}Dear director, thank you.")])


@pytest.mark.parametrize("apostrophe", ["\u2032", "\x00", "", " ", "\ufffd", "\u02bc"])
def test_whatever_became_of_the_apostrophe_the_title_stands(apostrophe: str) -> None:
    for form, council in ((FORM_2018, "Exampleshire County Council"), (FORM_2023, "Exampleshire")):
        assert read_report([tidy(form.replace("\u2019", apostrophe))]).council_title == council


def test_the_title_may_run_along_the_top_of_the_page_too() -> None:
    running = "Inspection of Exampleshire local authority children's services\n14 June 2024\n"
    assert read_report([tidy(running + FORM_2023)]).council_title == "Exampleshire"


@pytest.mark.parametrize("cover", ["", "Ofsted\nraising standards"])
def test_a_sheet_may_lie_above_the_first_page(cover: str) -> None:
    report = read_report([tidy(cover), tidy(FORM_2023)])
    assert (report.lead_inspector, len(report.grades)) == ("Máire Example-Jones", 5)
