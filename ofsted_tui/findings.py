"""Findings: what the reports say, by inspection. A large table, read only as far as it is asked for."""

from __future__ import annotations

import csv
import re
from functools import cached_property
from typing import TYPE_CHECKING

from .model import Finding, Judgement, Kind
from .text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COLUMNS = ("inspection", "kind", "judgement", "theme", "priority", "repeat", "text", "paragraph", "page")
_ROW = re.compile(r"(?<=\n)([^,\n]+),[^\n]*")
"""A row, and the inspection that it begins with."""
_KIND = {kind.value: kind for kind in Kind}
_JUDGEMENT = {judgement.value: judgement for judgement in Judgement}


class Findings:
    """All findings, over the text of a checked table in which each inspection's rows stand together.

    The browser shows one inspection at a time, so only that part of the text is parsed until somebody asks for all.
    `more` are findings held otherwise (the user's own), by inspection; they stand before the table's.
    """

    def __init__(self, table: str = "", more: Mapping[str, tuple[Finding, ...]] | None = None) -> None:
        self._table = "\n" + table.replace("\r\n", "\n").rstrip("\n") + "\n"
        self._more = dict(more or {})

    @classmethod
    def made_of(cls, findings: Iterable[Finding]) -> Findings:
        """Findings that stand in no table."""
        more: dict[str, tuple[Finding, ...]] = {}
        for finding in findings:
            more[finding.inspection] = (*more.get(finding.inspection, ()), finding)
        return cls(more=more)

    def with_more(self, more: Mapping[str, tuple[Finding, ...]]) -> Findings:
        """The same with the findings of other inspections laid over."""
        return Findings(self._table[1:], {**self._more, **more})

    def of(self, inspection: str) -> tuple[Finding, ...]:
        """What one inspection's report says, in the table's order."""
        if inspection in self._more:
            return self._more[inspection]
        if inspection not in self._places:
            return ()
        first, last = self._places[inspection]
        return tuple(_read(self._table[first:last]))

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """Where each inspection's rows begin and end in the table."""
        places: dict[str, tuple[int, int]] = {}
        for row in _ROW.finditer(self._table):
            first, _ = places.get(row[1], (row.start(1), 0))
            places[row[1]] = (first, row.end())
        return places

    @cached_property
    def _all(self) -> tuple[Finding, ...]:
        body = self._table.partition("\n")[2].partition("\n")[2]
        mine = (finding for findings in self._more.values() for finding in findings)
        return (*(f for f in _read(body) if f.inspection not in self._more), *mine)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _read(rows: str) -> Iterator[Finding]:
    for cells in filter(None, csv.reader(rows.split("\n"))):
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
