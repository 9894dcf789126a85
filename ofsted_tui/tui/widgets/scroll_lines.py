"""A pane that draws its lines itself: without a widget for each row, painting only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from .panel import Panel
from .scroll_bar import ColumnScrollBar
from .styled_text import Line, line_text

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.scrollbar import ScrollBar
    from textual.selection import Selection

SCROLL_KEYS: list[BindingType] = [
    Binding("down,j", "scroll_down", show=False),
    Binding("up,k", "scroll_up", show=False),
    Binding("pagedown,space", "page_down", show=False),
    Binding("pageup", "page_up", show=False),
    Binding("home,g", "scroll_home", show=False),
    Binding("end,G", "scroll_end", show=False),
]
"""The keys of a scrolling pane of text; a list moves its highlight by the same keys."""


class FixedLines(Panel):
    """A few lines that do not scroll; a subclass says what they are for a width."""

    _lines_drawn: list[Line] | None = None
    """The lines that are drawn; None if they have to be redrawn."""

    def lines(self, width: int) -> list[Line]:
        """The lines for a width."""
        raise NotImplementedError

    def refresh_if_other(self) -> None:
        """Redraw if the lines have changed."""
        if (lines := self.lines(self.content_size.width)) != self._lines_drawn:
            self.refresh()
            self._lines_drawn = lines

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        self._lines_drawn = None

    def render_line(self, y: int) -> Strip:
        """Draw one line, with an ellipsis if it is cut."""
        width = self.content_size.width
        if self._lines_drawn is None:
            self._lines_drawn = self.lines(width)
        strip = self.strip_of(self._lines_drawn[y] if y < len(self._lines_drawn) else (), width)
        if strip.cell_length > width > 0:
            return Strip.join([strip.crop(0, width - 1), Strip([Segment("…", self.style_of("muted"))])])
        return strip


class ScrollLines(Panel, ScrollView, can_focus=True):
    """A scrolling pane over lines of styled spans; a subclass says what the lines are."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._fitted = Size(0, 0)
        self._painting = False
        self._selection: Selection | None = None
        """What the mouse selected. Textual's own `text_selection` asks the screen for each line."""

    def on_width_change(self) -> None:
        """Write for the pane's new size."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT001, FBT002
        """Write for a new size before the frame is painted: `on_resize` comes after it, and would paint it twice.

        If the size is the same nothing follows: Textual would redraw the scrollbar at each layout, also of the screen
        beneath a window, and with it everything between two scrollbars.
        """
        if size == self._size and size - self.styles.gutter.totals == self.container_size:
            return False
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self.container_size != self._fitted:
            self._fitted = self.container_size
            self.on_width_change()
            self._repaint_required = False  # the layout that sets the size paints the pane, once
        return changed

    def show(self, lines: list[Line]) -> None:
        """Draw these lines from now on; nothing is painted if those in sight are the same."""
        before, top = self._lines, self.scroll_offset.y
        in_sight = slice(top, top + self.size.height)
        self._lines = lines
        self.set_height(len(lines))
        if lines[in_sight] != before[in_sight]:
            self.refresh()

    def set_height(self, lines: int) -> None:
        """Scroll over this many lines from now on.

        The pane's place on the screen does not depend on its text, so no layout follows: that would cost a frame.
        """
        self.set_reactive(ScrollLines.virtual_size, Size(0, lines))
        self.vertical_scrollbar.window_virtual_size = lines
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True, force=True)

    @property
    def text_in_sight(self) -> str:
        """The visible lines as plain text."""
        top = self.scroll_offset.y
        return "\n".join(map(line_text, self._lines[top : top + self.container_size.height]))

    @property
    def text_width(self) -> int:
        """Cells that a line may take: the pane without its scrollbar, shown or not, and a blank before that."""
        return max(8, self.container_size.width - self.styles.scrollbar_size_vertical - 1)

    def row_at(self, y: int) -> int:
        """Which of the lines is drawn at a line of the pane, from its top."""
        return self.scroll_offset.y + y

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for; it always shows."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = ColumnScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = True
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines."""
        self._painting = True
        strips = super().render_lines(crop)
        self._painting = False
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane; with its places if Textual asks for it to find what the mouse points at."""
        strip = self.draw_line(y)
        return strip if self._painting else strip.apply_offsets(0, self.row_at(y))

    def draw_line(self, y: int) -> Strip:
        """One line of the pane as it looks."""
        row, width = self.row_at(y), self.container_size.width
        strip = self.strip_of(self._lines[row] if row < len(self._lines) else (), width).crop(0, width)
        if self._selection is not None and (span := self._selection.get_span(row)) is not None:
            return self._selected(strip, *span)
        return strip

    def _selected(self, strip: Strip, start: int, end: int) -> Strip:
        length = strip.cell_length
        end = length if end == -1 else min(end, length)
        before, inside, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end, length)
        return Strip.join(
            [before, inside.apply_style(self.screen.get_component_rich_style("screen--selection")), after]
        )

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse selected."""
        return selection.extract("\n".join(line_text(line) for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._selection = selection
        self.refresh()
