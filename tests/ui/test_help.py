"""Help opens with what the words on the screen mean; then what it is for, then its keys."""

from __future__ import annotations

import pytest

from ofsted_tui.tui.glossary import GLOSSARY

from .driver import browsing


async def test_help_opens_with_the_words_of_the_screen(country):
    async with browsing(country) as ui:
        await ui.press("?")
        ui.shows("Help · Councils", "Words on this screen", "Overall effectiveness: one grade", "requires improvement",
                 "▲ = ▼", "joint, j, Jt")  # fmt: skip


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("3", "┬ the date you marked"),
        ("4", "were judged together"),
        ("6", "From one framework to another"),
        ("7", "window that has passed"),
        ("8", "It gives no grade"),
        ("9", "The ten councils most like this one"),
    ],
)
async def test_each_screen_has_words_of_its_own(country, key, words):
    async with browsing(country, size=(120, 40)) as ui:
        await ui.press(key, "?")
        assert words in " ".join(ui.frame.replace("│", " ").split())


def test_every_abbreviation_is_spelt_out_somewhere():
    meanings = " ".join(f"{term.words} {term.meaning}" for _, terms in GLOSSARY.values() for term in terms)
    for short in ("ILACS", "SIF", "SLAC", "CPI", "TLAC", "LSCB", "RI", "¶", "B2", "R4", "↺", "OGGO", "†", "★", "◆"):
        assert short in meanings
    assert "Inspection of local authority children's services" in meanings
    assert "Single inspection framework" in meanings


async def test_help_is_about_the_pane_in_focus(country):
    async with browsing(country, size=(80, 50)) as ui:
        await ui.press("?", "space")
        ui.shows("You are in the list of councils.", "Filter the list by name as you type")
        await ui.press("escape", "tab", "?", "space")
        ui.shows("This is one council's page.")


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "7", "8", "9", "z"])
async def test_the_narrowest_key_bar_keeps_enter_escape_and_help(country, key):
    async with browsing(country, size=(60, 20)) as ui:
        await ui.press(*([key, "enter"] if key == "2" else [key]))
        bar = ui.frame.rstrip("\n").rpartition("\n")[2]
        assert "Esc " in bar
        assert "? Help" in bar
        assert key in {"z", "6"} or "Enter " in bar, (
            "but where there is nothing to open, as in journeys that nobody made"
        )
