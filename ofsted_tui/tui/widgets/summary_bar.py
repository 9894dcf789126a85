"""The top line: judgement and date, then a bar in proportion that carries its own counts."""

from itertools import pairwise
from typing import NamedTuple

from textual.reactive import reactive

from ...core.councils import COUNTED, Councils, Totals
from ...core.dates import long_day, short_day
from ...core.wording import cell_width
from ...output.published_totals import DateOutOfRange, TotalsDifference
from ..keys import keys_of
from .scroll_lines import FixedLines
from .styled_text import Line, Span

BAR = 36
"""The fewest cells of the bar before date and judgement are written in full."""
ROOMY = 9
"""Cells for each part of the bar from which letters and counts have blanks around them."""
FILLS = {"O": "█", "G": "▓", "R": "▒", "A": "▒", "I": "░", "–": "╌"}
"""What fills the part of a grade, by its letter, if colours cannot tell the parts apart."""


class BarPart(NamedTuple):
    """A part of the bar: a grade, or councils without one."""

    number: int
    words: tuple[str, ...]
    """Its names, the longest first; the last is one letter."""
    style: str = "muted"
    action: str = ""

    @property
    def least(self) -> int:
        """The cells that its letter and count take."""
        return cell_width(self.words[-1]) + len(str(self.number))


class SummaryBar(FixedLines):
    """National totals on the date shown, whatever the list is narrowed to. A click on a part lists its councils."""

    national: reactive[Councils | None] = reactive(None)
    """Every council on the day."""
    shown: reactive[Councils | None] = reactive(None)
    """The councils in the list, with the judgement."""
    other_date: reactive[bool] = reactive(default=False)
    """Whether another date than the data's last was chosen."""
    difference: reactive[TotalsDifference | DateOutOfRange | None] = reactive(None)
    """What others printed for the day, if it differs; or that the data does not cover the day."""

    def lines(self, width: int) -> list[Line]:
        """One line: what is counted, and the bar."""
        if self.national is None or self.shown is None:
            return []
        totals = self.national.totals(self.shown.selection.judgement)
        parts = bar_parts(totals)
        label, mark = self._label(totals, width, sum(part.least for part in parts) + len(parts) - 1)
        style = ("past", "screen.latest()") if self.other_date else ("title", "screen.judgement()")
        title: Line = (Span(f" {label} " if self.other_date else label, *style), Span("  "))
        if mark:
            title += (Span(mark, "mark", "screen.explain()"), Span("  "))
        room = width - sum(cell_width(span.text) for span in title)
        return [(*title, *worded_bar(parts, room, filled=self.filled))]

    def _label(self, totals: Totals, width: int, least: int) -> tuple[str, str]:
        """Judgement and date as long as the bar allows, and the mark of a difference, which comes before long words."""
        judgement, long, short = totals.judgement, long_day(totals.as_at), short_day(totals.as_at)
        if self.other_date:
            back = keys_of(self.app).in_words("{latest} Latest")
            labels = [f"{judgement.title} on {long} · {back}", f"{judgement.short} on {short} · {back}",
                      f"{judgement.short} on {short}", short]  # fmt: skip
        else:
            labels = [f"{judgement.title} · {long} · {totals.councils} councils", f"{judgement.short} · {short}",
                      judgement.short]  # fmt: skip
        marks = [f"! {self.difference.brief}", "!"] if self.difference else [""]
        for mark in marks:
            for label in labels:
                room = width - len(label) - 2 * self.other_date - 2 - (len(mark) + 2 if mark else 0)
                if room >= (least if mark or self.other_date else BAR):
                    return label, mark
        return labels[-1], marks[-1]


def bar_parts(totals: Totals) -> list[BarPart]:
    """Every council: by grade, best first, then those without one."""
    parts = [
        BarPart(totals.grades[grade], (grade.word, grade.short, grade.letter), f"tile-{grade.column}",
                f"screen.only('{grade.value}')")
        for grade in COUNTED if totals.grades.get(grade)
    ]  # fmt: skip
    others = [(sum(totals.joint.values()), ("judged jointly", "joint", "j")), (totals.not_judged, ("not judged", "·")),
              (totals.not_inspected, ("not inspected", "·"))]  # fmt: skip
    return parts + [BarPart(count, words) for count, words in others if count]


def worded_bar(parts: list[BarPart], width: int, *, filled: bool = False) -> Line:
    """The parts in proportion, each with the longest words that fit; `filled`: with a pattern instead of colour."""
    cells = _cells_of_parts(parts, width)
    labels = [_label_of(part, size).ljust(size) for part, size in zip(parts, cells, strict=True)]
    if any(touching := [not f"{one[-1:]}{other[:1]}".count(" ") for one, other in pairwise(labels)]):
        cells = _cells_of_parts(parts, width, [*map(int, touching), 0])
    spans: list[Span] = []
    for part, size in zip(parts, cells, strict=True):
        label = _label_of(part, size)
        fill = FILLS.get(part.words[-1], "") if filled else ""
        spans.append(Span(label if fill else label.ljust(size), part.style, part.action))
        if fill:
            spans.append(Span(fill * (size - cell_width(label)), part.style.removeprefix("tile-"), part.action))
    return tuple(spans)


def _cells_of_parts(parts: list[BarPart], width: int, blanks: list[int] | None = None) -> list[int]:
    """The cells of each part in proportion, for its letter and count at least, with so many `blanks` behind them."""
    cells = share_out([part.number for part in parts], width)
    roomy = width >= ROOMY * len(parts)
    for place, part in enumerate(parts):  # a part with too little for a letter takes from the one with most
        least = part.least + (3 if roomy else blanks[place] if blanks else 0)  # with its blanks
        while cells[place] < least and max(cells) > least:
            cells[cells.index(max(cells))] -= 1
            cells[place] += 1
    return cells


def _label_of(part: BarPart, size: int) -> str:
    labels = [f" {word} {part.number} " for word in part.words]
    labels += [f" {part.words[-1]}{part.number} ", f"{part.words[-1]}{part.number} ", f"{part.words[-1]}{part.number}"]
    return next((label for label in labels if cell_width(label) <= size), labels[-1][:size])


def share_out(counts: list[int], cells: int, least: int = 1) -> list[int]:
    """Cells in proportion to counts, adding up to all of them; anything above 0 gets at least `least` cells."""
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
