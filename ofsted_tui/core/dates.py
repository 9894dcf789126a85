"""Days as people write and read them."""

import re
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Compiled when a day is first read: none is read at the start.
_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_SLASHED = r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})"
_WRITTEN = r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4}|\d{2})"
_YEAR = r"(?:19|20)\d{2}"
_MONTHS = (rf"(?P<word>[A-Za-z]{{3,9}})\.?,?\s+(?P<year>{_YEAR})", rf"(?P<number>\d{{1,2}})[/.](?P<year>{_YEAR})",
           rf"(?P<year>{_YEAR})-(?P<number>\d{{1,2}})")  # fmt: skip
EXPECTED_DAY = "a date such as 8 December 2017, 8/12/17 or 2017-12-08"
EXPECTED_DAYS = f"{EXPECTED_DAY}, a month (Dec 2017) or a year (2017)"


class Days(NamedTuple):
    """The days from one to another, both counted: of a year, of a month, or one day alone."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def parse_day(text: str) -> date:
    """The day that a text names: `2017-12-08`, `8 December 2017`, `8 Dec 17`, `8/12/2017`, `8/12/17` (day first).

    A year of two digits is in this century. Raises ValueError, saying what was expected, for anything else: no day is
    ever guessed.
    """
    text = text.strip()
    try:
        if iso := re.fullmatch(_ISO, text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if slashed := re.fullmatch(_SLASHED, text):
            return date(_year(slashed[3]), int(slashed[2]), int(slashed[1]))
        if written := re.fullmatch(_WRITTEN, text):
            return date(_year(written[3]), _month(written[2]), int(written[1]))
    except ValueError:
        pass
    raise ValueError(f"expected {EXPECTED_DAY}")


def parse_days(text: str) -> Days:
    """The days that a text names: those of a year (`2017`) or of a month (`Dec 2017`, `12/2017`), or one day alone.

    Raises ValueError, saying what was expected, for anything else.
    """
    text = text.strip()
    if re.fullmatch(_YEAR, text):
        return Days(date(int(text), 1, 1), date(int(text), 12, 31))
    try:
        for pattern in _MONTHS:
            if named := re.fullmatch(pattern, text):
                found = named.groupdict()
                month = _month(found["word"]) if "word" in found else int(found["number"])
                return month_of(date(int(found["year"]), month, 1))
        day = parse_day(text)
        return Days(day, day)
    except ValueError:
        raise ValueError(f"expected {EXPECTED_DAYS}") from None


def has_form_of_days(text: str) -> bool:
    """Whether a text is written as a day or a month is, as `31/02/2020`: where it is none, nothing else was meant."""
    return any(re.fullmatch(form, text.strip()) for form in (_ISO, _SLASHED, _WRITTEN, *_MONTHS))


def month_of(day: date) -> Days:
    """The days of the month in which a day lies."""
    following = date(day.year + (day.month == 12), day.month % 12 + 1, 1)
    return Days(day.replace(day=1), following - timedelta(days=1))


def _year(figures: str) -> int:
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


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
