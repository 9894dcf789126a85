"""The selection of councils: filtering, sorting, saying what it is."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.core.councils import Selection, SortKey
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.standing import Change

from .conftest import ALDER, BIRCH, CEDAR, G, I, N, O, R, inspection


def names(councils):
    return [standing.council.slug for standing in councils]


@pytest.mark.parametrize(
    ("order", "reverse", "expected"),
    [
        (SortKey.NAME, False, ["alder", "birch", "cedar", "city-of-elm", "new-fir"]),
        (SortKey.NAME, True, ["new-fir", "city-of-elm", "cedar", "birch", "alder"]),
        (SortKey.GRADE, False, ["cedar", "alder", "birch", "city-of-elm", "new-fir"]),
        (SortKey.GRADE, True, ["birch", "alder", "cedar", "city-of-elm", "new-fir"]),  # without a grade: last
        (SortKey.DATE, False, ["city-of-elm", "cedar", "birch", "alder", "new-fir"]),
        (SortKey.WAITING, False, ["alder", "birch", "cedar", "city-of-elm", "new-fir"]),
        (SortKey.REGION, False, ["birch", "cedar", "alder", "city-of-elm", "new-fir"]),
    ],
)
def test_sorting(country, order, reverse, expected):
    assert names(country.as_at().sorted_by(order, reverse=reverse)) == expected


def test_the_wait_runs_from_the_first_day_on_site_not_from_publication():
    """Alder's report came out before Birch's, of which the inspection began first."""
    seen = [
        inspection("alder", "2024-06-01", Grade.GOOD, start=date(2024, 4, 15)),
        inspection("birch", "2024-06-10", Grade.GOOD, start=date(2024, 4, 1)),
        inspection("cedar", "2024-04-08", Grade.GOOD),  # where the start is not known, publication must do
    ]
    councils = Repository((ALDER, BIRCH, CEDAR), seen, Findings()).as_at()
    assert names(councils.sorted_by(SortKey.WAITING)) == ["birch", "cedar", "alder"]
    assert names(councils.sorted_by(SortKey.WAITING, reverse=True)) == ["alder", "cedar", "birch"]
    assert names(councils.sorted_by(SortKey.DATE)) == ["birch", "alder", "cedar"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(grades=frozenset({Grade.GOOD, Grade.OUTSTANDING})), ["alder", "cedar"]),
        (Selection(grades=frozenset({Grade.GOOD}), judgement=Judgement.IN_CARE), ["cedar"]),
        (Selection(regions=frozenset({"London"})), ["birch", "cedar"]),
        (Selection(phrase="thorn"), ["birch"]),
        (Selection(phrase="r", regions=frozenset({"South West"})), ["city-of-elm", "new-fir"]),
        (Selection(only=frozenset({"alder"})), ["alder"]),
    ],
)
def test_filtering(country, selection, expected):
    assert sorted(names(country.as_at().where(selection))) == expected


def test_the_best_names_come_first_while_searching(country):
    ordered = country.as_at().sorted_by(SortKey.NAME, reverse=True)
    assert names(ordered.matching("elm")) == ["city-of-elm"]
    assert names(ordered.matching("r"))[0] != names(ordered)[0]


def test_change_is_against_the_same_judgement_of_the_inspection_before(country):
    now = country.as_at()
    assert now["alder"].change(Judgement.OVERALL) is Change.UP
    assert now["birch"].change(Judgement.OVERALL) is Change.UP
    assert now["cedar"].change(Judgement.OVERALL) is None
    assert now["city-of-elm"].change(Judgement.OVERALL) is None  # not given: nothing to compare


def test_it_says_what_it_is(country):
    chosen = country.as_at(date(2024, 6, 1)).where(
        Selection(phrase="ce", grades=frozenset({Grade.OUTSTANDING}), regions=frozenset({"London"}))
    )
    assert chosen.describe() == (
        "1 council named “ce”, judged outstanding for overall effectiveness, in London as at 1 June 2024, by name"
    )


def test_grades_and_orders_are_told_in_sentences(country):
    both = Selection(grades=frozenset({Grade.NOT_GIVEN, Grade.REQUIRES_IMPROVEMENT}))
    assert (
        both.describe()
        == "judged requires improvement for overall effectiveness or with overall effectiveness not given"
    )
    board = Selection(grades=frozenset({Grade.GOOD}), judgement=Judgement.LSCB)
    assert board.describe() == "judged good for safeguarding board (LSCB)"
    assert country.as_at().sorted_by(SortKey.DATE, reverse=True).describe().endswith(", by date, oldest first")
    by_grade = country.as_at().sorted_by(SortKey.GRADE).order_words()
    assert by_grade == "by grade; councils without an overall grade come last, fewest inadequate first"
    assert country.as_at(date(2025, 1, 1)).sorted_by(SortKey.GRADE).order_words() == "by grade"
    leaders = country.as_at().sorted_by(SortKey.GRADE, reverse=True).where(Selection(judgement=Judgement.LEADERSHIP))
    assert leaders.order_words() == "by grade for leadership, lowest first"


@pytest.mark.parametrize("reverse", [False, True])
def test_where_overall_is_not_given_the_four_judgements_order_a_group_of_its_own(repository, reverse):
    ordered = list(repository.as_at(date(2026, 8, 20)).sorted_by(SortKey.GRADE, reverse=reverse))
    four = {s.council.slug: "".join(grade.letter for grade in s.four_judgements) for s in ordered if s.four_judgements}
    assert [s.council.slug for s in ordered[-11:]] == list(four)
    best_first = list(four.values())[:: -1 if reverse else 1]
    assert best_first[0] == "OOOO"
    assert best_first[-2:] == ["RRRR", "IIGR"]
    counts = [tuple(letters.count(letter) for letter in "IRGO") for letters in best_first]
    assert counts == sorted(counts)


def test_two_inadequates_never_stand_above_four_that_require_improvement(country):
    form = (Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE, Judgement.CARE_LEAVERS)
    four = {"alder": (O, O, I, I), "birch": (R, R, R, R), "cedar": (O, G, R, R), "city-of-elm": (O, O, O, I)}
    seen = [
        inspection(slug, "2026-07-01", N, start=date(2026, 5, 4), grades=dict(zip(form, grades, strict=True)))
        for slug, grades in four.items()
    ]
    councils = Repository([country.councils[slug] for slug in four], seen, Findings()).as_at()
    assert names(councils.sorted_by(SortKey.GRADE)) == ["cedar", "birch", "city-of-elm", "alder"]
    assert names(councils.sorted_by(SortKey.GRADE, reverse=True)) == ["alder", "city-of-elm", "birch", "cedar"]


def test_by_another_judgement_all_have_grades_of_their_own(repository):
    ordered = repository.as_at(date(2026, 8, 20)).sorted_by(SortKey.GRADE, Judgement.LEADERSHIP)
    ranks = [s.grade(Judgement.LEADERSHIP).rank for s in ordered]
    assert ranks == sorted(ranks, reverse=True)


def test_councils_of_other_days_that_a_phrase_names(repository):
    def named(phrase, day=date(2026, 8, 20)):
        return [council.slug for council in repository.named_otherwise(phrase, day)]

    assert named("cumbria") == ["cumbria"]
    assert named("poole") == ["poole"]  # though BCP bears the name too
    assert named("north") == []  # Northamptonshire is not what is meant
    assert named("dorset") == []
    assert named("westmorland", date(2017, 12, 8)) == ["westmorland-and-furness"]
    assert named("&") == named("") == []


def test_only_judgements_that_are_held_are_offered(repository):
    held = repository.as_at(date(2017, 12, 8)).judgements()
    assert Judgement.ADOPTION in held
    assert Judgement.IN_CARE not in held
    assert Judgement.ADOPTION not in repository.as_at(date(2026, 8, 20)).judgements()
