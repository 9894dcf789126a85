"""How much is painted: a screen once when it opens, and for a key only what changes, in one frame."""

from __future__ import annotations

from collections import Counter

import pytest
from rich.cells import cell_len
from rich.control import ControlType
from textual._compositor import CompositorUpdate
from textual._styles_cache import StylesCache
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.visual import Visual, visualize
from textual.widget import Widget

from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.screen_beneath import ScreenBeneath
from ofsted_tui.tui.screens.next_inspections import DueColumns
from ofsted_tui.tui.widgets.council_list import CouncilList
from ofsted_tui.tui.widgets.line_cache import LineCache
from ofsted_tui.tui.widgets.scroll_bar import ColumnScrollBar
from ofsted_tui.tui.widgets.scroll_lines import ScrollLines
from ofsted_tui.tui.widgets.styled_text import Span
from ofsted_tui.tui.widgets.summary_bar import SummaryBar

from .driver import browsing

ROOM = 120 * 40


@pytest.fixture
def frames(monkeypatch):
    """The cells that each frame paints anew."""
    painted: list[int] = []
    display = App._display

    def watched(self, screen, renderable):
        if region := getattr(renderable, "region", None):
            painted.append(region.area)
        elif spans := getattr(renderable, "spans", None):
            painted.append(sum(end - start for _, start, end in spans))
        display(self, screen, renderable)

    monkeypatch.setattr(App, "_display", watched)
    return painted


async def test_the_first_screen_is_painted_once(repository, frames):
    """Textual would paint it whole three times, and the panel a fourth time for what stands below it."""
    async with browsing(repository, (120, 40)):
        assert ROOM <= sum(frames) < 1.3 * ROOM


async def test_what_follows_the_first_frame_follows_in_one(repository, frames, monkeypatch):
    """The rest of the council's page, its scrollbar and the line of signs; nothing is waited for in between."""
    asked: list[type[Widget]] = []
    update = Screen._on_update

    async def watched(screen, message):
        asked.extend([type(message.widget)] * bool(frames))
        await update(screen, message)

    monkeypatch.setattr(Screen, "_on_update", watched)
    async with browsing(repository, (120, 40)) as person:
        await person.pilot.pause(0.1)
        assert len(frames) == 2
        assert asked.count(ColumnScrollBar) == 1


async def test_a_window_is_painted_also_where_something_beneath_it_has_changed(repository, frames):
    """Textual would forget the window: a tick was not seen until the next key, as the list beneath follows it."""
    async with browsing(repository, (120, 40)) as person:
        await person.press("f")
        window = person.app.screen
        frames.clear()
        window.options.refresh()
        window.refresh(Region(0, 0, 5, 1))
        await person.pilot.pause(0.1)
        assert sum(frames) >= window.options.region.area


@pytest.mark.parametrize("key", ["v", "f", "d", "x", "ctrl+p"])
async def test_a_window_paints_what_shows_through_it_once(repository, monkeypatch, key):
    """Textual would paint the whole screen beneath it twice more: for itself, and for the keys that go there."""
    painted: list[int] = []
    paint = ScreenBeneath.render_strips
    monkeypatch.setattr(ScreenBeneath, "render_strips", lambda *given: painted.append(1) or paint(*given))
    async with browsing(repository, (120, 40)) as person:
        await person.press(key)
        await person.press("down")
        assert len(painted) == 1


@pytest.mark.parametrize("theme", ["dark", "light", "nord"])
async def test_what_shows_through_a_window_looks_as_textual_has_it(repository, theme):
    async with browsing(repository, (120, 40), Settings(theme=theme)) as person:
        await person.press("v")
        window = person.app.screen
        ours, theirs = (
            Visual.to_strips(window, visualize(window, what), 120, 40, window.visual_style)
            for what in (window.render(), BackgroundScreen(person.app.browse, window.styles.background))
        )
        assert [strip.simplify() for strip in ours] == [strip.simplify() for strip in theirs]
        assert len({segment.style for strip in ours for segment in strip}) > 10


