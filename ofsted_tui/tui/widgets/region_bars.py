"""The regions as bars of equal length, each with its counts: shares and numbers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analysis.totals_over_time import counts_by_part
from ...core.councils import SCALE
from .bands import BANDS, SKY, bar
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.councils import Totals
    from .styled_text import Line

NAME, WIDE_NAME = 16, 25
WIDE = 60
"""Cells from which names are whole, with the number of councils."""
COUNT = 3
SHORT_NAMES = {"Yorkshire and the Humber": "Yorks & Humber"}
LEAST_BAR = 3
LEAST_RULE = 5
"""Cells between the title and the headings from which a line joins them."""


def parts_shown(totals: Totals) -> list[int]:
    """The parts of `BANDS` that have a column of counts: every grade, and any other part that is not empty."""
    counts = counts_by_part(totals)
    return [part for part in range(len(BANDS)) if part < len(SCALE) or counts[part]]


def title_with_heads(day: str, parts: Sequence[int], width: int) -> tuple[Span, ...]:
    """The title of lines of a width: the date, and the headings of the counts directly above them."""
    heads = "".join(f"{BANDS[part].head:>{COUNT}}" for part in parts)
    room = width - 1 - len(heads)  # a title begins one cell further right than a line
    title = next((words for words in (f"Regions on {day}", f"Regions {day}") if len(words) <= room), "Regions")
    gap = room - len(title)
    return Span(title), Span(f" {'─' * (gap - 1)}" if gap >= LEAST_RULE else " " * gap, "rule"), Span(heads)


def region_line(name: str, totals: Totals, parts: Sequence[int], width: int, *, filled: bool) -> Line:
    """A region, its bar, its counts in the colours of their grades."""
    counts = counts_by_part(totals)
    title = f"{name:<{WIDE_NAME}}{totals.councils:>3} " if width >= WIDE else f"{SHORT_NAMES.get(name, name):<{NAME}}"
    length = max(LEAST_BAR, width - len(title) - COUNT * len(parts))
    numbers = [
        Span(f"{counts[part] or '·':>{COUNT}}", BANDS[part].colour if counts[part] and part < SKY else "muted")
        for part in parts
    ]
    return (Span(title), *bar(counts, length, filled=filled), *numbers)
