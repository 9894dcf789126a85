"""The first screen: summary bar, list, one council, keys. It owns the state; the panes are told, and tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from ..analysis.repeats import Repeat, repeats
from ..answers import COUNTED, Difference, reported_difference
from ..citation import cite
from ..councils import Councils, Selection, SortKey, Totals
from ..days import long_day
from ..model import Grade
from ..notebook import Notebook
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
from .themes import COLOUR

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult

    from ..model import Inspection, Judgement
    from ..repository import Repository
    from ..settings import Settings


class Browse(Screen[None]):
    """Every council, and one of them in full."""

    BINDINGS = bindings(BROWSE)
    COMMANDS_HERE = BROWSE
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
    repeats: var[tuple[Repeat, ...]] = var(())
    """What the inspection asks again."""
    neighbours: var[Totals | None] = var(None)
    """How its statistical neighbours are judged."""
    notebook: var[Notebook] = var(Notebook())
    """The user's pins and notes."""
    difference: var[Difference | None] = var(None)
    """What somebody else printed for the day."""
    empty: var[str] = var("")
    """What the empty list says."""

    summary = query_one(SummaryBar)
    council_list = query_one(CouncilList)
    detail = query_one(CouncilDetail)
    search = query_one(SearchBox)

    def __init__(
        self, repository: Repository, settings: Settings, notebook: Notebook, notebook_file: Path | None
    ) -> None:
        super().__init__()
        self.repository = repository
        self._notebook_file = notebook_file
        self.set_reactive(Browse.notebook, notebook)
        self._opened_with = settings
        self.day = settings.day
        self.selection = settings.selection
        self.order, self.reverse = settings.sort_key, settings.reverse
        self.set_reactive(Browse.slug, settings.council)
        self._select()

    class Compared(Message):
        """The comparison is asked for."""

    def compose(self) -> ComposeResult:
        """Lay out the panes and hand each its part of the state."""
        yield SummaryBar().data_bind(Browse.national, Browse.shown, Browse.difference)
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield SearchBox(self.selection.phrase, placeholder="/ to search by name", compact=True, id="search")
                yield CouncilList(id="councils").data_bind(
                    Browse.slug, Browse.empty, Browse.notebook, councils=Browse.shown
                )
            yield CouncilDetail(id="council").data_bind(
                Browse.neighbours, Browse.notebook, Browse.repeats, Browse.profile
            )
        yield KeyLine((*BROWSE, *EVERYWHERE))

    # What is shown follows from the day, the selection and the order; nothing else is kept.

    def _select(self) -> None:
        ordered = self._in_order(self.day, self.order, self.selection.judgement, self.reverse)
        shown = ordered.where(self.selection)
        national = ordered
        self.difference = reported_difference(self.repository, national, self.selection.judgement)
        self.empty = "" if len(shown) else self._why_empty(national)
        self.national, self.shown = national, shown
        if self.slug not in shown:
            self.slug = next((standing.council.slug for standing in shown), "")
        self._read()

    @lru_cache(maxsize=4)  # noqa: B019 - the one first screen lives as long as the program
    def _in_order(self, day: date | None, order: SortKey, judgement: Judgement, reverse: bool) -> Councils:  # noqa: FBT001
        return self.repository.as_at(day).sorted_by(order, judgement, reverse=reverse)

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
            self.repeats = ()
            return
        council = self.repository.councils[self.slug]
        near = [slug for slug, _ in council.neighbours]
        self.neighbours = self.national.these(near).totals(self.selection.judgement) if near else None
        found = profile(self.repository, council, self.national.as_at)
        self.repeats = repeats(self.repository, found.inspection) if found.inspection else ()
        self.profile = found

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
            self._clear(Selection(judgement=self.selection.judgement))
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
        self.ask_judgement(lambda: None)

    def ask_judgement(self, then: Callable[[], None]) -> None:
        """Choose the judgement, here or on another screen, then go on."""
        from .choose import choose_judgement

        def chosen(judgement: Judgement) -> None:
            self._choose(replace(self.selection, judgement=judgement))
            then()

        assert self.national is not None
        choose_judgement(self.app, self.national, self.selection.judgement, chosen)

    def action_filter(self) -> None:
        """Choose grades and regions."""
        from .ticks import Choice, Ticks

        assert self.national is not None
        totals = self.national.totals(self.selection.judgement)
        lying = Counter(standing.council.region for standing in self.national)
        choices = [
            *(Choice(g.word, g, totals.grades[g], COLOUR[g]) for g in COUNTED if totals.grades.get(g)),
            *(Choice(region, region, lying[region]) for region in self.national.regions()),
        ]
        heading = f"Show only · {self.selection.judgement.title}"
        self.app.push_screen(Ticks(heading, choices, {*self.selection.grades, *self.selection.regions}, self._filter))

    def _filter(self, ticked: frozenset[Any]) -> None:
        grades = frozenset(what for what in ticked if isinstance(what, Grade))
        regions = frozenset(what for what in ticked if isinstance(what, str))
        self._choose(replace(self.selection, grades=grades, regions=regions))

    def action_only(self, grade: str) -> None:
        """List the councils that hold a grade, or all again."""
        chosen = frozenset({Grade(grade)})
        self._choose(replace(self.selection, grades=frozenset() if self.selection.grades == chosen else chosen))

    def action_as_at(self) -> None:
        """Choose the day."""
        self.ask_day(lambda: None)

    def ask_day(self, then: Callable[[], None]) -> None:
        """Choose the day, here or on another screen, then go on."""
        from .choose import choose_day

        def chosen(day: date | None) -> None:
            self.day = day
            self._select()
            then()

        choose_day(self.app, self.repository, self.day, chosen)

    @property
    def as_at(self) -> date:
        """The day that is shown."""
        return self.day or self.repository.last_day

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
            self._select()
        self.slug = slug
        self._read()
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
                self._choose(replace(self.selection, only=frozenset(self.notebook.pins)))

    def action_pinned(self) -> None:
        """List only the pinned councils, or all again."""
        if self.selection.only is not None:
            self._choose(replace(self.selection, only=None))
        elif self.notebook.pins:
            self._choose(replace(self.selection, only=frozenset(self.notebook.pins)))
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
        self._read()

    def action_compare(self) -> None:
        """Compare with the neighbours, or the pinned with each other."""
        if not self.slug:
            self.tell("No council is highlighted.")
            return
        self.post_message(self.Compared())

    def action_save(self) -> None:
        """Save the list as it is shown."""
        from ..answers import council_list
        from .save import save

        assert self.shown is not None
        save(self.app, "councils", council_list(self.shown))

    def _address(self) -> str:
        inspection = self.profile.inspection if self.profile else None
        address = safe_address(inspection.report_url) if inspection else ""
        if not address:
            why = "This inspection's report has no address" if inspection else "There is no report"
            self.tell(f"{why}.")
        return address
