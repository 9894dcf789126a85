"""Where one stands: the place that is kept, the way back, councils and inspections of other days."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.output.due_words import window_words
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui import on_its_day

from .driver import browsing

ALL = ("Alder", "Birch and Thorn", "Cedar upon Stour, St Mary's and Great Rowan", "Elm", "New Fir")
OLD_FIR = "Old Fir existed until 31 March 2019; replaced by New Fir."


async def test_repeats_are_marked_on_the_shipped_data(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        ui.reads("↺ Make rigorous attempts to hold return home interviews")


@pytest.mark.parametrize(
    "keys", [("p",), ("a", "escape"), ("v", "down", "enter"), ("s",), ("f", "down", "space", "enter")]
)
async def test_the_inspection_looked_at_stays_while_the_council_does(fuller_country, keys):
    async with browsing(fuller_country) as ui:
        await ui.press("[", *keys)
        assert ui.browse.profile.inspection.key == "alder-2015-06-01"
        ui.reads("▸ Jun 2015 SIF")


async def test_another_council_or_another_day_is_read_from_its_newest_inspection(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("[", "down", "up")
        assert ui.browse.profile.inspection.key == "alder-2019-05-01"
        await ui.press("[", "d")
        await ui.type("1 Jan 2020")
        await ui.press("enter")
        assert ui.browse.profile.inspection.key == "alder-2019-05-01"


async def test_a_council_opened_from_a_screen_is_read_from_its_newest_inspection(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("[", "c", "up", "enter")
        ui.highlights("Alder")
        assert ui.browse.profile.inspection.key == "alder-2019-05-01"


async def test_a_finding_that_was_searched_for_is_cited(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("within ten days")
        await ui.press("enter", "enter")
        await ui.pilot.pause()
        await ui.press("p", "y")
        assert ui.app.clipboard.startswith("Alder: See every child alone within ten days of a referral. (Summary of")
        assert "page 2, recommendation 2" in ui.app.clipboard
        ui.shows("▶•")
        await ui.press("[", "]", "y")
        assert ui.app.clipboard.startswith("Alder. Overall effectiveness: Good.")


async def test_what_slac_judged_is_cited(repository):
    async with browsing(repository, settings=Settings(council="blackpool")) as ui:
        await ui.press("[", "[", "[", "[", "[", "y")
        assert ui.app.clipboard.startswith(
            "Blackpool. Children looked after: Good. Safeguarding: Adequate. Ofsted, SLAC"
        )


async def test_escape_goes_back_to_the_screen_that_led_to_a_council(fuller_country):
    async with browsing(fuller_country) as ui:
        for key in ("2", "4", "c"):
            await ui.press(key, "enter", *(("enter",) if key == "2" else ()))
            await ui.pilot.pause()
            assert type(ui.app.screen).__name__ in ("Browse", "CouncilPage")
            await ui.press("escape")
            await ui.pilot.pause()
            assert ui.app.screen is not ui.browse
            await ui.press("1", "escape", "escape")
            ui.says("Nothing to clear")


async def test_there_is_no_way_back_from_another_council(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c", "enter", "down", "up", "escape")
        assert ui.app.screen is ui.browse
        ui.says("Nothing to clear")


async def test_the_way_back_restores_the_day(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        ui.browse.way_back.open_council(ui.app.screen, "old-fir")
        ui.app.pop_screen()
        await ui.pilot.pause()
        assert ui.app.state.day == date(2019, 3, 31)
        ui.says(f"{OLD_FIR} Shown as at 31 March 2019.")
        await ui.press("escape")
        assert ui.app.state.day is None
        assert type(ui.app.screen).__name__ == "FindingSearch"


async def test_escape_clears_the_search_then_the_filters(country):
    async with browsing(country) as ui:
        await ui.press("p", "P", "f", "down", "space", "enter")
        await ui.search("al")
        await ui.press("escape")
        assert (ui.app.state.selection.phrase, bool(ui.app.state.selection.grades)) == ("", True)
        ui.lists("Alder")
        assert ui.browse.council_list.has_focus
        await ui.press("escape")
        ui.lists(*ALL)


async def test_enter_goes_to_the_last_day_of_a_council_that_is_no_more(country):
    async with browsing(country) as ui:
        await ui.search("old fir")
        ui.shows("Old Fir existed until")
        await ui.press("enter")
        ui.highlights("Old Fir")
        assert ui.app.state.day == date(2019, 3, 31)
        ui.says(f"{OLD_FIR} Shown as at 31 March 2019.")
        await ui.press("escape")
        ui.lists(*ALL)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_name_that_another_council_bears_too_is_pointed_to_under_the_list(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.search("poole")
        ui.lists("Bournemouth, Christchurch and Poole")
        ui.shows("Enter, then d  Go to", "Enter Show results")
        assert size == (60, 20) or "Poole existed until" in ui.frame
        await ui.press("enter")
        ui.highlights("Bournemouth, Christchurch and Poole")
        assert ui.app.state.day is None
        ui.shows("d  Go to Poole")
        assert size != (120, 40) or "d Go to Poole" in ui.frame.splitlines()[-1]
        await ui.press("d")
        ui.highlights("Poole")
        ui.says("Shown as at 31 March 2019.")
        assert ui.app.state.day == date(2019, 3, 31)


async def test_a_council_that_has_ended_gives_way_to_the_one_that_followed_it(repository):
    left = Settings(council="poole", as_at="2019-03-31")
    async with browsing(repository, settings=left) as ui:
        ui.highlights("Poole")
        await ui.press("D")
        ui.highlights("Bournemouth, Christchurch and Poole")
        ui.app.state.choose_day(date(2019, 3, 31))
        ui.highlights("Bournemouth")


@pytest.mark.parametrize("key", ["down", "]", "s", "enter", "slash", "2"])
async def test_what_was_said_goes_with_the_next_key(repository, key):
    async with browsing(repository, settings=Settings(council="leeds"), toasts=True) as ui:
        await ui.press("n")
        ui.shows("n does nothing here.")
        await ui.press(key)
        assert "does nothing here" not in ui.frame


def test_the_browser_opens_on_a_day_of_the_council_asked_for(repository):
    opened, words = on_its_day(Settings(council="poole"), repository)
    assert opened.day == date(2019, 3, 31)
    assert words == (
        "Poole existed until 31 March 2019; replaced by Bournemouth, Christchurch and Poole. Shown as at 31 March 2019."
    )
    opened, words = on_its_day(Settings(council="cumberland", as_at="2017-12-08"), repository)
    assert opened.day is None
    assert "was created on 1 April 2023, replacing Cumbria. Shown as at 20 August 2026." in words
    assert on_its_day(Settings(council="poole", as_at="2017-12-08"), repository)[1] == ""


@pytest.mark.parametrize(
    ("day", "mark", "words"),
    [
        ("2027-01-01", "! data to 20 Aug 2026", "The data ends on 20 August 2026"),
        ("2010-06-01", "! SIF from Feb 2014", "The first report under the single inspection framework"),
    ],
)
async def test_a_day_outside_of_the_data_says_so(repository, day, mark, words):
    async with browsing(repository, size=(60, 20), settings=Settings(as_at=day)) as ui:
        ui.shows(mark)
        await ui.press("!")
        ui.says(words)


async def test_before_the_first_framework_councils_are_not_inspected_as_a_whole(repository):
    async with browsing(repository, settings=Settings(as_at="2010-12-31", council="leeds")) as ui:
        ui.shows("not inspected 152")
        ui.reads("Jan 2010 SLAC", "Later after the date shown")


async def test_the_history_has_every_inspection_and_visit(repository):
    async with browsing(repository, settings=Settings(council="blackpool")) as ui:
        ui.reads(
            "▸ Jul 2026 ILACS 2026, standard · Leadership Outstanding · Help & prot. Good",
            "● Dec 2009 SLAC, first · Looked after Good · Safeguarding Adequate",
            "● inspection · ○ visit between inspections",
        )


async def test_where_overall_is_not_given_the_row_has_the_four_letters(repository):
    async with browsing(repository, settings=Settings(phrase="blackpool")) as ui:
        ui.shows("Blackpool            OGOO")
    async with browsing(repository, size=(120, 40), settings=Settings(phrase="blackpool")) as ui:
        ui.shows(" O  G  O  O   Jul 2026")


async def test_a_wide_screen_shows_names_whole(repository):
    async with browsing(repository, size=(200, 50)) as ui:
        ui.shows("Bournemouth, Christchurch and Poole")


async def test_the_next_inspection_is_estimated_in_the_detail(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        ui.reads(f"Next inspection (estimated): {window_words(ui.browse.profile.due)} (press 7)")
        await ui.press("[")
        assert "estimated" not in ui.detail


async def test_neighbours_without_a_grade_have_none(repository):
    async with browsing(repository, settings=Settings(as_at="2010-12-31", council="leeds")) as ui:
        ui.reads("Statistical neighbours 9", "Sheffield ·")
