"""XLSX workbooks, read within bounds: an archive of XML that may have been made to do harm.

No library that was tried refuses cells at the far end of a sheet and parts that unpack to gigabytes; this one does,
and reads what a table needs: the values as they are shown last, never a formula.
"""

from __future__ import annotations

import re
import zlib
from datetime import date
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from ...core.sanitise import clean
from . import in_subprocess
from .sheet import DAY_ZERO, Sheet, UnreadableTable, checked

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 30_000_000
"""Of all parts that are read, unpacked; the tables of all inspections have a third at most."""
MOST_SHEETS = 50
_MAC_ZERO = date(1904, 1, 1)
_PROGRAM = "from ofsted_tui.importing.sheets.xlsx import main; main()"
_BOOK, _SHARED = "xl/workbook.xml", "xl/sharedStrings.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a workbook. Raises UnreadableTable."""
    return in_subprocess.sheets(_PROGRAM, path)


def main() -> None:
    """In the child: print the sheets."""
    in_subprocess.answer(_extract)


def _extract(path: Path) -> tuple[Sheet, ...]:
    try:
        with ZipFile(path) as archive:
            parts = _Parts(archive)
            if _BOOK not in parts.names:
                raise UnreadableTable("it is an archive, but neither a workbook (XLSX) nor a spreadsheet (ODS)")
            book = parts.read(_BOOK)
            shared = _shared(parts.read(_SHARED)) if _SHARED in parts.names else []
            zero = _MAC_ZERO if _counts_from_1904(book) else DAY_ZERO
            return tuple(_sheet(name, parts.read(part), shared, zero) for name, part in _sheet_parts(book, parts))
    except (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, KeyError) as problem:
        if isinstance(problem, RecursionError):
            raise
        raise UnreadableTable("it is a damaged workbook, or one with a password") from problem
    except (ParseError, ValueError) as problem:
        if isinstance(problem, UnreadableTable):
            raise
        raise UnreadableTable("it is a damaged workbook: what it holds is not as Excel writes it") from problem


class _Parts:
    """The parts of a workbook, of which only so much is unpacked altogether, whatever the archive claims."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = MOST_BYTES
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> Element:
        """One part, parsed without a DTD. Raises UnreadableTable."""
        with self._archive.open(name) as file:
            raw = file.read(self._left + 1)
        self._left -= len(raw)
        if self._left < 0:
            raise UnreadableTable("it unpacks to far more than a table holds: a “zip bomb”, or damaged")
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or b"\x00" in raw[:4]:
            raise UnreadableTable("it holds definitions (DTD) that no workbook has and that may do harm")
        return fromstring(raw)


def _counts_from_1904(book: Element) -> bool:
    settings = book.find(f"{_MAIN}workbookPr")
    return settings is not None and settings.get("date1904", "0") in ("1", "true")


def _sheet_parts(book: Element, parts: _Parts) -> list[tuple[str, str]]:
    """The sheets by name, with the part in which each stands."""
    targets = {
        relation.get("Id", ""): relation.get("Target", "").lstrip("/").removeprefix("xl/")
        for relation in parts.read("xl/_rels/workbook.xml.rels")
    }
    held = book.findall(f"{_MAIN}sheets/{_MAIN}sheet")
    if len(held) > MOST_SHEETS:
        raise UnreadableTable(f"it has {len(held)} sheets")
    found = [(clean(s.get("name", "")), targets.get(s.get(f"{_RELATIONS}id", ""), "")) for s in held]
    return [(name, f"xl/{target}") for name, target in found if target.startswith("worksheets/")]


def _shared(root: Element) -> list[str]:
    return [_text(item) for item in root.findall(f"{_MAIN}si")]


def _text(element: Element) -> str:
    """The runs of a text, without the readings that stand above Asian letters."""
    runs = [element.find(f"{_MAIN}t"), *element.findall(f"{_MAIN}r/{_MAIN}t")]
    return clean("".join(run.text or "" for run in runs if run is not None))


def _sheet(name: str, root: Element, shared: list[str], zero: date) -> Sheet:
    lines: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: dict[int, str] = {}
        column = 0
        for cell in row.iterfind(f"{_MAIN}c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            checked(name, number, column)
            cells[column] = _value(cell, shared)
        if any(cells.values()):
            checked(name, number, 1)
            lines.append((number, tuple(cells.get(n, "") for n in range(1, max(cells) + 1))))
    return Sheet(name, tuple(lines), zero)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{_MAIN}is")
        return _text(inline) if inline is not None else ""
    held = cell.find(f"{_MAIN}v")
    value = (held.text or "") if held is not None else ""
    if kind == "s" and value:
        number = int(value)
        return shared[number] if 0 <= number < len(shared) else ""
    return "" if kind == "e" else clean(value)
