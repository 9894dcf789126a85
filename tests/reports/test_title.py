"""Which council a title means."""

from datetime import date

import pytest

from ofsted_tui.core.model import Council
from ofsted_tui.importing.pdf import identify


def council(slug: str, name: str, *aliases: str, official: str = "") -> Council:
    return Council(slug, name, official or name, aliases=aliases)


COUNCILS = [
    council("kingston-upon-hull", "Hull", official="Kingston Upon Hull, City of"),
    council("kingston-upon-thames", "Kingston upon Thames", "Kingston", "RBK"),
    council("durham", "Durham", "County Durham"),
    council("bradford", "Bradford", "City of Bradford"),
    council("bradfordshire", "Bradfordshire"),
    council("medway", "Medway"),
    council("somerset", "Somerset"),
    council("north-somerset", "North Somerset"),
    council("bath-and-north-east-somerset", "Bath and North East Somerset"),
    council("bristol", "Bristol", official="Bristol, City of"),
    council("st-helens", "St Helens", official="St. Helens"),
    council("hammersmith-and-fulham", "Hammersmith and Fulham"),
    council("windsor-and-maidenhead", "Windsor and Maidenhead", "RBWM"),
    council("city-of-london", "City of London"),
    council("dorset", "Dorset")._replace(predecessors=("dorset-county",), first_day=date(2019, 4, 1)),
    council("dorset-county", "Dorset County", "Dorset County Council")._replace(
        successors=("dorset",),
        last_day=date(2019, 3, 31),
    ),
]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kingston Upon Hull City Council", "kingston-upon-hull"),
        ("Hull", "kingston-upon-hull"),
        ("Royal Borough of Kingston upon Thames Council", "kingston-upon-thames"),
        ("Durham County Council", "durham"),
        ("Bradford Children and Families Trust", "bradford"),
        ("City of Bradford Metropolitan District Council", "bradford"),
        ("Medway Children's Services", "medway"),
        ("Bath and North East Somerset", "bath-and-north-east-somerset"),
        ("North Somerset", "north-somerset"),
        ("Somerset Council", "somerset"),
        ("Bristol City of", "bristol"),
        ("St. Helens Metropolitan Borough Council", "st-helens"),
        ("London Borough of Hammersmith & Fulham", "hammersmith-and-fulham"),
        ("The Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"),
        ("City of London", "city-of-london"),
        ("Bradford shire", "bradfordshire"),
        ("Nor th Somerset", "north-somerset"),
        ("1North Somerset", "north-somerset"),
        ("NorthSomersetCouncil", "north-somerset"),
        ("North\u200bSomerset", "north-somerset"),
    ],
)
def test_names_as_titles_write_them(title: str, slug: str) -> None:
    found = identify(title, COUNCILS)
    assert found
    assert found.slug == slug


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Exampleshire",
        "London Borough of Example",
        "Medwayshire",
        "South Somerset",
        "Somerset and Medway",
        "Medway Medway",
    ],
)
def test_no_council_is_guessed(title: str) -> None:
    assert identify(title, COUNCILS) is None


@pytest.mark.parametrize(
    ("title", "day", "slug"),
    [
        ("Dorset", date(2016, 3, 1), "dorset-county"),
        ("Dorset County Council", date(2016, 3, 1), "dorset-county"),
        ("Dorset", date(2021, 9, 27), "dorset"),
        ("Dorset Council", date(2019, 4, 1), "dorset"),
    ],
)
def test_the_day_tells_councils_of_one_name_apart(title: str, day: date, slug: str) -> None:
    found = identify(title, COUNCILS, day)
    assert found
    assert found.slug == slug


def test_two_councils_that_fit_equally_are_none() -> None:
    twins = [council("east", "Example"), council("west", "Example")]
    assert identify("Example Council", twins) is None
