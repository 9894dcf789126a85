"""Reads the days of an inspection as a report's first page prints them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import MONTHS
from .normalise import letters, spaced_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTH = "|".join(f"{spaced_pattern(month)}|{month[:3]}[a-z]*" for month in MONTHS)
_MENTION = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:\s*of\b)?"
    rf"(?:\s?[/.]\s?(?P<number>\d{{1,2}})\s?[/.]\s?(?P<short>\d{{4}}|\d{{2}})(?!\d)"
    rf"|(?:\s*(?P<month>{_MONTH})(?![^\W\d_]))?,?(?:\s*(?P<year>(?:19|20)\d{{2}})(?!\d))?)",
    re.IGNORECASE,
)
_SHORT_MOST = 8
"""The most days on site of a short inspection: one week, and two days more if inspectors came back."""


class DaysOnSite(NamedTuple):
    """When inspectors were there: one stretch of days, or two if they came back."""

    stretches: tuple[tuple[date, date], ...]

    @property
    def start(self) -> date:
        """The first day."""
        return self.stretches[0][0]

    @property
    def end(self) -> date:
        """The last day."""
        return self.stretches[-1][1]

    @property
    def short(self) -> bool:
        """Whether it was a short inspection: about one week rather than two (reports do not print which)."""
        return sum((last - first).days + 1 for first, last in self.stretches) <= _SHORT_MOST


def read_days(text: str) -> tuple[date, ...]:
    """Every day that a text names, in its order.

    A month or year that is left out (`10 to 21 July 2023`) is that of the next day named. Days that do not exist, and
    figures that are not part of a day, end the reading: nothing is returned then.
    """
    if re.search(r"\d", _MENTION.sub("", text)):
        return ()
    days: list[date] = []
    month = year = 0
    for found in reversed(list(_MENTION.finditer(text))):
        named = int(found["number"]) if found["number"] else _month(found["month"])
        if printed := found["year"] or found["short"]:
            year = int(printed) if len(printed) == 4 else 2000 + int(printed)
        elif named > month > 0:
            year -= 1
        month = named or month
        if not month or not year:
            continue
        try:
            days.append(date(year, month, int(found["day"])))
        except ValueError:
            return ()
    return tuple(reversed(days))


def on_site(days: Iterable[date]) -> DaysOnSite | None:
    """The stretches that days pair up to; None if they are not in order or one has no partner."""
    listed = list(days)
    if not listed or len(listed) % 2 or listed != sorted(listed):
        return None
    return DaysOnSite(tuple(zip(listed[::2], listed[1::2], strict=True)))


def _month(name: str | None) -> int:
    if not name:
        return 0
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(letters(name)[:3]))
