"""The mouse alone: what the border of a window says of its keys can be clicked, like the keys at the foot."""

from __future__ import annotations

from datetime import date

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from ofsted_tui.core.model import Judgement
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.item_list import ItemList

from .driver import browsing


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The program was started in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


WINDOWS = {
    "save": "x",
    "filter": "f",
    "judgement": "v",
    "date": "d",
    "screens": "0",
    "help": "?",
    "note": "a",
    "theme": "t",
    "about": "i",
}
"""The windows over the first screen, and the key that opens each."""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("window", WINDOWS)
async def test_a_click_on_esc_closes_every_window(fuller_country, here, window, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.press(WINDOWS[window])
        assert ui.app.screen is not ui.browse
        await ui.click("Esc C")
        assert ui.app.screen is ui.browse
    assert not list(here.iterdir())


async def test_what_is_on_the_screen_is_saved_by_the_mouse_alone(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.click("x Save")
        await ui.click("( ) Table for a spreadsheet")
        await ui.click("Enter Save")
        ui.says("Saved Alder: report of 1 May 2019")
        assert ui.app.screen is ui.browse
    assert [file.suffix for file in here.iterdir()] == [".csv"]


async def test_tab_in_the_border_goes_to_the_next_question(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x")
        await ui.click("Tab Next")
        assert ui.app.screen.focused is ui.app.screen.box


async def test_a_click_on_enter_keeps_what_was_ticked_and_one_on_clear_unticks_it(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("f")
        await ui.click("· Good")
        await ui.click("Enter Show")
        assert ui.app.screen is ui.browse
        assert ui.browse.state.selection.grades
        await ui.press("f")
        await ui.click("c Clear · Esc")
        await ui.click("Enter Show")
        assert not ui.browse.state.selection.grades


async def test_a_click_on_space_ticks_the_line_highlighted(fuller_country):
    async with browsing(fuller_country, size=(120, 40)) as ui:
        await ui.press("f")
        await ui.click("Space Tick")
        ui.shows("✓")


async def test_a_click_on_enter_chooses_the_judgement_highlighted(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("v", "down")
        await ui.click("Enter Choose")
        assert ui.app.screen is ui.browse
        assert ui.browse.state.judgement is not Judgement.OVERALL


async def test_a_click_on_enter_chooses_the_date_typed(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("d")
        await ui.type("2019")
        await ui.click("Enter Choose")
        assert ui.app.screen is ui.browse
        assert ui.browse.state.as_at == date(2019, 12, 31)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_an_empty_note_says_who_sees_it(fuller_country, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.press("a")
        ui.shows("Only you see this. Clear the text to delete it.")
        await ui.press("x")
        assert "Only you see this note" not in ui.frame


async def test_a_note_is_written_line_by_line_and_saved_by_clicks(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("a")
        await ui.type("one")
        await ui.click("Ctrl+J New line")
        await ui.type("two")
        await ui.click("Enter Save")
        assert ui.browse.state.notebook.notes["alder"] == "one\ntwo"


async def test_every_screen_is_in_sight_and_a_click_opens_it_however_small_the_terminal(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.click("0 Screens")
        ui.shows("9  Compare")
        await ui.click("V  Visits")
        ui.shows("visits between inspections")


@pytest.mark.parametrize(("size", "words"), [((60, 20), "Enter Full page"), ((80, 24), "z Full page")])
async def test_a_click_below_the_panel_opens_the_full_page(fuller_country, size, words):
    async with browsing(fuller_country, size=size) as ui:
        await ui.click(words)
        ui.shows("Councils › Alder", "On site 4–15 Mar 2019")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_click_on_a_bracket_goes_to_the_older_inspection_and_back(fuller_country, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.click("of 2 inspections [", last=True)
        ui.shows("2 of 2 inspections ]")
        await ui.click("of 2 inspections ]", last=True)
        ui.shows("1 of 2 inspections [")


async def test_a_command_without_room_at_the_foot_is_done_by_a_click_in_the_help(fuller_country):
    async with browsing(fuller_country, size=(60, 20)) as ui:
        assert "p Pin" not in ui.frame
        await ui.click("? Help")
        while "Pin the council" not in ui.frame:
            await ui.pilot._post_mouse_events([MouseScrollDown], offset=(20, 10))
            await ui.pilot.pause()
        await ui.click("Pin the council")
        assert ui.app.screen is ui.browse
        assert ui.browse.state.notebook.pins == ("alder",)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_click_on_sort_below_the_list_sorts_it(fuller_country, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.click("s Sort")
        ui.says("Sorted by grade")
        ui.shows("s Sort · ")


async def test_a_click_on_a_heading_below_the_page_goes_there_and_m_goes_on_from_it(repository):
    async with browsing(repository, size=(60, 20), settings=Settings(council="lambeth")) as ui:
        await ui.press("z")
        await ui.click("Praised 7")
        assert ui.frame.splitlines()[2].startswith("│ Praised 7 ──")
        await ui.click("m ↓")
        assert ui.frame.splitlines()[2].startswith("│ Concerns 1 ──")


async def test_a_date_of_england_is_marked_below_the_two_dates(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("3", "left", "left")
        await ui.click("m Move ┬ here")
        ui.says("30 Jun 2026 is marked")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_one_council_that_was_found_is_compared_with_its_neighbours_by_a_click(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.click("/ Search")
        await ui.type("leeds")
        await ui.click("Enter Show results")
        await ui.click("9 Compare")
        ui.shows("Leeds and its statistical neighbours")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("key", ["1", "8", "9", "5", "6", "7", "V"])
async def test_a_click_highlights_the_very_line_that_is_clicked(repository, key, size):
    async with browsing(repository, size=size, settings=Settings(council="leeds")) as ui:
        await ui.press(key)
        rows = ui.app.screen.query_one(ItemList)
        top = rows.content_region.y
        for row in range(min(8, rows.container_size.height)):
            number = rows._owner[rows.row_at(row)] if row < len(rows._owner) else -1
            if number >= 0 and rows.items[number].target and number != rows.here:
                await ui.pilot.click(offset=(rows.content_region.x + 2, top + row))
                assert rows.here == number


async def test_a_click_on_the_border_of_a_list_opens_nothing(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("8", "end")
        rows, screen = ui.app.screen.rows, ui.app.screen
        here = rows.here
        for line in (rows.region.y, rows.region.bottom - 1):
            await ui.pilot.click(offset=(3, line))
            await ui.pilot.pause()
            assert (ui.app.screen, rows.here) == (screen, here)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_click_on_a_grade_in_the_comparison_opens_what_was_found_on_it(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="leeds")) as ui:
        await ui.press("9")
        row, line = next((row, line) for row, line in enumerate(ui.frame.splitlines()) if "▌Portsmouth" in line)
        care_leavers = line.rindex("▲", 0, ui.app.screen.rows.region.right)
        await ui.pilot.click(offset=(care_leavers + 3, row))
        await ui.pilot.pause()
        ui.shows("Portsmouth ×   Care leavers ×", "Personal advisers know care leavers")
        await ui.press("escape")
        ui.shows("▸C")


async def test_a_click_on_the_head_of_a_column_chooses_it(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("9")
        await ui.click("HP")
        ui.shows("▸HP")
        await ui.click("Report")
        ui.shows("▸Council")


async def test_both_arrows_of_the_comparison_can_be_clicked_and_the_last_column_is_left_of_the_first(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("9")
        await ui.click("← → Judgement")
        ui.shows("▸CL")
        await ui.click("→ Judgement")
        ui.shows("▸Council")
        await ui.press("left", "right", "right")
        ui.shows("▸Ov")


async def test_the_words_of_a_panel_are_selected_with_the_mouse(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        row, line = next((row, line) for row, line in enumerate(ui.frame.splitlines()) if "In brief" in line)
        column = line.index("In brief")
        await ui.pilot.mouse_down(offset=(column + len("In "), row))
        await ui.pilot.hover(offset=(column + len("In brief") - 1, row))
        await ui.pilot.mouse_up(offset=(column + len("In brief") - 1, row))
        assert ui.app.screen.get_selected_text() == "brief"


async def test_a_click_under_the_thumb_of_a_scrollbar_scrolls_down(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        detail = ui.browse.detail
        bar = detail.vertical_scrollbar
        await ui.pilot.click(bar, offset=(0, bar.size.height - 1))
        await ui.pilot.pause(0.5)
        assert detail.scroll_y > 0


async def _drag(ui, rows, first, last):
    """Drag the scrollbar of a list, from one of the pane's lines to another."""
    bar = rows.vertical_scrollbar.region
    await ui.pilot.mouse_down(offset=(bar.x, bar.y + first))
    for line in range(first, last + 1):
        await ui.pilot.hover(offset=(bar.x, bar.y + line))
    await ui.pilot.mouse_up(offset=(bar.x, bar.y + last))
    await ui.pilot.wait_for_scheduled_animations()


@pytest.mark.parametrize("key", ["1", "V", "6"])
async def test_the_scrollbar_is_dragged_to_the_very_end_of_a_list(repository, key):
    async with browsing(repository) as ui:
        await ui.press(key)
        rows = ui.app.screen.query_one(ItemList)
        await _drag(ui, rows, 0, rows.container_size.height + 1)
        seen = rows.text_in_sight
        await ui.press("end")
        assert rows.highlighted_text.splitlines()[0] in seen


async def test_the_arrows_go_on_from_what_is_in_sight_after_the_wheel(repository):
    async with browsing(repository) as ui:
        for _ in range(20):
            await ui.pilot._post_mouse_events([MouseScrollDown], offset=(5, 8))
        await ui.pilot.pause()
        top = ui.browse.council_list.scroll_offset.y
        assert top > 20
        await ui.press("down")
        assert ui.browse.council_list.scroll_offset.y == top
        ui.highlights(ui.browse.council_list.items[top].target.council.name)
        for _ in range(20):
            await ui.pilot._post_mouse_events([MouseScrollUp], offset=(5, 8))
        await ui.press("up")
        assert ui.browse.council_list.scroll_offset.y == 0
        assert ui.browse.council_list.here == ui.browse.council_list.container_size.height - 1
