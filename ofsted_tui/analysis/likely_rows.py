"""Which rows of the tables of findings can match a query, by their bytes: a command needs and parses no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .finding_hits import FoundBy
from .finding_search import papers_asked
from .search_phrase import terms, themes_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from ..core.repository import Repository
    from .finding_search import FindingQuery
    from .search_phrase import SearchTerm

_LOWER = bytes(range(256)).lower()
_DROPPED = b"'`"
"""Apostrophes of ASCII; a row with other letters beyond ASCII is always read."""


def with_likely_rows(repository: Repository, query: FindingQuery) -> Repository:
    """The repository with the findings that can match a query, and some others; everything else is unchanged.

    A search in it gives the same as in the whole repository, as long as it asks for no more than the query.
    """
    signs = [found for term in terms(query.phrase) if (found := _signs(term))]
    if not (signs or query.narrows_inspections or query.topics):
        return repository
    asked = papers_asked(repository, query)
    findings = repository.findings.sifted(_sieve(asked[FoundBy.INSPECTION], signs))
    letters = repository.all_visits.sifted(_sieve(asked[FoundBy.VISIT], signs))
    return repository.with_findings(findings, letters)


def _signs(term: SearchTerm) -> frozenset[bytes]:
    """Strings, in lower case, of which every row that matches a term has at least one; empty if there are none such."""
    words = [max(run.split(), key=len) for run in term.runs]
    themes = themes_named(term)
    if "" in themes or not all(word.isascii() and word.isalpha() and not "and".startswith(word) for word in words):
        return frozenset()  # a figure is written in several ways, and `and` also as `&`
    return frozenset([*(word.encode() for word in words), *(f",{theme},".encode() for theme in themes)])


def _sieve(papers: Collection[str] | None, signs: Iterable[Collection[bytes]]) -> Callable[[bytes], bytes]:
    """A filter for the lines of a table that are from some papers (None: all) and have one of each set of strings."""

    def sieve(table: bytes) -> bytes:
        lines, seen = table.split(b"\n"), table.translate(_LOWER, _DROPPED).split(b"\n")
        left: Iterable[int] = range(1, len(lines))
        if papers is not None:
            left = [n for n in left if lines[n].partition(b",")[0].decode() in papers]
        odd = set() if table.isascii() else {n for n, line in enumerate(lines) if not line.isascii()}
        for known in signs:
            left = [n for n in left if n in odd or any(sign in seen[n] for sign in known)]
        return b"\n".join([lines[0], *(lines[n] for n in left)])

    return sieve
