"""Themes: how often each is praised and asked to improve, as counts and per inspection."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import THEMES, Kind
from .words import Hit, Question, ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..repository import Repository


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """One theme in some inspections."""

    theme: str
    praised: int
    """Findings of praise."""
    to_improve: int
    """Findings that ask for improvement."""
    concerns: int
    inspections: int
    """All inspections counted, whether they speak of the theme or not; only those with findings written."""
    asked_in: int
    """Inspections that ask to improve it."""
    praised_in: int
    """Inspections that praise it."""

    @property
    def asked_share(self) -> float:
        """Percent of the inspections that ask to improve it: reports differ in length, so counts alone mislead."""
        return 100 * self.asked_in / self.inspections if self.inspections else 0.0

    @property
    def praised_share(self) -> float:
        """Percent of the inspections that praise it."""
        return 100 * self.praised_in / self.inspections if self.inspections else 0.0


def count_themes(repository: Repository, question: Question) -> tuple[ThemeCount, ...]:
    """Every theme that occurs in the findings asked for, most often asked to improve first."""
    hits = ask(repository, question)
    inspections = len({hit.finding.inspection for hit in ask(repository, _reports(question)) if not hit.finding.quoted})
    counts = [_count(theme, [hit for hit in hits if hit.finding.theme == theme], inspections) for theme in THEMES]
    held = [count for count in counts if count.praised or count.to_improve or count.concerns]
    return tuple(sorted(held, key=lambda count: (-count.asked_in, -count.to_improve, THEMES.index(count.theme))))


def _reports(question: Question) -> Question:
    """The same reports, whatever they say: what rates are counted over."""
    return replace(question, phrase="", kinds=frozenset(), themes=frozenset(), judgements=frozenset())


def _count(theme: str, hits: list[Hit], inspections: int) -> ThemeCount:
    kinds = Counter(hit.finding.kind for hit in hits)

    def inspections_with(kind: Kind) -> int:
        return len({hit.finding.inspection for hit in hits if hit.finding.kind is kind})

    return ThemeCount(
        theme=theme,
        praised=kinds[Kind.PRAISE],
        to_improve=kinds[Kind.IMPROVEMENT],
        concerns=kinds[Kind.CONCERN],
        inspections=inspections,
        asked_in=inspections_with(Kind.IMPROVEMENT),
        praised_in=inspections_with(Kind.PRAISE),
    )


@dataclass(frozen=True, slots=True)
class ThemePart:
    """A theme in one part of the inspections: a year, a region, a framework, a grade."""

    part: str
    count: ThemeCount


PARTS: dict[str, Callable[[Hit], str]] = {
    "year": lambda hit: str(hit.inspection.published.year),
    "region": lambda hit: hit.council.region,
    "framework": lambda hit: hit.inspection.form,
    "grade": lambda hit: hit.overall.word if hit.overall else "None",
}
"""By what themes can be parted."""


def theme_by(repository: Repository, theme: str, by: str, question: Question) -> tuple[ThemePart, ...]:
    """One theme, by year, region, framework or overall grade. Raises KeyError for another part."""
    part_of = PARTS[by]
    hits = ask(repository, question)
    inspections: dict[str, set[str]] = {}
    for hit in ask(repository, _reports(question)):
        if hit.finding.quoted:
            continue
        inspections.setdefault(part_of(hit), set()).add(hit.finding.inspection)
    return tuple(
        ThemePart(
            part,
            _count(theme, [h for h in hits if h.finding.theme == theme and part_of(h) == part], len(inspections[part])),
        )
        for part in sorted(inspections)
    )


def written(repository: Repository, until: date) -> int:
    """How many inspections published by a day have findings."""
    return len({f.inspection for f in repository.findings if repository.inspections[f.inspection].published <= until})
