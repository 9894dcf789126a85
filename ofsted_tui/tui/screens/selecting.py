"""What is selected of the country: day, judgement, order, filters; the keys that change them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textual.reactive import var

from ...core.councils import COUNTED, Councils, Selection, SortKey
from ...core.model import Grade
from ...core.search import rank
from ...output.council_profile import absent
from ...output.published_totals import DateOutOfRange, TotalsDifference, explained, remark
from ..themes import COLOUR
from .app_screen import AppScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ...core.model import Council, Judgement
    from ...core.repository import Repository
    from ...storage.settings import Settings


class Selecting(AppScreen[None]):
    """A screen of councils on a day; a subclass shows them, and reads the one highlighted."""

    national: var[Councils | None] = var(None)
    """Every council on the day."""
    shown: var[Councils | None] = var(None)
    """Those in the list."""
    slug: var[str] = var("")
    """The council highlighted."""
    difference: var[TotalsDifference | DateOutOfRange | None] = var(None)
    """What somebody else printed for the day, or that the data does not reach it."""
    prompt: var[str] = var("")
    """What stands in the empty search box: what it is for, and the order of the list where that is not by name."""
    note: var[str] = var("")
    """What the list says under its councils, or where it has none."""

    def __init__(self, repository: Repository, settings: Settings) -> None:
        super().__init__()
        self.repository = repository
        self._opened_with = settings
        self.day = settings.day
        self.selection = settings.selection
        self.order, self.reverse = settings.sort_key, settings.reverse
        self.named_otherwise: tuple[Council, ...] = ()
        """Councils that the typed phrase names, of other days."""
        self.set_reactive(Selecting.slug, settings.council)

    def read(self) -> None:
        """Read the council highlighted."""
        raise NotImplementedError

    # What is shown follows from the day, the selection and the order; nothing else is kept.

    def select(self) -> None:
        """Work out what is shown."""
        national = self._in_order(self.day, self.order, self.selection.judgement, self.reverse)
        shown = national.where(self.selection)
        self.difference = remark(self.repository, national, self.selection.judgement)
        self.named_otherwise = self.repository.named_otherwise(self.selection.phrase, national.as_at)
        self.note = self._of_other_days() if len(shown) else self._why_empty(national)
        by_name = self.order is SortKey.NAME and not self.reverse
        self.prompt = "/ to search by name" if by_name else f"/ search · {self.order.brief(reverse=self.reverse)}"
        self.national, self.shown = national, shown
        if self.slug not in shown:
            self.slug = next((standing.council.slug for standing in shown), "")
        self.read()

    @lru_cache(maxsize=4)  # noqa: B019 - the one first screen lives as long as the program
    def _in_order(self, day: date | None, order: SortKey, judgement: Judgement, reverse: bool) -> Councils:  # noqa: FBT001
        return self.repository.as_at(day).sorted_by(order, judgement, reverse=reverse)

    def _why_empty(self, national: Councils) -> str:
        named = [s.council.name for s in national.where(Selection(phrase=self.selection.phrase))]
        words = f"No council {self.selection.describe()}."
        if self.nobody_is_named:
            return f"{words} Enter looks for the words in what inspectors said. Esc clears."
        if named and (self.selection.grades or self.selection.regions):
            words = f"{len(named)} named so, but none {self.selection._replace(phrase='').describe()}."
        elif self.named_otherwise:
            words = self._of_other_days()
        return f"{words} Esc clears."

    @property
    def nobody_is_named(self) -> bool:
        """Whether a phrase was typed that names no council, of this day or another."""
        phrase = self.selection.phrase
        known = self.repository.councils.values()
        return bool(phrase.strip()) and all(rank(council, phrase) is None for council in known)

    def _of_other_days(self) -> str:
        """Which councils bear the name that is typed, but not on this day."""
        if not self.named_otherwise:
            return ""
        lives = " ".join(absent(self.repository, council) for council in self.named_otherwise)
        whom = "there" if len(self.named_otherwise) == 1 else f"to {self.named_otherwise[0].name}"
        return f"{lives} Enter in the box goes {whom}."

    def choose(self, selection: Selection) -> None:
        """Narrow the list otherwise."""
        self.selection = selection
        self.select()

    @property
    def settings(self) -> Settings:
        """The place to remember."""
        held = self._opened_with.with_selection(self.selection)
        as_at = self.day.isoformat() if self.day else ""
        return held._replace(council=self.slug, as_at=as_at, order=self.order.value, reverse=self.reverse)

    @property
    def as_at(self) -> date:
        """The day that is shown."""
        return self.day or self.repository.last_day

    def action_sort(self) -> None:
        """Sort by the next key."""
        keys = list(SortKey)
        self.order = keys[(keys.index(self.order) + 1) % len(keys)]
        self.select()
        self._tell_order()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.reverse = not self.reverse
        self.select()
        self._tell_order()

    def _tell_order(self) -> None:
        best = " While you search, the best names come first." if self.selection.phrase else ""
        assert self.shown is not None
        self.notify_user(f"Sorted {self.shown.order_words()}.{best}")

    def action_judgement(self) -> None:
        """Choose the judgement shown."""
        self.ask_judgement(lambda: None)

    def ask_judgement(self, then: Callable[[], None], offered: Sequence[Judgement] = ()) -> None:
        """Choose the judgement, here or on another screen, then go on; offered are those held on the day, or others."""
        from ..dialogs.picker import choose_judgement

        def chosen(judgement: Judgement) -> None:
            self.choose(self.selection._replace(judgement=judgement))
            then()

        assert self.national is not None
        offered = offered or self.national.judgements()
        choose_judgement(self.app, self.national, offered, self.selection.judgement, chosen)

    def action_filter(self) -> None:
        """Choose grades and regions."""
        from ..dialogs.checklist import Checklist, ChecklistItem

        assert self.national is not None
        totals = self.national.totals(self.selection.judgement)
        lying = Counter(standing.council.region for standing in self.national)
        choices = [
            *(ChecklistItem(g.word, g, totals.grades[g], COLOUR[g], "Grade") for g in COUNTED if totals.grades.get(g)),
            *(ChecklistItem(region, region, lying[region], group="Region") for region in self.national.regions()),
        ]
        heading = f"Show only · {self.selection.judgement.title}"
        self.app.push_screen(
            Checklist(heading, choices, {*self.selection.grades, *self.selection.regions}, self._filter)
        )

    def _filter(self, ticked: frozenset[Any]) -> None:
        grades = frozenset(what for what in ticked if isinstance(what, Grade))
        regions = frozenset(what for what in ticked if isinstance(what, str))
        self.choose(self.selection._replace(grades=grades, regions=regions))

    def action_only(self, grade: str) -> None:
        """List the councils that hold a grade, or all again."""
        chosen = frozenset({Grade(grade)})
        self.choose(self.selection._replace(grades=frozenset() if self.selection.grades == chosen else chosen))

    def action_as_at(self) -> None:
        """Choose the day."""
        self.ask_day(lambda: None)

    def ask_day(self, then: Callable[[], None]) -> None:
        """Choose the day, here or on another screen, then go on."""
        from ..dialogs.picker import choose_day

        def chosen(day: date | None) -> None:
            self.day = day
            self.select()
            then()

        choose_day(self.app, self.repository, self.day, chosen)

    def action_explain(self) -> None:
        """Say what others printed for the day."""
        assert self.national is not None
        self.notify_user(explained(self.repository, self.national, self.selection.judgement), seconds=12)
