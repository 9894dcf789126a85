"""What others published as national totals, set beside what the reports give."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..core.councils import SCALE, Councils
from ..core.dates import long_day, month_day, short_day
from ..core.model import Framework, Grade, Judgement
from ..core.repository import ReportedTotals, Repository
from ..core.wording import listed


class TotalsDifference(NamedTuple):
    """National totals that others printed and that differ from those of the reports."""

    reported: ReportedTotals
    ours: tuple[tuple[Grade, int], ...]
    """Each grade with a different number in print, best first, with the number from the reports."""
    councils: int

    @property
    def brief(self) -> str:
        """`press: 30 inadequate`, or `Ofsted: 36 outstanding, 31 RI`."""
        counts = (f"{self.reported.grades[grade]} {_short(grade)}" for grade, _ in self.ours)
        return f"{self.reported.reported_by}: {', '.join(counts)}"

    @property
    def sentence(self) -> str:
        """What was printed, what the reports give, and why they differ."""
        printed = listed([f"{self.reported.grades[grade]} {grade.value}" for grade, _ in self.ours])
        ours = listed([str(number) for _, number in self.ours])
        return (
            f"{self.reported.who} reported {printed} for {long_day(self.reported.as_at)}; we count {ours} of "
            f"{self.councils} councils. {self.reported.note}"
        ).strip()


LONG_NAME = 20
"""A name longer than this is shortened to initials in a list: `ADCS`."""


def counts_in_brief(reported: ReportedTotals) -> str:
    """Who counted and what, best grade first: `press: 3/52/68/30`; · for a grade that was not counted."""
    who = reported.reported_by
    if len(who) > LONG_NAME:
        who = "".join(word[0] for word in who.split() if word[0].isupper())
    if not reported.grades:
        return f"{who}: percentage only"
    return f"{who}: {'/'.join(str(reported.grades.get(grade, '·')) for grade in SCALE)}"


def _short(grade: Grade) -> str:
    """The grade inside a line: `outstanding`, `RI`."""
    return grade.short if grade.short.isupper() else grade.short.lower()


class DateOutOfRange(NamedTuple):
    """A day outside what the data covers."""

    brief: str
    sentence: str


def beyond(repository: Repository, day: date) -> DateOutOfRange | None:
    """That a day is before the first report on a whole service, or after the last that we hold; None for other days."""
    last = repository.last_day
    if day == last:
        return None
    if day > last:
        ends = f"The data ends on {long_day(last)}; later reports are not in it."
        return DateOutOfRange(f"data to {short_day(last)}", ends)
    if day < (first := repository.first_day):
        begins = f"The first report under the single inspection framework was published on {long_day(first)}."
        return DateOutOfRange(f"SIF from {month_day(first)}", begins)
    return None


def reported_difference(repository: Repository, councils: Councils, judgement: Judgement) -> TotalsDifference | None:
    """The first published totals for the day that differ from those of the reports; None if none do."""
    held = councils.totals(judgement).grades
    for reported in _printed(repository, councils, judgement):
        grades = [grade for grade in Grade if grade in reported.grades]
        ours = tuple((grade, held.get(grade, 0)) for grade in grades if reported.grades[grade] != held.get(grade, 0))
        if ours:
            return TotalsDifference(reported, ours, len(councils))
    return None


def explained(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """Published totals for the day, and any difference; or that the data does not cover the day."""
    if said := remark(repository, councils, judgement):
        return said.sentence
    if printed := what_was_printed(repository, councils, judgement):
        return printed
    days = (reported.as_at for reported in repository.reported if reported.judgement is judgement and reported.grades)
    nearest = min(days, key=lambda day: abs(day - councils.as_at), default=None)
    elsewhere = f" The nearest are for {long_day(nearest)}." if nearest else ""
    return f"We hold no published totals for this date and judgement.{elsewhere}"


def what_was_printed(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """The published totals for a day on which none differ, in sentences; empty if there are none."""
    alike = list(_printed(repository, councils, judgement))
    sentences = []
    for reported in repository.reported_on(councils.as_at, judgement):
        counts = ", ".join(f"{count} {grade.value}" for grade, count in reported.grades.items()) or "no counts"
        same = "; we count the same" if reported.grades and reported in alike else ""
        sentences.append(
            f"{reported.who} reported {counts} for {long_day(reported.as_at)}{same}. {reported.note}".strip()
        )
    return " ".join(sentences)


def _printed(repository: Repository, councils: Councils, judgement: Judgement) -> Iterator[ReportedTotals]:
    """What others printed for the day about the same inspections."""
    for reported in repository.reported_on(councils.as_at, judgement):
        if not reported.framework or _frameworks(councils) == {reported.framework}:
            yield reported


def remark(
    repository: Repository, councils: Councils, judgement: Judgement
) -> TotalsDifference | DateOutOfRange | None:
    """What belongs beside the totals of a day: published ones that differ, or that the data does not cover the day."""
    return reported_difference(repository, councils, judgement) or beyond(repository, councils.as_at)


def _frameworks(councils: Councils) -> set[Framework]:
    return {s.inspection.framework for s in councils if s.inspection}
