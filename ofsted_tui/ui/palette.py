"""The command palette: every declared command of the screen beneath, and every council by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode


class Palette(Provider):
    """What can be done here: a command is a binding with an id."""

    def _commands(self) -> Iterator[tuple[DOMNode, Binding]]:
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.id and enabled and binding.id != "palette":
                yield node, binding

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for node, binding in self._commands():
            yield DiscoveryHit(
                Content(f"{binding.description}  {binding.key_display}"),
                partial(self.app.run_action, binding.action, node),
                help=binding.tooltip,
            )

    async def search(self, query: str) -> Hits:
        """What fits the letters typed. They are cut short: the matcher takes exponential time on long ones."""
        matcher = self.matcher(query[:40])
        for node, binding in self._commands():
            if (score := matcher.match(binding.description)) > 0:
                run = partial(self.app.run_action, binding.action, node)
                yield Hit(score, matcher.highlight(binding.description), run, help=binding.tooltip)
