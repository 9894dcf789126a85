"""Labels say which judgement a row is; programs leave the grade behind, within or half above its label."""

import pytest

from ofsted_tui.core.model import Grade
from ofsted_tui.importing.pdf.judgement_table import JudgementTable
from ofsted_tui.importing.pdf.normalise import letters

TABLE = JudgementTable(
    {"careofbees": "bees", "careofbeesandwasps": "both", "careofhoney": "honey", "thewhole": "whole"}
)
GOOD, INADEQUATE, IMPROVE = Grade.GOOD, Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT


def read_report(text: str) -> dict[str, Grade | None]:
    return TABLE.read(letters(text))


@pytest.mark.parametrize(
    "text",
    [
        "Care of bees Good\nCare of honey Requires improvement to be good\nThe whole Inadequate",
        "Care of bees\nGood\nCare of honey\nRequires improvement\nto be good\nThe whole\nInadequate",
        "Care of    Good\nbees\nRequires\nCare of honey\nimprovement\nThe whole   Inadequate",
        "Care of     Good\nbees\nCare of  requires improvement to\nhoney      be good\nThe whole  Inadequate",
        "1. Care of bees: Good. 2.1 Care of honey: Require Improvement 3. The whole: inadequate",
        "Careof bees Good Care of ho ney Requiresimprovement The whole Inade quate",
    ],
)
def test_a_row_is_read_however_its_words_are_laid_out(text: str) -> None:
    assert read_report(text) == {"bees": GOOD, "honey": IMPROVE, "whole": INADEQUATE}


def test_the_order_of_the_rows_does_not_matter() -> None:
    assert read_report("The whole Good\nCare of honey Inadequate") == {"whole": GOOD, "honey": INADEQUATE}


def test_half_a_grade_may_stand_above_the_first_label() -> None:
    assert read_report("as a minimum.\nRequires\n1. Care of bees\nimprovement\nCare of honey Good") == {
        "bees": IMPROVE,
        "honey": GOOD,
    }


def test_a_grade_in_a_sentence_above_the_table_is_none_of_its_grades() -> None:
    assert read_report("Beekeeping in Exampleshire is inadequate\nCare of bees Good\nThe whole Good") == {
        "bees": GOOD,
        "whole": GOOD,
    }
    text = "Beekeeping requires improvement to be good\nCare of bees Inadequate\nThe whole Good"
    assert read_report(text) == {"bees": INADEQUATE, "whole": GOOD}


@pytest.mark.parametrize(
    "prose",
    [
        "Care of bees in this county is good.",
        "Care of good honey is rare.",
        "Good keepers know their bees.",
        "Improvement is needed. The whole county is inadequate.",
        "To be outstanding takes years.",
    ],
)
def test_prose_behind_the_table_changes_nothing(prose: str) -> None:
    assert read_report(f"Care of bees Good\nCare of honey Inadequate\n{prose}") == {"bees": GOOD, "honey": INADEQUATE}


def test_a_longer_label_is_another_row() -> None:
    assert read_report("Care of bees Good\nand wasps\nThe whole Good") == {"both": GOOD, "whole": GOOD}
    assert read_report("Care of bees Good\nThe whole Good\nAndrew keeps bees.") == {"bees": GOOD, "whole": GOOD}


def test_not_judged_is_no_grade_but_no_gap_either() -> None:
    assert read_report("Care of bees Not judged\nCare of honey Good") == {"bees": None, "honey": GOOD}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Care of bees Good",
        "Care of bees\nCare of honey\nThe whole Good",
        "Care of bees improvement\nCare of honey Good",
        "Care of bees 12\nCare of honey 14\nThe whole 16",
    ],
)
def test_one_row_is_no_table(text: str) -> None:
    assert read_report(text) == {}


ROWS = {"bees": GOOD, "honey": IMPROVE, "whole": INADEQUATE}


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Care of bees\nCare of honey Requires improvement\nThe whole Inadequate", "bees"),
        ("Care of bees Good\nCare of honey\nThe whole Inadequate", "honey"),
        ("Care of bees Good\nCare of honey Requires improvement\nThe whole", "whole"),
        ("Good\nCare of honey Requires improvement\nThe whole Inadequate", "bees"),
        ("Care of bees Good\nRequires improvement\nThe whole Inadequate", "honey"),
    ],
)
def test_a_row_that_lost_its_grade_or_its_label_costs_only_itself(text: str, lost: str) -> None:
    assert read_report(text) == {row: grade for row, grade in ROWS.items() if row != lost}


@pytest.mark.parametrize("twice", ["Good\nGood", "Good Good Good"])
def test_a_grade_drawn_twice_moves_no_other(twice: str) -> None:
    text = f"Care of bees {twice}\nCare of honey Requires improvement\nThe whole Inadequate"
    assert read_report(text) == ROWS


def test_a_whole_grade_may_stand_above_its_label_where_each_row_has_one() -> None:
    assert (
        read_report("Care of bees Good\nRequires improvement to be good\nCare of honey\nThe whole Inadequate") == ROWS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Good\nCare of bees\nRequires improvement\nCare of honey\nInadequate\nThe whole",
        "Care of bees\nCare of honey\nThe whole\nGood\nRequires improvement\nInadequate",
        "Care of bees\nCare of honey\nGood\nRequires improvement\nThe whole Inadequate",
        "Beekeeping is good\nCare of bees Inadequate\nCare of honey Good\nThe whole",
        "Care of bees Requires improvement\nCare of honey\nto be good\nThe whole Inadequate",
    ],
)
def test_where_grades_may_have_moved_by_a_row_none_is_taken(text: str) -> None:
    assert read_report(text).items() <= {"whole": INADEQUATE}.items()


def test_heads_of_parts_are_read_wherever_they_stand() -> None:
    text = "Care of bees: good\nThey fly.\nRequires\nCare of honey\nimprovement\nIt flows. The whole hive."
    assert TABLE.headings(letters(text)) == {"bees": GOOD, "honey": IMPROVE}


def test_a_head_that_stands_with_two_grades_is_none() -> None:
    assert TABLE.headings(letters("Care of bees: good\nBefore: Care of bees: inadequate")) == {}
