"""A visit gives no grade and changes none: with and without visits every figure is the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ofsted_tui.analysis.changes import changes, since_default
from ofsted_tui.analysis.compare import compare, with_neighbours
from ofsted_tui.analysis.finding_search import FindingQuery, facets, search_findings
from ofsted_tui.analysis.journeys import journeys, time_out
from ofsted_tui.analysis.next_inspections import due, gaps, hit_rate
from ofsted_tui.analysis.repeats import repeated_asks
from ofsted_tui.analysis.theme_repeats import repeats_by_theme
from ofsted_tui.analysis.themes import count_themes, theme_by
from ofsted_tui.analysis.totals_over_time import totals_over_time
from ofsted_tui.core.councils import SortKey
from ofsted_tui.core.model import Judgement, Kind
from ofsted_tui.core.visits import TOPICS, Visit, VisitType
from ofsted_tui.output import rows
from ofsted_tui.output.council_profile import profile

from .conftest import finding
from .test_visits import with_visits

DAYS = (date(2017, 12, 8), date(2021, 6, 1), date(2026, 8, 20))


def everywhere(repository):
    """A visit of every council beside each of its inspections, some with its very day, and one after the data's end."""
    late = repository.last_day + timedelta(days=40)
    days = {slug: {*(i.published for i in repository.inspections_of(slug)), late} for slug in repository.councils}
    return [
        Visit(f"{slug}-visited-{day}", slug, kind, day, day, day, (TOPICS[number % 7],), True, "letter")
        for slug in repository.councils
        for number, day in enumerate(sorted(days[slug]))
        for kind in (list(VisitType)[number % 2],)
    ]


@pytest.fixture(scope="module")
def without(repository):
    return with_visits(repository, (), ())


@pytest.fixture(scope="module")
def crowded(repository):
    visits = everywhere(repository)
    said = [
        finding(visit.key, kind, f"Neglect is {kind.value} of {visit.key}.", theme="neglect")
        for visit in visits
        for kind in Kind
    ]
    return with_visits(repository, visits, said)


@pytest.fixture(params=["repository", "crowded"])
def visited(request):
    """The shipped data, and the same with visits everywhere."""
    return request.getfixturevalue(request.param)


def test_there_are_visits_to_be_left_out(without, repository, crowded):
    assert (len(without.visits), len(repository.visits)) == (0, 447)
    assert len(crowded.visits) > 800
    assert len(list(crowded.all_visits.findings)) > 2400


def test_the_last_day_and_the_latest_inspections(visited, without):
    assert visited.last_day == without.last_day
    for day in DAYS:
        now, then = visited.as_at(day), without.as_at(day)
        assert [standing.inspection for standing in now] == [standing.inspection for standing in then]
    for slug in visited.councils:
        assert visited.inspections_of(slug) == without.inspections_of(slug)


@pytest.mark.parametrize("judgement", list(Judgement))
def test_totals_on_every_day_and_every_month(visited, without, judgement):
    for day in DAYS:
        assert visited.as_at(day).totals(judgement) == without.as_at(day).totals(judgement)
    assert totals_over_time(visited, judgement) == totals_over_time(without, judgement)


@pytest.mark.parametrize("order", list(SortKey))
def test_lists(visited, without, order):
    mine, theirs = (r.as_at().sorted_by(order, Judgement.OVERALL) for r in (visited, without))
    assert rows.council_list(mine) == rows.council_list(theirs)


@pytest.mark.parametrize("way", ["out", "up", "down", "all"])
def test_journeys(visited, without, way):
    for judgement in (Judgement.OVERALL, Judgement.CARE_LEAVERS):
        until = visited.last_day
        assert journeys(visited, way, judgement, until) == journeys(without, way, judgement, until)


def test_how_long_it_took(visited, without):
    assert time_out(visited, Judgement.OVERALL) == time_out(without, Judgement.OVERALL)


def test_windows_of_next_inspections_and_how_often_they_held(visited, without):
    assert due(visited) == due(without)
    assert gaps(visited, DAYS[1]) == gaps(without, DAYS[1])
    assert hit_rate(visited, DAYS[2]) == hit_rate(without, DAYS[2])


def test_repeats(visited, without):
    assert repeats_by_theme(visited) == repeats_by_theme(without)


def test_rates_of_themes(visited, without):
    for query in (FindingQuery(), FindingQuery(since=date(2023, 1, 1)), FindingQuery("neglect")):
        assert count_themes(visited, query) == count_themes(without, query)
        assert facets(visited, query, inspections=True) == facets(without, query, inspections=True)
    assert theme_by(visited, "neglect", "year", FindingQuery()) == theme_by(without, "neglect", "year", FindingQuery())


def test_findings_of_inspections(visited, without):
    assert list(visited.findings) == list(without.findings)
    assert search_findings(visited, FindingQuery("neglect")) == search_findings(without, FindingQuery("neglect"))


def test_changes_of_grades(visited, without):
    assert since_default(visited) == since_default(without)
    for since in DAYS[:2]:
        assert changes(visited, since) == changes(without, since)


def test_grades_and_themes_side_by_side(visited, without):
    mine, theirs = (compare(r, with_neighbours(r, "leeds")) for r in (visited, without))
    assert mine._replace(last_visits=()) == theirs._replace(last_visits=())


def test_a_council_in_full_but_for_its_visits(visited, without):
    for slug in ("leeds", "bury", "slough", "bradford"):
        mine, theirs = (profile(r, r.councils[slug]) for r in (visited, without))
        left_out = {"find_visits": None, "repeats": (), "find_due": None}
        assert mine._replace(**left_out) == theirs._replace(**left_out)
        assert mine.due == theirs.due
        assert repeated_asks(visited, mine.inspection) == repeated_asks(without, theirs.inspection)
