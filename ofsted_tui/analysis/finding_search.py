"""Search in what was said: the findings of inspections and of visits that match a phrase and filters."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from functools import cache, cached_property, lru_cache
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from ..core.model import THEMES, Grade, Judgement, Kind, theme_title
from ..core.rows_by_key import made_together
from ..core.search import fold
from .search_phrase import searchable, searchable_all, terms
from .visits import VisitQuery, find_visits

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from datetime import date

    from ..core.findings import Findings
    from ..core.model import Council, Finding, Framework, Inspection
    from ..core.repository import Repository
    from ..core.visits import Visit
    from .search_phrase import SearchTerm


class FoundBy(Enum):
    """What a finding is from: an inspection, or a visit between inspections."""

    INSPECTION = "inspection"
    VISIT = "visit"


class FindingQuery(NamedTuple):
    """Which findings are asked for: every part narrows the search, and an empty part does not."""

    phrase: str = ""
    """Words that a finding must all have, in its text or else its theme, in any order: see `search_phrase.terms`."""
    kinds: frozenset[Kind] = frozenset()
    themes: frozenset[str] = frozenset()
    judgements: frozenset[Judgement] = frozenset()
    grades: frozenset[Grade | None] = frozenset()
    """The overall grade of that inspection; None: it has no overall grade at all."""
    regions: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()
    neighbours_of: str = ""
    """The council whose statistical neighbours `councils` are, to be named in captions; it narrows nothing itself."""
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
    found_by: frozenset[FoundBy] = frozenset()

    @property
    def is_about_inspections(self) -> bool:
        """Whether it asks for a grade, a framework or one of its forms, which no visit has."""
        return bool(self.grades or self.frameworks or self.forms)

    @property
    def narrows_inspections(self) -> bool:
        """Whether it asks for some inspections only."""
        narrowed = self.councils or self.regions or self.years or self.since or self.until
        return bool(narrowed or self.is_about_inspections)


class Hit(NamedTuple):
    """A finding that matches a query."""

    finding: Finding
    inspection: Inspection
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase stands in the theme alone, not in the text."""

    @property
    def found_by(self) -> FoundBy:
        """An inspection."""
        return FoundBy.INSPECTION

    @property
    def overall(self) -> Grade | None:
        """The overall grade then held."""
        return self.inspection.grades.get(Judgement.OVERALL)

    @property
    def day(self) -> date:
        """The day of publication of what it stands in."""
        return self.inspection.published


class VisitHit(NamedTuple):
    """A finding of a visit's letter that matches a query."""

    finding: Finding
    visit: Visit
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase stands in the theme alone, not in the text."""

    @property
    def found_by(self) -> FoundBy:
        """A visit."""
        return FoundBy.VISIT

    @property
    def day(self) -> date:
        """The day of publication of the letter that it stands in."""
        return self.visit.day


AnyHit = TypeVar("AnyHit", bound=Hit | VisitHit)


def search_findings(repository: Repository, query: FindingQuery) -> tuple[Hit, ...]:
    """The findings of inspections that match, newest report first, in the order of the report.

    Those that have a word of the phrase in their theme alone come after all others. Findings of visits come from
    `search_visit_findings`, so that nothing that counts inspections can count one.
    """
    if query.topics or (query.found_by and FoundBy.INSPECTION not in query.found_by):
        return ()
    return _matching(_said_in_reports(repository), query, inspections_asked(repository, query))


def inspections_asked(repository: Repository, query: FindingQuery) -> set[str] | None:
    """The keys of the inspections whose findings a query asks for; None: all."""
    if not query.narrows_inspections:
        return None
    held = repository.inspections.values()
    return {i.key for i in held if _fits(i, repository.councils[i.council], query)}


def search_visit_findings(repository: Repository, query: FindingQuery) -> tuple[VisitHit, ...]:
    """The findings of visits' letters that match, in the same order; none where the query is about inspections."""
    if query.is_about_inspections or (query.found_by and FoundBy.VISIT not in query.found_by):
        return ()
    return _matching(_said_in_letters(repository), query, visits_asked(repository, query))


def visits_asked(repository: Repository, query: FindingQuery) -> set[str]:
    """The keys of the visits that a query asks for, whatever it says of grades and frameworks, which no visit has."""
    asked = VisitQuery(councils=query.councils, regions=query.regions, topics=query.topics, since=query.since,
                       until=query.until)  # fmt: skip
    visits = find_visits(repository, asked)
    return {visit.key for visit in visits if not query.years or visit.day.year in query.years}


ORDERS: dict[str, Callable[[Hit | VisitHit], tuple[Any, ...]]] = {
    "newest": lambda hit: (-hit.day.toordinal(),),
    "oldest": lambda hit: (hit.day.toordinal(),),
    "council": lambda hit: (fold(hit.council.name), -hit.day.toordinal()),
    "theme": lambda hit: (hit.finding.theme == "", THEMES.index(hit.finding.theme) if hit.finding.theme else 0),
}
"""How findings can be sorted; among equals the newest report comes first, then the report's own order."""


