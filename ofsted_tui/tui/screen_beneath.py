"""What shows through a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from rich.style import Style as RichStyle
    from textual.color import Color
    from textual.css.styles import RulesMap
    from textual.screen import Screen
    from textual.style import Style


class ScreenBeneath(Visual):
    """The screen beneath a window, in the colours that the window's background gives it; nothing on it can be clicked.

    Textual's `BackgroundScreen` makes a new style for each of a screen's thousand runs of text, and splits the whole
    into lines again: a third of what it costs to open a window. A screen has some thirty styles.
    """

    def __init__(self, screen: Screen[Any], ground: Color) -> None:
        self.screen, self.ground = screen, ground

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:  # noqa: ARG002
        """The lines of the screen."""
        own = style.rich_style
        tinted: dict[RichStyle | None, RichStyle] = {}

        def through(beneath: RichStyle | None) -> RichStyle:
            if beneath not in tinted:
                (seen,) = BackgroundScreen.process_segments([Segment(" ", beneath)], self.ground)
                tinted[beneath] = own + seen.style
            return tinted[beneath]

        return [
            Strip([Segment(text, through(beneath)) for text, beneath, _ in line], line.cell_length).crop(0, width)
            for line in self.screen._compositor.render_strips()[:height]
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """As wide as allowed."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """As high as the screen is."""
        return self.screen.size.height
