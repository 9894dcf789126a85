"""Colours that can be read: each moved towards white or black until it stands out from its background.

The measure is WCAG's contrast ratio, 1 to 21: text needs at least 4.5, a scrollbar or a mark 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = 4.5
"""The least contrast of text."""
MARK = 3.0
"""The least contrast of anything but text: the thumb of a scrollbar."""
STEP = 0.04


def luminance(colour: Color) -> float:
    """How bright a colour is, 0 to 1, by the formula of WCAG."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.r / 255, colour.g / 255, colour.b / 255)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    return _ratio(luminance(one), luminance(other))


def _ratio(one: float, other: float) -> float:
    """The contrast ratio of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def readable(colour: Color, grounds: Sequence[Color], least: float = TEXT) -> Color:
    """A colour, moved towards white or black just far enough to stand out from every background."""
    bright = [luminance(ground) for ground in grounds]
    end = Color(255, 255, 255) if sum(bright) / len(bright) < 0.18 else Color(0, 0, 0)
    moved = 0.0
    found = colour
    while moved < 1:
        mine = luminance(found)
        if all(_ratio(mine, other) >= least for other in bright):
            break
        moved = min(1.0, moved + STEP)
        found = colour.blend(end, moved)
    return found
