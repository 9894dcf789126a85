"""The styles of spans by name, in theme variables that `colour_themes.py` keeps readable on every background.

Not component classes: Textual matches each of those against the whole style sheet for every pane, at every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.model import Grade, Kind
from ..colour_themes import COLOUR

if TYPE_CHECKING:
    from textual.app import App

STYLES = {
    "heading": "bold $mark",
    "title": "bold",
    "muted": "$quiet",
    "mark": "bold $mark",
    "match": "bold underline $mark",
    "link": "underline $mark",
    "rule": "$rule",
    "cursor": "on $cursor",
    "past": "bold $on-past on $past",
    "chip": "on $cursor",
    **{grade.column: COLOUR[grade] for grade in Grade},
    **{f"tile-{grade.column}": f"bold $grade-ink on {COLOUR[grade]}" for grade in Grade},
    **{f"foot-{grade.column}": f"bold underline $grade-ink on {COLOUR[grade]}" for grade in Grade},
    **{f"{lower.column}/{upper.column}": f"{COLOUR[lower]} on {COLOUR[upper]}" for lower in Grade for upper in Grade},
}
"""A grade's own name colours its word, as for an old or a joint grade; with `tile-` before it, it has its background,
with `foot-` it is also underlined, which draws a thin gap below a tile; two with a slash between them: the first on the
background of the second."""
BULLETS = {Kind.IMPROVEMENT: "• ", Kind.PRAISE: "+ ", Kind.CONCERN: "- "}
"""Kinds of finding are told apart by shape, not by colour."""


def needs_patterns(app: App[Any]) -> bool:
    """Whether patterns have to replace colours, since the colours cannot tell the grades apart."""
    return bool(app.no_color or app.native_ansi_color)
