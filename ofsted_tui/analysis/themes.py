"""Themes: how often each is asked to improve, praised, or a concern, as counts and per inspection."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.model import THEMES, Grade, Kind
from .finding_search import FindingQuery, Hit, search_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ..core.repository import Repository


class ThemeCount(NamedTuple):
    """One theme in some inspections."""

    theme: str
    inspections: int
    """All inspections counted, whether they speak of the theme or not; only those with findings written."""
    findings: Mapping[Kind, int]
    """Findings of each kind: praise, improvements asked for, concerns."""
    found_in: Mapping[Kind, int]
    """Inspections that have such findings."""

    def share(self, kind: Kind) -> float:
        """Percent of the inspections that have such findings: reports differ in length, so counts alone mislead."""
        return 100 * self.found_in[kind] / self.inspections if self.inspections else 0.0


def count_themes(repository: Repository, query: FindingQuery, order: Kind = Kind.IMPROVEMENT) -> tuple[ThemeCount, ...]:
    """Every theme in the findings asked for; those first that most inspections ask to improve, or praise."""
    hits = search_findings(repository, query)
    inspections = len(
        {hit.finding.inspection for hit in search_findings(repository, _reports(query)) if not hit.finding.is_verbatim}
    )
    counts = [_count(theme, [hit for hit in hits if hit.finding.theme == theme], inspections) for theme in THEMES]
    held = [count for count in counts if any(count.findings.values())]
    return tuple(sorted(held, key=lambda c: (-c.found_in[order], -c.findings[order], THEMES.index(c.theme))))


def _reports(query: FindingQuery) -> FindingQuery:
    """A query for every report that another query searches, whatever it says: what rates are counted over."""
    return query._replace(phrase="", kinds=frozenset(), themes=frozenset(), judgements=frozenset())


def _count(theme: str, hits: list[Hit], inspections: int) -> ThemeCount:
    findings = Counter(hit.finding.kind for hit in hits)
    found_in = Counter(kind for kind, _ in {(hit.finding.kind, hit.finding.inspection) for hit in hits})
    return ThemeCount(theme, inspections, {k: findings[k] for k in Kind}, {k: found_in[k] for k in Kind})


PartValue = int | str | Grade | None


class ThemePart(NamedTuple):
    """A theme in one part of the inspections: a year, a region, a framework, a grade."""

    value: PartValue
    """None: those without an overall grade."""
    counted: ThemeCount

    @property
    def part(self) -> str:
        """The part in words."""
        if self.value is None:
            return "No overall grade"
        return self.value.word if isinstance(self.value, Grade) else str(self.value)


class Way(NamedTuple):
    """How a theme is parted: the part in which a finding lies, and what of a question asks for that part."""

    part_of: Callable[[Hit], PartValue]
    asks: str


PARTS = {
    "year": Way(lambda hit: hit.inspection.published.year, "years"),
    "region": Way(lambda hit: hit.council.region, "regions"),
    "framework": Way(lambda hit: hit.inspection.form, "forms"),
    "grade": Way(lambda hit: hit.overall, "grades"),
}
"""By what themes can be parted."""


def theme_by(repository: Repository, theme: str, by: str, query: FindingQuery) -> tuple[ThemePart, ...]:
    """One theme, by year, region, framework or overall grade. Raises KeyError for another part."""
    part_of = PARTS[by].part_of
    hits = [hit for hit in search_findings(repository, query) if hit.finding.theme == theme]
    inspections: dict[PartValue, set[str]] = {}
    for hit in search_findings(repository, _reports(query)):
        if not hit.finding.is_verbatim:
            inspections.setdefault(part_of(hit), set()).add(hit.finding.inspection)
    return tuple(
        ThemePart(value, _count(theme, [hit for hit in hits if part_of(hit) == value], len(inspections[value])))
        for value in sorted(inspections, key=_place)
    )


def _place(value: PartValue) -> tuple[int, str]:
    """Grades in their own order, those without one last; years and names by themselves."""
    if value is None:
        return len(Grade), ""
    return (list(Grade).index(value), "") if isinstance(value, Grade) else (0, str(value))


def findings_of(query: FindingQuery, theme: str, kind: Kind, by: str = "", value: PartValue = None) -> FindingQuery:
    """The question that gives exactly the findings which a theme, or a part of it, counts of a kind."""
    asked = query._replace(themes=frozenset({theme}), kinds=frozenset({kind}))
    part: dict[str, Any] = {PARTS[by].asks: frozenset({value})} if by else {}
    return asked._replace(**part)


def written(repository: Repository, until: date) -> int:
    """How many inspections published by a day have findings."""
    return len({f.inspection for f in repository.findings if repository.inspections[f.inspection].published <= until})
