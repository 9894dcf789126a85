from datetime import date

import pytest

from ofsted_tui.importing.pdf.days_on_site import on_site, read_days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("10 to 21 July 2023", date(2023, 7, 10), date(2023, 7, 21)),
        ("11 - 22 July 2022", date(2022, 7, 11), date(2022, 7, 22)),
        ("15-19 July 2013", date(2013, 7, 15), date(2013, 7, 19)),
        ("27 April to 1 May 2026", date(2026, 4, 27), date(2026, 5, 1)),
        ("05 July 2016–27 July 2016", date(2016, 7, 5), date(2016, 7, 27)),
        ("12/09/2016 to 06/10/2016", date(2016, 9, 12), date(2016, 10, 6)),
        ("1/06/2015 - 25/06/2015", date(2015, 6, 1), date(2015, 6, 25)),
        ("18 Feb 2014 – 12 March 2014", date(2014, 2, 18), date(2014, 3, 12)),
        ("18 November – 10 December 2014", date(2014, 11, 18), date(2014, 12, 10)),
        ("14 December – 8 January 2016", date(2015, 12, 14), date(2016, 1, 8)),
        ("3rd to 14th of March 2025", date(2025, 3, 3), date(2025, 3, 14)),
        ("8 June to 19 Ju ne 2026", date(2026, 6, 8), date(2026, 6, 19)),
        ("2 June2014 – 25 June2014", date(2014, 6, 2), date(2014, 6, 25)),
        ("5 to 9 December 2022 and 6 to 10 February2023", date(2022, 12, 5), date(2023, 2, 10)),
        ("4 June to 15 June 2018 1", date(2018, 6, 4), date(2018, 6, 15)),
        ("5 to 9 December 2022 and 14 to 15 February 2023", date(2022, 12, 5), date(2023, 2, 15)),
    ],
)
def test_days_are_read_as_reports_write_them(text: str, start: date, end: date) -> None:
    days = on_site(read_days(text))
    assert days
    assert (days.start, days.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sept 2023",
        "31 to 32 July 2023",
        "21 to 10 July 2023",
        "1 to 2 to 3 May 2024",
        "10 to 21 July 2 023",
        "1 0 to 21 July 2023",
        "30 June to 11 July 2023 and 100 May 2023",
    ],
)
def test_no_day_is_guessed(text: str) -> None:
    assert on_site(read_days(text)) is None


def test_one_day_alone_is_no_stretch() -> None:
    assert read_days("28 July 2016") == (date(2016, 7, 28),)
    assert on_site(read_days("28 July 2016")) is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("10 to 14 June 2024", True),
        ("10 to 21 June 2024", False),
        ("8 to 12 July 2019 and 7 to 8 August 2019", True),
        ("30 September to 11 October 2024 and 13 to 16 January 2025", False),
    ],
)
def test_a_short_inspection_is_one_of_about_a_week_on_site(text: str, short: bool) -> None:
    days = on_site(read_days(text))
    assert days
    assert days.short is short
