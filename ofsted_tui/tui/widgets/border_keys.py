"""The keys in a border, as in `Enter Save · Esc Cancel`: each with its words is also a place to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..keys import DECLARED, NAMED, commands_by_id
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..keys import KeyCommand, Keys
    from .styled_text import Line

BETWEEN = " · "
FOOT_EDGES = len("╰─  ─╯")
"""Cells of a border beside what is written in it."""
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
"""The keys of windows, which cannot be changed, as printed. Arrows have none: a click goes where they go."""


def border_keys(words: str, keys: Keys = DECLARED, commands: Sequence[KeyCommand] = ()) -> tuple[Span, ...]:
    """The words of a border; a part that begins or ends with keys presses them when they are clicked.

    A key of a screen is written as its command's id, as in `{zoom} Full page`, since the user can change it; `keys` are
    those in force, `commands` those of the screen, if another one has the same id.
    """
    spans: list[Span] = []
    for part in words.split(BETWEEN):
        spans += [Span(BETWEEN)] * bool(spans)
        spans += _part([_pressed(word, keys, commands) for word in part.split(" ")])
    return tuple(spans)


def joined(parts: Iterable[Line]) -> Line:
    """The parts of a border that are not empty, with a dot between them."""
    spans: list[Span] = []
    for part in parts:
        if line_text(part):
            spans += [*([Span(BETWEEN)] if spans else []), *part]
    return tuple(spans)


def _pressed(word: str, keys: Keys, commands: Sequence[KeyCommand]) -> tuple[str, str]:
    """A word as printed, and Textual's name of its key; empty if it is not a key."""
    if found := NAMED.fullmatch(word):
        command = commands_by_id(commands)[found[1]]
        return keys.shown(command), keys.of(command)[0]
    return word, PRESSED.get(word, "")


def _part(words: list[tuple[str, str]]) -> list[Span]:
    """A part that begins with a key is clicked as a whole; in one that ends with keys, as `1 of 4 [ ]`, each key."""
    (first, key), *rest = words
    if key and rest:
        said = "".join(f" {word}" for word, _ in rest)
        return [Span(first, "mark", _pressing(key)), Span(said, "", _pressing(key))]
    spans = [Span(first, "mark", _pressing(key)) if key else Span(first)]
    for word, key in rest:
        spans += [Span(" "), Span(word, "mark", _pressing(key))] if key else [Span(f" {word}")]
    return spans


def _pressing(key: str) -> str:
    return f"screen.press_key({key!r})"
