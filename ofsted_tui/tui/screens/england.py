"""England over time: councils by grade, month by month, two dates side by side, and the regions on one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from ...analysis.totals_over_time import (
    a_year_from,
    all_inspected,
    nearest_month,
    totals_over_time,
    with_day,
    year_ends,
)
from ...core.dates import short_day
from ...core.model import NO_OVERALL
from ...core.wording import pluralise
from ...output import rows
from ...output.published_totals import explained, remark
from ..bindings import bindings
from ..keys import ENGLAND, HINTS_EVERYWHERE, VIEW
from ..widgets.cells import OWN
from ..widgets.grade_chart import Era, GradeChart
from ..widgets.item_list import Item, ItemList
from ..widgets.key_bar import KeyBar
from ..widgets.panels import Panels
from ..widgets.region_bars import parts_shown, region_line, title_with_heads
from ..widgets.styled_text import Span
from ..widgets.text_panel import TextPanel
from ..widgets.top_line import TopLine
from ..widgets.two_dates import IN_BRIEF, counts_in_letters, in_brief, write_two_dates, write_years
from .app_screen import AppScreen, CountryRequested

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from ...core.councils import Councils, Totals
    from ...core.model import Judgement
    from ...core.repository import Repository
    from ...output.table import Table
    from ..keys import KeyCommand
    from ..state import State

ERAS = (Era(date(2014, 2, 11), "SIF"), Era(date(2018, 3, 12), "ILACS"), Era(NO_OVERALL, "2026"))
"""When each framework's reports began to come out; from April 2026 no overall grade is given."""
KEYS_BY_USE = ("open", "leave", "later", "mark", "judgement", "as_at", "switch", "year_later", "save")
"""What the key bar offers, by use."""
WITH_ENGLAND = 11
"""Lines of the panel from which the whole country is shown under its regions."""


