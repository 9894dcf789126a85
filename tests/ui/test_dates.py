"""Choosing a date: typed as people write it, or from the list."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.analysis.totals_over_time import first_day_all_inspected

from .driver import browsing


async def test_what_is_no_date_is_explained_and_the_window_stays(country):
    async with browsing(country) as ui:
        await ui.press("d")
        await ui.type("soon")
        await ui.press("enter")
        ui.shows("“soon” is not a date; expected a date such as 8 December", "a month (Dec 2017) or a year")
        await ui.press("escape")
        assert ui.app.state.day is None


async def test_the_days_that_matter_are_offered(repository):
    async with browsing(repository) as ui:
        await ui.press("d")
        ui.shows("8 December 2017    press: 3/52/68/30; all graded", "31 March 2025      Ofsted: 36/67/31/19",
                 "20 January 2015    ADCS: ·/10/24/7", "31 March 2018      Ofsted: percentage only", "end of the year")  # fmt: skip
        await ui.press("down", "down", "down", "enter")
        ui.shows("Overall on 8 Dec 2017 · D Latest", "! press: 30 inadequate", "O3 G 52  RI 68 I29", "1 of 152")


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("2017", date(2017, 12, 31)),
        ("nov 2017", date(2017, 11, 30)),
        ("31/12/17", date(2017, 12, 31)),
        ("8 dec 2017", date(2017, 12, 8)),
        ("all graded", date(2017, 12, 8)),
    ],
)
async def test_a_date_is_typed_as_people_write_it(repository, typed, chosen):
    async with browsing(repository) as ui:
        await ui.press("d")
        await ui.type(typed)
        await ui.press("enter")
        assert ui.app.state.day == chosen


async def test_the_list_narrows_to_what_is_typed(repository):
    async with browsing(repository) as ui:
        await ui.press("d")
        await ui.type("dec 2017")
        ui.shows("31 December 2017   end of the year", "8 December 2017    press: 3/52/68/30; all graded")
        assert "2016" not in ui.frame
        await ui.press("down", "enter")
        assert ui.app.state.day == date(2017, 12, 8)


async def test_the_end_of_2017_says_on_which_day_every_council_had_a_grade(repository):
    assert first_day_all_inspected(repository) == date(2017, 12, 8)
    async with browsing(repository) as ui:
        await ui.press("d")
        await ui.type("31 dec 2017")
        ui.shows("On 8 December 2017 every council had a grade.")


async def test_no_day_is_offered_on_which_a_council_still_waits(country):
    assert first_day_all_inspected(country) is None


async def test_the_year_that_is_not_over_is_the_latest_date(repository):
    async with browsing(repository) as ui:
        await ui.press("d")
        await ui.type("2026")
        await ui.press("enter")
        assert ui.app.state.day is None


async def test_a_date_long_before_any_inspection_is_refused(repository):
    async with browsing(repository) as ui:
        await ui.press("d")
        await ui.type("1999")
        await ui.press("enter")
        ui.shows("Inspections run from 2009 to 2026.")


@pytest.mark.parametrize("presses", ["d", "8d"])
@pytest.mark.parametrize("typed", ["31/02/2020", "2020-02-30", "31.6.20", "30 Feb 2020", "13/2020"])
async def test_a_date_that_does_not_exist_is_refused_and_no_other_offered(repository, presses, typed):
    async with browsing(repository) as ui:
        await ui.press(*presses)
        before = ui.app.screen_stack[-2]
        await ui.type(typed)
        await ui.press("enter")
        ui.shows(f"“{typed}” is not a date; expected a date such as")
        assert ui.app.screen_stack[-2] is before
        assert "end of the year" not in ui.frame
        assert "start of the year" not in ui.frame


@pytest.mark.parametrize("presses", ["d", "8d"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2010", "The first report under the single inspection"),
        ("1 Jan 2014", "The first report under the single inspection"),
        ("2030", "The data ends on 20 August 2026; later reports"),
        ("21/8/26", "The data ends on 20 August 2026; later reports"),
    ],
)
async def test_the_window_says_that_the_data_does_not_reach_a_date_as_commands_do(repository, presses, typed, said):
    async with browsing(repository) as ui:
        await ui.press(*presses)
        await ui.type(typed)
        ui.shows(said)


async def test_since_a_year_is_since_its_first_day(repository):
    async with browsing(repository) as ui:
        await ui.press("8", "d")
        await ui.type("2024")
        await ui.press("enter")
        assert ui.app.screen.since == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("typed", "chosen"), [("2026", "1 Jan 2026"), ("may 2026", "1 May 2026"), ("jun 2026", "1 Jun 2026")]
)
async def test_since_this_year_or_a_month_is_since_its_first_day_whatever_else_is_offered(repository, typed, chosen):
    async with browsing(repository) as ui:
        await ui.press("8", "d")
        await ui.type(typed)
        await ui.press("enter")
        ui.shows(f"since {chosen}")
