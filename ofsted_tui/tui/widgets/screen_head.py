"""The head of a screen: what it shows, and muted below, how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scroll_lines import FixedLines
from .styled_text import Span, dates_unbroken, shortened, wrap

if TYPE_CHECKING:
    from textual.geometry import Size

    from .styled_text import Line

MOST = 5
"""The most lines of a head."""
LOW, MOST_WHERE_LOW = 10, 2
"""Lines of a terminal up to which only the heading has room, so that rows are seen; the most lines of it there."""


class ScreenHead(FixedLines):
    """As many lines as its words need. Its style is in `views.tcss`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading: Line = ()
        self._note = ""

    def show(self, heading: Line, note: str) -> None:
        """Show what the screen is about, and how to read it."""
        self._heading = tuple(span._replace(text=dates_unbroken(span.text)) for span in heading)
        self._note = note
        width, drawn = self.content_size.width, self._lines_drawn or []
        self.clear_cached_dimensions()
        self.refresh(layout=not width or len(self.lines(width)) != len(drawn))

    def lines(self, width: int) -> list[Line]:
        """Heading and note, each on a new line, in a low terminal no note; what is too long ends in an ellipsis."""
        if self.app.size.height <= LOW:
            return shortened(wrap(self._heading, width), MOST_WHERE_LOW, width)
        note = wrap([Span(self._note, "muted")], width) if self._note else []
        return shortened([*wrap(self._heading, width), *note], MOST, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines that the words need."""
        return len(self.lines(width))
