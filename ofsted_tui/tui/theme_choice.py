"""The theme of the browser: remembered, previewed or chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .colour_themes import APP_THEMES, NAMES
from .keys import keys_of

if TYPE_CHECKING:
    from textual.app import App


class ThemeChoice:
    """Which theme applies, whichever is shown."""

    def __init__(self, app: App[str], remembered: str) -> None:
        self._app = app
        self._remembered = remembered
        self.wanted = NAMES.get(remembered, remembered)
        """The theme to begin with, by Textual's name."""
        self._first = ""
        self.before = ""
        """The theme that applies while others are only previewed; otherwise empty."""

    def begin(self) -> str:
        """Fall back to a known theme; returns a sentence if the remembered one is not known."""
        app, ours = self._app, APP_THEMES[0].name
        known = self.wanted in app.available_themes
        if not known:
            app.theme = ours
        if app.theme == ours and app.console.color_system == "standard":
            app.theme = NAMES["terminal"]  # with 16 colours only the terminal's own can be told apart
        self._first = app.theme
        return (
            "" if known else f"There is no theme “{self.wanted}”; {keys_of(app).in_words('{theme}')} lists the themes."
        )

    def look(self) -> None:
        """From now on themes are only previewed."""
        self.before = self._app.theme

    def choose(self, name: str) -> None:
        """End the preview of themes: with the one chosen, or, if empty, with the one before."""
        if self.before:
            self._app.theme, self.before = name or self.before, ""

    @property
    def to_remember(self) -> str:
        """The name to remember: a new one only if one was chosen."""
        counts = self.before or self._app.theme
        if counts == self._first:
            return self._remembered
        return next((short for short, name in NAMES.items() if name == counts), counts)
