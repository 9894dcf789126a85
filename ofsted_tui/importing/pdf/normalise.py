"""Makes the text of a page fit to be read, whichever program took it out of the PDF.

Programs differ in spaces and line ends, and fonts of older reports put bullets among the private-use characters.
"""

from __future__ import annotations

import re
import unicodedata

from ...core.sanitise import BLANK_LETTERS, HARMFUL

BULLETS = "•▪■◼◆▶"
"""Marks of a list's own entries, as left by `tidy`."""

_GLYPHS = {
    # Wingdings and Symbol, which fonts of 2013 to 2019 keep among the private-use characters.
    "\uf06e": "■", "\uf0a7": "▪", "\uf0b7": "•", "\uf071": "◆", "\uf0d8": "▶", "\uf02d": "–", "\uf0be": "‒",
    "\u25a0": "■", "\u25aa": "▪", "\u2022": "•", "\u25cf": "•", "\u25fc": "◼", "\u25fe": "◼", "\u2b1b": "◼",
    "\u0336": "–",
    # Dashes, hyphens and a box-drawing line that stands for one.
    "\u2010": "-", "\u2011": "-", "\ufffe": "-", "\u2013": "–", "\u2014": "–", "\u2015": "–", "\u2212": "–",
    "\u2500": "–",
    # Quotation marks and ligatures.
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"',
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": "",
}  # fmt: skip
_TABLE = str.maketrans(_GLYPHS)
_BLANKS = re.compile(rf"(?:[^\S\n]|[{BLANK_LETTERS}])+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_NOT_A_LETTER = re.compile(r"[^a-z]+")


def tidy(text: str) -> str:
    """The text with plain quotes, dashes and bullets, single spaces, trimmed lines, at most one empty line in a row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", text.replace("\f", "\n"))
    text = re.sub(HARMFUL, "", text)
    text = "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip("\n")


def letters(text: str) -> str:
    """The bare letters of a text, for finding words that a program has joined or split."""
    return _NOT_A_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


def placed_letters(text: str) -> tuple[str, list[int]]:
    """The bare letters of a text, and where each is in it."""
    found = [(letter, at) for at, character in enumerate(text) for letter in letters(character)]
    return "".join(letter for letter, _ in found), [at for _, at in found]


def spaced_pattern(words: str) -> str:
    """A pattern for words with optional blanks between their letters, as some fonts make programs insert."""
    return r"\s*".join(re.escape(letter) for letter in words if not letter.isspace())


def one_line(text: str) -> str:
    """A text of several lines on one line."""
    return " ".join(text.split())
