"""A list of items with a highlight: each item one line or several, and what it opens."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from .scroll_lines import ScrollLines
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.events import Click

    from .styled_text import Line


class Item(NamedTuple):
    """What the highlight moves over."""

    lines: tuple[Line, ...]
    target: Any = None
    """What Enter opens; None where there is nothing behind it, and the highlight passes it by."""


BATCH = 40
"""Items that are laid out at a time: nobody sees more at once, and letters are typed faster than all are laid out."""


class ItemList(ScrollLines):
    """Items under each other; the highlight is an accent bar and a ground. They are laid out as far as one goes."""

    BINDINGS = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home,g", "move(-1000000)", show=False),
        Binding("end,G", "move(1000000)", show=False),
    ]

    class Opened(Message):
        """The highlighted item was opened with the mouse."""

    class Moved(Message):
        """Another item is highlighted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: list[Item] = []
        """Those laid out so far."""
        self.here = 0
        """The number of the highlighted item."""
        self._write: Callable[[int], Iterable[Item]] | None = None
        self._coming: Iterator[Item] = iter(())
        """Those that are not laid out yet."""
        self._first: list[int] = []
        self._owner: list[int] = []

    def write(self, write: Callable[[int], Iterable[Item]]) -> None:
        """Show what a function of the width writes, item by item; it is asked again when the width changes."""
        self._write = write
        if self.container_size.width:
            self._lay_out()

    def on_width_change(self) -> None:
        """Write anew for the width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._write is None:
            return
        self._coming = iter(self._write(self.text_width - 1))
        self.items, self._first, self._owner, self._lines = [], [], [], []
        self._reach(self.here)
        self._fill(self.scroll_offset.y)
        self.refresh()
        self.here = min(self.here, max(0, len(self.items) - 1))
        if self.items and self.items[self.here].target is None:
            self.here = self._next(self.here, 1)
        self._keep_in_sight()

    def _reach(self, number: int) -> None:
        """Lay out items up to a number, and a batch beyond."""
        for item in islice(self._coming, max(0, number + BATCH - len(self.items))):
            self._first.append(len(self._lines))
            self._owner += [len(self.items)] * len(item.lines)
            self._lines += [(Span(" "), *line) for line in item.lines]
            self.items.append(item)
        self.set_height(len(self._lines))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out more when what is laid out comes to its end."""
        super().watch_scroll_y(old_value, new_value)
        self._fill(new_value)

    def _fill(self, top: float) -> None:
        """Lay out all that is seen from a line on, and a page more."""
        laid_out = -1
        while laid_out < len(self.items) and len(self._lines) < top + 2 * self.container_size.height:
            laid_out = len(self.items)
            self._reach(laid_out)

    @property
    def target(self) -> Any:
        """What the highlighted item opens."""
        return self.items[self.here].target if self.items else None

    def action_move(self, by: int) -> None:
        """Move the highlight by items that open something; at the ends, show what stands beyond the last."""
        if not self.items:
            return
        self._reach(self.here + by)
        before, step = self.here, 1 if by > 0 else -1
        for _ in range(min(abs(by), len(self.items))):
            self.here = self._next(self.here, step)
        if self.here == before:
            self.scroll_relative(y=step, animate=False)
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _next(self, here: int, step: int) -> int:
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
        self.action_move(self._owner[min(max(aim, 0), len(self._owner) - 1)] - self.here or by)

    def _keep_in_sight(self) -> None:
        height, top = self.container_size.height, self.scroll_offset.y
        if not self.items or not height:
            return
        first = self._first[self.here]
        last = first + len(self.items[self.here].lines) - 1
        if last < height and self._next(self.here, -1) == self.here:
            first = 0  # what stands over the first item is read with it
        wanted = first if first < top else min(first, last - height + 1) if last >= top + height else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    def on_click(self, event: Click) -> None:
        """A click highlights; a second one on the same item opens it."""
        row = self.scroll_offset.y + event.y
        if row < len(self._owner) and self.items[self._owner[row]].target is not None:
            if self._owner[row] == self.here:
                self.post_message(self.Opened())
            self.here = self._owner[row]
            self.refresh()
            self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Draw one line, with the bar and the ground where it belongs to the highlighted item."""
        strip = super().render_line(y)
        row = self.scroll_offset.y + y
        if row >= len(self._owner) or self._owner[row] != self.here or self.target is None:
            return strip
        ground = Style(bgcolor=self.style_of("cursor").bgcolor)
        bar = Segment("▌", self.style_of("mark") + ground)
        rest = [Segment(text, style + ground if style else ground) for text, style, _ in strip.crop(1)]
        return Strip([bar, *rest])
