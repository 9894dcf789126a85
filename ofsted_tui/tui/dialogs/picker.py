"""Small windows for choosing one thing from a list: a judgement, a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets.option_list import Option

from ...core.councils import COUNTED
from ..colour_themes import COLOUR
from ..widgets.option_list import OptionList
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App, ComposeResult
    from textual.events import Key

    from ...core.councils import Totals
    from ...core.model import Grade, Judgement
    from ..state import State

T = TypeVar("T")


WITH_TITLES = 68
"""Cells of a terminal from which judgements have their whole names beside their counts."""
COMMANDS = "jkq"
"""Letters that do something other than jump."""


class Choice(NamedTuple, Generic[T]):
    """One thing to choose: what it looks like, and what it is."""

    prompt: Content
    value: T


class OfferedOption(Option, Generic[T]):
    """A choice as a line of the list; it knows its value, whatever is in the list by the time it is answered."""

    def __init__(self, offer: Choice[T]) -> None:
        super().__init__(offer.prompt)
        self.value = offer.value


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
            self.show_keys(box, "Enter Choose · Esc Cancel")
            yield self.options()

    def options(self) -> OptionList:
        """The offers, the present one highlighted."""
        options = OptionList(*map(OfferedOption, self.offers), compact=True, markup=False)
        place = next((n for n, offer in enumerate(self.offers) if offer.value == self.chosen), 0)
        options.highlighted = place if self.offers else None
        return options

    def on_key(self, event: Key) -> None:
        """A letter or digit goes to the next offer that begins with it; if it is also a command, as a capital."""
        letter = event.character or ""
        if letter.isalnum() and letter not in COMMANDS:
            event.stop()
            self.query_one(OptionList).jump(letter, [offer.prompt.plain for offer in self.offers])

    @on(OptionList.OptionSelected)
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        if isinstance(message.option, OfferedOption):
            self.dismiss(message.option.value)


def aligned_counts(offered: Sequence[Totals]) -> list[Content]:
    """The counts of each judgement as coloured letters, with a column for each grade."""
    columns = [grade for grade in COUNTED if any(totals.grades.get(grade) for totals in offered)]
    size = max((len(str(count)) for totals in offered for count in totals.grades.values()), default=0)

    def cell(grade: Grade, count: int) -> Content:
        words = f"{grade.letter} {count:>{size}}" if count else ""
        return Content.styled(f"{words:<{size + 2}}", COLOUR[grade])

    none = Content.styled("none on this date", "$quiet")
    return [
        Content(" ").join(cell(grade, totals.grades.get(grade, 0)) for grade in columns).rstrip()
        if any(totals.grades.get(grade) for grade in columns)
        else none
        for totals in offered
    ]


def choose_judgement(
    app: App[Any], state: State, then: Callable[[], None] = lambda: None, offered: Iterable[Judgement] = ()
) -> None:
    """Choose the judgement shown, each with its counts on the day: of those held on the day, or those offered."""

    def name(judgement: Judgement) -> str:
        return f"{judgement.title:<32}" if app.size.width >= WITH_TITLES else f"{judgement.short:<15}"

    judgements = tuple(offered) or state.national.judgements()
    counts = aligned_counts([state.national.totals(judgement) for judgement in judgements])
    offers = [
        Choice(Content.assemble(f"{name(judgement)} ", words), judgement)
        for judgement, words in zip(judgements, counts, strict=True)
    ]

    def chosen(judgement: Judgement | None) -> None:
        if judgement:
            state.choose_judgement(judgement)
            then()

    app.push_screen(Picker("Judgement", offers, state.judgement), chosen)
