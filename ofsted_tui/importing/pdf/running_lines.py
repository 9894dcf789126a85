"""What is repeated on every page and belongs to none: running headers and footers, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .normalise import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EDGE = 3
"""Lines at the top and at the bottom of a page in which running lines are looked for."""
_LEAST = 3
_SHARE = 4
"""A running line is on at least a quarter of the pages, and on three."""
_FOOTNOTE = re.compile(r"\d{1,2} (?=[A-Z'\"])[^.]*\S")
_ABOUT_THE_FRAMEWORK = "The areas for improvement have been cross-referenced"
"""How the footnote to the list begins, whose number may be on a line of its own."""
_ENTRY = re.compile(rf"\d{{1,3}}\.|[{BULLETS}]")
"""The number or bullet of a list's entry, alone on its line; a page's number has no full stop."""
_DIGITS = re.compile(r"[\d\s]+")


def body_lines(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of the pages' own text, each with its page counted from 1, without running lines and page numbers."""
    split = [page.split("\n") for page in pages]
    enough = max(_LEAST, len(pages) // _SHARE)
    seen = Counter(kind for lines in split for kind in {_kind(lines[at]) for at in _edges(lines)})
    for number, lines in enumerate(split, 1):
        edges = _edges(lines)
        for at, line in enumerate(lines):
            if at in edges and not _ENTRY.fullmatch(line) and (not _kind(line) or seen[_kind(line)] >= enough):
                continue
            yield number, line


def opens_footnote(line: str, before: str) -> bool:
    """Whether a footnote begins: a number without a full stop, and words, below an empty line; or one that is known."""
    return (not before and _FOOTNOTE.match(line) is not None) or line.startswith(_ABOUT_THE_FRAMEWORK)


def _edges(lines: Sequence[str]) -> set[int]:
    full = [at for at, line in enumerate(lines) if line]
    return {*full[:_EDGE], *full[-_EDGE:]}


def _kind(line: str) -> str:
    """A line without its digits: the same on every page."""
    return _DIGITS.sub(" ", line).strip()