def search_all(repository: Repository, query: FindingQuery, order: str = "newest") -> tuple[Hit | VisitHit, ...]:
    """The findings of inspections and of visits that match, in one of `ORDERS`, those by theme alone last."""
    if order == "newest" and not (query.narrows_inspections or query.topics or query.found_by):
        return _matching(_said_in_both(repository), query, None)
    hits, letters = search_findings(repository, query), search_visit_findings(repository, query)
    if order == "newest" and not letters:
        return hits
    every: list[Hit | VisitHit] = [*hits, *letters]
    every.sort(key=lambda hit: hit.day, reverse=True)
    every.sort(key=lambda hit: hit.by_theme)
    if order != "newest":
        every.sort(key=lambda hit: (hit.by_theme, *ORDERS[order](hit)))
    return tuple(every)


def _matching(index: FindingIndex[AnyHit], query: FindingQuery, fitting: Container[str] | None) -> tuple[AnyHit, ...]:
    """The findings that match a query: first those whose text has the words, then those whose theme has some of them.

    `fitting`: the keys of the inspections or visits that fit the query; None where all do.
    """
    hits, wanted, filters = index.hits, terms(query.phrase), query._replace(phrase="")
    narrows = fitting is not None or query.kinds or query.themes or query.judgements
    if not wanted:  # so that no text need be folded
        return tuple(map(hits.__getitem__, _narrowed(index, query, fitting))) if narrows else hits
    before = index.found
    if before and before.filters == filters and before.narrows_to(wanted):
        said, by_theme = before.said, before.by_theme
    else:
        said, by_theme = _narrowed(index, query, fitting) if narrows else range(len(hits)), []
    for term in wanted:  # one after the other: the first leaves few to the second
        said, by_theme = _with_term(index, term, said, by_theme)
    index.found = _Found(filters, wanted, said, by_theme)
    themed = [cast("AnyHit", hits[n]._replace(by_theme=True)) for n in by_theme]
    return (*map(hits.__getitem__, said), *themed)


