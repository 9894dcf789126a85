"""Keys that come all at once, or while a screen opens, are answered one after the other."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.widgets import Input

from ofsted_tui.storage.settings import Settings

from .driver import NAMES, browsing
from .terminal import Terminal


async def type_at_once(ui, *keys: str) -> None:
    """Keys of one burst, all there before the first is answered; wait until all are."""
    for key in keys:
        name = NAMES.get(key, key)
        ui.app.post_message(Key(name, key if len(key) == 1 else None))
    for _ in range(400):
        await ui.pilot.pause()
        if not (ui.app.is_running and ui.app._typed_ahead._waiting):
            break
    await ui.pilot.pause()


@pytest.mark.parametrize("opened", ["2", "ctrl+p", "d", "a"])
async def test_words_go_to_what_the_first_key_opens(repository, opened):
    async with browsing(repository, size=(120, 40)) as ui:
        await type_at_once(ui, opened, *"leeds")
        box = ui.app.focused
        assert (box.value if isinstance(box, Input) else box.text) == "leeds"
        assert not ui.browse.state.selection.is_active


async def test_a_search_never_overtakes_the_screen_in_which_it_is_meant(repository):
    async with browsing(repository) as ui:
        await type_at_once(ui, "7", "/", *"kent")
        ui.shows("Next inspections", "1 council found")
        assert not ui.browse.state.selection.is_active


async def test_keys_go_on_when_a_window_closes_beneath_them(repository):
    async with browsing(repository) as ui:
        await type_at_once(ui, "v", "down", "enter", "d", *"2017-12-08", "enter", "/", *"leeds")
        ui.lists("Leeds")
        ui.shows("Leadership", "8 December 2017")


async def test_a_key_is_answered_though_what_had_the_focus_is_gone(repository, monkeypatch):
    async with browsing(repository) as ui:
        monkeypatch.setattr(ui.app._typed_ahead, "_reached", lambda _: None)  # as in a part that is removed meanwhile
        await type_at_once(ui, "v", "escape", "2")
        assert isinstance(ui.app.focused, Input)


async def test_keys_after_the_one_that_leaves_are_dropped(repository):
    async with browsing(repository) as ui:
        await type_at_once(ui, "2", "ctrl+q", *"leeds")
        assert not ui.app.is_running
        ui.app._typed_ahead._wait()  # as if it had been under way
    assert ui.app.failure is None


def test_a_name_typed_before_the_first_frame_is_looked_for(tmp_path):
    """Its letters would be keys: p pins, r sorts the other way round."""
    terminal = Terminal(tmp_path, size=(120, 40))
    try:
        assert terminal.read(20, until=b"?1004h")  # from here on Ctrl+Q is no longer the terminal's own
        terminal.write(b"/portsmouth\x11")
        assert terminal.ends() == 0
        (settings,), (notebook,) = tmp_path.rglob("settings.json"), tmp_path.rglob("notebook.json")
        assert Settings.load(settings) == (Settings(council="portsmouth", phrase="portsmouth"), "")
        assert '"pins": []' in notebook.read_text(encoding="utf-8")
    finally:
        terminal.close()


def test_a_note_typed_in_one_burst_is_kept_whole(tmp_path):
    terminal = Terminal(tmp_path)
    try:
        terminal.opens()
        terminal.write(b"aHello there\r\x11")
        assert terminal.ends() == 0
        (file,) = tmp_path.rglob("notebook.json")
        assert '"Hello there"' in file.read_text(encoding="utf-8")
    finally:
        terminal.close()
