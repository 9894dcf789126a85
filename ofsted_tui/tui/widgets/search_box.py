"""The search box: Textual's input, whose place on the screen does not depend on what is typed into it."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive

from ..bindings import bindings
from ..keys import BOX
from .text_box import TextBox

LONGEST = 500
"""Letters of a phrase: more than anybody searches for, few enough that a pasted book is answered like any other."""


class SearchBox(TextBox):
    """An input of fixed width. A letter changes its virtual size; laying the screen out for that costs a frame."""

    BINDINGS = bindings(BOX)
    DEFAULT_CSS = """
    SearchBox, SearchBox:ansi { background: $surface; color: $ink; }
    SearchBox.-textual-compact { padding: 0 1; }
    """

    def action_leave_box(self) -> None:
        """Go to what stands under the box."""
        self.screen.focus_next()

    def validate_value(self, value: str) -> str:
        """Take the beginning of what is too long, typed, pasted or remembered."""
        return value[:LONGEST]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
