"""Themes: how often asked to improve, as shares of reports and of asks; how often praised or a concern, as counts.

Lists of improvements are complete, so shares can be taken of them. Praise and concerns are a selection by rule, smaller
where overall is inadequate: they are counted, never given as shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.model import ILACS_FORMS, THEMES, Framework, Grade, Kind
from .finding_hits import FoundBy, Hit, VisitHit
from .finding_search import FindingQuery, search_findings, search_visit_findings
from .kept_answers import kept
from .shares import FEWEST_FOR_PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from ..core.repository import Repository


class Reports(NamedTuple):
    """The reports that shares are taken of: only those whose findings are written and sorted into themes."""

    inspections: frozenset[str]
    """By key, whether or not they mention a theme."""
    asks: int
    """All that they ask to improve."""

    @classmethod
    def of(cls, hits: Iterable[Hit | VisitHit]) -> Reports:
        """Those of some findings."""
        findings = [finding for hit in hits if (finding := hit.finding).theme]
        asks = [finding.kind for finding in findings].count(Kind.IMPROVEMENT)
        return cls(frozenset([finding.inspection for finding in findings]), asks)


class ThemeCount(NamedTuple):
    """One theme in some inspections."""

    theme: str
    inspections: int
    """All inspections counted, whether or not they mention the theme."""
    asks: int
    """All that they ask to improve, on any theme."""
    findings: Mapping[Kind, int]
    """Findings of each kind: praise, improvements asked for, concerns; without those that a query leaves out."""
    asked_in: int | None
    """Inspections that ask to improve it; None where a query leaves improvements out."""

    @property
    def percent_of_reports(self) -> float | None:
        """Percent of the reports that ask to improve it; None under `FEWEST_FOR_PERCENT`, or if no ask counts.

        Lists have become shorter, so nearly every theme falls in this share; see also `percent_of_asks`.
        """
        if self.inspections < FEWEST_FOR_PERCENT or self.asked_in is None:
            return None
        return 100 * self.asked_in / self.inspections

    @property
    def percent_of_asks(self) -> float | None:
        """Percent of all asks of those reports that are on it; None under `FEWEST_FOR_PERCENT`, or without any ask."""
        if self.inspections < FEWEST_FOR_PERCENT or not self.asks or self.asked_in is None:
            return None
        return 100 * self.findings[Kind.IMPROVEMENT] / self.asks


_FORMS_OF = {
    Framework.ILACS: frozenset(ILACS_FORMS), Framework.SIF: frozenset({"SIF"}), Framework.TLAC: frozenset({"TLAC"}),
}  # fmt: skip
"""The frameworks under which councils were inspected one after the other, the newest first, with their forms."""


@kept(4)
def forms_by_default(repository: Repository, until: date) -> frozenset[str]:
    """The forms of inspections that are counted where none are chosen: those of the framework in force on a day.

    That is the newest under which a report had come out. A report asks for 20.2 things under the SIF and for 5.9, later
    4.3, under the ILACS: they are not pooled by default.
    """
    held = repository.inspections.values()
    for framework, forms in _FORMS_OF.items():
        if any(i.framework is framework and i.published <= until for i in held):
            return forms
    return frozenset()


def count_themes(repository: Repository, query: FindingQuery, order: Kind = Kind.IMPROVEMENT) -> tuple[ThemeCount, ...]:
    """Every theme in the findings asked for; first those that most inspections ask to improve.

    In another order, those with the most findings of that kind.
    """
    hits = hits_counted(repository, query)
    whole = _of_whole_reports(query)
    reports = Reports.of(hits if query == whole else hits_counted(repository, whole))
    by_theme: dict[str, list[Hit | VisitHit]] = {theme: [] for theme in ("", *THEMES)}
    add = {theme: held.append for theme, held in by_theme.items()}
    for hit in hits:
        add[hit.finding.theme](hit)
    counts = [_count(theme, by_theme[theme], reports, query.kinds) for theme in THEMES]
    held = [count for count in counts if any(count.findings.values())]

    def place(count: ThemeCount) -> tuple[int, ...]:
        asked_in = count.asked_in or 0 if order is Kind.IMPROVEMENT else 0
        return -asked_in, -count.findings.get(order, 0), THEMES.index(count.theme)

    return tuple(sorted(held, key=place))


BY_VISITS = frozenset({FoundBy.VISIT})
"""A query with it counts only visits' letters: inspections and visits are never counted together."""


