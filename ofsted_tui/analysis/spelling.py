"""A misspelt word among those of a search: the words that findings have, and which of them it is most like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.search import rank
from .finding_index import MANY, said_in_both
from .finding_search import find_findings
from .kept_answers import kept
from .search_phrase import pieces, searchable, terms, themes_named
from .words_as_filters import read_words

if TYPE_CHECKING:
    from collections.abc import Set

    from ..core.repository import Repository
    from .finding_search import FindingQuery

LIKENESS, FEWEST_LETTERS, LONGER = 0.75, 4, 2
"""How like a word must be, of 1; from how many letters on a word is compared; by how many more or fewer it may have."""


def well_spelt(repository: Repository, query: FindingQuery) -> str:
    """The phrase of a query that finds nothing, with each word that no finding has replaced by the one most like it.

    Empty where there is none for one of them, or where that finds nothing either.
    """
    phrase, known = query.phrase, _words(repository)
    for piece in reversed(list(pieces(query.phrase))):
        word = searchable(piece.text).strip()
        if piece.quoted or not word.isalpha() or _is_known(repository, piece.text, known):
            continue
        if not (meant := _nearest(word, known)):
            return ""
        phrase = f"{phrase[: piece.start]}{meant}{phrase[piece.end :]}"
    asked = read_words(repository, query._replace(phrase=phrase)).query
    return phrase if phrase != query.phrase and find_findings(repository, asked) else ""


def _is_known(repository: Repository, word: str, known: Set[str]) -> bool:
    """Whether a word begins one of the findings, or is of a theme or a council's name."""
    runs = [run.strip() for term in terms(word) for run in term.runs]
    if any(" " in run or any(one.startswith(run) for one in known) for run in runs):
        return True
    named = any(rank(council, word) is not None for council in repository.councils.values())
    return named or any(map(themes_named, terms(word)))


def _nearest(word: str, known: Set[str]) -> str:
    """The word most like another, of those with its first letter, which few get wrong; empty where none is."""
    from difflib import get_close_matches

    if len(word) < FEWEST_LETTERS:
        return ""
    alike = [one for one in known if one[0] == word[0] and abs(len(one) - len(word)) <= LONGER]
    return next(iter(get_close_matches(word, sorted(alike), n=1, cutoff=LIKENESS)), "")


@kept(1)
def _words(repository: Repository) -> Set[str]:
    """Every word of the findings; of very many findings, of the newest."""
    return frozenset(" ".join(said_in_both(repository).texts[:MANY]).split())
