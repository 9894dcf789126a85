"""The first screen: summary bar, list, one council, keys. It owns the state; the panes are told, and tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from ...core.councils import Selection, Totals
from ...core.dates import long_day
from ...core.model import Judgement
from ...core.report_address import safe_address
from ...core.sanitise import clean
from ...output.council_profile import Profile, absent, profile
from ..bindings import bindings
from ..keys import BROWSE, EVERYWHERE
from ..widgets.council_detail import CouncilDetail
from ..widgets.council_list import CouncilList
from ..widgets.key_bar import KeyBar
from ..widgets.search_box import SearchBox, SearchPrompt
from ..widgets.summary_bar import SummaryBar
from .marking import Marking

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.screen import Screen

    from ...core.model import Inspection
    from ...core.repository import Repository
    from ...storage.notebook import Notebook
    from ...storage.settings import Settings


class Place(NamedTuple):
    """What the list shows, and where one stands in it."""

    day: date | None
    selection: Selection
    slug: str
    """The council highlighted; empty where any may be."""


class Origin(NamedTuple):
    """Whence a council, or the list of a region, was opened."""

    screen: Screen[Any]
    opened: Place
    """What it opened; `slug` is empty where that was a list. Once it is another, there is no way back."""
    before: Place
    """What was shown before, of which that screen may tell."""


def _same_list(one: Place, other: Place) -> bool:
    """Whether the same councils are listed, by whatever judgement and before anything is typed."""
    mine, theirs = (place.selection._replace(phrase="", judgement=Judgement.OVERALL) for place in (one, other))
    return (one.day, mine) == (other.day, theirs)


class Browse(Marking):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    COMMANDS_HERE = BROWSE
    AUTO_FOCUS = "CouncilList"
    BLANK = True
    """The panes cover it."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy"), (160, "-ample")]

    profile: var[Profile | None] = var(None)
    """The same in full, at one of its inspections."""
    neighbours: var[Totals | None] = var(None)
    """How its statistical neighbours are judged."""
    origin: Origin | None = None
    """The screen to which Esc goes back."""

    summary = query_one(SummaryBar)
    council_list = query_one(CouncilList)
    detail = query_one(CouncilDetail)

    def __init__(
        self, repository: Repository, settings: Settings, notebook: Notebook, notebook_file: Path | None
    ) -> None:
        super().__init__(repository, settings, notebook, notebook_file)
        self._box: SearchBox | None = None
        self.select()

    class FindingsRequested(Message):
        """Words that name no council are asked of the findings."""

        def __init__(self, phrase: str) -> None:
            super().__init__()
            self.phrase = phrase

    def compose(self) -> ComposeResult:
        """Lay out the panes and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference)
        with Widget(id="left"):
            yield self.search if self.selection.phrase else SearchPrompt().data_bind(Browse.prompt)
            yield CouncilList(id="councils").data_bind(Browse.slug, Browse.note, Browse.notebook, councils=Browse.shown)
        yield CouncilDetail(id="council").data_bind(Browse.neighbours, Browse.notebook, Browse.profile)
        yield KeyBar((*BROWSE, *EVERYWHERE))

    def read(self) -> None:
        """Read the council highlighted: at its latest inspection by the day, or still at the one looked at."""
        if self.national is None or not self.slug:
            self.profile = self.neighbours = None
            return
        council = self.repository.councils[self.slug]
        near = [slug for slug, _ in council.neighbours]
        self.neighbours = self.national.subset(near).totals(self.selection.judgement) if near else None
        found = profile(self.repository, council, self.national.as_at)
        before = self.profile
        if before and before.inspection and (before.council, before.as_at) == (found.council, found.as_at):
            found = found.at(before.inspection, self.repository)
        self.profile = found

    @property
    def search(self) -> SearchBox:
        """The search box, which takes its place when it is first asked for."""
        if self._box is None:
            self._box = SearchBox(self.selection.phrase, placeholder=self.prompt, compact=True, id="search")
            self.watch(self._box, "value", self._typed, init=False)
            for line in self.query(SearchPrompt):
                self.query_one("#left").mount(self._box, before=line)
                line.display = False
        return self._box

    def watch_prompt(self, prompt: str) -> None:
        """Let the box say it."""
        if self._box:
            self._box.placeholder = prompt

    # What the panes tell.

    def on_mount(self) -> None:
        """Follow highlight and box as they change: a message would come a frame later."""
        self.watch(self.council_list, "slug", self._highlighted, init=False)

    def _highlighted(self, slug: str) -> None:
        if slug != self.slug:
            self.slug = slug
            if self.origin and self.origin.opened.slug:
                self.origin = None
            self.read()

    @on(CouncilList.Chosen)
    def _chosen(self) -> None:
        self.action_read()

    def _typed(self, phrase: str) -> None:
        if clean(phrase) != self.selection.phrase:
            self.choose(self.selection._replace(phrase=clean(phrase)))

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.council_list.focus()
        if self.named_otherwise:
            self.go_to(self.named_otherwise[0].slug)
        elif self.nobody_is_named:
            self.post_message(self.FindingsRequested(self.selection.phrase))

    # What the keys do.

    def action_search(self) -> None:
        """Go to the search box."""
        self.set_focus(self.search)

    def action_back(self) -> None:
        """Back to the screen that led here; else clear the search, the filters, step back: one thing at a time."""
        in_the_box = isinstance(self.focused, SearchBox)
        if self.origin and self._leads_back(self.origin) and not in_the_box:
            self._return(self.origin)
        elif not self.selection.phrase and (in_the_box or (self.origin and not self.council_list.has_focus)):
            self.council_list.focus()
        elif self.selection.phrase:
            self._clear(self.selection)
            self.council_list.focus()
        elif self.selection.is_active:
            self._clear(Selection(judgement=self.selection.judgement))
            self.council_list.focus()
        elif not self.council_list.has_focus:
            self.council_list.focus()
        elif self.day is not None:
            self.day = None
            self.select()
            self.notify_user(f"Back on the data's last day, {long_day(self.as_at)}; d chooses another.")
        else:
            self.notify_user("Nothing to clear. q leaves.")

    def action_switch(self) -> None:
        """Go to the other pane."""
        (self.council_list if self.detail.has_focus else self.detail).focus()

    def action_read(self) -> None:
        """Go to the council."""
        self.detail.focus()

    def action_scroll_detail(self, direction: int) -> None:
        """Scroll the council by half a pane from wherever the focus is."""
        self.detail.scroll_relative(y=direction * max(1, self.detail.size.height // 2), animate=False)

    def show_from(self, screen: Screen[Any], day: date | None, region: str = "") -> None:
        """Show the country on a day, or one region of it, for another screen, to which Esc goes back."""
        before = self._place
        self.day = day
        self._clear(Selection(judgement=self.selection.judgement, regions=frozenset({region} if region else ())))
        self.origin = Origin(screen, self._place._replace(slug=""), before)
        self.council_list.focus()

    def go_to(self, slug: str, inspection: str = "", finding: int | None = None) -> None:
        """Show a council, at an inspection, at a finding; what would hide it is cleared."""
        if self.shown is None or slug not in self.shown:
            self._clear(Selection(judgement=self.selection.judgement))
        if self.national is not None and slug not in self.national:
            council = self.repository.councils[slug]
            self.day = council.last_day
            self.select()
            self.notify_user(f"{absent(self.repository, council)} Shown as at {long_day(self.as_at)}.", seconds=8)
        self.origin = self.profile = None
        self.slug = slug
        self.read()
        if inspection:
            self.action_show_inspection(inspection)
        if finding is not None:
            self.call_after_refresh(self.detail.show_finding, finding)
            self.detail.focus()
        else:
            self.council_list.focus()

    def open_from(self, screen: Screen[Any], slug: str, inspection: str = "", finding: int | None = None) -> None:
        """The same from another screen, to which Esc goes back."""
        before = self._place
        self.go_to(slug, inspection, finding)
        self.origin = Origin(screen, self._place, before)

    @property
    def _place(self) -> Place:
        return Place(self.day, self.selection, self.slug)

    def select(self) -> None:
        """Work out what is shown; where that is another list than was opened, there is no way back."""
        super().select()
        if self.origin and not _same_list(self.origin.opened, self._place):
            self.origin = None

    def _leads_back(self, origin: Origin) -> bool:
        """Whether what was opened is what is looked at: a council, or the list itself with nothing typed."""
        if origin.opened.slug:
            return origin.opened.slug == self.slug
        return self.council_list.has_focus and self.selection.phrase == origin.opened.selection.phrase

    def _return(self, origin: Origin) -> None:
        self.origin, before = None, origin.before
        self.day = before.day
        self.app.clear_notifications()
        self._clear(before.selection._replace(judgement=self.selection.judgement), before.selection.phrase)
        if self.shown is not None and before.slug in self.shown:
            self.slug = before.slug
            self.read()
        self.app.push_screen(origin.screen)

    def _clear(self, selection: Selection, phrase: str = "") -> None:
        """Narrow the list otherwise, whatever stands in the box."""
        self.selection = selection._replace(phrase=phrase)
        if phrase or self._box:
            self.search.value = phrase
        self.select()

    def action_older(self) -> None:
        """Look at the inspection before."""
        self._step(-1)

    def action_newer(self) -> None:
        """Look at the inspection after."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.profile is None or not self.profile.inspections:
            self.notify_user("There is no inspection to go to.")
            return
        held = self.profile.inspections
        here = held.index(self.profile.inspection) if self.profile.inspection else len(held)
        if not 0 <= here + by < len(held):
            end = "newest" if by > 0 else "oldest"
            self.notify_user(f"This is the {end} inspection held of {self.profile.council.name}.")
            return
        self._look_at(held[here + by])

    def action_show_inspection(self, key: str) -> None:
        """Look at an inspection by its key."""
        if self.profile and key in self.repository.inspections:
            self._look_at(self.repository.inspections[key])

    def _look_at(self, inspection: Inspection) -> None:
        if self.profile:
            self.profile = self.profile.at(inspection, self.repository)

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        if address := self._address():
            self.app.open_url(address)
            self.notify_user(f"Asked your browser to open {address}")

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
            words = cite(council, inspection, self.selection.judgement)
        self.app.copy_to_clipboard(words)
        self.notify_user(f"Copied: {words}")

    def action_save(self) -> None:
        """Save the pane in focus: the list as it is shown, or the council that is read."""
        from ...output.rows import council_list
        from ..dialogs.save import save, save_council

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
            self.notify_user(f"{why}.")
        return address
