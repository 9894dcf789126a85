"""England over time: the chart and its two dates, by keyboard and by mouse, with colours and without."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.analysis.totals_over_time import counts_by_part
from ofsted_tui.core.model import Judgement
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.bands import BANDS, SKY, bar
from ofsted_tui.tui.widgets.grade_chart import AXIS, ENDS
from ofsted_tui.tui.widgets.stacked_bands import Cell, band_names, column, drawn, middles, push_apart, ticks
from ofsted_tui.tui.widgets.styled_text import line_text

from .driver import browsing

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


# Moving about.


async def test_the_newest_date_stands_beside_the_first_on_which_all_had_been_inspected(repository):
    async with browsing(repository) as ui:
        await ui.press("3")
        ui.shows("8 Dec 2017 3/52/68/29 → 20 Aug 2026 46/61/24/11", "+43", "−44", "Good or better   36%     75%")
        ui.shows("of the 152 and 142 with a grade", "Not given: begun from April 2026.", "2026┘", "┬Dec 17 ┳Aug 26")


@pytest.mark.parametrize("size", SIZES)
async def test_the_counts_in_brief_are_told_by_letters_where_there_is_room(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("3")
        top = ui.frame.split("\n")[0]
        assert ("O/G/RI/I  8 Dec 2017 3/52/68/29" in top) == (size[0] >= 80), top


@pytest.mark.parametrize("size", SIZES)
async def test_the_heads_of_the_regions_stand_right_over_their_counts(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("3")
        for wanted in (size, (80, 24)):
            await ui.pilot.resize_terminal(*wanted)
            lines = ui.frame.split("\n")
            title = next(n for n, line in enumerate(lines) if "─ Regions" in line)
            heads, counts = lines[title], lines[title + 1]
            assert heads.rindex("O  G RI  I  –") == counts.rindex("3  3  1  1  2"), ui.frame


@pytest.mark.parametrize("size", SIZES[1:3])
async def test_no_corner_stays_over_the_chart_without_its_name(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("3", *["left"] * 6, "m", *["left"] * 30)
        ui.shows("28 Feb 2026")
        for _ in range(8):
            head = ui.frame.split("\n")[2][1 : size[0] - 2]
            head = head.partition("││")[0]
            assert head.count("└") + head.count("┘") == sum(name in head for name in ("SIF", "ILACS", "2026")), head
            await ui.press(*["left"] * 7)


async def test_where_there_is_room_the_two_dates_are_written_out(repository):
    async with browsing(repository, size=(200, 50)) as ui:
        await ui.press("3")
        ui.shows("┬8 Dec 2017", "┳20 Aug 2026")


async def test_a_judgement_too_is_set_beside_the_day_on_which_all_had_been_inspected(repository):
    async with browsing(repository, settings=Settings(judgement="care_leavers")) as ui:
        await ui.press("3")
        ui.shows("8 Dec 2017 ")


async def test_without_a_day_on_which_all_had_been_inspected_no_date_is_marked(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3")
        ui.shows("m Mark this date")


async def test_arrows_read_out_every_month_and_with_shift_every_year(repository):
    async with browsing(repository) as ui:
        await ui.press("3", "left")
        ui.shows("┳ 31 Jul 2026: O 46  G 63  RI 25", "Regions 31 Jul 2026")
        await ui.press("shift+left")
        ui.shows("┳ 31 Jul 2025:")
        await ui.press("right")
        ui.shows("┳ 31 Aug 2025:")
        await ui.press("shift+right", "right", "right")
        ui.shows("┳ 20 Aug 2026:")
        for _ in range(14):
            await ui.press("shift+left")
        ui.shows("┳ 28 Feb 2014:", "147")


async def test_two_dates_of_ones_own_are_set_side_by_side(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("3")
        ui.shows("8 Dec 2017 3/52/68/29 → 20 Aug 2026 46/61/24/11")
        await ui.press("m")
        ui.says("8 Dec 2017 is marked. Move with ← → to compare another date.")
        await ui.press("shift+left")
        ui.shows("30 Nov 2016 2/29/55/26 → 8 Dec 2017 3/52/68/29")


async def test_a_click_on_a_month_goes_to_it(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("3")
        chart = ui.app.screen.chart
        at = next(n for n, month in enumerate(chart._columns(chart.content_size.width).months) if month >= 60)
        await ui.pilot.click("GradeChart", offset=(2 + AXIS + at, 8))
        assert ui.app.screen.looked_at.as_at in (date(2019, 2, 28), date(2019, 3, 31), date(2019, 1, 31))
        ui.shows(f"┳ {ui.app.screen.looked_at.as_at.day} ")


async def test_a_click_on_a_year_goes_to_its_end(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("3")
        ui.shows("2018   7  61  64  20   ·  45% of 152", "at 31 December; 2026 at 20 Aug")
        await ui.pilot.click("#years", offset=(4, 6))
        ui.shows("┳ 31 Dec 2018:")


async def test_enter_lists_the_councils_on_the_date_under_the_cursor(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3", "left", "left", "enter")
        assert ui.browse.national.as_at == date(2026, 5, 31)
        await ui.press("3", "down", "enter")
        assert ui.app.state.selection.regions == frozenset({"London"})


async def test_a_region_is_opened_by_its_second_click(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3")
        await ui.pilot.click("#regions", offset=(4, 3))
        assert ui.app.screen.regions.target == "South West"
        await ui.pilot.click("#regions", offset=(4, 3))
        await ui.pilot.pause()
        assert ui.app.state.selection.regions == frozenset({"South West"})


async def test_keys_that_come_before_the_months_are_counted_do_no_harm(repository):
    async with browsing(repository) as ui:
        await ui.pilot.press("3", "left", "shift+left", "m", "right")
        await ui.pilot.pause()
        ui.shows("Councils by grade, 2014–2026")


# What it says.


async def test_the_date_chosen_is_shown_with_what_others_printed_for_it(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("3")
        ui.shows("! press: 30 inadequate · ┳ 8 Dec 2017")
        await ui.press("!")
        ui.says("The press reported 30 inadequate for 8 December 2017; we count 29 of 152 councils.")
        await ui.press("right")
        assert "press: 30" not in ui.frame
        await ui.press("left", "!", "escape")
        ui.shows("! press: 30 inadequate · ┳ 8 Dec 2017")
        assert not ui.app._notifications
        await ui.press("D")
        ui.shows("┳ 20 Aug 2026")


async def test_councils_judged_jointly_are_a_part_of_their_own(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(as_at="2022-06-30")) as ui:
        await ui.press("3", "v", *["down"] * 4, "enter")
        ui.shows("England over time · Care leavers", "Judged jointly", "╱")


async def test_months_are_counted_once_for_each_judgement(repository, monkeypatch):
    counted = []
    from ofsted_tui.tui.screens import england

    real = england.totals_over_time
    monkeypatch.setattr(england, "totals_over_time", lambda *asked: counted.append(asked[1]) or real(*asked))
    async with browsing(repository) as ui:
        await ui.press("3", "left", "escape", "3", "d")
        await ui.type("2018-03-31")
        await ui.press("enter", "left", "v", "down", "enter", "v", "up", "enter")
        assert counted == [Judgement.OVERALL, Judgement.LEADERSHIP]


# How it is drawn.


@pytest.mark.parametrize("size", SIZES)
async def test_no_count_at_the_end_of_the_chart_is_lost(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("3")
        chart = [line for line in ui.frame.split("\n") if "│" in line]
        for count in ("11 –", "11 I", "24 R", "61 G", "46 O"):
            assert any(count in line for line in chart), (count, ui.frame)


@pytest.mark.parametrize("size", SIZES)
async def test_all_parts_are_told_apart_without_colour(repository, size, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(repository, size=size) as ui:
        await ui.press("3")
        ui.shows(*"█▓▒░╌", " Good ", " Requires improvement ", " Outstanding ", "┳", "┃", "┬", "│")


async def test_the_chart_reaches_from_axis_to_counts(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("3")
        chart = ui.app.screen.chart
        width = chart.content_size.width
        for line in chart.lines(width)[1:-1]:
            assert width - ENDS <= len(line_text(line)) <= width


def test_edges_lie_within_an_eighth_of_a_cell():
    cells = column((1, 2, 1, 0, 0, 0, 4), top=8, rows=1)
    assert cells == [Cell(1, SKY, 3)], "of more than two parts in a cell the two largest are drawn"
    cells = column((3, 3, 0, 0, 0, 0, 2), top=8, rows=2)
    assert cells == [Cell(0, 1, 6), Cell(1, SKY, 4)]
    assert drawn(cells[0], filled=False) == ("▆", "outstanding/good")
    assert drawn(cells[1], filled=False) == ("▄", "good")
    assert drawn(cells[0], filled=True) == ("█", "outstanding")


def test_a_name_stands_in_the_midst_of_the_thickest_part_of_its_band():
    rising = [column((46 * min(place, 40) // 40, 0, 0, 0, 0, 0, 46), top=92, rows=12) for place in range(80)]
    (name,) = band_names(rising, [True] * 80, filled=True)
    assert name.text == " Outstanding "
    assert name.row == 3, "six lines are full where the band is thickest"
    assert 40 < name.column < 67
    (low,) = band_names([column((1, 0, 0, 0, 0, 0, 9), top=10, rows=10)] * 30, [True] * 30, filled=False)
    assert (low.row, low.column) == (0, 9)
    assert band_names(rising, [False] * 80, filled=True) == []


def test_a_joint_judgement_never_has_the_ground_of_a_grade():
    text, style = drawn(column((0, 0, 0, 0, 0, 8, 0), top=8, rows=1)[0], filled=False)
    assert (text, style) == ("╱", "muted")


def test_labels_are_pushed_apart_and_stay_within_the_chart():
    assert push_apart([3, 3, 3], 9) == [3, 4, 5]
    assert push_apart([7, 7, 7], 7) == [5, 6, 7]
    lines = [line for _, line in middles((1, 1, 1, 1, 1, 1, 147), top=153, rows=7)]
    assert lines == sorted(set(lines))
    assert max(lines) <= 7


@pytest.mark.parametrize(("top", "wanted"), [(5, [0, 2, 4]), (153, [0, 50, 100, 150]), (1, [0, 1])])
def test_the_axis_has_round_counts(top, wanted):
    assert ticks(top) == wanted


def test_more_than_half_is_more_than_half_of_a_bar_however_short():
    london = (18, 11, 1, 2, 1, 0, 0)
    drawn_cells = {span.style: len(span.text) for span in bar(london, 6, filled=False)}
    assert drawn_cells == {"tile-outstanding": 3, "tile-good": 2, "tile-inadequate": 1}
    assert [len(span.text) for span in bar(london, 33, filled=False)] == [18, 11, 1, 2, 1]


def test_bars_of_regions_are_equally_long_and_shares_add_up(repository):
    for councils in repository.as_at().by_region().values():
        spans = bar(counts_by_part(councils.totals()), 40, filled=True)
        assert sum(len(span.text) for span in spans) == 40
    assert [band.letter for band in BANDS] == [*"OGRI–j·"]
