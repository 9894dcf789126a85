"""The colours: each theme is shown while it is highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content

from ..colour_themes import TITLES
from ..widgets.option_list import OptionList
from .picker import Choice, Picker

if TYPE_CHECKING:
    from textual.app import App

    from ..theme_choice import ThemeChoice


class ThemePicker(Picker[str]):
    """Themes, one below the other; Enter keeps the one that is shown, Esc goes back to the one before."""

    def __init__(self, choice: ThemeChoice, offers: list[Choice[str]], shown: str) -> None:
        super().__init__("Theme", offers, shown)
        self.choice = choice
        choice.look()

    @on(OptionList.OptionHighlighted)
    def _show(self, message: OptionList.OptionHighlighted) -> None:
        """Show the theme that is highlighted; not after the window was closed."""
        if self.choice.before:
            self.app.theme = self.offers[message.option_index].value

    def on_unmount(self) -> None:
        """Go back to the theme before, if the window was removed without a choice."""
        if self.app.is_running:
            self.choice.choose("")


def choose_theme(app: App[Any], choice: ThemeChoice) -> None:
    """Choose the colours: the project's own under plain names, then Textual's under theirs."""
    own = {name: title for name, title in TITLES.items() if name in app.available_themes}
    others = sorted(name for name in app.available_themes if name not in own)
    offers = [Choice(Content(title), name) for name, title in own.items()]
    offers += [Choice(Content.assemble(f"{name:<22}", ("Textual’s", "$quiet")), name) for name in others]
    app.push_screen(ThemePicker(choice, offers, app.theme), lambda name: choice.choose(name or ""))
