"""The lines that a pane has drawn, with their sides, which are the same for every line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._styles_cache import StylesCache
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.segment import Segment
    from textual.color import Color
    from textual.css.styles import StylesBase
    from textual.geometry import Size, Spacing


class LineCache(StylesCache):
    """Textual's with the sides kept: it would make both for each line from two dozen styles, a tenth of a key."""

    def __init__(self) -> None:
        super().__init__()
        self._sides: tuple[int, list[Segment], list[Segment]] | None = None
        """The lines of the border above; and what is left and right of each line below it."""
        self._last: tuple[Strip, Strip] | None = None
        """What is between the sides of the line drawn last, and the whole line: the same all over an empty panel."""

    def clear(self) -> None:
        """Forget what was drawn, as when the colours of the pane change."""
        super().clear()
        self._sides = self._last = None

    def render_line(
        self, styles: StylesBase, y: int, size: Size, content_size: Size, padding: Spacing,
        base_background: Color, background: Color, render_content_line: Callable[[int], Strip], *others: Any,
        **named: Any,
    ) -> Strip:  # fmt: skip
        """Draw one line of the pane between its sides; the borders above and below as Textual does."""
        if self._sides is None or not 0 <= (row := y - self._sides[0]) < content_size.height:
            strip = super().render_line(
                styles, y, size, content_size, padding, base_background, background, render_content_line,
                *others, **named,
            )  # fmt: skip
            gutter = styles.gutter
            if gutter.top <= y < gutter.top + content_size.height:
                left, right = strip.crop(0, gutter.left), strip.crop(size.width - gutter.right)
                self._sides = gutter.top, list(left), list(right)
            return strip
        _, left_side, right_side = self._sides
        ground = self.get_inner_outer(base_background, background)[0].rich_style
        line = render_content_line(row).adjust_cell_length(content_size.width, ground)
        if self._last is None or self._last[0] is not line:
            whole = Strip([*left_side, *line, *right_side], size.width) if left_side or right_side else line
            self._last = line, whole
        return self._last[1]