async def test_the_sheets_are_read_for_a_theme_once(repository, monkeypatch):
    """Textual would read them anew at the start, for the theme for which it has just read them."""
    reparsed: list[str] = []
    reparse = Stylesheet.reparse
    monkeypatch.setattr(
        Stylesheet, "reparse", lambda sheet: reparsed.append(sheet._variables["primary"]) or reparse(sheet)
    )
    async with browsing(repository, (120, 40), Settings(theme="light")) as person:
        assert not reparsed
        assert person.app.stylesheet._variables["primary"].lower() == person.app.current_theme.primary
        person.app.theme = "ofsted-dark"
        await person.press("down")
        assert [colour.lower() for colour in reparsed] == [person.app.current_theme.primary]


async def test_the_first_screen_is_styled_once(repository, monkeypatch):
    """Textual would style it again for its size, and list and panel twice more for the focus."""
    styled: Counter[str] = Counter()
    apply = Stylesheet.apply
    monkeypatch.setattr(
        Stylesheet,
        "apply",
        lambda sheet, node, **how: styled.update([type(node).__name__]) or apply(sheet, node, **how),
    )
    async with browsing(repository, (120, 40)):
        twice = {name for name, times in styled.items() if times > 1}
        assert twice == {"ListPanel"}, "that once more when what it holds has the focus"
        assert "Chips" not in styled, "no filter is on"


async def test_the_colours_of_a_theme_are_worked_out_once(repository, monkeypatch):
    worked_out: list[str] = []
    generate = ColorSystem.generate
    monkeypatch.setattr(
        ColorSystem, "generate", lambda system: worked_out.append(system.primary.hex) or generate(system)
    )
    async with browsing(repository, (120, 40)):
        assert len(worked_out) == 1


async def test_the_lines_of_an_empty_panel_are_one(repository):
    async with browsing(repository, (120, 40)) as person:
        panel = person.browse.left
        _, _, *empty, _ = panel.render_lines(panel.size.region)
        assert len({id(strip) for strip in empty}) == 1


@pytest.mark.parametrize("key", ["5", "7", "8", "?", "t"])
async def test_another_screen_or_window_is_painted_once(repository, frames, key):
    async with browsing(repository, (120, 40)) as person:
        frames.clear()
        await person.press(key)
        assert ROOM <= sum(frames) < 1.5 * ROOM


@pytest.mark.parametrize("key", ["0", "d", "t", "f"])
async def test_a_window_writes_the_screen_beneath_it_once(repository, monkeypatch, key):
    """A change beneath a window writes whole lines: Textual would draw the scrollbars there anew, and so all of it."""
    written: list[int] = []
    display = App._display

    def watched(self, screen, renderable):
        if isinstance(renderable, CompositorUpdate):
            written.append(len(renderable.render_segments(self.console)))
        display(self, screen, renderable)

    monkeypatch.setattr(App, "_display", watched)
    async with browsing(repository, (120, 40)) as person:
        await person.press(key, "escape")
        written.clear()
        await person.press(key)
        whole, *after = written
        assert sum(after) < 0.3 * whole


async def test_a_key_and_a_letter_are_one_frame(repository, frames):
    async with browsing(repository, (120, 40)) as person:
        await person.press("/")
        for key in ("n", "o", "backspace", "backspace"):
            frames.clear()
            await person.press(key)
            assert len(frames) == 1, key
        await person.press("escape")
        for key in ("down", "up"):
            frames.clear()
            await person.press(key)
            assert len(frames) == 1, key


async def test_the_focus_goes_to_another_panel_without_painting_the_screen(repository, frames):
    async with browsing(repository, (120, 40)) as person:
        await person.press("tab")
        frames.clear()
        await person.press("tab")
        assert max(frames) < 0.95 * ROOM


# What stands on the terminal, cell by cell, after all that was painted bit by bit.


