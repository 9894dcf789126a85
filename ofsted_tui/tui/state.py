"""What the whole browser is about: date, judgement, selection, order, notebook, and the councils that follow.

Every screen is handed the one state, changes it by its methods and reads what follows from it.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ..core.councils import Councils, Selection, SortKey
from ..core.dates import long_day
from ..core.model import Council, Grade, Inspection, Judgement
from ..core.repository import Repository
from ..core.search import UnknownCouncil, all_names, fold, rank
from ..core.wording import name_list, region_in_words
from ..output.council_profile import Profile, absent, profile
from ..output.published_totals import DateOutOfRange, TotalsDifference, explained, remark
from ..storage.notebook import Notebook
from ..storage.settings import Settings
from .marks import Marks

LETTERS_OF_A_REGION = 6
"""Letters from which the beginning of a region's name stands for it, as `yorkshire`."""
ORDERS_KEPT = 4
"""How many sorted lists of the country are kept: going back and forth between two does not sort again."""


class Place(NamedTuple):
    """What the list shows, and where one stands in it."""

    day: date | None
    selection: Selection
    slug: str
    """The council highlighted; empty if it may be any."""

    def lists_the_same_as(self, other: "Place") -> bool:
        """Whether the same councils are listed, whatever the judgement, and before anything is typed."""
        mine, theirs = (one.selection._replace(phrase="", judgement=Judgement.OVERALL) for one in (self, other))
        return (self.day, mine) == (other.day, theirs)


