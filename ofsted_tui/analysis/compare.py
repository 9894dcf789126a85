"""Councils side by side: every judgement with its day, and themes that they are praised for or asked to improve."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..days import long_day
from ..model import THEMES, Grade, Judgement, Kind
from .neighbours import neighbours, no_neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..councils import Standing
    from ..model import Finding, Inspection
    from ..repository import Repository

MOST = 11
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
        """Whether one is praised for what another is asked to improve: one may learn from the other."""
        return any(p and not a for p, a in zip(self.praised, self.asked, strict=True)) and self.asked_of > 0


class Comparison(NamedTuple):
    """Councils side by side on a day."""

    as_at: date
    standings: tuple[Standing, ...]
    closeness: tuple[str, ...]
    """How close each is to the first by the 2025 model; empty for the first and for councils that are no neighbours."""
    judgements: tuple[Judgement, ...]
    """Those that at least one of them holds."""
    last_overall: tuple[Inspection | None, ...]
    """For each whose overall is not given, the inspection that gave the last one; None for the others."""
    themes: tuple[SharedTheme, ...]
    """Those that several are asked to improve, or that one is praised for and another asked to improve."""


def compare(repository: Repository, slugs: Sequence[str], day: date | None = None) -> Comparison:
    """Compare councils as at a day. Raises KeyError for one that did not exist then."""
    councils = repository.as_at(day)
    standings = tuple(councils[slug] for slug in dict.fromkeys(slugs))
    close = dict(standings[0].council.neighbours)
    held = {j for s in standings if s.inspection for j in s.inspection.grades}
    return Comparison(
        as_at=councils.as_at,
        standings=standings,
        closeness=tuple(close.get(s.council.slug, "").replace("-", " ") for s in standings),
        judgements=tuple(judgement for judgement in Judgement if judgement in held),
        last_overall=tuple(_last_overall(repository, standing) for standing in standings),
        themes=_shared(repository, standings),
    )


def _last_overall(repository: Repository, standing: Standing) -> Inspection | None:
    inspection = standing.inspection
    if inspection is None or standing.grade(Judgement.OVERALL) is not Grade.NOT_GIVEN:
        return None
    return repository.last_overall(standing.council.slug, inspection.published)


def with_neighbours(repository: Repository, slug: str, day: date | None = None) -> tuple[str, ...]:
    """A council and those of its ten statistical neighbours that existed on the day, nearest first."""
    return (slug, *neighbours(repository, slug, day))


class Chosen(NamedTuple):
    """Who is compared, and who is not and why."""

    slugs: tuple[str, ...]
    pinned: bool
    """Whether they are the pinned councils; else one with its statistical neighbours."""
    left_out: str = ""
    """Sentences; empty where nobody was left out."""


def choose(repository: Repository, slug: str, pins: Sequence[str], day: date, *, pinned: bool) -> Chosen:
    """The pinned councils where they are wanted and two of them were there on the day, else one with its neighbours."""
    existing = repository.as_at(day)
    there = [pin for pin in pins if pin in existing]
    gone = _missing(repository, [pin for pin in pins if pin not in existing], day)
    if pinned and len(there) > 1:
        more = f"At most {MOST} are compared; {len(there) - MOST} more are pinned." if len(there) > MOST else ""
        return Chosen(tuple(there[:MOST]), pinned=True, left_out=_sentences(gone, more))
    few = f"Of {len(pins)} pinned councils {len(there) or 'none'} can be compared." if pinned and len(pins) > 1 else ""
    if not slug:
        return Chosen((), pinned=False, left_out=few)
    council = repository.councils[slug]
    near = [near for near, _ in council.neighbours]
    why = _missing(repository, [n for n in near if n not in existing], day) if near else no_neighbours(council)
    left_out = _sentences(few, gone if few else "", why)
    return Chosen(with_neighbours(repository, slug, day), pinned=False, left_out=left_out)


def _missing(repository: Repository, slugs: Sequence[str], day: date) -> str:
    names = [repository.councils[slug].name if slug in repository.councils else slug for slug in slugs]
    return f"Did not exist on {long_day(day)}: {'; '.join(names)}." if names else ""


def _sentences(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _shared(repository: Repository, standings: tuple[Standing, ...]) -> tuple[SharedTheme, ...]:
    reports = [repository.findings_of(s.inspection) if s.inspection else () for s in standings]
    rows = (SharedTheme(theme, _counts(reports, theme, Kind.PRAISE), _counts(reports, theme, Kind.IMPROVEMENT))
            for theme in THEMES)  # fmt: skip
    kept = [row for row in rows if row.asked_of > 1 or row.praised_and_asked]
    return tuple(sorted(kept, key=lambda row: (-row.asked_of, THEMES.index(row.theme))))


def _counts(reports: list[tuple[Finding, ...]], theme: str, kind: Kind) -> tuple[int, ...]:
    return tuple(sum(f.theme == theme and f.kind is kind for f in findings) for findings in reports)
