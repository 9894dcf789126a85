"""The scrollbar of a pane: one column, of which only the cells that differ are drawn."""

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
    """Textual's scrollbar; but Textual draws each of its cells as a line of its own, half of what a key costs."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """As Textual's, but where it changes the screen is not laid out once more: a scrollbar itself scrolls nothing."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw each cell that looks and acts otherwise than the one above it once."""
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
