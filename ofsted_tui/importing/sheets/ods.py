"""OpenDocument spreadsheets (ODS), read within the same bounds and to the same cells as XLSX workbooks.

Dates stay as they are written (2026-11-03); times of day, money and shares become the numbers that Excel stores.
A row or a cell that says how often it is repeated may stand for millions, which are never written out where blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.sanitise import clean
from . import in_subprocess
from .archive import NO_SPREADSHEET, Parts, attribute, few_enough, parts_of
from .sheet import MOST_COLUMNS, Lines, Room, Sheet, UnreadableTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_PROGRAM = "from ofsted_tui.importing.sheets.ods import main; main()"
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_OF_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_AS_NUMBER = frozenset({"float", "currency", "percentage"})
_BLANKS = frozenset({"s", "tab", "line-break"})
_LEFT_OUT = frozenset({"note", "ruby-text", "annotation", "annotation-end"})
"""What is within a text and not part of it: footnotes, readings above Asian letters, comments."""
_DURATION = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d+)?)S)?")
_SECONDS_A_DAY = 86_400


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of an ODS file. Raises UnreadableTable."""
    return in_subprocess.sheets(_PROGRAM, path)


def main() -> None:
    """In the child: print the sheets."""
    in_subprocess.print_sheets(_extract)


def _extract(path: Path) -> tuple[Sheet, ...]:
    with parts_of(path, "LibreOffice") as parts:
        if _CONTENT not in parts:
            raise UnreadableTable(NO_SPREADSHEET)
        if _has_password(parts):
            raise UnreadableTable("it is protected by a password; save it without one")
        content = parts.read(_CONTENT)
        tables = content.findall("body/spreadsheet/table")
        few_enough(len(tables))
        unseen = _hidden_styles(content)
        room = Room()
        return tuple(_sheet(table, unseen, room) for table in tables)


def _has_password(parts: Parts) -> bool:
    return _MANIFEST in parts and any(one.tag == "encryption-data" for one in parts.read(_MANIFEST).iter())


def _hidden_styles(content: Element) -> frozenset[str]:
    """The styles of sheets that are not shown."""
    return frozenset(
        attribute(style, "name")
        for style in content.iterfind("automatic-styles/style")
        if any(attribute(one, "display") == "false" for one in style.iterfind("table-properties"))
    )


def _sheet(table: Element, unseen: frozenset[str], room: Room) -> Sheet:
    name = clean(attribute(table, "name"))
    if attribute(table, "style-name") in unseen:
        return Sheet(name, (), hidden=True)
    lines = Lines(name, room)
    number = 1
    for row in _rows(table):
        times = _repeated(row, "number-rows-repeated")
        lines.add(number, _cells(row), times)
        number += times
    return lines.sheet()


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also those within groups and headings."""
    for one in table:
        if one.tag == "table-row":
            yield one
        elif one.tag in _OF_ROWS:
            yield from _rows(one)


def _cells(row: Element) -> dict[int, str]:
    """The cells that hold something; those that a larger one covers hold nothing."""
    cells: dict[int, str] = {}
    column = 1
    for cell in row:
        if cell.tag not in ("table-cell", "covered-table-cell"):
            continue
        times = _repeated(cell, "number-columns-repeated")
        if cell.tag == "table-cell" and (value := _value(cell)):
            last = max(column, min(column + times - 1, MOST_COLUMNS + 1))  # one too many is enough for a refusal
            cells |= dict.fromkeys(range(column, last + 1), value)
        column += times
    return cells


def _repeated(element: Element, name: str) -> int:
    return max(1, int(attribute(element, name) or 1))


def _value(cell: Element) -> str:
    kind = attribute(cell, "value-type")
    if kind in _AS_NUMBER:
        return _number(attribute(cell, "value"))
    if kind == "date":
        return clean(attribute(cell, "date-value"))
    if kind == "time":
        return _share_of_day(attribute(cell, "time-value"))
    if kind == "boolean":
        return "1" if attribute(cell, "boolean-value") == "true" else "0"
    texts = [_text(one) for one in cell if one.tag == "p"]
    return clean("\n".join(texts) if texts else attribute(cell, "string-value"))


def _number(value: str) -> str:
    return clean(value.removesuffix(".0"))


def _share_of_day(value: str) -> str:
    """A time of day as Excel stores it: 0.5 is noon."""
    found = _DURATION.fullmatch(value)
    if not found:
        return clean(value)
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return _number(f"{(hours * 3600 + minutes * 60 + seconds) / _SECONDS_A_DAY:.15g}")


def _text(element: Element) -> str:
    """The text of a paragraph; blanks, tabs and ends of lines are elements of their own."""
    parts = [element.text or ""]
    for one in element:
        if one.tag in _BLANKS:
            parts.append(" ")
        elif one.tag not in _LEFT_OUT:
            parts.append(_text(one))
        parts.append(one.tail or "")
    return "".join(parts)
