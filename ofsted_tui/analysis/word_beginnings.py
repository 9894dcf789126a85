"""What matches the first letters of a word among many findings, gathered before they are typed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from .finding_index import LOOKED_UP
from .search_phrase import words_of_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .finding_index import FindingIndex

A_PART = 256
"""Papers whose words are gathered in one step: between steps, keys are answered."""


class Beginning:
    """What matches some first letters of a word."""

    def __init__(self) -> None:
        self.said = array("I")
        """The places of the findings with a word that begins with them."""
        self.by_theme = array("I")
        """The places of those with such a word only in the theme."""
        self.number_of_papers = 0
        """The reports and letters that all these are from."""


def gather_beginnings(index: FindingIndex[Any]) -> Mapping[str, Beginning]:
    """All findings, by up to `LOOKED_UP` first letters of their words."""
    gathered: dict[str, Beginning] = defaultdict(Beginning)
    for number in range(0, len(index.papers), A_PART):
        papers = index.papers[number : number + A_PART]
        _gather(gathered, index, range(papers[0].first, papers[-1].behind))
    return gathered


def _gather(gathered: Mapping[str, Beginning], index: FindingIndex[Any], part: range) -> None:
    """Add the findings of some papers, which are a part of the index."""
    in_text: dict[str, list[int]] = defaultdict(list)
    in_theme: dict[str, list[int]] = defaultdict(list)
    texts, themes = index.texts, index.themes
    for place in part:
        for word in texts[place].split():
            in_text[word].append(place)
        for word in words_of_theme(themes[place]):
            in_theme[word].append(place)
    said, named = _by_beginning(in_text.items()), _by_beginning(in_theme.items())
    paper_of = index.paper_numbers.__getitem__
    papers = _by_beginning((word, map(paper_of, places)) for word, places in chain(in_text.items(), in_theme.items()))
    for letters, held in papers.items():
        found = gathered[letters]
        found.said.fromlist(sorted(said[letters]))
        found.by_theme.fromlist(sorted(named[letters] - said[letters]))
        found.number_of_papers += len(held)


def _by_beginning(places_of: Iterable[tuple[str, Iterable[int]]]) -> dict[str, set[int]]:
    """The places of some words, by up to `LOOKED_UP` of their first letters."""
    found: dict[str, set[int]] = defaultdict(set)
    for word, places in places_of:
        found[word[:LOOKED_UP]].update(places)
    for beginning, places in list(found.items()):
        for length in range(1, len(beginning)):
            found[beginning[:length]] |= places
    return found
