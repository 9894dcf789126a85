"""What is held in memory: screens that stay are looked at once, and a window that was closed is let go."""

from __future__ import annotations

import gc
from weakref import WeakSet, ref

import pytest
from textual.widget import Widget

from ofsted_tui import tui
from ofsted_tui.storage import shipped_data
from ofsted_tui.tui import memory
from ofsted_tui.tui.preloading import MOMENT

from .driver import browsing


async def test_windows_that_were_closed_leave_nothing_behind(repository):
    """Textual's own caches would hold all that the last hundreds of windows drew; the collector waits long, too."""
    async with browsing(repository, (120, 40)) as person:
        drawn = WeakSet()
        for key in ("d", "f", "?", "t", "0", "x") * 2:
            await person.press(key)
            widgets = person.app.screen.walk_children(Widget, with_self=True)
            drawn.update(widget._styles_cache for widget in widgets)
            seen, last = len(drawn), len(widgets)
            await person.press("escape")
        await person.pilot.pause(0.1)
        assert len(drawn) <= last < seen


async def test_what_was_said_leaves_nothing_behind(repository):
    """Textual would keep the box around each sentence whose place another took."""
    async with browsing(repository, toasts=True) as person:
        for _ in range(3):
            await person.press("escape")
            assert len(person.app.query("ToastHolder")) == 1


@pytest.mark.parametrize("key", ["2", "5", "V"])
async def test_the_collector_leaves_a_screen_alone_that_stays(repository, key):
    """It would go through everything behind the screen while a key waits."""
    async with browsing(repository) as person:
        await person.press(key)
        await person.pilot.pause()
        assert gc.isenabled()
        assert not any(thing is person.app.screen for thing in gc.get_objects())


async def test_the_collector_does_not_come_between_letters(repository):
    """It would come ten times for each, and go through what is just being drawn."""
    async with browsing(repository, (120, 40)) as person:
        await person.press("/")
        collected: list[str] = []
        gc.callbacks.append(note := lambda phase, _: collected.append(phase))
        for letter in ("n", "o", "backspace", "backspace") * 3:
            await person.press(letter)
        gc.callbacks.remove(note)
        assert collected.count("start") <= 12


async def test_the_sheets_of_other_screens_are_read_before_they_open(repository):
    """Textual would read all of them anew for the first window, and style the screen beneath once more."""
    async with browsing(repository) as person:
        await person.pilot.pause(MOMENT + 0.5)
        before = [sheet for sheet, _ in person.app.stylesheet.source if sheet.endswith("tcss")]
        for key in ("?", "3", "4", "7"):
            await person.press(key, "escape")
        assert [sheet for sheet, _ in person.app.stylesheet.source if sheet.endswith("tcss")] == before


async def test_textual_s_own_sheets_are_read_ahead_too(repository):
    """Textual would read what it says of a kind of widget as the first of the kind is mounted, while a key waits."""
    async with browsing(repository) as person:
        await person.pilot.pause(MOMENT + 1)
        before = set(person.app.stylesheet.source)
        for key in ("2", "d", "f", "x", "v"):
            await person.press(key, "escape")
        assert set(person.app.stylesheet.source) == before


async def test_a_failure_in_preloading_ends_nothing(repository, monkeypatch):
    monkeypatch.setattr("ofsted_tui.tui.preloading.MOMENT", 0.1)
    monkeypatch.setattr("ofsted_tui.tui.preloading.MODULES", ("dialogs.gone",))
    async with browsing(repository) as person:
        await person.pilot.pause(0.5)
        await person.press("f")
        person.shows("Show only")


def test_after_an_import_the_app_before_it_is_gone(monkeypatch):
    gone = []

    def run(app):
        gone.append(ref(app))
        memory.freeze()
        assert [earlier() for earlier in gone[:-1]] == [None] * (len(gone) - 1)
        return "Added." if len(gone) < 2 else None

    monkeypatch.setattr(tui, "_run", run)
    monkeypatch.setattr("ofsted_tui.tui.environment.check_environment", lambda: None)
    assert tui.open_browser(shipped_data.load()) == 0
    assert len(gone) == 2


async def test_the_sheets_are_not_read_while_somebody_types(repository, monkeypatch):
    """That takes as long as a key: one in the midst of others would come late."""
    monkeypatch.setattr("ofsted_tui.tui.preloading.MOMENT", 1.5)
    async with browsing(repository) as person:
        before = len(person.app.stylesheet.source)
        for _ in range(20):
            await person.press("down")
            await person.pilot.pause(0.1)
        assert len(person.app.stylesheet.source) == before
        await person.pilot.pause(3.5)
        assert len(person.app.stylesheet.source) > before
