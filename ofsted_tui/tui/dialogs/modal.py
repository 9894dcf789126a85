"""A window over the screen: earlier notifications must not cover it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.screen import ModalScreen

from ..painted_once import PaintedOnce
from ..steady_screen import SteadyScreen
from ..widgets.border_keys import border_keys
from ..widgets.panel import content_of

if TYPE_CHECKING:
    from textual.widget import Widget

T = TypeVar("T")


class Modal(PaintedOnce, SteadyScreen, ModalScreen[T], Generic[T]):
    """A window of ours; a subclass says what it shows, and what it returns when it closes."""

    CSS_PATH = "windows.tcss"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ignore a click that was made before the window closed, and is answered after."""
        return super().check_action(action, parameters) if self.children and self.app.screen is self else False

    def on_mount(self) -> None:
        """Remove the notifications, which cover the window's hints."""
        self.app.clear_notifications()

    def show_keys(self, box: Widget, words: str) -> None:
        """Write what the keys do in the border below, each to be clicked."""
        box.border_subtitle = content_of(border_keys(words))
