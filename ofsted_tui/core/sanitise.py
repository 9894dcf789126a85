"""Text from outside, made harmless at the door: nothing in it can steer a terminal."""

from __future__ import annotations

import re
import unicodedata

HARMFUL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
"""Controls, escapes, zero-width and direction marks, lone surrogates."""
SPACES = r"\s+"
CELL_LIMIT = 20_000
"""Characters of one cell or one paragraph; no honest one comes near."""


def clean(text: str) -> str:
    """One line of plain text: composed (NFC), no control characters, white space squeezed, at most `CELL_LIMIT` long.

    Textual and Rich send control characters on to the terminal, so every text passes here once, where it comes in.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()[:CELL_LIMIT]
    composed = unicodedata.normalize("NFC", text[: 2 * CELL_LIMIT])
    return re.sub(SPACES, " ", re.sub(HARMFUL, "", composed)).strip()[:CELL_LIMIT]
