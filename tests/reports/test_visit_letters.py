"""Letters about visits: whose, when, what inspectors looked at, what must improve; in every form that letters have had."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.core.visits import VisitType
from ofsted_tui.importing.pdf import visit_letter
from ofsted_tui.importing.pdf.report import Entry

OF_2018 = """22 February 2018

Jane Example
Director of Children's Services
Exampleshire County Council
BL9 0EJ

Dear Ms Example

Focused visit to Exampleshire local authority children's services

This letter summarises the findings of a focused visit to Exampleshire local authority
children's services on 30 and 31 January 2018. The inspectors were Ann Other, HMI, and
John Doe, HMI.

Inspectors looked at the local authority's arrangements for care leavers.

Inspectors looked at a range of evidence, including case discussions with social workers.

Overview

Some progress has been made.

What needs to improve in this area of social work practice

\uf06e Pathway plans, so that they say who does what.
\uf06e The accommodation of care leavers who live
  a long way from home.
Findings

\uf06e Plans are often late."""
OF_2025 = """12 January 2026

Dear Jane

Focused visit to the London Borough of Exampleshire children's services

This letter summarises the findings of the focused visit to Exampleshire children's services on 3
to 4 December 2025. His Majesty's Inspectors for this visit were Ann Other and John Doe.

Inspectors looked at the local authority's arrangements for children in care, with a particular focus on:
\u25fc Decision-making for children who come into care.
\u25fc Care and permanence planning.

This visit was carried out in line with the inspection of local authority children's services (ILACS) framework.

Headline findings

Leaders are ambitious.

Areas for priority action

\u25fc Visits to children who are missing.

What needs to improve in this area of social work practice?1

\u25fc Life-story work (outcome 3, national framework).

Main findings

Children come into care when they should.

1
The areas for improvement have been cross-referenced with the outcomes."""
MONITORING = """13 July 2024

Dear Mr Example

Monitoring visit to Exampleshire children's services

This letter summarises the findings of the monitoring visit to Exampleshire children's
services on 22 and 23 May 2024. This was the third monitoring visit since the local authority
was judged inadequate in January 2023. Her Majesty's Inspectors for this visit were Ann Other and John Doe.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern identified at the
last inspection:
\u25fc The quality of plans for care leavers.

This visit was carried out in line with the framework.

Headline findings

Progress is slow.

Findings and evaluation of progress

