"""What every screen owes to the eye: room before a scrollbar, nothing cut or torn, heads that stay in sight."""

from __future__ import annotations

import re
from math import dist

import pytest
from textual.color import Color, rgb_to_lab
from textual.widgets._toast import ToastRack

from ofsted_tui.core.model import Grade
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.colour_themes import APP_THEMES, COLOUR, TERMINAL_COLOURS, own_variables
from ofsted_tui.tui.widgets.scroll_lines import ScrollLines
from ofsted_tui.tui.widgets.styled_text import Span, line_text, wrap

from .driver import browsing

SIZES = [(60, 20), (80, 24), (120, 40)]
SCREENS = {
    "councils": (), "council": ("z",), "findings": ("2", "down"), "england": ("3",), "themes": ("5",),
    "a theme": ("5", "b"), "journeys": ("6",), "unfinished": ("6", "b"), "next": ("7",), "new": ("8",),
    "compare": ("9",), "visits": ("V",), "letter": ("V", "enter"), "help": ("?",), "about": ("i",), "import": ("I",),
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_blank_stands_between_text_and_scrollbar(repository, screen, size):
    async with browsing(repository, size=size, settings=Settings(council="lambeth")) as ui:
        await ui.press(*SCREENS[screen])
        panes = [pane for pane in ui.app.screen.query(ScrollLines) if pane.container_size.width]
        assert panes
        for pane in panes:
            top, lines = pane.scroll_offset.y, pane._lines
            for row in range(top, min(len(lines), top + pane.size.height)):
                text = line_text(lines[row]).rstrip()
                assert len(text) <= max(8, pane.container_size.width - 2), (pane, text)


@pytest.mark.parametrize("width", range(14, 60))
def test_no_line_begins_with_a_comma_nor_has_a_dot_between_facts_at_its_ends(width):
    spans = [Span("Social workers get reflective"), Span(" "), Span("supervision", "match"), Span(", but not all"),
             Span(" · Front door · Help & prot. · p 2", "muted")]  # fmt: skip
    lines = [line_text(line) for line in wrap(spans, width)]
    assert not [line for line in lines[1:] if line[:1] in {",", "·"}], lines
    assert not [line for line in lines if line.endswith("·")], lines
    words = [word for span in spans for word in span.text.split() if word != "·"]
    assert "".join("".join(lines).split()).replace("·", "") == "".join(words)


def test_a_date_among_facts_is_never_broken():
    for width in range(12, 40):
        lines = [line_text(line) for line in wrap([Span("Focused visit, published 27 Jan 2026: x", "muted")], width)]
        assert any("27 Jan 2026" in line for line in lines), (width, lines)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("keys", "heads"),
    [("5", ("Theme", "▸Asked")), ("6", ("Council", "Years")), ("7", ("Council",))],
    ids=["themes", "journeys", "next"],
)
async def test_the_names_of_columns_stay_while_the_rows_scroll(repository, size, keys, heads):
    async with browsing(repository, size=size, settings=Settings(council="lambeth")) as ui:
        await ui.press(keys, "end")
        rows = ui.app.screen.rows
        assert rows.scroll_offset.y > 0
        head = next(line for line in ui.frame.split("\n") if line.startswith("│"))
        assert all(words in head for words in heads)
        await ui.press("home", "pagedown", "pagedown", "pageup")
        ui.shows(f"▌{rows.highlighted_text.strip()[:12]}")


async def test_no_row_hides_behind_the_names_of_columns(repository):
    async with browsing(repository) as ui:
        await ui.press("5", "end")
        for _ in range(ui.app.screen.rows.place - 1):
            await ui.press("up")
            ui.shows(f"▌{ui.app.screen.rows.highlighted_text.strip()[:12]}")


async def test_about_is_no_higher_than_its_text(repository):
    async with browsing(repository, size=(120, 50)) as ui:
        await ui.press("i")
        pane = ui.app.screen.query_one(ScrollLines)
        assert pane.size.height == len(pane._lines)


@pytest.mark.parametrize("size", [(120, 40), (200, 50)], ids=["120x40", "200x50"])
async def test_chips_leave_the_map_as_large_as_it_was(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="bexley")) as ui:
        await ui.press("4")
        tiles = ui.app.screen.tiles
        lines = [line_text(line) for line in tiles._lines]
        await ui.press("f", "space", "enter")
        ui.shows("Outstanding ×", "46 of 153 councils listed")
        assert [line_text(line) for line in tiles._lines] == lines
        assert tiles.size.height >= len(lines), "the last row is whole"


