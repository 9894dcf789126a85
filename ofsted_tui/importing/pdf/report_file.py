"""Opens the file of a report, PDF or plain text, after checking what it really is: a name proves nothing."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from . import pdf_text
from .extraction import MOST_PAGES
from .normalise import letters, tidy
from .unreadable import UnreadableReport

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_REPORT = 50_000_000
"""Bytes; reports have up to one million."""
LARGEST_TEXT = 5_000_000
"""Bytes of a plain text; reports have up to 200,000."""
_HEAD = 2048
_OPENING = 8_000
"""Bytes at the start of a text that have a report's title and the days of the inspection."""
_FEWEST_LETTERS = 200
"""A report has thousands; a scan has none, or those of a stamp."""
NO_PAPER = (
    "it is not a report, a letter or a table; expected an Ofsted report or letter (PDF or text) or a table of "
    "inspections (CSV, XLSX or ODS)"
)
"""Why a text is refused that has no sign of a report or letter."""
_SALUTATION = re.compile(rb"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_VISIT = re.compile(r"dear.{0,200}(?:focuss?ed|monitoring)visit")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_KINDS = (
    (b"PK\x03\x04", "it is a zip archive or an office document, not a PDF"),
    (b"\xd0\xcf\x11\xe0", "it is an old office document, not a PDF"),
    (b"{\\rtf", "it is a word processor's document, not a PDF"),
    (b"\x1f\x8b", "it is a compressed archive, not a PDF"),
    (b"\x89PNG", "it is a picture, not a PDF"),
    (b"\xff\xd8\xff", "it is a picture, not a PDF"),
)
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def pages(path: Path) -> tuple[str, ...]:
    """The tidied text of each page of a PDF, or of a text file whose pages form feeds part.

    Raises UnreadableReport with one plain sentence for whatever cannot be read, however broken or hostile.
    """
    size = size_of(path)
    if size > LARGEST_REPORT:
        raise UnreadableReport(
            f"it is too large: {size / 1e6:,.0f} MB; a report is 1 or 2 MB "
            f"(we read at most {LARGEST_REPORT / 1e6:.0f} MB)"
        )
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as problem:
        raise UnreadableReport(f"it cannot be opened ({problem.strerror or 'unknown reason'})") from problem
    if _is_pdf(head):
        found = tuple(tidy(page) for page in pdf_text.pages(path))
    else:
        _refuse(path, head)
        found = _text(path, size)
    if sum(len(letters(page)) for page in found) < _FEWEST_LETTERS:
        scanned = "it has no text that can be read: its pages may be scanned pictures"
        raise UnreadableReport(scanned if _is_pdf(head) else NO_PAPER)
    return found


def may_be_report(path: Path) -> bool:
    """Whether a text, whatever its name, speaks of inspections as reports do, or of a visit as letters do."""
    return _speaks_as_report(_opening(path))


def is_paper(path: Path) -> bool:
    """Whether a file is a PDF, or a text with a sign of a report or letter: others speak of these in passing."""
    opening = _opening(path)
    return _is_pdf(opening) or _SALUTATION.search(opening) is not None or _speaks_as_report(opening)


def _opening(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_OPENING)


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _speaks_as_report(opening: bytes) -> bool:
    words = letters(opening.decode("utf-8", errors="replace"))
    return ("inspectionof" in words and "inspectiondate" in words) or _VISIT.search(words) is not None


def size_of(path: Path) -> int:
    """The size in bytes, known before anything is read; pipes and devices, which might never end, are refused."""
    try:
        about = path.stat()
    except FileNotFoundError as problem:
        raise UnreadableReport("there is no such file") from problem
    except (OSError, ValueError) as problem:
        raise UnreadableReport("it cannot be opened") from problem
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableReport("it is a folder, not a file")
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableReport("it is not an ordinary file")
    if about.st_size == 0:
        raise UnreadableReport("it is empty")
    return about.st_size


def _refuse(path: Path, head: bytes) -> None:
    """Say what a file that is not a PDF is, unless it may be plain text."""
    if _HTML.search(head):
        raise UnreadableReport("it is a web page (HTML), not a PDF: the report may no longer be at that address")
    if kind := next((sentence for start, sentence in _KINDS if head.startswith(start)), ""):
        raise UnreadableReport(kind)
    if path.suffix.casefold() == ".pdf":
        raise UnreadableReport("it is not a PDF")
    if _NOT_TEXT.search(head.replace(b"\x1b", b"")):
        raise UnreadableReport("it is not a PDF, a table or plain text")


def _text(path: Path, size: int) -> tuple[str, ...]:
    if size > LARGEST_TEXT:
        raise UnreadableReport(f"it is too large for the text of a report: {size / 1e6:,.0f} MB")
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise UnreadableReport("it cannot be read to the end") from problem
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    parts = text.split("\f")
    if len(parts) > MOST_PAGES:
        raise UnreadableReport(f"it has {len(parts):,} pages, more than any report")
    return tuple(tidy(page) for page in (parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts))
