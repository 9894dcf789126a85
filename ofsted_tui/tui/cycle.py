"""Going round a few choices with one key: each press chooses the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def next_choice(current: T, choices: Iterable[T]) -> T:
    """The choice after the current one; the first after the last one, or if the current one is not among them."""
    listed = list(choices)
    return listed[(listed.index(current) + 1) % len(listed)] if current in listed else listed[0]
