"""Repeated asks by theme: on which themes councils are asked again for what they had been asked for before.

Only reports are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Kind
from .repeats import earlier_asks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.model import Finding, Inspection
    from ..core.repository import Repository


class ThemeRepeats(NamedTuple):
    """How often the asks on one theme were repeated, in all councils."""

    theme: str
    asks: int
    """Asks on the theme that could be repeats: those in every report except the first that we hold of its council."""
    repeated: int
    """Those that an earlier report of the council had made."""
    councils: int
    """Councils that had one repeated."""
    came_back: int
    """Those that were not in the report just before: they had gone, and came back."""


def repeats_by_theme(repository: Repository) -> tuple[ThemeRepeats, ...]:
    """Each theme on which something was asked again, the most often repeated first."""
    asks: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    came_back: Counter[str] = Counter()
    councils: defaultdict[str, set[str]] = defaultdict(set)
    again = set(repository.repeats)
    for before, ask in _later_asks(repository):
        asks[ask.theme] += 1
        if ask.key in again and (earlier := earlier_asks(repository, ask)):
            repeated[ask.theme] += 1
            councils[ask.theme].add(before.council)
            came_back[ask.theme] += earlier[0].key != before.key
    return tuple(
        ThemeRepeats(theme, asks[theme], number, len(councils[theme]), came_back[theme])
        for theme, number in repeated.most_common()
    )


def _later_asks(repository: Repository) -> Iterator[tuple[Inspection, Finding]]:
    """Every improvement in every report except a council's first, with the previous report that asked for anything."""
    repository.findings.read()
    for slug in repository.councils:
        before: Inspection | None = None
        for inspection in repository.inspections_of(slug):
            asks = [f for f in repository.findings_of(inspection) if f.kind is Kind.IMPROVEMENT and not f.is_verbatim]
            if before:
                yield from ((before, ask) for ask in asks)
            before = inspection if asks else before
