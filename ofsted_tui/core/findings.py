"""Findings: what the reports say, by inspection. A large table, read only as far as it is asked for."""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .model import Finding

NEAR = 100_000
"""Bytes around the last place in which rows are looked for first."""
KEPT = 16
"""Inspections whose findings are kept: a council's page asks several times for its own and those before it."""


class Findings:
    """All findings, over the bytes of a checked table in which each inspection's rows stand together, a line each.

    The browser shows one inspection at a time, so only that part is decoded and parsed until somebody asks for all.
    `read` gives the table and `parse` the findings of some of its lines. `more` are findings held otherwise (the
    user's own), by inspection; they stand before the table's.
    """

    def __init__(
        self,
        read: Callable[[], bytes] = bytes,
        parse: Callable[[bytes], Iterable[Finding]] = lambda _: (),
        more: Mapping[str, tuple[Finding, ...]] | None = None,
    ) -> None:
        self._read = read
        self._parse = parse
        self._more = dict(more or {})
        self._last = 0
        """Where the rows began that were read last."""
        self._kept: dict[str, tuple[Finding, ...]] = {}
        """The findings of the inspections asked for last."""

    @classmethod
    def from_findings(cls, findings: Iterable[Finding]) -> Findings:
        """Findings that were made or read already."""
        said: dict[str, list[Finding]] = {}
        for finding in findings:
            said.setdefault(finding.inspection, []).append(finding)
        return cls(more={inspection: tuple(held) for inspection, held in said.items()})

    def overlaid(self, more: Mapping[str, tuple[Finding, ...]]) -> Findings:
        """These findings with those of some inspections replaced or added, by key of the inspection."""
        return Findings(self._read, self._parse, {**self._more, **more})

    def sifted(self, sieve: Callable[[bytes], bytes]) -> Findings:
        """These findings with the table's lines first put through a sieve, which leaves the first and some others."""
        return Findings(lambda: sieve(self._table), self._parse, self._more)

    @cached_property
    def _table(self) -> bytes:
        return self._read()

    def read(self) -> None:
        """Read all findings at once: a fifth of the time that it takes to look up nearly all of them one by one."""
        _ = self.by_paper

    def for_inspection(self, inspection: str) -> tuple[Finding, ...]:
        """What one inspection's report says, in the table's order."""
        if inspection in self._more:
            return self._more[inspection]
        if "by_paper" in self.__dict__:  # all are read
            return tuple(self.by_paper.get(inspection, ()))
        if inspection not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[inspection] = tuple(self._parse(self._rows_of(inspection)))
        return self._kept[inspection]

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
    def by_paper(self) -> Mapping[str, Sequence[Finding]]:
        """All findings by the key of their inspection or visit, in the table's order."""
        said: dict[str, list[Finding]] = {}
        for finding in self:
            said.setdefault(finding.inspection, []).append(finding)
        return said

    @cached_property
    def _all(self) -> tuple[Finding, ...]:
        body = self._table.removeprefix(BOM_UTF8).partition(b"\n")[2]
        mine = (finding for findings in self._more.values() for finding in findings)
        shipped = self._parse(body)
        return (*((f for f in shipped if f.inspection not in self._more) if self._more else shipped), *mine)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
