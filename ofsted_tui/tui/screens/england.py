"""The nation: totals over time as a chart of letters and colours, then the regions side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ...analysis.totals_over_time import totals_over_time, with_day
from ...core.councils import COUNTED
from ...core.dates import short_day
from ...core.model import NO_OVERALL, Judgement
from ...output import analysis_rows
from ...output.published_totals import explained, remark
from ...output.rows import counts_in_words
from ..bindings import bindings
from ..keys import NATION, VIEW
from ..widgets.item_list import Item
from ..widgets.styled_text import Document, Span
from ..widgets.summary_bar import share_out
from .app_screen import CountryRequested
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.councils import Totals
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from ...output.table import Table
    from ..state import State

HEIGHTS = (8, 20)
"""Fewest and most lines of the chart."""
FRAMEWORKS = ((date(2014, 2, 11), "SIF"), (date(2018, 3, 12), "ILACS"), (NO_OVERALL, "2026"))
"""When each framework's reports began to come out; from April 2026 no overall is given."""


class England(View):
    """How many councils held each grade, month by month, and in each region."""

    PANEL_TITLE = "England"
    FILE_NAME = "nation"
    COMMANDS_HERE = (*NATION, *VIEW)
    BINDINGS = bindings(NATION)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.months: tuple[Totals, ...] = ()
        self.month = -1
        """Which month is looked at; -1 the last."""

    def write(self) -> None:
        """Count the months' ends and the day chosen, then write."""
        judgement, day = self.state.judgement, self.state.as_at
        on_the_day = self.repository.as_at(day).totals(judgement)
        self.months = with_day(totals_over_time(self.repository, judgement), on_the_day)
        self.month = self.months.index(on_the_day)
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
        return counts_in_words(self.looked_at)

    def remark(self) -> TotalsDifference | DateOutOfRange | None:
        """What others printed for the month looked at, or that the data does not reach it."""
        totals = self.looked_at
        return remark(self.repository, self.repository.as_at(totals.as_at), totals.judgement)

    def items(self, width: int) -> Sequence[Item]:
        """The chart, then a row for each region."""
        return [self._chart(width), *self._regions(width)]

    def _chart(self, width: int) -> Item:
        columns = self._columns(max(12, width - len(FRAMEWORKS[-1][1])))
        page = Document(width)
        page.line(*(Span("▼" if here else " ", "mark") for _, here in columns))
        height = min(max(self.size.height - 14, HEIGHTS[0]), HEIGHTS[1])
        stacks = [stack(totals, height) for totals, _ in columns]
        for row in range(height):
            page.lines.append(tuple(Span(*column[row]) for column in stacks))
        page.line(Span(self._axis(columns), "muted"))
        page.line(Span(self._eras(columns), "muted"))
        page.paragraph(Span(legend(self.looked_at), "muted"))
        page.blank()
        return Item(tuple(page.lines), self.looked_at.as_at)

    def _columns(self, width: int) -> list[tuple[Totals, bool]]:
        """A column for each cell: months evenly thinned, or repeated, the one looked at marked among them."""
        last = len(self.months) - 1
        shown = [round(cell * last / (width - 1)) for cell in range(width)]
        nearest = min(range(width), key=lambda cell: abs(shown[cell] - self.month))
        shown[nearest] = self.month
        return [(self.months[month], cell == nearest) for cell, month in enumerate(shown)]

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
        for region, theirs in councils.by_region().items():
            totals = theirs.totals(judgement)
            items.append(Item((region_line(region, totals, width),), region))
        return items

    def table(self) -> Table:
        """Every month in rows."""
        return analysis_rows.monthly_totals(self.repository, self.looked_at.judgement)

    def open(self, target: Any) -> None:
        """The month opens the country on that day; a region lists its councils on that day."""
        day = self.looked_at.as_at
        region = target if isinstance(target, str) else ""
        self.post_message(CountryRequested(self, None if day == self.repository.last_day else day, region))

    def action_explain(self) -> None:
        """Say what others printed for the month looked at."""
        totals = self.looked_at
        self.notify_user(explained(self.repository, self.repository.as_at(totals.as_at), totals.judgement), seconds=12)

    def action_month(self, by: int) -> None:
        """Look at another month."""
        self.month = min(max(self.month + by, 0), len(self.months) - 1)
        super().write()

    def action_judgement(self) -> None:
        """Choose another judgement, of all that were ever given."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.on_screen_resume, self.repository.judgements)

    def action_as_at(self) -> None:
        """Choose a day."""
        from ..dialogs.picker import choose_day

        choose_day(self.app, self.state, self.on_screen_resume)


def legend(totals: Totals) -> str:
    """What the letters of a judgement's chart stand for."""
    match totals.judgement:
        case Judgement.OVERALL:
            others = (
                "– not given, · no full inspection yet. Inspections begun from April 2026 give no overall "
                "effectiveness, so councils leave this chart as they are re-inspected."
            )
        case Judgement.IN_CARE | Judgement.CARE_LEAVERS:
            others = (
                "j children in care and care leavers judged together (inspections begun in 2018 to 2022), "
                "· not in their latest inspection, or no full inspection yet."
            )
        case _:
            others = "· not in their latest inspection, or no full inspection yet."
    grades = "O outstanding, G good, R requires improvement, I inadequate"
    return f"Top to bottom: all {totals.councils} councils. {grades}, {others}"


def parts(totals: Totals) -> list[tuple[str, str, int]]:
    """A letter, a style and a count for each part of the councils, best grade first; they add up to all."""
    held = [(grade.letter, grade.column, totals.grades.get(grade, 0)) for grade in COUNTED]
    joint = sum(totals.joint.values())
    return [*held, ("j", "", joint), ("·", "muted", totals.not_judged + totals.not_inspected)]


def stack(totals: Totals, height: int) -> list[tuple[str, str]]:
    """A column from top to bottom, in proportion: the lines left over go to the largest remainders, so few get none."""
    held = parts(totals)
    cells = share_out([count for _, _, count in held], height, least=0)
    return [(letter, style) for (letter, style, _), number in zip(held, cells, strict=True) for _ in range(number)]


def region_line(region: str, totals: Totals, width: int) -> tuple[Span, ...]:
    """A region with a bar of letters and its counts."""
    held = parts(totals)
    cells = share_out([count for _, _, count in held], max(6, min(totals.councils, width - 25 - 24)))
    bar = [Span(letter * number, style) for (letter, style, _), number in zip(held, cells, strict=True) if number]
    numbers = " ".join(f"{letter}{count}" for letter, _, count in held if count)
    return (Span(f"{region:<25}"), Span(f"{totals.councils:>3} ", "muted"), *bar, Span(f"  {numbers}", "muted"))
