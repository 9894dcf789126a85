"""Colours: four themes of our own, and how grades are coloured in every other one."""

from __future__ import annotations

from textual.theme import Theme

from ..core.model import Grade

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
"""Every one at least 4.5 : 1 against the backgrounds of Textual's own themes, as a test holds."""
COLOUR_BLIND_GRADES = {
    "grade-outstanding": "#56b4e9",
    "grade-good": "#8fd3c8",
    "grade-requires-improvement": "#f0e442",
    "grade-adequate": "#cc79a7",
    "grade-inadequate": "#f58b3c",
    "grade-not-given": "#b8bcc4",
    "grade-ink": "#101216",
}
"""After Okabe and Ito: told apart with any kind of colour vision."""
TERMINAL_GRADES = {
    "grade-outstanding": "ansi_bright_blue",
    "grade-good": "ansi_green",
    "grade-requires-improvement": "ansi_yellow",
    "grade-adequate": "ansi_magenta",
    "grade-inadequate": "ansi_red",
    "grade-not-given": "ansi_bright_black",
    "grade-ink": "ansi_black",
}

APP_THEMES = (
    Theme(
        name="ofsted-dark", dark=True, primary="#5aa9e6", secondary="#7f8ea3", accent="#ffb454",
        foreground="#e3e7ed", background="#11151c", surface="#171c25", panel="#202735",
        success="#6fd08c", warning="#f2b950", error="#ff8a80", variables=DARK_GRADES,
    ),
    Theme(
        name="ofsted-light", dark=False, primary="#0b5cad", secondary="#5b6777", accent="#b35c00",
        foreground="#1b2230", background="#fbfaf7", surface="#f3f1ec", panel="#e7e4dc",
        success="#12703a", warning="#8a5300", error="#b3261e", variables=LIGHT_GRADES,
    ),
    Theme(
        name="ofsted-colour-blind", dark=True, primary="#56b4e9", secondary="#8a94a6", accent="#f0e442",
        foreground="#eceff4", background="#101216", surface="#16191f", panel="#222730",
        success="#56b4e9", warning="#f0e442", error="#f58b3c", variables=COLOUR_BLIND_GRADES,
    ),
)  # fmt: skip
NAMES = {"dark": "ofsted-dark", "light": "ofsted-light", "colour-blind": "ofsted-colour-blind", "terminal": "ansi-dark"}
"""What people type for a theme."""
TITLES = {
    "ofsted-dark": "Dark",
    "ofsted-light": "Light",
    "ofsted-colour-blind": "Colour-blind safe",
    "ansi-dark": "Terminal colours",
}
"""What stands for it in the list of themes."""


def grade_colours(theme: Theme) -> dict[str, str]:
    """How grades are coloured under a theme that says nothing of them."""
    return TERMINAL_GRADES if theme.ansi else DARK_GRADES if theme.dark else LIGHT_GRADES
