"""All about one council, as text and as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ofsted_tui.core.dates import month_day
from ofsted_tui.core.judgement_result import judgement_rows
from ofsted_tui.core.model import Framework, Judgement
from ofsted_tui.core.standing import Standing
from ofsted_tui.output.council_profile import absent, profile
from ofsted_tui.output.due_words import window_words
from ofsted_tui.output.profile_text import render_profile

from .conftest import G, R, inspection


def at(repository, council, key):
    """A council at one of its inspections."""
    return profile(repository, repository.councils[council]).at(repository.inspections[key], repository)


def words(standing):
    return {judgement: (now.word, before.word) for judgement, now, before in judgement_rows(standing)}


def test_a_repeat_stands_under_its_ask_in_the_text_and_in_json(repository):
    lambeth = at(repository, "lambeth", "lambeth-2026-03-10")
    before = lambeth.repeats[0].earlier[0]
    earlier = f"{month_day(before.published)}: "
    assert "\n  ↺ also asked in " in render_profile(lambeth, "table")
    assert earlier in render_profile(lambeth, "table")
    assert "\n  - ↺ also asked in " in render_profile(lambeth, "md")
    asked = [finding["also_asked"] for finding in json.loads(render_profile(lambeth, "json"))["findings"]]
    assert [] in asked
    assert before.key in {earlier["inspection"] for chain in asked for earlier in chain}


@pytest.mark.parametrize("day", [None, date(2018, 3, 4)])
@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_every_form_to_read_says_as_at_when(country, form, day):
    said = {None: "As at 1 July 2026.", date(2018, 3, 4): "As at 4 March 2018."}[day]
    assert said in render_profile(profile(country, country.councils["alder"], day), form)


def test_columns_bear_the_days_alone(country):
    text = render_profile(profile(country, country.councils["alder"]), "table")
    assert "Judgement                         1 May 2019  1 Jun 2015" in text
    assert "Now" not in text


def test_a_judgement_that_the_framework_has_not_is_a_dash(repository):
    newest = repository.inspections["lambeth-2026-03-10"]
    said = words(Standing(repository.councils["lambeth"], newest, repository.inspections["lambeth-2022-12-16"]))
    assert said[Judgement.IN_CARE_AND_CARE_LEAVERS] == ("–", "Requires improvement")
    assert said[Judgement.CARE_LEAVERS] == ("Outstanding", "–")
    assert Judgement.ADOPTION not in said


@pytest.mark.parametrize(
    ("key", "unjudged"),
    [
        ("city-of-london-2016-09-20", {Judgement.ADOPTION}),
        ("isles-of-scilly-2016-06-27", {Judgement.LOOKED_AFTER, Judgement.ADOPTION, Judgement.CARE_LEAVERS}),
        ("surrey-2015-06-03", set()),  # its board was reviewed in a report of its own
    ],
)
def test_what_a_report_left_out_is_not_judged(repository, key, unjudged):
    held = repository.inspections[key]
    said = words(Standing(repository.councils[held.council], held))
    assert {judgement for judgement, (now, _) in said.items() if now == "not judged"} == unjudged
    assert "–" not in {now for now, _ in said.values()}


def test_of_what_the_user_added_nothing_is_said_to_be_unjudged(country):
    own = inspection("alder", "2024-01-01", G)._replace(source="own")
    assert words(Standing(country.councils["alder"], own)) == {Judgement.OVERALL: ("Good", "–")}


def test_the_next_inspection_is_estimated_after_the_newest_alone(repository):
    leeds = profile(repository, repository.councils["leeds"])
    assert f"Next inspection (estimated): {window_words(leeds.due)}" in render_profile(leeds, "table")
    assert leeds.at(leeds.previous, repository).due is None
    assert leeds.at(leeds.previous, repository).at(leeds.inspection, repository).due == leeds.due
    assert profile(repository, repository.councils["leeds"], date(2025, 1, 1)).due is None
    assert profile(repository, repository.councils["poole"]).due is None


def test_the_estimate_is_the_one_of_the_due_list(repository):
    from ofsted_tui.analysis.next_inspections import due

    for one in due(repository):
        assert profile(repository, one.council).due == one


def test_inspections_after_the_day_are_marked(country):
    text = render_profile(profile(country, country.councils["alder"], date(2018, 1, 1)), "table")
    history = text.partition("Every inspection")[2]
    assert [line.endswith("later") for line in history.splitlines()[3:5]] == [True, False]
    assert "later" not in render_profile(profile(country, country.councils["alder"]), "table")


def test_councils_that_became_others_are_told_with_commas(repository):
    councils = repository.councils
    bcp = "Bournemouth, Christchurch and Poole"
    assert "replacing Bournemouth, Dorset County and Poole." in absent(
        repository, councils["bournemouth-christchurch-and-poole"]
    )
    assert (
        absent(repository, councils["dorset-county"])
        == f"Dorset County existed until 31 March 2019; replaced by {bcp}, and Dorset."
    )


def test_the_form_says_which_judgements_it_has():
    sif = inspection("alder", "2016-01-01", R, Framework.SIF, grades={Judgement.LSCB: G})
    assert sif.judges(Judgement.ADOPTION)
    assert sif.judges(Judgement.LSCB)
    assert not sif.judges(Judgement.IN_CARE)


@pytest.mark.parametrize(
    ("start", "published", "form"),
    [
        ("2022-12-31", "2023-03-01", "ILACS 2018"),
        ("2023-01-01", "2023-03-01", "ILACS 2023"),
        ("2026-03-31", "2026-06-18", "ILACS 2023"),  # eight such reports of spring 2026 still carry overall
        ("2026-04-01", "2026-06-18", "ILACS 2026"),
        (None, "2022-12-31", "ILACS 2018"),
        (None, "2023-01-01", "ILACS 2023"),
        (None, "2026-03-31", "ILACS 2023"),
        (None, "2026-04-01", "ILACS 2026"),
    ],
)
def test_the_form_goes_by_the_day_the_inspection_began_else_by_publication(start, published, form):
    begun = inspection("alder", published, G, start=date.fromisoformat(start) if start else None)
    assert begun.form == form
    assert begun.judges(Judgement.IN_CARE_AND_CARE_LEAVERS) is (form == "ILACS 2018")
    assert begun.judges(Judgement.IN_CARE) is begun.judges(Judgement.CARE_LEAVERS) is (form != "ILACS 2018")
