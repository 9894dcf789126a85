"""How long something takes where some have not ended yet: the estimate of Kaplan and Meier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_ROUNDING = 1e-9


class Lengths(NamedTuple):
    """How long each took that has ended, and how long the others have lasted so far; both shortest first."""

    finished: tuple[float, ...]
    waiting: tuple[float, ...] = ()

    def reached_by(self, share: float, longer_than: float = 0) -> float | None:
        """The length by which a share (0 to 1) of those that last longer than `longer_than` have ended.

        Those still waiting count for as long as they are known to have lasted. None where so many are waiting that
        the share is not reached.
        """
        return _reached_by(self, share, longer_than)


@lru_cache(maxsize=1024)  # asked with the same figures for each of the councils that had the same grade
def _reached_by(lengths: Lengths, share: float, longer_than: float) -> float | None:
    everyone = sorted([*lengths.finished, *lengths.waiting])
    left = 1.0
    for length, together in groupby(lengths.finished[bisect_right(lengths.finished, longer_than) :]):
        at_risk = len(everyone) - bisect_left(everyone, length)
        left *= 1 - sum(1 for _ in together) / at_risk
        if left <= 1 - share + _ROUNDING:
            return length
    return None
