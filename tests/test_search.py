"""Search by name: whatever people call a council, a few letters find it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.core.councils import SortKey
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.search import UnknownCouncil, council_named, fold, rank

from .conftest import BIRCH, ELM, council


@pytest.mark.parametrize(
    ("phrase", "folded"),
    [
        ("Kensington & Chelsea", "kensington and chelsea"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("St. Helens", "st helens"),
        ("King’s  Lynn", "kings lynn"),
        ("ÉCLAIR", "eclair"),
        ("[/x", "x"),
        ("   ", ""),
    ],
)
def test_folding(phrase, folded):
    assert fold(phrase) == folded


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_folded_as_any_other(text):
    assert fold(f"é {text}") == f"e {fold(text)}".strip()


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("hull", "Hull"),
        ("bris", "Bristol"),
        ("bcp", "Bournemouth, Christchurch and Poole"),
        ("bwd", "Blackburn with Darwen"),
        ("county durham", "Durham"),
        ("corporation", "City of London"),
        ("telf", "Telford and Wrekin"),
        ("wind", "Windsor and Maidenhead"),
        ("rbkc", "Kensington and Chelsea"),
        ("k&c", "Kensington and Chelsea"),
        ("lbrut", "Richmond upon Thames"),
        ("saint helens", "St Helens"),
        ("st helens", "St Helens"),
        ("dag bark", "Barking and Dagenham"),
        ("stoke on", "Stoke-on-Trent"),
        ("banes", "Bath and North East Somerset"),
        ("rbwm", "Windsor and Maidenhead"),
        ("ne lincs", "North East Lincolnshire"),
        ("s glos", "South Gloucestershire"),
        ("leics", "Leicestershire"),
        ("city of bristol", "Bristol"),
        ("kingston upon hull", "Hull"),
    ],
)
def test_what_people_type_finds_the_council_first(repository, phrase, first):
    assert next(iter(repository.as_at().matching(phrase))).council.name == first


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("elm", 0),
        ("elmchester", 0),  # the whole of any name
        ("el", 1),
        ("elmch", 2),
        ("elm c", 2),  # the official name counts as an alias
        ("city", 3),
        ("of elm", 3),
        ("chester", 4),
        ("elmchester city", None),  # two names together
    ],
)
def test_how_well_a_phrase_names_a_council(phrase, place):
    """Elm is “Elm, City of” in official lists, and some call it Elmchester."""
    assert rank(ELM, phrase) == place


def test_what_a_name_begins_with_comes_before_what_an_alias_begins_with(country):
    other = council("ash", "Ash", aliases=("Elmo",))
    everyone = Repository((*country.councils.values(), other), country.inspections.values(), Findings())
    found = everyone.as_at().sorted_by(SortKey.NAME).matching("el")
    assert [standing.council.name for standing in found][:2] == ["Elm", "Ash"]


def test_every_council_stands_among_the_first_after_four_keys_of_any_of_its_names(repository):
    """Four keys, `/` not counted, bring it onto the first screen of the list at 80×24."""
    councils = repository.as_at()
    for standing in councils:
        council = standing.council
        for name in (council.name, *council.aliases):
            found = [s.council.slug for s in councils.matching(name[:4])]
            assert council.slug in found[:19], (name, found)


def test_words_in_any_order_must_stand_in_one_name(repository):
    assert not list(repository.as_at().matching("barking chelsea"))


def test_an_empty_phrase_keeps_everything(repository):
    assert len(repository.as_at().matching("  ")) == 153


@given(st.text(max_size=40))
def test_any_phrase_is_answered(phrase):
    assert rank(BIRCH, phrase) in (0, 1, 2, 3, 4, None)


def test_a_council_can_be_named_by_key_code_or_part_of_its_name(repository):
    councils = list(repository.councils.values())
    assert council_named("leeds", councils).name == "Leeds"
    assert council_named("E08000035", councils).name == "Leeds"
    assert council_named("BLACKBURN", councils).name == "Blackburn with Darwen"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("80481", "Leeds"),  # its URN
        (" 383 ", "Leeds"),  # its DfE number
        ("E08000035", "Leeds"),
        ("Leeds City Council", "Leeds"),
        ("Durham County Council", "Durham"),
        ("London Borough of Lambeth", "Lambeth"),
        ("Royal Borough of Kensington & Chelsea", "Kensington and Chelsea"),
        ("City of London", "City of London"),
        ("Dorset Council", "Dorset"),
    ],
)
def test_a_council_is_named_as_tables_name_it(repository, phrase, name):
    assert repository.council(phrase).name == name


@pytest.mark.parametrize("phrase", ["city council", "london borough of", "80", "of", "north council"])
def test_words_for_a_kind_of_council_name_none(repository, phrase):
    with pytest.raises(UnknownCouncil, match=f"“{phrase}”"):
        repository.council(phrase)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lambth", ["Lambeth"]),
        ("brimingham", ["Birmingham"]),
        ("hammersmth", ["Hammersmith and Fulham"]),
        ("nothumberland", ["Northumberland"]),
        ("harringay", ["Haringey"]),
        ("leads", ["Leeds"]),
        ("tynside", ["North Tyneside", "South Tyneside"]),
        ("care leavers", []),
        ("housing", []),
        ("police", []),
        ("lambeth", []),  # names a council: nothing is misspelt
        ("", []),
    ],
)
def test_a_misspelt_name_offers_the_councils_spelt_like_it(repository, typed, meant):
    assert [council.name for council in repository.nearest(typed)] == meant


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("lambth", "Did you mean Lambeth"),
        ("north", "matches several councils"),
        ("xyzzy", "No council is called “xyzzy”."),
        ("", "No council is called"),
    ],
)
def test_an_unknown_or_unclear_name_is_answered_with_the_nearest(repository, phrase, expected):
    with pytest.raises(UnknownCouncil, match=expected):
        council_named(phrase, repository.councils.values())
