"""Search in what was said: findings in which all words of a phrase stand, with filters, and where they stand."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ..core.model import Grade, Judgement, Kind, theme_title
from ..core.search import fold, folded_words
from .visits import VisitQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from ..core.model import Council, Finding, Framework, Inspection
    from ..core.repository import Repository
    from ..core.visits import Visit


class FindingQuery(NamedTuple):
    """Which findings are asked for: every part narrows, and an empty part leaves things as they are."""

    phrase: str = ""
    """Words that must all stand in the text, or else in text and theme, in any order, also as parts of words."""
    kinds: frozenset[Kind] = frozenset()
    themes: frozenset[str] = frozenset()
    judgements: frozenset[Judgement] = frozenset()
    grades: frozenset[Grade | None] = frozenset()
    """The overall grade of that inspection; None: it has no overall grade at all."""
    regions: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()
    neighbours_of: str = ""
    """The council whose statistical neighbours `councils` are; says so in words, and narrows nothing by itself."""
    frameworks: frozenset[Framework] = frozenset()
    forms: frozenset[str] = frozenset()
    """Forms of a framework: `SIF`, `ILACS 2018`, `ILACS 2023`, `ILACS 2026`."""
    years: frozenset[int] = frozenset()
    """Years of publication."""
    since: date | None = None
    until: date | None = None
    """The first and the last day of publication."""
    topics: frozenset[str] = frozenset()
    """Topics of visits: with one, only what the letters of such visits say is asked for."""

    @property
    def is_about_inspections(self) -> bool:
        """Whether it asks for a grade, a framework or one of its forms, which no visit has."""
        return bool(self.grades or self.frameworks or self.forms)


class Hit(NamedTuple):
    """A finding that answers a question."""

    finding: Finding
    inspection: Inspection
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase stands in the theme alone, not in the text."""

    @property
    def overall(self) -> Grade | None:
        """The overall grade then held."""
        return self.inspection.grades.get(Judgement.OVERALL)

    @property
    def day(self) -> date:
        """The day of publication of what it stands in."""
        return self.inspection.published


class VisitHit(NamedTuple):
    """A finding of a visit's letter that answers a question."""

    finding: Finding
    visit: Visit
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase stands in the theme alone, not in the text."""

    @property
    def day(self) -> date:
        """The day of publication of the letter that it stands in."""
        return self.visit.day


AnyHit = TypeVar("AnyHit", Hit, VisitHit)


def search_findings(repository: Repository, query: FindingQuery) -> tuple[Hit, ...]:
    """The findings of inspections that answer, newest report first, in the order of the report.

    Those in which a word of the phrase stands in the theme alone come after all others. What visits found is asked
    for by `search_visit_findings`, so that nothing that counts inspections meets it.
    """
    if query.topics:
        return ()
    indexed = (told for told in _told(repository) if _fits_inspection(told.hit.inspection, told.hit.council, query))
    return _matching(indexed, query)


def search_visit_findings(repository: Repository, query: FindingQuery) -> tuple[VisitHit, ...]:
    """The findings of visits' letters that answer, in the same order; none where the question is about inspections."""
    if query.is_about_inspections:
        return ()
    visits = VisitQuery(councils=query.councils, regions=query.regions, topics=query.topics, since=query.since,
                        until=query.until)  # fmt: skip
    indexed = (
        told
        for told in _told_in_letters(repository)
        if visits.fits(told.hit.visit, told.hit.council) and (not query.years or told.hit.day.year in query.years)
    )
    return _matching(indexed, query)


def together(hits: Iterable[Hit], others: Iterable[VisitHit]) -> tuple[Hit | VisitHit, ...]:
    """Findings of inspections and of visits in one order: newest first, those by theme alone last."""
    return tuple(sorted((*hits, *others), key=lambda hit: (hit.by_theme, -hit.day.toordinal())))


def _matching(indexed: Iterable[IndexedFinding[AnyHit]], query: FindingQuery) -> tuple[AnyHit, ...]:
    """Those that say the words, then those that do so by their theme."""
    words = folded_words(query.phrase)
    hits: list[AnyHit] = []
    by_theme: list[AnyHit] = []
    for told in indexed:
        if not _fits_finding(told.hit.finding, query):
            continue
        if all(word in told.text for word in words):
            hits.append(told.hit)
        elif all(word in told.text or word in told.theme for word in words):
            by_theme.append(told.hit._replace(by_theme=True))
    return tuple(hits + by_theme)


FACETS: dict[str, Callable[[Hit], object]] = {
    "kinds": lambda hit: hit.finding.kind,
    "grades": lambda hit: hit.overall,
    "forms": lambda hit: hit.inspection.form,
    "judgements": lambda hit: hit.finding.judgement,
    "regions": lambda hit: hit.council.region,
    "years": lambda hit: hit.inspection.published.year,
    "themes": lambda hit: hit.finding.theme,
}
"""The parts of a question of which some can be ticked, and what a finding is under each."""


