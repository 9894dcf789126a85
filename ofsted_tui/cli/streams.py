"""Writes a command's answer to stdout, without anything that could steer the terminal that shows it."""

from __future__ import annotations

import sys
from itertools import islice

from ..core.sanitise import without_controls

TYPE_CHECKING = False  # as typing says it
if TYPE_CHECKING:
    from collections.abc import Iterator


def write_answer(text: str, *, styled: bool = False) -> None:
    """Write to stdout. Data, words and names of files were cleaned where they came in; nothing relies on that alone.

    `styled`: the colours of grades and the links to reports, and no other sequences, go out to the terminal.
    """
    if styled:
        from ..output.terminal_style import only_styles

        sys.stdout.write(only_styles(text))
        return
    for start in range(0, len(text), _A_PART):  # the memory is reused: a third of the time of one long write
        sys.stdout.write(without_controls(text[start : start + _A_PART]))


def write_lines(lines: Iterator[str]) -> None:
    """The same, line by line."""
    while part := list(islice(lines, _LINES)):
        write_answer("\n".join([*part, ""]))


_A_PART, _LINES = 65_536, 500
"""Letters, and lines, that are written at a time."""