class England(AppScreen[None]):
    """How many councils held each grade, month by month, and in each region."""

    CSS_PATH = "england.tcss"
    AUTO_FOCUS = "GradeChart"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide"), (120, "-roomy"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall"), (36, "-high")]
    COMMANDS_HERE = (*ENGLAND, *VIEW)
    BINDINGS = bindings(COMMANDS_HERE)
    FILE_NAME = "england"

    top = query_one(TopLine)
    chart = query_one(GradeChart)
    regions = query_one("#regions", ItemList)
    two_dates = query_one("#two-dates", TextPanel)
    years = query_one("#years", TextPanel)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state, self.repository = state, state.repository
        self.months: tuple[Totals, ...] = ()
        """Empty until they are counted, which is after the first frame."""
        self.cursor: Totals | None = None
        """The totals of the date under the cursor."""
        self.marked: Totals | None = None
        """Those of the date that they are compared with."""
        self._marked_by_hand = False
        self._counted: dict[Judgement, tuple[Totals, ...]] = {}
        """Counted once for each judgement, and kept."""
        self._written_for: object = None

    def compose(self) -> ComposeResult:
        """The top line, the panels, the keys."""
        yield TopLine()
        with Panels():
            with Panels(id="over"):
                yield GradeChart(ERAS)
                yield TextPanel(id="years")
            with Panels(id="under"):
                yield TextPanel(id="two-dates")
                yield ItemList(id="regions")
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers, the most useful first."""
        by_name = {command.id: command for command in self.COMMANDS_HERE}
        by_name["later"] = by_name["later"]._replace(title="Month")
        by_name["year_later"] = by_name["year_later"]._replace(title="Year")
        return [*(by_name[name] for name in KEYS_BY_USE), *HINTS_EVERYWHERE]

    def on_screen_resume(self) -> None:
        """Start again on another date or judgement; otherwise the place is kept."""
        if (sources := (self.state.day, self.state.judgement)) != self._written_for:
            self._written_for = sources
            self._begin()

    def _begin(self) -> None:
        """Go to the state's date. Months that are still to be counted come after the first frame."""
        judgement, councils = self.state.judgement, self.repository.as_at(self.state.as_at)
        self.cursor = councils.totals(judgement)
        known = self._counted.get(judgement)
        self.months = with_day(known, self.cursor) if known else ()
        if known:
            self._find_the_mark()
        else:
            self.marked = None
            self.call_after_refresh(self._count)
        self.write()

    def _count(self) -> None:
        """Count the ends of all months, once for each judgement."""
        judgement = self.state.judgement
        if judgement not in self._counted:
            self._counted[judgement] = totals_over_time(self.repository, judgement)
        if self.cursor and self.cursor.judgement is judgement:
            self.months = with_day(self._counted[judgement], self.cursor)
            self._find_the_mark()
            self.write()

    def _find_the_mark(self) -> None:
        """The date marked by hand; else the last one or, if that is shown, the first by which all were inspected."""
        if self.marked and self._marked_by_hand:
            self.marked = nearest_month(self.months, self.marked.as_at)
        elif self.cursor is not self.months[-1]:
            self.marked = self.months[-1]
        elif first := all_inspected(self.repository, self.looked_at.judgement):
            self.marked, self.months = first, with_day(self.months, first)
        else:
            self.marked = None

    @property
    def councils(self) -> Councils:
        """The councils on the date under the cursor."""
        return self.repository.as_at(self.looked_at.as_at)

    @property
    def looked_at(self) -> Totals:
        """The totals of the date under the cursor."""
        assert self.cursor is not None
        return self.cursor

    # What is drawn.

    def write(self) -> None:
        """Write all panels for the date under the cursor and the marked one."""
        cursor, marked = self.looked_at, self.marked
        marked = None if marked is cursor else marked
        self._write_top(marked)
        places = [self.months.index(one) if one and self.months else None for one in (cursor, marked)]
        self.chart.show(self.months, places[0] or 0, places[1])
        first, last = (self.months[0].as_at.year, self.months[-1].as_at.year) if self.months else (0, 0)
        self.chart.set_title(Span(f"Councils by grade{f', {first}–{last}' if first else ''}"), _added(self.repository))
        self._write_read_out()
        self.two_dates.write(
            lambda page: write_two_dates(
                page, cursor, marked, self.two_dates.container_size.height, filled=self.filled
            ),
            Span("Two dates"),
        )
        self.two_dates.set_foot(*self.border_keys("{mark} Mark this date" if marked is None else "{mark} Move ┬ here"))
        if self.months:
            ends = year_ends(self.months)
            self.years.write(lambda page: write_years(page, ends), Span("Each year"))
            self.years.set_foot(Span(f"at 31 December; {last} at {short_day(ends[-1].as_at).rpartition(' ')[0]}"))
        self.regions.write(self._region_items)

    def _write_top(self, marked: Totals | None) -> None:
        """What is counted; at the right the two dates in brief."""
        dates = sorted(filter(None, (self.cursor, marked)), key=lambda totals: totals.as_at)
        judgement, number = self.looked_at.judgement, self.looked_at.councils
        self.top.show(
            [f"England over time · {judgement.title} · {number} councils", f"England over time · {judgement.title}",
             f"England · {judgement.title}", f"England · {judgement.short}", judgement.short],
            Span(" → ".join(in_brief(totals) for totals in dates), "mark"),
            key=IN_BRIEF,
        )  # fmt: skip

    def _write_read_out(self) -> None:
        """Under the chart: the date under the cursor with its counts, and what others printed for it."""
        cursor = self.looked_at
        said = remark(self.repository, self.councils, cursor.judgement)
        mark, day = f"! {said.brief} · " if said else "", short_day(cursor.as_at)
        wordings = [f"┳ {day}: {rows.counts_in_words(cursor)}", f"┳ {day}: {counts_in_letters(cursor)}", f"┳ {day}"]
        room = self.chart.size.width - len(mark) - 4
        self.chart.set_foot(
            Span(mark, "mark"), Span(next((words for words in wordings if len(words) <= room), wordings[-1]))
        )

    def _region_items(self, width: int) -> Iterable[Item]:
        """A bar for each region; the title, with headings above the counts, is written for the same width."""
        parts = parts_shown(self.looked_at)
        self.regions.set_title(*title_with_heads(short_day(self.looked_at.as_at), parts, width))
        return self._region_lines(parts, width)

    def _region_lines(self, parts: Sequence[int], width: int) -> Iterable[Item]:
        councils, totals = self.councils, self.looked_at
        judgement = totals.judgement
        for region, theirs in councils.by_region().items():
            line = region_line(region, theirs.totals(judgement), parts, width, filled=self.filled)
            yield Item((line,), region)
        if self.regions.container_size.height >= WITH_ENGLAND:
            yield Item(((),))
            yield Item((region_line("England", totals, parts, width, filled=self.filled),), "")

    # Where one goes.

    def _go_to(self, totals: Totals) -> None:
        self.cursor = totals
        self.write()

    def action_month(self, by: int) -> None:
        """Go to another month."""
        if self.months:
            place = self.months.index(self.looked_at) + by
            self._go_to(self.months[min(max(place, 0), len(self.months) - 1)])

    def action_year(self, by: int) -> None:
        """Go to the same time of another year."""
        if self.months:
            self._go_to(nearest_month(self.months, a_year_from(self.looked_at.as_at, by)))

    def action_go_to_date(self, day: str) -> None:
        """Go to a date, written 2018-12-31."""
        if self.months:
            self._go_to(nearest_month(self.months, date.fromisoformat(day)))

    @on(GradeChart.Clicked)
    def _month_clicked(self, message: GradeChart.Clicked) -> None:
        self._go_to(self.months[message.month])

    def action_mark(self) -> None:
        """Mark the date under the cursor, to compare others with it."""
        self.marked, self._marked_by_hand = self.cursor, True
        self.write()
        self.notify_user(f"{short_day(self.looked_at.as_at)} is marked. Move with ← → to compare another date.")

    def action_switch(self) -> None:
        """Go from the chart to the regions and back."""
        (self.regions if self.chart.has_focus else self.chart).focus()

    def action_to_regions(self) -> None:
        """Go down to the regions."""
        self.regions.focus()

    @on(ItemList.Opened)
    def _region_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """List the councils on the date under the cursor; of the highlighted region if that panel has the focus."""
        day = self.looked_at.as_at
        region = self.regions.target if self.regions.has_focus else ""
        self.post_message(CountryRequested(self, None if day == self.repository.last_day else day, region or ""))

    def action_leave(self) -> None:
        """Back to the councils."""
        self.dismiss()

    def action_explain(self) -> None:
        """Say what others printed for the date under the cursor."""
        self.explain(explained(self.repository, self.councils, self.looked_at.judgement))

    def action_judgement(self) -> None:
        """Choose another judgement, of all that were ever given."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.on_screen_resume, self.repository.judgements)

    def action_as_at(self) -> None:
        """Choose a date."""
        from ..dialogs.date_picker import choose_day

        choose_day(self.app, self.state, self.on_screen_resume)

    def action_latest(self) -> None:
        """Go to the latest date."""
        self.state.choose_day(None)
        self._begin()

    # What is saved.

    def table(self) -> Table:
        """Every month in rows."""
        return rows.monthly_totals(self.repository, self.state.judgement)

    def action_save(self) -> None:
        """Save the months, and the regions on the date under the cursor."""
        from ..dialogs.save import save_rows

        save_rows(self.app, self.FILE_NAME, self.table(), rows.regional_totals(self.councils, self.looked_at.judgement))


def _added(repository: Repository) -> Span:
    """How many of the inspections that are counted the user added; empty where none is."""
    number = len(repository.added_by_user(repository.last_day))
    return Span(f" · {OWN} {pluralise(number, 'inspection')} added by you" if number else "", "mark")
