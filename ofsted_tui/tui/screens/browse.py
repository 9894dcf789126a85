"""The first screen: summary bar, list, one council, keys. It follows the state; the panes follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from ...analysis.finding_search import FindingQuery
from ...core.model import Grade
from ...core.report_address import safe_address
from ...core.sanitise import clean
from ...storage.notebook import Notebook
from ..bindings import bindings
from ..keys import BROWSE, EVERYWHERE
from ..way_back import WayBack
from ..widgets.council_detail import CouncilDetail
from ..widgets.council_list import CouncilList
from ..widgets.key_bar import KeyBar
from ..widgets.search_box import SearchBox, SearchPrompt
from ..widgets.summary_bar import SummaryBar
from .app_screen import AppScreen, FindingsRequested

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...core.councils import Councils, Selection, Totals
    from ...output.council_profile import Profile
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from ..state import State


class Browse(AppScreen[None]):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    COMMANDS_HERE = BROWSE
    AUTO_FOCUS = "CouncilList"
    BLANK = True
    """The panes cover it."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy"), (160, "-ample")]

    # What the panes are bound to: the parts of the state that they show.
    national: var[Councils | None] = var(None)
    shown: var[Councils | None] = var(None)
    slug: var[str] = var("")
    difference: var[TotalsDifference | DateOutOfRange | None] = var(None)
    prompt: var[str] = var("")
    note: var[str] = var("")
    notebook: var[Notebook] = var(Notebook())
    profile: var[Profile | None] = var(None)
    neighbours: var[Totals | None] = var(None)

    summary = query_one(SummaryBar)
    council_list = query_one(CouncilList)
    detail = query_one(CouncilDetail)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.way_back = WayBack(self)
        self._box: SearchBox | None = None
        self.set_reactive(Browse.slug, state.slug)
        self.set_reactive(Browse.notebook, state.notebook)
        state.watch(self._follow)

    def compose(self) -> ComposeResult:
        """Lay out the panes and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference)
        with Widget(id="left"):
            yield self.search if self.state.selection.phrase else SearchPrompt().data_bind(Browse.prompt)
            yield CouncilList(id="councils").data_bind(Browse.slug, Browse.note, Browse.notebook, councils=Browse.shown)
        yield CouncilDetail(id="council").data_bind(Browse.neighbours, Browse.notebook, Browse.profile)
        yield KeyBar((*BROWSE, *EVERYWHERE))

    def _follow(self) -> None:
        """Hand on what the state has become."""
        state = self.state
        self.way_back.forget_another_list()
        self.difference, self.note, self.prompt = state.difference, state.note, state.prompt
        self.national, self.shown = state.national, state.shown
        self.slug, self.notebook = state.slug, state.notebook
        self.neighbours, self.profile = state.neighbours, state.profile

    @property
    def search(self) -> SearchBox:
        """The search box, made when it is first asked for."""
        if self._box is None:
            self._box = SearchBox(self.state.selection.phrase, placeholder=self.prompt, compact=True, id="search")
            self.watch(self._box, "value", self._typed, init=False)
        return self._box

    def open_search(self) -> SearchBox:
        """The search box in its place on the screen, where until then a line stands that costs less."""
        box = self.search
        for line in self.query(SearchPrompt):
            if line.display:
                self.query_one("#left").mount(box, before=line)
                line.display = False
        return box

    def watch_prompt(self, prompt: str) -> None:
        """Let the box say it."""
        if self._box:
            self._box.placeholder = prompt

    # What the panes tell.

    def on_mount(self) -> None:
        """Follow highlight and box as they change: a message would come a frame later."""
        self.watch(self.council_list, "slug", self._highlighted, init=False)

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
        if self.state.named_otherwise:
            self.way_back.go_to(self.state.named_otherwise[0].slug)
        elif self.state.nobody_is_named:
            self.post_message(FindingsRequested(FindingQuery(self.state.selection.phrase)))

    # Where one goes.

    def action_search(self) -> None:
        """Go to the search box."""
        self.set_focus(self.open_search())

    def action_back(self) -> None:
        """Back to the screen that led here; else clear the search, the filters, step back: one thing at a time."""
        self.way_back.step_back(in_the_box=isinstance(self.focused, SearchBox), in_the_list=self.council_list.has_focus)

    def clear(self, selection: Selection, phrase: str = "") -> None:
        """Narrow the list otherwise, whatever stands in the box, and go to it."""
        self.state.selection = selection._replace(phrase=phrase)
        if phrase or self._box:
            self.open_search().value = phrase
        self.state.select()

    def action_switch(self) -> None:
        """Go to the other pane."""
        (self.council_list if self.detail.has_focus else self.detail).focus()

    def action_read(self) -> None:
        """Go to the council."""
        self.detail.focus()

    def action_scroll_detail(self, direction: int) -> None:
        """Scroll the council by half a pane from wherever the focus is."""
        self.detail.scroll_relative(y=direction * max(1, self.detail.size.height // 2), animate=False)

    # What the keys change in the list.

    def action_sort(self) -> None:
        """Sort by the next key."""
        self.notify_user(self.state.sort_by_next())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.notify_user(self.state.reverse_order())

    def action_judgement(self) -> None:
        """Choose the judgement shown."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state)

    def action_filter(self) -> None:
        """Choose grades and regions."""
        from ..dialogs.council_filters import filter_councils

        filter_councils(self.app, self.state)

    def action_only(self, grade: str) -> None:
        """List the councils that hold a grade, or all again."""
        self.state.only(Grade(grade))

    def action_as_at(self) -> None:
        """Choose the day."""
        from ..dialogs.picker import choose_day

        choose_day(self.app, self.state)

    def action_explain(self) -> None:
        """Say what others printed for the day."""
        self.notify_user(self.state.explanation(), seconds=12)

    def action_pin(self) -> None:
        """Pin the council, or unpin it."""
        if self.slug:
            self.notify_if(self.state.pin())

    def action_pinned(self) -> None:
        """List only the pinned councils, or all again."""
        self.notify_if(self.state.only_pinned())

    # What the keys do with the council.

    def action_note(self) -> None:
        """Write a note on the council."""
        from ..dialogs.note import Note

        if not self.slug:
            self.notify_user("No council is highlighted.")
            return
        council = self.state.repository.councils[self.slug]
        self.app.push_screen(Note(council.name, self.notebook.notes.get(council.slug, "")), self._noted)

    def _noted(self, note: str | None) -> None:
        if note is not None:
            self.notify_if(self.state.write_note(note))

    def action_older(self) -> None:
        """Look at the inspection before."""
        self.notify_if(self.state.step(-1))

    def action_newer(self) -> None:
        """Look at the inspection after."""
        self.notify_if(self.state.step(1))

    def action_show_inspection(self, key: str) -> None:
        """Look at an inspection by its key."""
        if inspection := self.state.repository.inspections.get(key):
            self.state.look_at(inspection)

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        inspection = self.profile.inspection if self.profile else None
        if address := safe_address(inspection.report_url) if inspection else "":
            self.app.open_url(address)
            self.notify_user(f"Asked your browser to open {address}")
        else:
            why = "This inspection's report has no address" if inspection else "There is no report"
            self.notify_user(f"{why}.")

    def action_copy_citation(self) -> None:
        """Copy a citation of the inspection shown; of the finding marked, while the council is read."""
        from ...output.citation import cite, cite_finding

        if self.profile is None or self.profile.inspection is None:
            self.notify_user("There is no inspection to cite.")
            return
        council, inspection, marked = self.profile.council, self.profile.inspection, self.detail.marked
        if marked and self.detail.has_focus:
            words = cite_finding(council, inspection, marked)
        else:
            words = cite(council, inspection, self.state.judgement)
        self.app.copy_to_clipboard(words)
        self.notify_user(f"Copied: {words}")

    def action_save(self) -> None:
        """Save the pane in focus: the list as it is shown, or the council that is read."""
        from ...output.rows import council_list
        from ..dialogs.save import save, save_council

        if self.detail.has_focus and self.profile:
            save_council(self.app, self.profile)
        else:
            save(self.app, "councils", council_list(self.state.shown))
