"""Textual's list of options, without the cases in which it ends in an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widgets import OptionList as TextualOptionList

from .text_box import COMPACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual._widget_navigation import Direction
    from textual.events import Click

    _OptionList = TextualOptionList
else:
    _OptionList = object  # see `steady_screen`: the first base that is a widget has to be Textual's


class SteadyOptions(_OptionList):
    """For a list of options whose size and options may change between keys and clicks."""

    def _move_page(self, direction: Direction) -> None:
        """Move by a page; not in a window so small that the list has no room: then it has laid out no line."""
        if self.scrollable_content_region:
            super()._move_page(direction)

    def on_click(self, event: Click) -> None:
        """Leave a click to Textual, except one on an option that is no longer listed when it is answered."""
        place = event.style.meta.get("option")
        if place is not None and place >= self.option_count:
            event.prevent_default()


class OptionList(SteadyOptions, TextualOptionList):
    """Options, one below the other, one of them highlighted; to be created with `compact=True`."""

    DEFAULT_CLASSES = COMPACT
    compact = reactive(default=True, toggle_class=COMPACT)

    def jump(self, letter: str, words: Sequence[str]) -> None:
        """Highlight the next option whose words begin with a letter or digit; `words`: empty for an option to skip."""
        here = self.highlighted or 0
        for place in (*range(here + 1, len(words)), *range(here)):
            if words[place][:1].upper() == letter.upper():
                self.highlighted = place
                return
