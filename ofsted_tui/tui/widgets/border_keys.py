"""The keys that stand in a border, as `Enter Save · Esc Cancel`: each with its words is also a place to click."""

from __future__ import annotations

from .styled_text import Span

BETWEEN = " · "
PRESSED = {
    "Enter": "enter",
    "Esc": "escape",
    "Tab": "tab",
    "Space": "space",
    "Ctrl+J": "ctrl+j",
    "c": "c",
    "z": "z",
    "9": "9",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}
"""The keys that a click can press, as they are printed. Arrows have none: what they move to is clicked itself."""


def border_keys(words: str) -> tuple[Span, ...]:
    """The words of a border; a part that begins with a key presses it when it is clicked."""
    spans: list[Span] = []
    for part in words.split(BETWEEN):
        spans += [Span(BETWEEN)] * bool(spans)
        name, _, what = part.partition(" ")
        if name in PRESSED:
            spans += [Span(name, "mark", _pressing(name)), Span(f" {what}", "", _pressing(name))]
        else:
            spans += _last_words(part)
    return tuple(spans)


def _last_words(part: str) -> list[Span]:
    """A part that ends with keys, as `1 of 4 inspections [ ]`: each is clicked by itself."""
    words = part.split(" ")
    count = len(words)
    while count and words[count - 1] in ("[", "]"):
        count -= 1
    spans = [Span(" ".join(words[:count]))]
    for name in words[count:]:
        spans += [Span(" "), Span(name, "mark", _pressing(name))]
    return spans


def _pressing(name: str) -> str:
    return f"screen.press_key('{PRESSED[name]}')"
