"""The key bar at the foot: the keys of the panel in focus, each also a place to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ..keys import BOX, EVERYWHERE, HELP, PREVIEW, keys_of
from .scroll_lines import FixedLines
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..keys import KeyCommand, Keys
    from .styled_text import Line

GAP = "  "
ALWAYS = ("enter", "escape", "0")
"""The commands on these keys are never left out, nor is the help at the right."""


class KeyBar(FixedLines):
    """Keys and their words, as many as fit, those used most first; the rest is in the help."""

    def __init__(self, hints: Callable[[], Sequence[KeyCommand]], commands: Sequence[KeyCommand]) -> None:
        super().__init__()
        self.hints = hints
        """Returns the keys of the panel that has the focus, the most useful first."""
        self.commands = commands
        """All commands of the screen."""

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return keys_of(self.app)

    def on_mount(self) -> None:
        """Follow the focus: in a box, letters are text, not commands."""
        self.watch(self.screen, "focused", self.draw_anew, init=False)

    def draw_anew(self) -> None:
        """Redraw for other keys; in a box Esc does something else once there is a letter."""
        if not self.is_attached:
            return  # the focus went with the screen
        if isinstance(box := self.screen.focused, Input):
            self.watch(box, "value", self.refresh_if_other, init=False)
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """One line; if it is too narrow the last commands give way, but never Enter, Esc and the help."""
        if not self.is_attached or self.app.screen is not self.screen:
            return []  # a window over it has its keys in its own border
        if isinstance(self.screen.focused, Input):
            return [_line(self._wording(command) for command in self._in_a_box())]
        help_ = self._wording(HELP)
        drawn = {command: self._wording(command) for command in self.hints()}
        left = _line(_fitting(drawn, width - len(line_text(help_)) - len(GAP)))
        return [(*left, Span(" " * max(len(GAP), width - len(line_text(left)) - len(line_text(help_)))), *help_)]

    def _wording(self, command: KeyCommand) -> Line:
        """A key and its words; before it the key of its opposite."""
        opposite = [one for one in self.commands if one.id == command.opposite]
        before = [span for one in opposite for span in (Span(self.keys.shown(one), "mark", _target(one)), Span(" "))]
        target = _target(command)
        key = Span(self.keys.shown(command), "mark", target)
        return (*before, key, Span(f" {command.title}", "muted", target))

    def _in_a_box(self) -> list[KeyCommand]:
        """Enter and Esc alone: every other key is text."""
        from .search_box import SearchBox  # the first screen has none

        searching = isinstance(box := self.screen.focused, SearchBox)
        enter = [command for command in BOX if command.hint] if searching else [PREVIEW]
        escape = [command for command in self.commands if command.keys == "escape"]
        if isinstance(box, SearchBox):
            enter = [command._replace(title=box.enters() or command.title) for command in enter]
            escape = [command._replace(title="Clear" if box.value else command.title) for command in escape]
        return [*enter, *escape]


def _fitting(drawn: Mapping[KeyCommand, Line], room: int) -> list[Line]:
    """The commands that fit, in their order: those that always stay first, then each that there is still room for."""
    kept = {command: words for command, words in drawn.items() if command.keys in ALWAYS}
    for command, words in drawn.items():
        others = [line for one, line in kept.items() if one is not command]
        if len(line_text(_line([*others, words]))) <= room:
            kept[command] = words
    return [kept[command] for command in drawn if command in kept]


def _line(drawn: Iterable[Line]) -> Line:
    spans: list[Span] = []
    for line in drawn:
        spans += [*([Span(GAP)] if spans else []), *line]
    return tuple(spans)


def _target(command: KeyCommand) -> str:
    if command.id in {one.id for one in BOX}:
        return f"focused.{command.action}()"
    action = command.action if "(" in command.action else f"{command.action}()"
    return f"app.{action}" if command in EVERYWHERE else f"screen.{action}"
