"""Names with the mark of what the user added, and characters drawn one by one, put together into spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.wording import cell_width, truncate
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Drawn = tuple[str, str]
"""A character and its style."""


OWN = "◆"
"""The mark of what the user added."""


def name_cell(name: str, width: int, style: str = "", action: str = "", *, own: bool = False) -> tuple[Span, ...]:
    """A council's name in so many cells; ◆ behind it where the user added what the row is about."""
    mark = f" {OWN}" if own else ""
    short = truncate(name, width - len(mark))
    blanks = " " * (width - cell_width(short) - len(mark))
    if not own:
        return (Span(short + blanks, style, action),)
    return Span(short, style, action), Span(mark, "mark", action), Span(blanks, style, action)


def spans_of(cells: Iterable[Drawn]) -> list[Span]:
    """Cells in a row as spans, those of one style together."""
    spans: list[Span] = []
    for char, style in cells:
        if spans and spans[-1].style == style:
            spans[-1] = Span(spans[-1].text + char, style)
        else:
            spans.append(Span(char, style))
    return spans
