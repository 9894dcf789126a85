"""Values separated by commas, semicolons or tabs, in whatever encoding a spreadsheet wrote them."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from ...core.sanitise import clean
from ...storage.data_errors import csv_fault
from .sheet import Sheet, UnreadableTable, checked

if TYPE_CHECKING:
    from pathlib import Path

_LINES_LOOKED_AT = 20
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def sheet(path: Path) -> Sheet:
    """The one sheet of a text file. Raises UnreadableTable."""
    try:
        text = decoded(path.read_bytes())
    except OSError as problem:
        raise UnreadableTable(f"it cannot be read ({problem.strerror or 'unknown reason'})") from problem
    if _HTML.search(text[:2048]):
        raise UnreadableTable("it is a web page (HTML), not a table")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines, before = [], 0
    try:
        for cells in reader:
            line = tuple(clean(cell) for cell in cells)
            full = max((column for column, cell in enumerate(line, 1) if cell), default=0)
            checked("", before + 1, full)
            lines.append((before + 1, line[:full]))
            before = reader.line_num
    except csv.Error as problem:
        raise UnreadableTable(
            f"line {before + 1}: there is {csv_fault(problem)}; expected comma-separated values"
        ) from problem
    return Sheet("", tuple(lines))


def decoded(raw: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 if it says so, otherwise as Windows writes it. Raises UnreadableTable."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        if b"\x00" in raw:
            raise UnreadableTable("it is not text: it contains bytes that do not belong in a table")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnreadableTable("it says that it is UTF-16, but it is not") from problem
        return raw.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that splits most lines alike: a title above the table may hold others."""
    lines = text[:20_000].splitlines()[:_LINES_LOOKED_AT]

    def parted(sign: str) -> int:
        counts = [line.count(sign) for line in lines]
        return max((count * counts.count(count) for count in counts), default=0)

    return max(",;\t", key=parted)
