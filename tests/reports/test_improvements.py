"""The report's own list of improvements, in every shape that it has had."""

import pytest

from ofsted_tui.importing.pdf.improvements import NO_ENTRIES, NO_LIST, read_improvements
from ofsted_tui.importing.pdf.normalise import tidy
from ofsted_tui.importing.pdf.report import Entry


def entries(*pages: str) -> list[Entry]:
    return list(read_improvements([tidy(page) for page in pages])[0])


def texts(*pages: str) -> list[str]:
    return [entry.text for entry in entries(*pages)]


@pytest.mark.parametrize(
    "heading",
    ["What needs to improve", "What needs to improve?", "What needs to improve?1", "What needs to improve? 1"],
)
@pytest.mark.parametrize("bullet", ["\u25fc", "\uf06e", "\uf0a7", "\u25a0", "\u2022"])
def test_bullets_since_2018(heading: str, bullet: str) -> None:
    page = f"""{heading}
{bullet} The plans for
outings.
{bullet} How visits are recorded (outcome 1, national framework)

The experiences and progress of children who need help and
protection: good
1. Children go out often."""
    assert entries("First page", page) == [
        Entry("The plans for outings.", 2, "B1"),
        Entry("How visits are recorded (outcome 1, national framework)", 2, "B2"),
    ]


def test_numbers_with_lists_within_an_entry() -> None:
    page = """Recommendations
1. Plan outings by:
\uf02d asking children
\uf0a7 asking carers.
2. Record visits (pages 13, 31, paragraphs 19,
94).
3. Ask why.
Summary for children and young people
\uf06e We met children."""
    assert texts(page) == [
        "Plan outings by: asking children asking carers.",
        "Record visits (pages 13, 31, paragraphs 19, 94).",
        "Ask why.",
    ]


def test_a_list_that_goes_on_over_the_page_without_heads_feet_and_footnotes() -> None:
    foot = "Inspection of Exampleshire\n1 to 5 May 2024   {}"
    first = (
        "What needs to improve?1\n\u25fc Plans that\n\n1 The areas are cross-referenced with a framework.\nIt has outcomes.\n"
        + foot.format(2)
    )
    second = foot.format(3) + "\nare kept.\n\u25fc Visits.\nThe impact of leaders on practice: good\n1. Leaders lead."
    found = entries(foot.format(1), first, second, foot.format(4))
    assert [(entry.text, entry.page, entry.reference) for entry in found] == [
        ("Plans that are kept.", 2, "B1"),
        ("Visits.", 3, "B1"),
    ]


def test_priority_actions_areas_and_their_sub_headings() -> None:
    page = """What does the local authority need to improve?
Priority and immediate action
Outcomes for care leavers
1. Meet every care leaver.
The quality of plans
2. Write plans.
Areas for improvement
3. Plan outings.
The local authority's strengths
4. Staff are kind."""
    assert entries(page) == [
        Entry("Meet every care leaver.", 1, "R1", "immediate"),
        Entry("Write plans.", 1, "R2", "immediate"),
        Entry("Plan outings.", 1, "R3"),
    ]


@pytest.mark.parametrize(
    "end",
    [
        "The local authority has the following strengths:",
        "The LSCB\u2019s strengths",
        "Progress since the last inspection",
        "Inspection judgements about the local authority",
        "Key strengths and weaknesses of the LSCB",
    ],
)
def test_numbered_paragraphs_behind_the_list_are_no_entries(end: str) -> None:
    assert texts(f"Areas for improvement\n12. Plan.\n13. Record.\n{end}\n14. Staff are kind.") == ["Plan.", "Record."]


def test_there_is_nothing_to_do_at_once() -> None:
    page = """Priority and immediate action
26. The inspection did not find any areas for priority and immediate action.
Areas for improvement
27. Plan outings."""
    assert [entry.reference for entry in entries(page)] == ["R27"]


LINES = "Children go out.\nThey like it.\nSo do carers."


def test_the_boards_list_is_a_part_of_its_own() -> None:
    contents = "Contents\nRecommendations 3\nThe Local Safeguarding Children Board (LSCB) 9\nRecommendations 10"
    council = "Recommendations\n1. Plan.\n2. Record.\nSummary for children and young people\n■ We met children."
    board = "The Local Safeguarding Children Board (LSCB)\nThe Local Safeguarding Children Board is good\nRecommendations\n90. Meet.\nInspection findings – the Local Safeguarding Children Board\n91. It meets."
    found = entries("First\n\npage", f"2\n\n\n{contents}", f"3\n{LINES}\n{council}", f"4\n{LINES}\n{board}")
    assert [(entry.reference, entry.part, entry.page) for entry in found] == [
        ("R1", "council", 3), ("R2", "council", 3), ("R90", "lscb", 4),
    ]  # fmt: skip


