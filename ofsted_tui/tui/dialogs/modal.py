"""A window over the screen: what was said before must not cover it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.screen import ModalScreen

from ..answers_once import AnswersOnce
from ..painted_once import PaintedOnce
from ..widgets.border_keys import border_keys
from ..widgets.panel import content_of

if TYPE_CHECKING:
    from textual.widget import Widget

T = TypeVar("T")


class Modal(PaintedOnce, AnswersOnce, ModalScreen[T], Generic[T]):
    """A window of ours; a subclass says what it shows, and what it gives when it closes."""

    CSS_PATH = "windows.tcss"

    def on_mount(self) -> None:
        """Take away the sentences that stand where the window's hints do."""
        self.app.clear_notifications()

    def show_keys(self, box: Widget, words: str) -> None:
        """Write in the border below what the keys do, each to be clicked."""
        box.border_subtitle = content_of(border_keys(words))

    def action_press_key(self, key: str) -> None:
        """Do what a key does here, once it was clicked; nothing where the window was closed in the same burst."""
        if not (pressed := self.active_bindings.get(key)):
            return

        async def act() -> None:
            if self.is_current:
                await self.app.run_action(pressed.binding.action, pressed.node)

        # Where the key would be answered: a message that is sent from here does not come up to here.
        pressed.node.call_later(act)
