"""OpenDocument spreadsheets, by way of an optional library.

The library ends its process on some files (cells at the far end of a sheet), so it must not run in this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import in_subprocess
from .sheet import Sheet, UnreadableTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PROGRAM = "from ofsted_tui.importing.sheets.ods import main; main()"


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of an ODS file. Raises UnreadableTable."""
    return in_subprocess.sheets(_PROGRAM, path)


def main() -> None:
    """In the child: print the sheets."""
    in_subprocess.answer(_extract)


def _extract(path: Path) -> tuple[Sheet, ...]:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as problem:
        raise UnreadableTable(
            "ODS files need an extra: pip install 'ofsted-tui[ods]'; or save it as .xlsx or .csv"
        ) from problem
    try:
        book = CalamineWorkbook.from_path(path)
        found = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except Exception as problem:  # the library's errors have no common kind
        raise UnreadableTable(f"it is damaged ({type(problem).__name__})") from problem
    return tuple(Sheet(name, tuple(_lines(rows))) for name, rows in found)


def _lines(rows: Sequence[Sequence[object]]) -> list[tuple[int, tuple[str, ...]]]:
    """The lines that hold something, each as long as its last cell."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [_spoken(cell) for cell in row]
        if any(cells):
            lines.append((number, tuple(cells[: max(n for n, cell in enumerate(cells, 1) if cell)])))
    return lines


def _spoken(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