def test_three_terms_of_2013() -> None:
    page = """Areas for improvement
20. In order to improve, the local authority should take the
following action.
Immediately:
\uf06e ask children
\uf06e ask carers.
Within three months:
\uf06e Write it down
Within six months:
\uf06e do it.
Outcomes for looked after children and young
people
Grade 4 (Inadequate)
21. Children like school."""
    assert [(entry.text, entry.reference, entry.priority) for entry in entries(page)] == [
        ("ask children", "B1", "immediate"), ("ask carers.", "B2", "immediate"),
        ("Write it down", "B3", "3-months"), ("do it.", "B4", "6-months"),
    ]  # fmt: skip


def test_an_entry_may_ask_for_immediate_action_itself() -> None:
    assert entries("Recommendations\n1. Take immediate action to visit.\n2. Write.")[0].priority == "immediate"


def test_a_number_at_the_start_of_a_wrapped_line_is_no_entry() -> None:
    page = (
        "What needs to improve\n\u25fc Advisers for care leavers who reach\n17.\n\u25fc Plans.\nThe impact of leaders"
    )
    assert texts(page) == ["Advisers for care leavers who reach 17.", "Plans."]


def test_bullets_that_lost_their_font() -> None:
    assert texts("What needs to improve\nn Plans.\nn Visits\nto homes.") == ["Plans.", "Visits to homes."]


def test_a_number_that_got_lost_is_said_and_costs_only_its_own_entry() -> None:
    found, doubts = read_improvements(["Recommendations\n1. Plan.\n3. Record.\n4. Ask."])
    assert [entry.reference for entry in found] == ["R1", "R3", "R4"]
    assert doubts == ("Entry 2 of the list of what must improve could not be found.",)


def test_numbers_and_bullets_on_lines_of_their_own_even_at_the_edge_of_a_page() -> None:
    numbered = ["Recommendations\n1.\nPlan.\n2.\nRecord.", "3.\nAsk.\n4.\nGo.", "5.\nSing.\n6.\nDance."]
    assert texts(*numbered) == ["Plan.", "Record.", "Ask.", "Go.", "Sing.", "Dance."]
    bulleted = ["What needs to improve\n\u25fc\nPlans.", "\u25fc\nVisits.", "\u25fc\nSongs.", "\u25fc\nDances."]
    assert texts(*bulleted) == ["Plans.", "Visits.", "Songs.", "Dances."]


def test_words_below_a_lone_bullet_are_an_entry_even_where_they_begin_as_a_heading_does() -> None:
    page = (
        "What needs to improve\n\u25fc\nThe impact of leaders on plans.\n\u25fc\nVisits.\nThe impact of leaders: good"
    )
    assert texts(page) == ["The impact of leaders on plans.", "Visits."]


def test_entries_that_share_a_line() -> None:
    assert texts("What needs to improve\n\u25fc Plans. \u25fc Visits\nto homes.") == ["Plans.", "Visits to homes."]
    assert texts("Recommendations\n1. Plan. 2. Record (paragraph 3. It says how). 3. Ask.") == [
        "Plan.", "Record (paragraph 3. It says how).", "Ask.",
    ]  # fmt: skip


def test_a_list_whose_numbers_go_on_behind_it_is_doubted() -> None:
    page = "Recommendations\n1. Plan.\n2. Record.\n{}\nSummary for children and young people\n{} Children go out."
    found, doubts = read_improvements([page.format("8. Sing.\n9. Dance.", "10.")])
    assert [entry.reference for entry in found] == ["R1", "R2"]
    assert doubts == ("The list of what must improve may continue after entry 2.",)
    assert read_improvements([page.format("", "3.")])[1] == ()


def test_nothing_to_do_at_once_may_be_glued() -> None:
    assert [entry.reference for entry in entries("Areas for improvement\n1. Thereareno areas for\n2. Plan.")] == ["R2"]


def test_no_list_is_told_apart_from_a_list_that_is_prose() -> None:
    assert read_improvements(["1. Children go out."]) == ((), (NO_LIST,))
    assert read_improvements(["What needs to improve?\nVery little, and leaders know it.\nThe impact of leaders"]) == (
        (),
        (NO_ENTRIES,),
    )
