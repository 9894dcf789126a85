"""What a typed phrase means: words found anywhere in a council's names, in any order, spelling folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .model import Council

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text for comparing: lower case, no accents or apostrophes, `&` as `and`, punctuation as single blanks."""
    plain = text.replace("&", " and ").translate(_APOSTROPHES)
    if plain.isascii():  # as most texts are once the apostrophes are gone, and there are thousands
        return " ".join(plain.lower().translate(_BLANKS).split())
    return _NOT_WORD.sub(" ", without_accents(plain)).strip()


def without_accents(text: str) -> str:
    """The text in lower case, without accents or apostrophes, `&` as `and`; other punctuation stays."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_APOSTROPHES)


@lru_cache(maxsize=256)
def folded_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a typed phrase."""
    return tuple(fold(phrase).split())


@lru_cache(maxsize=65536)
def _folded_names(council: Council) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in (council.name, council.official_name, *council.aliases)))


@lru_cache(maxsize=65536)
def all_names(council: Council) -> str:
    """All folded names of a council, a line each: a phrase whose words are not all in it cannot name the council."""
    return "\n".join(_folded_names(council))


def rank(council: Council, phrase: str) -> int | None:
    """How well a phrase names a council, 0 best; None if one of its words is in none of the council's names.

    0 a whole name, 1 the beginning of the name, 2 the beginning of an alias, 3 every word begins a word of a name, 4
    every word is somewhere in a name. All words must be in the same name.
    """
    words = folded_words(phrase)
    if not words:
        return 0
    if len(words) == 1:
        return _rank_of_word(f"\n{all_names(council)}\n", words[0])
    folded, best = " ".join(words), None
    for position, name in enumerate(_folded_names(council)):
        place = _rank_in(name, words, folded, alias=position > 0)
        if place is not None and (best is None or place < best):
            best = place
    return best


def _rank_of_word(names: str, word: str) -> int | None:
    """The same for one word, the usual case: all names are looked through at once."""
    if word not in names:
        return None
    if f"\n{word}\n" in names:
        return 0
    if names.startswith(f"\n{word}"):
        return 1
    return 2 if f"\n{word}" in names else 3 if f" {word}" in names else 4


def _rank_in(name: str, words: tuple[str, ...], phrase: str, *, alias: bool) -> int | None:
    for word in words:
        if word not in name:
            return None
    if name == phrase:
        return 0
    if name.startswith(phrase):
        return 2 if alias else 1
    if all(f" {word}" in f" {name}" for word in words):
        return 3
    return 4


LIKENESS, AS_LIKE, BEGINNING = 0.75, 0.1, 6
"""How alike a name must be spelt to be offered (1 is the same), how far it may fall short of the best, and from how
many letters the phrase may be the beginning of a name."""
MOST_OFFERED = 3


def nearest(phrase: str, councils: Iterable[Council]) -> list[Council]:
    """Councils whose names, or their beginnings, are spelt like a phrase that matches none of them, nearest first."""
    from difflib import SequenceMatcher

    wanted = fold(phrase)
    comparing = SequenceMatcher(b=wanted)

    def likeness(council: Council) -> float:
        found = 0.0
        for name in _folded_names(council):
            for part in {name, name[: len(wanted)]} if len(wanted) >= BEGINNING else {name}:
                comparing.set_seq1(part)
                found = max(found, comparing.ratio())
        return found

    scored = sorted(((likeness(council), council.name, council) for council in councils), key=lambda s: (-s[0], s[1]))
    least = max(LIKENESS, scored[0][0] - AS_LIKE) if scored else LIKENESS
    return [council for score, _, council in scored[:MOST_OFFERED] if score >= least]


def _either(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


class UnknownCouncil(LookupError):
    """A phrase names no council, or several; `names` are the ones that may have been meant."""

    def __init__(self, phrase: str, names: tuple[str, ...], *, several: bool) -> None:
        self.phrase, self.names, self.several = phrase, names, several
        self.meant = f" Did you mean {_either(names)}?" if names else ""
        problem = f"“{phrase}” matches several councils." if several else f"No council is called “{phrase}”."
        super().__init__(problem + self.meant)

    @classmethod
    def of(cls, phrase: str, near: Iterable[Council]) -> UnknownCouncil:
        """A phrase that names no council, with those that are spelt like it."""
        return cls(phrase, tuple(council.name for council in near), several=False)


def council_named(phrase: str, councils: Iterable[Council]) -> Council:
    """The one council that a phrase names: by slug or ONS code, or by the best of its names.

    Raises UnknownCouncil with the nearest names where there is none, or where several fit equally well.
    """
    everyone = list(councils)
    if exact := _coded(phrase, everyone):
        return exact
    best = _best_named(phrase, everyone)
    if not best:
        raise UnknownCouncil.of(phrase, nearest(phrase, everyone))
    existing = [council for council in best if council.last_day is None] or best
    if len(existing) > 1:
        raise UnknownCouncil(phrase, tuple(c.name for c in existing[:6]), several=True)
    return existing[0]


def council_called(name: str, councils: Iterable[Council]) -> Council:
    """The one council of a whole name, as tables give it: a slug, an ONS code, its name or an alias.

    Raises UnknownCouncil: a part of a name is none, but the councils that it may mean are named.
    """
    everyone = list(councils)
    if exact := _coded(name, everyone):
        return exact
    whole = [council for council in everyone if fold(name) in _folded_names(council)]
    if not whole:
        raise UnknownCouncil.of(name, _best_named(name, everyone)[:MOST_OFFERED] or nearest(name, everyone))
    return council_named(name, whole)


def _coded(phrase: str, councils: Iterable[Council]) -> Council | None:
    """The council of which a phrase is the slug or the ONS code."""
    code = phrase.strip().lower()
    return next((c for c in councils if code and (code == c.slug or code == c.ons_code.lower())), None)


def council_meant(phrase: str, councils: Iterable[Council]) -> Council:
    """As `council_named`, and also by what tables call a council: its URN or DfE number, or a name with `City Council`.

    Raises UnknownCouncil.
    """
    everyone = list(councils)
    code = phrase.strip()
    coded = [council for council in everyone if code and code in (council.urn, council.la_code)]
    if len(coded) == 1:
        return coded[0]
    try:
        return council_named(phrase, everyone)
    except UnknownCouncil as problem:
        plainer = (_best_named(name, everyone) for name in _without_its_kind(phrase) if not problem.several)
        if len(best := next(filter(None, plainer), [])) == 1:
            return best[0]
        raise


_KINDS = frozenset("london royal metropolitan unitary city county borough district council the".split())
"""Words before `of` or after a name that say what kind of council it is."""


def _without_its_kind(phrase: str) -> Iterator[str]:
    """A name without the words for its kind, fewest left out first: `Durham County Council`, `Borough of Bexley`."""
    words = list(folded_words(phrase))
    while words and words[-1] in _KINDS and not _KINDS.issuperset(words):
        del words[-1]
        yield " ".join(words)
    before, of, name = " ".join(words).partition(" of ")
    if of and set(before.split()) <= _KINDS:
        yield name


def _best_named(phrase: str, councils: Iterable[Council]) -> list[Council]:
    """Those that a phrase names best, by name; none if it has no words."""
    if not folded_words(phrase):
        return []
    ranked = [(place, council) for council in councils if (place := rank(council, phrase)) is not None]
    first = min((place for place, _ in ranked), default=None)
    return sorted((council for place, council in ranked if place == first), key=lambda council: council.name)
