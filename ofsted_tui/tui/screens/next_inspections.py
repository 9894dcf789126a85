"""Next inspections: the estimated window of each council's, longest waiting first, on an axis of time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.getters import query_one

from ...analysis.next_inspections import Due, due
from ...core.dates import long_day, month_day, short_day
from ...core.model import Judgement
from ...core.wording import pluralise
from ...output.captions import hit_rate_words, no_window, window_method
from ...output.council_profile import profile
from ...output.due_words import brief_window, window_words
from ..bindings import bindings
from ..keys import NEXT_INSPECTIONS, VIEW
from ..widgets.cells import name_cell
from ..widgets.council_page import title_of
from ..widgets.item_list import SORTED
from ..widgets.search_box import SearchBox
from ..widgets.styled_text import Span, unbroken
from ..widgets.uniform_list import Rows, UniformList
from .headed_view import HeadedView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Line, Page

PAST, TO_COME, TODAY = "█", "▒", "┃"
"""The part of a window that has passed and the one to come; today."""
WITH_AXIS = 70
"""Cells from which windows are drawn; in fewer, they are written in words."""
WITH_WORDS = 150
"""Cells from which both have room."""
WORDS, BRIEF = 46, 26
"""Cells of a window in words, in full and in brief."""
BEGAN, MARK = 9, 2
GRADE, ROOMY_GRADE = 4, 14
"""Cells of a grade on its background, as a letter and as a word."""


class NextInspections(HeadedView):
    """Windows from the gaps in the data."""

    PANEL_TITLE = "Next inspections · longest wait first"
    FILE_NAME = "next-inspections"
    LIST = UniformList
    COMMANDS_HERE = (*NEXT_INSPECTIONS, *VIEW)
    BINDINGS = bindings(NEXT_INSPECTIONS)

    rows = query_one(UniformList)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.phrase = ""
        self.windows: tuple[Due, ...] = ()
        self._stood_on = ""
        """The council that was highlighted in the list when the screen was last opened."""

    def compose_panels(self) -> ComposeResult:
        """A box over the rows."""
        yield SearchBox(placeholder=self.in_words("{search} to search by name"), compact=True)
        yield from super().compose_panels()

    def on_mount(self) -> None:
        """Follow the box as it changes."""
        super().on_mount()
        self.watch(self.query_one(SearchBox), "value", self.typed, init=False)

    def on_screen_resume(self) -> None:
        """Begin at the council highlighted in the list."""
        super().on_screen_resume()
        if self.state.slug != self._stood_on:
            self._stood_on = self.state.slug
            self._stand_on(self.state.slug)

    def _stand_on(self, slug: str) -> None:
        slugs = [one.council.slug for one in self.windows]
        self.rows.here = slugs.index(slug) + 1 if slug in slugs else 0
        self.write_list()

    def typed(self, phrase: str) -> None:
        """Find a council by name; the box cleared, the highlight stays on it."""
        target = self.rows.target
        self.phrase = phrase
        self.write()
        self._stand_on(target.council.slug if target and not phrase else "")

    def write(self) -> None:
        """Estimate, then write."""
        self.windows = due(self.repository, self.state.as_at, self.phrase)
        super().write()

    def heading(self) -> str:
        """How many councils, as at which day."""
        found = " found" if self.phrase.strip() else ""
        number = f"{pluralise(len(self.windows), 'council')}{found}" if self.windows or found else "none yet"
        return f"Next inspections (estimated) · {short_day(self.state.as_at)} · {number}"

    def note(self) -> str:
        """What a bar says."""
        if not self.windows:
            return ""
        drawn = [f"{PAST} past", f"{TO_COME} to come", f"{TODAY} today"] if self.app.size.width >= WITH_AXIS else []
        return " · ".join(map(unbroken, [*drawn, "! later than our estimate", self.in_words("{help} how we estimate")]))

    def explanation(self) -> str:
        """How windows are made, and how often they held: for the help."""
        return window_method(self.repository, self.state.as_at) if due(self.repository, self.state.as_at) else ""

    def nothing(self) -> str:
        """Why there is no row."""
        if due(self.repository, self.state.as_at):
            none = f"No council with an inspection is named “{self.phrase.strip()}”."
            return f"{none} {self.in_words('{leave} clears.')}"
        return no_window(self.repository, self.state.as_at)

    def number_of_rows(self) -> int:
        """Councils with a window."""
        return len(self.windows)

    def write_list(self) -> None:
        """The headings, then a row for each council."""
        if self.windows:
            self.rows.write_rows(Rows((None, *self.windows), lambda _: 1, self._drawn, stays=True))
        else:
            self.rows.write(self.why_nothing)

    def _drawn(self, width: int, _: int) -> Callable[[Due | None], Sequence[Line]]:
        # The axis is the same whatever is searched for: a window does not move when others are left out.
        columns = DueColumns.of(due(self.repository, self.state.as_at), self.state.as_at, width)
        return lambda one: [columns.row(one) if one else columns.heads()]

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """The council with its grade."""
        return title_of(profile(self.repository, target.council, self.state.as_at))

    def preview(self, target: Any, page: Page) -> None:
        """The window in words, what it is counted from, and how often such windows held."""
        begun = "began" if target.inspection.start else "was published"
        years = target.waiting / 365.25
        page.paragraph(Span("Estimated window: ", "muted"), Span(f"{window_words(target)}.", "title"))
        page.paragraph(Span(f"The last inspection {begun} on {long_day(target.since)}, {years:.1f} years ago."))
        page.paragraph(Span(hit_rate_words(self.repository, self.state.as_at), "muted"))

    def table(self) -> Table:
        """The estimated inspections as a table to save, one row for each council."""
        from ...output import analysis_rows

        return analysis_rows.due_list(self.repository, self.state.as_at, self.windows)

    def open(self, target: Any) -> None:
        """The council."""
        self.go_to(target.council.slug, target.inspection.key)

    def on_input_submitted(self) -> None:
        """Enter in the box goes to the rows."""
        self.set_focus(self.rows)

    def action_search(self) -> None:
        """Go to the box."""
        self.set_focus(self.query_one(SearchBox))

    def action_leave(self) -> None:
        """Clear the box, then leave."""
        if self.phrase:
            self.query_one(SearchBox).value = ""
            self.rows.focus()
        else:
            super().action_leave()


class DueColumns(NamedTuple):
    """What a row has room for: words or a bar on an axis of time, from the first month of all windows to the last."""

    as_at: date
    first: int
    """The first month of the axis, counted from the year 0."""
    months: int
    name: int
    axis: int
    """Cells of the axis; 0 if windows are only in words, and grades are letters."""
    words: int
    """Cells of the window in words; 0 if it is only drawn."""

    @classmethod
    def of(cls, windows: Sequence[Due], as_at: date, width: int) -> DueColumns:
        """The layout for a width."""
        first = min(min(one.earliest for one in windows), as_at).year * 12
        last = max(one.latest for one in windows).year * 12 + 11
        months = last - first + 1
        if width < WITH_AXIS:
            return cls(as_at, first, months, max(12, min(36, width - GRADE - MARK - BRIEF)), axis=0, words=BRIEF)
        words = WORDS if width >= WITH_WORDS else 0
        name = min(36, max(20, width // 4))
        return cls(as_at, first, months, name, width - name - ROOMY_GRADE - BEGAN - MARK - words, words)

    def heads(self) -> Line:
        """The names of the columns, and the years on the axis."""
        axis = [" "] * self.axis
        for year in range(self.first // 12, (self.first + self.months) // 12) if self.axis else ():
            start = self._cell(date(year, 1, 1))
            for place, sign in enumerate(f"▏{year}"[: self.axis - start]):
                axis[start + place] = sign
        grade, began = (
            (f"{' Overall':<{ROOMY_GRADE}}", f"{f'Began{SORTED}':<{BEGAN}}") if self.axis else (f"{' Ov':<{GRADE}}", "")
        )
        words = " Window" if self.words else ""
        return (Span(f"{'Council':<{self.name}}{grade}{began}{' ' * MARK}{''.join(axis)}{words}", "muted"),)

    def _cell(self, day: date) -> int:
        """The cell of the axis that a day falls in."""
        months = day.year * 12 + day.month - 1 + (day.day - 1) / 31 - self.first
        return min(self.axis - 1, max(0, int(months * self.axis / self.months)))

    def row(self, one: Due) -> Line:
        """A council with its last grade, the beginning of its wait, and its window."""
        grade = one.inspection.grades.get(Judgement.OVERALL)
        word = "" if grade is None else grade.short if self.axis else grade.letter
        current = Span(f" {word} ", f"tile-{grade.column}") if grade else Span("")
        began = f"{month_day(one.since):<{BEGAN}}" if self.axis else ""
        words = window_words(one) if self.words >= WORDS else brief_window(one) if self.words else ""
        return (
            *name_cell(one.council.name, self.name - 1, own=one.inspection.added_by_user),
            Span(" "),
            current,
            Span(" " * ((ROOMY_GRADE if self.axis else GRADE) - len(current.text))),
            Span(began, "muted"),
            Span(f"{'!' if one.overdue else ' ':<{MARK}}", "mark"),
            *self._bar(one),
            Span(f" {words}"),
        )

    def _bar(self, one: Due) -> list[Span]:
        if not self.axis:
            return []
        start, end, today = self._cell(one.earliest), self._cell(one.latest), self._cell(self.as_at)
        spans = []
        for cell, behind in pairwise(sorted({0, start, end + 1, today, today + 1, self.axis})):
            inside, cells = start <= cell <= end, behind - cell
            if cell == today:
                spans.append(Span(TODAY, "mark"))
            elif inside:
                spans.append(Span((PAST if cell < today else TO_COME) * cells, "muted" if cell < today else ""))
            else:
                spans.append(Span(" " * cells))
        return spans
