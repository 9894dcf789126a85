"""What the cells of other people's tables mean: grades, days, kinds of inspection. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import parse_day
from ...core.model import ILACS_FORMS, Framework, Grade
from ...core.search import fold
from ...core.visits import VisitType
from .columns import without_notes
from .sheet import DAY_ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = frozenset({
    "", "na", "n a", "none", "nan", "null", "not applicable", "inspection pre dates judgement", "not judged",
    "no data", "null value", "x", "z", "c",
})  # fmt: skip
"""Folded cells that say that there is nothing; `[x]`, `[z]` and `[c]` are marks of official statistics."""
NO_GRADE = "is not a grade"
"""How a doubt about a cell ends."""
UNREAD = "data unreadable"
"""What the public scrape tool writes where it could not read a report."""
_GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "requires improvement": Grade.REQUIRES_IMPROVEMENT,
    "requires improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "ri": Grade.REQUIRES_IMPROVEMENT,
    "adequate": Grade.ADEQUATE,
    "inadequate": Grade.INADEQUATE,
    "not given": Grade.NOT_GIVEN,
    "not reported post reform": Grade.NOT_GIVEN,
    "not reported 2026 framework change": Grade.NOT_GIVEN,
}
_YES_NO = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_FRAMEWORKS = frozenset({framework.value for framework in Framework}.union(ILACS_FORMS))
_TWO_AND_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_WITH_HYPHENS = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTH_IN_WORDS_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+", re.IGNORECASE)
_TIME_OF_DAY = re.compile(
    r"[\sT,]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
"""A time behind a day, with its zone: neither means anything for the day on which a report came out."""
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_LAST_SERIAL = 73_050
"""Some day of the year 2099."""
_MONTHS_A_YEAR = 12
AMBIGUOUS = "could be two different dates"
"""How a doubt begins about a day that may have its day or its month first."""
_MIXED = f"{AMBIGUOUS}: some dates in the table have the day first, some the month; write them as 2026-11-10"
_VISITS = ("focused visit", "monitoring visit", "joint targeted", "jtai", "pilot")
"""Kinds of visit that give no grade."""


def grade(cell: str) -> Grade | None:
    """The grade of a cell; None if it says that there is none. Raises ValueError for what is not a grade."""
    word = fold(without_notes(cell))
    if word in NOTHING:
        return None
    try:
        return _GRADES[word]
    except KeyError:
        raise ValueError("expected a grade, such as good or requires improvement") from None


def yes_or_no(cell: str) -> bool | None:
    """The answer of a cell; None where it gives none. Raises ValueError for what is neither yes nor no."""
    word = fold(cell)
    if word in NOTHING:
        return None
    try:
        return _YES_NO[word]
    except KeyError:
        raise ValueError("expected yes or no") from None


class DateOrder(NamedTuple):
    """How one table writes its days, as all of its days together show."""

    zero: date = DAY_ZERO
    """From which its numbers count."""
    day_first: str = ""
    """A day that can only be one with its day first, as in Britain; empty where there is none."""
    month_first: str = ""
    """One that can only be one with its month first, as in America."""

    @classmethod
    def of(cls, cells: Iterable[str], zero: date = DAY_ZERO) -> DateOrder:
        """As the cells with days show it."""
        day_first = month_first = ""
        for cell in cells:
            if found := _TWO_AND_YEAR.fullmatch(_day_alone(cell)):
                one, two = int(found[1]), int(found[3])
                if two <= _MONTHS_A_YEAR < one:
                    day_first = day_first or cell
                elif one <= _MONTHS_A_YEAR < two:
                    month_first = month_first or cell
        return cls(zero, day_first, month_first)

    @property
    def american(self) -> bool:
        """Whether the table has its months first, all of them."""
        return bool(self.month_first) and not self.day_first

    def read(self, cell: str) -> date | None:
        """The day of a cell; a year of two digits is in this century. Raises ValueError for none, or for two."""
        if fold(cell) in NOTHING:
            return None
        cell = _day_alone(cell)
        if numbers := _TWO_AND_YEAR.fullmatch(cell):
            if numbers[2] == "-" and len(numbers[4]) == 2:
                raise ValueError(f"{AMBIGUOUS}: the year is not clear; write it as 2026-11-10")
            return self._of_numbers(numbers[1], numbers[3], _whole(numbers[4]))
        if (serial := _SERIAL.fullmatch(cell)) and 35_000 <= int(serial[1]) <= _LAST_SERIAL:
            return self.zero + timedelta(days=int(serial[1]))
        if hyphened := _WITH_HYPHENS.fullmatch(cell):
            cell = f"{hyphened[1]} {hyphened[2]} {_whole(hyphened[3])}"
        elif year_first := _YEAR_FIRST.fullmatch(cell):
            cell = "-".join(year_first.groups())
        elif words := _MONTH_IN_WORDS_FIRST.fullmatch(cell):
            cell = f"{words[2]} {words[1]} {words[3]}"
        return parse_day(cell)

    def _of_numbers(self, one: str, two: str, year: str) -> date:
        """The day of two numbers and a year, in the order of the table."""
        if self.american:
            one, two = two, one
        elif self.month_first and int(one) <= _MONTHS_A_YEAR and one != two:
            raise ValueError(_MIXED)
        return parse_day(f"{one}/{two}/{year}")


def _day_alone(cell: str) -> str:
    """A cell without the time of day and the name of the weekday."""
    return _WEEKDAY.sub("", _TIME_OF_DAY.sub("", cell.strip()), count=1)


def no_day(problem: ValueError) -> str:
    """Why a cell gives no day, to follow it: `is not a date`, or that it may be two."""
    return str(problem) if str(problem).startswith(AMBIGUOUS) else "is not a date"


def _whole(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def name(cell: str) -> str:
    """A name; empty if the cell says that there is none."""
    return "" if fold(cell) in NOTHING else cell


def is_visit(cell: str) -> bool:
    """Whether a kind of inspection is a visit, which gives no grade."""
    word = fold(cell)
    return any(visit in word for visit in _VISITS)


def visit_type(cell: str) -> VisitType | None:
    """The kind of visit that a cell names; None if it names none that has a letter of its own."""
    word = fold(cell)
    return next((kind for kind in VisitType if kind.value in word), None)


def framework(cell: str) -> Framework | None:
    """The framework that a cell names, alone or within a kind of inspection; None if it names none."""
    words = set(fold(cell).upper().split())
    named = [framework for framework in Framework if framework.value in words]
    if len(named) == 1:
        return named[0]
    return Framework.ILACS if words in ({"SHORT"}, {"STANDARD"}) else None  # schools have a “short inspection”


def is_framework(cell: str) -> bool:
    """Whether a cell is the name of a framework, or of a version such as `ILACS 2023`, and nothing else."""
    return fold(cell).upper() in _FRAMEWORKS


def kind(cell: str) -> str:
    """The type of an inspection that a cell names, as in `inspections.csv`; empty if it names none."""
    word = f" {fold(cell)} "
    if "longer than" in word:
        return ""
    for known, means in (
        (" short ", "short"), (" standard ", "standard"), (" re inspection ", "re-inspection"),
        (" reinspection ", "re-inspection"), (" first ", "first"), (" review ", "review"),
        (" looked after children ", "looked-after children"),
    ):  # fmt: skip
        if known in word:
            return means
    return ""