class State:
    """Date, judgement, selection, order, the council highlighted, pins and notes; and what follows from them."""

    national: Councils
    """Every council on the day."""
    shown: Councils
    """Those in the list."""
    difference: TotalsDifference | DateOutOfRange | None
    """What others printed for the day, or that the data does not cover it."""
    named_otherwise: tuple[Council, ...]
    """Councils that the typed phrase names, of other days."""
    profile: Profile | None = None
    """The council highlighted in full, at one of its inspections."""
    neighbours: Councils | None = None
    """Its statistical neighbours, nearest first."""

    def __init__(self, repository: Repository, settings: Settings, marks: Marks) -> None:
        self.repository = repository
        self._opened_with = settings
        self.day = settings.day
        self.selection = settings.selection
        self.order, self.reverse = settings.sort_key, settings.reverse
        self.slug = settings.council
        """The council highlighted."""
        self.left = ""
        """The one highlighted before it, which a search took from the list."""
        self.marks = marks
        """The user's pins and notes, and where they are kept."""
        self._ordered: dict[tuple[object, ...], Councils] = {}
        self._watchers: list[Callable[[], None]] = []
        self.select()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call a function after every change, and now."""
        self._watchers.append(changed)
        changed()

    def _tell_watchers(self) -> None:
        for changed in self._watchers:
            changed()

    # What is shown follows from the day, the selection and the order; nothing else is kept.

    def select(self) -> None:
        """Work out what is shown."""
        self.national = self._in_order()
        self.shown = self.national.where(self.selection)
        self.difference = remark(self.repository, self.national, self.selection.judgement)
        self.named_otherwise = self.repository.named_otherwise(self.selection.phrase, self.national.as_at)
        if self.slug not in self.shown:
            self.left = self.slug or self.left
            self.slug = _in_its_place(self)
        self.read()

    def _in_order(self) -> Councils:
        """Every council on the day in the order chosen."""
        key = (self.day, self.order, self.selection.judgement, self.reverse)
        if key not in self._ordered:
            councils = self.repository.as_at(self.day)
            while len(self._ordered) >= ORDERS_KEPT:
                del self._ordered[next(iter(self._ordered))]
            self._ordered[key] = councils.sorted_by(self.order, self.selection.judgement, reverse=self.reverse)
        return self._ordered[key]

    def read(self) -> None:
        """Read the council highlighted: at its latest inspection by the day, or still at the one looked at."""
        self.profile, self.neighbours = self._read() if self.slug else (None, None)
        self._tell_watchers()

    def _read(self) -> tuple[Profile, Councils | None]:
        council, before = self.repository.councils[self.slug], self.profile
        near = council.neighbour_slugs
        neighbours = self.national.subset(near).where(Selection(judgement=self.judgement)) if near else None
        if before and before.council is council and before.as_at == self.national.as_at:
            return before, neighbours
        return profile(self.repository, council, self.national.as_at), neighbours

    @property
    def as_at(self) -> date:
        """The day that is shown."""
        return self.day or self.repository.last_day

    @property
    def judgement(self) -> Judgement:
        """The judgement that is shown."""
        return self.selection.judgement

    @property
    def place(self) -> Place:
        """What the list shows, and where one stands in it."""
        return Place(self.day, self.selection, self.slug)

    @property
    def settings(self) -> Settings:
        """The place to remember."""
        held = self._opened_with.with_selection(self.selection)
        as_at = self.day.isoformat() if self.day else ""
        return held._replace(council=self.slug, as_at=as_at, order=self.order.value, reverse=self.reverse)

    # In words.

    @property
    def list_title(self) -> str:
        """What the list is called: `Councils · A–Z`."""
        return f"Councils · {self.order.brief(reverse=self.reverse)}"

    @property
    def where_in_list(self) -> str:
        """Where in the list one is: `68 of 153`."""
        return f"{self.shown.place_of(self.slug)} of {len(self.shown) or len(self.national)}"

    @property
    def listed(self) -> str:
        """How many councils the filters leave: `11 of 153 councils listed`."""
        return f"{len(self.shown)} of {len(self.national)} councils listed"

    def note(self, *, in_the_box: bool) -> str:
        """What the list says below its councils, or if it has none; in the box, Enter comes before a key."""
        first = "{submit}, then " if in_the_box else ""
        if region := _of_a_region(self, first):
            return region
        return _of_other_days(self, first) if len(self.shown) else _why_empty(self)

    @property
    def nobody_is_named(self) -> bool:
        """Whether a phrase was typed that names no council, of this day or another."""
        phrase = self.selection.phrase
        known = self.repository.councils.values()
        return bool(phrase.strip()) and all(rank(council, phrase) is None for council in known)

    @property
    def nearest(self) -> tuple[Council, ...]:
        """Councils spelt like a phrase that names none."""
        return self.repository.nearest(self.selection.phrase)

    def order_sentence(self) -> str:
        """How the list is sorted."""
        best = " While you search, the best names come first." if self.selection.phrase else ""
        return f"Sorted {self.shown.order_words()}.{best}"

    def explanation(self) -> str:
        """What others printed for the day."""
        return explained(self.repository, self.national, self.selection.judgement)

    def fold_names(self) -> None:
        """Prepare all names for searching, so that the first letter need not."""
        for standing in self.national:
            all_names(standing.council)

    # What screens change.

    def choose(self, selection: Selection) -> None:
        """Filter the list differently."""
        self.selection = selection
        self.select()

    def choose_judgement(self, judgement: Judgement) -> None:
        """Show another judgement."""
        self.choose(self.selection._replace(judgement=judgement))

    def choose_day(self, day: date | None) -> None:
        """Show the country on another day; None for the data's last one."""
        self.day = day
        self.select()

    def sort_by_next(self) -> str:
        """Sort by the next key; returns how the list is then sorted."""
        from .cycle import next_choice

        self.order = next_choice(self.order, SortKey)
        self.select()
        return self.order_sentence()

    def reverse_order(self) -> str:
        """Reverse the order; returns how the list is then sorted."""
        self.reverse = not self.reverse
        self.select()
        return self.order_sentence()

    def only(self, grade: Grade) -> None:
        """List the councils that hold a grade, or all again."""
        chosen = frozenset({grade})
        self.choose(self.selection._replace(grades=frozenset() if self.selection.grades == chosen else chosen))

    def highlight(self, slug: str) -> None:
        """Highlight another council."""
        self.slug = slug
        self.read()

    def go_to(self, slug: str) -> str:
        """Highlight a council and read it anew; returns a sentence if it did not exist and another day is shown."""
        moved = ""
        if slug not in self.national:
            council = self.repository.councils[slug]
            self.choose_day(council.last_day)
            moved = f"{absent(self.repository, council)} Shown as at {long_day(self.as_at)}."
        self.profile = None
        self.highlight(slug)
        return moved

    def step(self, by: int) -> str:
        """Look at the inspection before (-1) or after (1) the one shown; returns a sentence if there is none."""
        if self.profile is None or not self.profile.inspections:
            return "There is no inspection to go to."
        held, here = self.profile.inspections, self.profile.place
        if not 0 <= here + by < len(held):
            end = "most recent" if by > 0 else "oldest"
            return f"This is the {end} inspection of {self.profile.council.name} that we hold."
        self.look_at(held[here + by])
        return ""

    def look_at(self, inspection: Inspection) -> None:
        """Look at another inspection of the council highlighted; nothing if it is of a predecessor."""
        if self.profile and inspection.council == self.profile.council.slug:
            self.profile = self.profile.at(inspection, self.repository)
            self._tell_watchers()

    # Pins and notes.

    @property
    def notebook(self) -> Notebook:
        """The user's pins and notes."""
        return self.marks.notebook

    def pin(self) -> str:
        """Pin the council highlighted, or unpin it; returns a sentence if that could not be saved."""
        self.marks.pin(self.slug)
        self.read()
        failed = self.marks.save()
        if self.selection.only is not None:
            self.choose(self.selection._replace(only=frozenset(self.notebook.pins)))
        return failed

    def only_pinned(self) -> str:
        """List only the pinned councils, or all again; a sentence, with a command's id for its key, if none is."""
        if self.selection.only is not None:
            self.choose(self.selection._replace(only=None))
        elif self.notebook.pins:
            self.choose(self.selection._replace(only=frozenset(self.notebook.pins)))
        else:
            return "No council is pinned. {pin} pins the one that is highlighted."
        return ""

    def write_note(self, slug: str, note: str) -> str:
        """Write a note on a council; returns a sentence if that could not be saved."""
        self.marks.write_note(slug, note)
        self.read()
        return self.marks.save()


