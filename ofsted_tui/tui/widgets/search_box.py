"""The search box: Textual's input, whose place on the screen does not depend on what is typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive

from ..bindings import bindings
from ..keys import BOX
from .text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 500
"""Letters of a phrase: more than anybody searches for, but few enough for a pasted book to be answered like anything
else."""


class SearchBox(TextBox):
    """An input of fixed width. A letter changes its virtual size; laying the screen out for that costs a frame."""

    BINDINGS = bindings(BOX)
    DEFAULT_CSS = """
    SearchBox, SearchBox:ansi { background: $surface; color: $ink; }
    SearchBox.-textual-compact { padding: 0 1; }
    """
    enters: Callable[[], str] = str
    """Gives what Enter does now, for the key bar; empty where it shows the results."""

    def action_leave_box(self) -> None:
        """Go to what is below the box."""
        self.screen.focus_next()

    def validate_value(self, value: str) -> str:
        """Cut what is too long, whether typed, pasted or remembered."""
        return value[:LONGEST]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
