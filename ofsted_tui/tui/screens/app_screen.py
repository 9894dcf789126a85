"""A screen of ours: how it speaks to the person at the keyboard, and when a key is a letter."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen
from textual.widgets import Input

T = TypeVar("T")


class AppScreen(Screen[T]):
    """A screen of the app; a subclass says what it shows."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a box `/` is a letter."""
        if action == "search" and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)

    def notify_user(self, sentence: str, seconds: float = 4) -> None:
        """A sentence for the person at the keyboard, in place of the one before; never markup."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False, timeout=seconds)
