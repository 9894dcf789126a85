"""Numbers, names and lengths in words: plurals, lists of names, texts cut to a width."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, repeat
from operator import add
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from .sanitise import beyond_ascii

if TYPE_CHECKING:
    from collections.abc import Sequence


def pluralise(number: int, noun: str) -> str:
    """A number with its noun: `1 council`, `1,234 findings`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: `Bournemouth, Dorset County and Poole`; if one has an “and”, with a comma before the last."""
    *others, last = names
    comma = "," if any(" and " in name for name in names) else ""
    return f"{', '.join(others)}{comma} and {last}" if others else last


def name_list(names: Sequence[str]) -> str:
    """Names in a sentence, separated by semicolons if one has a comma; of four or more, two and how many others."""
    commas = any("," in name for name in names)
    if len(names) <= 3:
        return "; ".join(names) if commas else listed(names)
    return f"{('; ' if commas else ', ').join(names[:2])} and {len(names) - 2} more"


def region_in_words(region: str) -> str:
    """A region in a sentence: `the North East`, `London`."""
    return f"the {region}" if region.startswith(("North ", "South ", "East ", "West ")) else region


def cell_width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def lined_up(texts: Sequence[str], *, right: bool = False) -> list[str]:
    """Texts padded with blanks to the width of the widest; with `right`, aligned to the right."""
    every = "".join(texts)
    odd = set() if every.isascii() else set(beyond_ascii(every))
    # Nearly always: then no letter in thousands of texts need be looked at.
    if all(_cells_of(char) == 1 for char in odd):
        return list(map(str.rjust if right else str.ljust, texts, repeat(max(map(len, texts), default=0))))
    widths = list(map(cell_width, texts))
    widest = max(widths)
    blanks = [" " * (widest - width) for width in widths]
    return list(map(add, blanks, texts) if right else map(add, texts, blanks))


@lru_cache(2048)
def _cells_of(char: str) -> int:
    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def wrap_text(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells, broken only at blanks: a longer word has a line of its own."""
    if cell_width(text) <= width:
        return [text]
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and cell_width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def truncate(text: str, width: int) -> str:
    """A text of at most `width` cells, ending in an ellipsis where something was cut off."""
    if cell_width(text) <= width:
        return text
    # From the front, letter by letter: from the end, a pasted book would be measured once for each of its letters.
    ends = (place for place, cells in enumerate(accumulate(map(_cells_of, text))) if cells >= width)
    return f"{text[: next(ends, 0)].rstrip()}…" if width > 0 else ""
