"""Declared commands as Textual's bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .keys import KeyCommand


AT_ONCE = {"search", "results"}
"""Commands that lead to a box on the same screen, or out of it. Keys can come several at a time, as those that are
typed while the program starts, and Textual hands each to what has the focus when it comes; only what has priority is
done before the next key is handed on.
"""


def bindings(commands: Iterable[KeyCommand]) -> list[BindingType]:
    """A binding for each key; each carries the command's id, by which the user's keys take the place of all of them."""
    return [
        Binding(key, command.action, command.title, show=False, tooltip=command.tooltip, id=command.id,
                priority=command.id in AT_ONCE)
        for command in commands
        for key in command.keys.split(",")
    ]  # fmt: skip
