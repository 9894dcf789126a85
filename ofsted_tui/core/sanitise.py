"""Text from outside, made harmless at the door: nothing in it can steer a terminal or hide in a line."""

from __future__ import annotations

import re
import unicodedata

TYPE_CHECKING = False  # as in typing; importing that would take a tenth of `--help`
if TYPE_CHECKING:
    from collections.abc import Sequence

HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, escapes, soft hyphens, zero-width and direction marks, variation selectors, tags, lone surrogates."""
BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that are shown as blanks: Hangul fillers, and Braille without a dot."""
SPACES = rf"[\s{BLANK_LETTERS}]+"
CELL_LIMIT = 20_000
"""Characters of one cell or one paragraph; no genuine one comes near."""


_PRINTED = bytes([9, 10, *range(32, 127)])
"""Tab, line end, and what ASCII prints."""


def beyond_ascii(text: str) -> str:
    """The letters of a text that are not plain ASCII, in their order; controls count as such.

    The common letters are dropped as bytes, in a tenth of the time that looking at each takes; an answer has millions.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _PRINTED).decode("utf-8", "surrogatepass")


def without_controls(text: str) -> str:
    """Several lines without what could steer a terminal or hide in them; tabs and line ends stay."""
    odd = beyond_ascii(text)
    return re.sub(HARMFUL, "", text) if odd and re.search(HARMFUL, odd) else text


def clean(text: str) -> str:
    """One line of plain text: no control or invisible characters, composed (NFC), white space squeezed, not too long.

    Textual and Rich send control characters on to the terminal, so every text passes here once, where it comes in.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()[:CELL_LIMIT]
    seen = re.sub(SPACES, " ", re.sub(HARMFUL, "", text[: 2 * CELL_LIMIT]))
    return unicodedata.normalize("NFC", seen).strip()[:CELL_LIMIT].strip()


_STAYS = "[\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027€]*"
"""Letters of Latin scripts and punctuation that cleaning never changes."""


def clean_all(texts: Sequence[str]) -> Sequence[str]:
    """Many texts cleaned.

    They are first looked at together, in a tenth of the time: nearly always all are clean.
    """
    lines = "\n".join(["", *texts, ""])
    changes = any(blanks in lines for blanks in ("\t", "  ", "\n ", " \n")) or lines.count("\n") != len(texts) + 1
    if changes or not re.fullmatch(_STAYS, beyond_ascii(lines)) or max(map(len, texts), default=0) > CELL_LIMIT:
        return list(map(clean, texts))
    return texts
