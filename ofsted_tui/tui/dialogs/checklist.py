"""A window of things to tick; the screen behind it follows every tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets.option_list import Option

from ...core.wording import cell_width, pluralise, truncate
from ..widgets.border_keys import FOOT_EDGES
from ..widgets.option_list import OptionList
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.events import Key


class ChecklistItem(NamedTuple):
    """One thing to tick."""

    words: str
    value: Any
    number: int | None = None
    """How many it stands for."""
    style: str = ""
    group: str = ""
    """The heading that it is under."""


RULE = "─" * 64
"""The rule between two groups: as long as the widest window, which cuts it at its edge."""
NAME, LONGEST_NAME = 34, 44
"""Cells of a choice's name, at least and at most."""
COMMANDS = "cfjkq"
"""Letters that do something other than jump."""


class Ticks(OptionList):
    """The choices. Enter is for the window: if it were a priority key there, it would overtake a Space before it."""

    BINDINGS = [Binding("enter", "screen.dismiss", "Show", show=False)]


class Checklist(Modal[None]):
    """Choices, one below the other, ticked with Space or a click. Enter keeps them, Esc goes back to those before."""

    BINDINGS = [
        Binding("escape,q", "cancel", "Cancel", show=False),
        Binding("enter", "dismiss", "Show", show=False),
        Binding("f", "dismiss", "Show", show=False),
        Binding("space", "tick", "Tick", show=False),
        Binding("c", "clear", "Clear", show=False),
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]
    AUTO_FOCUS = "OptionList"

    options = query_one(OptionList)

    def __init__(
        self,
        heading: str,
        choices: Sequence[ChecklistItem],
        ticked: Iterable[Any],
        then: Callable[[frozenset[Any]], None],
        found: Callable[[], int],
        noun: str = "result",
    ) -> None:
        super().__init__()
        self.before, self.found, self.noun = frozenset(ticked), found, noun
        """What was ticked at first; and what Enter will show: `11 councils`."""
        self.heading, self.choices, self.ticked, self.then = heading, choices, set(self.before), then
        self._lines = tuple(self._in_groups())
        self._room = min(max([NAME, *(cell_width(choice.words) for choice in choices)]), LONGEST_NAME)
        """Cells of a name, so that numbers are aligned."""

    def compose(self) -> ComposeResult:
        """The choices under a heading, and under the headings of their groups."""
        with Vertical(classes="chooser") as box:
            box.border_title = self.heading
            self.show_keys(box, self._keys())
            options = Ticks(*map(self._option, self._lines), compact=True, markup=False)
            options.highlighted = next(
                (n for n, line in enumerate(self._lines) if isinstance(line, ChecklistItem)), None
            )
            yield options

    def _keys(self) -> str:
        """What the keys do; in a narrow window the number shown gives way first, then `c`, never Enter and Esc."""
        number = self.found()
        wordings = [
            f"Space Tick · Enter Show {pluralise(number, self.noun)} · c Clear · Esc Cancel",
            f"Space Tick · Enter Show {number:,} · c Clear · Esc Cancel",
            "Space Tick · Enter Show · c Clear · Esc Cancel",
            "Space Tick · Enter Show · Esc Cancel",
            "Enter Show · Esc Cancel",
        ]
        room = min(len(RULE), self.app.size.width * 96 // 100) - FOOT_EDGES
        return next((words for words in wordings if len(words) <= room), wordings[-1])

    def action_cancel(self) -> None:
        """Close with what was ticked at first."""
        if self.ticked != self.before:
            self.then(self.before)
        self.dismiss()

    def _in_groups(self) -> Iterator[ChecklistItem | str]:
        """Every line: a choice, or the heading of those that follow."""
        group = ""
        for choice in self.choices:
            if choice.group != group:
                group = choice.group
                yield group
            yield choice

    def _option(self, line: ChecklistItem | str) -> Option:
        if isinstance(line, ChecklistItem):
            return Option(self._prompt(line))
        return Option(Content.assemble((line, "bold $mark"), (f" {RULE}", "$rule")), disabled=True)

    def _prompt(self, choice: ChecklistItem) -> Content:
        mark = "✓" if choice.value in self.ticked else "·"
        number = "" if choice.number is None else f"{choice.number:>6,}"
        return Content.assemble(f"{mark} ", Content.styled(_padded(choice.words, self._room), choice.style), number)

    @on(OptionList.OptionSelected)
    def _selected(self, message: OptionList.OptionSelected) -> None:
        self._toggle(message.option_index)

    def on_key(self, event: Key) -> None:
        """A letter goes to the next choice that begins with it; if it is also a command, as a capital."""
        letter = event.character or ""
        if letter.isalnum() and letter not in COMMANDS:
            event.stop()
            words = [line.words if isinstance(line, ChecklistItem) else "" for line in self._lines]
            self.options.jump(letter, words)

    def action_tick(self) -> None:
        """Tick or untick the line."""
        if (place := self.options.highlighted) is not None:
            self._toggle(place)

    def _toggle(self, place: int) -> None:
        line = self._lines[place]
        if isinstance(line, ChecklistItem):
            self.ticked ^= {line.value}
            self._follow()

    def action_clear(self) -> None:
        """Untick everything."""
        self.ticked.clear()
        self._follow()

    def _follow(self) -> None:
        for place, line in enumerate(self._lines):
            if isinstance(line, ChecklistItem):
                self.options.replace_option_prompt_at_index(place, self._prompt(line))
        self.then(frozenset(self.ticked))
        self.show_keys(self.query_one(Vertical), self._keys())


def _padded(words: str, room: int) -> str:
    """Words that fill a column of some cells."""
    cut = truncate(words, room)
    return cut + " " * (room - cell_width(cut))
