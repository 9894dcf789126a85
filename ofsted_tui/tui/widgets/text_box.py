"""A box of one line to type into: Textual's input, styled once when it is made and not for what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Paste

COMPACT = "-textual-compact"
"""The class that Textual adds for `compact=True`; if it is there from the start, nothing is restyled for it."""


class OneLine(Input):
    """An input that takes all of a paste: Textual's own drops what follows its first line, unsaid."""

    def on_paste(self, event: Paste) -> None:
        """Let blanks stand for line breaks; Textual goes on from there."""
        event.text = " ".join(filter(None, event.text.splitlines()))


class TextBox(OneLine):
    """An input in which nothing typed is invalid; to be created with `compact=True`."""

    DEFAULT_CLASSES = COMPACT
    DEFAULT_CSS = """
    TextBox:focus { background-tint: $foreground 0%; }
    TextBox > .input--placeholder { color: $quiet; }
    """
    compact = reactive(default=True, toggle_class=COMPACT)

    def validate(self, value: str) -> None:
        """Nothing typed here is invalid; Textual would restyle the box to say so."""
