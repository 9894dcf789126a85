"""A list with a highlight, each item of one line or several that open something. Windows use Textual’s own lists."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.scrollbar import ScrollTo
from textual.strip import Strip

from .scroll_lines import ScrollLines
from .styled_text import Line, Span, line_text


class Item(NamedTuple):
    """What the highlight moves over."""

    lines: tuple[Line, ...]
    target: Any = None
    """What Enter opens; None if there is nothing to open, and the highlight skips it."""
    stays: bool = False
    """Whether it stays at the top while the others scroll below it, as the names of columns do: only the first can."""


TO_THE_END = 1_000_000
SORTED = "↓"
"""The mark after the name of the column that items are sorted by."""


class ItemList(ScrollLines):
    """Items, one below the other; the highlight is an accent bar and a background. Laid out as far as needed."""

    DEFAULT_CLASSES = "panel"
    BINDINGS = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home,g", f"move(-{TO_THE_END})", show=False),
        Binding("end,G", f"move({TO_THE_END})", show=False),
    ]

    BATCH = 40
    """Items that are laid out at a time: letters are typed faster than all are laid out."""
    BOLD_IN_FOCUS = False
    """Whether the highlighted item is bold while the list has the focus, because other panes may have it."""

    class Opened(Message):
        """The highlighted item was opened with the mouse."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: list[Item] = []
        """Those laid out so far."""
        self.here = 0
        """The number of the highlighted item."""
        self.follow: Callable[[], None] | None = None
        """Called at once when another item is highlighted, or other items are shown."""
        self._write: Callable[[int], Iterable[Item]] | None = None
        self._coming: Iterator[Item] = iter(())
        """Those that are not laid out yet."""
        self._first: list[int] = []
        """The first line of each item."""
        self._owner: list[int] = []
        """The item that each line belongs to."""
        self._staying = 0
        """Lines at the top that do not scroll."""

    def lines_in_all(self) -> int:
        """The number of lines of all items, if known before they are laid out; otherwise 0."""
        return 0

    def write(self, write: Callable[[int], Iterable[Item]]) -> None:
        """Show what a function of the width writes, item by item; it is asked again when the width changes."""
        self._write = write
        if self.container_size.width:
            self._lay_out()
        else:  # what was laid out for other items says nothing about these
            self.items, self._first, self._owner, self._lines = [], [], [], []

    def on_width_change(self) -> None:
        """Rewrite for the width."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Write the items from the first, as far as they are visible or highlighted."""
        if self._write is None:
            return
        self._coming = iter(self._write(self.text_width - 1))
        self.items, self._first, self._owner, self._lines, self._staying = [], [], [], [], 0
        self._reach(self.here)
        self._fill(self.scroll_offset.y)
        self.refresh()
        self.here = min(self.here, max(0, len(self.items) - 1))
        if self.items and self.items[self.here].target is None:
            self.here = self._next(self.here, 1)
        self._keep_in_sight(centred=True)
        if self.follow:
            self.follow()

    def _reach(self, number: int) -> None:
        """Lay out items up to a number, and a batch beyond."""
        for item in islice(self._coming, max(0, number + self.BATCH - len(self.items))):
            if item.stays:
                self._staying = len(item.lines)
            self._first.append(len(self._lines))
            self._owner += [len(self.items)] * len(item.lines)
            self._lines += [(Span(" "), *line) for line in item.lines]
            self.items.append(item)
        self.set_height(max(len(self._lines), self.lines_in_all()))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out more when the end of what is laid out is near."""
        super().watch_scroll_y(old_value, new_value)
        self._fill(new_value)

    def _fill(self, top: float) -> None:
        """Lay out everything visible from a line on; and a page more to scroll to, if the rest is not known."""
        pages = 1 if self.lines_in_all() else 2
        laid_out = -1
        while laid_out < len(self.items) and len(self._lines) < top + pages * self.container_size.height:
            laid_out = len(self.items)
            self._reach(laid_out)

    @property
    def target(self) -> Any:
        """What the highlighted item opens."""
        return self.items[self.here].target if self.items else None

    @property
    def place(self) -> int:
        """Which of the items that open something is highlighted, counted from 1; 0 if there is none."""
        return sum(item.target is not None for item in self.items[: self.here + 1])

    @property
    def highlighted_text(self) -> str:
        """The highlighted item as plain text."""
        return "\n".join(map(line_text, self.items[self.here].lines)) if self.items else ""

    def highlight(self, number: int) -> None:
        """Move the highlight to an item, painting the lines of two only."""
        self._reach(number)
        for item in (self.here, number):
            self._refresh_item(item)
        self.here = min(number, len(self.items) - 1) if self.items else number

    def _refresh_item(self, number: int) -> None:
        if number < len(self.items):
            top = self._first[number] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, len(self.items[number].lines)))

    def on_highlight(self) -> None:
        """Another item is highlighted."""
        if self.follow:
            self.follow()

    def action_move(self, by: int) -> None:
        """Move the highlight by items that open something; at the ends, show what is beyond the last."""
        if not self.items:
            return
        self._reach(self.here + by)
        wanted, step = self.here, 1 if by > 0 else -1
        if abs(by) == 1 and (in_sight := self._first_in_sight(step)) is not None:
            wanted = in_sight
        else:
            for _ in range(min(abs(by), len(self.items))):
                wanted = self._next(wanted, step)
        if wanted == self.here:
            self.scroll_relative(y=step, animate=False)
        self.highlight(wanted)
        self._keep_in_sight()
        self.on_highlight()

    def _first_in_sight(self, step: int) -> int | None:
        """The first whole item in sight (going up, the last), if the wheel or scrollbar left the highlight behind."""
        top, bottom = self.row_at(self._staying), self.scroll_offset.y + self.container_size.height
        first, last = self._lines_of(self.here)
        if (top <= last and first < bottom) or top >= len(self._owner):
            return None
        seen = range(self._owner[top], self._owner[min(bottom, len(self._owner)) - 1] + 1)
        whole = [n for n in seen if self.items[n].target is not None and top <= self._lines_of(n)[0]
                 and self._lines_of(n)[1] < bottom]  # fmt: skip
        return whole[0 if step > 0 else -1] if whole else None

    @on(ScrollTo)
    def _scrollbar_dragged(self) -> None:
        """The scrollbar is dragged: its length must show all items, not those laid out so far."""
        self._reach(TO_THE_END)

    def _next(self, here: int, step: int) -> int:
        """The next item that opens something; the same if there is none."""
        number = here + step
        while 0 <= number < len(self.items):
            if self.items[number].target is not None:
                return number
            number += step
        return here

    def action_page(self, by: int) -> None:
        """Move the highlight by about a page."""
        if not self.items:
            return
        aim = self._first[self.here] + by * max(1, self.container_size.height - 2)
        self._fill(max(aim, 0))
        self.action_move(self._owner[min(max(aim, 0), len(self._owner) - 1)] - self.here or by)

    def _keep_in_sight(self, *, centred: bool = False) -> None:
        """Scroll as little as the highlighted item needs, with its heading; `centred`: to the middle of the pane."""
        height, top, staying = self.container_size.height, self.scroll_offset.y, self._staying
        if not self.items or not height:
            return
        first, last = self._lines_of(self.here)
        above = self._heading_of(self.here) if last - self._heading_of(self.here) < height - staying else first
        if centred and not top + staying <= first < top + height:
            wanted = max(0, first - height // 2) if first > height // 2 else 0
        elif above < top + staying:
            wanted = max(0, above - staying)
        else:
            wanted = min(first - staying, last - height + 1) if last >= top + height else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    def _lines_of(self, number: int) -> tuple[int, int]:
        """The first and the last line of an item."""
        return self._first[number], self._first[number] + len(self.items[number].lines) - 1

    def _heading_of(self, number: int) -> int:
        """The first of the lines directly above an item that open nothing, or its own."""
        while number > 0 and self.items[number - 1].target is None:
            number -= 1
        return self._first[number]

    def on_click(self, event: Click) -> None:
        """A click highlights; a second one on the same item opens it. One on the border does neither."""
        if (place := event.get_content_offset(self)) is None:
            return
        row = self.row_at(place.y)
        if row < len(self._owner) and self.items[self._owner[row]].target is not None:
            if self._owner[row] == self.here:
                self.post_message(self.Opened())
            self.highlight(self._owner[row])
            self.on_highlight()

    def row_at(self, y: int) -> int:
        """The lines that stay are at the top wherever one scrolls."""
        return y if y < self._staying else super().row_at(y)

    def draw_line(self, y: int) -> Strip:
        """One line, with the bar and the background if it belongs to the highlighted item."""
        strip = super().draw_line(y)
        row = self.row_at(y)
        if row >= len(self._owner) or self._owner[row] != self.here or self.target is None:
            return strip
        bold = True if self.BOLD_IN_FOCUS and self.has_focus else None
        own, ground = self.style_of("").bgcolor, Style(bgcolor=self.style_of("cursor").bgcolor, bold=bold)
        bar = Segment("▌", self.style_of("mark") + ground)
        # A grade keeps its own background: the cursor's replaces only the panel's.
        rest = [
            Segment(text, style + ground if style and style.bgcolor == own else style or ground)
            for text, style, _ in strip.crop(1)
        ]
        return Strip([bar, *rest])
