"""From a report to an inspection of the library."""

from datetime import date

import pytest

from ofsted_tui.core.model import Council, Framework, Grade, Inspection, Judgement
from ofsted_tui.importing.pdf import PublishedUnknown, Report, match, to_inspection

COUNCIL = Council("exampleshire", "Exampleshire", "Exampleshire")
REPORT = Report(
    "Exampleshire County Council", Framework.ILACS, "short", date(2024, 6, 10), date(2024, 6, 14), None, "Ann Exemplar",
    {Judgement.OVERALL: Grade.GOOD},
)  # fmt: skip
KNOWN = Inspection(
    "exampleshire-2024-07-23", "exampleshire", Framework.ILACS, "short", date(2024, 7, 23), date(2024, 6, 10),
    date(2024, 6, 14), "Ann Exemplar", {Judgement.OVERALL: Grade.GOOD}, "https://example.org/1", "report",
)  # fmt: skip


def test_a_known_inspection_is_recognised_by_council_framework_and_days() -> None:
    others = [
        KNOWN._replace(key="a", start=date(2021, 6, 7), end=date(2021, 6, 11)),
        KNOWN._replace(key="b", council="elsewhere"),
        KNOWN._replace(key="c", framework=Framework.SIF),
    ]
    assert match("exampleshire", REPORT, [*others, KNOWN]) is KNOWN
    assert match("exampleshire", REPORT, others) is None


def test_days_may_differ_by_a_few() -> None:
    assert match("exampleshire", REPORT._replace(start=date(2024, 6, 11)), [KNOWN]) is KNOWN
    assert match("exampleshire", REPORT._replace(start=date(2024, 5, 11)), [KNOWN]) is None


def test_two_that_fit_are_none() -> None:
    assert match("exampleshire", REPORT, [KNOWN, KNOWN._replace(key="twin")]) is None


def test_where_one_side_has_no_days_the_day_of_publication_decides() -> None:
    bare = KNOWN._replace(start=None, end=None)
    assert match("exampleshire", REPORT, [bare]) is bare
    assert match("exampleshire", REPORT, [bare._replace(published=date(2026, 7, 23))]) is None
    dayless = REPORT._replace(start=None, end=None, published=date(2024, 7, 23))
    assert match("exampleshire", dayless, [KNOWN]) is KNOWN
    assert match("exampleshire", dayless._replace(published=date(2024, 7, 24)), [KNOWN]) is None
    assert match("exampleshire", dayless._replace(published=None), [KNOWN]) is None


def test_it_says_what_the_report_says() -> None:
    made = to_inspection(REPORT, COUNCIL, published=date(2024, 7, 23))
    assert made == KNOWN._replace(source="own", report_url="")
    assert made.added_by_user


def test_the_reports_own_line_counts_before_what_the_user_says() -> None:
    printed = REPORT._replace(published=date(2024, 7, 20))
    assert to_inspection(printed, COUNCIL, published=date(2024, 7, 30)).key == "exampleshire-2024-07-20"
    assert to_inspection(REPORT, COUNCIL, published=date(2024, 7, 30)).key == "exampleshire-2024-07-30"


def test_no_day_of_publication_is_guessed() -> None:
    with pytest.raises(PublishedUnknown):
        to_inspection(REPORT, COUNCIL)


def test_not_judged_is_noted() -> None:
    report = REPORT._replace(published=date(2016, 9, 20), not_judged=(Judgement.ADOPTION,))
    assert to_inspection(report, COUNCIL).notes == "Adoption was not judged"
