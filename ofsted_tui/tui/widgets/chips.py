"""Chips: a line of the filters that are on, each removed by a click; at the right, how much is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message
from textual.reactive import reactive

from ...core.wording import cell_width, truncate
from ..keys import CLEAR, keys_of
from .scroll_lines import FixedLines
from .styled_text import Span

if TYPE_CHECKING:
    from .styled_text import Line

GAP = "   "


class Chip(NamedTuple):
    """One filter that is on."""

    words: str
    value: Any
    """What the screen knows it by."""


class Chips(FixedLines):
    """The filters that are on. The line is there only while there are some, or while `kept` is set."""

    chips: reactive[tuple[Chip, ...]] = reactive(())
    left: reactive[str] = reactive("")
    """How much is left: `11 of 153 councils listed`."""
    kept: reactive[bool] = reactive(default=False)
    """Whether the line stays without chips, as while somebody types, so that what is below does not jump."""

    class Removed(Message):
        """A filter is to be removed; without one, all of them."""

        def __init__(self, chip: Chip | None) -> None:
            super().__init__()
            self.chip = chip

    def watch_chips(self) -> None:
        """Show or hide the line."""
        self._appear()

    def watch_kept(self) -> None:
        """Show or hide the line."""
        self._appear()

    def _appear(self) -> None:
        self.set_class(bool(self.chips) or self.kept, "-shown")

    def lines(self, width: int) -> list[Line]:
        """As many chips as fit, how many more there are, the key that clears; how much is left."""
        key = keys_of(self.app).shown(CLEAR)
        words = (Span(GAP), Span(key, "mark", "clear()"), Span(f" {CLEAR.title}", "muted", "clear()"))
        clear = words if self.chips else ()
        room = width - sum(cell_width(span.text) for span in clear)
        spans, shown = self._chips(room - cell_width(self.left) - len(GAP))
        if shown < len(self.chips):
            spans.append(Span(f"{GAP}+{len(self.chips) - shown} more", "muted"))
        line = (*spans, *clear)
        gap = width - sum(cell_width(span.text) for span in line) - cell_width(self.left)
        return [(*line, Span(" " * max(1, gap)), Span(self.left, "muted"))]

    def _chips(self, room: int) -> tuple[list[Span], int]:
        """The spans of the first chips that fit, and how many these are: the first is cut rather than left out."""
        spans: list[Span] = []
        used = 0
        for number, chip in enumerate(self.chips):
            more = len(" +9 more") if number + 1 < len(self.chips) else 0
            text = f"{chip.words} ×"
            if number == 0:
                text = f"{truncate(chip.words, max(8, room - more - 2))} ×"
            size = cell_width(text) + (len(GAP) if spans else 0)
            if spans and used + size + more > room:
                return spans, number
            spans += [Span(GAP)] * bool(spans)
            spans.append(Span(text, "chip", f"remove({number})"))
            used += size
        return spans, len(self.chips)

    def action_remove(self, number: int) -> None:
        """Ask the screen to remove one."""
        if number < len(self.chips):
            self.post_message(self.Removed(self.chips[number]))

    def action_clear(self) -> None:
        """Ask the screen to remove all."""
        self.post_message(self.Removed(None))
