"""What typed words mean to a search in texts: beginnings of words, figures, phrases in quotes; and where they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import THEMES, theme_title
from ..core.sanitise import beyond_ascii
from ..core.search import fold, without_accents
from .abbreviations import WRITTEN_OUT, in_capitals, parts, written_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)*%?(?![^\W_])")
_TOKEN = re.compile(rf"{_FIGURE.pattern}|[^\W_]+")
_PER_CENT = re.compile(r"(?<=\d) ?per ?cent\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORD_IN_TEXT = rf"(?i:{_FIGURE.pattern}(?: ?per ?cent\b)?|&|[^\W_](?:[^\W_]|['’‘ʼ`´](?=[^\W_]))*)"
"""A word as written in a text, with the apostrophes inside it."""
QUOTES = '"“”'
_PIECE = re.compile(
    rf"[{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)|(?P<plain>\d[\d.,]* per ?cent\b|[^\s{QUOTES}]+)"
)


class Piece(NamedTuple):
    """A part of a phrase: a word, or several in quotes; and where it is in the phrase."""

    text: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = False
    """Whether the quotes are closed, so that its last word is whole."""


class SearchTerm(NamedTuple):
    """What a text must have: one of some runs of words. A blank ends a run whose last word is whole."""

    runs: tuple[str, ...]

    def stands_in(self, searchable_text: str) -> bool:
        """Whether a text has it, as `searchable` gives the text."""
        return any(run in searchable_text for run in self.runs)


@cache
def searchable(text: str) -> str:
    """A text for searching: its folded words, each between blanks; figures keep their point and percent sign."""
    words = " ".join(_tokens(text)) if _DIGIT.search(text) else fold(text)
    return f" {words} " if words else " "


_TOGETHER = 4096
"""Texts that are folded at once: enough to be quick, few enough for a table of a million."""
_HAS_FIGURE = re.compile(r"[0-9](?:[,.][0-9]|%| ?per ?cent\b)", re.IGNORECASE)
"""A figure with more than digits, once the apostrophes are gone."""
_APOSTROPHES = dict.fromkeys(map(ord, "'`"))
"""Those of ASCII; a text with a figure and another apostrophe is folded alone."""


def searchable_all(texts: Sequence[str]) -> list[str]:
    """Many texts, each as `searchable` gives it: folded together, which takes a tenth of the time."""
    parts = (texts[first : first + _TOGETHER] for first in range(0, len(texts), _TOGETHER))
    return [folded for part in parts for folded in _folded_together(part) or map(searchable, part)]


def _folded_together(texts: Sequence[str]) -> list[str]:
    """Some texts, folded together letter by letter with a line for each; none if they cannot all be folded at once."""
    lines = "\n".join(texts)
    for char in () if lines.isascii() else {char for char in beyond_ascii(lines) if not char.isascii()}:
        lines = lines.replace(char, fold(f"x{char}x")[1:-1])
    if not lines.isascii() or lines.count("\n") != len(texts) - 1:
        return []
    plain, (letters, dropped) = lines.encode(), _folded_ascii()
    words = b" %b " % plain.replace(b"&", b" and ").translate(letters, dropped).replace(b"\n", b" \n ")
    while b"  " in words:
        words = words.replace(b"  ", b" ")
    folded = words.decode().split("\n")
    for place, digits in enumerate(plain.translate(None, _NO_DIGIT).split(b"\n")):
        if digits and (_HAS_FIGURE.search(texts[place].translate(_APOSTROPHES)) or not texts[place].isascii()):
            folded[place] = searchable(texts[place])
    return folded


_NO_DIGIT = bytes(set(range(256)) - {*b"0123456789\n"})


@cache
def _folded_ascii() -> tuple[bytes, bytes]:
    """What each ASCII character is folded to (also one character), and which are dropped; line ends stay."""
    folded = {code: fold(f"x{chr(code)}x")[1:-1] for code in range(128)} | {ord("&"): " ", ord("\n"): "\n"}
    letters = bytes(ord(folded.get(code) or " ") for code in range(256))
    return letters, bytes(code for code, letter in folded.items() if not letter)


def _tokens(text: str) -> list[str]:
    """The folded words and figures of a text: `3,050` as `3050`, `8 per cent` as `8%`."""
    plain = _PER_CENT.sub("%", without_accents(text))
    return [token.replace(",", "") for token in _TOKEN.findall(plain)]


def pieces(phrase: str) -> Iterator[Piece]:
    """The parts of a phrase, in order."""
    for found in _PIECE.finditer(phrase):
        if (plain := found["plain"]) is not None:
            yield Piece(plain, *found.span())
        else:
            yield Piece(found["quoted"], *found.span(), quoted=True, closed=bool(found["closed"]))


@lru_cache(maxsize=256)
def terms(phrase: str) -> tuple[SearchTerm, ...]:
    """What a text must have to match a phrase: each word as the beginning of a word, each part in quotes as typed.

    A figure is whole: `8%` is neither 3.8% nor 18%. `B&B` is three words in a row, or what it stands for.
    """
    found = ((piece, _tokens(piece.text)) for piece in _joined(_apart(pieces(phrase))))
    return tuple(SearchTerm(_runs(piece, words)) for piece, words in found if words)


def _apart(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, abbreviations that are joined by a sign each as one: `CP-plans`."""
    for piece in found:
        words = [piece.text] if piece.quoted else parts(piece.text)
        yield from (piece._replace(text=word) for word in words)


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, two or three words that are written otherwise as one: `looked after`, `b and b`."""
    left = list(found)
    while left:
        for number in (3, 2, 1):
            some = left[:number]
            one = some[0]._replace(text=" ".join(piece.text for piece in some), end=some[-1].end)
            if number == 1 or (not any(piece.quoted for piece in some) and fold(one.text) in WRITTEN_OUT):
                yield one
                del left[:number]
                break


def themes_named(term: SearchTerm) -> set[str]:
    """The themes whose key or title has a term."""
    return {theme for theme in ("", *THEMES) if term.stands_in(_theme(theme))}


@cache
def words_of_theme(theme: str) -> frozenset[str]:
    """The words of a theme's key and title."""
    return frozenset(_theme(theme).split())


