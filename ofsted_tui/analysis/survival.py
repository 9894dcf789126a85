"""How long something takes where some have not ended yet: the estimate of Kaplan and Meier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_ROUNDING = 1e-9


class Lengths(NamedTuple):
    """How long each of those took that have ended, and how long the others have lasted so far; both shortest first."""

    finished: tuple[float, ...]
    waiting: tuple[float, ...] = ()

    def reached_by(self, share: float, longer_than: float = 0) -> float | None:
        """The length within which a share (0 to 1) of those that last longer than `longer_than` has ended.

        Those still waiting count for as long as they are known to have lasted. None if so many are waiting that the
        share is not reached.
        """
        lengths, ended = _curve(self)
        start = bisect_right(lengths, longer_than)
        before = ended[start - 1] if start else 0
        place = bisect_left(ended, before + share * (1 - before) - _ROUNDING, start)
        return lengths[place] if place < len(lengths) else None


@lru_cache(maxsize=64)  # asked for each of the councils that had the same grade
def _curve(lengths: Lengths) -> tuple[list[float], list[float]]:
    """The lengths at which some have ended, shortest first, and the share that has ended by each."""
    everyone = sorted([*lengths.finished, *lengths.waiting])
    ended: dict[float, float] = {}
    left = 1.0
    for length, together in groupby(lengths.finished):
        left *= 1 - sum(1 for _ in together) / (len(everyone) - bisect_left(everyone, length))
        ended[length] = 1 - left
    return [*ended], [*ended.values()]
