"""The reports within a file: committees print them after agendas and covering papers, and a file may have two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import visit_letter
from .layouts import read_report, recognised
from .layouts.cover import MOST_COVERS, has_facts
from .normalise import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .report import Report
    from .visit_letter import VisitLetter

_LAST_PAGE = "crowncopyright"
"""What is on the last page of a report, on one of the first of some, and before the part about a board."""
_LAST_LINES = "yourssincerely"
"""What is at the end of a letter."""
_SHORTEST = 3
"""Pages of a report."""


class Section(NamedTuple):
    """The pages of one report."""

    first: int
    """The page of the file that it begins on, counted from 1."""
    pages: Sequence[str]
    alone: bool = True
    """Whether the file holds nothing else."""

    @property
    def place(self) -> str:
        """Where it is in the file, in words; empty if the file holds nothing else."""
        return "" if self.alone else f"pages {self.first} to {self.first + len(self.pages) - 1}"

    def read(self) -> Report | VisitLetter:
        """What the report or the letter says, its pages counted as in the file. Raises UnreadableReport."""
        paper = visit_letter.read(self.pages) if _is_letter(self.pages) else read_report(self.pages)
        entries = tuple(entry._replace(page=entry.page + self.first - 1) for entry in paper.entries)
        return paper._replace(entries=entries)


def sections(pages: Sequence[str]) -> tuple[Section, ...]:
    """The reports and letters of a file in order; the whole file if it holds one, or none of a known kind."""
    starts = [at for at, page in enumerate(pages) if _opens(page, pages[at : at + 2])]
    ends = [_end(pages, start, end) for start, end in zip(starts, [*starts[1:], len(pages)], strict=False)]
    if not starts or (len(starts) == 1 and starts[0] < MOST_COVERS and ends[0] == len(pages)):
        letter = bool(starts) and not has_facts(pages[starts[0]])
        return (Section(starts[0] + 1 if letter else 1, pages[starts[0] :] if letter else pages),)
    return tuple(Section(s + 1, pages[s:end], alone=False) for s, end in zip(starts, ends, strict=True))


def _opens(page: str, both: Sequence[str]) -> bool:
    """Whether a report or a letter begins on a page; `both`: it and the next."""
    return (has_facts(page) and recognised(both)) or (visit_letter.has_salutation(page) and _is_letter(both))


def _is_letter(pages: Sequence[str]) -> bool:
    return visit_letter.recognises(pages) and not recognised(pages)


def _end(pages: Sequence[str], start: int, end: int) -> int:
    """The page after which a report or letter ends: other papers may follow before the next."""
    if not has_facts(pages[start]):
        signed = (at + 1 for at in range(start, end) if _LAST_LINES in letters(pages[at]))
        return next(signed, end)
    behind_first = range(end - 1, start + _SHORTEST - 2, -1)
    return next((at + 1 for at in behind_first if _LAST_PAGE in letters(pages[at])), end)
