"""Everything can be read, under every theme: what is drawn is measured, not what is meant."""

from __future__ import annotations

import pytest
from textual.color import Color

from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.colour_themes import APP_THEMES, TITLES
from ofsted_tui.tui.contrast import MARK, TEXT, contrast
from ofsted_tui.tui.widgets.panel import Panel
from ofsted_tui.tui.widgets.scroll_lines import ScrollLines

from .driver import browsing

SCENES = {
    "browse": ("down",),
    "chips": ("f", "space", "enter"),
    "past": ("d", *"2018-03-31", "enter"),
    "search": ("/",),
    "council": ("enter",),
    "findings": ("2", *"delay"),
    "england": ("3",),
    "england, joint": ("3", "v", *["down"] * 4, "enter", "tab"),
    "map": ("4",),
    "map, joint": ("4", "d", *"2023-04-01", "enter", "v", *["down"] * 3, "enter"),
    "map, filtered": ("4", "f", "space", "escape"),
    "themes": ("5",),
    "journeys": ("6",),
    "next": ("7", "down"),
    "new": ("8", "down"),
    "compare": ("9", "down"),
    "filter": ("f",),
    "date": ("d",),
    "date, typed": ("d", *"31 dec 2017"),
    "save": ("x",),
    "help": ("?",),
    "note": ("a",),
    "palette": ("ctrl+p",),
    "palette, typed": ("ctrl+p", *"print"),
}
"""What is pressed to come to a screen or a window."""


def drawn(app):
    """Every run of text with its colours, as sent to the terminal: text, foreground, ground; of a window, that alone."""
    regions = [part.region for part in app.screen.query(".chooser, #page, CommandInput, CommandList")]
    lines = app.screen._compositor.render_strips()
    for region in regions or [app.screen.region]:
        for text, style, _ in (
            run for line in lines[region.y : region.bottom] for run in line.crop(region.x, region.right)
        ):
            if style and style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet:
                fore, back = (Color(*colour.get_truecolor()) for colour in (style.color, style.bgcolor))
                fore = back.blend(fore, 0.5) if style.dim else fore  # as Textual sends it
                yield text, *((back, fore) if style.reverse else (fore, back))


def unreadable(app):
    """The words that stand out too little from their ground, with their contrast."""
    return {
        (text.strip(), f"{fore.hex} on {back.hex}", round(contrast(fore, back), 1))
        for text, fore, back in drawn(app)
        if any(letter.isalnum() or letter in "▲=▼↺•+×★✎" for letter in text) and contrast(fore, back) < TEXT - 0.05
    }


def of_the_terminal(app):
    """What panels draw in the terminal's own colours, or dim: nothing looks for that in each line that is painted."""
    lines = [line for panel in app.screen.query(Panel) for line in panel.render_lines(panel.size.region)]
    styles = {style for line in lines for _, style, _ in line if style}
    return [s for s in styles if s.dim or any(colour and not colour.triplet for colour in (s.color, s.bgcolor))]


@pytest.mark.parametrize("scene", SCENES)
async def test_all_text_can_be_read_under_every_theme(repository, scene):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        await ui.press(*SCENES[scene])
        for theme in [name for name, theme in ui.app.available_themes.items() if not theme.ansi]:
            ui.app.theme = theme
            await ui.pilot.pause()
            await ui.pilot.pause()
            assert not unreadable(ui.app), theme
            assert not of_the_terminal(ui.app), theme


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_maps_caption_can_be_read_under_every_theme(repository, size):
    """In textual-light it once stood out by 1.3."""
    async with browsing(repository, size=size, settings=Settings(as_at="2017-12-08", council="lambeth")) as ui:
        await ui.press("4")
        for theme in [name for name, theme in ui.app.available_themes.items() if not theme.ansi]:
            ui.app.theme = theme
            await ui.pilot.pause()
            assert any("Not on the map" in text for text, _, _ in drawn(ui.app)), theme
            assert not unreadable(ui.app), theme


async def test_the_thumb_of_every_scrollbar_can_be_seen(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        for name, theme in ui.app.available_themes.items():
            if theme.ansi:
                continue
            ui.app.theme = name
            await ui.pilot.pause()
            for pane in ui.app.screen.query(ScrollLines):
                styles = pane.styles
                assert contrast(styles.scrollbar_color, styles.scrollbar_background) >= MARK, (name, pane)


async def test_the_selection_never_hides_a_grade(repository):
    async with browsing(repository, size=(80, 24), settings=Settings(council="lambeth")) as ui:
        good = Color.parse(ui.app.theme_variables["grade-good"])
        assert any(text.strip() == "G" and back == good for text, _, back in highlighted(ui))


def highlighted(ui):
    """The runs of the line on which the bar of the highlight stands."""
    for strip in ui.app.screen._compositor.render_strips():
        if "▌" in strip.text:
            runs = [(text, style) for text, style, _ in strip if style.color and style.bgcolor]
            return [(t, Color(*s.color.get_truecolor()), Color(*s.bgcolor.get_truecolor())) for t, s in runs]
    raise AssertionError("nothing is highlighted")


async def test_focus_is_told_by_a_reversed_title(country):
    async with browsing(country) as ui:
        focus = Color.parse(ui.app.theme_variables["focus"])
        assert any("Councils" in text and back == focus for text, _, back in drawn(ui.app))
        await ui.press("tab")
        assert not any("Councils" in text and back == focus for text, _, back in drawn(ui.app))
        assert any("Alder" in text and back == focus for text, _, back in drawn(ui.app))


async def test_an_unknown_theme_gives_way_to_the_colours_of_ours(country):
    async with browsing(country, settings=Settings()._replace(theme="plaid")) as ui:
        ground = ui.app.query_one(ScrollLines).styles.background
        assert ground == Color.parse(APP_THEMES[0].background)


def test_every_theme_of_ours_has_a_plain_name():
    assert {theme.name for theme in APP_THEMES} <= set(TITLES)
