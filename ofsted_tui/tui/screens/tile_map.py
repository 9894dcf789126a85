"""The tile map: a tile for each council, near its place, coloured and lettered by the judgement chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.getters import query_one
from textual.message import Message

from ...core.councils import Selection
from ...core.model import Grade
from ...output.council_profile import profile
from ..bindings import bindings
from ..keys import MAP, VIEW
from ..widgets.chips import Chip, Chips
from ..widgets.council_card import card_title, write_card
from ..widgets.council_list import grade_word
from ..widgets.key_bar import KeyBar
from ..widgets.map_key import in_words, legend, name_legend, not_on_the_map, write_key
from ..widgets.panels import Panels
from ..widgets.scroll_lines import FixedLines, ScrollLines
from ..widgets.styled_text import Page, Span, wrap
from ..widgets.summary_bar import SummaryBar
from ..widgets.text_panel import TextPanel
from ..widgets.tile_grid import SMALL, Pitch, TileFace, pitch_for, tile_lines
from .app_screen import AppScreen, CouncilRequested

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click

    from ...core.councils import Councils
    from ...core.repository import Tile
    from ...output.table import Table
    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.styled_text import Line

CAPTION = 2
"""Lines of the caption below the tiles, unless it is longer than usual."""
TITLE_FRAME = 4
"""Cells of a border that a title cannot use, with the blanks beside it."""
DIRECTIONS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


class Tiles(ScrollLines):
    """The tiles; arrow keys move over them."""

    BINDINGS = [
        *(Binding(f"{key},{vim}", f"screen.go('{key}')", show=False) for key, vim in
          zip(("left", "down", "up", "right"), "hjkl", strict=True)),
    ]  # fmt: skip

    class Clicked(Message):
        """A cell was clicked: its line, and how many cells it lies from the left."""

        def __init__(self, line: int, x: int) -> None:
            super().__init__()
            self.line, self.x = line, x

    class Resized(Message):
        """The size of the tiles has changed."""

    def on_click(self, event: Click) -> None:
        """Report which cell is under the mouse."""
        if (offset := event.get_content_offset(self)) is not None:
            self.post_message(self.Clicked(offset.y + self.scroll_offset.y, offset.x))

    def on_width_change(self) -> None:
        """Report that they must be redrawn."""
        self.post_message(self.Resized())


class MapCaption(FixedLines):
    """The caption below the tiles if there is no key beside them."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sentences: tuple[Span, ...] = ()

    def show(self, *sentences: Span) -> None:
        """Show sentences, each on a new line."""
        self._sentences = sentences
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """The sentences, wrapped."""
        return [line for sentence in self._sentences if sentence.text for line in wrap([sentence], width)]


