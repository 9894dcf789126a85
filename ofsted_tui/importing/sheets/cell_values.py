"""What the cells of other people's tables mean: grades, days, kinds of inspection. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import parse_day
from ...core.model import Framework, Grade
from ...core.search import fold
from .sheet import DAY_ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = frozenset({
    "", "na", "n a", "none", "nan", "null", "not applicable", "inspection pre dates judgement", "not judged",
    "no data", "null value",
})  # fmt: skip
"""Folded cells that say that there is nothing."""
NO_GRADE = "is no grade"
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
_TWO_AND_YEAR = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
_WITH_HYPHENS = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d{4}|\d{2})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00(?:\.0+)?)?")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_MONTHS_A_YEAR = 12
AMBIGUOUS = "may be two days"
"""How a doubt about a day begins that could have its month first."""
_VISITS = ("focused visit", "monitoring visit", "joint targeted", "jtai", "pilot")
"""Kinds of visit that give no grade."""


def grade(cell: str) -> Grade | None:
    """The grade of a cell; None where it says that there is none. Raises ValueError for what is no grade."""
    word = fold(cell)
    if word in NOTHING:
        return None
    try:
        return _GRADES[word]
    except KeyError:
        raise ValueError("expected a grade, such as good or requires improvement") from None


class DateOrder(NamedTuple):
    """How one column writes its days."""

    zero: date = DAY_ZERO
    """From which its numbers count."""
    month_first: bool = False
    """Whether it holds a day that can only be one with its month first, as in America."""

    @classmethod
    def of(cls, cells: Iterable[str], zero: date = DAY_ZERO) -> DateOrder:
        """As the cells of the column show it."""
        both = [found for cell in cells if (found := _TWO_AND_YEAR.fullmatch(cell.strip()))]
        return cls(zero, any(int(found[1]) <= _MONTHS_A_YEAR < int(found[2]) for found in both))

    def read(self, cell: str) -> date | None:
        """The day of a cell, day before month; two figures of a year mean this century.

        Raises ValueError for what is no day, or may be two.
        """
        cell = cell.strip()
        if fold(cell) in NOTHING:
            return None
        if slashed := _TWO_AND_YEAR.fullmatch(cell):
            if self.month_first and int(slashed[2]) <= _MONTHS_A_YEAR and slashed[1] != slashed[2]:
                raise ValueError(f"{AMBIGUOUS}: other days of the column have the month first")
            cell = f"{slashed[1]}/{slashed[2]}/{_whole(slashed[3])}"
        elif hyphened := _WITH_HYPHENS.fullmatch(cell):
            cell = f"{hyphened[1]} {hyphened[2]} {_whole(hyphened[3])}"
        elif timed := _WITH_TIME.fullmatch(cell):
            cell = timed[1]
        elif (serial := _SERIAL.fullmatch(cell)) and 35_000 <= int(serial[1]) <= 73_050:  # some year before 2100
            return self.zero + timedelta(days=int(serial[1]))
        return parse_day(cell)


def no_day(problem: ValueError) -> str:
    """Why a cell gives no day, to stand behind it: `is no day`, or that it may be two."""
    return str(problem) if str(problem).startswith(AMBIGUOUS) else "is no day"


def _whole(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def name(cell: str) -> str:
    """A name; empty where the cell says that there is none."""
    return "" if fold(cell) in NOTHING else cell


def is_visit(cell: str) -> bool:
    """Whether a kind of inspection is a visit, which gives no grade."""
    word = fold(cell)
    return any(visit in word for visit in _VISITS)


def framework(cell: str) -> Framework | None:
    """The framework that a cell names, alone or within a kind of inspection; None where it names none."""
    words = set(fold(cell).upper().split())
    named = [framework for framework in Framework if framework.value in words]
    if len(named) == 1:
        return named[0]
    return Framework.ILACS if words & {"SHORT", "STANDARD"} and len(words) <= 2 else None


def kind(cell: str) -> str:
    """The type of an inspection that a cell names, as in `inspections.csv`; empty where it names none."""
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
