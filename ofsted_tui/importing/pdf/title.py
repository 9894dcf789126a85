"""Which council a report's title means.

Titles name councils in many ways: `London Borough of Barnet`, `Bristol City of`, `Medway Children's Services`,
`Bradford Children and Families Trust`, `The Royal Borough of Windsor and Maidenhead`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .normalise import letters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ...core.model import Council

_SHORTEST = 4
"""The fewest letters of a name within a title; shorter ones are abbreviations."""
_AROUND = (
    r"(?:the|and|of|for|in|council|counties|county|city|london|royal|metropolitan|borough|district|unitary|local|area|authority"
    r"|corporation|mbc|childrens?|young|people|families|family|services?|social|care|trust|together|first|achieving)*"
)
"""Words that may surround a council's name, in bare letters."""
_AROUND_NAME = re.compile(rf"{_AROUND}(.*?){_AROUND}", re.DOTALL)


def identify(title: str, councils: Iterable[Council], day: date | None = None) -> Council | None:
    """The council that a title names, the longest name first: `North Somerset` is not `Somerset`.

    Names are compared in bare letters, since programs join and split words; all other letters of the title must be
    words such as `London Borough of`. `day` is a day of the inspection: a council that did not exist then gives way to
    the one of the same name that did. None if no name, or those of two councils, fit.
    """
    known = list(councils)
    words = _bare(title)
    fitting = [(name, council) for council in known for name in _names(council) if _is_named(words, name)]
    longest = max((len(name) for name, _ in fitting), default=0)
    best = {council.slug: council for name, council in fitting if len(name) == longest}
    if day:
        best = {there.slug: there for council in best.values() if (there := _existing(council, known, day))}
    return next(iter(best.values())) if len(best) == 1 else None


def without_words_around(title: str) -> str:
    """The bare letters of a title without the words around a council's name, such as `London Borough of`."""
    found = _AROUND_NAME.fullmatch(_bare(title))
    return found[1] if found else ""


def _is_named(words: str, name: str) -> bool:
    """Whether bare letters are a name, and words that may surround it."""
    return name in words and re.fullmatch(f"{_AROUND}{name}{_AROUND}", words) is not None


def _bare(text: str) -> str:
    return letters(text.replace("&", " and "))


def _names(council: Council) -> set[str]:
    names = {council.name, council.official_name, council.slug, *council.aliases}
    return {bare for name in names if len(bare := _bare(name)) >= _SHORTEST}


def _existing(council: Council, known: Iterable[Council], day: date) -> Council | None:
    """The council itself, or the one with its name on that day."""
    if council.existed_on(day):
        return council
    kin = {*council.predecessors, *council.successors}
    name = _bare(council.name)
    others = [o for o in known if o.slug in kin and (_bare(o.name).startswith(name) or name.startswith(_bare(o.name)))]
    return next((other for other in others if other.existed_on(day)), None)
