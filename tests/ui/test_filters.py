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
