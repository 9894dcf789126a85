"""A repeated ask, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import month_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..analysis.repeats import EarlierAsk


def also_asked(earlier: Sequence[EarlierAsk]) -> str:
    """When an ask had been made before, and how: `↺ also asked in May 2015, Dec 2022: …`, in the most recent words."""
    return f"↺ also asked in {', '.join(map(asked_when, reversed(earlier)))}: {earlier[0].finding.text}"


def asked_when(ask: EarlierAsk) -> str:
    """The month of an earlier ask: `May 2015`, `Mar 2021 (visit)`."""
    return f"{month_day(ask.published)}{' (visit)' if ask.on_a_visit else ''}"
