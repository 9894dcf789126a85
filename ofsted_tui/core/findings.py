"""Findings: what the reports say, by inspection. A large table, read only as far as it is asked for."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import accumulate, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from .model import Finding
from .rows_by_key import made_together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

KEPT = 16
"""Inspections whose findings are kept: a council's page asks several times for its own and those before it."""


class Findings:
    """All findings, over a clean table with a line for each, those of an inspection together, its key first.

    The browser shows one inspection at a time, so only its part is read and parsed until somebody asks for all. `read`
    gives the whole table, `parse` the findings of some of its lines, and `look_up` the lines of one inspection, where
    they can be found without the rest. `read_fields` gives a function that reads one field of all findings without the
    others, where that can be done. `more` are findings from elsewhere (the user's own), by inspection; they replace the
    table's.
    """

    def __init__(
        self,
        read: Callable[[], bytes] = bytes,
        parse: Callable[[bytes], Iterable[Finding]] = lambda _: (),
        more: Mapping[str, tuple[Finding, ...]] | None = None,
        look_up: Callable[[str], bytes] | None = None,
        read_fields: Callable[[], Callable[[str], Sequence[Any]] | None] = lambda: None,
    ) -> None:
        self._read = read
        self._parse = parse
        self._look_up = look_up
        self._read_fields = read_fields
        self.more = dict(more or {})
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
        return Findings(self._read, self._parse, {**self.more, **more}, self._look_up, self._read_fields)

    def sifted(self, sieve: Callable[[bytes], bytes]) -> Findings:
        """These findings with the table's lines filtered first; the filter keeps the first line and some others."""
        return Findings(lambda: sieve(self._table), self._parse, self.more)

    @cached_property
    def _table(self) -> bytes:
        return self._read()

    @cached_property
    def _field(self) -> Callable[[str], Sequence[Any]] | None:
        return self._read_fields()

    def read(self) -> None:
        """Read all findings at once, in a fifth of the time that it takes to look up nearly all of them one by one."""
        _ = self.by_paper

    def for_inspection(self, inspection: str) -> tuple[Finding, ...]:
        """What one inspection's report says, in the table's order."""
        if inspection in self.more:
            return self.more[inspection]
        if self._look_up is None or "by_paper" in self.__dict__:  # all are read, or have to be
            return self.by_paper.get(inspection, ())
        if inspection not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[inspection] = tuple(self._parse(self._look_up(inspection)))
        return self._kept[inspection]

    @cached_property
    def number_by_paper(self) -> Mapping[str, int]:
        """How many findings each inspection or visit has, by its key, in their order; counted, not parsed."""
        if "by_paper" in self.__dict__:
            return {paper: len(said) for paper, said in self.by_paper.items()}
        if self._field is not None:
            keys = Counter(self._field("inspection"))
        else:
            keys = Counter(key.decode() for key in re.findall(rb"\n([^,\n]+)", self._table))
        held = {key: number for key, number in keys.items() if key not in self.more}
        return held | {paper: len(said) for paper, said in self.more.items()}

    @property
    def first_places(self) -> Mapping[str, int]:
        """The place of the first finding of each inspection or visit, by its key."""
        return dict(zip(self.number_by_paper, accumulate(self.number_by_paper.values(), initial=0), strict=False))

    def field(self, name: str) -> Sequence[Any]:
        """One field of each finding, in their order; nothing else is read if it can be read alone."""
        if self._field is None or self.more:
            return [getattr(finding, name) for finding in self]
        return self._field(name)

    @cached_property
    def by_paper(self) -> Mapping[str, tuple[Finding, ...]]:
        """All findings by the key of their inspection or visit, in the table's order."""
        return {paper: tuple(said) for paper, said in groupby(self, attrgetter("inspection"))}

    @cached_property
    def _all(self) -> tuple[Finding, ...]:
        mine = (finding for findings in self.more.values() for finding in findings)
        shipped = self._shipped()
        return (*((f for f in shipped if f.inspection not in self.more) if self.more else shipped), *mine)

    def _shipped(self) -> Iterable[Finding]:
        if self._field is None:
            return self._parse(self._table.partition(b"\n")[2])
        return made_together(Finding, *map(self._field, Finding._fields))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