Plans are late."""


def read(text: str) -> visit_letter.VisitLetter:
    from ofsted_tui.importing.pdf.normalise import tidy

    pages = [tidy(page) for page in text.split("\f")]
    assert visit_letter.recognises(pages)
    return visit_letter.read(pages)


def test_a_letter_of_2018() -> None:
    letter = read(OF_2018)
    assert letter.council_titles[0] == "Exampleshire"
    assert (letter.type, letter.published) == (VisitType.FOCUSED, date(2018, 2, 22))
    assert (letter.start, letter.end) == (date(2018, 1, 30), date(2018, 1, 31))
    assert letter.focus == "Inspectors looked at the local authority's arrangements for care leavers."
    assert letter.entries == (
        Entry("Pathway plans, so that they say who does what.", 1, "B1"),
        Entry("The accommodation of care leavers who live a long way from home.", 1, "B2"),
    )
    assert (letter.priority_action, letter.doubts) == (False, ())


def test_a_letter_of_today_with_priority_actions_and_a_footnote() -> None:
    letter = read(OF_2025)
    assert letter.council_titles[0] == "London Borough of Exampleshire"
    assert (letter.start, letter.end, letter.published) == (date(2025, 12, 3), date(2025, 12, 4), date(2026, 1, 12))
    assert "Care and permanence planning" in letter.focus
    assert letter.entries == (
        Entry("Visits to children who are missing.", 1, "B1", "immediate"),
        Entry("Life-story work (outcome 3, national framework).", 1, "B2"),
    )
    assert letter.priority_action


def test_a_letter_about_a_monitoring_visit() -> None:
    letter = read(MONITORING)
    assert (letter.type, letter.published) == (VisitType.MONITORING, date(2024, 7, 13))
    assert (letter.start, letter.end) == (date(2024, 5, 22), date(2024, 5, 23))
    assert "The quality of plans for care leavers." in letter.focus
    assert letter.entries == ()


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("on 11 December 2017", "2017-12-11", "2017-12-11"),
        ("on 30 and 31 January", "2018-01-30", "2018-01-31"),  # the year is that of the letter
        ("on 29 and 30 December", "2017-12-29", "2017-12-30"),  # or the one before
        ("on 29 and 30 November, and 1 December 2017", "2017-11-29", "2017-12-01"),
        ("between 30 January and 1 February 2018", "2018-01-30", "2018-02-01"),
        ("on 30 January 2017 to 31 January 2018", "2018-01-30", "2018-01-31"),  # no visit lasts a year
    ],
)
def test_the_days_of_a_visit(days: str, start: str, end: str) -> None:
    letter = read(OF_2018.replace("on 30 and 31 January 2018", days))
    assert (str(letter.start), str(letter.end)) == (start, end)
    assert bool(letter.doubts) is ("to 31" in days)


@pytest.mark.parametrize(
    ("printed", "published"),
    [("22 February 2017", "2018-02-22"), ("22 February 20188", "2018-02-22"), ("", "None")],
)
def test_a_misprinted_or_missing_date_is_doubted(printed: str, published: str) -> None:
    letter = read(OF_2018.replace("22 February 2018", printed))
    assert str(letter.published) == published
    assert len(letter.doubts) == 1


@pytest.mark.parametrize(
    "title",
    ["Focused visit to children's services", "Focussed visit of Exampleshire's children's services",
     "Focused visit to Exampleshire Children's Trust"],
)  # fmt: skip
def test_the_council_is_named_in_the_first_sentence_too(title: str) -> None:
    letter = read(OF_2018.replace("Focused visit to Exampleshire local authority children's services", title, 1))
    assert any(name.startswith("Exampleshire") for name in letter.council_titles[:2])


def test_a_date_that_a_program_puts_at_the_foot_of_the_page_is_found() -> None:
    date_below = OF_2018.replace("22 February 2018\n", "", 1) + "\n22 February 2018\n"
    assert (read(date_below).published, read(date_below).doubts) == (date(2018, 2, 22), ())


def test_words_that_a_program_glues_together_or_tears_apart() -> None:
    odd = OF_2018.replace("Focused visit", "Focusedvisit").replace("services on 30", "serviceson 30")
    letter = read(odd.replace("January 2018", "J anuary 2018"))
    assert letter.council_titles[0] == "Exampleshire"
    assert (letter.start, letter.end) == (date(2018, 1, 30), date(2018, 1, 31))


def test_earlier_areas_for_priority_action_that_remain_count() -> None:
    remains = OF_2018.replace("Some progress has been made.", "The areas for priority action set in 2017 remain.")
    assert read(remains).priority_action


def test_that_there_are_none_is_no_area_for_priority_action() -> None:
    none = OF_2018.replace("Overview", "Overview\n\nThere are no priority actions.\n\nAreas for priority action\n\n"
                           "There are no priority actions following this visit.\n")  # fmt: skip
    letter = read(none)
    assert not letter.priority_action
    assert [entry.priority for entry in letter.entries] == ["", ""]


def test_the_end_of_a_letter_is_no_part_of_its_list() -> None:
    letter = read(
        OF_2018.partition("Findings\n\n")[0] + "\nOfsted will take the findings into account.\n\nYours sincerely"
    )
    assert letter.entries[-1].text.endswith("from home.")


@pytest.mark.parametrize(
    "opening",
    [
        "Dear Ms Example\n\nJoint targeted area inspection of the multi-agency response to abuse in Exampleshire: children",
        "Dear Ms Example\n\nArea SEND inspection of Exampleshire: children; a monitoring visit to follow",
        "Dear Ms Example\n\nReview of children's homes",
        "Agenda: the focused visit to Exampleshire children's services",
    ],
)
def test_papers_of_other_kinds_are_no_such_letters(opening: str) -> None:
    assert not visit_letter.recognises([opening])
