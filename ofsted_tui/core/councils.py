"""Councils: an immutable selection, each with its standing on a day. Lists, totals and sentences come from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .dates import long_day
from .model import Framework, Grade, Judgement, Member
from .search import all_names, folded_words, rank
from .standing import Part, Standing
from .wording import pluralise, region_in_words


class Totals(NamedTuple):
    """How many councils had each grade of one judgement on a date. The parts add up to `councils`."""

    as_at: date
    judgement: Judgement
    councils: int
    grades: Mapping[Grade, int]
    """The number of councils with each grade, including `not given`; grades that no council has are left out."""
    joint: Mapping[Grade, int]
    """The number of councils that have only a joint grade for children in care and care leavers, by that grade."""
    not_judged: int
    """Councils whose latest inspection did not include this judgement."""
    not_inspected: int
    """Councils with no full inspection published by then."""

    @classmethod
    def of_parts(cls, day: date, judgement: Judgement, held: Mapping[Part, int]) -> "Totals":
        """The totals of a day from the number of councils in each part."""
        grades = {grade: held[alone] for grade in Grade if held.get(alone := (grade, False))}
        joint = {grade: held[jointly] for grade in Grade if held.get(jointly := (grade, True))}
        unjudged, uninspected = held.get("not judged", 0), held.get("not inspected", 0)
        return cls(day, judgement, sum(held.values()), grades, joint, unjudged, uninspected)


class SortKey(Member):
    """What a list is sorted by."""

    NAME = "name"
    GRADE = "grade"
    DATE = "date"
    REGION = "region"
    WAITING = "waiting"
    """Longest since the last inspection first."""

    def words(self, *, reverse: bool = False) -> str:
        """The order as the reader sees it: `by name`, `by date, newest first`."""
        ahead, behind = _ORDER_WORDS[self.value]
        return behind if reverse else ahead

    def brief(self, *, reverse: bool = False) -> str:
        """The order in at most 13 letters, for a title: `A–Z`, `longest wait`."""
        return _ORDER_TITLES[self.value][reverse]


_ORDER_TITLES = {
    "name": ("A–Z", "Z–A"),
    "grade": ("best first", "lowest first"),
    "date": ("newest first", "oldest first"),
    "region": ("by region", "regions Z–A"),
    "waiting": ("longest wait", "shortest wait"),
}
_ORDER_WORDS = {
    "name": ("by name", "by name, Z to A"),
    "grade": ("by grade", "by grade, lowest first"),
    "date": ("by date, newest first", "by date, oldest first"),
    "region": ("by region", "by region, Z to A"),
    "waiting": (
        "by time since the last inspection, longest first",
        "by time since the last inspection, shortest first",
    ),
}


class SelectionPart(NamedTuple):
    """One filter: the field of a selection, and which of its values."""

    name: str
    value: Grade | str | None = None

    @property
    def words(self) -> str:
        """What a reader calls it: `London`, `Good`, `Pinned`, `“leeds”`."""
        if isinstance(self.value, Grade):
            return self.value.word
        if self.value is None:
            return "Pinned"
        return f"“{self.value}”" if self.name == "phrase" else self.value


class Selection(NamedTuple):
    """What is asked for: every part narrows the list, and an empty part leaves it as it is."""

    phrase: str = ""
    grades: frozenset[Grade] = frozenset()
    regions: frozenset[str] = frozenset()
    judgement: Judgement = Judgement.OVERALL
    only: frozenset[str] | None = None
    """Slugs to keep (pinned councils); None keeps all."""

    def checked(self) -> "Selection":
        """The same with grades and judgement as members; their names in the tables would fit no council.

        Raises ValueError for what is no grade or judgement.
        """
        return self._replace(grades=frozenset(map(Grade, self.grades)), judgement=Judgement(self.judgement))

    @property
    def is_active(self) -> bool:
        """Whether any part leaves councils out."""
        return bool(self.phrase.strip() or self.grades or self.regions or self.only is not None)

    @property
    def parts(self) -> tuple[SelectionPart, ...]:
        """Each filter that is on, by itself: regions, grades, pinned councils, then the phrase."""
        parts = [SelectionPart("regions", region) for region in sorted(self.regions)]
        parts += [SelectionPart("grades", grade) for grade in Grade if grade in self.grades]
        if self.only is not None:
            parts.append(SelectionPart("only"))
        if phrase := self.phrase.strip():
            parts.append(SelectionPart("phrase", phrase))
        return tuple(parts)

    def without(self, part: SelectionPart) -> "Selection":
        """The same selection without one of its parts."""
        match part.name:
            case "regions":
                return self._replace(regions=self.regions - {part.value})
            case "grades":
                return self._replace(grades=self.grades - {part.value})
            case "only":
                return self._replace(only=None)
            case _:
                return self._replace(phrase="")

    def describe(self) -> str:
        """The parts in words: `named “leeds”, good, in London`."""
        parts = []
        if folded_words(self.phrase):
            parts.append(f"named “{self.phrase.strip()}”")
        if self.grades:
            parts.append(self._judged())
        if self.regions:
            parts.append(f"in {' or '.join(map(region_in_words, sorted(self.regions)))}")
        if self.only is not None:
            parts.append("pinned")
        return ", ".join(parts)

    def _judged(self) -> str:
        """The grades in words: `judged good or inadequate for leadership`; “not given” was not judged."""
        held = [grade.value for grade in Grade if grade in self.grades and grade is not Grade.NOT_GIVEN]
        words = [f"judged {' or '.join(held)} for {self.judgement.phrase}"] if held else []
        words += [f"with {self.judgement.phrase} not given"] if Grade.NOT_GIVEN in self.grades else []
        return " or ".join(words)


EVERYTHING = Selection()


class Councils:
    """Councils that existed on a date, with their grades. It never changes: selecting and sorting give a new one."""

    def __init__(
        self,
        as_at: date,
        standings: Iterable[Standing],
        selection: Selection = EVERYTHING,
        order: SortKey = SortKey.NAME,
        *,
        reverse: bool = False,
        framework: Framework | None = None,
    ) -> None:
        self.as_at = as_at
        self.standings = tuple(standings)
        self.selection = selection
        self.order = order
        self.reverse = reverse
        self.framework = framework
        """If given, only inspections under that framework count."""

    def _with(
        self,
        standings: Iterable[Standing],
        selection: Selection | None = None,
        order: SortKey | None = None,
        *,
        reverse: bool | None = None,
    ) -> "Councils":
        """Other standings, or these in another order; what is not given stays."""
        return Councils(
            self.as_at,
            standings,
            self.selection if selection is None else selection,
            order or self.order,
            reverse=self.reverse if reverse is None else reverse,
            framework=self.framework,
        )

    def __len__(self) -> int:
        return len(self.standings)

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings)

    @cached_property
    def _by_slug(self) -> dict[str, Standing]:
        return {standing.council.slug: standing for standing in self.standings}

    def __contains__(self, slug: object) -> bool:
        return slug in self._by_slug

    def __getitem__(self, slug: str) -> Standing:
        """The standing of one council. Raises KeyError where it is not among these."""
        return self._by_slug[slug]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {standing.council.slug: place for place, standing in enumerate(self.standings, 1)}

    def place_of(self, slug: str) -> int:
        """Where a council stands among these, counted from 1; 0 where it is not among them."""
        return self._places.get(slug, 0)

    def subset(self, slugs: Iterable[str]) -> "Councils":
        """The standings of some slugs, in the order of the slugs; slugs that are not among these are left out."""
        held = self._by_slug
        return self._with(held[slug] for slug in slugs if slug in held)

    def where(self, selection: Selection) -> "Councils":
        """Those that fit a selection; while a phrase is typed, the best names come first.

        Raises ValueError for an unknown grade or judgement; one given by its name in the tables is understood.
        """
        selection = selection.checked()
        kept: Iterable[Standing] = self.standings
        words = folded_words(selection.phrase)
        if words:
            named: Iterable[tuple[str, Standing]] = zip(self._names, self.standings, strict=True)
            for word in words:
                named = [(names, standing) for names, standing in named if word in names]
            kept = [standing for _, standing in named]
        if selection.grades or selection.regions or selection.only is not None:
            kept = [s for s in kept if _fits(s, selection)]
        if words:
            ranked = [(place, s) for s in kept if (place := rank(s.council, selection.phrase)) is not None]
            kept = [s for _, s in sorted(ranked, key=lambda pair: pair[0])]
        return self._with(kept, selection)

    @cached_property
    def _names(self) -> list[str]:
        """The names of each, since words are looked for in them at every letter."""
        return [all_names(standing.council) for standing in self.standings]

    def matching(self, phrase: str) -> "Councils":
        """Those that a typed phrase names, best first."""
        return self.where(Selection(phrase=phrase))

    def sorted_by(
        self, order: SortKey, judgement: Judgement = Judgement.OVERALL, *, reverse: bool = False
    ) -> "Councils":  # fmt: skip
        """These councils in another order; those without a value to sort by come last, either way.

        By overall grade, those whose inspection gave none (2026 framework) are a group of their own after the graded
        ones, ordered by their four judgements: the fewest inadequate first, then the fewest that require improvement,
        then the most outstanding. So two inadequate grades never come above four that require improvement.
        """
        by_name = sorted(self.standings, key=lambda s: s.council.name)
        groups: dict[int, list[tuple[tuple[str | int, ...], Standing]]] = {0: [], 1: [], 2: []}
        for standing in by_name:
            group, key = _sort_key(standing, order, judgement)
            groups[group].append((key, standing))
        ordered = [sorted(group, key=lambda pair: pair[0], reverse=reverse) for group in groups.values()]
        standings = (standing for group in ordered for _, standing in group)
        return self._with(standings, order=order, reverse=reverse)

    def order_words(self) -> str:
        """The order in words; by grade, also for which judgement, or how councils without an overall grade stand."""
        words, judgement = self.order.words(reverse=self.reverse), self.selection.judgement
        if self.order is not SortKey.GRADE:
            return words
        if judgement is not Judgement.OVERALL:
            return words.replace("by grade", f"by grade for {judgement.phrase}")
        if any(standing.four_judgements for standing in self.standings):
            first = "most" if self.reverse else "fewest"
            words += f"; councils without an overall grade come last, {first} inadequate first"
        return words

    def totals(self, judgement: Judgement = Judgement.OVERALL) -> Totals:
        """How many of these councils hold each grade; counted once. Raises ValueError for an unknown judgement."""
        if judgement not in self._counted:
            self._counted[judgement] = self._count(Judgement(judgement))  # a name must not count as "not judged"
        return self._counted[judgement]

    @cached_property
    def _counted(self) -> dict[Judgement, Totals]:
        return {}

    def _count(self, judgement: Judgement) -> Totals:
        return Totals.of_parts(self.as_at, judgement, Counter([s.part(judgement) for s in self.standings]))

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that at least one of these councils holds."""
        held = {judgement for s in self.standings if s.inspection for judgement in s.inspection.grades}
        return tuple(judgement for judgement in Judgement if judgement in held)

    def regions(self) -> tuple[str, ...]:
        """The regions of these councils, by name."""
        return tuple(sorted({s.council.region for s in self.standings}))

    def by_region(self) -> dict[str, "Councils"]:
        """These councils by region: each region that has some, in the order of the names."""
        return {region: self._with(s for s in self if s.council.region == region) for region in self.regions()}

    def describe(self) -> str:
        """What is shown, in words: `12 councils in London as at 20 August 2026, by name`."""
        narrowed = self.selection.describe()
        number = f"{pluralise(len(self), 'council')}{f' {narrowed}' if narrowed else ''}"
        return f"{number}{counting_only(self.framework)} as at {long_day(self.as_at)}, {self.order_words()}"


