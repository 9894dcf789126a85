"""Which council a report's title means.

Titles name councils in many ways: `London Borough of Barnet`, `Bristol City of`, `Medway Children's Services`,
`Bradford Children and Families Trust`, `The Royal Borough of Windsor and Maidenhead`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..model import Council

_SHORTEST = 4
"""Letters of a name that may stand within a title; shorter ones are abbreviations."""


def identify(title: str, councils: Iterable[Council], day: date | None = None) -> Council | None:
    """The council whose name stands in a title, the longest name first: `North Somerset` is not `Somerset`.

    `day` is a day of the inspection: a council that did not exist then gives way to the one of the same name that
    did. None where no name, or the names of two councils, fit.
    """
    known = list(councils)
    names = [(name, council) for council in known for name in _names(council)]
    words = f" {fold(title)} "
    longest = max((name for name, _ in _within(words, names)), key=len, default="")
    if not longest or _within(words.replace(longest, "|", 1), names):
        return None
    best = {council.slug: council for name, council in names if name == longest}
    if day:
        best = {there.slug: there for council in best.values() if (there := _existing(council, known, day))}
    return next(iter(best.values())) if len(best) == 1 else None


def _within(words: str, names: Iterable[tuple[str, Council]]) -> list[tuple[str, Council]]:
    return [(name, council) for name, council in names if f" {name} " in words]


def _names(council: Council) -> set[str]:
    names = {council.name, council.official_name, council.slug, *council.aliases}
    return {folded for name in names if len(folded := fold(name)) >= _SHORTEST}


def _existing(council: Council, known: Iterable[Council], day: date) -> Council | None:
    """The council itself, or the one that bore its name on that day."""
    if council.existed_on(day):
        return council
    kin = {*council.predecessors, *council.successors}
    name = f" {fold(council.name)} "
    others = [other for other in known if other.slug in kin and f" {fold(other.name)} ".startswith(name)]
    return next((other for other in others if other.existed_on(day)), None)
