"""The reports within a file: committees print them behind agendas and covering papers, and two may stand in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .layouts import read_report, recognised
from .layouts.cover import MOST_COVERS, has_facts
from .normalise import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .report import Report

_LAST_PAGE = "crowncopyright"
"""What stands on the last page of a report, on one of the first of some, and before the part about a board."""
_SHORTEST = 3
"""Pages of a report."""


class Section(NamedTuple):
    """The pages of one report."""

    first: int
    """The page of the file on which it begins, counted from 1."""
    pages: Sequence[str]
    alone: bool = True
    """Whether the file holds nothing else."""

    @property
    def place(self) -> str:
        """Where in the file it stands, in words; empty where the file holds nothing else."""
        return "" if self.alone else f"pages {self.first} to {self.first + len(self.pages) - 1}"

    def read(self) -> Report:
        """What the report says, its pages counted as in the file. Raises UnreadableReport."""
        report = read_report(self.pages)
        entries = tuple(entry._replace(page=entry.page + self.first - 1) for entry in report.entries)
        return report._replace(entries=entries)


def sections(pages: Sequence[str]) -> tuple[Section, ...]:
    """The reports of a file in their order; the whole file where it holds one only, or none that is known as such."""
    starts = [at for at, page in enumerate(pages) if has_facts(page) and recognised(pages[at : at + 2])]
    ends = [_end(pages, start, end) for start, end in zip(starts, [*starts[1:], len(pages)], strict=False)]
    if not starts or (len(starts) == 1 and starts[0] < MOST_COVERS and ends[0] == len(pages)):
        return (Section(1, pages),)
    return tuple(Section(s + 1, pages[s:end], alone=False) for s, end in zip(starts, ends, strict=True))


def _end(pages: Sequence[str], start: int, end: int) -> int:
    """Behind which page a report ends: other papers may follow before the next."""
    behind_first = range(end - 1, start + _SHORTEST - 2, -1)
    return next((at + 1 for at in behind_first if _LAST_PAGE in letters(pages[at])), end)
