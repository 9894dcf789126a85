"""Single inspections of 2014 to 2018; the texts are made up in the shape of each form."""

from datetime import date

import pytest

from ofsted_tui.core.model import Framework, Grade, Judgement
from ofsted_tui.importing.pdf import read_report
from ofsted_tui.importing.pdf.normalise import tidy

GOOD, INADEQUATE, IMPROVE = Grade.GOOD, Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT
TITLE = "Inspection of services for children in need of help and\nprotection, children looked after and care leavers"
BOARD_TITLE = "and\nReview of the effectiveness of the Local Safeguarding Children\nBoard1"
TABLE = """1. Children who need help and protection
Requires
improvement
2. Children looked after and achieving
permanence Good

2.1 Adoption performance  Inadequate
2.2 Experiences and progress of Care Leavers Good
3. Leadership, management and governance Requires improvement"""
ROWS = {
    Judgement.HELP_AND_PROTECTION: IMPROVE, Judgement.LOOKED_AFTER: GOOD, Judgement.ADOPTION: INADEQUATE,
    Judgement.CARE_LEAVERS: GOOD, Judgement.LEADERSHIP: IMPROVE,
}  # fmt: skip
TEAM = (
    "The inspection team\nLead inspector: Ann Exemplar HMI\nDeputy lead inspector: Ben Sample\nTeam inspectors: Cy Test"
)


def report_of(overall: str, *, board: str = "", title: str = f"{TITLE}\n{BOARD_TITLE}", body: str = "") -> list[str]:
    first = f"""1
London Borough of Example
{title}
Inspection date: 29 April \u2013 21 May 2014
Report published: 30 June 2014
{overall}
It is expected that all children receive good help, care and protection.
{TABLE}
{board}"""
    return [tidy(page) for page in (first, f"2\nContents\nSummary 3\n{body}", TEAM)]


@pytest.mark.parametrize(
    ("overall", "grade"),
    [
        ("The overall judgement is inadequate", INADEQUATE),
        ("The overall judgement is requires improvement", IMPROVE),
        ("The overall judgement is that children\u2019s services are good", GOOD),
        ("The overall judgement is that children\u2019s services require\nimprovement", IMPROVE),
        ("The overall judgement is that children\u2019s service requires\nimprovement.", IMPROVE),
        ("Children\u2019s services in Example are inadequate", INADEQUATE),
        ("Children\u2019s services in the London Borough of Example require improvement to be Good", IMPROVE),
        ("Children\u2019s services in Example are outstanding", Grade.OUTSTANDING),
    ],
)
def test_overall_stands_in_a_sentence_above_the_table(overall: str, grade: Grade) -> None:
    report = read_report(report_of(overall))
    assert report.grades == {Judgement.OVERALL: grade, **ROWS}


@pytest.mark.parametrize(
    "instead",
    [
        "",
        "Children's services in Example are",
        "Children's services in Example are\nThe authority is good at plans.",
        "Children's services in places are inadequate",
    ],
)
def test_without_that_sentence_no_other_gives_the_overall_grade(instead: str) -> None:
    body = "Executive summary\nChildren's services in Example, which were inadequate, are good."
    report = read_report(report_of(instead, body=body))
    assert report.grades == ROWS
    assert report.doubts[0] == "The grade for “Overall effectiveness” could not be read."


def test_without_that_sentence_the_summarys_first_one_gives_it() -> None:
    body = "Executive summary\nChildren's services in the borough of Example require improvement to be good."
    report = read_report(report_of("", body=body))
    assert report.grades == {Judgement.OVERALL: IMPROVE, **ROWS}
    assert report.doubts[0].startswith("The grade for “Overall effectiveness” could not be read on the first page")


def test_a_table_that_lost_a_grade_has_it_from_the_head_of_the_part_but_not_from_the_inspection_before() -> None:
    before = "Previous Ofsted inspections\nThe last one gave:\nLeadership, management and governance: inadequate"
    part = "The graded judgement for adoption performance is that it is inadequate\nLeadership, management and\nRequires improvement\ngovernance"
    pages = report_of("Children's services in Example are good")
    pages[0] = pages[0].replace("Adoption performance Inadequate", "Adoption performance")
    pages[0] = pages[0].replace("governance Requires improvement", "governance")
    pages += [tidy(before), tidy(part)]
    assert read_report(pages).grades == {Judgement.OVERALL: GOOD, **ROWS}


def test_the_facts_of_the_first_page_and_the_team() -> None:
    report = read_report(report_of("The overall judgement is good"))
    assert report.council_title == "London Borough of Example"
    assert (report.framework, report.type) == (Framework.SIF, "first")
    assert (report.start, report.end) == (date(2014, 4, 29), date(2014, 5, 21))
    assert report.published == date(2014, 6, 30)
    assert report.lead_inspector == "Ann Exemplar"


