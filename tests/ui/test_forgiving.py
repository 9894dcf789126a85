"""Search, palette and lists forgive: a misspelt name, any word for a command, the first letter of a choice."""

from __future__ import annotations

import pytest

from ofsted_tui.core.model import Judgement
from ofsted_tui.tui.keys import BROWSE, EVERYWHERE, HERE, SCREENS
from ofsted_tui.tui.synonyms import SYNONYMS

from .driver import browsing


async def test_a_misspelt_name_offers_the_council_and_enter_goes_there(repository):
    async with browsing(repository) as ui:
        await ui.search("lambth")
        ui.lists()
        ui.shows("No council is called", "Did you mean", "Lambeth?", "Enter  Go to Lambeth", "Esc    Clear the search")
        ui.shows("Enter Go to Lambeth  Esc Clear")
        await ui.press("enter")
        ui.highlights("Lambeth")
        assert not ui.app.state.selection.is_active


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_misspelt_word_of_the_findings_offers_the_nearest_and_enter_takes_it(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("2")
        await ui.type("supervison")
        ui.shows("Did you mean", "Enter Search for supervision  Esc Clear")
        await ui.press("enter")
        ui.shows("supervision", " of ", "Enter Open")


async def test_words_that_are_no_name_are_still_looked_for_in_what_inspectors_said(repository):
    async with browsing(repository) as ui:
        await ui.search("housing")
        ui.shows("Enter Search the findings  Esc Clear")
        await ui.press("enter")
        ui.shows("housing")
        assert ui.app.screen is not ui.browse


@pytest.mark.parametrize(
    ("typed", "title", "key"),
    [
        ("print", "Save", "x"),
        ("export", "Save", "x"),
        ("spreadsheet", "Save", "x"),
        ("csv", "Save", "x"),
        ("excel", "Save", "x"),
        ("neighbours", "Compare", "9"),
        ("date", "Date", "d"),
        ("2017", "Date", "d"),
        ("dec 2017", "Date", "d"),
        ("region", "Filter", "f"),
        ("copy", "Cite", "y"),
        ("quote", "Cite", "y"),
        ("light", "Theme", "t"),
        ("dark", "Theme", "t"),
        ("colour", "Theme", "t"),
        ("color", "Theme", "t"),
        ("bookmark", "Pin", "p"),
        ("exit", "Quit", "q"),
        ("glossary", "Help", "?"),
        ("next inspections", "Next inspections", "7"),
        ("private note", "Note", "a"),
        ("visit", "Visits", "V"),
        ("letter", "Visits", "V"),
        ("monitoring", "Visits", "V"),
        ("focused visit", "Visits", "V"),
        ("between inspections", "Visits", "V"),
        ("priority action", "Visits", "V"),
    ],
)
async def test_the_palette_finds_a_command_by_what_people_call_it(country, typed, title, key):
    async with browsing(country) as ui:
        await ui.press("ctrl+p")
        await ui.type(typed)
        await ui.pilot.pause(0.4)
        first = ui.frame.split("\n")
        assert any(f"{title}  {key}" in line for line in first), ui.frame


async def test_what_the_words_name_comes_before_what_has_their_letters(country):
    async with browsing(country) as ui:
        await ui.press("ctrl+p")
        await ui.type("print")
        await ui.pilot.pause(0.4)
        await ui.press("enter")
        await ui.pilot.pause(0.3)
        ui.shows("Web page to print (HTML)")


@pytest.mark.parametrize(
    "typed", ["leeds neighbours", "compare leeds", "neighbours of leeds", "leeds compared", "leeds neigh"]
)
async def test_the_palette_compares_a_council_that_is_named_beside_a_word_for_it(repository, typed):
    async with browsing(repository) as ui:
        await ui.press("ctrl+p")
        await ui.type(typed)
        ui.shows("Compare Leeds with its neighbours")
        await ui.press("enter")
        ui.shows("Leeds and its statistical neighbours", "▌Portsmouth")
        await ui.press("escape")
        ui.highlights("Leeds")


async def test_the_palette_compares_with_neighbours_though_councils_are_pinned(repository):
    async with browsing(repository) as ui:
        await ui.press("p", "down", "p", "9")
        ui.shows("2 pinned councils")
        await ui.press("ctrl+p")
        await ui.type("compare leeds")
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("Leeds and its statistical neighbours")


async def test_the_palette_offers_no_comparison_of_a_council_that_is_only_named(repository):
    async with browsing(repository) as ui:
        await ui.press("ctrl+p")
        await ui.type("leeds")
        assert "Compare Leeds" not in ui.frame


async def test_the_palette_opens_a_council_whose_name_is_misspelt(repository):
    async with browsing(repository) as ui:
        await ui.press("ctrl+p")
        await ui.type("lambth")
        await ui.pilot.pause(0.4)
        ui.shows("Lambeth", "Open this council")


async def test_the_theme_that_is_highlighted_is_shown_and_escape_goes_back(country):
    async with browsing(country) as ui:
        before = ui.app.theme
        await ui.press("t", "down")
        assert ui.app.theme == "ofsted-light"
        await ui.press("escape")
        assert ui.app.theme == before
        await ui.press("t", "down", "enter")
        assert ui.app.theme == "ofsted-light"


async def test_a_theme_that_was_only_looked_at_is_not_remembered(country):
    async with browsing(country) as ui:
        before = ui.app.settings.theme
        await ui.press("t", "down", "down")
        ui.app.exit()
        assert ui.app.settings.theme == before


async def test_the_screens_are_called_as_readers_would_look_for_them(country):
    async with browsing(country) as ui:
        await ui.press("0")
        ui.shows("2  Findings", "3  England", "7  Next inspections", "8  What's new")


def test_every_synonym_is_one_of_a_command():
    actions = {command.action for commands in (BROWSE, EVERYWHERE, *HERE.values()) for command in commands}
    assert set(SYNONYMS) <= actions


async def test_a_letter_goes_to_the_next_topic_that_begins_with_it(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("V", "v", "c", "enter")
        ui.shows("Care leavers")
        assert ui.app.screen.query_of_visits.topics == {"care-leavers"}


async def test_a_letter_or_figure_chooses_a_screen_or_a_judgement(repository):
    async with browsing(repository) as ui:
        await ui.press("v", "l", "enter")
        assert ui.browse.state.judgement is Judgement.LEADERSHIP
        await ui.press("0", "8", "enter")
        ui.shows("What's new")


async def test_a_region_that_is_typed_as_a_name_is_listed_by_the_key_that_is_told(repository):
    async with browsing(repository) as ui:
        await ui.search("north west")
        ui.shows("West Northamptonshi", "Enter, then f  List the", "24 councils in the", "Enter Show results")
        await ui.press("enter")
        ui.shows("f  List the 24 councils")
        assert "Enter, then" not in ui.frame
        await ui.press("f")
        ui.shows("North West ×", "24 of 153 councils listed")
        ui.shows("Enter Open  Esc Back  / Search  x Save")  # no longer the keys of one council
        await ui.press("escape")
        assert len(ui.browse.shown) == 153


async def test_a_region_in_which_no_council_has_the_name_is_listed_by_enter(repository):
    async with browsing(repository) as ui:
        await ui.search("east midl")
        ui.shows("Enter  List the 10", "Enter List the region  Esc Clear")
        await ui.press("enter")
        ui.shows("East Midlands ×", "10 of 153 councils listed")


@pytest.mark.parametrize("phrase", ["north", "south", "e", "leeds", "the humber"])
async def test_what_does_not_name_a_region_is_a_name(repository, phrase):
    async with browsing(repository) as ui:
        await ui.search(phrase)
        assert "List the" not in ui.frame
        await ui.press("enter", "f")
        ui.shows("Show only")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_window_of_screens_says_of_each_in_whole_words_what_it_shows(fuller_country, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.press("0")
        ui.shows(*(f"{screen.title:<17} {screen.tooltip} " for screen in SCREENS))
