"""The in-memory repository: councils, their inspections, what was found; indexed, and never changed once made."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from .councils import Councils
from .findings import Findings
from .model import Council, Finding, Framework, Grade, Inspection, Judgement, Repeat, Summary, paper_of
from .search import council_meant, folded_words, nearest, rank
from .standing import Standing
from .visits import Visit, Visits


class ReportedTotals(NamedTuple):
    """National totals that others published, to compare with ours."""

    as_at: date
    reported_by: str
    judgement: Judgement
    grades: Mapping[Grade, int]
    councils: int | None = None
    framework: Framework | None = None
    published: date | None = None
    note: str = ""
    source_url: str = ""

    @property
    def who(self) -> str:
        """Who published them, to begin a sentence: `The press`, `Ofsted`."""
        return self.reported_by if self.reported_by[:1].isupper() else f"The {self.reported_by}"


class Tile(NamedTuple):
    """A council's place on the tile map of England."""

    council: str
    label: str
    """Three letters."""
    row: int
    column: int


_History = tuple["Council", list["date"], list[tuple["Inspection | None", "Inspection | None"]]]
"""A council; the days of its inspections that count, oldest first; and, after none, one, two and so on of them, the
latest and the one before it."""


class Repository:
    """All the data, and the questions that can be asked of it."""

    def __init__(
        self,
        councils: Iterable[Council],
        inspections: Iterable[Inspection],
        findings: Findings,
        reported: Iterable[ReportedTotals] = (),
        tiles: Iterable[Tile] = (),
        summaries: Mapping[str, Summary] | None = None,
        visits: Visits | None = None,
        repeats: Mapping[str, Repeat] | None = None,
    ) -> None:
        self.councils: dict[str, Council] = {council.slug: council for council in councils}
        """Every council by key, including those abolished since."""
        self.inspections: dict[str, Inspection] = {inspection.key: inspection for inspection in inspections}
        """Every inspection by key, in the order of the table; those that the user added come last."""
        self.findings = findings
        self.reported = tuple(reported)
        self.tiles = tuple(tiles)
        self.summaries: Mapping[str, Summary] = {} if summaries is None else summaries
        """The summary of each report or letter, by the key of its inspection or visit."""
        self.all_visits = visits or Visits()
        """Focused and monitoring visits, kept apart from the inspections so that they are never counted with them."""
        self.repeats: Mapping[str, Repeat] = {} if repeats is None else repeats
        """Improvements that repeat one of an earlier report, by the number of the later finding."""

    def with_findings(self, findings: Findings, visits: Visits) -> "Repository":
        """The same councils and inspections with other findings, and with other visits."""
        return Repository(self.councils.values(), self.inspections.values(), findings, self.reported, self.tiles,
                          self.summaries, visits, self.repeats)  # fmt: skip

    @cached_property
    def _by_council(self) -> dict[str, tuple[Inspection, ...]]:
        rows: dict[str, list[Inspection]] = {slug: [] for slug in self.councils}
        for inspection in sorted(self.inspections.values(), key=attrgetter("published", "key")):
            rows[inspection.council].append(inspection)
        return {slug: tuple(held) for slug, held in rows.items()}

    @cached_property
    def last_day(self) -> date:
        """The date of the most recent report that we hold."""
        return max(inspection.published for inspection in self.inspections.values())

    @cached_property
    def first_day(self) -> date:
        """The date of the first report on a full inspection."""
        return min(i.published for i in self.inspections.values() if i.is_full)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that any full inspection has given, including those no longer given."""
        held = {judgement for i in self.inspections.values() if i.is_full for judgement in i.grades}
        return tuple(judgement for judgement in Judgement if judgement in held)

    def inspections_of(self, slug: str) -> tuple[Inspection, ...]:
        """Every inspection of a council, oldest first. Raises KeyError for an unknown slug."""
        return self._by_council[slug]

    def full_inspections_of(self, slug: str) -> tuple[Inspection, ...]:
        """The inspections of a council's whole service, oldest first. Raises KeyError for an unknown slug."""
        return tuple(inspection for inspection in self._by_council[slug] if inspection.is_full)

    def last_overall(self, slug: str, before: date) -> Inspection | None:
        """The last inspection of a council, published before a date, that graded overall effectiveness."""
        earlier = (i for i in reversed(self.full_inspections_of(slug)) if i.published < before)
        return next((i for i in earlier if (grade := i.grades.get(Judgement.OVERALL)) and grade.rank), None)

    def findings_of(self, inspection: Inspection) -> tuple[Finding, ...]:
        """The findings of an inspection's report; empty if there are none yet."""
        return self.findings.for_inspection(inspection.key)

    @property
    def visits(self) -> dict[str, Visit]:
        """Every focused and monitoring visit by key, oldest first. Read when first asked for."""
        return self.all_visits.by_key

    def visits_of(self, slug: str) -> tuple[Visit, ...]:
        """Every visit of a council, oldest first. Raises KeyError for an unknown slug."""
        return self.all_visits.by_council.get(self.councils[slug].slug, ())

    def findings_of_visit(self, visit: Visit) -> tuple[Finding, ...]:
        """The findings of a visit's letter; empty if there are none yet, or if we do not hold the letter."""
        return self.all_visits.findings.for_inspection(visit.key)

    def finding(self, key: str) -> Finding | None:
        """The finding with a permanent number such as `lambeth-2026-03-10/7`; None if there is none."""
        paper = paper_of(key)
        held = self.findings if paper in self.inspections else self.all_visits.findings
        found = held.for_inspection(paper)
        return next((finding for finding in found if finding.key == key), None)

    def council(self, phrase: str) -> Council:
        """The council that a phrase names, or a code: its URN, ONS code or DfE number. Raises search.UnknownCouncil."""
        return council_meant(phrase, self.councils.values())

    def nearest(self, phrase: str) -> tuple[Council, ...]:
        """Councils spelt like a phrase that names none; empty where it names one, of whatever day, or has no words."""
        known = self.councils.values()
        if not folded_words(phrase) or any(rank(council, phrase) is not None for council in known):
            return ()
        return tuple(nearest(phrase, known))

    def named_otherwise(self, phrase: str, day: date) -> tuple[Council, ...]:
        """Councils that a phrase names but that did not exist on a day: abolished, or made later; the best name first.

        Where it also names some of that day, only those whose whole name it is: `poole`, not every `north`.
        """
        if not folded_words(phrase):
            return ()
        others = [(place, c.name, c) for c in self._absent_on(day) if (place := rank(c, phrase)) is not None]
        if not others:
            return ()
        there = any(c.existed_on(day) and rank(c, phrase) is not None for c in self.councils.values())
        meant = sorted((one for one in others if one[0] == 0 or not there), key=lambda one: one[:2])
        return tuple(council for _, _, council in meant)

    def _absent_on(self, day: date) -> list[Council]:
        """The councils that did not exist on a day; looked for once while a phrase is typed."""
        if day not in self._known_absent:
            self._known_absent.clear()
            self._known_absent[day] = [c for c in self.councils.values() if not c.existed_on(day)]
        return self._known_absent[day]

    @cached_property
    def _known_absent(self) -> dict[date, list[Council]]:
        return {}

    def as_at(self, day: date | None = None, framework: Framework | None = None) -> Councils:
        """The councils that existed on a date, each with its most recent full inspection published by then.

        A new council inherits no grade from those it replaced. With `framework`, only inspections under that framework
        count. Without a day: the latest date in the data. Raises TypeError for anything but a date.
        """
        day = day or self.last_day
        if not isinstance(day, date) or isinstance(day, datetime):  # either would fail later, without a reason
            raise TypeError(f"expected a date such as datetime.date(2017, 12, 8), found {day!r}")
        standings = [
            Standing(council, *standing_on[bisect_right(days, day)])
            for council, days, standing_on in self._histories(framework)
            if council.existed_on(day)
        ]
        return Councils(as_at=day, standings=standings, framework=framework)

    def added_by_user(self, day: date, framework: Framework | None = None) -> tuple[Inspection, ...]:
        """The full inspections that the user added, published by a date; with `framework`, only those under it."""
        added = (one for one in self.inspections.values() if one.added_by_user and one.is_full)
        return tuple(one for one in added if one.published <= day and framework in (None, one.framework))

    def standings_over_time(self, framework: Framework | None = None) -> Iterator[tuple[date, date, Standing]]:
        """Every standing that a council has had, with its first day and the first day after it."""
        for council, days, standing_on in self._histories(framework):
            first = council.first_day or date.min
            behind = council.last_day + timedelta(days=1) if council.last_day else date.max
            changes = [first, *(min(max(day, first), behind) for day in days), behind]
            for (begun, ended), held in zip(pairwise(changes), standing_on, strict=False):
                yield begun, ended, Standing(council, *held)

    def _histories(self, framework: Framework | None) -> list[_History]:
        """Every council, by name; made once, since totals are counted month by month."""
        if framework not in self._known_histories:
            by_name = sorted(self.councils.values(), key=lambda council: council.name)
            self._known_histories[framework] = [self._history(council, framework) for council in by_name]
        return self._known_histories[framework]

    @cached_property
    def _known_histories(self) -> dict[Framework | None, list[_History]]:
        return {}

    @cached_property
    def kept_answers(self) -> dict[Callable[..., Any], Callable[..., Any]]:
        """What was asked of the data, with what keeps its answers."""
        return {}

    def _history(self, council: Council, framework: Framework | None) -> _History:
        counted = [
            inspection
            for inspection in self._by_council[council.slug]
            if inspection.is_full and framework in (None, inspection.framework)
        ]
        days = [inspection.published for inspection in counted]
        return council, days, list(zip([None, *counted], [None, None, *counted], strict=False))

    def reported_on(self, day: date, judgement: Judgement) -> tuple[ReportedTotals, ...]:
        """What others published for a date."""
        return tuple(r for r in self.reported if r.as_at == day and r.judgement is judgement)
