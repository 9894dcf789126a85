"""One muted line explains the letters and marks in sight, in windows that have a line to spare."""

from __future__ import annotations

import pytest

from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.glossary import GLOSSARY, explained_signs
from ofsted_tui.tui.widgets.sign_line import SignLine

from .driver import browsing
from .terminal import Terminal


def _line(ui) -> str:
    return ui.frame.split("\n")[-3]


EXAMPLES = [
    ("Lancashire           OGGO", "Four letters: leadership, help and protection, children in care, care leavers"),
    ("Lancashire   O  G  –  O ", "Four letters: leadership, help and protection, children in care, care leavers"),
    ("Leicester            ▼ RI", "RI requires improvement"),
    ("Leicester            ▼ R", "R requires improvement"),
    ("Leicester            ▼ R", "▲ = ▼ better, same, worse"),
    ("Leeds                = O", "▲ = ▼ better, same, worse"),
    ("Children in care  Rj", "joint: children in care and care leavers judged together"),
    ("↺ Write plans", "↺ asked before"),
    ("Supervision · p 12 ¶26", "¶ paragraph"),
    ("p\u00a02\u00a0B3", "B bullet"),
    ("p\u00a02\u00a0R4", "R entry of the list"),
    ("ILACS, standard", "ILACS framework 2018–"),
    ("SIF · 7 Jul 2014", "SIF framework 2013–17"),
    ("LSCB              RI", "LSCB Local Safeguarding Children Board"),
    ("● Mar 2012 CPI", "CPI inspections of 2009–13"),
    ("● Mar 2012 TLAC", "TLAC inspections of 2009–13"),
    ("● Oct 2011 SLAC", "SLAC inspections of 2009–13"),
    ("○ Jul 2024 Front door", "○ visit, gives no grade"),
    ("Leeds                = O", "O outstanding"),
    ("Leeds                ▲ G", "G good"),
    ("Leeds                ▼ I", "I inadequate"),
    ("Safeguarding         = A", "A adequate"),
    ("Leeds                ▲ G", "▲ = ▼ better, same, worse"),
    ("Leeds ★✎", "★ pinned"),
    ("Leeds ★✎", "✎ with a note of yours"),
    ("Leeds ◆", "◆ added by you"),
]


@pytest.mark.parametrize(("text", "brief"), EXAMPLES)
def test_a_sign_is_explained_where_it_stands(text, brief):
    assert brief in list(explained_signs("Browse", text))


@pytest.mark.parametrize(
    "text", ["Reading and Rutland", "Good or Outstanding", "A week in Goole, B&B", "RIBA", "x = y+1"]
)
def test_words_are_no_signs(text):
    assert [brief for brief in explained_signs("Browse", text) if not brief.startswith("▲")] == []


def test_every_sign_has_an_example_above():
    explained = {brief for _, brief in EXAMPLES}
    assert {sign.brief for _, terms in GLOSSARY.values() for term in terms for sign in term.signs} <= explained


def test_every_screen_can_be_asked():
    assert all(list(explained_signs(screen, "")) == [] for screen in GLOSSARY)


async def test_the_row_that_is_highlighted_is_explained_first(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lancashire")) as ui:
        assert _line(ui).startswith(" Four letters: leadership, help and protection, children in care, care leavers · ")
        await ui.press("down")
        assert _line(ui).startswith(" ▲ = ▼ better, same, worse · ")


async def test_what_the_council_panel_has_in_sight_is_explained_too(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        for brief in ("▲ = ▼ better, same, worse", "↺ asked before", "B bullet", "¶ paragraph"):
            assert brief in _line(ui)
        await ui.press("enter", "end")
        assert "SLAC inspections of 2009–13" in _line(ui)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_low_window_keeps_its_lines_for_the_councils(repository, size):
    async with browsing(repository, size=size) as ui:
        assert not ui.browse.query_one(SignLine).display
        assert "╰" in _line(ui)


def test_a_window_that_is_opened_before_the_first_frame_has_the_signs_beneath_it(tmp_path):
    """They are worked out after that frame, of which Textual tells no screen that lies beneath another."""
    terminal = Terminal(tmp_path, size=(120, 40))
    try:
        assert terminal.read(20, until=b"?1049h")
        terminal.write(b"v")
        assert terminal.read(20, until=b"Choose")
        assert terminal.read(2, until=b"RI requires improvement")
        assert b"RI requires improvement" in terminal.printed
    finally:
        terminal.close()
