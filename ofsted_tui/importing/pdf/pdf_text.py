"""Extracts the text of a PDF in a process of its own, so that no file can exhaust or stop this one.

A hostile PDF of a few kilobytes can ask for hours or gigabytes; a process can be limited, and ended.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..sandbox import ChildFailed, run_in_child
from .unreadable import UnreadableReport

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60
"""How long a file may take; the longest report takes about one second."""
_ENDS_WITHIN = 65_536
"""Bytes from the end within which a whole PDF says that it ends."""
_DECLARED_LENGTH = re.compile(rb"/Linearized.{0,200}?/L\s+(\d{1,12})", re.DOTALL)
_PROGRAM = "from ofsted_tui.importing.pdf.extraction import main; main()"
_CUT_SHORT = "it is cut short: its end is missing; download it again"


def pages(path: Path) -> tuple[str, ...]:
    """The text of each page, as the PDF library gives it. Raises UnreadableReport, saying why, if there is none."""
    if _cut_short(path):
        raise UnreadableReport(_CUT_SHORT)
    try:
        answer = run_in_child(_PROGRAM, path, SECONDS)
    except ChildFailed as problem:
        raise UnreadableReport(str(problem)) from problem
    return tuple(str(page) for page in answer["pages"])


def _cut_short(path: Path) -> bool:
    """Whether the end of the file is missing: the library would accept the remaining pages."""
    with path.open("rb") as file:
        head = file.read(1024)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _ENDS_WITHIN))
        tail = file.read()
    declared = _DECLARED_LENGTH.search(head)
    return b"%%EOF" not in tail or bool(declared and size < int(declared[1]))
