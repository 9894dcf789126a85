"""Findings: what the reports say, by inspection. A large table, read only as far as it is asked for."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from functools import cached_property
from typing import TYPE_CHECKING

from .model import Finding, Judgement, Kind
from .text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NEAR = 100_000
"""Bytes around the last place in which rows are looked for first."""
COLUMNS = ("inspection", "kind", "judgement", "theme", "priority", "repeat", "text", "paragraph", "page")
_KIND = {kind.value: kind for kind in Kind}
_JUDGEMENT = {judgement.value: judgement for judgement in Judgement}


class Findings:
    """All findings, over the bytes of a checked table in which each inspection's rows stand together, a line each.

    The browser shows one inspection at a time, so only that part is decoded and parsed until somebody asks for all.
    `more` are findings held otherwise (the user's own), by inspection; they stand before the table's.
    """

    def __init__(self, table: bytes = b"", more: Mapping[str, tuple[Finding, ...]] | None = None) -> None:
        self._table = table
        self._more = dict(more or {})
        self._last = 0
        """Where the rows began that were read last."""

    @classmethod
    def made_of(cls, findings: Iterable[Finding]) -> Findings:
        """Findings that were made or read already."""
        more: dict[str, tuple[Finding, ...]] = {}
        for finding in findings:
            more[finding.inspection] = (*more.get(finding.inspection, ()), finding)
        return cls(more=more)

    def with_more(self, more: Mapping[str, tuple[Finding, ...]]) -> Findings:
        """The same with the findings of other inspections laid over."""
        return Findings(self._table, {**self._more, **more})

    def of(self, inspection: str) -> tuple[Finding, ...]:
        """What one inspection's report says, in the table's order."""
        if inspection in self._more:
            return self._more[inspection]
        return tuple(_read(self._rows_of(inspection)))

    def _rows_of(self, inspection: str) -> bytes:
        opening = f"\n{inspection},".encode()
        first = last = self._first(opening)
        while last >= 0 and self._table.startswith(opening, last):
            last = self._table.find(b"\n", last + 1)
        return self._table[first + 1 : last if last >= 0 else None] if first >= 0 else b""

    def _first(self, opening: bytes) -> int:
        """Where the first row of an inspection begins, -1 where it has none.

        A council's inspections stand near each other and are asked for one after another: looked for there first,
        the rows cost a fiftieth of a look through the whole table.
        """
        place = self._table.find(opening, max(0, self._last - NEAR), self._last + NEAR)
        if place < 0:
            place = self._table.find(opening)
        while (before := self._table.rfind(b"\n", 0, max(0, place))) >= 0 and self._table.startswith(opening, before):
            place = before
        self._last = place if place >= 0 else self._last
        return place

    @cached_property
    def _all(self) -> tuple[Finding, ...]:
        body = self._table.removeprefix(BOM_UTF8).partition(b"\n")[2]
        mine = (finding for findings in self._more.values() for finding in findings)
        return (*(f for f in _read(body) if f.inspection not in self._more), *mine)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _read(rows: bytes) -> Iterator[Finding]:
    for cells in filter(None, csv.reader(rows.decode().split("\n"))):
        inspection, kind, judgement, theme, priority, repeat, text, paragraph, page = cells
        yield Finding(
            inspection=clean(inspection),
            kind=_KIND[kind],
            judgement=_JUDGEMENT[judgement] if judgement else None,
            theme=clean(theme),
            text=clean(text),
            priority=clean(priority),
            repeat=repeat == "yes",
            paragraph=clean(paragraph),
            page=int(page),
        )
