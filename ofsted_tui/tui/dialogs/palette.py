"""The command palette: every declared command of the screen beneath, and every council by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches

from ...core.search import folded_words, rank
from ..answers_once import AnswersOnce

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode

    from ...core.model import Council


TEXTUAL_S_GATHERING = getattr(CommandPalette._gather_commands, "__wrapped__")  # noqa: B009 - mypy does not know it
"""Without Textual's decorator, which makes a worker of it."""


class PaletteWindow(AnswersOnce, CommandPalette):
    """Textual's window, which is left once."""

    def _action_command_list(self, action: str) -> None:
        """Move in the list; not where it has no room: Textual's page keys end in an error there."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Fill the list, as Textual does; which ends the program where the window is closed before it is filled."""
        try:
            await TEXTUAL_S_GATHERING(self, search_value)
        except NoMatches:
            if self.is_current:
                raise


COUNCIL = 10
"""The score of a council whose whole name was typed; commands score less."""


class Palette(Provider):
    """What can be done here: a command is a binding with an id."""

    councils: ClassVar[tuple[Council, ...]] = ()
    """Those that can be opened by name."""

    def _run(self, action: str, node: DOMNode | None = None) -> Callable[[], Awaitable[None]]:
        """What runs a command; not where another window was opened in the same burst: it would lie over that."""

        async def run() -> None:
            if self.screen.is_current:
                await self.app.run_action(action, node)

        return run

    def _commands(self) -> Iterator[tuple[DOMNode, Binding]]:
        seen: set[tuple[DOMNode, str]] = set()  # a command has a binding for each of its keys
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.id and enabled and binding.id != "palette" and (node, binding.id) not in seen:
                seen.add((node, binding.id))
                yield node, binding

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for node, binding in self._commands():
            yield DiscoveryHit(
                Content(f"{binding.description}  {self.app.get_key_display(binding)}"),
                self._run(binding.action, node),
                help=binding.tooltip,
            )

    async def search(self, query: str) -> Hits:
        """What fits the letters typed. They are cut short: the matcher takes exponential time on long ones."""
        for place, council in self._councils(query[:40]):
            yield Hit(
                COUNCIL - place,
                Content(council.name),
                self._run(f"open_council('{council.slug}')"),
                help="Open this council",
            )
        matcher = self.matcher(query[:40])
        for node, binding in self._commands():
            if (score := matcher.match(binding.description)) > 0:
                run = self._run(binding.action, node)
                yield Hit(score, matcher.highlight(binding.description), run, help=binding.tooltip)

    def _councils(self, query: str) -> list[tuple[int, Council]]:
        """The councils that the words name, with how well they do: 0 best."""
        councils = self.councils if folded_words(query) else ()
        return [(place, council) for council in councils if (place := rank(council, query)) is not None]


def palette_of(known: Iterable[Council]) -> type[Palette]:
    """The palette's source of commands, with the councils that it offers."""

    class PaletteOfCouncils(Palette):
        councils = tuple(known)

    return PaletteOfCouncils
