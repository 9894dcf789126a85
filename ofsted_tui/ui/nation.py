"""The nation: totals over time as a chart of letters and colours, then the regions side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.over_time import totals_over_time
from ..answers import COUNTED
from ..councils import by_region
from ..days import short_day
from ..model import NO_OVERALL, Judgement
from .bindings import bindings
from .commands import NATION, VIEW
from .document import Document, Span
from .rows import Item
from .summary_bar import share_out
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..councils import Totals
    from ..formats import Answer
    from .app import OfstedApp

HEIGHTS = (8, 20)
"""Fewest and most lines of the chart."""
FRAMEWORKS = ((date(2014, 2, 11), "SIF"), (date(2018, 3, 12), "ILACS"), (NO_OVERALL, "2026"))
"""When each framework's reports began to come out; from April 2026 no overall is given."""


class Nation(View):
    """How many councils held each grade, month by month, and in each region."""

    COMMANDS_HERE = (*NATION, *VIEW)
    BINDINGS = bindings(NATION)

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        self.months: tuple[Totals, ...] = ()
        self.month = -1
        """Which month is looked at; -1 the last."""

    def write(self) -> None:
        """Count, then write."""
        judgement = self.browse.selection.judgement
        self.months = totals_over_time(self.repository, judgement)
        days = [totals.as_at for totals in self.months]
        self.month = max((n for n, day in enumerate(days) if day <= self.browse.as_at), default=len(days) - 1)
        super().write()

    @property
    def looked_at(self) -> Totals:
        """The totals of the month looked at."""
        return self.months[self.month]

    def heading(self) -> str:
        """The month's totals."""
        totals = self.looked_at
        return f"{totals.judgement.title} · {totals.councils} councils · as at {short_day(totals.as_at)}"

    def note(self) -> str:
        """The counts of the month."""
        totals = self.looked_at
        counts = [f"{g.short} {totals.grades[g]}" for g in COUNTED if totals.grades.get(g)]
        others = [(sum(totals.joint.values()), "jointly judged"), (totals.not_judged, "not judged"),
                  (totals.not_inspected, "not yet inspected")]  # fmt: skip
        return " · ".join([*counts, *(f"{number} {words}" for number, words in others if number)])

    def items(self, width: int) -> Sequence[Item]:
        """The chart, then a row for each region."""
        return [self._chart(width), *self._regions(width)]

    def _chart(self, width: int) -> Item:
        columns = self._columns(max(12, width - 2))
        page = Document(width)
        page.line(*(Span("▼" if here else " ", "mark") for _, here in columns))
        height = min(max(self.size.height - 14, HEIGHTS[0]), HEIGHTS[1])
        stacks = [stack(totals, height) for totals, _ in columns]
        for row in range(height):
            page.lines.append(tuple(Span(*stacks[n][row]) for n in range(len(columns))))
        page.line(Span(self._axis(columns), "muted"))
        page.line(Span(self._eras(columns), "muted"))
        if self.looked_at.judgement is Judgement.OVERALL:
            page.paragraph(Span(
                "O outstanding, G good, R requires improvement, I inadequate, – not given, · no grade yet. "
                "Inspections begun from April 2026 give no overall effectiveness, so its line ends council by council.",
                "muted"))  # fmt: skip
        page.blank()
        return Item(tuple(page.lines), self.looked_at.as_at)

    def _columns(self, width: int) -> list[tuple[Totals, bool]]:
        """Months that fit the width, evenly thinned, the one looked at among them."""
        step = -(-len(self.months) // width)
        shown = range(len(self.months) - 1, -1, -step)
        nearest = min(shown, key=lambda n: abs(n - self.month))
        return [(self.months[self.month if n == nearest else n], n == nearest) for n in reversed(shown)]

    def _axis(self, columns: list[tuple[Totals, bool]]) -> str:
        line = [" "] * (len(columns) + 4)
        years = [totals.as_at.year for totals, _ in columns]
        for place, year in enumerate(years):
            if (place == 0 or years[place - 1] != year) and "".join(line[max(0, place - 1) : place + 4]).strip() == "":
                line[place : place + 4] = f"{year}"
        return "".join(line).rstrip()

    def _eras(self, columns: list[tuple[Totals, bool]]) -> str:
        line = [" "] * (len(columns) + 8)
        for begun, name in FRAMEWORKS:
            place = next((n for n, (totals, _) in enumerate(columns) if totals.as_at >= begun), None)
            if place is not None:
                mark = f"└{name}"
                line[place : place + len(mark)] = mark
        return "".join(line).rstrip()

    def _regions(self, width: int) -> list[Item]:
        councils = self.repository.as_at(self.looked_at.as_at)
        judgement = self.looked_at.judgement
        page = Document(width)
        page.line(Span(f"{'Region':<25}", "heading"), Span("councils by grade; Enter lists them", "muted"))
        items = [Item(tuple(page.lines))]
        for region, theirs in by_region(councils).items():
            totals = theirs.totals(judgement)
            items.append(Item((region_line(region, totals, width),), region))
        return items

    def answer(self) -> Answer:
        """Every month in rows."""
        return tabulate.monthly_totals(self.repository, self.looked_at.judgement)

    def open(self, target: Any) -> None:
        """The month opens the country on that day; a region lists its councils on that day."""
        day = self.looked_at.as_at
        region = target if isinstance(target, str) else ""
        self.browse.show_on(None if day == self.repository.last_day else day, region)
        self.app.pop_screen()

    def action_month(self, by: int) -> None:
        """Look at another month."""
        self.month = min(max(self.month + by, 0), len(self.months) - 1)
        super().write()

    def action_judgement(self) -> None:
        """Choose another judgement."""
        self.browse.ask_judgement(self.write)


def stack(totals: Totals, height: int) -> list[tuple[str, str]]:
    """A column from top to bottom: a letter and a style for each line, in proportion to the councils."""
    parts = [(grade, totals.grades.get(grade, 0)) for grade in COUNTED]
    rest = totals.councils - sum(count for _, count in parts)
    cells = share_out([*(count for _, count in parts), rest], height)
    column = [(grade.letter, grade.column) for (grade, _), n in zip(parts, cells, strict=False) for _ in range(n)]
    return column + [("·", "muted")] * (height - len(column))


def region_line(region: str, totals: Totals, width: int) -> tuple[Span, ...]:
    """A region with a bar of letters and its counts."""
    room = max(6, min(totals.councils, width - 25 - 24))
    counts = [(grade, totals.grades.get(grade, 0)) for grade in COUNTED]
    rest = totals.councils - sum(count for _, count in counts)
    cells = share_out([*(count for _, count in counts), rest], room)
    bar = [Span(grade.letter * n, grade.column) for (grade, _), n in zip(counts, cells, strict=False) if n]
    numbers = " ".join(f"{grade.letter}{count}" for grade, count in counts if count)
    rest_of_bar = Span("·" * cells[-1] + f"  {numbers}", "muted")
    return (Span(f"{region:<25}"), Span(f"{totals.councils:>3} ", "muted"), *bar, rest_of_bar)
