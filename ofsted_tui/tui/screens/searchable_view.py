"""A screen with a box over its rows: what is typed narrows them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..widgets.search_box import SearchBox
from .view import View

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Searched(View):
    """Rows under a box; a subclass says what `typed` does."""

    PLACEHOLDER: ClassVar[str] = "/ to search by name"

    def compose_panels(self) -> ComposeResult:
        """A box over the rows."""
        yield SearchBox(placeholder=self.PLACEHOLDER, compact=True)
        yield from super().compose_panels()

    def on_mount(self) -> None:
        """Follow the box as it changes."""
        super().on_mount()
        self.watch(self.query_one(SearchBox), "value", self.typed, init=False)

    def typed(self, phrase: str) -> None:
        """Narrow the rows by what stands in the box."""
        raise NotImplementedError

    def on_input_submitted(self) -> None:
        """Enter in the box goes to the rows."""
        self.set_focus(self.rows)

    def action_search(self) -> None:
        """Go to the box."""
        self.set_focus(self.query_one(SearchBox))
