"""Filters: what is on can be seen on every screen that filters, and is taken away by a click or by one key."""

from __future__ import annotations

import re

import pytest

from ofsted_tui.analysis.visits import VisitQuery
from ofsted_tui.core.visits import VisitType
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.chips import Chips

from .driver import browsing


def _chips(ui) -> list[str]:
    return [chip.words for line in ui.app.screen.query(Chips) for chip in line.chips]


async def test_themes_show_the_filters_that_are_on(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5")
        assert _chips(ui) == []
        await ui.press("f", "end", "up", "space", "enter")
        ui.shows("ILACS ×   2019 ×   c Clear", "1 ILACS inspection, published in 2019", "Enter Open  c Clear")


async def test_a_filter_of_the_themes_is_taken_away_by_a_click(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "f", "end", "up", "space", "enter")
        ui.app.screen.query_one(Chips).action_remove(1)
        await ui.pilot.pause()
        assert _chips(ui) == []
        ui.shows("Themes · 3 ILACS inspections")


async def test_themes_of_all_frameworks_say_that_these_are_all(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "f", "end", "up", "space", "enter")
        ui.app.screen.query_one(Chips).action_remove(0)
        await ui.pilot.pause()
        assert _chips(ui) == ["All frameworks", "2019"]
        ui.app.screen.query_one(Chips).action_remove(0)
        await ui.pilot.pause()
        assert _chips(ui) == ["ILACS", "2019"]


@pytest.mark.parametrize("key", ["c", "escape"])
async def test_one_key_clears_all_filters_of_the_themes(fuller_country, key):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "f", "end", "up", "space", "enter", key)
        assert _chips(ui) == []
        assert type(ui.app.screen).__name__ == "Themes"
        ui.shows("Themes · 3 ILACS inspections")


@pytest.mark.parametrize("key", ["c", "escape", "n"])
async def test_journeys_show_whose_neighbours_alone_are_listed_until_one_key_clears(repository, key):
    async with browsing(repository) as ui:
        await ui.press("6", "n")
        ui.shows(f"Neighbours of {ui.browse.profile.council.name} ×   c Clear")
        await ui.press(key)
        assert _chips(ui) == []
        assert type(ui.app.screen).__name__ == "Journeys"


@pytest.mark.parametrize("screen", ["2", "6", "V"])
async def test_n_lists_the_ten_neighbours_of_the_council_and_not_itself_on_every_screen(repository, screen):
    leeds = repository.councils["leeds"]
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []), "n")
        assert _chips(ui) == ["Neighbours of Leeds"]
        view = ui.app.screen
        listed = {"2": lambda: {hit.council.slug for hit in view.hits},
                  "6": lambda: {journey.council.slug for journey in view.found},
                  "V": lambda: {visit.council for visit in view.visits}}[screen]()  # fmt: skip
        assert listed
        assert listed <= set(leeds.neighbour_slugs)


@pytest.mark.parametrize("screen", ["2", "6", "V"])
async def test_n_lists_the_neighbours_of_the_council_of_the_row_that_one_has_gone_to(repository, screen):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []), "down", "down", "down", "down")
        council = ui.app.screen.rows.target.council
        name = repository.councils[council].name if isinstance(council, str) else council.name
        await ui.press("n")
        assert name != "Leeds"
        assert _chips(ui) == [f"Neighbours of {name}"]
        await ui.press("n")
        assert _chips(ui) == []


@pytest.mark.parametrize("screen", ["2", "6", "V"])
async def test_n_says_on_every_screen_that_no_council_is_highlighted(repository, screen):
    async with browsing(repository) as ui:
        await ui.search("qqqqzz")
        await ui.press("tab", screen, *(["enter"] if screen == "2" else []), "n")
        ui.says("No council is highlighted in the list.")
        assert _chips(ui) == []


async def test_without_a_filter_c_compares_councils_on_the_themes_too(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "c")
        assert type(ui.app.screen).__name__ == "Compare"


async def test_the_groups_of_a_filter_are_parted_by_rules(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("f")
        ui.shows("Grade ─────────", "Region ─────────")
        grade, region = (line for line in ui.frame.split("\n") if "Grade ──" in line or "Region ──" in line)
        assert grade.rindex("─") == region.rindex("─")


@pytest.mark.parametrize("screen", ["1", "2", "4", "5", "V"])
async def test_esc_in_a_filter_goes_back_to_what_was_ticked_before(repository, screen):
    async with browsing(repository) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []))
        before = _chips(ui)
        await ui.press("f", "down", "space", "escape")
        assert _chips(ui) == before == []


async def test_esc_in_the_filter_of_a_theme_by_framework_changes_nothing(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "b", "b", "b")
        ui.shows("by framework · 4 inspections")
        await ui.press("f", "end", "space", "escape")
        assert _chips(ui) == []
        ui.shows("by framework · 4 inspections")


@pytest.mark.parametrize("screen", ["1", "2", "4", "5", "V"])
async def test_enter_in_a_filter_keeps_what_is_ticked(repository, screen):
    async with browsing(repository) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []))
        await ui.press("f", "down", "space", "enter")
        assert _chips(ui) != []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("screen", ["1", "2", "4", "5", "8", "V"])
async def test_a_filter_says_at_every_size_what_space_enter_c_and_esc_do(repository, screen, size):
    async with browsing(repository, size=size) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []))
        await ui.press("f")
        ui.shows("Space Tick · Enter Show ", " · c Clear · Esc Cancel ")
        await ui.press("down", "space")
        ui.shows("Space Tick · Enter Show ", " · c Clear · Esc Cancel ")