def test_early_in_2014_the_boards_grade_stands_below_the_table_and_is_no_row_of_it() -> None:
    board = "The effectiveness of the Local Safeguarding Children Board (LSCB) is\nrequires improvement"
    report = read_report(report_of("The overall judgement is good", board=board))
    assert report.grades == {Judgement.OVERALL: GOOD, **ROWS, Judgement.LSCB: IMPROVE}


@pytest.mark.parametrize(
    "head",
    [
        "The Local Safeguarding Children Board (LSCB)\nThe Local Safeguarding Children Board is inadequate",
        "The Local Safeguarding Children Board is inadequate.",
        "The Local Safeguarding Children is inadequate",
        "The Local Safeguarding Children\nBoard (LSCB) is\ninadequate",
    ],
)
def test_later_the_boards_grade_stands_at_the_head_of_its_part(head: str) -> None:
    body = (
        f"In places the Local Safeguarding Children Board is good at plans.\n{head}\nAn LSCB that is good coordinates."
    )
    report = read_report(report_of("Children's services in Example are good", body=body))
    assert report.grades[Judgement.LSCB] is INADEQUATE


def test_a_board_in_the_title_whose_grade_is_not_found_is_doubted() -> None:
    report = read_report(report_of("Children's services in Example are good"))
    assert "The grade for “Safeguarding board (LSCB)” could not be read." in report.doubts


@pytest.mark.parametrize("word", ["Re-inspection", "Reinspection", "Re- inspection", "CouncilRe-inspection"])
def test_a_re_inspection_by_its_title(word: str) -> None:
    assert read_report(
        report_of("Children's services in Example are good", title=TITLE.replace("Inspection", word))
    ).type == ("re-inspection")


def test_a_council_whose_name_ends_in_re_is_not_re_inspected() -> None:
    pages = report_of("Children's services in Exampleshire are good")
    pages[0] = pages[0].replace("London Borough of Example", "Exampleshire")
    report = read_report(pages)
    assert (report.type, report.council_title) == ("first", "Exampleshire")


def test_neither_is_one_whose_name_is_torn_apart() -> None:
    pages = report_of("Children's services in Exampleshire are good")
    pages[0] = pages[0].replace("London Borough of Example", "Exampleshi re")
    assert read_report(pages).type == "first"


@pytest.mark.parametrize(
    "heading", ["Previous Ofsted inspections", "PreviousOfsted inspections", "Previous Ofsted\ninspections"]
)
def test_however_the_heading_above_earlier_inspections_is_set(heading: str) -> None:
    body = f"{heading}\nThe last inspection report for children's services was published in May 2015. It was:"
    assert read_report(report_of("Children's services in Example are good", body=body)).type == "re-inspection"


@pytest.mark.parametrize(
    ("history", "kind"),
    [
        ("The previous inspection of safeguarding arrangements was in May 2012. It was adequate.", "first"),
        ("The last inspection report for children's services was published in May 2015. It was:", "re-inspection"),
        ("The previous single inspection of the services was\npublished in 20 March 2015.", "re-inspection"),
        ("The previous inspection of safeguarding arrangements was in November 2013.", "re-inspection"),
        ("Thelast inspectionreport forchildren's services waspublishedin May2015. It was:", "re-inspection"),
    ],
)
def test_a_re_inspection_by_the_inspections_before_it(history: str, kind: str) -> None:
    body = f"Previous Ofsted inspections\n■ One home was good at its most recent inspection.\n■ {history}"
    assert read_report(report_of("Children's services in Example are good", body=body)).type == kind


def test_the_previous_inspections_grades_are_not_this_ones() -> None:
    body = (
        "Previous Ofsted inspections\n– Children who need help and protection: inadequate\n– Adoption performance: good"
    )
    report = read_report(report_of("Children's services in Example are good", body=body))
    assert report.grades == {Judgement.OVERALL: GOOD, **ROWS}


def test_a_table_that_runs_over_the_page_past_a_footnote() -> None:
    pages = report_of("Children's services in Example are good")
    head, tail = pages[0].split("2.1 Adoption")
    note = "1 Ofsted produces this report under its power to combine reports. Good and inadequate are grades."
    pages[:1] = [f"{head}\n\n{note}", f"2\n2.1 Adoption{tail}"]
    assert read_report(pages).grades == {Judgement.OVERALL: GOOD, **ROWS}


def test_not_judged_is_told_apart_from_not_found() -> None:
    pages = report_of("Children's services in Example are good", title=TITLE)
    report = read_report([page.replace("performance Inadequate", "performance Not judged") for page in pages])
    assert report.not_judged == (Judgement.ADOPTION,)
    assert Judgement.ADOPTION not in report.grades
    assert not [doubt for doubt in report.doubts if "grade" in doubt]


def test_one_day_alone_is_taken_as_the_last_and_said() -> None:
    pages = report_of("Children's services in Example are good")
    pages[0] = pages[0].replace("29 April – 21 May 2014", "28 July 2016")
    report = read_report(pages)
    assert (report.start, report.end) == (None, date(2016, 7, 28))
    assert report.doubts[0] == "The report gives only one date for the inspection; it was taken as the last day."
