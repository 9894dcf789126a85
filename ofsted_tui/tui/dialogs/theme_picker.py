"""The colours: each theme is shown while it is highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from ..colour_themes import TITLES
from ..widgets.option_list import OptionList
from .picker import Choice, Picker

if TYPE_CHECKING:
    from ..app import OfstedApp


class ThemePicker(Picker[str]):
    """Themes under each other; Enter keeps the one that is shown, Esc goes back to the one before."""

    def __init__(self, themed: OfstedApp, offers: list[Choice[str]]) -> None:
        super().__init__("Theme", offers, themed.theme)
        self.themed = themed
        themed.theme_choice.look()

    @on(OptionList.OptionHighlighted)
    def _show(self, message: OptionList.OptionHighlighted) -> None:
        """Show the theme that is highlighted; not one after the window was closed."""
        if self.themed.theme_choice.before:
            self.themed.theme = self.offers[message.option_index].value

    def on_unmount(self) -> None:
        """Go back to the theme before, where the window was taken away without a choice."""
        if self.themed.is_running:
            self.themed.theme_choice.choose("")


def choose_theme(app: OfstedApp) -> None:
    """Choose the colours: the project's own under plain names, then Textual's under theirs."""
    own = {name: title for name, title in TITLES.items() if name in app.available_themes}
    others = sorted(name for name in app.available_themes if name not in own)
    offers = [Choice(Content(title), name) for name, title in own.items()]
    offers += [Choice(Content.assemble(f"{name:<22}", ("Textual’s", "$quiet")), name) for name in others]
    app.push_screen(ThemePicker(app, offers), lambda name: app.theme_choice.choose(name or ""))
