"""The council page: one council on the whole screen; where wide, with its time line, visits and neighbours beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.getters import query_one

from ...core.dates import long_day, short_day
from ..bindings import bindings
from ..dialogs.letter import Letter
from ..keys import COUNCIL_PAGE, HINTS_EVERYWHERE, page_hints
from ..widgets.council_below import CHANGE_AND_GRADE, neighbour_cell
from ..widgets.council_detail import CouncilDetail
from ..widgets.council_history import visit_lines
from ..widgets.item_list import Item, ItemList
from ..widgets.key_bar import KeyBar
from ..widgets.panels import Panels
from ..widgets.scroll_lines import FixedLines
from ..widgets.styled_text import Span
from ..widgets.text_panel import TextPanel
from ..widgets.time_line import LEGEND, time_line
from .app_screen import AppScreen
from .council_screen import CouncilScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App, ComposeResult

    from ...core.councils import Councils
    from ...core.visits import Visit
    from ...output.council_profile import Profile
    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.styled_text import Line, Page


class PageTop(FixedLines):
    """The top line: judgement and date; at the right, the council's place in the list."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state

    def lines(self, width: int) -> list[Line]:
        """The one line."""
        state, profile = self.state, self.state.profile
        right = f"Councils › {profile.council.name} · {state.where_in_list}" if profile else ""
        left = f"{state.judgement.title} · {long_day(state.as_at)}"
        if len(left) + len(right) + 2 > width:
            left = f"{state.judgement.short} · {short_day(state.as_at)}"
        return [(Span(left, "title"), Span(" " * max(2, width - len(left) - len(right))), Span(right, "muted"))]


class CouncilPage(CouncilScreen, AppScreen[None]):
    """One council, with nothing left out."""

    CSS_PATH = "council.tcss"
    AUTO_FOCUS = "CouncilDetail"
    COMMANDS_HERE = COUNCIL_PAGE
    BINDINGS = bindings(COUNCIL_PAGE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-high")]

    detail = query_one(CouncilDetail)
    neighbour_list = query_one(ItemList)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self._finding: int | None = None
        """The finding to scroll to when the page is there."""

    @classmethod
    def installed(cls, app: App[Any], state: State) -> CouncilPage:
        """The one page of the app, made when it is first asked for."""
        if not app.is_screen_installed("council"):
            app.install_screen(cls(state), "council")
        page: CouncilPage = app.get_screen("council", cls)
        return page

    def compose(self) -> ComposeResult:
        """The text in the middle, the time line above, visits and neighbours at the right."""
        yield PageTop(self.state)
        yield TextPanel(id="time-line", widest=1000)
        with Panels():
            yield CouncilDetail(whole=True, id="council")
            with Panels(id="side"):
                yield TextPanel(id="visits")
                yield ItemList(id="neighbours")
        yield KeyBar(self.key_hints, COUNCIL_PAGE)

    def key_hints(self) -> list[KeyCommand]:
        """The keys of the page."""
        return [*self.with_keys_that_step(page_hints()), *HINTS_EVERYWHERE]

    @property
    def council(self) -> CouncilDetail:
        """The text of the page."""
        return self.detail

    def on_mount(self) -> None:
        """Follow the state while the page is looked at."""
        self.state.watch(self._follow)
        self.neighbour_list.follow = self._neighbour_followed

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile."""
        self._follow()
        if self._finding is not None:
            self.call_after_refresh(self.detail.show_finding, self._finding)
            self._finding = None

    def at_finding(self, number: int | None) -> CouncilPage:
        """The page, scrolled to a finding of the inspection shown when it opens."""
        self._finding = number
        return self

    def _follow(self) -> None:
        if not self.is_current or self.state.profile is None:
            return
        profile, near = self.state.profile, self.state.neighbours
        self.query_one(PageTop).refresh()
        self.query_one(KeyBar).refresh_if_other()
        self.detail.neighbours, self.detail.notebook = near, self.state.notebook
        self.detail.beside = self.has_class("-beside") and self.has_class("-high")
        self.detail.profile = profile
        if self.detail.beside:
            self._write_beside(profile, near)

    def on_resize(self) -> None:
        """What is beside the text depends on the size."""
        self.call_after_refresh(self._follow)

    def _write_beside(self, profile: Profile, near: Councils | None) -> None:
        """The time line, the visits, the neighbours."""
        filled = self.detail.room.filled

        def write_time_line(page: Page) -> None:
            page.lines += time_line(profile, page.width, filled=filled)
            page.line(Span(LEGEND, "muted"))

        def write_visits(page: Page) -> None:
            visits = profile.visits.every if profile.visits else ()
            by_then = [visit for visit in visits if visit.day <= profile.as_at]
            for visit in by_then:
                page.lines += visit_lines(visit, profile.visits.summary(visit) if profile.visits else "", page.width)
            if not by_then:
                until = " by this date" if visits else ""
                page.paragraph(Span(f"We hold no visits between inspections{until}.", "muted"))

        def items(width: int) -> Iterator[Item]:
            for standing in near or ():
                cell = neighbour_cell(standing, self.state.judgement, max(8, width - CHANGE_AND_GRADE))
                yield Item((cell,), standing.council.slug)

        self.query_one("#time-line", TextPanel).write(write_time_line, Span("Inspections and visits since 2014"))
        self.query_one("#visits", TextPanel).write(write_visits, Span("Visits between inspections"))
        self.neighbour_list.set_title(Span("Statistical neighbours"))
        self.neighbour_list.write(items)

    def _neighbour_followed(self) -> None:
        rows = self.neighbour_list
        where = f"{rows.place} of {len(rows.items)} · " if rows.items else ""
        rows.set_foot(*self.border_keys(f"{where}{{open_here}} Open · {{compare}} Compare"))

    # What the keys do.

    @on(ItemList.Opened)
    def _neighbour_clicked(self) -> None:
        self._open_neighbour()

    def _open_neighbour(self) -> None:
        if slug := self.neighbour_list.target:
            self.notify_if(self.state.go_to(slug))
            self.detail.focus()

    def action_open_here(self) -> None:
        """Open a neighbour in their list; the predecessor, if there is no inspection; or the newest visit's letter."""
        profile = self.state.profile
        if self.neighbour_list.has_focus:
            self._open_neighbour()
        elif profile and profile.inspection is None and profile.before:
            self.notify_if(self.state.go_to(profile.before[0].council.slug))
        elif visit := self._newest_visit:
            self.app.push_screen(Letter(self.state.repository, visit))
        else:
            self.notify_user("We hold no visit to this council by this date.")

    @property
    def _newest_visit(self) -> Visit | None:
        """The newest visit known on the date shown."""
        profile = self.state.profile
        visits = profile.visits.every if profile and profile.visits else ()
        return next((visit for visit in visits if visit.day <= self.state.as_at), None)

    def action_leave(self) -> None:
        """Back to where the page was opened."""
        self.dismiss()
