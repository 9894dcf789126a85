"""The command palette: every declared command of the screen beneath, and every council by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.events import Click

from ...core.dates import parse_days
from ...core.search import fold, folded_words, nearest, rank
from ..painted_once import PaintedOnce
from ..steady_screen import SteadyScreen
from ..synonyms import SYNONYMS, TAKE_A_DATE
from ..widgets.option_list import SteadyOptions
from ..widgets.text_box import OneLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.events import Event

    from ...core.model import Council


TEXTUAL_S_GATHERING = getattr(CommandPalette._gather_commands, "__wrapped__")  # noqa: B009 - mypy does not know it
"""Without Textual's decorator, which makes a worker of it."""


class SteadyCommands(SteadyOptions, CommandList):
    """The commands that fit."""


class PaletteBox(CommandInput, OneLine):
    """The box that takes all of a paste."""


class PaletteWindow(PaintedOnce, SteadyScreen, CommandPalette):
    """Textual's window, which closes once, styled like the others."""

    CSS_PATH = "windows.tcss"

    def compose(self) -> ComposeResult:
        """Textual's box and list, without their faults."""
        for widget in super().compose():
            if isinstance(widget, CommandInput):
                yield PaletteBox(placeholder=self._placeholder, select_on_focus=False)
            else:
                yield SteadyCommands() if isinstance(widget, CommandList) else widget

    async def on_event(self, event: Event) -> None:
        """Handle an event, but not a click beyond a terminal that has shrunk: Textual asks which widget is there."""
        if not isinstance(event, Click) or self.region.contains(event.screen_x, event.screen_y):
            await super().on_event(event)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Fill the list as Textual does, which would end the program if the window is closed before it is filled."""
        try:
            await TEXTUAL_S_GATHERING(self, search_value)
        except NoMatches:
            if self.is_current:
                raise


COUNCIL, TITLE, SYNONYM, LIKE_IT, TOOLTIP = 10, 8, 7, 6, 5
"""The scores of a council whose whole name was typed; of a command that the words name, mean or explain; and, between
those, of a council that is only spelt similarly. Anything that only has the letters in its title comes after all of
them."""
TO_COMPARE = ("compare", "compared", "neighbours", "neighbors")
"""Words that ask for a council beside its neighbours; their beginning is enough."""
FEWEST_LETTERS = 4
"""Letters of such a beginning: fewer would also begin the names of councils."""
LINKING = ("of", "s", "and", "its", "with")
"""Words between such a word and the council's name."""


class Palette(Provider):
    """What can be done here: a command is a binding with an id."""

    councils: ClassVar[tuple[Council, ...]] = ()
    """Those that can be opened by name."""

    def _run(self, action: str, node: DOMNode | None = None) -> Callable[[], Awaitable[None]]:
        """A function that runs a command; not if another window was opened in the same burst: it would cover that."""

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

    def _with_key(self, title: Content, binding: Binding) -> Content:
        """A command's title with its key."""
        return Content.assemble(title, "  ", (self.app.get_key_display(binding), "$quiet"))

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for node, binding in self._commands():
            yield DiscoveryHit(
                self._with_key(Content(binding.description), binding),
                self._run(binding.action, node),
                help=binding.tooltip,
            )

    async def search(self, query: str) -> Hits:
        """What matches the letters typed. They are cut short: the matcher takes exponential time on long ones."""
        query = query[:40]
        for place, council in self._councils(query):
            yield Hit(
                place, Content(council.name), self._run(f"open_council('{council.slug}')"), help="Open this council"
            )
        for place, council in self._compared(query):
            words, action = f"Compare {council.name} with its neighbours", f"compare_council('{council.slug}')"
            yield Hit(place, Content(words), self._run(action), help="See their grades side by side")
        matcher = self.matcher(query)
        for node, binding in self._commands():
            score = _named(query, binding) or _lettered(matcher.match(binding.description))
            if score > 0:
                title = self._with_key(matcher.highlight(binding.description), binding)
                yield Hit(score, title, self._run(binding.action, node), help=binding.tooltip)

    def _councils(self, query: str) -> list[tuple[int, Council]]:
        """The councils that the words name, with how well; if they name none, those with a similar spelling."""
        if not folded_words(query):
            return []
        named = [(COUNCIL - at, council) for council in self.councils if (at := rank(council, query)) is not None]
        return named or [(LIKE_IT, council) for council in nearest(query, self.councils)]

    def _compared(self, query: str) -> list[tuple[int, Council]]:
        """The councils that words name beside one that asks to compare, as in `leeds neighbours`."""
        words = folded_words(query)
        rest = [word for word in words if not _asks_to_compare(word)]
        name = " ".join(word for word in rest if word not in LINKING)
        if not name or len(rest) == len(words):
            return []
        return [(COUNCIL - at, council) for council in self.councils if (at := rank(council, name)) is not None]


def _asks_to_compare(word: str) -> bool:
    return len(word) >= FEWEST_LETTERS and any(asked.startswith(word) for asked in TO_COMPARE)


def _named(query: str, binding: Binding) -> int:
    """How well words, or their beginnings, name a command by its title, by what people call it, by what it does."""
    words = folded_words(query)
    action = binding.action
    texts = {
        TITLE: binding.description,
        SYNONYM: f"{binding.description} {SYNONYMS.get(action, '')}",
        TOOLTIP: f"{binding.description} {SYNONYMS.get(action, '')} {binding.tooltip}",
    }
    for score, text in texts.items():
        if words and all(f" {word}" in f" {fold(text)}" for word in words):
            return score
    return SYNONYM if action in TAKE_A_DATE and _is_date(query) else 0


def _is_date(query: str) -> bool:
    try:
        parse_days(query)
    except ValueError:
        return False
    return True


def _lettered(score: float) -> float:
    """The score of a title that has the letters: lower than that of any command that the words name."""
    return TOOLTIP * score / (score + 100)


def palette_of(known: Iterable[Council]) -> type[Palette]:
    """The palette's source of commands, with the councils that it offers."""

    class PaletteOfCouncils(Palette):
        councils = tuple(known)

    return PaletteOfCouncils
