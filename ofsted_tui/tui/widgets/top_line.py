"""The top line of a screen: what it shows, as long as there is room for it, and at the right what matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.wording import cell_width
from .scroll_lines import FixedLines
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .styled_text import Line

GAP = 2


class TopLine(FixedLines):
    """One line with a left and a right end. How it looks stands in `england.tcss`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lefts: Sequence[str] = ("",)
        self._right: Line = ()

    def show(self, lefts: Sequence[str], *right: Span) -> None:
        """Show the first of some wordings, the longest first, that leaves room for what stands at the right."""
        self._lefts, self._right = lefts, right
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """The one line."""
        room = width - cell_width(line_text(self._right))
        left = next((words for words in self._lefts if cell_width(words) + GAP <= room), "")
        return [(Span(left, "title"), Span(" " * max(0, room - cell_width(left))), *self._right)]
