"""Statistical neighbours: the ten councils most like one, by the 2025 model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..core.repository import Repository


def neighbours(repository: Repository, slug: str, day: date | None = None) -> tuple[str, ...]:
    """Those of a council's ten statistical neighbours that existed on a day, nearest first."""
    councils = repository.as_at(day)
    return tuple(near for near in repository.councils[slug].neighbour_slugs if near in councils)