class TileMap(AppScreen[None]):
    """England as tiles."""

    CSS_PATH = "tile_map.tcss"
    AUTO_FOCUS = "Tiles"
    COMMANDS_HERE = (*MAP, *VIEW)
    BINDINGS = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide"), (120, "-roomy"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
    bar = query_one(SummaryBar)
    tiles = query_one(Tiles)
    card = query_one("#card", TextPanel)
    key = query_one("#key", TextPanel)
    caption = query_one(MapCaption)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state, self.repository = state, state.repository
        self.names = False
        """Whether small tiles show names instead of grades."""
        self.placed: dict[tuple[int, int], Tile] = {}
        self._faces: dict[tuple[int, int], TileFace] = {}
        """What the tiles show, by their places: unchanged while the highlight moves."""
        self._elsewhere = ""
        """The councils without a tile, in a sentence."""
        self.slug = self._stood_on = ""
        """The council of the highlighted tile, and the one last highlighted in the list."""

    def compose(self) -> ComposeResult:
        """The counts, the filters, the tiles with card and key, the keys."""
        yield SummaryBar()
        yield Chips()
        with Panels():
            with Panels(id="tiles"):
                yield Tiles()
                yield MapCaption(id="caption")
            with Panels(id="beside"):
                yield Chips()
                yield TextPanel(id="card")
                yield TextPanel(id="key")
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    @property
    def councils(self) -> Councils:
        """Every council on the date shown."""
        return self.state.national

    def on_screen_resume(self) -> None:
        """Go to the council that is highlighted in the list."""
        self.placed = {(t.row, t.column): t for t in self.repository.tiles if t.council in self.councils}
        known = {tile.council for tile in self.placed.values()}
        if self.state.slug in known and self.state.slug != self._stood_on:
            self.slug = self.state.slug
        elif self.slug not in known:
            self.slug = min(known, default="")
        self._stood_on = self.state.slug
        self.write()

    # What is drawn.

    def write(self) -> None:
        """Draw everything: the counts, the tiles, who is highlighted, what the letters mean."""
        if not self.is_mounted:
            return
        state, totals = self.state, self.councils.totals(self.state.judgement)
        self.bar.difference, self.bar.other_date = state.difference, state.day is not None
        self.bar.national, self.bar.shown = state.national, state.shown
        self.key.set_foot(*_write_filters(state, *self.query(Chips)))
        self._faces = {place: self._face(tile) for place, tile in self.placed.items()}
        self._elsewhere = elsewhere = _without_a_tile(state, {tile.council for tile in self.placed.values()})

        def write_all(page: Page) -> None:
            write_key(page, totals, filled=self.filled)
            if elsewhere:
                page.paragraph(Span(elsewhere, "muted"))

        self.key.set_class(bool(totals.joint or elsewhere), "-more")
        self.key.write(write_all, Span("Key and counts"))
        self._write_tiles()
        self._write_caption()
        self.query_one(KeyBar).refresh_if_other()
        self.call_after_refresh(self._write_card)

    def _write_tiles(self) -> None:
        pitch = self._pitch
        here = next((place for place, tile in self.placed.items() if tile.council == self.slug), None)
        self.tiles.show(tile_lines(self._faces, here, pitch, names=self.names, filled=self.filled))
        line = (here[0] if here else 0) * pitch.down
        self.tiles.scroll_to(y=max(0, line - self.tiles.size.height + 2 * pitch.down), animate=False, immediate=True)

    @property
    def _pitch(self) -> Pitch:
        """Cells from one tile to the next."""
        size = self.tiles.container_size
        rows = max((row for row, _ in self.placed), default=0) + 1
        columns = max((column for _, column in self.placed), default=0) + 1
        return pitch_for(size.width, size.height, columns, rows)

    def _face(self, tile: Tile) -> TileFace:
        """What a tile shows; dimmed if a filter leaves its council out."""
        standing = self.councils[tile.council]
        letter, style = grade_word(standing, self.state.judgement, wide=False)
        shown = tile.council in self.state.shown
        solid = shown and len(letter) == 1 and style != "muted"
        return TileFace(tile.label, letter, style if shown else "muted", solid)

    def _write_card(self) -> None:
        """Beside the tiles: the highlighted council."""
        if not self.slug or not self.is_mounted:
            self.card.set_title(Span("There is no map of these councils."))
            return
        council, judgement = self.repository.councils[self.slug], self.state.judgement
        found = profile(self.repository, council, self.state.as_at)
        self.card.write(
            lambda page: write_card(page, found, judgement, self.card.container_size.height, filled=self.filled),
            *card_title(found, self.card.size.width - TITLE_FRAME),
        )
        self.card.set_foot(*self.border_keys("{open} Open"))

    def _write_caption(self) -> None:
        """Below the tiles: the highlighted council if there is no card, else what the letters mean; who has no tile."""
        totals = self.councils.totals(self.state.judgement)
        named = self.names and self._pitch == SMALL
        meaning = self.in_words(name_legend(filled=self.filled)) if named else legend(totals)
        first = Span(meaning, "muted")
        if self.size.width < self.HORIZONTAL_BREAKPOINTS[1][0] and self.slug:
            standing = self.councils[self.slug]
            first = Span(f"{standing.council.name}: {in_words(standing, self.state.judgement)}", "title")
        self.caption.show(first, Span(self._elsewhere, "muted"))
        self.caption.set_class(len(self.caption.lines(self.tiles.container_size.width - 2)) > CAPTION, "-more")

    # Where one goes.

    def action_go(self, direction: str) -> None:
        """Go to the nearest tile that way: straight first, then as little to the side as possible."""
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

    def _stand_on(self, slug: str) -> None:
        self.slug = slug
        self._write_tiles()
        self._write_caption()
        self._write_card()

    @on(Tiles.Resized)
    def _resized(self) -> None:
        self.write()

    @on(Tiles.Clicked)
    def _clicked(self, message: Tiles.Clicked) -> None:
        """Go to the tile at a place on the screen; a second click opens it."""
        pitch = self._pitch
        tile = self.placed.get((message.line // pitch.down, message.x // pitch.across))
        if tile and tile.council == self.slug:
            self.action_open()
        elif tile:
            self._stand_on(tile.council)

    def action_open(self) -> None:
        """Open the council."""
        if self.slug:
            self.post_message(CouncilRequested(self, self.slug))

    def action_leave(self) -> None:
        """Back to the councils."""
        self.dismiss()

    # What is shown.

    def key_hints(self) -> list[KeyCommand]:
        """The keys of the map; names instead of grades only if a tile has no room for both."""
        return [hint for hint in super().key_hints() if hint.id != "labels" or self._pitch == SMALL]

    def action_labels(self) -> None:
        """Names of councils, or grades."""
        if self._pitch != SMALL:
            self.notify_user("At this size each tile shows both: the council's code, then its grade.")
            return
        self.names = not self.names
        self.write()

    def action_filter(self) -> None:
        """Choose grades and regions; the others are dimmed."""
        from ..dialogs.council_filters import filter_councils

        filter_councils(self.app, self.state)

    def action_only(self, grade: str) -> None:
        """Dim all but the councils that hold a grade, or none again."""
        self.state.only(Grade(grade))
        self.write()

    @on(Chips.Removed)
    def _chip_removed(self, message: Chips.Removed) -> None:
        if message.chip:
            self.state.choose(self.state.selection.without(message.chip.value))
            self.write()
        else:
            self.clear_filters()

    def clear_filters(self) -> bool:
        """Clear the filters; whether there were any."""
        active = self.state.selection.is_active
        if active:
            self.state.choose(Selection(judgement=self.state.judgement))
            self.write()
        return active

    def action_latest(self) -> None:
        """Go back to the latest date."""
        self.state.choose_day(None)
        self.on_screen_resume()

    def action_explain(self) -> None:
        """Say what others printed for the date."""
        self.explain(self.state.explanation())

    def action_judgement(self) -> None:
        """Choose another judgement."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.write)

    def action_as_at(self) -> None:
        """Choose another date."""
        from ..dialogs.date_picker import choose_day

        choose_day(self.app, self.state, self.on_screen_resume)

    def action_save(self) -> None:
        """Save the councils of the map."""
        from ..dialogs.save import save_rows

        save_rows(self.app, "map", self.table())

    def table(self) -> Table:
        """The councils in rows."""
        from ...output.rows import council_list

        return council_list(self.repository.as_at(self.state.day))


def _write_filters(state: State, over_map: Chips, over_card: Chips) -> Line:
    """Write the filters over the map, or over the card; returns how many councils they leave, for under the counts."""
    over_map.chips = over_card.chips = tuple(Chip(part.words, part) for part in state.selection.parts)
    over_map.left = state.listed
    return (Span(state.listed),) if over_map.chips else ()


def _without_a_tile(state: State, placed: set[str]) -> str:
    """The councils of the day that have no tile, in a sentence; empty if there is no map at all."""
    left = [standing for standing in state.repository.as_at(state.as_at) if standing.council.slug not in placed]
    return not_on_the_map(left, state.judgement) if placed else ""