@cache
def _theme(theme: str) -> str:
    return f"{searchable(theme)}\n{searchable(theme_title(theme))}"


def _runs(piece: Piece, words: list[str]) -> tuple[str, ...]:
    run = f" {' '.join(words)}"
    if piece.closed:
        return (f"{run} ",)
    if words[-1].endswith("%"):
        return (f"{run} ",)
    if _FIGURE.fullmatch(words[-1]):
        return (f"{run} ", f"{run}% ")
    if piece.quoted:
        return (run,)
    meant = in_capitals(piece.text) or (run.strip(), *written_out(run.strip()))
    return tuple(f" {words}" for words in meant)


def highlight(text: str, phrase: str) -> tuple[tuple[str, bool], ...]:
    """A text in parts, True for those that match a term of the phrase. Joined they are the text again."""
    wanted = terms(phrase)
    if not wanted:
        return ((text, False),) if text else ()
    words = [found.span() for found in re.finditer(_WORD_IN_TEXT, text)]
    folded = [searchable(text[start:end])[1:-1] for start, end in words]
    marks = sorted({mark for term in wanted for run in term.runs for mark in _marks(text, words, folded, run)})
    parts: list[tuple[str, bool]] = []
    here = 0
    for start, end in marks:
        if end > here:
            parts += [(text[here : max(start, here)], False), (text[max(start, here) : end], True)]
            here = end
    return tuple(part for part in (*parts, (text[here:], False)) if part[0])


def _marks(text: str, words: list[tuple[int, int]], folded: list[str], run: str) -> Iterator[tuple[int, int]]:
    """Where a run of words is in a text: each of its words, the last as far as it was typed."""
    wanted, whole = run.split(), run.endswith(" ")
    for first in range(len(words) - len(wanted) + 1):
        *before, last = folded[first : first + len(wanted)]
        if before != wanted[:-1] or not (last == wanted[-1] if whole else last.startswith(wanted[-1])):
            continue
        yield from words[first : first + len(before)]
        start, end = words[first + len(before)]
        yield start, end if whole else _end_of(text, start, end, wanted[-1])


def _end_of(text: str, start: int, end: int, beginning: str) -> int:
    """Where the beginning of a word ends in the text, which may have accents and apostrophes."""
    return next((place for place in range(start + 1, end) if fold(text[start:place]) == beginning), end)
