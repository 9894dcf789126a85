"""The summary bar: the day, the judgement, and how many councils hold each grade, with a bar in proportion."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ..answers import COUNTED
from ..days import long_day, short_day
from ..formats import cut
from .themes import COLOUR

if TYPE_CHECKING:
    from ..answers import Difference
    from ..councils import Councils, Totals
    from ..model import Grade, Judgement


class SummaryBar(Widget):
    """National totals; while the list is narrowed, the shown counts stand beside them."""

    national: reactive[Councils | None] = reactive(None)
    """Every council on the day."""
    shown: reactive[Councils | None] = reactive(None)
    """The councils in the list."""
    difference: reactive[Difference | None] = reactive(None)
    """What somebody else printed for the day, where it differs."""

    def render(self) -> Content:
        """Three lines: what is counted, the counts, the bar."""
        if self.national is None or self.shown is None:
            return Content("")
        judgement = self.shown.selection.judgement
        totals = self.national.totals(judgement)
        shown = self.shown.totals(judgement) if self.shown.selection.narrows else None
        return Content("\n").join([self._title(judgement), self._counts(totals, shown), self._bar(totals)])

    def _title(self, judgement: Judgement) -> Content:
        assert self.national is not None
        assert self.shown is not None
        width, councils = self.content_size.width, len(self.national)
        number = f"{len(self.shown)} of {councils}" if self.shown.selection.narrows else str(councils)
        mark = f"  ! {self.difference.brief}" if self.difference else ""
        for text in (
            f"{judgement.title} · {number} councils · as at {long_day(self.national.as_at)}",
            f"{judgement.title} · {number} councils · {short_day(self.national.as_at)}",
            f"{judgement.short} · {number} councils · {short_day(self.national.as_at)}",
        ):
            if len(text) + len(mark) <= width:
                break
        else:
            mark = mark[:3]
        click = Content.styled(mark, "$text-warning").stylize("@click=screen.explain()")
        return Content.styled(cut(text, width - len(mark)), "bold") + click

    def _counts(self, totals: Totals, shown: Totals | None) -> Content:
        parts = [(grade, totals.grades.get(grade, 0)) for grade in COUNTED if totals.grades.get(grade)]
        for word in (attrgetter("word"), attrgetter("short"), attrgetter("letter")):
            counts = Content("  ").join([
                *(Content.styled(f"{word(grade)} {_number(n, grade, shown)}", COLOUR[grade]) for grade, n in parts),
                *(Content.styled(text, "$text-muted") for text in _others(totals)),
            ])  # fmt: skip
            if counts.cell_length <= self.content_size.width:
                return counts
        return counts.truncate(self.content_size.width, ellipsis=True)

    def _bar(self, totals: Totals) -> Content:
        """A line of blocks in proportion; whole cells are shared out so that they add up to the width."""
        counts = [(grade, totals.grades[grade]) for grade in COUNTED if totals.grades.get(grade)]
        rest = totals.councils - sum(n for _, n in counts)
        cells = share_out([n for _, n in counts] + [rest], self.content_size.width)
        parts = [Content.styled(_labelled(g.letter, size), f"$background on {COLOUR[g]}") for (g, _), size in
                 zip(counts, cells, strict=False)]  # fmt: skip
        return Content("").join([*parts, Content.styled("·" * cells[-1], "$text-muted")])


def _number(number: int, grade: Grade, shown: Totals | None) -> str:
    return f"{shown.grades.get(grade, 0)} of {number}" if shown else str(number)


def _others(totals: Totals) -> list[str]:
    joint = sum(totals.joint.values())
    words = [(joint, "jointly judged"), (totals.not_judged, "not judged"), (totals.not_inspected, "not yet inspected")]
    return [f"{number} {word}" for number, word in words if number]


def _labelled(letter: str, size: int) -> str:
    return f" {letter}".ljust(size) if size > 2 else letter[:size].ljust(size)


def share_out(counts: list[int], cells: int) -> list[int]:
    """Cells in proportion to counts, adding up to all of them; what is not nothing gets at least one cell."""
    total = sum(counts)
    if not total or cells <= 0:
        return [0] * len(counts)
    exact = [count * cells / total for count in counts]
    whole = [max(1, int(part)) if count else 0 for part, count in zip(exact, counts, strict=True)]
    order = sorted(range(len(counts)), key=lambda n: exact[n] - whole[n], reverse=True)
    for n in order:
        if sum(whole) < cells and counts[n]:
            whole[n] += 1
    while sum(whole) > cells and max(whole) > 1:
        whole[whole.index(max(whole))] -= 1
    return whole
