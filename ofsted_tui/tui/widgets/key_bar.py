"""The key line at the foot: the keys that matter here, each also a place to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ..keys import BOX, EVERYWHERE
from .scroll_lines import FixedLines
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..keys import KeyCommand
    from .styled_text import Line


class KeyBar(FixedLines):
    """Keys and their words, as many as fit; the rest stands in the help."""

    def __init__(self, commands: Sequence[KeyCommand]) -> None:
        super().__init__()
        self.commands = [command for command in commands if command.hint]
        self.in_a_box = [
            *(command for command in BOX if command.hint),
            *(command for command in commands if command.keys == "escape"),
        ]

    def on_mount(self) -> None:
        """Follow the focus: in a box, letters are text and no commands."""
        self.watch(self.screen, "focused", self._draw_anew, init=False)

    def _draw_anew(self) -> None:
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """One line; where it gets narrow the last commands give way, but screens, help and quit stay."""
        kept = list(self.in_a_box if isinstance(self.screen.focused, Input) else self.commands)
        while len(kept) > 3 and len(line_text(_line(kept))) > width:
            kept.pop(-4)
        return [_line(kept)]


def _line(commands: Sequence[KeyCommand]) -> Line:
    spans: list[Span] = []
    for command in commands:
        spans += [Span("  ")] * bool(spans)
        spans += [Span(command.key, "mark", _target(command)), Span(f" {command.title}", "muted", _target(command))]
    return tuple(spans)


def _target(command: KeyCommand) -> str:
    if command in BOX:
        return f"focused.{command.action}()"
    action = command.action if "(" in command.action else f"{command.action}()"
    return f"app.{action}" if command in EVERYWHERE else f"screen.{action}"
