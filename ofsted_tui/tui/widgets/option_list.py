"""Textual's list of options, but where its page keys end in an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList as TextualOptionList

if TYPE_CHECKING:
    from textual._widget_navigation import Direction


class OptionList(TextualOptionList):
    """Options under each other, one of them highlighted."""

    def _move_page(self, direction: Direction) -> None:
        """Move by a page; nowhere in a window so small that the list has no room: it has laid out no line then."""
        if self.scrollable_content_region:
            super()._move_page(direction)