def _with_term(
    index: FindingIndex[AnyHit], term: SearchTerm, said: Sequence[int], by_theme: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """The places of those that also have a term in the text, and of those of which theme or text has it."""
    texts, theme_of, themes = index.texts, index.themes, themes_named(term)
    first, *others = term.runs
    if others:
        left = [n for n in said if term.stands_in(texts[n])]
    else:
        left = [n for n, text in zip(said, map(texts.__getitem__, said), strict=True) if first in text]
    still = [n for n in by_theme if theme_of[n] in themes or term.stands_in(texts[n])]
    if themes and len(left) < len(said):
        in_text = frozenset(left)
        still = sorted([*still, *(n for n in said if theme_of[n] in themes and n not in in_text)])
    return left, still


def _narrowed(index: FindingIndex[AnyHit], query: FindingQuery, fitting: Container[str] | None) -> Sequence[int]:
    """The places of the findings that fit a query's filters; those that are off cost nothing."""
    hits = index.hits
    left: Sequence[int] = range(len(hits))
    if fitting is not None:
        left = [n for key, first, behind in index.papers if key in fitting for n in range(first, behind)]
    if query.kinds:
        left = [n for n in left if hits[n].finding.kind in query.kinds]
    if query.themes:
        left = [n for n in left if hits[n].finding.theme in query.themes]
    if query.judgements:
        left = [n for n in left if hits[n].finding.judgement in query.judgements]
    return left


def number_of_papers(hits: Iterable[Hit | VisitHit]) -> int:
    """How many reports and letters findings stand in."""
    return len(set(map(attrgetter("finding.inspection"), hits)))


def number_by_theme(hits: Sequence[Hit | VisitHit]) -> int:
    """How many of the findings that a search gives answer it by theme alone: they come last."""
    return sum([hit.by_theme for hit in hits]) if hits and hits[-1].by_theme else 0


FACETS: dict[str, Callable[[Hit | VisitHit], Iterable[object]]] = {
    "kinds": lambda hit: (hit.finding.kind,),
    "found_by": lambda hit: (hit.found_by,),
    "topics": lambda hit: hit.visit.topics if isinstance(hit, VisitHit) else (),
    "grades": lambda hit: (hit.overall,) if isinstance(hit, Hit) else (),
    "forms": lambda hit: (hit.inspection.form,) if isinstance(hit, Hit) else (),
    "judgements": lambda hit: (hit.finding.judgement,),
    "regions": lambda hit: (hit.council.region,),
    "years": lambda hit: (hit.day.year,),
    "themes": lambda hit: (hit.finding.theme,),
    "councils": lambda hit: (hit.council.slug,),
}
"""The parts of a query in which values can be ticked, each with the values of a finding."""


def facets(repository: Repository, query: FindingQuery, *, inspections: bool = False) -> dict[str, Counter[object]]:
    """How many of the findings that have the words each choice would leave, by part and value, whatever is ticked.

    Visits are included. `inspections`: counts the inspections with such findings instead, or the visits where the
    query asks for visits alone.
    """
    unticked: dict[str, Any] = dict.fromkeys(FACETS, frozenset())
    asked = query._replace(**unticked)
    if inspections:
        by = query.found_by or frozenset({FoundBy.INSPECTION})
        hits = search_all(repository, asked._replace(found_by=by))
        pairs = {
            name: {(value, hit.finding.inspection) for hit in hits for value in values_of(hit)}
            for name, values_of in FACETS.items()
        }
        return {name: Counter(value for value, _ in held) for name, held in pairs.items()}
    every = search_all(repository, asked)
    return {name: Counter(value for hit in every for value in values_of(hit)) for name, values_of in FACETS.items()}


class _Found(NamedTuple):
    """The last answer to words: as one types on, each further letter is looked for in it alone."""

    filters: FindingQuery
    wanted: tuple[SearchTerm, ...]
    said: Sequence[int]
    """The places of those that say the words."""
    by_theme: Sequence[int]
    """The places of those that have a word in the theme alone."""

    def narrows_to(self, wanted: tuple[SearchTerm, ...]) -> bool:
        """Whether whatever answers other words is in this answer: each word is the same or goes on, and more follow."""
        if len(wanted) < len(self.wanted):
            return False
        pairs = zip(self.wanted, wanted, strict=False)
        return all(
            old == new or (len(old.runs) == len(new.runs) == 1 and new.runs[0].startswith(old.runs[0]))
            for old, new in pairs
        )


class FindingIndex(Generic[AnyHit]):
    """Every finding of inspections, of visits, or of both, newest first."""

    def __init__(
        self,
        hits: Sequence[AnyHit],
        days: Sequence[date],
        fold: Callable[[], list[str]],
        papers: Sequence[tuple[str, int, int]] = (),
    ) -> None:
        self.hits: tuple[AnyHit, ...] = tuple(hits)
        self.days = days
        """The day of each."""
        self._fold = fold
        self.papers = papers
        """Each report or letter, with the places of its first finding and behind its last; empty where both stand."""
        self.found: _Found | None = None

    @cached_property
    def texts(self) -> list[str]:
        """What each says, folded once: letters are typed faster than thousands of texts are folded."""
        return self._fold()

    @cached_property
    def themes(self) -> list[str]:
        """The theme of each."""
        return [hit.finding.theme for hit in self.hits]


@lru_cache(maxsize=2)
def _said_in_reports(repository: Repository) -> FindingIndex[Hit]:
    """Every finding of an inspection, newest report first."""
    newest_first = sorted(repository.inspections.values(), key=lambda i: (i.published, i.key), reverse=True)
    papers = ((i, i.council, i.published) for i in newest_first)
    return _index_of(Hit, papers, repository.findings, repository)


@lru_cache(maxsize=2)
def _said_in_letters(repository: Repository) -> FindingIndex[VisitHit]:
    """Every finding of a visit, newest letter first."""
    newest_first = sorted(repository.visits.values(), key=lambda visit: (visit.day, visit.key), reverse=True)
    papers = ((visit, visit.council, visit.day) for visit in newest_first)
    return _index_of(VisitHit, papers, repository.all_visits.findings, repository)


def _index_of(
    kind: type[AnyHit], papers: Iterable[tuple[Inspection | Visit, str, date]], said: Findings, repository: Repository
) -> FindingIndex[AnyHit]:
    """What some reports or letters say, in their order; `papers`: each with its council's slug and its day."""
    hits: list[AnyHit] = []
    days: list[date] = []
    places: list[tuple[str, int, int]] = []
    by_paper = said.by_paper
    for paper, council, day in papers:
        if findings := by_paper.get(paper.key):
            of_paper = repeat(paper), repeat(repository.councils[council]), repeat(object=False)
            hits += made_together(kind, findings, *of_paper)
            days += [day] * len(findings)
            places.append((paper.key, len(hits) - len(findings), len(hits)))
    return FindingIndex(hits, days, lambda: searchable_all([hit.finding.text for hit in hits]), places)


@lru_cache(maxsize=2)
def _said_in_both(repository: Repository) -> FindingIndex[Hit | VisitHit]:
    """Every finding of both, newest first: sorted once, so that a letter need not sort what it finds."""
    inspections, letters = _said_in_reports(repository), _said_in_letters(repository)
    hits: list[Hit | VisitHit] = [*inspections.hits, *letters.hits]
    days = [*inspections.days, *letters.days]
    order = sorted(range(len(hits)), key=days.__getitem__, reverse=True)

    def texts() -> list[str]:
        both = [*inspections.texts, *letters.texts]
        return [both[n] for n in order]

    return FindingIndex([hits[n] for n in order], [days[n] for n in order], texts)


def fold_ahead(repository: Repository) -> None:
    """Fold all texts, so that the first search with words need not: it would take longer than a letter."""
    _ = _said_in_both(repository).texts


def themes_named(term: SearchTerm) -> set[str]:
    """The themes whose key or title has a term."""
    return {theme for theme in ("", *THEMES) if term.stands_in(_theme(theme))}


@cache
def _theme(theme: str) -> str:
    return f"{searchable(theme)}\n{searchable(theme_title(theme))}"


def _fits(inspection: Inspection, council: Council, query: FindingQuery) -> bool:
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
