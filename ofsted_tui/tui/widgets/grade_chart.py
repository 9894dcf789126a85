"""The chart of councils by grade: stacked bands over time with an axis, a cursor and a second, marked date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.message import Message

from ...analysis.totals_over_time import counts_by_part
from ...core.model import NO_OVERALL, Judgement
from .bands import BANDS, SKY
from .cells import spans_of
from .scroll_lines import FixedLines
from .stacked_bands import band_names, column, drawn, line_through, middles, row_of, sky_name, ticks
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.events import Click

    from ...core.councils import Totals
    from .cells import Drawn
    from .stacked_bands import Cell
    from .styled_text import Line

AXIS, ENDS = 4, 8
"""Cells of the axis at the left, and of the counts at the right."""
FEWEST = 8
"""Fewest columns drawn."""
CURSOR, MARKED = ("┳", "┃"), ("┬", "│")
"""The cursor's head and line, and those of the marked date."""
FULL_YEAR = 7
"""Columns a year needs to be written in full."""


class Era(NamedTuple):
    """When a framework's first reports came out, and the words above the chart there."""

    begun: date
    name: str


class ChartColumns(NamedTuple):
    """Which months are in the columns of the chart, and where cursor and mark are."""

    months: tuple[int, ...]
    cursor: int
    marked: int | None


class GradeChart(FixedLines, can_focus=True):
    """Months as stacked bands. The screen moves the cursor; a click on a month is reported as `Clicked`."""

    DEFAULT_CLASSES = "panel"
    BINDINGS = [Binding("down,j", "screen.to_regions", show=False)]

    class Clicked(Message):
        """A month was clicked."""

        def __init__(self, month: int) -> None:
            super().__init__()
            self.month = month
            """Its place among the months."""

    def __init__(self, eras: Sequence[Era]) -> None:
        super().__init__()
        self.eras = eras
        self.months: tuple[Totals, ...] = ()
        self.cursor = 0
        self.marked: int | None = None
        self._grid: tuple[object, list[list[Cell]]] = (None, [])
        """The bands as last laid out, and for what: moving the cursor does not lay them out again."""

    def show(self, months: tuple[Totals, ...], cursor: int, marked: int | None) -> None:
        """Draw these months; `cursor` and `marked` are places among them."""
        self.months, self.cursor, self.marked = months, cursor, marked
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Report which month is under the mouse."""
        offset = event.get_content_offset(self)
        if self.months and offset is not None:
            columns = self._columns(self.content_size.width)
            place = min(max(offset.x - AXIS, 0), len(columns.months) - 1)
            self.post_message(self.Clicked(columns.months[place]))

    def _columns(self, width: int) -> ChartColumns:
        """A month for each column, evenly thinned or repeated; cursor and mark always have their own."""
        number, last = max(FEWEST, width - AXIS - ENDS), len(self.months) - 1
        shown = [round(place * last / (number - 1)) for place in range(number)]
        marked = None
        if self.marked is not None:
            marked = self._own_column(shown, self.marked)
        return ChartColumns(tuple(shown), self._own_column(shown, self.cursor), marked)

    @staticmethod
    def _own_column(shown: list[int], month: int) -> int:
        """The column nearest to a month, which from now on shows it; the last if several show it."""
        place = min(reversed(range(len(shown))), key=lambda place: abs(shown[place] - month))
        shown[place] = month
        return place

    def lines(self, width: int) -> list[Line]:
        """The head with cursor, mark and frameworks, the bands between axis and counts, the years."""
        rows = self.content_size.height - 2
        if not self.months or rows < 1:
            return []
        columns = self._columns(width)
        counts = [counts_by_part(self.months[month]) for month in columns.months]
        top = max(totals.councils for totals in self.months)
        grid = self._laid_out(columns.months, counts, top, rows)
        body = self._body(grid, columns, rows)
        axis = {rows - row_of(count, top, rows): str(count) for count in ticks(top)}
        ends = {line: part for part, line in middles(counts[-1], top, rows)}
        drawn_lines = [_head(columns, self.eras, self.months), *body]
        page: list[Line] = []
        for number, spans in enumerate(drawn_lines):
            page.append((
                Span(f"{axis.get(number, ''):>{AXIS - 1}} ", "muted"),
                *spans,
                *_end(ends.get(number), counts[-1]),
            ))  # fmt: skip
        return [*page, (Span(" " * AXIS), Span(_years(columns, self.months), "muted"))]

    def _laid_out(
        self, months: tuple[int, ...], counts: Sequence[Sequence[int]], top: int, rows: int
    ) -> list[list[Cell]]:
        key = (self.months, months, rows)
        if self._grid[0] != key:
            self._grid = key, [column(one, top, rows) for one in counts]
        return self._grid[1]

    def _body(self, grid: list[list[Cell]], columns: ChartColumns, rows: int) -> list[list[Span]]:
        """The bands from the top row down, with their names and the two lines through them."""
        filled = self.filled
        lines = {columns.cursor: CURSOR[1]} if columns.marked is None else {
            columns.marked: MARKED[1], columns.cursor: CURSOR[1]
        }  # fmt: skip
        cells = [[drawn(cell, filled=filled) for cell in one] for one in grid]
        for place, line in lines.items():
            cells[place] = [line_through(cell, line, filled=filled) for cell in grid[place]]
        found = band_names(grid, [place not in lines for place in range(len(grid))], filled=filled)
        first = self.months[columns.months[0]]
        if (none := counts_by_part(first)[SKY]) and (sky := sky_name(grid, _sky_words(none, first.judgement))):
            found.append(sky)
        for label in found:
            band = BANDS[label.part]
            style = "muted" if label.part == SKY else "title" if filled or not band.solid else band.swatch
            for number, char in enumerate(label.text):
                if label.column + number not in lines:
                    cells[label.column + number][label.row] = (char, style)
        return [spans_of([one[row] for one in cells]) for row in range(rows - 1, -1, -1)]


def _sky_words(number: int, judgement: Judgement) -> str:
    return f"{number} {'not inspected' if judgement is Judgement.OVERALL else 'not judged'}"


def _end(part: int | None, counts: Sequence[int]) -> tuple[Span, ...]:
    """A part's count at the right end of the chart."""
    if part is None:
        return ()
    return (Span(f"{counts[part]:>{ENDS - 4}} {BANDS[part].letter}", BANDS[part].colour),)


