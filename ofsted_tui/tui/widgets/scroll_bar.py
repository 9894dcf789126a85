"""The scrollbar of a pane: one column, drawn with one cell for each run of equal ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style
    from textual.geometry import Region
    from textual.scrollbar import ScrollBarRender


class ColumnScrollBar(ScrollBar):
    """Textual's scrollbar, except that Textual draws each cell as a line of its own, half the cost of a key."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """As Textual's, except that a change causes no new layout: a scrollbar itself scrolls nothing."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw once each cell that looks or acts differently from the one above it."""
        bar = cast("ScrollBarRender", self.render())
        style = cast("Style", bar.style)
        assert style.bgcolor
        assert style.color
        cells = bar.render_bar(
            self.size.height, bar.virtual_size, bar.window_size, bar.position, bar.thickness, bar.vertical,
            style.bgcolor, style.color,
        ).segments  # fmt: skip
        strips = {cell: Strip([cell], bar.thickness) for cell in set(cells)}
        for line_filter in self.get_line_filters():
            strips = {
                cell: strip.apply_filter(line_filter, self.background_colors[1]) for cell, strip in strips.items()
            }
        return [strips[cell] for cell in cells[crop.y : crop.bottom]]
