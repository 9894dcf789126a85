"""Panels: a rounded border with a title above and a foot below; the focused one has the accent and a reversed title.

Their style is in `app.tcss` under `.panel`. Titles and feet are Content, never markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from ...core.wording import cell_width
from .line_cache import LineCache
from .styles import STYLES, needs_patterns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

    from .styled_text import Line, Span


class Panel(Widget):
    """A widget of styled spans, whose border can be written on: then only that line is repainted."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    """As Textual's, except that a change causes no second layout and painting: a panel itself never scrolls."""

    def __init__(self, *children: Widget, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(*children, id=id, classes=classes)
        self._styles_cache = LineCache()
        self._written: dict[str, tuple[Span, ...]] = {}
        self._styles: dict[str, RichStyle] = {}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """All except the one that converts the terminal's own colours: no panel has them in a theme with others.

        Textual would look for them in every line that is painted.
        """
        return [kept for kept in super().get_line_filters() if not isinstance(kept, ANSIToTruecolor)]

    def set_title(self, *spans: Span) -> None:
        """Write in the border above: the name of what the panel holds."""
        self._write_border("_border_title", spans, 0)

    def set_foot(self, *spans: Span) -> None:
        """Write in the border below: the place, or what is out of sight."""
        self._write_border("_border_subtitle", spans, self.outer_size.height - 1)

    def _write_border(self, label: str, spans: tuple[Span, ...], line: int) -> None:
        # Assigning `border_title` would repaint the whole panel, for every key that moves the highlight.
        if self._written.get(label) != spans:
            self._written[label] = spans
            setattr(self, label, ChipAtTheEnd.of(spans) if _ends_in_a_chip(spans) else content_of(spans))
            if self.outer_size:
                self.refresh(Region(0, line, self.outer_size.width, 1) - self.content_offset)

    @property
    def filled(self) -> bool:
        """Whether patterns stand in place of colours."""
        return needs_patterns(self.app)

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def style_of(self, name: str, action: str = "") -> RichStyle:
        """The style of a span, over the pane's own, with the action of a click."""
        if name not in self._styles:
            self._styles[name] = (self.visual_style + Style.parse(STYLES.get(name, ""))).rich_style
        style = self._styles[name]
        return style + RichStyle.from_meta({"@click": action}) if action else style

    def strip_of(self, line: Line, width: int) -> Strip:
        """A line as Textual draws it, filled to a width; a longer one stays as it is."""
        segments = [Segment(text, self.style_of(style, action)) for text, style, action in line]
        used = sum(cell_width(text) for text, _, _ in line)
        if used < width:
            segments.append(Segment(" " * (width - used), self.style_of("")))
        return Strip(segments, max(used, width))


class ChipAtTheEnd(Content):
    """A title that ends in a chip: the blank between it and the border has the panel's background, not the title's."""

    @classmethod
    def of(cls, spans: tuple[Span, ...]) -> ChipAtTheEnd:
        """Spans as a title."""
        content = content_of(spans)
        return cls(content.plain, [*content.spans])

    def pad_left(self, count: int, character: str = " ") -> Content:
        """As Textual's, but it still ends in a chip."""
        padded = super().pad_left(count, character)
        return type(self)(padded.plain, [*padded.spans])

    def pad_right(self, count: int, character: str = " ") -> Content:
        """The blank that Textual puts before the border."""
        padded = super().pad_right(count, character)
        return padded.stylize("on $background", len(self.plain))


def _ends_in_a_chip(spans: tuple[Span, ...]) -> bool:
    return bool(spans) and spans[-1].style.startswith("tile-")


def content_of(spans: tuple[Span, ...]) -> Content:
    """Spans as Textual's text, in the colours of the theme; one with an action can be clicked."""
    return Content("").join(_content(span) for span in spans)


def _content(span: Span) -> Content:
    content = Content.styled(span.text, STYLES.get(span.style, ""))
    return content.stylize(Style.from_meta({"@click": span.action})) if span.action else content
