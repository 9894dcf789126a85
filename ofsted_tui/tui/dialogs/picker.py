"""Small windows in which something is chosen: a judgement, grades and regions, a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label
from textual.widgets.option_list import Option

from ...core.councils import COUNTED
from ...core.dates import EXPECTED_DAY, long_day, parse_day
from ..themes import COLOUR, TITLES
from ..widgets.option_list import OptionList
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App, ComposeResult

    from ...core.councils import Totals
    from ...core.model import Judgement
    from ..state import State

T = TypeVar("T")


class Choice(NamedTuple, Generic[T]):
    """One thing to choose: what it looks like, and what it is."""

    prompt: Content
    value: T


class Picker(Modal[T | None], Generic[T]):
    """A list of offers, one of which is chosen with Enter."""

    BINDINGS = [
        Binding("escape,q", "dismiss(None)", "Close", show=False),
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]
    AUTO_FOCUS = "OptionList"

    def __init__(self, heading: str, offers: list[Choice[T]], chosen: T | None = None) -> None:
        super().__init__()
        self.heading, self.offers, self.chosen = heading, offers, chosen

    def compose(self) -> ComposeResult:
        """The offers under a heading."""
        with Vertical(classes="chooser") as box:
            box.border_title = self.heading
            box.border_subtitle = "Enter chooses · Esc closes"
            yield self.options()

    def options(self) -> OptionList:
        """The offers, the present one highlighted."""
        options = OptionList(*(Option(offer.prompt) for offer in self.offers), compact=True, markup=False)
        place = next((n for n, offer in enumerate(self.offers) if offer.value == self.chosen), 0)
        options.highlighted = place if self.offers else None
        return options

    @on(OptionList.OptionSelected)
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(self.offers[message.option_index].value)


def counts(totals: Totals) -> Content:
    """The counts of a judgement as coloured letters."""
    parts = [Content.styled(f"{g.letter} {totals.grades[g]}", COLOUR[g]) for g in COUNTED if totals.grades.get(g)]
    return Content(" ").join(parts) if parts else Content.styled("none on the day", "$quiet")


def choose_judgement(
    app: App[Any], state: State, then: Callable[[], None] = lambda: None, offered: Iterable[Judgement] = ()
) -> None:
    """Choose the judgement shown, each with its counts on the day: of those held on the day, or of those offered."""
    offers = [
        Choice(Content.assemble(f"{judgement.title:<33}", counts(state.national.totals(judgement))), judgement)
        for judgement in offered or state.national.judgements()
    ]

    def chosen(judgement: Judgement | None) -> None:
        if judgement:
            state.choose_judgement(judgement)
            then()

    app.push_screen(Picker("Judgement", offers, state.judgement), chosen)


class DatePicker(Picker[str]):
    """The days that matter, and a box for any other."""

    AUTO_FOCUS = "Input"
    BINDINGS = [Binding("down", "to_list", show=False)]

    def __init__(self, heading: str, offers: list[Choice[str]], chosen: date | None, last_day: date) -> None:
        super().__init__(heading, offers, chosen.isoformat() if chosen else "")
        self.last_day = last_day

    def compose(self) -> ComposeResult:
        """A box for a day, the days that matter under it."""
        with Vertical(classes="chooser") as box:
            box.border_title = self.heading
            box.border_subtitle = "Enter chooses · ↓ to the list · Esc closes"
            yield Input(placeholder="2017-12-08, 8 Dec 2017, 8/12/2017", compact=True)
            yield Label("", markup=False)
            yield self.options()

    def action_to_list(self) -> None:
        """Go from the box to the list."""
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _typed(self, message: Input.Submitted) -> None:
        try:
            day = parse_day(message.value)
        except ValueError:
            self.query_one(Label).update(Content(f"Expected {EXPECTED_DAY}."))
            return
        if not date(2009, 1, 1) <= day <= date(2100, 1, 1):
            self.query_one(Label).update(Content(f"Inspections run from 2009 to {self.last_day.year}."))
            return
        self.dismiss(day.isoformat())


def choose_day(app: App[Any], state: State, then: Callable[[], None] = lambda: None) -> None:
    """Choose a day: the last of the data, those that others counted on, the ends of years, or any other."""
    repository = state.repository
    reported = {r.as_at: r.reported_by for r in repository.reported}
    years = range(repository.last_day.year - 1, repository.first_day.year - 1, -1)
    offers = [
        _offered_day(repository.last_day, "the newest report held", ""),
        *(_offered_day(day, why_it_matters(day, reported[day])) for day in sorted(reported, reverse=True)),
        *(_offered_day(date(year, 12, 31), "end of the year") for year in years),
    ]

    def chosen(day: str | None) -> None:
        if day is not None:
            state.choose_day(date.fromisoformat(day) if day else None)
            then()

    app.push_screen(DatePicker("As at which day?", offers, state.day, repository.last_day), chosen)


def choose_since(app: App[Any], day: date, new_since: date | None, chosen: date, then: Callable[[date], None]) -> None:
    """Choose the first day whose changes, up to another, are shown: new to the reader, some time ago, or of a year."""
    ago = {30: "30 days before", 91: "three months before", 182: "half a year before", 365: "a year before"}
    years = range(day.year, max(day.year - 8, 2013), -1)
    offers = [
        *([_offered_day(new_since, "new since your last visit")] if new_since and new_since <= day else []),
        *(_offered_day(day - timedelta(days=days), words) for days, words in ago.items()),
        *(_offered_day(date(year, 1, 1), "start of the year") for year in years),
    ]
    window = DatePicker("Since which day?", offers, chosen, day)
    app.push_screen(window, lambda found: then(date.fromisoformat(found)) if found else None)


def _offered_day(day: date, why: str, key: str | None = None) -> Choice[str]:
    return Choice(Content(f"{long_day(day):<18} {why}"), day.isoformat() if key is None else key)


def why_it_matters(day: date, reported_by: str) -> str:
    """Why a day is offered."""
    if day == date(2017, 12, 8):
        return "every council has a grade (SIF)"
    return f"counted by {reported_by}"


def choose_theme(app: App[Any]) -> None:
    """Choose the colours: the project's own under plain names, then Textual's under theirs."""
    own = {name: title for name, title in TITLES.items() if name in app.available_themes}
    others = sorted(name for name in app.available_themes if name not in own)
    offers = [Choice(Content(title), name) for name, title in own.items()]
    offers += [Choice(Content.assemble(f"{name:<22}", ("Textual’s", "$quiet")), name) for name in others]

    def chosen(name: str | None) -> None:
        if name:
            app.theme = name

    app.push_screen(Picker("Theme", offers, app.theme), chosen)
