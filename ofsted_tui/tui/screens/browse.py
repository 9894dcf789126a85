"""The first screen: summary bar, list, one council, keys. It follows the state; the panes follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import ScreenSuspend
from textual.reactive import var
from textual.widgets import Input

from ...core.councils import Selection
from ...core.model import Grade
from ...core.sanitise import clean
from ...storage.notebook import Notebook
from ..bindings import bindings
from ..keys import (
    BROWSE,
    COMPARE_SCREEN,
    COUNCIL_KEYS,
    FILTERED_LIST_KEYS,
    HINTS_EVERYWHERE,
    LIST_KEYS,
    ONE_COUNCIL_KEYS,
)
from ..state import no_match
from ..way_back import WayBack
from ..widgets.border_keys import BETWEEN
from ..widgets.council_detail import CouncilDetail
from ..widgets.council_list import CouncilList
from ..widgets.key_bar import KeyBar
from ..widgets.list_panel import ListPanel
from ..widgets.sign_line import SignLine
from ..widgets.styled_text import Span
from ..widgets.summary_bar import SummaryBar
from .app_screen import AppScreen, FindingsRequested
from .council_screen import CouncilScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...core.councils import Councils, SelectionPart
    from ...output.council_profile import Profile
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.chips import Chip, Chips

SMALL = 80
"""Columns up to which Enter opens a page for the council: the panel beside the list is only a preview."""


class Browse(CouncilScreen, AppScreen[None]):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    COMMANDS_HERE = BROWSE
    READY_WHEN_MOUNTED = True
    AUTO_FOCUS = "CouncilList"
    BLANK = True
    """The panels cover it."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide"), (120, "-roomy"), (160, "-ample"), (200, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]

    # What the panels are bound to: the parts of the state that they show.
    national: var[Councils | None] = var(None)
    shown: var[Councils | None] = var(None)
    slug: var[str] = var("")
    difference: var[TotalsDifference | DateOutOfRange | None] = var(None)
    other_date: var[bool] = var(default=False)
    chips: var[tuple[Chip, ...]] = var(())
    listed: var[str] = var("")
    typing: var[bool] = var(default=False)
    note: var[str] = var("")
    no_match: var[str] = var("")
    notebook: var[Notebook] = var(Notebook())
    profile: var[Profile | None] = var(None)
    neighbours: var[Councils | None] = var(None)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.way_back = WayBack(self)
        self.left = ListPanel(self._typed, self.way_back.of_enter)
        self.council_list, self.detail = CouncilList(id="councils"), CouncilDetail(id="council")
        self.set_reactive(Browse.slug, state.slug)
        self.set_reactive(Browse.notebook, state.notebook)
        state.watch(self._follow)

    def compose(self) -> ComposeResult:
        """Lay out the panels and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference, Browse.other_date)
        if self.chips:
            yield _chip_line()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)
        yield SignLine()
        self.begin_at(self.council_list)
        with self.left:
            yield self.council_list.data_bind(Browse.slug, Browse.note, Browse.notebook, councils=Browse.shown)
        yield self.detail.data_bind(Browse.no_match, Browse.neighbours, Browse.notebook, Browse.profile)

    def _follow(self) -> None:
        """Pass on the new state."""
        state = self.state
        self.way_back.forget_another_list()
        self.difference, self.other_date = state.difference, state.day is not None
        self.note = state.note(in_the_box=self.typing)
        self.national, self.shown = state.national, state.shown
        self.chips = _chips(state.selection.parts)
        self.slug, self.listed, self.notebook = state.slug, state.listed, state.notebook
        self.neighbours, self.profile, self.no_match = state.neighbours, state.profile, no_match(state)
        if self.is_mounted:
            self._write_borders()
            self.query_one(KeyBar).refresh_if_other()

    def _write_borders(self) -> None:
        """Show what the list is, and the place in it."""
        self.left.set_title(Span(self.state.list_title))
        self.left.set_foot(*self.border_keys(f"{{sort}} Sort{BETWEEN}{self.state.where_in_list}"))

    @property
    def council(self) -> CouncilDetail:
        """The panel beside the list."""
        return self.detail

    def key_hints(self) -> list[KeyCommand]:
        """The keys of the panel in focus."""
        found = ONE_COUNCIL_KEYS if len(self.state.shown) == 1 else FILTERED_LIST_KEYS
        in_the_list = found if self.state.selection.is_active else LIST_KEYS
        wanted = COUNCIL_KEYS if self.detail.has_focus else in_the_list
        by_name = {command.id: self.way_back.titled(command) for command in (*BROWSE, COMPARE_SCREEN)}
        leads_back = self.detail.has_focus or self.way_back.leads_somewhere
        hints = [by_name[name] for name in wanted if name != "back" or leads_back]
        return [*self.with_keys_that_step(hints), *HINTS_EVERYWHERE]

    # The search box, which exists only while somebody types.

    def _focus_moved(self) -> None:
        self.typing = self.left.show_box_in_use()
        self.note = self.state.note(in_the_box=self.typing)

    def reminders(self) -> list[str]:
        """What to say when the program starts: which filters are still on."""
        filters = ", ".join(chip.words for chip in self.chips)
        return [f"Your filters are still on: {filters}. {self.in_words('{clear} clears them.')}"] if filters else []

    # What the panels tell.

    def on_mount(self) -> None:
        """Follow highlight, box and focus as they change: a message would come a frame later."""
        self.app.stylesheet.apply(self.left)  # it was there before the list, which has the focus
        self._write_borders()
        self.watch(self.council_list, "slug", self._highlighted, init=False)
        self.watch(self, "focused", self._focus_moved, init=False)
        for needed in ("chips", "typing"):
            self.watch(self, needed, lambda: _mount_chips(self), init=False)

    @on(ScreenSuspend)
    def _covered(self) -> None:
        """Complete the page beneath a window opened at once: Textual tells no screen beneath another of its frames."""
        self.detail.draw_the_rest()

    def on_chips_removed(self, message: Chips.Removed) -> None:
        """Take a filter away, or all."""
        selection = self.state.selection
        kept = selection.without(message.chip.value) if message.chip else Selection(judgement=selection.judgement)
        self.clear(kept, kept.phrase)

    def _highlighted(self, slug: str) -> None:
        if slug != self.state.slug:
            self.way_back.forget_another_council()
            self.state.highlight(slug)

    @on(CouncilList.Opened)
    def _chosen(self) -> None:
        self.action_read()

    def _typed(self, phrase: str) -> None:
        if clean(phrase) != self.state.selection.phrase:
            self.state.choose(self.state.selection._replace(phrase=clean(phrase)))

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.council_list.focus()
        if not self.way_back.go_to_named() and self.state.nobody_is_named:
            from ...analysis.finding_search import FindingQuery

            self.post_message(FindingsRequested(FindingQuery(self.state.selection.phrase)))

    # Where one goes.

    def action_search(self) -> None:
        """Go to the search box."""
        self.left.open_box(self.state.selection.phrase)
        self.call_after_refresh(self.state.fold_names)

    def action_back(self) -> None:
        """Back to the screen that led here; otherwise clear the search, the filters, the date: one at a time."""
        self.way_back.step_back(in_the_box=isinstance(self.focused, Input), in_the_list=self.council_list.has_focus)

    def clear(self, selection: Selection, phrase: str = "") -> None:
        """Filter the list differently, whatever is in the box."""
        self.state.selection = selection._replace(phrase=phrase)
        self.left.write_box(phrase)
        self.state.select()

    def clear_filters(self) -> bool:
        """Clear the filters and the search."""
        active = self.state.selection.is_active
        if active:
            self.clear(Selection(judgement=self.state.judgement))
        return active

    def action_unfilter(self) -> None:
        """Remove the last filter."""
        if self.chips:
            kept = self.state.selection.without(self.chips[-1].value)
            self.clear(kept, kept.phrase)
        else:
            self.notify_user("No filter is on.")

    def action_latest(self) -> None:
        """Go back to the latest date."""
        self.state.choose_day(None)

    def action_switch(self) -> None:
        """Go to the other panel."""
        (self.council_list if self.detail.has_focus else self.detail).focus()

    def action_read(self) -> None:
        """Read the council: beside the list if there is room; otherwise, or at a second press, on a page of its own."""
        if self.app.size.width > SMALL and not self.detail.has_focus:
            self.detail.focus()
        else:
            self.action_zoom()

    def action_zoom(self) -> None:
        """Show the council on a page of its own."""
        self._open_page()

    def _open_page(self, finding: int | None = None) -> None:
        from .council import CouncilPage

        if not self.slug:
            self.notify_user("No council is highlighted.")
            return
        self.app.push_screen(CouncilPage.installed(self.app, self.state).at_finding(finding), self._page_left)

    def _page_left(self, _: object) -> None:
        """From the page, back to the list; or to the screen that led to it."""
        self.council_list.focus()
        self.way_back.leave_page()

    def show_finding(self, number: int) -> None:
        """Go to a finding of the inspection shown: in the panel, or on the page if the panel leaves it out."""
        if self.detail.holds(number):
            self.detail.show_finding(number)
            self.detail.focus()
        else:
            self._open_page(number)

    def action_scroll_detail(self, direction: int) -> None:
        """Scroll the council by half a pane from wherever the focus is."""
        self.detail.scroll_relative(y=direction * max(1, self.detail.size.height // 2), animate=False)

    # What the keys change in the list.

    def action_sort(self) -> None:
        """Sort by the next key."""
        self.notify_user(self.state.sort_by_next())

    def action_reverse(self) -> None:
        """Reverse the order."""
        self.notify_user(self.state.reverse_order())

    def action_filter(self) -> None:
        """Choose grades and regions; while a region's name is searched for, list that region."""
        from ..dialogs.council_filters import filter_councils

        if not self.way_back.list_region():
            filter_councils(self.app, self.state)

    def action_only(self, grade: str) -> None:
        """List the councils that hold a grade, or all again."""
        self.state.only(Grade(grade))

    def action_as_at(self) -> None:
        """Choose the day; while a council of another day is searched for, go to that."""
        self.way_back.choose_day()

    def action_explain(self) -> None:
        """Say what others printed for the day."""
        self.explain(self.state.explanation())

    def action_pinned(self) -> None:
        """List only the pinned councils, or all again."""
        self.notify_if(self.in_words(self.state.only_pinned()))

    @property
    def list_is_meant(self) -> bool:
        """True for a filtered list, unless the filter leaves one council or the panel of the council has the focus."""
        return self.state.selection.is_active and len(self.state.shown) != 1 and not self.detail.has_focus


def _chips(parts: tuple[SelectionPart, ...]) -> tuple[Chip, ...]:
    if not parts:
        return ()
    from ..widgets.chips import Chip

    return tuple(Chip(part.words, part) for part in parts)


def _chip_line() -> Chips:
    """The line of filters; it stays while somebody types, so that the list does not jump."""
    from ..widgets.chips import Chips

    return Chips().data_bind(Browse.chips, left=Browse.listed, kept=Browse.typing)


def _mount_chips(browse: Browse) -> None:
    """Add the line of filters when it is first needed: most people see the list without one."""
    if (browse.chips or browse.typing) and not browse.query("Chips"):
        browse.mount(_chip_line(), after="SummaryBar")