def facets(repository: Repository, query: FindingQuery, *, inspections: bool = False) -> dict[str, Counter[object]]:
    """How many findings (or inspections) stand behind every choice, whatever is ticked: of those the words find."""
    unticked: dict[str, Any] = dict.fromkeys(FACETS, frozenset())
    hits = search_findings(repository, query._replace(**unticked))
    if inspections:
        return {name: Counter(v for v, _ in {(of(h), h.inspection.key) for h in hits}) for name, of in FACETS.items()}
    return {name: Counter(map(of, hits)) for name, of in FACETS.items()}


class IndexedFinding(NamedTuple, Generic[AnyHit]):
    """A finding as it is searched."""

    hit: AnyHit
    text: str
    theme: str
    """Text and theme, folded."""


@lru_cache(maxsize=2)
def _told(repository: Repository) -> tuple[IndexedFinding[Hit], ...]:
    """Every finding, newest report first, folded once: letters are typed faster than thousands of texts are folded."""
    hits = [
        Hit(finding, inspection, repository.councils[inspection.council])
        for finding in repository.findings
        if (inspection := repository.inspections.get(finding.inspection)) is not None
    ]
    hits.sort(key=lambda hit: (hit.inspection.published, hit.inspection.key), reverse=True)
    return _indexed(hits)


@lru_cache(maxsize=2)
def _told_in_letters(repository: Repository) -> tuple[IndexedFinding[VisitHit], ...]:
    """Every finding of a visit, newest letter first, folded once."""
    hits = [
        VisitHit(finding, visit, repository.councils[visit.council])
        for finding in repository.all_visits.findings
        if (visit := repository.visits.get(finding.inspection)) is not None
    ]
    hits.sort(key=lambda hit: (hit.day, hit.visit.key), reverse=True)
    return _indexed(hits)


def _indexed(hits: Iterable[AnyHit]) -> tuple[IndexedFinding[AnyHit], ...]:
    return tuple(IndexedFinding(hit, fold(hit.finding.text), _folded_theme(hit.finding.theme)) for hit in hits)


@cache
def _folded_theme(theme: str) -> str:
    return f"{fold(theme)}\n{fold(theme_title(theme))}"


def _fits_finding(finding: Finding, query: FindingQuery) -> bool:
    return (
        (not query.kinds or finding.kind in query.kinds)
        and (not query.themes or finding.theme in query.themes)
        and (not query.judgements or finding.judgement in query.judgements)
    )


def _fits_inspection(inspection: Inspection, council: Council, query: FindingQuery) -> bool:
    return (
        (not query.councils or council.slug in query.councils)
        and (not query.regions or council.region in query.regions)
        and (not (query.frameworks or query.forms) or _is_of(inspection, query))
        and (not query.years or inspection.published.year in query.years)
        and (not query.grades or inspection.grades.get(Judgement.OVERALL) in query.grades)
        and (query.since is None or inspection.published >= query.since)
        and (query.until is None or inspection.published <= query.until)
    )


def _is_of(inspection: Inspection, query: FindingQuery) -> bool:
    return inspection.framework in query.frameworks or inspection.form in query.forms


def highlight(text: str, phrase: str) -> tuple[tuple[str, bool], ...]:
    """A text in parts, those in which a word of the phrase stands marked True. Joined they are the text again."""
    words = folded_words(phrase)
    hit = [False] * len(text)
    folded, origin = _folded_with_origin(text)
    for word in words:
        at = folded.find(word)
        while at >= 0:
            for place in range(at, at + len(word)):
                hit[origin[place]] = True
            at = folded.find(word, at + 1)
    for place in range(1, len(text) - 1):  # an apostrophe inside a marked word belongs to it
        hit[place] = hit[place] or (
            not text[place].isalnum() and place not in origin and hit[place - 1] and hit[place + 1]
        )
    parts: list[tuple[str, bool]] = []
    for char, is_hit in zip(text, hit, strict=True):
        if parts and parts[-1][1] is is_hit:
            parts[-1] = (parts[-1][0] + char, is_hit)
        else:
            parts.append((char, is_hit))
    return tuple(parts)


def _folded_with_origin(text: str) -> tuple[str, Sequence[int]]:
    """The folded text letter by letter, with the place in the text from which each letter comes."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text.lower(), range(len(text))  # its words stand where they stood
    folded, origin = "", []
    for place, char in enumerate(text):
        letters = fold(char) if char.isalnum() else "" if char in "'’‘ʼ`´" else " "
        if letters == " " and folded.endswith(" "):
            continue
        folded += letters
        origin += [place] * len(letters)
    return folded, origin
