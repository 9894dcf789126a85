"""The app: themes, the keys of every screen, what it says, and the place that is remembered."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from .bindings import bindings
from .browse import Browse
from .commands import EVERYWHERE
from .themes import NAMES, THEMES, grade_colours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import SystemCommand
    from textual.screen import Screen

    from ..repository import Repository
    from ..settings import Settings


def palette() -> type:
    """The palette's source of commands, imported when the palette opens."""
    from .palette import Palette

    return Palette


class OfstedApp(App[None]):
    """Ofsted's inspections of children's services, in the terminal."""

    TITLE = "ofsted-tui"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(EVERYWHERE)
    COMMANDS: ClassVar = {palette}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, repository: Repository, settings: Settings, notice: str = "") -> None:
        super().__init__()
        self.repository = repository
        self.settings = settings
        """As remembered; brought up to date when the app is left."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = NAMES.get(settings.theme, settings.theme)
        known = wanted in self.available_themes
        self.theme = wanted if known else "ofsted-dark"
        self.notices = [notice] if notice else []
        if not known:
            self.notices.append(f"There is no theme “{wanted}”; t shows those there are.")
        self.first_screen = Browse(repository, settings)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """How grades are coloured in themes that say nothing of them."""
        return grade_colours(self.current_theme)

    def get_default_screen(self) -> Browse:
        """The browser itself: no empty screen is laid out beneath it."""
        return self.first_screen

    def on_mount(self) -> None:
        """Say what went wrong on the way here."""
        for notice in self.notices:
            self.notify(notice, markup=False, timeout=10)
        self.call_after_refresh(self._awake)

    def _awake(self) -> None:
        # Everything made so far stays for good; from now on the collector need not look at it again.
        gc.freeze()
        gc.enable()

    def action_help(self) -> None:
        """What the keys do here."""
        from .help import Help

        self.push_screen(Help(self.screen))

    def action_about(self) -> None:
        """Sources, licence, the data's last day."""
        from .about import About

        self.push_screen(About(self.repository))

    async def action_quit(self) -> None:
        """Leave, remembering the place."""
        theme = next((short for short, name in NAMES.items() if name == self.theme), self.theme)
        self.settings = replace(self.first_screen.settings, theme=theme)
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of Textual's: the palette offers what is declared."""
        return ()
