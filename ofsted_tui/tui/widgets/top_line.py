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
    """One line with a left and a right end. Each screen’s own style sheet says how it looks."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lefts: Sequence[str] = ("",)
        self._right: Line = ()
        self._key = Span("")

    def show(self, lefts: Sequence[str], *right: Span, key: str = "") -> None:
        """Show the first of some wordings, the longest first, that leaves room for what is at the right.

        `key`: how to read the right; it comes before it if the shortest wording leaves room.
        """
        self._lefts, self._right, self._key = lefts, right, Span(key, "muted")
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """The one line."""
        room = width - cell_width(line_text(self._right))
        with_key = room - cell_width(self._key.text)
        if self._key.text and with_key >= cell_width(self._lefts[-1]) + GAP:
            return self._line(with_key, self._key, *self._right)
        return self._line(room, *self._right)

    def _line(self, room: int, *right: Span) -> list[Line]:
        """The longest left that fits, and the right."""
        left = next((words for words in self._lefts if cell_width(words) + GAP <= room), "")
        return [(Span(left, "title"), Span(" " * max(0, room - cell_width(left))), *right)]
