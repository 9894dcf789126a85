"""Opens a file of tables after checking what it really is."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from ..pdf.report_file import size_of
from ..pdf.unreadable import UnreadableReport
from . import delimited, ods, xlsx
from .sheet import UnreadableTable

if TYPE_CHECKING:
    from pathlib import Path

    from .sheet import Sheet

LARGEST_SHEET = 30_000_000
"""Bytes; the tables of all inspections have up to half a million."""
SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".xls"})
"""What a file of tables is called."""
_ARCHIVE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class FileKind(Enum):
    """What a file is, by its first bytes."""

    SPREADSHEET = "a workbook or an OpenDocument spreadsheet"
    TEXT = "a text, which may be a table or a report"
    OTHER = "a PDF, or a file that cannot be opened"


def file_kind(path: Path) -> FileKind:
    """What a file is; a pipe is not opened, since it may never end."""
    try:
        if not path.is_file():
            return FileKind.OTHER
        with path.open("rb") as file:
            head = file.read(1024)
    except (OSError, ValueError):
        return FileKind.OTHER
    if head.startswith(_ARCHIVE) or (head.startswith(_OLD_OFFICE) and path.suffix.lower() in SUFFIXES):
        return FileKind.SPREADSHEET
    return FileKind.OTHER if b"%PDF-" in head or head.startswith(_OLD_OFFICE) or not head else FileKind.TEXT


def sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a CSV file, a workbook, or an OpenDocument spreadsheet.

    Raises UnreadableTable with one plain sentence for whatever cannot be read, however broken or hostile.
    """
    try:
        size = size_of(path)
        with path.open("rb") as file:
            head = file.read(8)
    except UnreadableReport as problem:
        raise UnreadableTable(str(problem)) from problem
    except OSError as problem:
        raise UnreadableTable(f"it cannot be opened ({problem.strerror or 'unknown reason'})") from problem
    if size > LARGEST_SHEET:
        raise UnreadableTable(
            f"it is too large: {size / 1e6:,.0f} MB; a table of all inspections is under 1 MB "
            f"(we read at most {LARGEST_SHEET / 1e6:.0f} MB)"
        )
    if head.startswith(b"%PDF-"):
        raise UnreadableTable("it is a PDF, not a table")
    if head.startswith(_OLD_OFFICE):
        raise UnreadableTable(
            "it is an old Excel workbook, or it is protected by a password; save it as .xlsx or .csv without one"
        )
    if not head.startswith(_ARCHIVE):
        return (delimited.sheet(path),)
    return ods.sheets(path) if _is_open_document(path) else xlsx.sheets(path)


def _is_open_document(path: Path) -> bool:
    """Whether an archive says that it is a spreadsheet of OpenDocument, or holds what only such documents do."""
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            if "mimetype" not in names:
                return "content.xml" in names and "[Content_Types].xml" not in names
            with archive.open("mimetype") as kind:
                return kind.read(100).startswith(b"application/vnd.oasis.opendocument.spreadsheet")
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as problem:
        raise UnreadableTable("it is a damaged archive") from problem
