"""The search box: Textual's input, whose place on the screen does not depend on what is typed into it.

Until somebody searches, a line stands in its place: of all that the first frame shows, an input is slowest to start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from ..bindings import bindings
from ..keys import BOX
from .scroll_lines import FixedLines
from .styled_text import Span

if TYPE_CHECKING:
    from .styled_text import Line


class SearchPrompt(FixedLines):
    """What the empty box says; a click begins the search."""

    prompt: reactive[str] = reactive("")

    def lines(self, width: int) -> list[Line]:
        """The one line."""
        return [(Span(f"{self.prompt:<{width}}", "muted", "screen.search()"),)]


class SearchBox(Input):
    """An input of fixed width. A letter changes its virtual size; laying the screen out for that costs a frame."""

    BINDINGS = bindings(BOX)

    def action_leave_box(self) -> None:
        """Go to what stands under the box."""
        self.screen.focus_next()

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
