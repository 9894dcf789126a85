"""Declared commands as Textual's bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .commands import Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """A binding for each key; the first key of a command carries its id."""
    return [
        Binding(key, command.action, command.title, show=False, tooltip=command.tooltip,
                key_display=command.key, id=command.id if number == 0 else None)
        for command in commands
        for number, key in enumerate(command.keys.split(","))
    ]  # fmt: skip
