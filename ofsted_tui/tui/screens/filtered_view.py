"""A screen with its filters over the rows as chips: each is removed by a click, all of them by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from ..widgets.chips import Chip, Chips
from ..widgets.key_bar import KeyBar
from .headed_view import HeadedView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from ..keys import KeyCommand
    from ..widgets.item_list import Item

OF_A_ROW = ("open", "earlier", "break_down", "count_after")
"""Commands that do something with the highlighted row."""


class FilteredView(HeadedView):
    """Rows under chips; a subclass says which filters are on, and applies others."""

    def compose_panels(self) -> ComposeResult:
        """The filters that are on, over the rows."""
        yield Chips()
        yield from super().compose_panels()

    def write(self) -> None:
        """Write heading, chips and rows."""
        self.query_one(Chips).chips = tuple(self.filters())
        super().write()
        self.query_one(KeyBar).refresh_if_other()

    def write_list(self) -> None:
        """Write the rows into their list."""
        self.write_items(self.items)

    def items(self, width: int) -> Iterable[Item]:
        """The rows for a width."""
        raise NotImplementedError

    def filters(self) -> Iterable[Chip]:
        """The filters that are on; the value of each is what `filter_by` shows without it."""
        raise NotImplementedError

    def filter_by(self, query: Any) -> None:
        """Show the rows by other filters; None: by none."""
        raise NotImplementedError

    @on(Chips.Removed)
    def _chip_removed(self, message: Chips.Removed) -> None:
        self.filter_by(message.chip.value if message.chip else None)

    def clear_filters(self) -> bool:
        """Remove all filters; whether there were any."""
        narrowed = bool(self.query_one(Chips).chips)
        if narrowed:
            self.filter_by(None)
        return narrowed

    def action_leave(self) -> None:
        """Clear the filters, then leave."""
        if not self.clear_filters():
            super().action_leave()

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers: if a filter is on, the one that clears; without rows, none for a row."""
        hints = [command for command in super().key_hints() if command.id not in OF_A_ROW or self.number_of_rows()]
        if self.query_one(Chips).chips:
            enter = [command for command in hints if command.keys == "enter"]
            clear = next(command for command in self.COMMANDS_HERE if command.id == "clear")
            hints = [*enter, clear, *(command for command in hints if command not in enter)]
        return hints
