"""What others published as national totals, set beside what the reports give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.dates import long_day, month_day, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..core.councils import Councils
    from ..core.model import Framework, Grade, Judgement
    from ..core.repository import ReportedTotals, Repository


class TotalsDifference(NamedTuple):
    """A national total that others printed otherwise than the reports give it."""

    reported: ReportedTotals
    grade: Grade
    ours: int
    councils: int

    @property
    def brief(self) -> str:
        """`press: 30 inadequate`."""
        return f"{self.reported.reported_by}: {self.reported.grades[self.grade]} {self.grade.value}"

    @property
    def sentence(self) -> str:
        """What was printed, what the reports give, and why they differ."""
        return (
            f"{self.reported.who} printed {self.reported.grades[self.grade]} {self.grade.value} for "
            f"{long_day(self.reported.as_at)}; the reports give {self.ours} of {self.councils}. {self.reported.note}"
        ).strip()


class DateOutOfRange(NamedTuple):
    """A day that lies outside of what the data covers."""

    brief: str
    sentence: str


def beyond(repository: Repository, day: date) -> DateOutOfRange | None:
    """What is to be said of a day before the first report of the whole service, or after the last report held."""
    first, last = repository.first_day, repository.last_day
    if day > last:
        ends = f"The data ends on {long_day(last)}; later reports are not in it."
        return DateOutOfRange(f"data to {short_day(last)}", ends)
    if day < first:
        begins = f"The first report under the single inspection framework came out on {long_day(first)}."
        return DateOutOfRange(f"SIF from {month_day(first)}", begins)
    return None


def reported_difference(repository: Repository, councils: Councils, judgement: Judgement) -> TotalsDifference | None:
    """Where somebody printed another number for the day than the reports give."""
    ours = councils.totals(judgement)
    for reported in _printed(repository, councils, judgement):
        for grade, count in reported.grades.items():
            if count != ours.grades.get(grade, 0):
                return TotalsDifference(reported, grade, ours.grades.get(grade, 0), len(councils))
    return None


def explained(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """What others printed for the day, and where it differs; or that the data does not reach the day."""
    if said := remark(repository, councils, judgement):
        return said.sentence
    printed = what_was_printed(repository, councils, judgement)
    return printed or "Nobody is known to have printed totals for this day and judgement."


def what_was_printed(repository: Repository, councils: Councils, judgement: Judgement) -> str:
    """What others printed for a day on which nothing differs, in sentences; empty where nobody did."""
    alike = list(_printed(repository, councils, judgement))
    sentences = []
    for reported in repository.reported_on(councils.as_at, judgement):
        counts = ", ".join(f"{count} {grade.value}" for grade, count in reported.grades.items()) or "no counts"
        same = "; the reports give the same" if reported.grades and reported in alike else ""
        sentences.append(
            f"{reported.who} printed {counts} for {long_day(reported.as_at)}{same}. {reported.note}".strip()
        )
    return " ".join(sentences)


def _printed(repository: Repository, councils: Councils, judgement: Judgement) -> Iterator[ReportedTotals]:
    """What others printed for the day of the same inspections."""
    for reported in repository.reported_on(councils.as_at, judgement):
        if not reported.framework or _frameworks(councils) == {reported.framework}:
            yield reported


def remark(
    repository: Repository, councils: Councils, judgement: Judgement
) -> TotalsDifference | DateOutOfRange | None:
    """What is to be said beside the totals of a day: what others printed, or that the data does not reach it."""
    return reported_difference(repository, councils, judgement) or beyond(repository, councils.as_at)


def _frameworks(councils: Councils) -> set[Framework]:
    return {s.inspection.framework for s in councils if s.inspection}