def _head(columns: ChartColumns, eras: Sequence[Era], months: Sequence[Totals]) -> list[Span]:
    """Over the chart: where each framework begins, and the heads of the two lines."""
    cells: list[Drawn] = [(" ", "muted")] * len(columns.months)
    for era in eras:
        place = next((n for n, month in enumerate(columns.months) if months[month].as_at >= era.begun), None)
        if place is None or (era.begun == NO_OVERALL and months[0].judgement is not Judgement.OVERALL):
            continue
        for text, begin in ((f"└{era.name}", place), (f"{era.name}┘", place - len(era.name))):
            if _is_free(cells, columns, begin, begin + len(text)):
                cells[begin : begin + len(text)] = [(char, "muted") for char in text]
                break
    if columns.marked is not None:
        cells[columns.marked] = (MARKED[0], "mark")
    cells[columns.cursor] = (CURSOR[0], "mark")
    return spans_of(cells)


def _is_free(cells: Sequence[Drawn], columns: ChartColumns, begin: int, end: int) -> bool:
    """Whether a name has room above the chart; the head of a line is never in the middle of it."""
    within = begin >= 0 and end <= len(cells)
    heads = (columns.cursor, columns.marked)
    return within and not any(place in heads or cells[place][0] != " " for place in range(begin, end))


def _years(columns: ChartColumns, months: Sequence[Totals]) -> str:
    """The years under their first columns, as many as have room."""
    years = [months[month].as_at.year for month in columns.months]
    full = len(years) >= FULL_YEAR * (years[-1] - years[0] + 1)
    line = [" "] * (len(years) + 5)
    for place, year in enumerate(years):
        text = f"{year}" if full else f"’{year % 100:02}"
        begins = place == 0 or years[place - 1] != year
        if begins and not "".join(line[max(0, place - 1) : place + len(text) + 1]).strip():
            line[place : place + len(text)] = text
    return "".join(line).rstrip()
