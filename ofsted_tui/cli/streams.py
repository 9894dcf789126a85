"""Writes a command's answer to stdout, without anything that could steer the terminal that shows it."""

from __future__ import annotations

import sys

from ..core.sanitise import without_controls

TYPE_CHECKING = False  # as typing says it
if TYPE_CHECKING:
    from collections.abc import Sequence


def write_answer(text: str, *, styled: bool = False) -> None:
    """Write to stdout. Data, words and names of files were cleaned where they came in; nothing relies on that alone.

    `styled`: the colours of grades and the links to reports, and no other sequences, go out to the terminal.
    """
    if styled:
        from ..output.terminal_style import only_styles

        sys.stdout.write(only_styles(text))
    else:
        sys.stdout.write(without_controls(text))


def write_lines(lines: Sequence[str]) -> None:
    """The same, a line each, some at a time: the same memory serves again, and writing takes a third of the time."""
    for first in range(0, len(lines), _TOGETHER):
        write_answer("\n".join([*lines[first : first + _TOGETHER], ""]))


_TOGETHER = 500
"""Lines that are written at once."""
