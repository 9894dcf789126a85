"""A spreadsheet's archive of XML parts, opened within bounds: it may have been made to do harm."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from .sheet import TOO_MUCH, UnreadableTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 30_000_000
"""Bytes of all parts that are read, unpacked; the tables of all inspections have at most a third."""
MOST_SHEETS = 50
NO_SPREADSHEET = "it is an archive, but neither a workbook (XLSX) nor a spreadsheet (ODS)"


class Parts:
    """The parts of an archive; only a limited amount is unpacked altogether, whatever the archive claims."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = MOST_BYTES
        self._names = {name.lower(): name for name in archive.namelist()}

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part, in capitals or not: programs differ."""
        return name.lower() in self._names

    def read(self, name: str) -> Element:
        """One part, parsed without a DTD; names of elements lose their namespaces. Raises UnreadableTable."""
        with self._archive.open(self._names[name.lower()]) as file:
            raw = file.read(self._left + 1)
        self._left -= len(raw)
        if self._left < 0:
            raise UnreadableTable(TOO_MUCH)
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or b"\x00" in raw[:4]:
            raise UnreadableTable("it contains definitions (DTD) that do not belong in a workbook and may be unsafe")
        root = fromstring(raw)
        for element in root.iter():
            element.tag = local(element.tag)
        return root


@contextmanager
def parts_of(path: Path, writer: str) -> Iterator[Parts]:
    """The parts of a spreadsheet of some `writer`. Raises UnreadableTable, also if using them fails."""
    try:
        with ZipFile(path) as archive:
            yield Parts(archive)
    except RecursionError:
        raise
    except (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, KeyError) as problem:
        raise UnreadableTable("it is a damaged workbook, or it is protected by a password") from problem
    except UnreadableTable:
        raise
    except (ParseError, ValueError) as problem:
        raise UnreadableTable(f"it is a damaged workbook; open it in {writer} and save it again") from problem


def local(name: str) -> str:
    """A name without its namespace: the strict and the usual form of a workbook differ only in that."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty if there is none."""
    return next((value for key, value in element.items() if local(key) == name), "")


def few_enough(sheets: int) -> None:
    """Refuse a spreadsheet with more sheets than any table of inspections. Raises UnreadableTable."""
    if sheets > MOST_SHEETS:
        raise UnreadableTable(f"it has {sheets} sheets; we read at most {MOST_SHEETS}")
