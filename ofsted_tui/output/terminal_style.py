"""What goes to a terminal besides words: the colours of grades, and links to Ofsted's reports."""

from __future__ import annotations

import re

from ..core.model import Grade
from ..core.report_address import safe_address
from ..core.sanitise import without_controls

_COLOURS = {
    Grade.OUTSTANDING: "94", Grade.GOOD: "32", Grade.REQUIRES_IMPROVEMENT: "33", Grade.ADEQUATE: "35",
    Grade.INADEQUATE: "31", Grade.NOT_GIVEN: "90",
}  # fmt: skip
"""The terminal's own colours (SGR), those of the browser's theme “Terminal colours”."""
_BY_WORD = {word: _COLOURS[grade] for grade in Grade for word in (grade.word, grade.short)}
_SEQUENCE = re.compile(r"(\x1b\[\d{1,2}m|\x1b\]8;;[^\x00-\x20\x1b]*\x1b\\)")


def grade_colour(words: str) -> tuple[str, str]:
    """What turns a grade's colour on and off; nothing for other words."""
    return (f"\x1b[{colour}m", "\x1b[0m") if (colour := _BY_WORD.get(words)) else ("", "")


def report_link(address: str) -> tuple[str, str]:
    """What turns the words between into a link (OSC 8); nothing if the address is not one of Ofsted's."""
    return (f"\x1b]8;;{address}\x1b\\", "\x1b]8;;\x1b\\") if safe_address(address) else ("", "")


def only_styles(text: str) -> str:
    """A text without anything that could steer a terminal, except these colours and links."""
    parts = _SEQUENCE.split(text)
    return "".join(part if place % 2 and _is_ours(part) else without_controls(part) for place, part in enumerate(parts))


def _is_ours(sequence: str) -> bool:
    if sequence.startswith("\x1b["):
        return sequence[2:-1] in ("0", *_COLOURS.values())
    address = sequence.removeprefix("\x1b]8;;").removesuffix("\x1b\\")
    return not address or bool(safe_address(address))
