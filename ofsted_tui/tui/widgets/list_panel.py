"""The panel of the list of councils; its first line is a search box while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from .search_box import SearchBox

PROMPT = "Type a name"
"""What the empty search box says."""


class ListPanel(Panel):
    """A list, and a search box that is made when it is first asked for."""

    def __init__(self, typed: Callable[[str], None], enters: Callable[[], str]) -> None:
        super().__init__(id="left", classes="panel")
        self._typed = typed
        """Called with every phrase in the box."""
        self._enters = enters
        """Gives what Enter does in it."""
        self._box: SearchBox | None = None

    def box(self, phrase: str) -> SearchBox:
        """The search box; with a phrase in it if it is made now."""
        if self._box is None:
            from .search_box import SearchBox

            self._box = SearchBox(phrase, placeholder=PROMPT, compact=True, id="search")
            self._box.enters = self._enters
            self.watch(self._box, "value", self._typed, init=False)
        return self._box

    def open_box(self, phrase: str) -> None:
        """Go to the search box; with a phrase in it if it is made now."""
        box = self.box(phrase)
        if not box.is_attached:
            self.mount(box, before=0)
        box.display = True
        self.screen.set_focus(box)

    def write_box(self, phrase: str) -> None:
        """Put another phrase into the box, if there is a box."""
        if self._box:
            self._box.value = phrase

    def show_box_in_use(self) -> bool:
        """Show the box while it has the focus, and only then; whether it has."""
        typing = self._box is not None and self.screen.focused is self._box
        if self._box is not None:
            self._box.display = typing
        return typing
