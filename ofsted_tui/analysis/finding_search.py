"""Search in what was said: findings in which all words of a phrase stand, with filters, and where they stand."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.model import Grade, Judgement, Kind, theme_title
from ..core.search import fold, folded_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ..core.model import Council, Finding, Framework, Inspection
    from ..core.repository import Repository


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


def search_findings(repository: Repository, query: FindingQuery) -> tuple[Hit, ...]:
    """The findings that answer, newest report first, in the order of the report.

    Those in which a word of the phrase stands in the theme alone come after all others.
    """
    words = folded_words(query.phrase)
    hits: list[Hit] = []
    by_theme: list[Hit] = []
    for told in _told(repository):
        finding, inspection, council = told.hit.finding, told.hit.inspection, told.hit.council
        if not (_fits_finding(finding, query) and _fits_inspection(inspection, council, query)):
            continue
        if all(word in told.text for word in words):
            hits.append(told.hit)
        elif all(word in told.text or word in told.theme for word in words):
            by_theme.append(told.hit._replace(by_theme=True))
    return (*hits, *by_theme)


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


class IndexedFinding(NamedTuple):
    """A finding as it is searched."""

    hit: Hit
    text: str
    theme: str
    """Text and theme, folded."""


@lru_cache(maxsize=2)
def _told(repository: Repository) -> tuple[IndexedFinding, ...]:
    """Every finding, newest report first, folded once: letters are typed faster than thousands of texts are folded."""
    hits = [
        Hit(finding, inspection, repository.councils[inspection.council])
        for finding in repository.findings
        if (inspection := repository.inspections.get(finding.inspection)) is not None
    ]
    hits.sort(key=lambda hit: (hit.inspection.published, hit.inspection.key), reverse=True)
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
