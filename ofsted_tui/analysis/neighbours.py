"""Statistical neighbours: the ten councils most like one, by the 2025 model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..model import Council
    from ..repository import Repository


def neighbours(repository: Repository, slug: str, day: date | None = None) -> tuple[str, ...]:
    """Those of a council's ten statistical neighbours that existed on a day, nearest first."""
    councils = repository.as_at(day)
    return tuple(near for near, _ in repository.councils[slug].neighbours if near in councils)


def neighbours_words(council: Council) -> str:
    """Whose neighbours, by which model, in words."""
    return f"the statistical neighbours of {council.name} (2025 model)"


def no_neighbours(council: Council) -> str:
    """Why a council has none, in a sentence."""
    ended = " and has ended" if council.last_day else ""
    return f"{council.name} is not in the 2025 model of statistical neighbours{ended}."
