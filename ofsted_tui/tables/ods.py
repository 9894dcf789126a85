"""OpenDocument spreadsheets, by way of an optional library that runs in a process of its own.

The library ends its process on some files (cells at the far end of a sheet), so it must not run in this one.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from ..child import ChildFailed, ask, limit
from ..text import clean
from .sheet import Sheet, UnreadableTable, checked

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 30
MOST_MEMORY = 1_500_000_000
"""Bytes; a table of inspections needs a tenth."""
_PROGRAM = "from ofsted_tui.tables.ods import main; main()"


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of an ODS file. Raises UnreadableTable."""
    try:
        answer = ask(_PROGRAM, path, SECONDS)
    except ChildFailed as problem:
        raise UnreadableTable(str(problem)) from problem
    if "problem" in answer:
        raise UnreadableTable(str(answer["problem"]))
    return tuple(_sheet(str(name), rows) for name, rows in answer["sheets"])


def _sheet(name: str, rows: list[list[str]]) -> Sheet:
    lines = []
    for number, cells in enumerate(rows, 1):
        if any(cells):
            checked(name, number, max(n for n, cell in enumerate(cells, 1) if cell))
            lines.append((number, tuple(clean(str(cell)) for cell in cells)))
    return Sheet(clean(name), tuple(lines))


def main() -> None:
    """In the child: print the sheets of the file named on the command line, or why there are none."""
    json.dump(_extract(sys.argv[1]), sys.stdout)


def _extract(path: str) -> dict[str, object]:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        return {"problem": "ODS files need an extra: pip install 'ofsted-tui[ods]'; or save it as .xlsx or .csv"}
    limit(MOST_MEMORY, SECONDS)
    try:
        book = CalamineWorkbook.from_path(path)
        found = [[name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)] for name in book.sheet_names]
    except Exception as problem:  # noqa: BLE001 - the library's errors have no common kind
        return {"problem": f"it is damaged ({type(problem).__name__})"}
    return {"sheets": [[name, [[_spoken(cell) for cell in row] for row in rows]] for name, rows in found]}


def _spoken(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