def _in_its_place(state: State) -> str:
    """What to highlight in place of a council that is not shown: the one that followed it, else the first.

    After a search that nothing matched, the one that was left.
    """
    if not state.slug and state.left in state.shown:
        return state.left
    council = state.repository.councils.get(state.slug)
    near = (*council.successors, *council.predecessors) if council and state.slug not in state.national else ()
    first = next((standing.council.slug for standing in state.shown), "")
    return next((slug for slug in near if slug in state.shown), first)


def _why_empty(state: State) -> str:
    """Why no council is listed, and what to do: a command's id, for its key, then a tab and what it does."""
    selection, parts = state.selection, state.selection.parts
    if near := state.nearest:
        phrase = selection.phrase.strip()
        return f"{UnknownCouncil.of(phrase, near)}\n\n{{submit}}\tGo to {near[0].name}\n{{back}}\tClear the search"
    if state.nobody_is_named and len(parts) == 1:
        search = "{submit}\tSearch what inspectors said for these words"
        return f"No council {selection.describe()}.\n\n{search}\n{{back}}\tClear the search"
    if state.named_otherwise and len(parts) == 1:
        return f"{_of_other_days(state)}\n{{back}}\tClear the search"
    every = {1: "this filter", 2: "both filters"}.get(len(parts), f"all {len(parts)} filters")
    lines = [f"No council matches {every}.", ""]
    phrase = selection.phrase.strip()
    lines += [f"{{back}}\tClear the search “{phrase}”"] if phrase else []
    lines += ["{clear}\tClear all filters", "{filter}\tChange the filters"]
    named = [standing.council.name for standing in state.national.where(Selection(phrase=phrase))] if phrase else []
    lines += ["", f"Without the filters, “{phrase}” finds {name_list(named)}."] if named else []
    return "\n".join(lines)


def no_match(state: State) -> str:
    """What is shown in place of a council if none is listed, with commands' ids for their keys; empty if one is."""
    number = len(state.selection.parts)
    if len(state.shown) or not number:
        return ""
    if not state.selection.phrase.strip():
        which, what = ("this filter", "it") if number == 1 else ("these filters", "them")
        return f"No council matches {which}. {{clear}} clears {what}."
    if number == 1:
        return "No council matches this search. {back} clears it."
    which = "this filter" if number == 2 else "these filters"
    return f"No council matches this search with {which}. {{back}} clears the search, {{clear}} clears all."


def region_named(state: State) -> str:
    """The region whose name, or its beginning, is typed and nothing else is asked for; empty if there is none."""
    typed = fold(state.selection.phrase)
    found = next((region for region in state.national.regions() if fold(region).startswith(typed)), "")
    enough = len(typed) >= min(LETTERS_OF_A_REGION, len(fold(found)))
    return found if typed and enough and len(state.selection.parts) == 1 else ""


def _of_a_region(state: State, first: str) -> str:
    """The key that lists the region whose name is typed: Enter if nothing else is found, otherwise `f` in the list.

    `first`: what is to be pressed before a key of the list.
    """
    region = region_named(state)
    if not region:
        return ""
    number = sum(standing.council.region == region for standing in state.national)
    key = f"{first}{{filter}}" if len(state.shown) else "{submit}"
    return f"{key}\tList the {number} councils in {region_in_words(region)}"


def _of_other_days(state: State, first: str = "") -> str:
    """Which councils have the name that is typed, but not on this day, and the key that goes to one.

    That is Enter if nothing else is found, otherwise, after `first`, the key of the date.
    """
    if not state.named_otherwise:
        return ""
    lives = " ".join(absent(state.repository, council) for council in state.named_otherwise)
    there = f"Go to {state.named_otherwise[0].name}"
    # Under councils there may be room for one line alone.
    return f"{first}{{as_at}}\t{there}\n{lives}" if len(state.shown) else f"{lives}\n{{submit}}\t{there}"
