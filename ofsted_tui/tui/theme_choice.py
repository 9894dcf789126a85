"""The theme in which the browser is shown: as remembered, as only looked at, as chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .colour_themes import APP_THEMES, NAMES
from .keys import keys_of

if TYPE_CHECKING:
    from textual.app import App


class ThemeChoice:
    """Which theme counts, whichever is shown."""

    def __init__(self, app: App[str], remembered: str) -> None:
        self._app = app
        self._remembered = remembered
        self.wanted = NAMES.get(remembered, remembered)
        """The theme to begin with, by Textual's name."""
        self._first = ""
        self.before = ""
        """The theme that counts while others are only looked at; else empty."""

    def begin(self) -> str:
        """Show one that there is; gives a sentence where the one remembered is not known."""
        app, ours = self._app, APP_THEMES[0].name
        known = self.wanted in app.available_themes
        if not known:
            app.theme = ours
        if app.theme == ours and app.console.color_system == "standard":
            app.theme = NAMES["terminal"]  # of 16 colours only the terminal's own are told apart
        self._first = app.theme
        return (
            "" if known else f"There is no theme “{self.wanted}”; {keys_of(app).in_words('{theme}')} lists the themes."
        )

    def look(self) -> None:
        """From now on themes are only looked at."""
        self.before = self._app.theme

    def choose(self, name: str) -> None:
        """End the looking at themes: with the one chosen, or with the one before where that is empty."""
        if self.before:
            self._app.theme, self.before = name or self.before, ""

    @property
    def to_remember(self) -> str:
        """The name to remember: another only where another was chosen."""
        counts = self.before or self._app.theme
        if counts == self._first:
            return self._remembered
        return next((short for short, name in NAMES.items() if name == counts), counts)
