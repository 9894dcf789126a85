"""Councils side by side: every judgement with its day, and themes that they are praised for or asked to improve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import THEMES, Judgement, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..councils import Standing
    from ..model import Finding
    from ..repository import Repository

MOST = 11
"""A council and its ten neighbours."""


@dataclass(frozen=True, slots=True)
class SharedTheme:
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """Councils side by side on a day."""

    as_at: date
    standings: tuple[Standing, ...]
    closeness: tuple[str, ...]
    """How close each is to the first by the 2025 model; empty for the first and for councils that are no neighbours."""
    judgements: tuple[Judgement, ...]
    """Those that at least one of them holds."""
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
        themes=_shared(repository, standings),
    )


def with_neighbours(repository: Repository, slug: str, day: date | None = None) -> tuple[str, ...]:
    """A council and those of its ten statistical neighbours that existed on the day, nearest first."""
    councils = repository.as_at(day)
    return (slug, *(near for near, _ in repository.councils[slug].neighbours if near in councils))


def _shared(repository: Repository, standings: tuple[Standing, ...]) -> tuple[SharedTheme, ...]:
    reports = [repository.findings_of(s.inspection) if s.inspection else () for s in standings]
    rows = (SharedTheme(theme, _counts(reports, theme, Kind.PRAISE), _counts(reports, theme, Kind.IMPROVEMENT))
            for theme in THEMES)  # fmt: skip
    kept = [row for row in rows if row.asked_of > 1 or row.praised_and_asked]
    return tuple(sorted(kept, key=lambda row: (-row.asked_of, THEMES.index(row.theme))))


def _counts(reports: list[tuple[Finding, ...]], theme: str, kind: Kind) -> tuple[int, ...]:
    return tuple(sum(f.theme == theme and f.kind is kind for f in findings) for findings in reports)
