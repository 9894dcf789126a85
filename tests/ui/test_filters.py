"""Filters: what is on can be seen on every screen that filters, and is taken away by a click or by one key."""

from __future__ import annotations

import pytest

from ofsted_tui.tui.widgets.chips import Chips

from .driver import browsing


def _chips(ui) -> list[str]:
    return [chip.words for chip in ui.app.screen.query_one(Chips).chips]


async def test_themes_show_the_filters_that_are_on(told):
    async with browsing(told) as ui:
        await ui.press("5")
        assert _chips(ui) == []
        await ui.press("f", "end", "up", "space", "enter")
        ui.shows("ILACS ×   2019 ×   c Clear", "1 ILACS inspection, published in 2019", "Enter Open  c Clear")


async def test_a_filter_of_the_themes_is_taken_away_by_a_click(told):
    async with browsing(told) as ui:
        await ui.press("5", "f", "end", "up", "space", "enter")
        ui.app.screen.query_one(Chips).action_remove(1)
        await ui.pilot.pause()
        assert _chips(ui) == []
        ui.shows("Themes · 3 ILACS inspections")


async def test_themes_of_all_frameworks_say_that_these_are_all(told):
    async with browsing(told) as ui:
        await ui.press("5", "f", "end", "up", "space", "enter")
        ui.app.screen.query_one(Chips).action_remove(0)
        await ui.pilot.pause()
        assert _chips(ui) == ["All frameworks", "2019"]
        ui.app.screen.query_one(Chips).action_remove(0)
        await ui.pilot.pause()
        assert _chips(ui) == ["ILACS", "2019"]


@pytest.mark.parametrize("key", ["c", "escape"])
async def test_one_key_clears_all_filters_of_the_themes(told, key):
    async with browsing(told) as ui:
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


async def test_without_a_filter_c_compares_councils_on_the_themes_too(told):
    async with browsing(told) as ui:
        await ui.press("5", "c")
        assert type(ui.app.screen).__name__ == "Compare"


async def test_the_groups_of_a_filter_are_parted_by_rules(told):
    async with browsing(told) as ui:
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


async def test_esc_in_the_filter_of_a_theme_by_framework_changes_nothing(told):
    async with browsing(told) as ui:
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


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("screen", ["1", "2", "5", "V"])
async def test_a_filter_says_at_every_size_what_enter_and_esc_do(repository, screen, size):
    async with browsing(repository, size=size) as ui:
        await ui.press(screen, *(["enter"] if screen == "2" else []))
        await ui.press("f", "down", "space")
        ui.shows("Enter Show ", "Esc Cancel")
