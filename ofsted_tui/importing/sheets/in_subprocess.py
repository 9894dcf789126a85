"""Reads sheets in a process of its own: a hostile workbook can exhaust or end only that one."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.sanitise import clean
from ..sandbox import ChildFailed, limit, run_in_child
from .sheet import Sheet, UnreadableTable, checked

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 30
MOST_MEMORY = 1_500_000_000
"""Bytes; a table of inspections needs a tenth."""


def sheets(program: str, path: Path) -> tuple[Sheet, ...]:
    """The sheets that a line of Python, which ends in `print_sheets`, finds in a file. Raises UnreadableTable."""
    try:
        found = run_in_child(program, path, SECONDS)
    except ChildFailed as problem:
        raise UnreadableTable(str(problem)) from problem
    return tuple(_sheet(str(name), str(zero), lines, bool(hidden)) for name, zero, lines, hidden in found["sheets"])


def _sheet(name: str, zero: str, lines: list[tuple[int, list[str]]], hidden: bool) -> Sheet:  # noqa: FBT001
    for number, cells in lines:
        checked(name, number, len(cells))
    kept = tuple((number, tuple(clean(str(cell)) for cell in cells)) for number, cells in lines)
    return Sheet(clean(name), kept, date.fromisoformat(zero), hidden)


def print_sheets(extract: Callable[[Path], tuple[Sheet, ...]]) -> None:
    """In the child: print the sheets of the file named on the command line, or why there are none."""
    limit(MOST_MEMORY, SECONDS)
    try:
        found = extract(Path(sys.argv[1]))
        answer: dict[str, object] = {"sheets": [(s.name, s.day_zero.isoformat(), s.lines, s.hidden) for s in found]}
    except UnreadableTable as problem:
        answer = {"problem": str(problem)}
    except (MemoryError, RecursionError):
        answer = {"problem": "it is damaged or unsafe: it needs more memory than any table should"}
    json.dump(answer, sys.stdout)
