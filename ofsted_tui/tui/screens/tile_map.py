"""The tile map: a tile for each council, about where it lies, coloured and lettered by the judgement chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from ...core.dates import short_day
from ...output.rows import counts_in_words
from ..bindings import bindings
from ..keys import MAP, VIEW
from ..widgets.council_list import grade_word
from ..widgets.key_bar import KeyBar
from ..widgets.scroll_lines import ScrollLines
from ..widgets.styled_text import Line, Span
from .app_screen import AppScreen, CouncilRequested

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click

    from ...core.councils import Councils, Standing
    from ...core.model import Grade
    from ...core.repository import Tile
    from ...output.table import Table
    from ..state import State

DIRECTIONS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}
FEWEST_CELLS = 3
BOTH = 6
"""Cells of a tile that has the council's letters and its grade's."""


class Tiles(ScrollLines):
    """The tiles themselves, moved over with the arrows."""

    BINDINGS = [
        *(Binding(f"{key},{vim}", f"screen.go('{key}')", show=False) for key, vim in
          zip(("left", "down", "up", "right"), "hjkl", strict=True)),
    ]  # fmt: skip

    class Clicked(Message):
        """A cell was clicked: its row, and how many cells it lies from the left."""

        def __init__(self, row: int, x: int) -> None:
            super().__init__()
            self.row, self.x = row, x

    class Resized(Message):
        """The tiles have another size."""

    def on_click(self, event: Click) -> None:
        """Tell which cell is under the mouse."""
        if (offset := event.get_content_offset(self)) is not None:
            self.post_message(self.Clicked(offset.y + self.scroll_offset.y, offset.x))

    def on_width_change(self) -> None:
        """Tell that they must be drawn anew."""
        self.post_message(self.Resized())


class TileMap(AppScreen[None]):
    """England as tiles."""

    CSS_PATH = "views.tcss"
    AUTO_FOCUS = "Tiles"
    COMMANDS_HERE = (*MAP, *VIEW)
    BINDINGS = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]
    head = query_one("#head", Static)
    tiles = query_one(Tiles)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state, self.repository = state, state.repository
        self.labels = False
        """Whether tiles show the council's letters in place of the grade's, where there is no room for both."""
        self.councils: Councils | None = None
        self.placed: dict[tuple[int, int], Tile] = {}
        self.slug = self._stood_on = ""
        """The council of the tile one stands on, and the one last highlighted in the list."""

    def compose(self) -> ComposeResult:
        """The heading, the tiles, the keys."""
        yield Static("", id="head", markup=False)
        yield Tiles()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def on_screen_resume(self) -> None:
        """Stand on the council that is highlighted in the list."""
        self.councils = self.repository.as_at(self.state.day)
        self.placed = {(t.row, t.column): t for t in self.repository.tiles if t.council in self.councils}
        known = {tile.council for tile in self.placed.values()}
        if self.state.slug in known and self.state.slug != self._stood_on:
            self.slug = self.state.slug
        elif self.slug not in known:
            self.slug = min(known, default="")
        self._stood_on = self.state.slug
        self.write()

    def write(self) -> None:
        """Draw the tiles; over them the totals, where one stands, and who is not on the map."""
        if self.councils is None or not self.is_mounted:
            return
        judgement = self.state.judgement
        first = f"{judgement.title} · {len(self.councils)} councils · as at {short_day(self.councils.as_at)}"
        totals = counts_in_words(self.councils.totals(judgement))
        remark = f" · {self.state.difference.brief}" if self.state.difference else ""
        self.head.update(
            Content.assemble(
                (first, "bold"),
                (remark, "bold $mark"),
                f"\n{totals}\n",
                self._here(),
                (self._elsewhere(), "$quiet"),
            )
        )
        self.tiles.show(self._lines())
        row = next((row for (row, _), tile in self.placed.items() if tile.council == self.slug), 0)
        self.tiles.scroll_to(y=max(0, row - self.tiles.size.height + 2), animate=False, immediate=True)

    def _here(self) -> Content:
        if not self.slug or self.councils is None:
            return Content("There is no map of these councils.")
        standing = self.councils[self.slug]
        word, _ = grade_word(standing, self.state.judgement)
        day = f", {short_day(standing.inspection.published)}" if standing.inspection else ""
        return Content.styled(f"{standing.council.name}: {word}{day}. {standing.council.region}.", "$mark")

    def _elsewhere(self) -> str:
        """The councils without a tile, by name and letter: those that were abolished since."""
        assert self.councils is not None
        placed = {tile.council for tile in self.placed.values()}
        names = [f"{s.council.name} {self._letter(s)}" for s in self.councils if s.council.slug not in placed]
        return f"\nNot on the map: {', '.join(names)}" if names and placed else ""

    def _grade(self, standing: Standing) -> Grade | None:
        judgement = self.state.judgement
        given = standing.given(judgement)
        return given.grade if given else None

    def _letter(self, standing: Standing) -> str:
        grade = self._grade(standing)
        return grade.letter if grade else "·"

    @property
    def _columns(self) -> int:
        return max((column for _, column in self.placed), default=0) + 1

    @property
    def _cell(self) -> int:
        """Cells of a tile."""
        return min(max(self.tiles.text_width // self._columns, FEWEST_CELLS), BOTH)

    def _lines(self) -> list[Line]:
        rows = max((row for row, _ in self.placed), default=-1) + 1
        cell = self._cell
        return [tuple(self._tile(row, column, cell) for column in range(self._columns)) for row in range(rows)]

    def _tile(self, row: int, column: int, cell: int) -> Span:
        tile = self.placed.get((row, column))
        if tile is None:
            return Span(" " * cell)
        assert self.councils is not None
        standing = self.councils[tile.council]
        here, letter, grade = tile.council == self.slug, self._letter(standing), self._grade(standing)
        if cell == BOTH:
            text = f"{'▶' if here else ' '}{tile.label} {letter}"
        elif here:
            text = f"[{letter}]"
        else:
            text = tile.label if self.labels else f" {letter} "
        return Span(text.ljust(cell), "here" if here else f"tile-{grade.column}" if grade else "muted")

    def action_go(self, direction: str) -> None:
        """Go to the nearest tile that way: straight first, then as little aside as can be."""
        by_row, by_column = DIRECTIONS[direction]
        here = next((place for place, tile in self.placed.items() if tile.council == self.slug), None)
        if here is None:
            return
        ahead = []
        for (row, column), tile in self.placed.items():
            down, right = row - here[0], column - here[1]
            along, aside = (down * by_row, abs(right)) if by_row else (right * by_column, abs(down))
            if along > 0 and aside <= along * 2:
                ahead.append((along + 2 * aside, tile.council))
        if ahead:
            self._stand_on(min(ahead)[1])

    @on(Tiles.Resized)
    def _resized(self) -> None:
        self.write()

    @on(Tiles.Clicked)
    def _clicked(self, message: Tiles.Clicked) -> None:
        """Go to the tile at a place on the screen; a second click opens it."""
        tile = self.placed.get((message.row, message.x // self._cell))
        if tile and tile.council == self.slug:
            self.action_open()
        elif tile:
            self._stand_on(tile.council)

    def _stand_on(self, slug: str) -> None:
        self.slug = slug
        self.write()

    def action_open(self) -> None:
        """Open the council."""
        if self.slug:
            self.post_message(CouncilRequested(self, self.slug))

    def action_labels(self) -> None:
        """Letters of councils, or of grades."""
        if self._cell == BOTH:
            self.notify_user("At this width each tile has both: the council's letters, then its grade's.")
        self.labels = not self.labels
        self.write()

    def action_explain(self) -> None:
        """Say what others printed for the day."""
        self.notify_user(self.state.explanation(), seconds=12)

    def action_judgement(self) -> None:
        """Choose another judgement."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.write)

    def action_as_at(self) -> None:
        """Choose another day."""
        from ..dialogs.picker import choose_day

        choose_day(self.app, self.state, self.on_screen_resume)

    def action_leave(self) -> None:
        """Back to the councils."""
        self.dismiss()

    def action_save(self) -> None:
        """Save the councils of the map."""
        from ..dialogs.save import save

        save(self.app, "map", self.table())

    def table(self) -> Table:
        """The councils in rows."""
        from ...output.rows import council_list

        return council_list(self.repository.as_at(self.state.day))
