"""A page of text over the screen: help, about. Any of the usual keys closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from ..widgets.scroll_lines import SCROLL_KEYS, ScrollLines
from ..widgets.styled_text import Page, Span
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.geometry import Size


AIRY = 34
"""Lines of a terminal from which there is an empty one above each heading."""


class PageText(ScrollLines):
    """The text, scrolled like everything else."""

    BINDINGS = SCROLL_KEYS

    def __init__(self, write: Callable[[Page], None], *, id: str | None = None, opens_at: str = "") -> None:
        super().__init__(id=id)
        self._write = write
        self._opens_at = opens_at
        """The place on the page that is in sight when the window opens, and until the reader scrolls."""
        self._opened_top = 0
        """The scroll position at which it is in sight."""

    def on_width_change(self) -> None:
        """Rewrap when the size changes."""
        scrolled = self.scroll_offset.y != min(self._opened_top, self.max_scroll_y)
        page = self._page_for(self.text_width)
        self.show(page.lines)
        if not scrolled and (line := page.places.get(self._opens_at)) is not None:
            self.scroll_to(y=max(0, line - 2), animate=False, immediate=True, force=True)
            self._opened_top = self.scroll_offset.y

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as the text, as far as the window allows."""
        return len(self._page_for(width - self.styles.scrollbar_size_vertical - 1).lines)

    def _page_for(self, width: int) -> Page:
        page = Page(width, ruled=True, airy=self.screen.size.height >= AIRY)
        self._write(page)
        return page


class TextPage(Modal[None]):
    """A page of text; a subclass writes it."""

    BINDINGS = [Binding("escape,q,enter,question_mark,f1,i", "dismiss", "Close", show=False)]
    AUTO_FOCUS = "PageText"

    def compose(self) -> ComposeResult:
        """The text alone; its border says how it is closed."""
        text = PageText(self.write, id="page")
        text.border_title = self.heading
        self.show_keys(text, "↑ ↓ Scroll · Esc Close")
        yield text

    heading = ""
    """What is in the border."""

    def write(self, page: Page) -> None:
        """Write the text."""
        page.line(Span(""))
