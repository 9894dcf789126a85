"""Search in what was said: the findings of inspections and of visits that match a phrase and filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, overload

from ..core.model import THEMES, Grade, Judgement, Kind
from ..core.search import fold
from .finding_hits import AnyHit, FoundBy, Hit, VisitHit
from .finding_index import Matches, said_in_both, said_in_letters, said_in_reports
from .search_phrase import terms, themes_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from ..core.model import Council, Framework, Inspection
    from ..core.repository import Repository
    from .finding_index import FindingIndex, Paper
    from .search_phrase import SearchTerm


T = TypeVar("T")


class FindingQuery(NamedTuple):
    """Which findings are asked for: every part narrows the search, and an empty part does not."""

    phrase: str = ""
    """Words that a finding must all have, in its text or its theme, in any order: see `search_phrase.terms`."""
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
    """Topics of visits: with one, only findings in the letters of such visits are asked for."""
    found_by: frozenset[FoundBy] = frozenset()

    @property
    def is_about_inspections(self) -> bool:
        """Whether it asks for a grade, a framework or one of its forms, which visits do not have."""
        return bool(self.grades or self.frameworks or self.forms)

    @property
    def narrows_inspections(self) -> bool:
        """Whether it asks for some inspections only."""
        narrowed = self.councils or self.regions or self.years or self.since or self.until
        return bool(narrowed or self.is_about_inspections)


A_SCREEN = 100
"""More findings than a screen shows: up to this number they are read paper by paper, above it all at once, in a fifth
of the time."""


class FoundFindings(Sequence[AnyHit]):
    """The findings that answer a query, in some order; those with a word of it only in their theme come last.

    They are read when they are looked at: without words and filters there are thousands, and a screen shows ten.
    """

    def __init__(
        self,
        index: FindingIndex[AnyHit],
        said: Sequence[int],
        by_theme: Sequence[int] = (),
        number_of_papers: int | None = None,
    ) -> None:
        self._index = index
        self._said = said
        self._by_theme = by_theme
        self._number_of_papers = number_of_papers
        """None if they are still to be counted."""

    def __len__(self) -> int:
        return len(self._said) + len(self._by_theme)

    @overload
    def __getitem__(self, number: int) -> AnyHit: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[AnyHit]: ...
    def __getitem__(self, number: int | slice) -> AnyHit | Sequence[AnyHit]:
        if isinstance(number, slice):
            places = range(*number.indices(len(self)))
            return tuple(self)[number] if len(places) > A_SCREEN else [self[place] for place in places]
        place = range(len(self))[number]
        if place < len(self._said):
            return self._index.hit(self._said[place])
        return _by_theme(self._index.hit(self._by_theme[place - len(self._said)]))

    def __iter__(self) -> Iterator[AnyHit]:
        hit = self._index.hits.__getitem__
        return chain(map(hit, self._said), (_by_theme(hit(place)) for place in self._by_theme))

    @property
    def has_ofsteds_words(self) -> bool:
        """Whether some are in Ofsted's own words; only the user's additions can be, so nothing else is read."""
        return any(map(self._index.is_added, self.papers)) and any(hit.finding.is_verbatim for hit in self)

    @property
    def number_by_theme(self) -> int:
        """How many have a word only in their theme."""
        return len(self._by_theme)

    @cached_property
    def papers(self) -> Sequence[Paper]:
        """The reports and letters that they are from."""
        every = self._index.papers
        if len(self) == len(self._index):
            return every
        return [every[number] for number in sorted(set(self.paper_numbers))]

    @property
    def number_of_papers(self) -> int:
        """How many reports and letters these are."""
        return len(self.papers) if self._number_of_papers is None else self._number_of_papers

    @property
    def number_in_letters(self) -> int:
        """How many are from letters of visits."""
        is_letter = [paper.found_by is FoundBy.VISIT for paper in self._index.papers]
        return sum(map(is_letter.__getitem__, self.paper_numbers))

    @property
    def paper_numbers(self) -> Sequence[int]:
        """Which of `papers_of_index` each is from, by its place there."""
        return self._of_each(self._index.paper_numbers)

    @property
    def papers_of_index(self) -> Sequence[Paper]:
        """Including those in which nothing was found."""
        return self._index.papers

    def field(self, name: str) -> Sequence[Any]:
        """One field of each, as in `Finding`; for thousands, nothing else is read."""
        if len(self) <= A_SCREEN:
            return [getattr(hit.finding, name) for hit in self._few]
        return self._of_each(self._index.field(name))

    @cached_property
    def _few(self) -> Sequence[AnyHit]:
        return self[:]

    def _of_each(self, values: Sequence[T]) -> Sequence[T]:
        """The values for these findings in a list that has one for each finding of the index."""
        if self._said == range(len(self._index)):
            return values
        return list(map(values.__getitem__, chain(self._said, self._by_theme)))

    def first(self, limit: int | None) -> FoundFindings[AnyHit]:
        """The first few; all if there is no limit."""
        left = None if limit is None else max(0, limit - len(self._said))
        return FoundFindings(self._index, self._said[:limit], self._by_theme[:left])

    def sorted_by(self, order: str) -> FoundFindings[AnyHit]:
        """The same in one of `ORDERS`; those that match only by theme stay last."""
        if order == "newest":
            return self
        hits, key = self._index.hits, ORDERS[order]
        said, by_theme = (sorted(places, key=lambda n: key(hits[n])) for places in (self._said, self._by_theme))
        return FoundFindings(self._index, said, by_theme)


def _by_theme(hit: AnyHit) -> AnyHit:
    return cast("AnyHit", hit._replace(by_theme=True))


def find_findings(repository: Repository, query: FindingQuery) -> FoundFindings[Any]:
    """The findings of inspections and of visits that match."""
    return _find(said_in_both(repository), repository, query)


def search_findings(repository: Repository, query: FindingQuery) -> tuple[Hit, ...]:
    """The findings of inspections that match, newest report first, in the order of the report.

    Those with a word of the phrase only in their theme come after all others. Findings of visits come from
    `search_visit_findings`, so that nothing that counts inspections counts visits.
    """
    return tuple(_find(said_in_reports(repository).read(), repository, query))


def search_visit_findings(repository: Repository, query: FindingQuery) -> tuple[VisitHit, ...]:
    """The findings of visits' letters that match, in the same order; none if the query is about inspections."""
    return tuple(_find(said_in_letters(repository).read(), repository, query))


