"""Reads a table of judgements: rows of a label and a grade.

Programs that take text out of a PDF put a grade behind its label, between the label's two lines, or half of it above
them, but keep the order of the rows. So the table is read row by row, in bare letters: a row is a label with one whole
grade laid into it or behind it. A row that lacks its grade is left out, and so is every row whose grade may be that of
a neighbour.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ...core.model import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RowName = TypeVar("RowName")
GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "requiresimprovement": Grade.REQUIRES_IMPROVEMENT,
    "requireimprovement": Grade.REQUIRES_IMPROVEMENT,
    "adequate": Grade.ADEQUATE,
    "inadequate": Grade.INADEQUATE,
    "notjudged": None,
}
GRADE = r"(requires?improvement|outstanding|good|inadequate|adequate)"
"""A grade in bare letters, for patterns."""

_PRINTED = tuple(
    tuple(words.split())
    for words in (
        "requires improvement to be good", "require improvement to be good", "requires improvement",
        "require improvement", "outstanding", "good", "inadequate", "adequate", "notjudged",
    )
)  # fmt: skip
"""Every grade as it is printed, in the words between which a line may end; longer ones before those that they begin
with."""
_WHOLE = "|".join("".join(words) for words in _PRINTED)
_GRADE_HERE = re.compile(_WHOLE)
_GRADE_ABOVE = re.compile(rf"(?:{_WHOLE})\Z")
_HALF = re.compile(r"requires?|improvement|tobe|begood")
_FEWEST_ROWS = 2
_HEAD = 6
"""The fewest letters of a label together on its first line."""
_LONGEST_GRADE = 30
"""Letters."""


def as_grade(bare: str) -> Grade | None:
    """The grade that bare letters name; None where they say that no judgement was made."""
    return GRADES[bare.removesuffix("tobegood") or bare]


class JudgementTable(Generic[RowName]):
    """A table whose rows are known by their labels."""

    def __init__(self, labels: Mapping[str, RowName]) -> None:
        """`labels` gives, for every wording of a label in bare letters, the row that it marks."""
        self._labels = dict(labels)
        heads = sorted({re.escape(label[:_HEAD]) for label in labels}, key=len, reverse=True)
        self._start = re.compile(rf"{'|'.join(heads)}|requires?")

    def read(self, text: str) -> dict[RowName, Grade | None]:
        """The grade of each row (None: not judged) in a text of bare letters; empty where there is no such table.

        Rows whose grade could not be read, or could be another row's, are left out.
        """
        best: dict[RowName, Grade | None] = {}
        at = 0
        while found := self._start.search(text, at):
            run = _Run(self._labels, text, found.start())
            rows = run.certain()
            if len(rows) > max(len(best), _FEWEST_ROWS - 1):
                best = rows
            at = max(run.end, found.start() + 1)
        return best

    def headings(self, text: str) -> dict[RowName, Grade | None]:
        """The grade beside each label anywhere in a text, as in the headings of a report's parts.

        A label with two different grades is left out.
        """
        seen: dict[RowName, set[Grade | None]] = {}
        for found in self._start.finditer(text):
            if row := _graded_row(self._labels, text, found.start()):
                seen.setdefault(self._labels[row.label], set()).add(as_grade(row.grade))
        return {row: next(iter(grades)) for row, grades in seen.items() if len(grades) == 1}


class _Graded(NamedTuple):
    """A label and the grade beside it, in bare letters."""

    label: str
    grade: str

    @property
    def length(self) -> int:
        return len(self.label) + len(self.grade)


def _graded_row(labels: Iterable[str], text: str, at: int) -> _Graded | None:
    """The longest label there with a whole grade."""
    rows = (_Graded(label, "".join(words)) for label in labels for words in _PRINTED
            if _laid_out(text, at, label, words, len(label)))  # fmt: skip
    return max(rows, key=lambda row: row.length, default=None)


def _laid_out(text: str, at: int, label: str, words: Sequence[str], whole: int) -> bool:
    """Whether a label stands there with a grade's words behind it, within it, or some of them (never all) above it.

    `whole` is the length of the whole label, of which `label` is what is left.
    """
    if not words:
        return len(label) < whole and text.startswith(label, at)
    for cut in range(len(label) + 1):
        if not text.startswith(label[cut - 1 : cut], at + cut - 1):
            return False
        if text.startswith(words[0], at + cut) and _laid_out(
            text, at + cut + len(words[0]), label[cut:], words[1:], whole
        ):
            return True
    return False


class _Run(Generic[RowName]):
    """One attempt to read a table, from one place in the text until there is neither a label nor a grade."""

    def __init__(self, labels: Mapping[str, RowName], text: str, start: int) -> None:
        self._labels = dict(labels)
        self._found: list[tuple[RowName | None, str]] = []
        """Rows with their grades in order; the grade is empty, or the row None, if the other has no partner."""
        self._grade_above = _GRADE_ABOVE.search(text, max(0, start - _LONGEST_GRADE), start) is not None
        self.end = start
        while step := self._row(text) or self._stray(text) or self._bare(text):
            self.end += step
        self._leave_halves(text)

    def certain(self) -> dict[RowName, Grade | None]:
        """The rows whose grade is beyond doubt."""
        rows = [at for at, (row, _) in enumerate(self._found) if row is not None]
        grades = [at for at, (_, grade) in enumerate(self._found) if grade]
        if len(rows) != len(grades) or any(row - grade not in (0, 1) for row, grade in zip(rows, grades, strict=True)):
            rows = grades = [at for at in rows if at in grades and not self._may_have_moved(at)]
        # Else there are as many grades as rows, each at its row or above it: they belong together in their order.
        pairs = ((self._found[row][0], self._found[grade][1]) for row, grade in zip(rows, grades, strict=True))
        return {row: as_grade(grade) for row, grade in pairs if row is not None}

    def _may_have_moved(self, place: int) -> bool:
        """Whether a row lies between a row without a grade and a grade without a row: there grades may have moved."""
        gaps = [at for at, (_, grade) in enumerate(self._found) if not grade]
        strays = [at for at, (row, _) in enumerate(self._found) if row is None] + [-1] * self._grade_above
        return any(min(gap, stray) < place < max(gap, stray) for gap in gaps for stray in strays)

    def _row(self, text: str) -> int:
        row = _graded_row(self._labels, text, self.end)
        if row:
            self._take(row.label, row.grade)
        return row.length if row else 0

    def _stray(self, text: str) -> int:
        """A grade without a row; above the first row it is not part of the table."""
        found = _GRADE_HERE.match(text, self.end) if self._found else None
        if found:
            self._found.append((None, found[0]))
        return len(found[0]) if found else 0

    def _bare(self, text: str) -> int:
        """A label without a grade."""
        label = max((label for label in self._labels if text.startswith(label, self.end)), key=len, default="")
        if label:
            self._take(label, "")
        return len(label)

    def _leave_halves(self, text: str) -> None:
        """If half a grade follows the last label, the row before took the other half, and has none either."""
        if len(self._found) > 1 and not self._found[-1][1] and _HALF.match(text, self.end):
            self._found[-2] = (self._found[-2][0], "")

    def _take(self, label: str, grade: str) -> None:
        row = self._labels[label]
        self._found.append((row, grade))
        self._labels = {label: other for label, other in self._labels.items() if other != row}
