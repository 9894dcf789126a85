"""The first screen: summary bar, list, one council, keys. It owns the state; the panes are told, and tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from ..answers import Difference, reported_difference
from ..councils import Councils, Selection, SortKey, Totals
from ..days import long_day
from ..profile import Profile, profile
from ..search import rank
from ..text import clean
from .address import safe_address
from .bindings import bindings
from .commands import BROWSE, EVERYWHERE
from .council_detail import CouncilDetail
from .council_list import CouncilList
from .key_line import KeyLine
from .search_box import SearchBox
from .summary_bar import SummaryBar

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from ..model import Grade, Judgement
    from ..repository import Repository
    from ..settings import Settings


class Browse(Screen[None]):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    AUTO_FOCUS = "CouncilList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]

    national: var[Councils | None] = var(None)
    """Every council on the day."""
    shown: var[Councils | None] = var(None)
    """Those in the list."""
    slug: var[str] = var("")
    """The council highlighted."""
    profile: var[Profile | None] = var(None)
    """The same in full, at one of its inspections."""
    neighbours: var[Totals | None] = var(None)
    """How its statistical neighbours are judged."""
    difference: var[Difference | None] = var(None)
    """What somebody else printed for the day."""
    empty: var[str] = var("")
    """What the empty list says."""

    summary = query_one(SummaryBar)
    council_list = query_one(CouncilList)
    detail = query_one(CouncilDetail)
    search = query_one(SearchBox)

    def __init__(self, repository: Repository, settings: Settings) -> None:
        super().__init__()
        self.repository = repository
        self._opened_with = settings
        self.day = settings.day
        self.selection = settings.selection
        self.order, self.reverse = settings.sort_key, settings.reverse
        self.set_reactive(Browse.slug, settings.council)
        self._select()

    def compose(self) -> ComposeResult:
        """Lay out the panes and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference)
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield SearchBox(self.selection.phrase, placeholder="/ to search by name", compact=True, id="search")
                yield CouncilList(id="councils").data_bind(Browse.slug, Browse.empty, councils=Browse.shown)
            yield CouncilDetail(id="council").data_bind(Browse.neighbours, Browse.profile)
        yield KeyLine((*BROWSE, *EVERYWHERE))

    # What is shown follows from the day, the selection and the order; nothing else is kept.

    def _select(self) -> None:
        national = self.repository.as_at(self.day)
        ordered = national.sorted_by(self.order, self.selection.judgement, reverse=self.reverse)
        shown = ordered.where(self.selection)
        self.difference = reported_difference(self.repository, national, self.selection.judgement)
        self.empty = "" if len(shown) else self._why_empty(national)
        self.national, self.shown = national, shown
        if self.slug not in shown:
            self.slug = next((standing.council.slug for standing in shown), "")
        self._read()

    def _why_empty(self, national: Councils) -> str:
        named = [s.council.name for s in national.where(Selection(phrase=self.selection.phrase))]
        words = f"No council {self.selection.describe()}."
        if named and (self.selection.grades or self.selection.regions):
            words = f"{len(named)} named so, but none {replace(self.selection, phrase='').describe()}."
        elif gone := self._named_on_other_days(national):
            words = f"{gone} did not exist on {long_day(national.as_at)}. Press d for another day."
        return f"{words} Esc clears."

    def _named_on_other_days(self, national: Councils) -> str:
        """Councils that bear the name and did not exist on the day: abolished before, or made later."""
        others = [c for c in self.repository.councils.values() if not c.existed_on(national.as_at)]
        return " and ".join(c.name for c in others if rank(c, self.selection.phrase) is not None)

    def _read(self) -> None:
        if self.national is None or not self.slug:
            self.profile = self.neighbours = None
            return
        council = self.repository.councils[self.slug]
        near = frozenset(slug for slug, _ in council.neighbours)
        judgement = self.selection.judgement
        self.neighbours = self.national.where(Selection(only=near)).totals(judgement) if near else None
        self.profile = profile(self.repository, council, self.national.as_at)

    def _choose(self, selection: Selection) -> None:
        """Narrow the list otherwise."""
        self.selection = selection
        self._select()

    @property
    def settings(self) -> Settings:
        """The place to remember."""
        held = self._opened_with.with_selection(self.selection)
        as_at = self.day.isoformat() if self.day else ""
        return replace(held, council=self.slug, as_at=as_at, order=self.order.value, reverse=self.reverse)

    def tell(self, sentence: str, seconds: float = 4) -> None:
        """A sentence for the person at the keyboard, in place of the one before; never markup."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False, timeout=seconds)

    # What the panes tell.

    def on_mount(self) -> None:
        """Follow highlight and box as they change: a message would come a frame later."""
        self.watch(self.council_list, "slug", self._highlighted, init=False)
        self.watch(self.search, "value", self._typed, init=False)

    def _highlighted(self, slug: str) -> None:
        if slug != self.slug:
            self.slug = slug
            self._read()

    @on(CouncilList.Chosen)
    def _chosen(self) -> None:
        self.action_read()

    def _typed(self, phrase: str) -> None:
        if clean(phrase) != self.selection.phrase:
            self._choose(replace(self.selection, phrase=clean(phrase)))

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.council_list.focus()

    # What the keys do.

    def action_search(self) -> None:
        """Go to the search box."""
        self.search.focus()

    def action_back(self) -> None:
        """Leave the box, clear what narrows, go back to the list: one thing at a time."""
        if self.selection.narrows:
            self.search.value = ""
            self._choose(Selection(judgement=self.selection.judgement))
            self.council_list.focus()
        elif not self.council_list.has_focus:
            self.council_list.focus()
        elif self.day is not None:
            self.day = None
            self._select()
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

    def action_sort(self) -> None:
        """Sort by the next key."""
        keys = list(SortKey)
        self.order = keys[(keys.index(self.order) + 1) % len(keys)]
        self._select()
        self._tell_order()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.reverse = not self.reverse
        self._select()
        self._tell_order()

    def _tell_order(self) -> None:
        reversed_ = ", reversed" if self.reverse else ""
        best = " While you search, the best names come first." if self.selection.phrase else ""
        self.tell(f"Sorted by {self.order.title}{reversed_}.{best}")

    def action_judgement(self) -> None:
        """Choose the judgement shown."""
        from .choose import choose_judgement

        assert self.national is not None
        choose_judgement(self.app, self.national, self.selection.judgement, self._show_judgement)

    def _show_judgement(self, judgement: Judgement) -> None:
        self._choose(replace(self.selection, judgement=judgement))

    def action_filter(self) -> None:
        """Choose grades and regions."""
        from .choose import Filter

        assert self.national is not None
        self.app.push_screen(Filter(self.national, self.selection, self._filter))

    def _filter(self, grades: frozenset[Grade], regions: frozenset[str]) -> None:
        self._choose(replace(self.selection, grades=grades, regions=regions))

    def action_as_at(self) -> None:
        """Choose the day."""
        from .choose import choose_day

        choose_day(self.app, self.repository, self.day, self._see)

    def _see(self, day: date | None) -> None:
        self.day = day
        self._select()

    def action_explain(self) -> None:
        """Say what others printed for the day."""
        if self.difference:
            self.tell(self.difference.sentence, seconds=12)
        else:
            self.tell("Nobody is known to have printed other totals for this day and judgement.")

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
        self.profile = self.profile.at(held[here + by], self.repository)

    def action_show_inspection(self, key: str) -> None:
        """Look at an inspection by its key."""
        if self.profile and key in self.repository.inspections:
            self.profile = self.profile.at(self.repository.inspections[key], self.repository)

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        if address := self._address():
            self.app.open_url(address)
            self.tell(f"Asked your browser to open {address}")

    def action_copy_address(self) -> None:
        """Copy the report's address."""
        if address := self._address():
            self.app.copy_to_clipboard(address)
            self.tell(f"Copied {address}")

    def _address(self) -> str:
        inspection = self.profile.inspection if self.profile else None
        address = safe_address(inspection.report_url) if inspection else ""
        if not address:
            why = "This inspection's report has no address" if inspection else "There is no report"
            self.tell(f"{why}.")
        return address
