"""Characters drawn one by one, put together into spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Drawn = tuple[str, str]
"""A character and its style."""


def spans_of(cells: Iterable[Drawn]) -> list[Span]:
    """Cells in a row as spans, those of one style together."""
    spans: list[Span] = []
    for char, style in cells:
        if spans and spans[-1].style == style:
            spans[-1] = Span(spans[-1].text + char, style)
        else:
            spans.append(Span(char, style))
    return spans
