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
        if key := PRESSED.get(name):
            action = f"screen.press_key('{key}')"
            spans += [Span(name, "mark", action), Span(f" {what}", "", action)]
        else:
            spans.append(Span(part))
    return tuple(spans)
