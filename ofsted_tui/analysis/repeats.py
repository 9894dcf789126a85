"""Repeated asks: improvements of a report that an earlier report of the same council had already asked for.

Which ask repeats which was found by reading each council’s reports (`data/repeats.csv`), not by a likeness of words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.model import Finding, Inspection
    from ..core.repository import Repository


class EarlierAsk(NamedTuple):
    """An ask of an earlier report."""

    finding: Finding
    inspection: Inspection
    report_says_so: bool
    """Whether the later report says itself that this had been asked before; else a reader of both found it."""


class RepeatedAsk(NamedTuple):
    """An ask with the earlier ones that it repeats."""

    finding: Finding
    earlier: tuple[EarlierAsk, ...]
    """The nearest first; each was repeated by the one before it."""


class ThemeRepeats(NamedTuple):
    """How often the asks on one theme were made again, in all councils."""

    theme: str
    asks: int
    """Asks on the theme that could be repeats: those of every report but the first that is held of its council."""
    repeated: int
    """Those that an earlier report of the council had made."""
    councils: int
    """Councils to which one was made again."""
    came_back: int
    """Those that the report just before had not made: they had gone, and came back."""


def earlier_asks(repository: Repository, finding: Finding) -> tuple[EarlierAsk, ...]:
    """The asks that one repeats, the nearest first; empty where it repeats none."""
    found: list[EarlierAsk] = []
    key = finding.key
    while repeat := repository.repeats.get(key):
        earlier = repository.finding(repeat.earlier)
        if earlier is None:  # a table of the user's own may leave out what it points to
            break
        inspection = repository.inspections[earlier.inspection]
        found.append(EarlierAsk(earlier, inspection, repeat.report_says_so))
        key = earlier.key
    return tuple(found)


def repeated_asks(repository: Repository, inspection: Inspection) -> tuple[RepeatedAsk, ...]:
    """The improvements of an inspection that an earlier report of the council had asked for, in the report's order."""
    asks = (finding for finding in repository.findings_of(inspection) if finding.kind is Kind.IMPROVEMENT)
    return tuple(RepeatedAsk(ask, earlier) for ask in asks if (earlier := earlier_asks(repository, ask)))


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
            councils[ask.theme].add(earlier[0].inspection.council)
            came_back[ask.theme] += earlier[0].inspection.key != before.key
    return tuple(
        ThemeRepeats(theme, asks[theme], number, len(councils[theme]), came_back[theme])
        for theme, number in repeated.most_common()
    )


def _later_asks(repository: Repository) -> Iterator[tuple[Inspection, Finding]]:
    """Every improvement of every report but a council's first, with the report before it that asked for anything."""
    for slug in repository.councils:
        before: Inspection | None = None
        for inspection in repository.inspections_of(slug):
            asks = [f for f in repository.findings_of(inspection) if f.kind is Kind.IMPROVEMENT and not f.is_verbatim]
            if before:
                yield from ((before, ask) for ask in asks)
            before = inspection if asks else before
