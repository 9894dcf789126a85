"""XLSX workbooks, read within bounds: an archive of XML that may have been made to do harm.

No library that was tried refuses cells at the far end of a sheet and parts that unpack to gigabytes; this one does,
and reads what a table needs: the values as they are shown last, never a formula. Parts are found by the relations
that name them, not by their usual names.
"""

from __future__ import annotations

import posixpath
import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ...core.sanitise import clean
from . import in_subprocess
from .archive import NO_SPREADSHEET, Parts, attribute, few_enough, local, parts_of
from .sheet import DAY_ZERO, Lines, Room, Sheet, UnreadableTable

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

_MAC_ZERO = date(1904, 1, 1)
_PROGRAM = "from ofsted_tui.importing.sheets.xlsx import main; main()"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class _Relation(NamedTuple):
    """What one part says of another."""

    kind: str
    part: str


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a workbook. Raises UnreadableTable."""
    return in_subprocess.sheets(_PROGRAM, path)


def main() -> None:
    """In the child: print the sheets."""
    in_subprocess.print_sheets(_extract)


def _extract(path: Path) -> tuple[Sheet, ...]:
    with parts_of(path, "Excel") as parts:
        place = _book_part(parts)
        book, relations = parts.read(place), _relations(parts, place)
        zero = _MAC_ZERO if _counts_from_1904(book) else DAY_ZERO
        shared = next((_shared(parts.read(r.part)) for r in relations.values() if r.kind == "sharedStrings"), [])
        held = book.findall("sheets/sheet")
        few_enough(len(held))
        room = Room()
        found = [_sheet(one, relations, parts, shared, zero, room) for one in held]
        return tuple(sheet for sheet in found if sheet is not None)


def _book_part(parts: Parts) -> str:
    """The part that lists the sheets."""
    named = [r.part for r in _relations(parts, "").values() if r.kind == "officeDocument"]
    place = next(iter(named), "xl/workbook.xml")
    if place.endswith(".bin"):
        raise UnreadableTable("it is a binary workbook (XLSB); save it as .xlsx or .csv")
    if place not in parts or not posixpath.basename(place).lower().startswith("workbook"):
        raise UnreadableTable(NO_SPREADSHEET)
    return place


def _relations(parts: Parts, of: str) -> dict[str, _Relation]:
    """What a part (none: the archive itself) says of others, by the key that it gives each."""
    folder, name = posixpath.split(of)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in parts:
        return {}
    return {
        one.get("Id", ""): _Relation(
            one.get("Type", "").rpartition("/")[2], posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        )
        for one in parts.read(listed)
        if (target := one.get("Target", "")) and one.get("TargetMode") != "External"
    }


def _counts_from_1904(book: Element) -> bool:
    settings = book.find("workbookPr")
    return settings is not None and settings.get("date1904", "0") in ("1", "true")


def _shared(root: Element) -> list[str]:
    return [_text(item) for item in root.findall("si")]


def _text(element: Element) -> str:
    """The runs of a text, without the readings above Asian letters."""
    runs = [element.find("t"), *element.findall("r/t")]
    return _plain("".join(run.text or "" for run in runs if run is not None))


def _plain(text: str) -> str:
    """A text with the characters that Excel writes as `_x000D_`."""
    return clean(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def _sheet(
    listed: Element, relations: dict[str, _Relation], parts: Parts, shared: list[str], zero: date, room: Room
) -> Sheet | None:
    """A sheet that the workbook lists; None if it has no cells, such as a chart."""
    name = clean(listed.get("name", ""))
    key = next((value for at, value in listed.items() if local(at) == "id"), "")
    relation = relations.get(key)
    if relation is None or relation.kind != "worksheet":
        return None
    if attribute(listed, "state").lower() in ("hidden", "veryhidden"):
        return Sheet(name, (), zero, hidden=True)
    lines = Lines(name, room)
    number = 0
    for row in parts.read(relation.part).iterfind("sheetData/row"):
        number = int(row.get("r") or number + 1)
        lines.add(number, _cells(row, shared))
    return lines.sheet(zero)


def _cells(row: Element, shared: list[str]) -> dict[int, str]:
    cells: dict[int, str] = {}
    column = 0
    for cell in row.iterfind("c"):
        place = _CELL.fullmatch(cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        cells[column] = _value(cell, shared)
    return cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("is")
        return _text(inline) if inline is not None else ""
    held = cell.find("v")
    value = (held.text or "") if held is not None else ""
    if kind == "s" and value:
        number = int(value)
        return shared[number] if 0 <= number < len(shared) else ""
    return "" if kind == "e" else _plain(value)
