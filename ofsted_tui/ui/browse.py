"""The first screen: summary bar, list, one council, keys. It owns the state; the panes are told, and tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from ..answers import Difference, reported_difference
from ..councils import Councils, Selection, SortKey, Totals
from ..days import long_day
from ..model import Grade, Judgement
from ..profile import Profile, profile
from ..text import clean
from .address import safe_address
from .bindings import bindings
from .commands import BROWSE, EVERYWHERE
from .council_detail import CouncilDetail
from .council_list import CouncilList
from .key_line import KeyLine
from .summary_bar import SummaryBar

if TYPE_CHECKING:
    from datetime import date

    from ..repository import Repository
    from ..settings import Settings


class Browse(Screen[None]):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    AUTO_FOCUS = "CouncilList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]  # noqa: RUF012

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
    list = query_one(CouncilList)
    detail = query_one(CouncilDetail)
    search = query_one("#search", Input)

    def __init__(self, repository: Repository, settings: Settings) -> None:
        super().__init__()
        self.repository = repository
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
                yield Input(self.selection.phrase, placeholder="/ to search by name", compact=True, id="search")
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
        abolished = [
            council for council in self.repository.councils.values() if not council.existed_on(national.as_at)
        ]
        words = f"No council {self.selection.describe()}."
        if named and (self.selection.grades or self.selection.regions):
            words = f"{len(named)} named so, but none {replace(self.selection, phrase='').describe()}."
        elif gone := Councils(national.as_at, ()) and self._named_among(abolished):
            words = f"{gone} did not exist on {long_day(national.as_at)}. Press d for another day."
        return f"{words} Esc clears."

    def _named_among(self, councils: list) -> str:  # type: ignore[type-arg]
        from ..search import rank

        return " and ".join(c.name for c in councils if rank(c, self.selection.phrase) is not None)

    def _read(self) -> None:
        if self.national is None or not self.slug:
            self.profile = self.neighbours = None
            return
        council = self.repository.councils[self.slug]
        near = frozenset(slug for slug, _ in council.neighbours)
        judgement = self.selection.judgement
        self.neighbours = self.national.where(Selection(only=near)).totals(judgement) if near else None
        self.profile = profile(self.repository, council, self.national.as_at)

    def _choose(self, **parts: object) -> None:
        """Narrow the list otherwise."""
        self.selection = replace(self.selection, **parts)  # type: ignore[arg-type]
        self._select()

    @property
    def settings(self) -> Settings:
        """The place to remember."""
        held = self.app.settings.with_selection(self.selection)  # type: ignore[attr-defined]
        as_at = self.day.isoformat() if self.day else ""
        return replace(held, council=self.slug, as_at=as_at, order=self.order.value, reverse=self.reverse)

    # What the panes tell.

    @on(CouncilList.Highlighted)
    def _highlighted(self, message: CouncilList.Highlighted) -> None:
        self.slug = message.slug
        self._read()

    @on(CouncilList.Chosen)
    def _chosen(self) -> None:
        self.action_read()

    @on(Input.Changed, "#search")
    def _typed(self, message: Input.Changed) -> None:
        if message.value != self.selection.phrase:
            self._choose(phrase=clean(message.value) and message.value)

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.list.focus()

    # What the keys do.

    def action_search(self) -> None:
        """Go to the search box."""
        self.search.focus()

    def action_back(self) -> None:
        """Leave the box, clear what narrows, go back to the list: one thing at a time."""
        if self.selection.narrows:
            self.search.value = ""
            self._choose(phrase="", grades=frozenset(), regions=frozenset(), only=None)
            self.list.focus()
        elif not self.list.has_focus:
            self.list.focus()
        elif self.day is not None:
            self.day = None
            self._select()
        else:
            self.app.tell("Nothing to clear. q leaves.")  # type: ignore[attr-defined]

    def action_switch(self) -> None:
        """Go to the other pane."""
        (self.list if self.detail.has_focus else self.detail).focus()

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
        self.app.tell(f"Sorted by {self.order.title}{reversed_}.{best}")  # type: ignore[attr-defined]

    def action_judgement(self) -> None:
        """Choose the judgement shown."""
        from .choose import choose_judgement

        assert self.national is not None
        choose_judgement(self.app, self.national, self.selection.judgement, lambda j: self._choose_judgement(j))

    def _choose_judgement(self, judgement: Judgement) -> None:
        self._choose(judgement=judgement)

    def action_filter(self) -> None:
        """Choose grades and regions."""
        from .choose import Filter

        assert self.national is not None
        self.app.push_screen(Filter(self.national, self.selection, self._filter))

    def _filter(self, grades: frozenset[Grade], regions: frozenset[str]) -> None:
        self._choose(grades=grades, regions=regions)

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
            self.app.tell(self.difference.sentence, seconds=12)  # type: ignore[attr-defined]
        else:
            self.app.tell("Nobody is known to have printed other totals for this day and judgement.")  # type: ignore[attr-defined]

    def action_older(self) -> None:
        """Look at the inspection before."""
        self._step(-1)

    def action_newer(self) -> None:
        """Look at the inspection after."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.profile is None or not self.profile.inspections:
            self.app.tell("There is no inspection to go to.")  # type: ignore[attr-defined]
            return
        held = self.profile.inspections
        here = held.index(self.profile.inspection) if self.profile.inspection else len(held)
        if not 0 <= here + by < len(held):
            end = "newest" if by > 0 else "oldest"
            self.app.tell(f"This is the {end} inspection held of {self.profile.council.name}.")  # type: ignore[attr-defined]
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
            self.app.tell(f"Asked your browser to open {address}")  # type: ignore[attr-defined]

    def action_copy_address(self) -> None:
        """Copy the report's address."""
        if address := self._address():
            self.app.copy_to_clipboard(address)
            self.app.tell(f"Copied {address}")  # type: ignore[attr-defined]

    def _address(self) -> str:
        inspection = self.profile.inspection if self.profile else None
        address = safe_address(inspection.report_url) if inspection else ""
        if not address:
            why = "This inspection's report has no address" if inspection else "There is no report"
            self.app.tell(f"{why}.")  # type: ignore[attr-defined]
        return address
