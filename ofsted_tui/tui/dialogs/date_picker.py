"""Windows for choosing a date: a box to type it in, which narrows the list of dates that matter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from ...analysis.totals_over_time import first_day_all_inspected
from ...core.dates import Days, has_form_of_days, long_day, month_of, parse_days
from ...core.sanitise import clean
from ...core.search import fold
from ...output.published_totals import beyond, counts_in_brief
from ..widgets.option_list import OptionList
from ..widgets.text_box import TextBox
from .picker import Choice, OfferedOption, Picker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App, ComposeResult

    from ...core.repository import Repository
    from ..state import State

FIRST, BEYOND = date(2009, 1, 1), date(2100, 1, 1)
"""No inspection is older than the first; anything after the second is a typing error."""


FEWEST = 8
"""The fewest lines of the list."""


class DateOffer(NamedTuple):
    """A date that matters, and why."""

    day: date
    why: str = ""

    @property
    def words(self) -> str:
        """How it is written in the list: `8 December 2017 press: 3/52/68/30; all graded`."""
        return f"{long_day(self.day):<18} {self.why}"


class DateList(NamedTuple):
    """The dates that are offered, and which day a month or a year stands for."""

    offers: list[DateOffer]
    last_day: date
    """The data's last day: a year that is not over stands for it."""
    remark: Callable[[date], str]
    """What to say of a date that was typed; empty if nothing."""
    means_first: bool = False
    """Whether a month or a year stands for its first day, as after “since”; otherwise for its last."""

    def narrowed(self, text: str) -> tuple[list[DateOffer], str]:
        """What is offered for what was typed, the best first; and what is to be said of it, in a sentence."""
        try:
            days = parse_days(text)
        except ValueError as problem:
            words = fold(text).split()
            found = [offer for offer in self.offers if all(word in fold(offer.words) for word in words)]
            if found and not has_form_of_days(text):
                return found, ""
            return [], f"“{clean(text.strip())}” is not a date; {problem}."
        if days.last < FIRST or days.first > BEYOND:
            return [], f"Inspections run from {FIRST.year} to {self.last_day.year}."
        if days.first == days.last:
            return self._around(days.first), self.remark(days.first)
        edge = days.first if self.means_first else days.last
        if self.last_day in days and not self.means_first:
            edge = self.last_day
        found = sorted(sorted(self._within(days, edge), reverse=True), key=lambda offer: offer.day != edge)
        return found, self.remark(edge)

    def _around(self, day: date) -> list[DateOffer]:
        """The day, then the others in its month that matter."""
        return sorted(self._within(month_of(day), day), key=lambda offer: offer.day != day)

    def _within(self, days: Days, needed: date) -> Iterable[DateOffer]:
        """The dates offered within some days, and a day that is needed whether or not it is offered."""
        found = [offer for offer in self.offers if offer.day in days]
        return found if any(offer.day == needed for offer in found) else [*found, DateOffer(needed)]


class DatePicker(Picker[date]):
    """The dates that matter, and a box for any other. The box keeps the focus; ↑ and ↓ move in the list."""

    AUTO_FOCUS = "Input"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Close", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def __init__(self, heading: str, dates: DateList, chosen: date | None) -> None:
        super().__init__(heading, [_choice(offer) for offer in dates.offers], chosen)
        self.dates = dates

    def compose(self) -> ComposeResult:
        """A box for a date, the dates that matter under it."""
        with Vertical(classes="chooser") as box:
            box.border_title = self.heading
            self.show_keys(box, "↑ ↓ Move · Enter Choose · Esc Cancel")
            yield TextBox(placeholder="Type a date: 2017, dec 2017, 31/12/17", compact=True)
            yield Label("", markup=False)
            options = self.options()
            options.styles.max_height = max(len(self.offers), FEWEST)  # the same height whatever is typed
            yield options

    def action_move(self, action: str) -> None:
        """Move in the list, while the box keeps the focus."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        """List the dates that match what is typed, the best of them highlighted."""
        found, remark = self.dates.narrowed(message.value)
        self.offers = [_choice(offer) for offer in found]
        options = self.query_one(OptionList)
        options.set_options(map(OfferedOption, self.offers))
        options.highlighted = 0 if self.offers else None
        self.query_one(Label).update(Content(remark))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Choose the date that is highlighted."""
        if (place := self.query_one(OptionList).highlighted) is not None:
            self.dismiss(self.offers[place].value)


def _choice(offer: DateOffer) -> Choice[date]:
    return Choice(Content(offer.words), offer.day)


def choose_day(app: App[Any], state: State, then: Callable[[], None] = lambda: None) -> None:
    """Choose a day: the data's last, those of published totals, the ends of years, or any other."""
    repository = state.repository
    reported = {r.as_at: counts_in_brief(r) for r in sorted(repository.reported, key=lambda r: bool(r.grades))}
    complete = first_day_all_inspected(repository)
    if complete:
        reported[complete] = "; ".join(filter(None, (reported.get(complete), "all graded")))
    years = range(repository.last_day.year - 1, repository.first_day.year - 1, -1)
    offers = [
        DateOffer(repository.last_day, "the most recent report"),
        *(DateOffer(day, reported[day]) for day in sorted(reported, reverse=True)),
        *(DateOffer(date(year, 12, 31), "end of the year") for year in years),
    ]

    def remark(day: date) -> str:
        if complete and day != complete and day in month_of(complete):
            return f"On {long_day(complete)} every council had a grade."
        return _beyond(repository, day)

    def chosen(day: date | None) -> None:
        if day is not None:
            state.choose_day(None if day == repository.last_day else day)
            then()

    dates = DateList(offers, repository.last_day, remark)
    app.push_screen(DatePicker("Which date?", dates, state.as_at), chosen)


def _beyond(repository: Repository, day: date) -> str:
    """That the data does not reach a day, in a sentence; empty where it does."""
    outside = beyond(repository, day)
    return outside.sentence if outside else ""


def choose_since(
    app: App[Any], state: State, new_since: date | None, chosen: date, then: Callable[[date], None]
) -> None:
    """Choose the first day of the changes shown, up to the day shown: new to the reader, or some time ago."""
    day, repository = state.as_at, state.repository
    ago = {30: "30 days before", 91: "three months before", 182: "half a year before", 365: "a year before"}
    years = range(day.year, max(day.year - 8, 2013), -1)
    offers = [
        *([DateOffer(new_since, "when you last looked")] if new_since and new_since <= day else []),
        *(DateOffer(day - timedelta(days=days), words) for days, words in ago.items()),
        *(DateOffer(date(year, 1, 1), "start of the year") for year in years),
    ]
    dates = DateList(offers, day, lambda typed: _beyond(repository, typed), means_first=True)
    app.push_screen(DatePicker("Since which date?", dates, chosen), lambda found: then(found) if found else None)
