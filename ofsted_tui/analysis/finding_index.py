"""All findings, newest first: counted at once, since counting is quick; read and folded only when a search needs it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property, partial
from itertools import chain, compress, repeat
from operator import contains
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, cast

from ..core.model import Inspection
from ..core.rows_by_key import made_together
from .finding_hits import AnyHit, FoundBy, Hit, VisitHit
from .kept_answers import kept
from .search_phrase import searchable_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import Self

    from ..core.findings import Findings
    from ..core.repository import Repository
    from ..core.visits import Visit
    from .finding_search import FindingQuery
    from .search_phrase import SearchTerm
    from .word_beginnings import Beginning


MANY = 50_000
"""From this number of findings, first letters are looked up: fewer are searched before a letter is painted."""
LOOKED_UP = 3
"""How many first letters of a word are looked up; more leave fewer findings to search."""


class Paper(NamedTuple):
    """A report or a letter with findings."""

    of: Inspection | Visit
    found_by: FoundBy
    first: int
    behind: int
    """The places in the index of its first finding and after its last."""


class Matches(NamedTuple):
    """Which findings of an index match words under some filters."""

    filters: FindingQuery
    wanted: tuple[SearchTerm, ...]
    said: Sequence[int]
    """The places of those with the words in the text."""
    by_theme: Sequence[int]
    """The places of those with a word only in the theme."""

    def narrows_to(self, wanted: tuple[SearchTerm, ...]) -> bool:
        """Whether all matches of other words are among these: each word is the same or longer, and more may follow."""
        if len(wanted) < len(self.wanted):
            return False
        pairs = zip(self.wanted, wanted, strict=False)
        return all(
            old == new or (len(old.runs) == len(new.runs) == 1 and new.runs[0].startswith(old.runs[0]))
            for old, new in pairs
        )


class FindingIndex(Generic[AnyHit]):
    """The findings of some reports or letters, in the order of these, then in the order of each."""

    def __init__(self, repository: Repository, papers: Iterable[Inspection | Visit]) -> None:
        self._repository = repository
        self._given = [(p, FoundBy.INSPECTION if isinstance(p, Inspection) else FoundBy.VISIT) for p in papers]
        self.last_search: Matches | None = None
        self._beginnings: Mapping[str, Beginning] | None = None
        """By up to `LOOKED_UP` letters; None until gathered."""

    @cached_property
    def papers(self) -> list[Paper]:
        """Those that say something."""
        found, behind = [], 0
        for paper, by in self._given:
            if number := _said_by(self._repository, by).number_by_paper.get(paper.key):
                found.append(Paper(paper, by, behind, behind + number))
                behind += number
        return found

    def read(self) -> Self:
        """Read all at once: whoever needs them all then has them without counting them first."""
        if "hits" not in self.__dict__:  # asked for each letter, and there may be thousands of papers
            for by in {by for _, by in self._given}:
                _said_by(self._repository, by).read()
        return self

    def is_added(self, paper: Paper) -> bool:
        """Whether the user added the findings of a report or letter."""
        return paper.of.key in _said_by(self._repository, paper.found_by).more

    def __len__(self) -> int:
        return self.papers[-1].behind if self.papers else 0

    def hit(self, place: int) -> AnyHit:
        """The finding at a place; if they are not all read yet, only those of its paper are read."""
        if "hits" in self.__dict__:
            return self.hits[place]
        paper = self.papers[bisect_right(self.papers, place, key=lambda paper: paper.first) - 1]
        return tuple(self._hits_of(paper))[place - paper.first]

    def _hits_of(self, paper: Paper) -> Iterator[AnyHit]:
        """The findings of one report or letter."""
        kind = Hit if paper.found_by is FoundBy.INSPECTION else VisitHit
        findings = _said_by(self._repository, paper.found_by).for_inspection(paper.of.key)
        council = self._repository.councils[paper.of.council]
        hits = made_together(kind, findings, repeat(paper.of), repeat(council), repeat(object=False))
        return cast("Iterator[AnyHit]", hits)

    @cached_property
    def hits(self) -> tuple[AnyHit, ...]:
        """Every finding."""
        self.read()
        return tuple(chain.from_iterable(map(self._hits_of, self.papers)))

    def field(self, name: str) -> list[Any]:
        """One field of every finding."""
        said = {by: _said_by(self._repository, by) for by in {by for _, by in self._given}}
        values = {by: held.field(name) for by, held in said.items()}
        first = {by: held.first_places for by, held in said.items()}
        found: list[Any] = []
        for paper in self.papers:
            place = first[paper.found_by][paper.of.key]
            found += values[paper.found_by][place : place + paper.behind - paper.first]
        return found

    @cached_property
    def texts(self) -> list[str]:
        """The text of each, folded once: letters are typed faster than thousands of texts are folded."""
        return searchable_all(self.field("text"))

    @cached_property
    def themes(self) -> list[str]:
        """The theme of each."""
        return self.field("theme")

    @cached_property
    def by_theme(self) -> Mapping[str, Sequence[int]]:
        """The places of the findings on each theme."""
        found: dict[str, array[int]] = defaultdict(partial(array, "I"))
        for place, theme in enumerate(self.themes):
            found[theme].append(place)
        return found

    def gather_beginnings(self) -> None:
        """Find once which words begin with the same letters."""
        from .word_beginnings import gather_beginnings

        self._beginnings = gather_beginnings(self)

    def gathered(self, wanted: Sequence[SearchTerm]) -> Beginning | None:
        """What matches the first letters of one word; None if that is not gathered."""
        if self._beginnings is None or len(wanted) > 1 or len(wanted[0].runs) > 1:
            return None
        return self._beginnings.get(wanted[0].runs[0][1:])

    def looks_up(self, run: str) -> bool:
        """Whether the findings with a run of words can be looked up without a search."""
        return self._beginnings is not None and len(run.lstrip()) <= LOOKED_UP

    def saying(self, run: str) -> Sequence[int]:
        """The places of all with a run of words."""
        if self._beginnings is None:
            return self.those_saying(run, range(len(self)))
        beginning = self._beginnings.get(run[1 : LOOKED_UP + 1].partition(" ")[0])
        return self.those_saying(run, beginning.said) if beginning else ()

    def those_saying(self, run: str, places: Sequence[int]) -> Sequence[int]:
        """Those of some places whose text has a run of words."""
        # Without a Python step for each: there may be a million.
        return list(compress(places, map(contains, map(self.texts.__getitem__, places), repeat(run))))

    @cached_property
    def paper_numbers(self) -> list[int]:
        """The place, among the papers, of the one that each finding is from."""
        return [number for number, paper in enumerate(self.papers) for _ in range(paper.first, paper.behind)]


def _said_by(repository: Repository, by: FoundBy) -> Findings:
    """The findings of all reports, or of all letters of visits."""
    return repository.findings if by is FoundBy.INSPECTION else repository.all_visits.findings


@kept(2)
def said_in_reports(repository: Repository) -> FindingIndex[Hit]:
    """Every finding of an inspection, newest report first."""
    return FindingIndex(repository, _reports(repository))


@kept(2)
def said_in_letters(repository: Repository) -> FindingIndex[VisitHit]:
    """Every finding of a visit, newest letter first."""
    return FindingIndex(repository, _letters(repository))


@kept(2)
def said_in_both(repository: Repository) -> FindingIndex[Hit | VisitHit]:
    """Every finding of both, newest first; on the same day, those of reports first."""
    papers: list[Inspection | Visit] = [*_reports(repository), *_letters(repository)]
    return FindingIndex(repository, sorted(papers, key=_day_of, reverse=True))


def _reports(repository: Repository) -> list[Inspection]:
    return sorted(repository.inspections.values(), key=lambda i: (i.published, i.key), reverse=True)


def _letters(repository: Repository) -> list[Visit]:
    return sorted(repository.visits.values(), key=lambda visit: (visit.day, visit.key), reverse=True)


def _day_of(paper: Inspection | Visit) -> date:
    return paper.published if isinstance(paper, Inspection) else paper.day


def read_ahead(repository: Repository) -> None:
    """Read and fold all findings, so that the first search with words need not: it takes longer than a keystroke."""
    index = said_in_both(repository)
    _ = index.texts, index.by_theme, index.paper_numbers
    if len(index) >= MANY:
        index.gather_beginnings()
