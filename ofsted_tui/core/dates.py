"""Days as people write and read them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Compiled when a day is first read: the start has none to read.
_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_SLASHED = r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})"
_WRITTEN = r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})"
EXPECTED_DAY = "a day such as 2017-12-08 or 8 December 2017"


def parse_day(text: str) -> date:
    """The day that a text names: `2017-12-08`, `8 December 2017`, `8 Dec 2017`, `8/12/2017` (day first).

    Raises ValueError, saying what was expected, for anything else: no day is ever guessed.
    """
    text = text.strip()
    try:
        if iso := re.fullmatch(_ISO, text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if slashed := re.fullmatch(_SLASHED, text):
            return date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
        if written := re.fullmatch(_WRITTEN, text):
            return date(int(written[3]), _month(written[2]), int(written[1]))
    except ValueError:
        pass
    raise ValueError(f"expected {EXPECTED_DAY}")


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if month.lower().startswith(name.lower()) or (name.lower() == "sept" and number == 9):
            return number
    raise ValueError(name)


def long_day(day: date) -> str:
    """`8 December 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`8 Dec 2017`, for narrow places."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_day(day: date) -> str:
    """`Dec 2017`, for a column."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def period(start: date | None, end: date | None) -> str:
    """The days from one to another: `11–15 Sep 2023`, `29 Apr – 3 May 2024`; one day where only one is known."""
    if start is None or end is None or start == end:
        known = start or end
        return short_day(known) if known else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_day(end)}"
    first = short_day(start) if start.year != end.year else short_day(start).rpartition(" ")[0]
    return f"{first} – {short_day(end)}"


YEAR_ENDS = (12, 31)
