"""Windows in which hardly anything has room: every screen and dialog, at every size."""

from __future__ import annotations

import pytest
from textual.geometry import Size
from textual.screen import visible_screen_stack

from ofsted_tui.core.councils import Selection
from ofsted_tui.core.wording import cell_width
from ofsted_tui.output.council_profile import profile
from ofsted_tui.tui.dialogs.about import About
from ofsted_tui.tui.widgets.styled_text import line_text
from ofsted_tui.tui.widgets.time_line import time_line

from .driver import browsing

DIALOGS = ("t", "v", "d", "f", "0", "x", "ctrl+p", "a", "question_mark", "i")
SCREENS = ("slash", "2", "3", "4", "5", "6", "7", "8", "c", "I", "z")
SIZES = [(width, height) for width in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 40) for height in (1, 2, 4, 9)]


@pytest.mark.parametrize("key", [*DIALOGS, *SCREENS])
async def test_nothing_breaks_at_any_size(repository, key):
    async with browsing(repository) as ui:
        await ui.pilot.press(key)
        await ui.pilot.pause()
        for size in SIZES:
            await ui.pilot.resize_terminal(*size)
            for pressed in ("pagedown", "pageup"):
                ui.app.simulate_key(pressed)
        await ui.pilot.resize_terminal(80, 24)
        assert ui.app.is_running


@pytest.mark.parametrize("size", [(60, 8), (60, 4), (20, 5), (120, 3), (71, 9)])
async def test_the_first_screen_itself_never_scrolls(repository, size):
    """Its panels do: a bar of Textual's own would stand beside them, and Tab would push the list out of sight."""
    async with browsing(repository, size=size) as ui:
        for key in ("tab", "tab", "pagedown"):
            await ui.press(key)
            assert ui.browse.scroll_offset == (0, 0)
            assert not ui.browse.show_vertical_scrollbar


@pytest.mark.parametrize("key", ["5", "6", "7", "8", "c", "V"])
async def test_rows_are_seen_in_a_low_window(repository, key):
    async with browsing(repository) as ui:
        await ui.press(key)
        note = ui.app.screen.note().replace("\N{NO-BREAK SPACE}", " ")
        for size in ((30, 8), (40, 8)):
            await ui.pilot.resize_terminal(*size)
            await ui.pilot.pause()
            ui.shows("│▌")
        await ui.pilot.resize_terminal(80, 24)
        await ui.pilot.pause()
        ui.shows(note[:20])


async def test_visits_among_what_is_new_withstand_any_size(repository):
    async with browsing(repository) as ui:
        await ui.press("8", "d")
        await ui.type("january 2025")
        await ui.press("enter", "end")
        assert ui.app.screen.visits
        for size in SIZES:
            await ui.pilot.resize_terminal(*size)
        assert ui.app.is_running


async def test_a_window_lies_over_what_is_beneath_it_in_whatever_order_they_are_drawn(repository):
    async with browsing(repository) as ui:
        windows = [About(repository) for _ in range(3)]
        for window in windows:
            await ui.app.push_screen(window)
        for order in (windows, windows[::-1], windows[1:]):
            visible_screen_stack.set(ui.app.screen_stack[:-1])
            grounds = {window: window.render().screen for window in order}
            assert all(
                ground is ui.app.screen_stack[ui.app.screen_stack.index(window) - 1]
                for window, ground in grounds.items()
            )


async def test_a_list_without_room_does_not_stand_on_an_item_that_it_has_no_more(repository):
    async with browsing(repository) as ui:
        rows = ui.browse.council_list
        await ui.search("leeds")
        rows._size_updated(Size(0, 0), Size(0, 0), Size(0, 0))
        ui.browse.state.choose(Selection())
        ui.browse.state.highlight("york")
        for move in (rows.action_page, rows.action_move):
            move(1)
        await ui.pilot.resize_terminal(79, 24)
        ui.shows("York")


def test_a_time_line_fits_its_place_or_is_left_out(repository):
    seen = profile(repository, repository.council("leeds"))
    for width in range(120):
        assert all(cell_width(line_text(line)) <= width for line in time_line(seen, width)), width
