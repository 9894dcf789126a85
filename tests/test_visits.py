"""Focused and monitoring visits: what is held of them, read late, and never counted as an inspection."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from ofsted_tui.core.visits import Visit, Visits, VisitType
from ofsted_tui.storage import dataset
from ofsted_tui.storage.data_errors import DataError


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A copy of the shipped data that the program takes for the shipped data."""
    folder = tmp_path / "data"
    shutil.copytree(dataset.shipped(), folder)
    monkeypatch.setattr(dataset, "shipped", lambda: folder)
    return folder


def test_all_visits_are_held_oldest_first(repository):
    visits = list(repository.visits.values())
    assert len(visits) == 447
    assert [visit.day for visit in visits] == sorted(visit.day for visit in visits)
    assert sum(visit.type is VisitType.FOCUSED for visit in visits) == 371


def test_a_council_has_its_visits_oldest_first(repository):
    assert [(visit.key, visit.type.value, visit.topics) for visit in repository.visits_of("bury")][:4] == [
        ("bury-2018-08-17", "focused visit", ("front-door",)),
        ("bury-2019-08-23", "focused visit", ("vulnerable-adolescents",)),
        ("bury-2020-11-13", "focused visit", ("whole-service",)),
        ("bury-monitoring-2022-10-12", "monitoring visit", ("children-in-need-and-child-protection",)),
    ]


def test_a_council_without_visits_has_none_and_an_unknown_one_is_an_error(country):
    assert country.visits_of("alder") == ()
    with pytest.raises(KeyError):
        country.visits_of("atlantis")


def test_a_letter_may_look_at_more_than_one_thing(repository):
    assert repository.visits["ealing-2018-11-16"].topics == ("children-in-care", "permanence", "care-leavers")


def test_priority_action_is_not_known_without_a_letter(repository):
    known = {visit.type: {v.priority_action for v in repository.visits.values() if v.type is visit.type}
             for visit in repository.visits.values()}  # fmt: skip
    assert known == {VisitType.FOCUSED: {True, False}, VisitType.MONITORING: {None}}


def test_a_monitoring_visit_is_dated_by_its_start_where_its_letter_is_not_known(repository):
    visit = repository.visits["bury-monitoring-2022-10-12"]
    assert (visit.published, visit.day) == (None, date(2022, 10, 12))


def test_visits_are_read_when_first_asked_for(shipped):
    (shipped / "visits.csv").unlink()
    (shipped / "visit_findings.csv").unlink()
    repository = dataset.load()
    assert len(repository.as_at()) == 153
    with pytest.raises(DataError, match=r"visits\.csv: expected this table to be in the folder"):
        _ = repository.visits


def test_what_a_letter_says_is_read_by_visit(shipped):
    row = (
        "bury-2018-08-17,praise,help_and_protection,front-door,,,Contacts are screened promptly.,,1,bury-2018-08-17/1\n"
    )
    with (shipped / "visit_findings.csv").open("a", encoding="utf-8") as table:
        table.write(row)
    repository = dataset.load()
    (finding,) = repository.findings_of_visit(repository.visits["bury-2018-08-17"])
    assert (finding.text, finding.inspection) == ("Contacts are screened promptly.", "bury-2018-08-17")
    assert finding not in set(repository.findings)


def test_visits_laid_over_take_the_place_of_those_of_the_same_key():
    held = Visit("alder-2018-01-10", "alder", VisitType.FOCUSED, date(2018, 1, 3), published=date(2018, 1, 10))
    mine = held._replace(topics=("permanence",), source="own")
    both = Visits(lambda: [held]).overlaid([mine], {})
    assert list(both.by_key.values()) == [mine]
