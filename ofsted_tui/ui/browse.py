"""The first screen: summary bar, list, one council, keys. It owns the state; the panes are told, and tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from ..analysis.repeats import Repeat, repeats
from ..citation import cite
from ..councils import Selection, Totals
from ..notebook import Notebook
from ..profile import Profile, profile
from ..text import clean
from .address import safe_address
from .bindings import bindings
from .commands import BROWSE, EVERYWHERE
from .council_detail import CouncilDetail
from .council_list import CouncilList
from .key_line import KeyLine
from .search_box import SearchBox
from .selecting import Selecting
from .summary_bar import SummaryBar

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult

    from ..model import Inspection
    from ..repository import Repository
    from ..settings import Settings


class Browse(Selecting):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    COMMANDS_HERE = BROWSE
    AUTO_FOCUS = "CouncilList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]

    profile: var[Profile | None] = var(None)
    """The same in full, at one of its inspections."""
    repeats: var[tuple[Repeat, ...]] = var(())
    """What the inspection asks again."""
    neighbours: var[Totals | None] = var(None)
    """How its statistical neighbours are judged."""
    notebook: var[Notebook] = var(Notebook())
    """The user's pins and notes."""

    summary = query_one(SummaryBar)
    council_list = query_one(CouncilList)
    detail = query_one(CouncilDetail)
    search = query_one(SearchBox)

    def __init__(
        self, repository: Repository, settings: Settings, notebook: Notebook, notebook_file: Path | None
    ) -> None:
        super().__init__(repository, settings)
        self._notebook_file = notebook_file
        self.set_reactive(Browse.notebook, notebook)
        self.select()

    class Compared(Message):
        """The comparison is asked for."""

    class Asked(Message):
        """Words that name no council are asked of the findings."""

        def __init__(self, phrase: str) -> None:
            super().__init__()
            self.phrase = phrase

    def compose(self) -> ComposeResult:
        """Lay out the panes and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference)
        with Widget(id="panes"):
            with Widget(id="left"):
                yield SearchBox(self.selection.phrase, placeholder="/ to search by name", compact=True, id="search")
                yield CouncilList(id="councils").data_bind(
                    Browse.slug, Browse.empty, Browse.notebook, councils=Browse.shown
                )
            yield CouncilDetail(id="council").data_bind(
                Browse.neighbours, Browse.notebook, Browse.repeats, Browse.profile
            )
        yield KeyLine((*BROWSE, *EVERYWHERE))

    def read(self) -> None:
        """Read the council highlighted, at its latest inspection by the day."""
        if self.national is None or not self.slug:
            self.profile = self.neighbours = None
            self.repeats = ()
            return
        council = self.repository.councils[self.slug]
        near = [slug for slug, _ in council.neighbours]
        self.neighbours = self.national.these(near).totals(self.selection.judgement) if near else None
        found = profile(self.repository, council, self.national.as_at)
        self.repeats = repeats(self.repository, found.inspection) if found.inspection else ()
        self.profile = found

    # What the panes tell.

    def on_mount(self) -> None:
        """Follow highlight and box as they change: a message would come a frame later."""
        self.watch(self.council_list, "slug", self._highlighted, init=False)
        self.watch(self.search, "value", self._typed, init=False)

    def _highlighted(self, slug: str) -> None:
        if slug != self.slug:
            self.slug = slug
            self.read()

    @on(CouncilList.Chosen)
    def _chosen(self) -> None:
        self.action_read()

    def _typed(self, phrase: str) -> None:
        if clean(phrase) != self.selection.phrase:
            self.choose(replace(self.selection, phrase=clean(phrase)))

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.council_list.focus()
        if self.nobody_is_named:
            self.post_message(self.Asked(self.selection.phrase))

    # What the keys do.

    def action_search(self) -> None:
        """Go to the search box."""
        self.search.focus()

    def action_back(self) -> None:
        """Leave the box, clear what narrows, go back to the list: one thing at a time."""
        if self.selection.narrows:
            self._clear(Selection(judgement=self.selection.judgement))
            self.council_list.focus()
        elif not self.council_list.has_focus:
            self.council_list.focus()
        elif self.day is not None:
            self.day = None
            self.select()
        else:
            self.tell("Nothing to clear. q leaves.")

    def action_switch(self) -> None:
        """Go to the other pane."""
        (self.council_list if self.detail.has_focus else self.detail).focus()

    def action_read(self) -> None:
        """Go to the council."""
        self.detail.focus()

    def action_scroll_detail(self, direction: int) -> None:
        """Scroll the council by half a pane from wherever the focus is."""
        self.detail.scroll_relative(y=direction * max(1, self.detail.size.height // 2), animate=False)

    def show_on(self, day: date | None, region: str = "") -> None:
        """Show the country on a day, or one region of it."""
        self.day = day
        self._clear(Selection(judgement=self.selection.judgement, regions=frozenset({region} if region else ())))

    def go_to(self, slug: str, inspection: str = "", finding: int | None = None) -> None:
        """Show a council, at an inspection, at a finding; what would hide it is cleared."""
        if self.shown is None or slug not in self.shown:
            self._clear(Selection(judgement=self.selection.judgement))
        if self.national is not None and slug not in self.national:
            council = self.repository.councils[slug]
            self.day = council.last_day
            self.select()
        self.slug = slug
        self.read()
        if inspection:
            self.action_show_inspection(inspection)
        if finding is not None:
            self.call_after_refresh(self.detail.show_finding, finding)
            self.detail.focus()
        else:
            self.council_list.focus()

    def _clear(self, selection: Selection) -> None:
        """Narrow the list otherwise, whatever stands in the box."""
        self.selection = replace(selection, phrase="")
        self.search.value = ""
        self.select()

    def action_older(self) -> None:
        """Look at the inspection before."""
        self._step(-1)

    def action_newer(self) -> None:
        """Look at the inspection after."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.profile is None or not self.profile.inspections:
            self.tell("There is no inspection to go to.")
            return
        held = self.profile.inspections
        here = held.index(self.profile.inspection) if self.profile.inspection else len(held)
        if not 0 <= here + by < len(held):
            end = "newest" if by > 0 else "oldest"
            self.tell(f"This is the {end} inspection held of {self.profile.council.name}.")
            return
        self._look_at(held[here + by])

    def action_show_inspection(self, key: str) -> None:
        """Look at an inspection by its key."""
        if self.profile and key in self.repository.inspections:
            self._look_at(self.repository.inspections[key])

    def _look_at(self, inspection: Inspection) -> None:
        if self.profile:
            self.repeats = repeats(self.repository, inspection)
            self.profile = self.profile.at(inspection, self.repository)

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        if address := self._address():
            self.app.open_url(address)
            self.tell(f"Asked your browser to open {address}")

    def action_copy_citation(self) -> None:
        """Copy a citation of the inspection shown."""
        if self.profile is None or self.profile.inspection is None:
            self.tell("There is no inspection to cite.")
            return
        words = cite(self.profile.council, self.profile.inspection, self.selection.judgement)
        self.app.copy_to_clipboard(words)
        self.tell(f"Copied: {words}")

    def action_pin(self) -> None:
        """Pin the council, or unpin it."""
        if self.slug:
            self._mark(self.notebook.pinned(self.slug))
            if self.selection.only is not None:
                self.choose(replace(self.selection, only=frozenset(self.notebook.pins)))

    def action_pinned(self) -> None:
        """List only the pinned councils, or all again."""
        if self.selection.only is not None:
            self.choose(replace(self.selection, only=None))
        elif self.notebook.pins:
            self.choose(replace(self.selection, only=frozenset(self.notebook.pins)))
        else:
            self.tell("No council is pinned. p pins the one that is highlighted.")

    def action_note(self) -> None:
        """Write a note on the council."""
        from .note import Note

        if not self.slug:
            self.tell("No council is highlighted.")
            return
        council = self.repository.councils[self.slug]
        self.app.push_screen(Note(council.name, self.notebook.notes.get(council.slug, "")), self._noted)

    def _noted(self, note: str | None) -> None:
        if note is not None:
            self._mark(self.notebook.noted(self.slug, note))

    def _mark(self, notebook: Notebook) -> None:
        self.notebook = notebook
        if self._notebook_file and (failed := notebook.save(self._notebook_file)):
            self.tell(failed, seconds=10)
        self.read()

    def action_compare(self) -> None:
        """Compare with the neighbours, or the pinned with each other."""
        if not self.slug:
            self.tell("No council is highlighted.")
            return
        self.post_message(self.Compared())

    def action_save(self) -> None:
        """Save the pane in focus: the list as it is shown, or the council that is read."""
        from ..answers import council_list
        from .save import save, save_council

        assert self.shown is not None
        if self.detail.has_focus and self.profile:
            save_council(self.app, self.profile)
        else:
            save(self.app, "councils", council_list(self.shown))

    def _address(self) -> str:
        inspection = self.profile.inspection if self.profile else None
        address = safe_address(inspection.report_url) if inspection else ""
        if not address:
            why = "This inspection's report has no address" if inspection else "There is no report"
            self.tell(f"{why}.")
        return address
