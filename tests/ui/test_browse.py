"""The first screen, driven by keyboard as a newcomer would."""

from __future__ import annotations

import webbrowser
from datetime import date

import pytest
from textual.events import Key
from textual.filter import Monochrome, NoColor

from ofsted_tui.core.model import Judgement
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.colour_themes import NAMES
from ofsted_tui.tui.keys import Keys

from .driver import browsing

ALL = ("Alder", "Birch and Thorn", "Cedar upon Stour, St Mary's and Great Rowan", "Elm", "New Fir")


async def test_it_opens_on_every_council_with_the_first_in_full(country):
    async with browsing(country) as ui:
        ui.lists(*ALL)
        ui.highlights("Alder")
        ui.shows("Overall · 1 Jul 2026", "Good 1", "RI 1", "Councils · A–Z", "1 of 5")


async def test_the_list_follows_every_letter(country):
    async with browsing(country) as ui:
        await ui.search("thorn b")
        ui.lists("Birch and Thorn")
        ui.highlights("Birch and Thorn")
        ui.shows("“thorn b” ×", "1 of 5 councils listed")


async def test_escape_clears_then_steps_back_and_never_quits(country):
    async with browsing(country) as ui:
        await ui.search("elm")
        await ui.press("escape")
        ui.lists(*ALL)
        assert ui.browse.council_list.has_focus
        await ui.press("tab")
        assert ui.browse.detail.has_focus
        await ui.press("escape")
        assert ui.browse.council_list.has_focus
        await ui.press("escape")
        ui.says("Nothing to clear")
        assert ui.app.is_running


async def test_a_search_that_nothing_matches_leaves_the_place(repository):
    async with browsing(repository, settings=Settings(council="kent")) as ui:
        await ui.search("zzz")
        ui.shows("No council named")
        await ui.press("escape")
        ui.highlights("Kent")


async def test_the_same_council_stays_highlighted_while_it_matches(country):
    async with browsing(country) as ui:
        await ui.press("down", "down", "down")
        ui.highlights("Elm")
        await ui.search("e")
        ui.highlights("Elm")
        await ui.press("escape", "s")
        ui.highlights("Elm")


async def test_an_empty_list_says_which_filter_emptied_it(country):
    async with browsing(country) as ui:
        await ui.search("xyz")
        ui.lists()
        ui.shows("No council named “xyz”.", "Esc    Clear the search")
        ui.shows("Enter Search the findings  Esc Clear")
        await ui.press("escape")
        await ui.search("old fir")
        ui.shows("Old Fir existed until", "Enter Go to Old Fir  Esc Clear")


async def test_a_search_that_it_opens_with_says_what_it_does_not_find(country):
    async with browsing(country, settings=Settings(phrase="xyz")) as ui:
        ui.shows("No council named “xyz”.")


async def test_sorting_goes_round_and_says_by_what(country):
    async with browsing(country) as ui:
        await ui.press("s")
        ui.says("Sorted by grade; councils without an overall grade come last, fewest inadequate first.")
        ui.lists("Cedar upon Stour, St Mary's and Great Rowan", "Alder", "Birch and Thorn", "Elm", "New Fir")
        await ui.press("r")
        ui.says("Sorted by grade, lowest first; councils without an overall grade come last, most inadequate first.")
        ui.lists("Birch and Thorn", "Alder", "Cedar upon Stour, St Mary's and Great Rowan", "Elm", "New Fir")
        await ui.press("r", "s", "s", "s", "s")
        ui.lists(*ALL)


async def test_in_the_order_of_regions_each_region_stands_above_its_councils(country):
    async with browsing(country) as ui:
        await ui.press("s", "s", "s")
        ui.says("Sorted by region.")
        ui.shows("London · 2", "North East · 1", "South West · 2")
        await ui.press("home")
        ui.highlights("Birch and Thorn")
        await ui.press("down", "down")
        ui.highlights("Alder")
        await ui.press("up")
        ui.highlights("Cedar upon Stour, St Mary's and Great Rowan")
        await ui.press("end")
        ui.highlights("New Fir")
        await ui.search("e")
        assert "London · 2" not in ui.frame


