"""XLSX workbooks, read within bounds: an archive of XML that may have been made to do harm.

No library that was tried refuses cells at the far end of a sheet and parts that unpack to gigabytes; this one does,
and reads what a table needs: the values as they are shown last, never a formula.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from ..text import clean
from .sheet import Sheet, UnreadableTable, checked

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 60_000_000
"""Of one part, unpacked."""
MOST_SHEETS = 50
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a workbook. Raises UnreadableTable."""
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            if "xl/workbook.xml" not in names:
                raise UnreadableTable("it is an archive, but neither a workbook (XLSX) nor a spreadsheet (ODS)")
            shared = _shared(_part(archive, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
            return tuple(_sheet(name, _part(archive, part), shared) for name, part in _parts(archive))
    except (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, KeyError) as problem:
        raise UnreadableTable("it is a damaged workbook, or one with a password") from problem
    except (ParseError, ValueError, RecursionError) as problem:
        if isinstance(problem, UnreadableTable):
            raise
        raise UnreadableTable("it is a damaged workbook: what it holds is not as Excel writes it") from problem


def _part(archive: ZipFile, name: str) -> Element:
    """One part, unpacked to at most `MOST_BYTES` whatever the archive claims, and parsed without a DTD."""
    with archive.open(name) as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise UnreadableTable("it unpacks to far more than a table holds: a “zip bomb”, or damaged")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or b"\x00" in raw[:4]:
        raise UnreadableTable("it holds definitions (DTD) that no workbook has and that may do harm")
    return fromstring(raw)


def _parts(archive: ZipFile) -> list[tuple[str, str]]:
    """The sheets by name, with the part in which each stands."""
    targets = {
        relation.get("Id", ""): relation.get("Target", "").lstrip("/").removeprefix("xl/")
        for relation in _part(archive, "xl/_rels/workbook.xml.rels")
    }
    held = _part(archive, "xl/workbook.xml").findall(f"{_MAIN}sheets/{_MAIN}sheet")
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


def _sheet(name: str, root: Element, shared: list[str]) -> Sheet:
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
    return Sheet(name, tuple(lines))


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