@pytest.mark.parametrize(
    ("width", "says"),
    [
        (80, "Space Tick · Enter Show 46 councils · c Clear · Esc Cancel"),
        (60, "Space Tick · Enter Show 46 · c Clear · Esc Cancel"),
        (50, "Space Tick · Enter Show · Esc Cancel"),
        (36, "Enter Show · Esc Cancel"),
    ],
)
async def test_a_filter_says_in_the_words_there_is_room_for_how_many_it_leaves(repository, width, says):
    async with browsing(repository, size=(width, 24)) as ui:
        await ui.press("f", "space")
        ui.shows(f" {says} ")


async def test_a_filter_of_many_findings_names_its_keys_before_their_number(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("2", "enter", "f")
        ui.shows("Space Tick · Enter Show · c Clear · Esc Cancel")


async def test_what_is_new_can_be_visits_alone_or_inspections_alone(repository):
    async with browsing(repository, settings=Settings(as_at="2026-01-27")) as ui:
        await ui.press("8")
        inspections, visits = len(ui.app.screen.found), len(ui.app.screen.visits)
        assert inspections
        assert visits
        await ui.press("f", "down", "space", "enter")
        ui.shows("Visits ×   c Clear", f"1 of {visits}")
        assert not ui.app.screen.found
        assert "inspection" not in ui.frame.split("\n")[0]
        await ui.press("c", "f", "space", "enter")
        ui.shows("Inspections ×   c Clear", f"1 of {inspections}")
        await ui.press("escape")
        assert _chips(ui) == []
        ui.shows(f"1 of {inspections + visits}")


async def test_what_is_new_on_one_judgement_has_its_column_alone(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8", "d")
        await ui.type("1/1/2022")
        await ui.press("enter")
        ui.shows("3 inspections · no visits", "Overall In care")
        await ui.press("f", "end", "space", "enter")
        assert _chips(ui) == ["Care leavers"]
        ui.shows("1 inspection", "Cedar upon Stour")
        assert "Overall" not in ui.frame.split("Council ")[1].split("\n")[0]


async def test_where_no_news_fit_the_filters_the_screen_says_how_to_clear_them(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8", "f", "down", "space", "enter")
        ui.shows("Nothing published since 1 Jun 2026 matches these filters. c clears them.")


async def test_what_is_saved_of_what_is_new_is_what_the_filters_leave(repository):
    async with browsing(repository, settings=Settings(as_at="2026-01-27")) as ui:
        await ui.press("8", "f", "down", "space", "enter")
        table = ui.app.screen.table()
        assert len(table.rows) == len(ui.app.screen.visits)
        assert all(row[table.columns.index("visit")] for row in table.rows)
        assert table.caption.endswith("visits published from 28 December 2025 to 27 January 2026.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("screen", ["1", "2", "5", "6", "7", "8", "9", "V"])
async def test_every_list_says_in_its_border_where_in_it_one_is(repository, screen, size):
    async with browsing(repository, size=size) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []))
        before = ui.frame
        await ui.press("down")
        feet = [re.findall(r"\b(\d+) of ([\d,]+) [·─]", frame) for frame in (before, ui.frame)]
        assert feet[0][0][1] == feet[1][0][1]
        assert int(feet[1][0][0]) == int(feet[0][0][0]) + 1


async def test_the_neighbours_beside_a_council_say_which_one_is_highlighted(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("z")
        ui.shows("1 of 10 · Enter Open · 9 Compare")


async def test_the_keys_of_an_empty_list_do_not_offer_to_open_anything(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8")
        ui.shows("Enter Open")
        await ui.press("f", "down", "space", "enter")
        ui.shows("matches these filters. c clears them.", " c Clear  Esc Back")
        assert "Enter Open" not in ui.frame
        await ui.press("c")
        ui.shows("Enter Open")
        await ui.press("2")
        await ui.type("xyz")
        await ui.press("down")
        ui.shows("No findings with “xyz”.", "/ Search")
        assert "Enter Open" not in ui.frame
        await ui.press("v", "v", "v")
        ui.shows("No findings with “xyz” and this filter: Concerns.")
        await ui.press("c", "2")
        await ui.type("xyz")
        await ui.press("down")
        await ui.press("escape")
        ui.shows("Enter Open")


async def test_without_a_journey_no_key_leads_along_one(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("6")
        ui.shows("No council had made such a move", " Esc Back  b Which moves  v Judgement")


async def test_the_parts_of_a_theme_do_not_offer_to_be_sorted(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5")
        ui.shows("s Sort")
        await ui.press("b")
        assert "s Sort" not in ui.frame
        await ui.press("escape")
        ui.shows("s Sort")


async def test_visits_of_which_a_filter_knows_nothing_are_counted_where_it_finds_none(repository):
    async with browsing(repository) as ui:
        await ui.press("V")
        view = ui.app.screen
        view.filter_by(VisitQuery(types=frozenset({VisitType.MONITORING}), priority_action=True))
        assert view.nothing() == (
            "No visit matches these filters. It is not known whether 76 visits had an area for priority action. "
            "c clears them."
        )


async def test_every_window_of_filters_says_that_it_shows_only_what_is_ticked(repository):
    async with browsing(repository) as ui:
        for screen, noun in (("1", "Overall"), ("5", "inspection"), ("V", "visit")):
            await ui.press(screen, "f")
            ui.shows(f"Show only · {noun}")
            await ui.press("escape")
