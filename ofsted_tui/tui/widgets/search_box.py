"""The search box: Textual's input, whose place on the screen does not depend on what is typed into it."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from ..bindings import bindings
from ..keys import BOX

LONGEST = 500
"""Letters of a phrase: more than anybody searches for, few enough that a pasted book is answered like any other."""


class SearchBox(Input):
    """An input of fixed width. A letter changes its virtual size; laying the screen out for that costs a frame."""

    BINDINGS = bindings(BOX)

    def action_leave_box(self) -> None:
        """Go to what stands under the box."""
        self.screen.focus_next()

    def validate_value(self, value: str) -> str:
        """Take the beginning of what is too long, typed, pasted or remembered."""
        return value[:LONGEST]

    def validate(self, value: str) -> None:
        """Nothing typed here is wrong; Textual would style the box anew to say so."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
