"""Keys and clicks that are answered when what they were meant for has gone, or is not there yet."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.events import Click, MouseDown, MouseMove, Resize
from textual.geometry import Size
from textual.messages import Prompt
from textual.screen import Screen
from textual.widgets import OptionList

from ofsted_tui.tui.dialogs.palette import PaletteWindow
from ofsted_tui.tui.screens.england import England
from ofsted_tui.tui.widgets.key_bar import KeyBar

from .driver import browsing


async def test_a_click_that_finds_nothing_in_focus_does_nothing(country):
    async with browsing(country) as ui:
        ui.app.set_focus(None)
        assert not await ui.app.run_action("focused.submit()")


@pytest.mark.parametrize("key", ["ctrl+p", "t", "f"])
async def test_a_click_on_an_option_that_is_listed_no_more_does_nothing(country, key):
    async with browsing(country) as ui:
        await ui.press(key)
        options = ui.app.screen.query_one(OptionList)
        late = Click(options, 1, 1, 0, 0, 1, False, False, False, style=Style(meta={"option": 999}))
        options.post_message(late)
        await ui.pilot.pause()
        assert ui.app.is_running


async def test_a_click_beside_the_palette_in_a_terminal_that_has_shrunk_does_nothing(country):
    async with browsing(country) as ui:
        await ui.press("ctrl+p")
        ui.app.screen.post_message(Click(None, 300, 100, 0, 0, 1, False, False, False))
        await ui.pilot.pause()
        assert isinstance(ui.app.screen, PaletteWindow)


async def test_a_date_chosen_just_before_the_list_was_narrowed_is_the_one_chosen(country):
    async with browsing(country) as ui:
        await ui.press("d")
        window = ui.app.screen
        options = window.query_one(OptionList)
        last = options.options[-1]
        options.set_options(options.options[:1])
        window.offers = window.offers[:1]
        options.post_message(OptionList.OptionSelected(options, last, 5))
        await ui.pilot.pause()
        assert ui.browse.state.as_at == last.value


async def test_a_click_on_what_a_closed_window_said_does_nothing(country):
    async with browsing(country) as ui:
        await ui.press("x")
        window = ui.app.screen
        await ui.press("escape")
        await ui.pilot.pause()
        assert not await ui.app.run_action("save", window)


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


async def test_a_click_on_a_key_bar_that_was_not_yet_drawn_does_nothing(country):
    async with browsing(country) as ui:
        bar = ui.browse.query_one(KeyBar)
        bar._lines_drawn = None
        assert await ui.pilot.click(bar, offset=(2, 0))
        assert ui.app.is_running


async def test_a_key_bar_that_has_left_its_screen_follows_no_focus(country):
    async with browsing(country) as ui:
        gone = ui.browse.query_one(KeyBar)
        gone._detach()
        gone.draw_anew()
        assert gone.lines(80) == []
        gone._attach(ui.browse)
        assert gone.lines(80)


async def test_a_click_on_an_inspection_of_a_council_that_is_no_longer_shown_does_nothing(country):
    async with browsing(country) as ui:
        ui.browse.action_show_inspection(
            next(i.key for i in country.inspections.values() if i.council != ui.browse.state.slug)
        )
        await ui.press("]", "[")
        assert ui.browse.profile.inspection is None or ui.browse.profile.inspection.council == ui.browse.state.slug


@pytest.mark.parametrize("action", ["month(1)", "mark", "open", "explain", "save", "as_at", "judgement"])
async def test_no_key_of_a_screen_does_anything_before_it_is_written(country, action):
    async with browsing(country) as ui:
        screen = England(ui.browse.state)
        ui.app.push_screen(screen)
        assert not await ui.app.run_action(action, screen)


@pytest.mark.parametrize("keys", ["z", "z x"])
async def test_sizes_of_the_terminal_that_wait_at_once_do_not_call_each_other_up_without_end(
    country, monkeypatch, keys
):
    async with browsing(country) as ui:
        await ui.press(*keys.split())
        laid_out, handle = [], Screen._on_resize

        async def counted(screen, event):
            laid_out.append(event.size)
            assert len(laid_out) < 60
            await handle(screen, event)

        monkeypatch.setattr(Screen, "_on_resize", counted)
        for size in (Size(200, 50), Size(80, 24), Size(200, 50), Size(80, 24)):
            for screen in ui.app.screen_stack:
                screen.post_message(Resize(size, size))
                screen.post_message(Prompt())
        await ui.pilot.pause()
        assert laid_out
        assert {screen.size for screen in ui.app.screen_stack} == {ui.app.size}
