"""Declared commands as Textual's bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .keys import KeyCommand


AT_ONCE = {"search", "results"}
"""Commands that lead to a box on the same screen, or out of it. Several keys can come at once, such as those typed
while the program starts, and Textual passes each to what has the focus when it comes; only a command with priority is
done before the next key is passed on."""


def bindings(commands: Iterable[KeyCommand]) -> list[BindingType]:
    """A binding for each key; each has the command's id, by which the user's keys replace all of them."""
    return [
        Binding(key, command.action, command.title, show=False, tooltip=command.tooltip, id=command.id,
                priority=command.id in AT_ONCE)
        for command in commands
        for key in command.keys.split(",")
    ]  # fmt: skip
