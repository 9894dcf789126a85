"""The tile map: moved over by keyboard and mouse, with a card of the council one stands on."""

from __future__ import annotations

from datetime import date

import pytest
from textual.color import Color

from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.styled_text import line_text
from ofsted_tui.tui.widgets.tile_grid import LARGE, SMALL, TileFace, pitch_for, tile_lines

from .driver import browsing
from .test_colours import drawn

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


# Moving over it.


async def test_the_map_is_moved_over_with_arrows(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("4")
        ui.shows("─ Alder ▲ Good ", "North East · Unitary", "ALD", "BIR", "CED")
        await ui.press("down")
        ui.shows("─ Birch and Thorn ▲ RI ")
        await ui.press("b")
        ui.says("At this size each tile shows both: the council's code, then its grade.")
        await ui.press("?", "escape", "enter")
        ui.highlights("Birch and Thorn")


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_any_cell_of_a_tile_goes_there(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("4")
        screen = ui.app.screen
        top, pitch = screen.tiles.scroll_offset.y, screen._pitch
        seen = [
            t for (row, _), t in screen.placed.items() if 0 <= row * pitch.down - top < screen.tiles.size.height - 1
        ]
        for tile in seen[::25]:
            for x, y in ((0, 0), (pitch.across - 2, pitch.down - 1)):
                screen.slug = ""
                await ui.pilot.pause()
                line = tile.row * pitch.down + y - screen.tiles.scroll_offset.y
                await ui.pilot.click("Tiles", offset=(tile.column * pitch.across + x, line))
                assert screen.slug == tile.council


async def test_a_second_click_opens_the_council(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("4")
        tile = next(t for t in ui.app.screen.placed.values() if t.council == "york")
        at = (tile.column * SMALL.across + 1, tile.row)
        await ui.pilot.click("Tiles", offset=at)
        await ui.pilot.click("Tiles", offset=at)
        await ui.pilot.pause()
        ui.highlights("York")


async def test_every_tile_of_england_can_be_reached(repository):
    async with browsing(repository) as ui:
        await ui.press("4")
        screen = ui.app.screen
        reached, edge = {screen.slug}, [screen.slug]
        while edge:
            here = edge.pop()
            for direction in ("left", "right", "up", "down"):
                screen.slug = here
                screen.action_go(direction)
                if screen.slug not in reached:
                    reached.add(screen.slug)
                    edge.append(screen.slug)
        assert len(reached) == 153


# What it says.


async def test_a_joint_judgement_is_never_shown_as_a_single_one(repository):
    """On 1 April 2023, children in care: 144 of 153 councils were judged jointly."""
    async with browsing(repository, size=(120, 40)) as ui:
        ui.app.state.choose_judgement(Judgement.IN_CARE)
        ui.app.state.choose_day(date(2023, 4, 1))
        await ui.press("4")
        faces = [ui.app.screen._face(tile) for tile in ui.app.screen.placed.values()]
        joint = [face for face in faces if len(face.grade) > 1]
        assert len(joint) == 144
        assert all(face.grade.endswith("j") and not face.solid for face in joint)
        assert sum(face.solid for face in faces) == 6
        ui.shows("▕Rj▏", "RI joint", "neither has")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_small_tiles_mark_a_joint_judgement_too(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="lambeth")) as ui:
        ui.app.state.choose_judgement(Judgement.IN_CARE)
        ui.app.state.choose_day(date(2023, 4, 1))
        await ui.press("4")
        ui.shows("▐Rj Rj", "Gj")
        if size[0] == 60:
            ui.shows("Lambeth: RI joint, 16 Dec 2022")


async def test_the_card_tells_grades_inspections_and_the_summary_in_brief(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("4")
        summary = repository.summaries["lambeth-2026-03-10"].first_sentence
        ui.shows("─ Lambeth ▲ Good ", "ILACS · Dec 2022 (RI) →", "In care       Rj   G", "In brief", summary[:20])
        ui.shows("O outstanding; G good")


async def test_narrow_screens_have_one_line_in_place_of_the_card(repository):
    async with browsing(repository, size=(60, 20), settings=Settings(council="lambeth")) as ui:
        await ui.press("4")
        ui.shows("Lambeth: Good, 10 Mar 2026")
        assert "In brief" not in ui.frame


async def test_small_tiles_show_names_or_grades(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("4")
        ui.shows("R ▐O▌ O")
        await ui.press("b")
        ui.shows("Brd▐O▌Yor", "Codes of the councils, coloured as the counts", "above; b shows grades.")
        assert "O outstanding" not in ui.frame, "letters that no tile shows"


@pytest.mark.parametrize("size", SIZES)
async def test_names_are_offered_only_where_a_tile_has_no_room_for_both(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("4")
        assert ("b Names" in ui.frame) == (ui.app.screen._pitch == SMALL)
        await ui.pilot.resize_terminal(120, 40)
        assert "b Names" not in ui.frame


async def test_the_map_names_the_councils_that_have_no_tile(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("4")
        ui.shows("Not on the map: Bournemouth R, Cumbria I,", "Northamptonshire R and Poole", "I inadequate")
    async with browsing(repository, size=(120, 40), settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("4", "!")
        ui.shows("Not on the map: Bournemouth R,", "press: 30 inadequate")
        ui.says("The press reported 30 inadequate for 8 December 2017")
        await ui.press("D")
        ui.shows("20 August 2026")


async def test_a_filter_dims_the_other_councils(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("4")
        ui.app.screen.action_only("outstanding")
        await ui.pilot.pause()
        ui.shows("Outstanding ×", "46 of 153 councils listed")
        assert sum(ui.app.screen._face(tile).solid for tile in ui.app.screen.placed.values()) == 46
        await ui.press("c")
        assert ui.app.state.selection.grades == frozenset()
        assert "Outstanding ×" not in ui.frame


# How it is drawn.


async def test_the_selected_tile_keeps_its_grade(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="leeds")) as ui:
        await ui.press("4")
        tile = Color.parse(ui.app.theme_variables["grade-outstanding"])
        assert any(text.strip() == "LDS" and back == tile for text, _, back in drawn(ui.app))
        assert any(text.strip() == "O" and back == tile for text, _, back in drawn(ui.app))
        ui.shows("▐LDS ▌", "▐ O  ▌")


async def test_the_selected_tile_keeps_its_grade_among_names(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("4", "b")
        tile = Color.parse(ui.app.theme_variables["grade-outstanding"])
        assert any(text == "O" and back == tile for text, _, back in drawn(ui.app))


def test_tiles_are_as_large_as_the_window_allows():
    assert pitch_for(80, 38, 16, 19) == LARGE[1]
    assert pitch_for(100, 48, 16, 19) == LARGE[0]
    assert pitch_for(80, 37, 16, 19) == LARGE[1], "the last line is scrolled to: chips take the one it had"
    assert pitch_for(80, 36, 16, 19) == SMALL
    assert pitch_for(48, 22, 16, 19) == SMALL


def test_two_rows_and_a_gap_make_a_tile():
    good = TileFace("LDS", "G", Grade.GOOD.column, solid=True)
    joint = TileFace("YOR", "Rj", Grade.REQUIRES_IMPROVEMENT.column, solid=False)
    above, below = tile_lines({(0, 0): good, (0, 1): joint}, None, LARGE[1])
    assert (line_text(above), line_text(below)) == ("LDS  YOR  ", " G   ▕Rj▏ ")
    assert (" G  ", "foot-good") in [(span.text, span.style) for span in below], "no notch under the letter"
    above, below = tile_lines({(0, 0): good, (0, 1): good}, (0, 1), LARGE[1])
    assert (line_text(above), line_text(below)) == ("LDS ▐LDS ▌", " G  ▐ G  ▌")
