"""National totals: what must come out, as at which day."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Framework, Judgement
from ofsted_tui.core.repository import Repository
from ofsted_tui.output.published_totals import reported_difference
from ofsted_tui.output.rows import other_counts, yearly_totals

from .conftest import G, I, N, O, R, inspection


@pytest.mark.parametrize(
    ("day", "framework", "expected", "councils"),
    [
        ("2015-01-20", Framework.SIF, (0, 10, 24, 7), 152),  # ADCS counted 41
        ("2015-06-30", Framework.SIF, (0, 14, 31, 14), 152),  # Ofsted's release: 59
        ("2017-12-08", None, (3, 52, 68, 29), 152),  # every council has a grade under the SIF
        ("2018-03-31", Framework.SIF, (3, 54, 72, 23), 152),  # Ofsted's release: 15% inadequate
        ("2025-06-30", None, (36, 67, 31, 19), 153),  # Ofsted's statistics as at 31 March 2025
        ("2026-08-20", None, (46, 61, 24, 11), 153),  # and 11 not given
    ],
)
def test_overall_totals(repository, day, framework, expected, councils):
    totals = repository.as_at(date.fromisoformat(day), framework).totals()
    assert tuple(totals.grades.get(grade, 0) for grade in (O, G, R, I)) == expected
    assert totals.councils == councils


def test_the_2026_framework_gives_no_overall_and_none_is_derived(repository):
    totals = repository.as_at(date(2026, 8, 20)).totals()
    assert totals.grades[N] == 11
    assert sum(totals.grades.values()) == totals.councils == 153


@pytest.mark.parametrize(
    ("judgement", "expected", "joint"),
    [
        (Judgement.LEADERSHIP, (60, 58, 27, 8), {}),
        (Judgement.HELP_AND_PROTECTION, (28, 76, 40, 9), {}),
        (Judgement.IN_CARE, (54, 68, 24, 5), {R: 2}),
        (Judgement.CARE_LEAVERS, (47, 63, 35, 6), {R: 2}),
    ],
)
def test_totals_of_the_judgements_on_20_august_2026(repository, judgement, expected, joint):
    totals = repository.as_at(date(2026, 8, 20)).totals(judgement)
    assert tuple(totals.grades.get(grade, 0) for grade in (O, G, R, I)) == expected
    assert totals.joint == joint


def test_the_first_sif_grade_of_each_council(repository):
    firsts = [i for i in repository.inspections.values() if i.framework is Framework.SIF and i.type == "first"]
    held = [i.grades[Judgement.OVERALL] for i in firsts]
    assert [held.count(grade) for grade in (O, G, R, I)] == [3, 51, 65, 33]


@pytest.mark.parametrize("judgement", list(Judgement))
@pytest.mark.parametrize("day", ["2013-01-01", "2014-06-30", "2017-12-08", "2019-04-01", "2021-04-01", "2026-08-20"])
def test_the_parts_always_add_up_to_the_number_of_councils(repository, day, judgement):
    totals = repository.as_at(date.fromisoformat(day)).totals(judgement)
    parts = sum(totals.grades.values()) + sum(totals.joint.values()) + totals.not_judged + totals.not_inspected
    assert parts == totals.councils


@pytest.mark.parametrize(
    ("day", "councils"),
    [("2019-03-31", 152), ("2019-04-01", 151), ("2021-03-31", 151), ("2021-04-01", 152), ("2023-04-01", 153)],
)
def test_councils_begin_and_end(repository, day, councils):
    assert len(repository.as_at(date.fromisoformat(day))) == councils


def test_a_new_council_inherits_no_grade(country):
    assert country.as_at(date(2019, 3, 31))["old-fir"].grade(Judgement.OVERALL) is G
    assert "old-fir" not in country.as_at(date(2019, 4, 1))
    assert country.as_at(date(2019, 4, 1))["new-fir"].inspection is None


def test_care_leavers_are_never_filled_from_the_joint_judgement(country):
    birch = country.as_at()["birch"]
    assert birch.grade(Judgement.CARE_LEAVERS) is None
    assert birch.joint_grade(Judgement.CARE_LEAVERS) is R
    assert country.as_at().totals(Judgement.CARE_LEAVERS).joint == {R: 1}


@pytest.mark.parametrize("alone", [Judgement.IN_CARE, Judgement.CARE_LEAVERS])
def test_a_joint_grade_never_stands_beside_one_that_was_given_alone(country, alone):
    """Neither for the judgement given alone, nor for the other of the two."""
    both = inspection("birch", "2024-01-01", G, grades={alone: G, Judgement.IN_CARE_AND_CARE_LEAVERS: R})
    councils = Repository([country.councils["birch"]], [both], Findings()).as_at()
    for judgement in (Judgement.IN_CARE, Judgement.CARE_LEAVERS):
        assert councils["birch"].joint_grade(judgement) is None
        assert councils.totals(judgement).joint == {}
    assert councils.totals(alone).grades == {G: 1}


def test_a_grade_that_stands_for_a_judgement_says_whether_it_is_joint(country):
    birch, cedar = country.as_at()["birch"], country.as_at()["cedar"]
    assert birch.given(Judgement.IN_CARE) == (R, True)
    assert cedar.given(Judgement.IN_CARE) == (G, False)
    assert birch.given(Judgement.IN_CARE_AND_CARE_LEAVERS) == (R, True)
    assert birch.given(Judgement.LEADERSHIP) is None


def test_on_1_april_2023_all_but_nine_councils_had_only_a_joint_grade_for_children_in_care(repository):
    given = [standing.given(Judgement.IN_CARE) for standing in repository.as_at(date(2023, 4, 1))]
    assert sum(one is not None and one.joint for one in given) == 144


def test_inspections_of_2009_to_2013_are_history_and_no_standing(country):
    assert country.as_at(date(2013, 1, 1))["birch"].inspection is None
    assert [i.framework.value for i in country.inspections_of("birch")] == ["SLAC", "SIF", "ILACS"]


def test_the_press_printed_one_inadequate_too_many(repository):
    difference = reported_difference(repository, repository.as_at(date(2017, 12, 8)), Judgement.OVERALL)
    assert difference is not None
    assert difference.brief == "press: 30 inadequate"
    assert "we count 29 of 152" in difference.sentence


def test_every_difference_from_a_published_total_is_told(repository):
    """Ofsted counts reports up to June: three more outstanding than were out by March, and three fewer RI."""
    difference = reported_difference(repository, repository.as_at(date(2025, 3, 31)), Judgement.OVERALL)
    assert difference is not None
    assert difference.brief == "Ofsted: 36 outstanding, 31 RI"
    assert difference.sentence == (
        "Ofsted reported 36 outstanding and 31 requires improvement for 31 March 2025; we count 33 and 34 of "
        "153 councils. Counts inspections up to 31 March 2025 whose report was published by 30 June 2025."
    )


def test_councils_without_a_grade_are_told_in_plain_words(repository):
    adoption = repository.as_at(date(2020, 1, 1)).totals(Judgement.ADOPTION)
    assert other_counts(adoption)[0] == f"{adoption.not_judged} not in their latest inspection"
    leavers = repository.as_at(date(2016, 1, 1)).totals(Judgement.CARE_LEAVERS)
    assert other_counts(leavers)[-1] == f"{leavers.not_inspected} with no full inspection yet"
    assert other_counts(repository.as_at().totals(Judgement.IN_CARE)) == ["2 judged jointly"]


@pytest.mark.parametrize("day", ["2017-12-07", "2025-06-30", "2026-08-20"])
def test_no_difference_is_claimed_where_nobody_printed_a_total(repository, day):
    assert reported_difference(repository, repository.as_at(date.fromisoformat(day)), Judgement.OVERALL) is None


def test_totals_by_year_end_on_the_last_day(repository):
    answer = yearly_totals(repository, Judgement.OVERALL, date(2026, 8, 20), None)
    years = [row[0] for row in answer.rows]
    assert years == [str(year) for year in range(2014, 2027)]
    assert [row[1] for row in answer.rows][-2:] == [date(2025, 12, 31), date(2026, 8, 20)]
