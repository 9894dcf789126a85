"""Days, read and written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.core.dates import long_day, parse_day, parse_days, period, short_day


@pytest.mark.parametrize(
    "text",
    [
        "2017-12-08",
        "8 December 2017",
        "8 Dec 2017",
        "8th Dec. 2017",
        "8/12/2017",
        "08.12.2017",
        " 8 DEC 2017 ",
        "8/12/17",
        "8 dec 17",
    ],
)
def test_ways_to_write_a_day(text):
    assert parse_day(text) == date(2017, 12, 8)


@pytest.mark.parametrize("text", ["", "Sept 2023", "2017", "31 February 2017", "12/13/2017", "2017-13-01", "yesterday"])
def test_no_day_is_guessed(text):
    with pytest.raises(ValueError, match="expected a date such as"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("dec 2017", date(2017, 12, 1), date(2017, 12, 31)),
        ("Sept. 2016", date(2016, 9, 1), date(2016, 9, 30)),
        ("2/2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("31/12/17", date(2017, 12, 31), date(2017, 12, 31)),
        (" 8 dec 2017 ", date(2017, 12, 8), date(2017, 12, 8)),
    ],
)
def test_a_year_a_month_or_a_day(text, first, last):
    assert parse_days(text) == (first, last)
    assert first in parse_days(text)
    assert date(2020, 5, 5) not in parse_days(text)


@pytest.mark.parametrize("text", ["", "dec", "dec 17", "1517", "13/2017", "Smarch 2017", "20177", "last year"])
def test_what_names_no_days_is_told_what_is_expected(text):
    with pytest.raises(ValueError, match=r"expected .* 8/12/17 .* a month \(Dec 2017\) or a year \(2017\)"):
        parse_days(text)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_what_is_written_can_be_read(day):
    assert parse_day(long_day(day)) == parse_day(short_day(day)) == parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2023, 9, 11), date(2023, 9, 15), "11–15 Sep 2023"),
        (date(2024, 4, 29), date(2024, 5, 3), "29 Apr – 3 May 2024"),
        (date(2017, 12, 1), date(2018, 1, 5), "1 Dec 2017 – 5 Jan 2018"),
        (None, date(2018, 1, 5), "5 Jan 2018"),
        (None, None, ""),
    ],
)
def test_periods(start, end, expected):
    assert period(start, end) == expected
