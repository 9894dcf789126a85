"""A council's name, or a kind of finding, among the words of a search: taken as a filter if that finds something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Kind
from ..core.search import fold
from .finding_search import FindingQuery, find_findings
from .kept_answers import kept
from .search_phrase import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..core.repository import Repository
    from .search_phrase import Piece

_POSSESSIVE = re.compile(r"['’]s?$")
_KINDS = {
    "praise": Kind.PRAISE, "praised": Kind.PRAISE, "must improve": Kind.IMPROVEMENT, "improve": Kind.IMPROVEMENT,
    "improvement": Kind.IMPROVEMENT, "improvements": Kind.IMPROVEMENT, "concern": Kind.CONCERN,
    "concerns": Kind.CONCERN,
}  # fmt: skip
"""What people type for a kind of finding."""

_BEFORE_A_NAME = {"about", "and", "at", "by", "for", "from", "in", "of", "on", "the"}
"""Words that, right before a council's name, belong to it: “caseloads in Leeds”."""


class NamedInWords(NamedTuple):
    """Councils named in a phrase: several if they share the name, such as a council and its predecessor.

    Or a kind of finding: then there are no councils.
    """

    councils: frozenset[str]
    name: str
    """As it was typed."""
    start: int
    end: int
    """Where it is in the phrase."""
    kind: Kind | None = None


class WordsRead(NamedTuple):
    """A query with the names in its words taken as filters; and these names."""

    query: FindingQuery
    named: tuple[NamedInWords, ...] = ()

    def as_words(self, phrase: str, name: NamedInWords) -> str:
        """The phrase with a name in quotes, so that it is searched for as a word."""
        return f'{phrase[: name.start]}"{name.name}"{phrase[name.end :]}'


def read_words(repository: Repository, query: FindingQuery) -> WordsRead:
    """Take the names of councils in the words as councils, if one of their findings matches the rest.

    A name that findings also use as a word, such as “reading”, is a word if some finding has all the words as typed. A
    name in quotes is always taken as words. Words for a kind of finding, such as “praised”, are a filter only if
    nothing is found otherwise.
    """
    read = _with_councils(repository, query)
    kind = None if query.kinds else _kind_named(list(pieces(query.phrase)))
    if kind is None or kind.kind is None or find_findings(repository, read.query):
        return read
    blank = f"{query.phrase[: kind.start]}{' ' * (kind.end - kind.start)}{query.phrase[kind.end :]}"
    of_kind = _with_councils(repository, query._replace(phrase=blank, kinds=frozenset({kind.kind})))
    taken = of_kind.query._replace(phrase=" ".join(of_kind.query.phrase.split()))
    return WordsRead(taken, (*of_kind.named, kind)) if find_findings(repository, taken) else read


def _kind_named(typed: Sequence[Piece]) -> NamedInWords | None:
    """The first words of a phrase that name a kind of finding."""
    for number in (2, 1):
        for first in range(len(typed) - number + 1):
            words = typed[first : first + number]
            name = " ".join(piece.text for piece in words)
            kind = None if any(piece.quoted for piece in words) else _KINDS.get(name.lower())
            if kind:
                return NamedInWords(frozenset(), name, words[0].start, words[-1].end, kind)
    return None


def _with_councils(repository: Repository, query: FindingQuery) -> WordsRead:
    """A query with the names of councils in its words taken as councils."""
    typed = list(pieces(query.phrase))
    named = tuple(_named(repository, typed))
    if not named:
        return WordsRead(query)
    councils = frozenset[str]().union(*(name.councils for name in named))
    if query.councils:
        councils &= query.councils
    starts = {name.start for name in named}
    left: list[Piece] = []
    for piece in typed:
        if any(name.start <= piece.start < name.end for name in named):
            while piece.start in starts and left and not left[-1].quoted and left[-1].text.lower() in _BEFORE_A_NAME:
                left.pop()
        else:
            left.append(piece)
    phrase = " ".join(query.phrase[piece.start : piece.end] for piece in left)
    taken = query._replace(phrase=phrase, councils=councils, neighbours_of="")
    if not councils or not find_findings(repository, taken) or _are_words(repository, query, named):
        return WordsRead(query)
    return WordsRead(taken, named)


def _are_words(repository: Repository, query: FindingQuery, named: Sequence[NamedInWords]) -> bool:
    """Whether one of the names is a word in the findings, and all words together are in one finding."""
    if not any(_is_a_word(repository, name.name.lower()) for name in named):
        return False
    found = find_findings(repository, query)
    return found.number_by_theme < len(found)


@kept(256)
def _is_a_word(repository: Repository, name: str) -> bool:
    """Whether a finding has the name in small letters: “reading”, never “Reading”."""
    written = re.compile(rf"\b{re.escape(name)}\b")
    return any(written.search(hit.finding.text) for hit in find_findings(repository, FindingQuery(f'"{name}"')))


def _named(repository: Repository, typed: Sequence[Piece]) -> Iterator[NamedInWords]:
    """The names in a phrase, each as long as it can be."""
    names = _names(repository) if typed else {}
    folded = [None if piece.quoted else fold(_POSSESSIVE.sub("", piece.text)) for piece in typed]
    here = 0
    while here < len(typed):
        there = next((end for end in range(len(typed), here, -1) if _name(folded[here:end]) in names), None)
        if there is None:
            here += 1
            continue
        first, last = typed[here], typed[there - 1]
        name = " ".join(piece.text for piece in typed[here:there])
        yield NamedInWords(names[_name(folded[here:there])], name, first.start, last.end)
        here = there


def _name(folded: Sequence[str | None]) -> str:
    """Folded words as one name; none if some are in quotes."""
    words = [word for word in folded if word is not None]
    return " ".join(words) if len(words) == len(folded) else ""


@kept(2)
def _names(repository: Repository) -> Mapping[str, frozenset[str]]:
    """Every name that a council has, folded, with the councils that have it."""
    names: dict[str, set[str]] = {}
    for council in repository.councils.values():
        for name in (council.name, council.official_name, *council.aliases):
            names.setdefault(fold(name), set()).add(council.slug)
    return {name: frozenset(slugs) for name, slugs in names.items() if name}
