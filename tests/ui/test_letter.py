"""The window with the letter of a visit."""

from __future__ import annotations

from .driver import browsing


async def test_the_finding_at_which_a_letter_opened_is_in_sight_until_the_reader_scrolls(repository):
    async with browsing(repository) as ui:
        await ui.press("2")
        await ui.type("children educated at home capacity")
        await ui.press("down", "enter")
        ui.shows("▶ Strengthen the response")
        for size in ((50, 16), (120, 40), (60, 14), (200, 60), (40, 12)):
            await ui.pilot.resize_terminal(*size)
            await ui.pilot.pause()
            ui.shows("▶ Strengthen")
        await ui.press("home")
        await ui.pilot.resize_terminal(60, 14)
        await ui.pilot.pause()
        assert "▶ Strengthen" not in ui.frame
        await ui.press("end")
        await ui.pilot.resize_terminal(50, 12)
        await ui.pilot.pause()
        assert "▶ Strengthen" not in ui.frame
