"""What's new: the inspections published since a date as a table, each judgement before and after."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ...analysis.changes import (
    ALL_NEW,
    ChangesQuery,
    Move,
    NewInspection,
    Published,
    changes,
    new_visits,
    since_default,
)
from ...core.dates import MONTHS, short_day
from ...core.judgement_result import JUDGEMENTS
from ...core.visits import Visit
from ...core.wording import pluralise, truncate
from ...output import analysis_rows
from ...output.council_profile import profile
from ...output.query_parts import changes_query_parts
from ...output.short_captions import no_report_by
from ...output.visit_rows import visits_end
from ...output.visit_words import topics_in_words, visit_line
from ..bindings import bindings
from ..dialogs.checklist import Checklist, ChecklistItem
from ..keys import VIEW, WHATS_NEW
from ..widgets.cells import name_cell
from ..widgets.chips import Chip
from ..widgets.council_page import title_of
from ..widgets.grade_cells import ACROSS, MOVE_CELLS, cells_that_fit, head_of, initials_in_words, move_cell
from ..widgets.item_list import SORTED, Item
from ..widgets.report_preview import write_report
from ..widgets.styled_text import Page, Span, unbroken
from .filtered_view import FilteredView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ...core.model import Judgement
    from ...output.council_profile import Profile
    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Line

NAME = 24
"""Cells of a council's name, where there is room."""
LEAST_NAME = 16
FEW = 8
"""Rows up to which the list is short and the preview below it tall (`views.tcss`)."""
TYPE, REGION = 12, 24
"""Cells of the type of an inspection and of the region."""
WITH_MARKS = 72
"""Cells of a terminal from which the head has room to say what a mark means."""


