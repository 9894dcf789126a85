"""A box of one line to type into: Textual's input, styled once as it is made and not for what is typed."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Input

COMPACT = "-textual-compact"
"""The class that Textual adds for `compact=True`; where it is there from the start, nothing is styled for its sake."""


class TextBox(Input):
    """An input in which nothing that is typed counts as wrong; to be made with `compact=True`."""

    DEFAULT_CLASSES = COMPACT
    DEFAULT_CSS = """
    TextBox:focus { background-tint: $foreground 0%; }
    TextBox > .input--placeholder { color: $quiet; }
    """
    compact = reactive(default=True, toggle_class=COMPACT)

    def validate(self, value: str) -> None:
        """Nothing typed here is wrong; Textual would style the box anew to say so."""