def counting_only(framework: Framework | None) -> str:
    """Which inspections count, inside a sentence: `, counting only SIF inspections,`; empty where all do."""
    return f", counting only {framework.value} inspections," if framework else ""


def _fits(standing: Standing, selection: Selection) -> bool:
    return (
        (not selection.grades or standing.grade(selection.judgement) in selection.grades)
        and (not selection.regions or standing.council.region in selection.regions)
        and (selection.only is None or standing.council.slug in selection.only)
    )


def _sort_key(standing: Standing, order: SortKey, judgement: Judgement) -> tuple[int, tuple[str | int, ...]]:
    """The group that a standing belongs to, and what it is sorted by there, smallest first."""
    inspection = standing.inspection
    match order:
        case SortKey.REGION:
            return 0, (standing.council.region,)
        case SortKey.NAME:
            return 0, (standing.council.name,)
        case SortKey.GRADE:
            return _grade_key(standing, judgement)
        case SortKey.DATE if inspection:
            return 0, (-inspection.published.toordinal(),)
        case SortKey.WAITING if inspection:
            return 0, ((inspection.start or inspection.published).toordinal(),)
        case _:
            return 2, ()


def _grade_key(standing: Standing, judgement: Judgement) -> tuple[int, tuple[int, ...]]:
    """The graded by their grade; then those with four judgements in place of one, by how many hold each, worst first.

    The worst weighs most, as it does with Ofsted; but nothing is added up to a grade that was not given.
    """
    grade = standing.grade(judgement)
    if grade and grade.rank:
        return 0, (-grade.rank,)
    if grade is Grade.NOT_GIVEN and standing.four_judgements:
        held = standing.four_judgements
        worst_first = (held.count(Grade.INADEQUATE), held.count(Grade.REQUIRES_IMPROVEMENT))
        return 1, (*worst_first, -held.count(Grade.OUTSTANDING), -held.count(Grade.GOOD))
    return 2, ()


SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
"""The grades of full inspections, best first: none of them graded anything adequate."""
COUNTED = (*SCALE, Grade.NOT_GIVEN)
"""The grades that totals can hold, in the order of their columns."""
