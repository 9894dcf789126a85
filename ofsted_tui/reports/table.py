"""Reads a table of judgements: rows of a label and a grade.

Programs that take text out of a PDF put a grade behind its label, between the label's two lines, or (half of it)
above them, but keep the order of the rows. So labels and grades are read as two streams out of one text, letter by
letter; each label says which judgement its row is, wherever the row stands, and a text whose two streams do not fit
each other is not read at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from ..model import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = TypeVar("Row")
NOT_JUDGED = "notjudged"
GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "requiresimprovement": Grade.REQUIRES_IMPROVEMENT,
    "requireimprovement": Grade.REQUIRES_IMPROVEMENT,
    "adequate": Grade.ADEQUATE,
    "inadequate": Grade.INADEQUATE,
    NOT_JUDGED: None,
}
GRADE = r"(requires?improvement|outstanding|good|inadequate|adequate)"
"""A grade in bare letters, for patterns."""

_PIECE = re.compile(r"requires?|improvement|outstanding|good|inadequate|adequate|notjudged")
_TAIL = (("improvement", "to"), ("improvementto", "be"))
_STREAM = re.compile(
    r"(?:(?:requires?improvement(?:to(?:be(?:good)?)?)?|outstanding|good|inadequate|adequate|notjudged))*"
)
_ONE = re.compile(r"(requires?improvement)(?:to(?:be(?:good)?)?)?|(outstanding|good|inadequate|adequate|notjudged)")
_FEWEST_ROWS = 2
_HEAD = 6
"""Letters of a label that stand together on its first line."""


def as_grade(bare: str) -> Grade | None:
    """The grade that bare letters name; None where they say that no judgement was made."""
    return GRADES[bare]


class JudgementTable(Generic[Row]):
    """A table whose rows are known by their labels."""

    def __init__(self, labels: Mapping[str, Row]) -> None:
        """`labels` gives, for every wording of a label in bare letters, the row that it marks."""
        self._labels = dict(labels)

    def read(self, text: str) -> dict[Row, Grade | None]:
        """The grade of each row (None: not judged) in a text of bare letters; empty where there is no such table."""
        best: dict[Row, Grade | None] = {}
        for start, at_label in self._starts(text):
            rows = self._read_from(text, start, at_label=at_label)
            if len(rows) > max(len(best), _FEWEST_ROWS - 1):
                best = rows
        return best

    def _starts(self, text: str) -> Iterator[tuple[int, bool]]:
        """Where a table may begin: at a label, or at a half grade that stands above its label."""
        heads = "|".join(sorted({re.escape(label[:_HEAD]) for label in self._labels}, key=len, reverse=True))
        for found in re.finditer(rf"(?=({heads})|requires?)", text):
            yield found.start(), found[1] is not None

    def _read_from(self, text: str, start: int, *, at_label: bool) -> dict[Row, Grade | None]:
        run = _Run(self._labels)
        run.follow(text, start)
        whole = _STREAM.match(run.grades)
        grades = list(_ONE.finditer(whole[0] if whole else ""))
        # Behind the last row a sentence may begin with a word of a grade; before the first row nothing may.
        left_over = len(grades) > len(run.rows) or (whole and whole.end() < len(run.grades))
        if len(grades) < len(run.rows) or (left_over and not at_label):
            return {}
        # A grade stands at its own row: else a row lacks one, and took that of the next.
        if any(run.begun[grade.start()] - at not in (0, 1) for at, grade in enumerate(grades[: len(run.rows)])):
            return {}
        return {row: as_grade(grade[1] or grade[2]) for row, grade in zip(run.rows, grades, strict=False)}


class _Run(Generic[Row]):
    """One attempt to read a table from one place in the text."""

    def __init__(self, labels: Mapping[str, Row]) -> None:
        self._labels = dict(labels)
        self.rows: list[Row] = []
        self.grades = ""
        self.begun: dict[int, int] = {}
        """How many labels had begun where a piece of a grade begins, by its place in `grades`."""
        self._label = ""
        self._complete = ""
        self._grades_before = ""

    def follow(self, text: str, at: int) -> None:
        """Read on until something stands there that is neither a label nor a grade."""
        while at < len(text):
            step = self._piece(text, at) or self._letter(text[at]) or self._tail(text, at)
            if not step and not self._close():
                break
            at += step
        if self._label and not self._close():
            # The beginning of a sentence looked like the beginning, or the longer form, of a label.
            self.grades, self._label = self._grades_before, self._complete
            self._close()

    def _piece(self, text: str, at: int) -> int:
        found = _PIECE.match(text, at)
        if not found or self._leads_to_label(found[0]):
            return 0
        self.begun[len(self.grades)] = len(self.rows) + bool(self._label)
        self.grades += found[0]
        return len(found[0])

    def _letter(self, letter: str) -> int:
        if not self._leads_to_label(letter):
            return 0
        if not self._label or self._label in self._labels:
            self._grades_before, self._complete = self.grades, self._label
        self._label += letter
        return 1

    def _tail(self, text: str, at: int) -> int:
        """The rest of “improvement to be good”, of which the last word counts as a grade's piece."""
        for before, word in _TAIL:
            if self.grades.endswith(before) and text.startswith(word, at):
                self.grades += word
                return len(word)
        return 0

    def _leads_to_label(self, more: str) -> bool:
        return any(label.startswith(self._label + more) for label in self._labels)

    def _close(self) -> bool:
        """End the row whose label is complete; False where none is."""
        if self._label not in self._labels:
            return False
        row = self._labels[self._label]
        self.rows.append(row)
        self._labels = {label: other for label, other in self._labels.items() if other != row}
        self._label = self._complete = ""
        return True
