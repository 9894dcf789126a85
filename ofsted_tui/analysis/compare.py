"""Councils side by side: every judgement with its day, and themes that they are praised for or asked to improve."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.model import THEMES, Grade, Judgement, Kind
from .neighbours import neighbours
from .visits import last_visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..core.model import Finding, Inspection
    from ..core.repository import Repository
    from ..core.standing import Standing
    from ..core.visits import Visit

MOST_COMPARED = 11
"""A council and its ten neighbours."""


class SharedTheme(NamedTuple):
    """A theme in the newest reports of the councils compared: for each, how often praised and asked to improve."""

    theme: str
    praised: tuple[int, ...]
    asked: tuple[int, ...]

    @property
    def asked_of(self) -> int:
        """How many of the councils are asked to improve it."""
        return sum(count > 0 for count in self.asked)

    @property
    def praised_and_asked(self) -> bool:
        """Whether one is praised for what another is asked to improve, so that one may learn from the other."""
        return any(p and not a for p, a in zip(self.praised, self.asked, strict=True)) and self.asked_of > 0


class Comparison(NamedTuple):
    """Councils side by side on a day."""

    as_at: date
    standings: tuple[Standing, ...]
    closeness: tuple[str, ...]
    """How close each is to the first by the 2025 model; empty for the first and for those that are not neighbours."""
    judgements: tuple[Judgement, ...]
    """Those that at least one of them holds."""
    last_overall: tuple[Inspection | None, ...]
    """For each whose overall is not given, the inspection that gave the last one; None for the others."""
    themes: tuple[SharedTheme, ...]
    """Those that several are asked to improve, or that one is praised for and another asked to improve."""
    last_visits: tuple[Visit | None, ...]
    """For each, the last focused or monitoring visit known on the day."""


def compare(repository: Repository, slugs: Sequence[str], day: date | None = None) -> Comparison:
    """Compare councils as at a day. Raises KeyError for one that did not exist then."""
    councils = repository.as_at(day)
    standings = tuple(councils[slug] for slug in dict.fromkeys(slugs))
    close = dict(standings[0].council.neighbours)
    held = {j for s in standings if s.inspection for j in s.inspection.grades}
    return Comparison(
        as_at=councils.as_at,
        standings=standings,
        closeness=tuple(close.get(s.council.slug, "") for s in standings),
        judgements=tuple(judgement for judgement in Judgement if judgement in held),
        last_overall=tuple(_last_overall(repository, standing) for standing in standings),
        themes=_shared(repository, standings),
        last_visits=tuple(last_visit(repository, standing.council.slug, councils.as_at) for standing in standings),
    )


def _last_overall(repository: Repository, standing: Standing) -> Inspection | None:
    inspection = standing.inspection
    if inspection is None or standing.grade(Judgement.OVERALL) is not Grade.NOT_GIVEN:
        return None
    return repository.last_overall(standing.council.slug, inspection.published)


def with_neighbours(repository: Repository, slug: str, day: date | None = None) -> tuple[str, ...]:
    """A council and those of its ten statistical neighbours that existed on the day, nearest first."""
    return (slug, *neighbours(repository, slug, day))


class LeftOut(NamedTuple):
    """Who is not compared, and why."""

    did_not_exist: tuple[str, ...] = ()
    """Slugs of councils that were wanted and did not exist on the day."""
    over_the_most: int = 0
    """How many more are pinned than can be compared."""
    comparable_pins: tuple[int, int] | None = None
    """How many of how many pinned councils existed, if that is too few to compare them."""
    not_in_the_model: bool = False
    """Whether the council has no statistical neighbours."""


class Chosen(NamedTuple):
    """Who is compared, and who is not."""

    slugs: tuple[str, ...]
    pinned: bool
    """Whether they are the pinned councils; otherwise one with its statistical neighbours."""
    left_out: LeftOut = LeftOut()


def choose(repository: Repository, slug: str, pins: Sequence[str], day: date, *, pinned: bool) -> Chosen:
    """The pinned councils if they are wanted and two of them existed on the day, otherwise one with its neighbours."""
    existing = repository.as_at(day)
    there = tuple(pin for pin in pins if pin in existing)
    gone = tuple(pin for pin in pins if pin not in existing)
    if pinned and len(there) > 1:
        return Chosen(there[:MOST_COMPARED], pinned=True, left_out=LeftOut(gone, max(0, len(there) - MOST_COMPARED)))
    few = (len(there), len(pins)) if pinned and len(pins) > 1 else None
    if not slug:
        return Chosen((), pinned=False, left_out=LeftOut(comparable_pins=few))
    near = repository.councils[slug].neighbour_slugs
    gone = (*(gone if few else ()), *(neighbour for neighbour in near if neighbour not in existing))
    left_out = LeftOut(gone, comparable_pins=few, not_in_the_model=not near)
    return Chosen(with_neighbours(repository, slug, day), pinned=False, left_out=left_out)


def _shared(repository: Repository, standings: tuple[Standing, ...]) -> tuple[SharedTheme, ...]:
    reports = [repository.findings_of(s.inspection) if s.inspection else () for s in standings]
    rows = (SharedTheme(theme, _counts(reports, theme, Kind.PRAISE), _counts(reports, theme, Kind.IMPROVEMENT))
            for theme in THEMES)  # fmt: skip
    kept = [row for row in rows if row.asked_of > 1 or row.praised_and_asked]
    return tuple(sorted(kept, key=lambda row: (-row.asked_of, THEMES.index(row.theme))))


def _counts(reports: list[tuple[Finding, ...]], theme: str, kind: Kind) -> tuple[int, ...]:
    return tuple(sum(f.theme == theme and f.kind is kind for f in findings) for findings in reports)