def papers_asked(repository: Repository, query: FindingQuery) -> dict[FoundBy, Collection[str] | None]:
    """The keys of the inspections, and of the visits, whose findings a query asks for; None: of all."""
    by = query.found_by or frozenset(FoundBy)
    inspections: Collection[str] | None = None
    if query.topics or FoundBy.INSPECTION not in by:
        inspections = ()
    elif query.narrows_inspections:
        held = repository.inspections.values()
        inspections = {i.key for i in held if _fits(i, repository.councils[i.council], query)}
    visits: Collection[str] | None = None
    if query.is_about_inspections or FoundBy.VISIT not in by:
        visits = ()
    elif query.topics or query.narrows_inspections:
        visits = _visits_asked(repository, query)
    return {FoundBy.INSPECTION: inspections, FoundBy.VISIT: visits}


def _visits_asked(repository: Repository, query: FindingQuery) -> set[str]:
    from .visits import VisitQuery, find_visits

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
"""How findings can be sorted; among equals, newest report first, then in the report's order."""


def _find(index: FindingIndex[AnyHit], repository: Repository, query: FindingQuery) -> FoundFindings[AnyHit]:
    """The findings that match: first those whose text has the words, then those whose theme has some of them."""
    wanted, filters = terms(query.phrase), query._replace(phrase="")
    if not wanted:  # so that no text need be folded
        return FoundFindings(index, _narrowed(index, repository, query))
    before = index.last_search
    is_unfiltered = filters == FindingQuery()
    if is_unfiltered and (found := index.gathered(wanted)):
        index.last_search = Matches(filters, wanted, found.said, found.by_theme)
        return FoundFindings(index, found.said, found.by_theme, found.number_of_papers)
    is_looked_up = is_unfiltered and len(wanted) == 1 and all(map(index.looks_up, wanted[0].runs))
    if is_looked_up or not (before and before.filters == filters and before.narrows_to(wanted)):
        before = Matches(filters, (), _narrowed(index, repository, query), ())
    said, by_theme = before.said, before.by_theme
    for term in wanted:  # one after the other: the first leaves few for the second
        if term not in before.wanted:
            said, by_theme = _with_term(index, term, said, by_theme)
    index.last_search = Matches(filters, wanted, said, by_theme)
    return FoundFindings(index, said, by_theme)


def _with_term(
    index: FindingIndex[AnyHit], term: SearchTerm, said: Sequence[int], by_theme: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """The places of those that also have a term in the text, and of those with it in the theme or the text."""
    texts, theme_of, themes = index.texts, index.themes, themes_named(term)
    are_all = len(said) == len(index)
    having = [index.saying(run) if are_all else index.those_saying(run, said) for run in term.runs]
    left = having[0] if len(having) == 1 else sorted(set().union(*having))
    still = [n for n in by_theme if theme_of[n] in themes or term.stands_in(texts[n])]
    if not themes:
        return left, still
    of_theme = set(chain.from_iterable(index.by_theme.get(theme, ()) for theme in themes))
    if not are_all:
        of_theme.intersection_update(said)
    return left, sorted(of_theme.difference(left).union(still))


def _narrowed(index: FindingIndex[AnyHit], repository: Repository, query: FindingQuery) -> Sequence[int]:
    """The places of the findings that match a query's filters; filters that are off cost nothing."""
    left: Sequence[int] = range(len(index))
    asked = papers_asked(repository, query)
    if any(keys is not None for keys in asked.values()):
        papers = [p for p in index.papers if (keys := asked[p.found_by]) is None or p.of.key in keys]
        left = list(chain.from_iterable(range(paper.first, paper.behind) for paper in papers))
    for field, asked_for in (("kind", query.kinds), ("theme", query.themes), ("judgement", query.judgements)):
        if asked_for:
            values = index.field(field)
            left = [n for n in left if values[n] in asked_for]
    return left


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
"""The parts of a query whose values can be ticked, each with a function that gives the values of a finding."""


def facets(repository: Repository, query: FindingQuery, *, inspections: bool = False) -> dict[str, Counter[object]]:
    """How many of the findings with the words each choice would leave, by part and value, whatever is ticked.

    Visits are included. `inspections`: counts the inspections with such findings instead, or the visits if the query
    asks only for visits.
    """
    unticked: dict[str, Any] = dict.fromkeys(FACETS, frozenset())
    asked = query._replace(**unticked)
    if inspections:
        by = query.found_by or frozenset({FoundBy.INSPECTION})
        hits = find_findings(repository, asked._replace(found_by=by))
        pairs = {
            name: {(value, hit.found_by, hit.finding.inspection) for hit in hits for value in values_of(hit)}
            for name, values_of in FACETS.items()
        }
        return {name: Counter(value for value, *_ in held) for name, held in pairs.items()}
    every = find_findings(repository, asked)
    return {name: Counter(value for hit in every for value in values_of(hit)) for name, values_of in FACETS.items()}


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
