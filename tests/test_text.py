"""Text from outside: nothing in it can steer a terminal or start a formula."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.core.sanitise import CELL_LIMIT, clean, clean_all
from ofsted_tui.output.formats import escape_formula


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Leeds", "Leeds"),
        ("  two\t words \n here ", "two words here"),
        ("\x1b]2;gone\x1b\\name", "]2;gone\\name"),
        ("a\x9b31mb", "a31mb"),
        ("a\u202eb\u200b\ufeff", "ab"),
        ("\u2066left \u2067right \u2068either\u2069", "left right either"),
        ("caf\u0065\u0301", "café"),
        ("[bold]x[/nope]", "[bold]x[/nope]"),
        ("\ud800x", "x"),
        ("safe\u00adguarding", "safeguarding"),
        ("e\u00ad\u0301", "é"),
        ("a\u180eb\u034fc\ufe0fd\U000e0041e", "abcde"),
        ("\u3164Leeds\u2800\u115fCity\u1160\uffa0", "Leeds City"),
        ("", ""),
    ],
)
def test_cleaning(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_nothing_harmful_is_left(text):
    left = clean(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in left)
    assert clean(left) == left
    assert len(left) <= CELL_LIMIT


DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""The classes of characters that turn the direction of a text: embeddings, overrides, isolates, and their ends."""


def test_no_character_is_left_that_turns_the_direction_of_a_text():
    turning = [char for char in map(chr, range(0x110000)) if unicodedata.bidirectional(char) in DIRECTIONS]
    assert len(turning) == 9
    assert [char for char in turning if clean(f"a{char}b") != "ab"] == []


def test_a_cell_of_any_length_is_cut():
    assert len(clean("x" * 10**6)) == CELL_LIMIT


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "  =1+1", "\t=1"])
def test_a_text_that_looks_like_a_formula_is_made_a_text(cell):
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Leeds", "", -5, 2.5, "a=1", "’"])
def test_everything_else_is_left_alone(cell):
    assert escape_formula(cell) == cell


@given(st.lists(st.text(st.sampled_from("a é’ \n\t\u0301\u200b\xa0\xadＡ\ud800"))))
def test_many_texts_are_cleaned_as_each_by_itself(texts):
    assert list(clean_all(texts)) == [clean(text) for text in texts]


def test_many_texts_are_cut_as_each_by_itself():
    texts = ["a" * (CELL_LIMIT + 1), "b"]
    assert list(clean_all(texts)) == [clean(text) for text in texts]
