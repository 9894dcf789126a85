"""Windows in which hardly anything has room: every screen and dialog, at every size."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove
from textual.screen import visible_screen_stack

from ofsted_tui.tui.dialogs.about import About
from ofsted_tui.tui.widgets.key_bar import KeyBar

from .driver import browsing

DIALOGS = ("t", "v", "d", "f", "0", "x", "ctrl+p", "a", "question_mark", "i")
SCREENS = ("slash", "2", "3", "4", "5", "6", "7", "8", "c", "I")
SIZES = [(width, height) for width in (*range(1, 13), 16, 20, 30, 40) for height in (1, 2, 3, 5, 9)]


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


async def test_a_click_that_finds_nothing_in_focus_does_nothing(country):
    async with browsing(country) as ui:
        ui.app.set_focus(None)
        assert not await ui.app.run_action("focused.submit()")


async def test_a_press_on_what_is_gone_does_nothing(country):
    async with browsing(country) as ui:
        gone = ui.browse.query_one(KeyBar)
        await ui.pilot.mouse_down(gone)
        gone._detach()
        for event in (MouseDown, MouseMove):
            ui.browse._forward_event(event(None, 3, 23, 0, 0, 1, False, False, False))
        gone._attach(ui.browse)
        await ui.pilot.pause()
        assert ui.app.is_running