class WhatsNew(FilteredView):
    """New inspections and visits, newest first."""

    PANEL_TITLE = "New inspections"
    FILE_NAME = "whats-new"
    HORIZONTAL_BREAKPOINTS = [*FilteredView.HORIZONTAL_BREAKPOINTS, (196, "-vast")]
    COMMANDS_HERE = (*WHATS_NEW, *VIEW)
    BINDINGS = bindings(WHATS_NEW)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.new_since = state.notebook.new_since
        self.since = self._default()
        self._as_at = self.state.as_at
        self.asked = ALL_NEW
        self.found: tuple[NewInspection, ...] = ()
        self.visits: tuple[Visit, ...] = ()

    def _default(self) -> date:
        """Since the last visit if there may be something, otherwise thirty days: an empty page says less."""
        day = self.state.as_at
        if self.new_since and self.state.day is None and self.new_since <= day:
            return self.new_since
        return since_default(self.repository, day)

    def write(self) -> None:
        """Start again if the day has changed, then write."""
        if self._as_at != self.state.as_at:
            self._as_at, self.since = self.state.as_at, self._default()
        self.found = changes(self.repository, self.since, self.state.as_at, self.asked)
        self.visits = new_visits(self.repository, self.since, self.state.as_at, self.asked)
        title = self.PANEL_TITLE if self.asked.asks_for(Published.INSPECTIONS) else "New visits"
        self.rows.set_title(Span(title))
        self.rows.set_class(self.number_of_rows() <= FEW, "-short")
        super().write()

    def filters(self) -> Iterator[Chip]:
        """Inspections or visits alone; the judgements."""
        for part in changes_query_parts(self.asked):
            yield Chip(part.words, part.without)

    def filter_by(self, query: ChangesQuery | None) -> None:
        """Show another part of what is new, from the first line on."""
        self.asked = query or ALL_NEW
        self.rows.here = 0
        self.write()

    def heading(self) -> str:
        """Since when, and how many."""
        numbers = " · ".join(map(unbroken, self._numbers()))
        return f"What's new · since {short_day(self.since)} · {numbers} · to {short_day(self.state.as_at)}"

    def _numbers(self) -> list[str]:
        """How many inspections and how many visits, of those asked for."""
        numbers = [pluralise(len(self.found), "inspection")] if self.asked.asks_for(Published.INSPECTIONS) else []
        if self.asked.asks_for(Published.VISITS):
            numbers.append(pluralise(len(self.visits), "visit") if self.visits else "no visits")
        return numbers

    def note(self) -> str:
        """Up to when we hold visits if the period goes beyond; how a cell is read."""
        roomy = self.app.size.width >= WITH_MARKS  # else the help alone says so
        across = f" {ACROSS} SIF to ILACS." if roomy and any(new.compared_across for new in self.found) else ""
        visits = visits_end(self.repository, self.state.as_at) if self.asked.asks_for(Published.VISITS) else ""
        read = self.in_words(f"Before ▲ after: ▲ better, = same, ▼ worse.{across} {{as_at}} chooses another date.")
        return " ".join(filter(None, (visits, read)))

    def nothing(self) -> str:
        """Why there is no row."""
        if self.state.as_at < self.repository.first_day:
            return no_report_by(self.state.as_at)
        if self.asked != ALL_NEW:
            return self.in_words(
                f"Nothing published since {short_day(self.since)} matches these filters. {{clear}} clears them."
            )
        return self.in_words(f"Nothing published since {short_day(self.since)}. {{as_at}} chooses another date.")

    def number_of_rows(self) -> int:
        """Inspections and visits."""
        return len(self.found) + len(self.visits)

    def items(self, width: int) -> Sequence[Item]:
        """The headings, then a row for each inspection; below, the visits, which give no grade."""
        items = []
        if self.found:
            columns = NewColumns.of(self.found, width)
            items = [
                Item((columns.heads(),), stays=not self.visits),
                *(Item((columns.row(new),), new) for new in self.found),
                *columns.legend(width),
            ]
        if self.visits:
            items += [Item(((), (Span("Visits", "heading"), Span(" which give no grade", "muted"))))]
            items += [Item((self._visit_line(visit, width),), visit) for visit in self.visits]
        return items

    def _visit_line(self, visit: Visit, width: int) -> Line:
        name = self.repository.councils[visit.council].name
        day = f"{short_day(visit.published or visit.start):>11} "
        topics = f"{visit.type.short} · {topics_in_words(visit)}"
        half = max(1, min(NAME + 12, (width - len(day)) // 2))
        return (
            Span(day, "muted"),
            *name_cell(name, half - 1, own=visit.added_by_user),
            Span(" "),
            Span(truncate(topics, width - len(day) - half), "muted"),
        )

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """The council with its grades, or the one that a visit was to."""
        if isinstance(target, Visit):
            return (Span(self.repository.councils[target.council].name),)
        return title_of(self._profile(target))

    def preview(self, target: Any, page: Page) -> None:
        """The report or the letter in brief."""
        if isinstance(target, Visit):
            page.paragraph(Span(visit_line(target), "muted"))
            if summary := self.repository.summaries.get(target.key):
                page.paragraph(Span(summary.text))
        else:
            write_report(page, self._profile(target))

    def _profile(self, new: NewInspection) -> Profile:
        return profile(self.repository, new.council, self.state.as_at).at(new.inspection, self.repository)

    def table(self) -> Table:
        """The new inspections and visits as a table to save, one row each."""
        return analysis_rows.changes_and_visits(self.repository, self.since, self.state.as_at, self.asked)

    def open(self, target: Any) -> None:
        """The new inspection, or what the letter of a visit says."""
        if isinstance(target, Visit):
            self.open_letter(target)
        else:
            self.go_to(target.council.slug, target.inspection.key)

    def action_filter(self) -> None:
        """Tick inspections or visits, and the judgements."""
        new = changes(self.repository, self.since, self.state.as_at)
        numbers: Counter[Any] = Counter(move.judgement for one in new for move in one.moves)
        numbers[Published.INSPECTIONS] = len(new)
        numbers[Published.VISITS] = len(new_visits(self.repository, self.since, self.state.as_at))
        choices = [
            *(ChecklistItem(what.value.capitalize(), what, numbers[what], group="Published") for what in Published),
            *(ChecklistItem(j.title, j, numbers[j], group="Judgement") for j in JUDGEMENTS if numbers[j]),
        ]

        def ticked(values: frozenset[Any]) -> None:
            published = frozenset(value for value in values if isinstance(value, Published))
            self.filter_by(ChangesQuery(published, values - published))

        before = {*self.asked.published, *self.asked.judgements}
        self.app.push_screen(Checklist("Show only · what's new", choices, before, ticked, self.number_of_rows))

    def action_as_at(self) -> None:
        """Choose the first day whose changes are shown."""
        from ..dialogs.date_picker import choose_since

        choose_since(self.app, self.state, self.new_since, self.since, self._see)

    def _see(self, day: date) -> None:
        self.since = day
        self.write()


class NewColumns(NamedTuple):
    """What a row has room for: type and region give way first, then the grades before, then the name."""

    judgements: tuple[Judgement, ...]
    """Those that any of the inspections gave."""
    date: int
    """Cells of the day: with its year if there are several."""
    name: int
    cell: int
    more: bool
    """Whether type and region follow the grades."""

    @classmethod
    def of(cls, found: Sequence[NewInspection], width: int) -> NewColumns:
        """The layout for a width."""
        held = {move.judgement for new in found for move in new.moves}
        judgements = tuple(judgement for judgement in JUDGEMENTS if judgement in held)
        day = 7 if len({new.inspection.published.year for new in found}) == 1 else 10
        cell = cells_that_fit(judgements, width - day - LEAST_NAME)
        rest = width - day - cell * len(judgements)
        more = rest >= NAME + TYPE + REGION
        return cls(judgements, day, max(8, min(rest - (TYPE + REGION) * more, NAME + 12)), cell, more)

    def heads(self) -> Line:
        """The names of the columns."""
        grades = "".join(head_of(judgement, self.cell) for judgement in self.judgements)
        more = f"{'Type':<{TYPE}}Region" if self.more else ""
        return (Span(f"{f'Date{SORTED}':<{self.date}}{'Council':<{self.name}}{grades}{more}", "muted"),)

    def legend(self, width: int) -> Iterator[Item]:
        """The headings of the grades in words, if there is only room for initials."""
        if self.cell < max(MOVE_CELLS):
            page = Page(width)
            page.blank()
            page.paragraph(Span(f"{'; '.join(map(unbroken, initials_in_words(self.judgements)))}.", "muted"))
            yield Item(tuple(page.lines))

    def row(self, new: NewInspection) -> Line:
        """An inspection: when, whose, whether it was made under another framework, and how each judgement moved."""
        published = new.inspection.published
        day = f"{published.day:>2} {MONTHS[published.month - 1][:3]}"
        year = f" {published:%y}" if self.date > len(day) + 1 else ""
        moves = {move.judgement: move for move in new.moves}
        cells = [span for judgement in self.judgements for span in self._cell(moves.get(judgement))]
        more = f"{new.inspection.type:<{TYPE}}{new.council.region}" if self.more else ""
        return (
            Span(f"{day + year:<{self.date}}", "muted"),
            *name_cell(new.council.name, self.name - 1, own=new.inspection.added_by_user),
            Span(ACROSS if new.compared_across else " ", "muted"),
            *cells,
            Span(more, "muted"),
        )

    def _cell(self, move: Move | None) -> tuple[Span, ...]:
        """A judgement before and after; blank if the inspection did not give it."""
        if move is None:
            return (Span(" " * self.cell),)
        return move_cell(move.before, move.change, move.grade, self.cell)
