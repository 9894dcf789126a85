"""What the cells of other people's tables mean: grades, days, kinds of inspection. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..days import parse_day
from ..model import Framework, Grade
from ..search import fold

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
_SHORT_YEAR = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00(?:\.0+)?)?")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_EPOCH = date(1899, 12, 30)
"""The day from which spreadsheets count."""
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


def day(cell: str) -> date | None:
    """The day of a cell, day before month; two figures of a year mean this century. Raises ValueError for no day."""
    if fold(cell) in NOTHING:
        return None
    if short := _SHORT_YEAR.fullmatch(cell):
        cell = f"{short[1]}/{short[2]}/20{short[3]}"
    elif timed := _WITH_TIME.fullmatch(cell):
        cell = timed[1]
    elif (serial := _SERIAL.fullmatch(cell)) and 36_526 <= int(serial[1]) <= 73_050:  # the years 2000 to 2099
        return _EPOCH + timedelta(days=int(serial[1]))
    return parse_day(cell)


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