async def test_of_two_names_over_the_chart_none_is_torn_by_a_marked_date(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("3")
        for _ in range(6):
            await ui.press("left")
            head = ui.frame.split("\n")[2]
            assert "2026┘" in head or "202" not in head, head


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_every_judgement_is_offered_with_all_its_counts(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("v")
        ui.shows("O 46 G 61 R 24 I 11 – 11")


async def test_only_the_list_that_has_the_keys_is_lit_in_the_window_of_saving(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("x")
        lit = [one.id for one in ui.app.screen.query("Alternatives")
               if one.get_component_styles("option-list--option-highlighted").text_style.bold]  # fmt: skip
        assert lit == [ui.app.focused.id]


@pytest.mark.parametrize("keys", [("4", "b"), ("3", "!")], ids=["map", "England"])
async def test_what_is_said_covers_the_keys_alone(repository, keys):
    """It once covered tiles of the map, and the last row of England's regions."""
    async with browsing(repository, size=(120, 40), toasts=True) as ui:
        await ui.press(keys[0])
        before = ui.frame.splitlines()
        await ui.press(keys[1])
        ui.shows(next(iter(ui.app._notifications)).message)
        assert ui.frame.splitlines()[:-1] == before[:-1]


async def test_what_is_said_is_shown_on_every_screen_and_in_every_window(repository):
    """Textual asks the screen on top for the place where it stands, which is made when there is something to say."""
    async with browsing(repository, size=(120, 40), toasts=True) as ui:
        for key in ("1", "d", "5", "f"):
            await ui.press(key)
            assert not ui.app.screen.query(ToastRack)
            ui.app.notify("A sentence.", markup=False)
            await ui.pilot.pause()
            ui.shows("A sentence.")
            if key in "df":
                await ui.press("escape")
                ui.app.clear_notifications()


async def test_the_counts_of_judgements_stand_under_each_other(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("v")
        rows = [offer.prompt.plain for offer in ui.app.screen.offers]
        for letter in "OGRI":
            places = {found.end() for row in rows for found in re.finditer(rf" {letter} +\d+", row)}
            assert len(places) == 1, rows


@pytest.mark.parametrize("keys", ["5", "6", "7"])
async def test_the_names_of_columns_look_alike_in_every_table(repository, keys):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press(keys)
        assert {span.style for span in ui.app.screen.rows._lines[0] if span.text.strip()} == {"muted"}


@pytest.mark.parametrize("keys", [("2",), ("I",), ("2", "down")], ids=["findings", "import", "findings left"])
async def test_a_box_has_one_ground_up_to_its_border(repository, keys):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press(*keys)
        row = next(n for n, line in enumerate(ui.frame.splitlines()) if "Search ─" in line or "File or folder" in line)
        inside = ui.app.screen._compositor.render_strips()[row + 1].crop(0, 58)
        grounds = {style.bgcolor.name for text, style, _ in inside if len(text) > 1 or text == "│"}
        assert len(grounds) == 1, grounds


FAR = 27
"""How far apart two colours are told at a glance; CIE's measure, ΔE. The grades nearest to each other are 28 apart."""


@pytest.mark.parametrize("theme", APP_THEMES, ids=lambda theme: theme.name)
def test_neither_the_focus_nor_a_past_date_has_the_colour_of_a_grade(theme):
    """A past date stands beside the bar of grades, where it once looked like the part of requires improvement."""
    colours = own_variables(theme, theme.to_color_system().generate())
    for what in ("focus", "mark", "past"):
        mine = rgb_to_lab(Color.parse(colours[what]))
        for grade in Grade:
            its = rgb_to_lab(Color.parse(colours[COLOUR[grade].removeprefix("$")]))
            assert dist((mine.L, mine.a, mine.b), (its.L, its.a, its.b)) > FAR, (what, grade)


@pytest.mark.parametrize("ground", ["focus", "past"])
def test_the_terminal_s_own_colours_keep_those_of_grades_for_grades(ground):
    assert TERMINAL_COLOURS[ground] not in {TERMINAL_COLOURS[COLOUR[grade].removeprefix("$")] for grade in Grade}


async def test_a_theme_by_year_has_its_bars_where_the_window_is_wide(repository):
    async with browsing(repository, size=(200, 50)) as ui:
        await ui.press("5", "b")
        ui.shows("2019", "▇▇▇▇▇▇▇▇▇····")


async def test_that_an_inspection_is_an_earlier_one_is_said_in_a_line(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        await ui.press("[")
        ui.shows("│ ! An earlier inspection. The most recent is Mar 2026: Good.   ")
