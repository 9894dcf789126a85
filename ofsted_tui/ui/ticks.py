"""A window of things to tick; what lies behind follows every tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick."""

    words: str
    value: Any
    number: int | None = None
    """How many it stands for."""
    style: str = ""


class Ticks(ModalScreen[None]):
    """Choices under each other, each ticked with Space or Enter."""

    BINDINGS = [
        Binding("escape,q,f", "dismiss", "Close", show=False),
        Binding("space", "tick", "Tick", show=False),
        Binding("c", "clear", "Clear", show=False),
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]
    CSS_PATH = "windows.tcss"
    AUTO_FOCUS = "OptionList"

    def __init__(
        self, heading: str, choices: Sequence[Choice], ticked: Iterable[Any], then: Callable[[frozenset[Any]], None]
    ) -> None:
        super().__init__()
        self.heading, self.choices, self.ticked, self.then = heading, choices, set(ticked), then

    def compose(self) -> ComposeResult:
        """The choices under a heading."""
        with Vertical(classes="chooser") as box:
            box.border_title = self.heading
            box.border_subtitle = "Space ticks · c clears · Esc closes"
            yield OptionList(*map(self._prompt, self.choices), compact=True, markup=False)

    def _prompt(self, choice: Choice) -> Content:
        mark = "✓" if choice.value in self.ticked else "·"
        number = "" if choice.number is None else f"{choice.number:>4}"
        return Content.assemble(f"{mark} ", Content.styled(f"{choice.words:<34}", choice.style), number)

    @on(OptionList.OptionSelected)
    def _selected(self, message: OptionList.OptionSelected) -> None:
        self._toggle(message.option_index)

    def action_tick(self) -> None:
        """Tick or untick the line."""
        if (place := self.query_one(OptionList).highlighted) is not None:
            self._toggle(place)

    def _toggle(self, place: int) -> None:
        self.ticked ^= {self.choices[place].value}
        self._follow()

    def action_clear(self) -> None:
        """Untick everything."""
        self.ticked.clear()
        self._follow()

    def _follow(self) -> None:
        options = self.query_one(OptionList)
        for place, choice in enumerate(self.choices):
            options.replace_option_prompt_at_index(place, self._prompt(choice))
        self.then(frozenset(self.ticked))
