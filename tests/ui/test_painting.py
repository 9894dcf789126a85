"""How much is painted: a screen once when it opens, and for a key only what changes, in one frame."""

from __future__ import annotations

import pytest
from textual.app import App

from .driver import browsing

ROOM = 120 * 40


@pytest.fixture
def frames(monkeypatch):
    """The cells that each frame paints anew."""
    painted: list[int] = []
    display = App._display

    def watched(self, screen, renderable):
        if region := getattr(renderable, "region", None):
            painted.append(region.area)
        elif spans := getattr(renderable, "spans", None):
            painted.append(sum(end - start for _, start, end in spans))
        display(self, screen, renderable)

    monkeypatch.setattr(App, "_display", watched)
    return painted


async def test_the_first_screen_is_painted_once(repository, frames):
    """Textual would paint it whole three times, and the panel a fourth time for what stands below it."""
    async with browsing(repository, (120, 40)):
        assert ROOM <= sum(frames) < 1.3 * ROOM


@pytest.mark.parametrize("key", ["5", "7", "8", "?", "t"])
async def test_another_screen_or_window_is_painted_once(repository, frames, key):
    async with browsing(repository, (120, 40)) as person:
        frames.clear()
        await person.press(key)
        assert ROOM <= sum(frames) < 1.5 * ROOM


async def test_a_key_and_a_letter_are_one_frame(repository, frames):
    async with browsing(repository, (120, 40)) as person:
        await person.press("/")
        for key in ("n", "o", "backspace", "backspace"):
            frames.clear()
            await person.press(key)
            assert len(frames) == 1, key
        await person.press("escape")
        for key in ("down", "up"):
            frames.clear()
            await person.press(key)
            assert len(frames) == 1, key


async def test_the_focus_goes_to_another_panel_without_painting_the_screen(repository, frames):
    async with browsing(repository, (120, 40)) as person:
        await person.press("tab")
        frames.clear()
        await person.press("tab")
        assert max(frames) < 0.95 * ROOM