async def test_filter_by_grade_and_region(country):
    async with browsing(country) as ui:
        await ui.press("f", "space")
        ui.lists("Cedar upon Stour, St Mary's and Great Rowan")
        ui.shows("✓ Outstanding", "· Good")
        await ui.press("down", "space", "enter")
        ui.lists("Alder", "Cedar upon Stour, St Mary's and Great Rowan")
        await ui.press("f", "c", "enter")
        ui.lists(*ALL)


async def test_enter_keeps_what_was_ticked_and_escape_does_not(country):
    async with browsing(country) as ui:
        await ui.press("f", "space")
        ui.shows("Space Tick · Enter Show 1 council · c Clear · Esc Cancel")
        await ui.press("escape")
        ui.lists(*ALL)
        await ui.press("f", "space", "enter")
        ui.lists("Cedar upon Stour, St Mary's and Great Rowan")


async def test_a_filter_and_a_search_together_say_what_they_leave_out(country):
    async with browsing(country) as ui:
        await ui.press("f", "space", "enter")
        await ui.search("alder")
        ui.shows(
            "No council matches both",
            "Esc  Clear the search",
            "c    Clear all filters",
            "Without the filters,",
            "“alder” finds Alder.",
        )


async def test_that_nothing_is_pinned_is_said_until_something_is(country):
    async with browsing(country, keys=Keys({"pin": "B"})) as ui:
        await ui.press("P")
        ui.says("No council is pinned. B pins the one that is highlighted.")
        await ui.press("B")
        assert not ui.app._notifications


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_where_no_council_is_listed_its_panel_says_which_key_clears_what(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.search("qqqqzz")
        ui.reads("No council matches this search. Esc clears it.")
        ui.shows("No council matches this search.")
        await ui.press("escape", "f", "end", "space")
        await ui.press("home", "down", "down", "down", "space", "enter")
        ui.lists()
        ui.reads("No council matches these filters. c clears them.")
        await ui.search("leeds")
        ui.reads("No council matches this search with these filters. Esc clears the search, c clears all.")
        await ui.press("escape", "c")
        assert "No council matches" not in ui.detail


async def test_choosing_the_judgement(country):
    async with browsing(country) as ui:
        await ui.press("v", "down", "enter")
        assert ui.app.state.selection.judgement is Judgement.IN_CARE
        ui.shows("In care · 1 Jul 2026", "joint 1")


async def test_as_at_any_day(country):
    async with browsing(country) as ui:
        await ui.press("d")
        await ui.type("1 jan 2018")
        await ui.press("enter")
        assert ui.browse.national.as_at == date(2018, 1, 1)
        ui.lists("Alder", "Birch and Thorn", "Cedar upon Stour, St Mary's and Great Rowan", "Elm", "Old Fir")
        ui.shows("Overall on 1 Jan 2018 · D Latest", "! press: 2 inadequate")
        await ui.press("!")
        ui.says("The press reported 2 inadequate for 1 January 2018; we count 1 of 5 councils. One too many.")
        await ui.press("escape")
        assert ui.browse.national.as_at == date(2018, 1, 1)
        assert not ui.app._notifications
        await ui.press("escape")
        assert ui.browse.national.as_at == date(2026, 7, 1)


async def test_a_council_in_full(country):
    async with browsing(country, size=(120, 40)) as ui:
        ui.reads(
            "North East · Unitary Authority · ILACS, standard inspection",
            "On site 4–15 Mar 2019 · report published 1 May 2019",
            "Overall RI ▲ Good",
            "Must improve 2 ─",
            "• Priority. See every child alone within ten days of a referral. Assessment · Leadership · p 2 R2",
            "↺ Write plans with dates, and check that the actions happen.",
            "p 2 B1 · p 6 ¶17 · ↺ the report says this was asked before",
            "Praised 1 ─",
            "+ Leaders know their services well",
            "Statistical neighbours 2 · 2025 model",
            "▸ May 2019 ILACS 2018, standard · Good",
            "● Jun 2015 SIF, first · Requires improvement",
            "Lead inspector: Ann Example",
            "Open Government Licence v3.0",
        )


async def test_where_no_finding_is_written_it_says_so(country):
    async with browsing(country) as ui:
        await ui.search("thorn")
        ui.reads("There are no findings for this inspection yet.")


async def test_a_council_without_inspection_says_what_it_came_from(country):
    async with browsing(country) as ui:
        await ui.search("new fir")
        ui.reads("Created on 1 April 2019, replacing Old Fir.", "No full inspection had been published by 1 July 2026.")


async def test_older_and_newer_inspections(country):
    async with browsing(country) as ui:
        await ui.press("down", "[")
        ui.reads("! An earlier inspection. The most recent is Feb 2022", "▸ Jan 2016 SIF, first · Inadequate")
        await ui.press("left")
        ui.reads("SLAC, first inspection", "Safeguarding Adequate")
        await ui.press("[")
        ui.says("This is the oldest inspection of Birch and Thorn that we hold.")
        await ui.press("]", "right", "]")
        ui.says("This is the most recent inspection of Birch and Thorn that we hold.")


async def test_no_overall_grade_is_explained(country):
    async with browsing(country) as ui:
        await ui.search("elm")
        ui.reads("Overall Good Not given")
    async with browsing(country, size=(120, 40)) as ui:
        await ui.search("elm")
        ui.reads("Inspections begun from April 2026 give no overall grade. The last was good, in Jul 2017.")


@pytest.mark.parametrize("browser", ["lynx", "/usr/bin/w3m", "www-browser", ""])
async def test_a_browser_that_would_draw_over_the_program_is_not_opened(country, opened, monkeypatch, browser):
    def text_browser() -> webbrowser.GenericBrowser:
        if not browser:
            raise webbrowser.Error("could not locate runnable browser")
        return webbrowser.GenericBrowser(browser)

    monkeypatch.setattr("webbrowser.get", text_browser)
    async with browsing(country) as ui:
        await ui.press("o")
        ui.says("There is no web browser here. Copied: https://files.ofsted.gov.uk/v1/file/1")
        assert ui.app.clipboard == "https://files.ofsted.gov.uk/v1/file/1"
        assert not opened


async def test_the_report_is_opened_and_its_address_copied(country, opened):
    async with browsing(country) as ui:
        await ui.press("o")
        assert opened == ["https://files.ofsted.gov.uk/v1/file/1"]
        await ui.press("y")
        assert ui.app.clipboard.endswith(" https://files.ofsted.gov.uk/v1/file/1")
        await ui.press("down", "o")
        ui.says("We hold no web address for this report.")
        assert len(opened) == 1


async def test_the_council_scrolls_from_the_list(country):
    async with browsing(country) as ui:
        await ui.press("J")
        assert ui.browse.detail.scroll_offset.y > 0
        assert ui.browse.council_list.has_focus
        await ui.press("K")
        assert ui.browse.detail.scroll_offset.y == 0


async def test_vim_keys_and_the_ends(country):
    async with browsing(country) as ui:
        await ui.press("j", "j", "k")
        ui.highlights("Birch and Thorn")
        await ui.press("G")
        ui.highlights("New Fir")
        await ui.press("g")
        ui.highlights("Alder")
        await ui.press("pagedown")
        ui.highlights("New Fir")


async def test_the_mouse_chooses_and_reads(country):
    async with browsing(country) as ui:
        await ui.pilot.click("CouncilList", offset=(5, 1))
        await ui.pilot.pause()
        ui.highlights("Birch and Thorn")
        await ui.pilot.click("CouncilList", offset=(5, 1))
        await ui.pilot.pause()
        ui.shows("Councils › Birch and Thorn")
    async with browsing(country, size=(120, 40)) as ui:
        for _ in range(2):
            await ui.pilot.click("CouncilList", offset=(5, 1))
            await ui.pilot.pause()
        assert ui.browse.detail.has_focus


async def test_about_carries_source_licence_and_the_last_day(country):
    async with browsing(country, size=(80, 40)) as ui:
        await ui.press("i")
        ui.shows("The most recent report was", "published on 1 July 2026", "Government Licence v3.0", "never derived")


async def test_the_palette_finds_a_command(country):
    async with browsing(country) as ui:
        await ui.press("ctrl+p")
        await ui.type("reverse")
        await ui.pilot.pause(0.5)
        await ui.press("enter")
        await ui.pilot.pause(0.3)
        assert ui.app.state.reverse is True


async def test_the_place_is_remembered(country):
    async with browsing(country) as ui:
        await ui.search("r")
        await ui.press("enter", "s", "down", "q")
        left = ui.app.settings
    assert (left.phrase, left.order) == ("r", "grade")
    async with browsing(country, settings=left) as ui:
        assert ui.browse.slug == left.council
        await ui.press("/")
        assert ui.browse.query_one("#search").value == "r"
        assert ui.app.theme == "ofsted-dark"


@pytest.mark.parametrize("theme", ["dark", "light", "colour-blind", "terminal", "textual-light", "dracula"])
async def test_every_theme_opens(country, theme):
    async with browsing(country, settings=Settings(theme=theme)) as ui:
        ui.shows("Alder")
        await ui.press("q")
    assert ui.app.settings.theme == theme


async def test_a_terminal_of_16_colours_gets_its_own_colours_and_nothing_is_remembered_of_it(country, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM")
    async with browsing(country) as ui:
        assert ui.app.theme == "ansi-dark"
        await ui.press("q")
    assert ui.app.settings.theme == Settings().theme


async def test_an_unknown_theme_and_an_unknown_council_are_no_reason_not_to_open(country):
    left = Settings()._replace(theme="plaid", council="atlantis", regions=("Atlantis",), as_at="soon")
    async with browsing(country, settings=left, notices=("The settings were moved to.",)) as ui:
        ui.says("There is no theme “plaid”")
        ui.says("moved to")
        ui.shows("0 of 5 councils listed")
        await ui.press("escape")
        ui.lists(*ALL)


async def test_a_count_in_the_summary_lists_its_councils(country):
    async with browsing(country) as ui:
        await ui.pilot.click("SummaryBar", offset=(28, 0))
        await ui.pilot.pause()
        ui.lists("Cedar upon Stour, St Mary's and Great Rowan")
        await ui.pilot.click("SummaryBar", offset=(28, 0))
        await ui.pilot.pause()
        ui.lists(*ALL)


async def test_a_key_in_the_key_line_can_be_clicked(country):
    async with browsing(country) as ui:
        await ui.pilot.click("KeyBar", offset=(14, 0))
        await ui.pilot.pause()
        assert ui.browse.query_one("#search").has_focus


async def test_the_title_of_the_list_tells_its_order(country):
    async with browsing(country) as ui:
        for key, order in (
            ("", "A–Z"), ("r", "Z–A"), ("s", "lowest first"), ("r", "best first"), ("s", "newest first"),
            ("r", "oldest first"), ("s", "regions Z–A"), ("r", "by region"), ("s", "longest wait"),
        ):  # fmt: skip
            await ui.press(*filter(None, [key]))
            ui.shows(f"Councils · {order} ─")


async def test_each_filter_is_a_chip_that_a_click_or_a_key_takes_away(country):
    async with browsing(country) as ui:
        await ui.press("f", "space", "down", "space", "enter")
        ui.shows("Outstanding ×   Good ×   c Clear", "2 of 5 councils listed")
        await ui.pilot.click("Chips", offset=(3, 0))
        await ui.pilot.pause()
        ui.lists("Alder")
        await ui.press("p", "P")
        ui.shows("Good ×   Pinned ×")
        await ui.press("backspace")
        ui.shows("Good ×   c Clear")
        await ui.press("c")
        ui.lists(*ALL)
        assert "×" not in ui.frame


async def test_c_compares_where_no_filter_is_on(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c")
        assert type(ui.app.screen).__name__ == "Compare"


async def test_filters_of_the_last_visit_are_told_at_the_start(country):
    async with browsing(country, settings=Settings(regions=("London",))) as ui:
        ui.says("Your filters are still on: London. c clears them.")
        ui.shows("London ×   c Clear", "2 of 5 councils listed")


async def test_more_chips_than_fit_are_counted(repository):
    every = tuple(repository.as_at().regions())
    async with browsing(repository, size=(60, 20), settings=Settings(regions=every)) as ui:
        ui.shows("more", "c Clear", "153 of 153 councils listed")


async def test_a_date_in_the_past_is_a_label_with_its_way_back(country):
    async with browsing(country, settings=Settings(as_at="2018-01-01")) as ui:
        ui.shows(" Overall on 1 Jan 2018 · D Latest ")
        await ui.press("D")
        ui.shows("Overall · 1 Jul 2026")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
async def test_the_key_bar_always_has_enter_escape_and_help(repository, width):
    async with browsing(repository, size=(width, 24)) as ui:
        ui.shows("Enter Open", "? Help", "0 Screens")
        assert "Esc Back" not in ui.frame  # nothing to go back to
        await ui.press("d", *"2017", "enter")
        ui.shows("Enter Open", "Esc Back", "? Help", "0 Screens")
        await ui.press("escape", "tab")
        ui.shows("Esc Back", "? Help")


async def test_a_window_over_the_screen_has_its_own_keys(country):
    async with browsing(country) as ui:
        await ui.press("d")
        assert "? Help" not in ui.frame
        await ui.press("escape")
        ui.shows("? Help")


async def test_a_window_is_not_covered_by_what_was_said_before(repository):
    async with browsing(repository) as ui:
        await ui.press("s")
        ui.says("Sorted by grade")
        await ui.press("v")
        assert not ui.app._notifications
        ui.shows("Enter Choose · Esc Cancel")


@pytest.mark.parametrize("before", [(), ("/", "escape")])
async def test_letters_that_come_at_once_with_the_slash_reach_the_box(repository, before):
    """As over a slow line, where several keys come in one piece."""
    async with browsing(repository) as ui:
        await ui.press(*before)
        for key, letter in (("slash", "/"), *((letter, letter) for letter in "leeds")):
            ui.app.post_message(Key(key, letter))
        await ui.pilot.pause()
        await ui.pilot.pause()
        ui.lists("Leeds")
        assert ui.browse.query_one("#search").value == "leeds"


@pytest.mark.parametrize(("key", "ready"), [("1", True), ("I", True), ("3", False), ("9", False), ("z", False)])
async def test_what_is_written_as_it_comes_to_the_top_takes_no_key_before(country, key, ready):
    async with browsing(country) as ui:
        await ui.press(key)
        assert ui.app.screen.check_action("leave", ())
        ui.app.screen.was_shown = False
        assert ui.app.screen.check_action("leave", ()) == ready


async def test_in_a_box_the_slash_is_a_letter(repository):
    async with browsing(repository) as ui:
        await ui.search("a/b")
        assert ui.browse.query_one("#search").value == "a/b"
        await ui.press("escape", "d")
        await ui.type("8/12/2017")
        await ui.press("enter")
        assert ui.app.state.as_at == date(2017, 12, 8)
        await ui.press("2")
        await ui.type("/")
        assert ui.app.screen.focused.value == "/"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2017-12-08", "The press reported 30 inadequate for 8 December 2017; we count 29 of 152 councils."),
        (
            "2015-06-30",
            "Ofsted reported 14 good, 31 requires improvement, 14 inadequate for 30 June 2015; we count",
        ),
        ("2018-03-31", "Ofsted reported no counts for 31 March 2018. Only a percentage was published: 15% inadequate"),
        ("2018-04-01", "We hold no published totals for this date and judgement. The nearest are for 8 December 2017."),
        ("2017-12-31", "The nearest are for 8 December 2017."),
    ],
)
async def test_what_others_printed_is_told(repository, day, sentence):
    async with browsing(repository, settings=Settings(as_at=day)) as ui:
        await ui.press("!")
        ui.says(sentence)


async def test_what_was_said_on_a_screen_is_not_said_on_the_next(repository):
    async with browsing(repository) as ui:
        await ui.press("7", "J")
        ui.says("J does nothing here")
        await ui.press("1")
        assert not ui.app._notifications


async def test_without_colour_every_theme_can_be_read(repository, monkeypatch):
    """The terminal's own colours have no brightness that could be kept: of them a grey would be black on black."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(repository) as ui:
        assert Monochrome in map(type, ui.app.get_line_filters())
        ui.app.theme = NAMES["terminal"]
        assert NoColor in map(type, ui.app.get_line_filters())
        assert Monochrome not in map(type, ui.app.get_line_filters())