class Paper:
    """What was painted: the letter and the colours of each cell."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}

    def put(self, update, console) -> None:
        """Paint what one frame changes."""
        column = line = 0
        for segment in update.__rich_console__(console, console.options):
            for code in segment.control or ():
                if code[0] is ControlType.CURSOR_MOVE_TO:
                    column, line = code[1:]
            for letter in "" if segment.control else segment.text.strip("\n"):
                self.cells[column, line] = letter, str(segment.style and segment.style.clear_meta_and_links())
                for covered in range(1, cell_len(letter)):
                    self.cells.pop((column + covered, line), None)
                column += cell_len(letter)


@pytest.fixture
def paper(monkeypatch):
    """All frames on one sheet, which stands for the terminal."""
    sheet = Paper()
    display = App._display

    def watched(self, screen, renderable):
        if isinstance(renderable, CompositorUpdate):
            sheet.put(renderable, self.console)
        display(self, screen, renderable)

    monkeypatch.setattr(App, "_display", watched)
    return sheet


async def is_up_to_date(person, paper: Paper) -> bool:
    """Whether the terminal shows what a painting of the whole would show, once it has come to rest."""
    for _ in range(20):
        await person.pilot.pause(0.02)
        whole = Paper()
        screen = person.app.screen
        whole.put(screen._compositor.render_update(True, person.app._background_screens), person.app.console)
        if paper.cells == whole.cells:
            return True
    return False


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_is_left_unpainted(country, paper, size):
    """Every screen and window, one over the other, other sizes, other colours, letters, the focus."""
    async with browsing(country, size) as person:
        assert await is_up_to_date(person, paper)
        for key in ("2", "3", "4", "5", "6", "7", "8", "9", "V", "f", "v", "d", "t", "?", "0", "x", "i", "ctrl+p", "z"):
            for step in (key, "down", "tab", "escape", "escape"):
                await person.press(step)
                assert await is_up_to_date(person, paper), (key, step)
            await person.press("1")
        for steps in (
            ("/", "b", "a", "escape"),
            ("t", "down", "down", "enter"),
            ("7", "t", "down", "escape"),
            ("7", "?", "ctrl+p", "escape", "escape"),
            ("1", "f", "space", "down", "space", "escape"),
        ):
            for step in steps:
                await person.press(step)
                assert await is_up_to_date(person, paper), (steps, step)
        for key in ("7", "?"):
            await person.press(key)
            for other in ((60, 20), (200, 60), size):
                paper.cells.clear()
                await person.pilot.resize_terminal(*other)
                assert await is_up_to_date(person, paper), (key, other)


async def test_what_changes_beneath_a_window_is_painted_too(country, paper):
    async with browsing(country, (120, 40)) as person:
        await person.press("?")
        person.browse.detail.show([(Span("Changed " * 12),)] * 40)
        assert await is_up_to_date(person, paper)
        await person.pilot.pause(0.1)
        letters = "".join(letter for _, (letter, _) in sorted(paper.cells.items(), key=lambda cell: cell[0][::-1]))
        assert "Changed" in letters


# How much is worked out for what is painted.


async def test_a_key_works_out_the_lines_that_change(repository, monkeypatch):
    """Not each cell of a scrollbar by itself, nor the line of totals, which says the same as before."""
    drawn: list[int] = []
    for kind in (StylesCache, LineCache):

        def noted(self, *line, kind=kind, draw=kind.render_line):
            drawn.extend([1] * (type(self) is kind))
            return draw(self, *line)

        monkeypatch.setattr(kind, "render_line", noted)
    async with browsing(repository, (120, 40)) as person:
        await person.press("down")
        drawn.clear()
        worked_out = []
        monkeypatch.setattr(SummaryBar, "lines", lambda *_: worked_out.append(1))
        await person.press("down")
        row_before_and_after, their_place, signs = 2, 1, 1
        assert len(drawn) <= person.browse.detail.outer_size.height + row_before_and_after + their_place + signs
        assert not worked_out


@pytest.mark.parametrize("key", ["3", "5", "8", "x", "d"])
async def test_another_screen_is_styled_once(repository, monkeypatch, key):
    """Textual would style all its widgets for no size at all, and again when it is known; then for the focus."""
    styled: list[object] = []
    apply = Stylesheet.apply
    monkeypatch.setattr(
        Stylesheet, "apply", lambda self, node, **more: styled.append(node) or apply(self, node, **more)
    )
    async with browsing(repository, (120, 40)) as person:
        styled.clear()
        await person.press(key)
        widgets = [widget for widget in person.app.screen.walk_children(Widget) if not widget.has_focus_within]
        assert widgets
        assert [widget for widget in widgets if styled.count(widget) > 1] == []


async def test_the_first_screen_is_not_laid_out_again_for_what_was_asked_before(repository, monkeypatch):
    """Textual would do so for each scrollbar that shows, and for each widget that was made."""
    laid_out: list[object] = []
    lay_out = Screen._refresh_layout
    monkeypatch.setattr(
        Screen, "_refresh_layout", lambda self, *size, **how: laid_out.append(size) or lay_out(self, *size, **how)
    )
    async with browsing(repository, (120, 40)) as person:
        assert set(laid_out) == {(person.app.size,)}


async def test_a_scrollbar_has_no_colour_where_none_is_wanted(repository, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(repository, (120, 40)) as person:
        bar = person.browse.detail.vertical_scrollbar
        styles = [segment.style for [segment] in bar.render_lines(bar.size.region)]
        colours = [colour.triplet for style in styles for colour in (style.color, style.bgcolor) if colour]
        assert colours
        assert all(len({colour.red, colour.green, colour.blue}) == 1 for colour in colours)


async def test_a_letter_lays_out_the_councils_in_sight_and_the_scrollbar_tells_of_all(repository, monkeypatch):
    laid_out: list[object] = []
    lay_out = CouncilList._line
    monkeypatch.setattr(CouncilList, "_line", lambda self, *one: laid_out.append(one) or lay_out(self, *one))
    async with browsing(repository, (120, 40)) as person:
        councils = person.browse.council_list
        assert len(laid_out) <= councils.size.height + councils.BATCH
        assert councils.vertical_scrollbar.window_virtual_size == 153
        await person.press("/")
        laid_out.clear()
        await person.press("n")
        assert len(laid_out) <= councils.size.height + councils.BATCH < 88
        assert councils.vertical_scrollbar.window_virtual_size == len(person.browse.shown) == 88
        await person.press("escape", "/", *"london")
        assert councils.vertical_scrollbar.window_virtual_size == len(councils._lines) > len(person.browse.shown)


async def test_the_next_inspections_lay_out_the_councils_in_sight_however_far_down_one_begins(repository, monkeypatch):
    laid_out: list[object] = []
    lay_out = DueColumns.row
    monkeypatch.setattr(DueColumns, "row", lambda self, one: laid_out.append(one) or lay_out(self, one))
    async with browsing(repository, (120, 40), Settings(council="lambeth")) as person:
        await person.press("7")
        rows = person.app.screen.rows
        person.shows("132 of 153", "▌Lambeth")
        assert len(laid_out) <= rows.size.height
        assert rows.vertical_scrollbar.window_virtual_size == 1 + 153


@pytest.mark.parametrize("key", ["1", "tab", "5", "6", "9", "z", "?"])
async def test_a_pane_draws_its_lines_as_textual_would(repository, key):
    """With the sides of its first line for all of them, and without looking for the terminal's own colours."""
    async with browsing(repository, (120, 40)) as person:
        await person.press(key)
        for pane in person.app.screen.query(ScrollLines):
            ours = pane.render_lines(pane.outer_size.region)
            pane._styles_cache, pane.get_line_filters = StylesCache(), person.app.get_line_filters
            assert list(map(list, ours)) == list(map(list, pane.render_lines(pane.outer_size.region)))


async def test_a_letter_that_leaves_the_highlight_where_it_is_reads_nothing_anew(repository):
    async with browsing(repository, (120, 40)) as person:
        await person.press("/", "n")
        before = person.app.state.profile
        await person.press("backspace")
        person.highlights(before.council.name)
        assert person.app.state.profile is before
