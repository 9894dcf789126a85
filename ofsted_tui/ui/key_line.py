"""The key line at the foot: the keys that matter here, each also a place to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .commands import Command


class KeyLine(Widget):
    """Keys and their words, as many as fit; the rest stands in the help."""

    def __init__(self, commands: Sequence[Command], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.commands = [command for command in commands if command.hint]

    def render(self) -> Content:
        """One line; where it gets narrow the last commands give way, but screens, help and quit stay."""
        kept = list(self.commands)
        while len(kept) > 3 and self._line(kept).cell_length > self.content_size.width:
            kept.pop(-4)
        return self._line(kept)

    def _line(self, commands: Sequence[Command]) -> Content:
        return Content("  ").join(
            Content.assemble((command.key, "bold $accent"), " ", (command.title, "$text-muted")).stylize(
                f"@click={_target(command)}"
            )
            for command in commands
        )


def _target(command: Command) -> str:
    action = command.action if "(" in command.action else f"{command.action}()"
    return f"app.{action}" if command.group == "Program" else f"screen.{action}"
