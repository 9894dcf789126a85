"""Keys that come before the ones ahead of them are answered: typed while the program starts, or all at once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from .steady_screen import SteadyScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Key
    from textual.screen import Screen
    from textual.timer import Timer

BURST = 0.015
"""Seconds between keys that no hand presses one after the other; a key held down comes every 0.03."""
LONGEST = 1
"""Seconds after which a key is answered in any case, such as when the part that had the focus has gone."""


class TypedAhead:
    """Answers keys one after the other.

    Textual passes each to what has the focus when it comes. A key that opens a screen is answered only once everything
    around the focus has left it alone, and the next one would still go to the screen that was there before.
    """

    def __init__(self, app: App[str]) -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._answered: Key | None = None
        self._latest = 0.0
        self._limit: Timer | None = None
        self._quiet_on: Screen[Any] | None = None
        """The screen round which nothing else is under way, as far as this round has shown; None in the first round."""

    def keeps(self, key: Key) -> bool:
        """Keep a key until those before it are answered; False if it can be answered now."""
        if key is self._answered:
            return False
        in_a_burst, self._latest = key.time - self._latest < BURST, key.time
        screen = self._app.screen
        opens = isinstance(screen, SteadyScreen) and not screen.was_shown
        if not (self._waiting or in_a_burst or opens):
            return False
        self._waiting.append(key)
        if len(self._waiting) == 1:
            self._wait()
        return True

    def _wait(self) -> None:
        """Go the way of the key before, from the focus outwards; then again, after what that has led to."""
        self._limit = self._app.set_timer(LONGEST, self._answer)
        self._quiet_on = None
        self._set_out()

    def _set_out(self) -> None:
        self._follow(self._app.focused or self._app.screen)

    def _follow(self, node: DOMNode) -> None:
        if not node.call_later(self._reached, node) and node is not self._app:
            self._reached(node)  # it is just removed; where the app has ended, nothing more is answered

    def _reached(self, node: DOMNode) -> None:
        """Go on to what is around it; from the app, answer the key after a round in which nothing else waited."""
        if node is not self._app:
            if node.message_queue_size:
                self._quiet_on = None
            self._follow(node.parent or self._app)
        elif self._quiet_on is self._app.screen:
            self._app.call_later(self._answer)
        elif self._waiting:
            self._quiet_on = self._app.screen
            self._set_out()

    async def _answer(self) -> None:
        if self._limit:
            self._limit.stop()
        if self._waiting:
            self._answered = self._waiting.popleft()
            await self._app.on_event(self._answered)
        if self._waiting:
            self._wait()
