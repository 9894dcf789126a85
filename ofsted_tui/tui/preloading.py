"""What is loaded after the first frame: the style sheets and modules of screens and windows that are not open yet."""

from __future__ import annotations

from asyncio import sleep
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

MOMENT = 1
"""Seconds after the first frame, or the last key: somebody who types at once is not kept waiting."""
BREATH = 0.02
"""Seconds between two steps, in which a key that was pressed meanwhile is answered."""
MODULES = (
    "screens.findings", "screens.journeys", "screens.next_inspections", "screens.whats_new", "screens.compare",
    "screens.visits", "dialogs.date_picker", "dialogs.palette", "dialogs.save", "dialogs.help",
    "dialogs.finding_filters", "dialogs.theme_picker",
)  # fmt: skip
"""What is imported ahead, since it would keep one waiting otherwise. The screens with drawings take more memory, and
open soon enough; the window of the note needs Textual's editor, which few use."""


def begin(app: App[str]) -> Timer:
    """Load them after a moment; the timer puts it off again."""

    def load() -> None:
        app.run_worker(preload(app), exit_on_error=False)

    return app.set_timer(MOMENT, load)


async def preload(app: App[str]) -> None:
    """Load them all, in steps that are shorter than a key.

    Textual would reread every sheet whenever a new one is needed, and restyle what is on the screen: that takes longer
    than a key.
    """
    for sheet in sorted(Path(__file__).parent.glob("*/*.tcss")):
        app.stylesheet.read(sheet)
    app.stylesheet.parse()
    for module in MODULES:
        await sleep(BREATH)
        import_module(f".{module}", __package__)
    await sleep(BREATH)
    _read_sheets_of_widgets(app)


def _read_sheets_of_widgets(app: App[str]) -> None:
    """Read Textual's own styles for the widgets of windows, as it does when it mounts the first of each."""
    from textual.command import SearchIcon
    from textual.containers import Horizontal, Vertical
    from textual.widgets import Label

    from .dialogs.palette import PaletteBox, PaletteWindow, SteadyCommands
    from .dialogs.picker import Picker
    from .widgets.notices import Notices
    from .widgets.option_list import OptionList
    from .widgets.panels import Panels
    from .widgets.search_box import SearchBox

    windows = (Picker[str]("", []), PaletteWindow(), SearchIcon(), PaletteBox(), SteadyCommands())
    for widget in (*windows, Horizontal(), Vertical(), Label(), Notices(), OptionList(), Panels(), SearchBox()):
        widget._post_register(app)
    app.stylesheet.parse()
