"""A panel of text that is not a list: a preview of the highlighted row, a time line, a card, the key of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scroll_lines import ScrollLines
from .styled_text import READABLE, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable


class TextPanel(ScrollLines, can_focus=False):
    """Text that is only read and scrolled; it never has the focus. The style sheets say on which screens it shows."""

    DEFAULT_CLASSES = "panel"

    def __init__(self, *, widest: int = READABLE, id: str | None = None) -> None:
        super().__init__(id=id)
        self._widest = widest
        """The most cells of a line."""
        self._write: Callable[[Page], None] | None = None

    def write(self, write: Callable[[Page], None], *title: Span) -> None:
        """Show what a function writes on a page, under a title; it is asked again when the width changes."""
        self._write = write
        self.set_title(*title)
        self._draw()
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def on_width_change(self) -> None:
        """Rewrap when the width changes."""
        self._draw()

    def _draw(self) -> None:
        if self._write and self.container_size.width:
            page = Page(min(self.text_width - 1, self._widest))
            self._write(page)
            self.show([(Span(" "), *line) for line in page.lines])
