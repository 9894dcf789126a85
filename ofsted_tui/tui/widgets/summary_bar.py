"""The summary bar: the day, the judgement, and how many councils hold each grade, with a bar in proportion."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from textual.reactive import reactive

from ...core.councils import COUNTED
from ...core.dates import long_day, short_day
from ...core.wording import truncate
from ...output.rows import other_counts
from .scroll_lines import FixedLines
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from ...core.councils import Councils, Totals
    from ...core.model import Grade
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from .styled_text import Line


class SummaryBar(FixedLines):
    """National totals; while the list is narrowed, the shown counts stand beside them."""

    national: reactive[Councils | None] = reactive(None)
    """Every council on the day."""
    shown: reactive[Councils | None] = reactive(None)
    """The councils in the list."""
    difference: reactive[TotalsDifference | DateOutOfRange | None] = reactive(None)
    """What somebody else printed for the day, where it differs; or that the data does not reach the day."""

    def lines(self, width: int) -> list[Line]:
        """Three lines: what is counted, the counts, the bar."""
        if self.national is None or self.shown is None:
            return []
        judgement = self.shown.selection.judgement
        totals = self.national.totals(judgement)
        shown = self.shown.totals(judgement) if self.shown.selection.is_active else None
        return [self._title(totals, shown, width), _counts(totals, shown, width), _bar(totals, width)]

    def _title(self, totals: Totals, shown: Totals | None, width: int) -> Line:
        number = f"{shown.councils} of {totals.councils}" if shown else str(totals.councils)
        mark = f"  ! {self.difference.brief}" if self.difference else ""
        for text in (
            f"{totals.judgement.title} · {number} councils · as at {long_day(totals.as_at)}",
            f"{totals.judgement.title} · {number} councils · {short_day(totals.as_at)}",
            f"{totals.judgement.short} · {number} councils · {short_day(totals.as_at)}",
        ):
            if len(text) + len(mark) <= width:
                break
        else:
            mark = mark[:3]
        return Span(truncate(text, width - len(mark)), "title"), Span(mark, "mark", "screen.explain()")


def _counts(totals: Totals, shown: Totals | None, width: int) -> Line:
    """The counts in words, shorter ones where it is narrow; a click lists the councils."""
    held = [(grade, totals.grades[grade]) for grade in COUNTED if totals.grades.get(grade)]
    for word in (attrgetter("word"), attrgetter("short"), attrgetter("letter")):
        counts = [
            Span(f"{word(grade)} {_number(n, grade, shown)}", grade.column, f"screen.only('{grade.value}')")
            for grade, n in held
        ]
        parts = [*counts, *(Span(words, "muted") for words in other_counts(totals))]
        line = tuple(span for part in parts for span in (part, Span("  ")))[:-1]
        if len(line_text(line)) <= width:
            break
    return line


def _bar(totals: Totals, width: int) -> Line:
    """A line of blocks in proportion; whole cells are shared out so that they add up to the width."""
    counts = [(grade, totals.grades[grade]) for grade in COUNTED if totals.grades.get(grade)]
    rest = totals.councils - sum(n for _, n in counts)
    cells = share_out([n for _, n in counts] + [rest], width)
    parts = [
        Span(_labelled(grade.letter, size), f"tile-{grade.column}")
        for (grade, _), size in zip(counts, cells, strict=False)
    ]
    return (*parts, Span("·" * cells[-1], "muted"))


def _number(number: int, grade: Grade, shown: Totals | None) -> str:
    return f"{shown.grades.get(grade, 0)} of {number}" if shown else str(number)


def _labelled(letter: str, size: int) -> str:
    return f" {letter}".ljust(size) if size > 2 else letter[:size].ljust(size)


def share_out(counts: list[int], cells: int, least: int = 1) -> list[int]:
    """Cells in proportion to counts, adding up to all of them; what is not nothing gets `least` cells at least."""
    total = sum(counts)
    if not total or cells <= 0:
        return [0] * len(counts)
    exact = [count * cells / total for count in counts]
    whole = [max(least, int(part)) if count else 0 for part, count in zip(exact, counts, strict=True)]
    order = sorted(range(len(counts)), key=lambda n: exact[n] - whole[n], reverse=True)
    for n in order:
        if sum(whole) < cells and counts[n]:
            whole[n] += 1
    while sum(whole) > cells and max(whole) > 1:
        whole[whole.index(max(whole))] -= 1
    return whole
