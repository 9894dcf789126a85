"""A window over the screen: what was said before must not cover it."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from ..answers_once import AnswersOnce
from ..painted_once import PaintedOnce

T = TypeVar("T")


class Modal(PaintedOnce, AnswersOnce, ModalScreen[T], Generic[T]):
    """A window of ours; a subclass says what it shows, and what it gives when it closes."""

    CSS_PATH = "windows.tcss"

    def on_mount(self) -> None:
        """Take away the sentences that stand where the window's hints do."""
        self.app.clear_notifications()
