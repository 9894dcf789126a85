"""Colours: four themes of our own, and how grades are coloured in every other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.filter import Monochrome, NoColor
from textual.theme import Theme

from ..core.model import Grade
from .contrast import MARK, readable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter

COLOUR = {grade: f"$grade-{grade.value.replace(' ', '-')}" for grade in Grade}
"""The theme variable that colours a grade."""
DARK_GRADES = {
    "grade-outstanding": "#6cb6ff",
    "grade-good": "#6fd08c",
    "grade-requires-improvement": "#f2b950",
    "grade-adequate": "#d9a8f0",
    "grade-inadequate": "#ff8a80",
    "grade-not-given": "#a8b0bd",
    "grade-ink": "#11151c",
}
LIGHT_GRADES = {
    "grade-outstanding": "#0b5cad",
    "grade-good": "#12703a",
    "grade-requires-improvement": "#8a5300",
    "grade-adequate": "#7a3e9d",
    "grade-inadequate": "#b3261e",
    "grade-not-given": "#555d6b",
    "grade-ink": "#fbfaf7",
}
COLOUR_BLIND_GRADES = {
    "grade-outstanding": "#56b4e9",
    "grade-good": "#8fd3c8",
    "grade-requires-improvement": "#f0e442",
    "grade-adequate": "#cc79a7",
    "grade-inadequate": "#f58b3c",
    "grade-not-given": "#8b93a1",
    "grade-ink": "#101216",
}
"""After Okabe and Ito: can be told apart with any kind of colour vision."""
TERMINAL_COLOURS = {
    "grade-outstanding": "ansi_bright_blue",
    "grade-good": "ansi_green",
    "grade-requires-improvement": "ansi_yellow",
    "grade-adequate": "ansi_magenta",
    "grade-inadequate": "ansi_red",
    "grade-not-given": "ansi_bright_black",
    "grade-ink": "ansi_black",
    "ink": "ansi_default",
    "quiet": "ansi_default",
    "cursor": "ansi_bright_black",
    "mark": "ansi_cyan",
    "focus": "ansi_cyan",
    "on-focus": "ansi_black",
    "past": "ansi_cyan",
    "on-past": "ansi_black",
    "thumb": "ansi_white",
    "rule": "ansi_bright_black",
}
"""The terminal's own colours, whose look the program cannot know."""

WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)

APP_THEMES = (
    Theme(
        name="ofsted-dark", dark=True, primary="#5aa9e6", secondary="#7f8ea3", accent="#f5e6c8",
        foreground="#e3e7ed", background="#11151c", surface="#171c25", panel="#202735",
        success="#6fd08c", warning="#f2b950", error="#ff8a80",
    ),
    Theme(
        name="ofsted-light", dark=False, primary="#0b5cad", secondary="#5b6777", accent="#11151c",
        foreground="#1b2230", background="#fbfaf7", surface="#f3f1ec", panel="#e7e4dc",
        success="#12703a", warning="#8a5300", error="#b3261e",
    ),
    Theme(
        name="ofsted-colour-blind", dark=True, primary="#56b4e9", secondary="#8a94a6", accent="#ffffff",
        foreground="#dde1e8", background="#101216", surface="#16191f", panel="#222730",
        success="#56b4e9", warning="#ffffff", error="#f58b3c",
    ),
)  # fmt: skip
"""Their accent has no hue, or hardly any: hues mean grades."""
OWN_GRADES = {"ofsted-colour-blind": COLOUR_BLIND_GRADES}
"""Themes that colour grades differently from other dark or light ones."""
NAMES = {"dark": "ofsted-dark", "light": "ofsted-light", "colour-blind": "ofsted-colour-blind", "terminal": "ansi-dark"}
"""What people type for a theme."""
TITLES = {
    "ofsted-dark": "Dark",
    "ofsted-light": "Light",
    "ofsted-colour-blind": "Colour-blind safe",
    "ansi-dark": "Terminal colours",
}
"""Its name in the list of themes."""


def own_variables(theme: Theme, given: Mapping[str, str]) -> dict[str, str]:
    """Our variables under a theme: the colours of grades, text and marks, each readable there.

    `ink` and `quiet` are text and muted text, `mark` a key or a heading, `cursor` the ground of a highlighted line,
    `focus` and `past` the grounds of a focused title and of a date in the past, with `on-focus` and `on-past` on them,
    `thumb` the scrollbar, `rule` a line between parts. `given` are Textual's own variables under that theme.
    """
    if theme.ansi:
        return TERMINAL_COLOURS
    background, foreground, accent = (Color.parse(given[name]) for name in ("background", "foreground", "accent"))
    cursor = background.blend(Color.parse(given["primary"]), 0.25)
    panels = [background, Color.parse(given["surface"]), Color.parse(given["panel"])]
    grounds = [*panels, cursor]
    focus = readable(accent, panels)
    colours = {
        "ink": readable(foreground, grounds),
        "quiet": readable(background.blend(foreground, 0.7), grounds),
        "mark": readable(accent, grounds),
        "cursor": cursor,
        "focus": focus,
        "on-focus": background,
        "past": WHITE if theme.dark else BLACK,
        "on-past": background,
        "thumb": readable(background.blend(foreground, 0.55), panels, MARK),
        "rule": background.blend(foreground, 0.22),
    }
    grades = OWN_GRADES.get(theme.name) or (DARK_GRADES if theme.dark else LIGHT_GRADES)
    for name, colour in grades.items():
        colours[name] = Color.parse(colour) if name == "grade-ink" else readable(Color.parse(colour), grounds)
    return {name: colour.hex for name, colour in colours.items()}


def without_colours(filters: Sequence[LineFilter], *, ansi: bool) -> list[LineFilter]:
    """Textual's filters with the one that removes a theme's colours, whether these are the terminal's own or not.

    The one for themes in full colour turns the terminal's own colours into black on black.
    """
    plain = NoColor() if ansi else Monochrome()
    return [plain if isinstance(kept, NoColor | Monochrome) else kept for kept in filters]