def hits_counted(repository: Repository, query: FindingQuery) -> tuple[Hit, ...] | tuple[VisitHit, ...]:
    """The findings of the inspections that a query asks for; of visits if it asks only for them."""
    if query.found_by == BY_VISITS:
        return search_visit_findings(repository, query)
    return search_findings(repository, query)


def _of_whole_reports(query: FindingQuery) -> FindingQuery:
    """A query for everything in the reports that another query searches: the shares are shares of these reports."""
    return query._replace(phrase="", kinds=frozenset(), themes=frozenset(), judgements=frozenset())


def _count(theme: str, hits: Sequence[Hit | VisitHit], reports: Reports, asked: frozenset[Kind]) -> ThemeCount:
    """A theme's count; what is not asked for is unknown, not nought."""
    kinds = [
        hit.finding.kind for hit in hits
    ]  # counted as a list: looking up each in a Counter takes ten times as long
    asked_in = {hit.finding.inspection for hit, kind in zip(hits, kinds, strict=True) if kind is Kind.IMPROVEMENT}
    counts = {kind: kinds.count(kind) for kind in Kind if not asked or kind in asked}
    number = len(asked_in) if Kind.IMPROVEMENT in counts else None
    return ThemeCount(theme, len(reports.inspections), reports.asks, counts, number)


PartValue = int | str | Grade | None


class ThemePart(NamedTuple):
    """A theme in one part of the inspections: a year, a region, a framework, a grade."""

    value: PartValue
    """None: those without an overall grade."""
    counted: ThemeCount
    across_frameworks: bool = False
    """Whether its inspections were made under more than one framework: not to be set beside others."""

    @property
    def part(self) -> str:
        """The part in words."""
        if self.value is None:
            return "No overall grade"
        return self.value.word if isinstance(self.value, Grade) else str(self.value)


class Breakdown(NamedTuple):
    """How a theme is broken down: the part that a finding belongs to, and the field of a query that asks for a part."""

    part_of: Callable[[Any], PartValue]
    field: str


BREAKDOWNS = {
    "year": Breakdown(lambda hit: hit.day.year, "years"),
    "region": Breakdown(lambda hit: hit.council.region, "regions"),
    "framework": Breakdown(lambda hit: hit.inspection.form, "forms"),
    "grade": Breakdown(lambda hit: hit.overall, "grades"),
}
"""What themes can be broken down by."""
BREAKDOWNS_OF_VISITS = ("year", "region")
"""The same for visits, which have no framework and no grade."""


def theme_by(repository: Repository, theme: str, by: str, query: FindingQuery) -> tuple[ThemePart, ...]:
    """One theme, by year, region, framework or overall grade. Raises KeyError for another part."""
    part_of = BREAKDOWNS[by].part_of
    hits = [hit for hit in hits_counted(repository, query) if hit.finding.theme == theme]
    parts: dict[PartValue, list[Hit | VisitHit]] = {}
    for hit in hits_counted(repository, _of_whole_reports(query)):
        if not hit.finding.is_verbatim:
            parts.setdefault(part_of(hit), []).append(hit)
    reports = {value: Reports.of(held) for value, held in parts.items()}
    of_visits = query.found_by == BY_VISITS
    return tuple(
        ThemePart(
            value,
            _count(theme, [hit for hit in hits if part_of(hit) == value], reports[value], query.kinds),
            not of_visits and len({repository.inspections[key].framework for key in reports[value].inspections}) > 1,
        )
        for value in sorted(parts, key=_place)
    )


def _place(value: PartValue) -> tuple[int, str]:
    """Grades in their own order, those without one last; years and names by themselves."""
    if value is None:
        return len(Grade), ""
    return (list(Grade).index(value), "") if isinstance(value, Grade) else (0, str(value))


def findings_of(query: FindingQuery, theme: str, kind: Kind, by: str = "", value: PartValue = None) -> FindingQuery:
    """The query for exactly the findings that are counted for a theme, or for a part of it, of one kind."""
    asked = query._replace(themes=frozenset({theme}), kinds=frozenset({kind}))
    part: dict[str, Any] = {BREAKDOWNS[by].field: frozenset({value})} if by else {}
    return asked._replace(**part)


def has_findings(repository: Repository, until: date) -> bool:
    """Whether an inspection published by a day has findings."""
    number_of = repository.findings.number_by_paper
    return any(repository.inspections[key].published <= until for key, number in number_of.items() if number)
