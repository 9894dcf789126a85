import pytest

from ofsted_tui.importing.pdf.normalise import letters, spaced_pattern, tidy


@pytest.mark.parametrize(
    ("found", "tidied"),
    [
        ("the council\u2019s plan", "the council's plan"),
        ("\u201cgood\u201d", '"good"'),
        ("1\u20135 May \u2014 2024 \u2500 end", "1–5 May – 2024 – end"),
        ("sel\ufb01sh", "selfish"),
        ("a\u00a0 b\u2009c", "a b c"),
        ("co\u00adoperation", "cooperation"),
        ("\uf06e  Plan visits", "■ Plan visits"),
        ("\u25fc Plan visits", "◼ Plan visits"),
        ("\uf02d within it", "– within it"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
    ],
)
def test_what_programs_and_fonts_leave_becomes_plain(found: str, tidied: str) -> None:
    assert tidy(found) == tidied


def test_nothing_is_left_that_could_steer_a_terminal() -> None:
    assert tidy("Good\x1b]2;title\x07\u202e\x9b31m\x00") == "Good]2;title31m"


def test_bare_letters_see_through_glued_and_torn_words() -> None:
    assert letters("Child ren who needhelp\nand protec-tion.") == letters("Children who need help and protection")


def test_a_loose_pattern_finds_words_with_blanks_inside() -> None:
    import re

    assert re.fullmatch(spaced_pattern("inspection date"), "inspec tion da te")
