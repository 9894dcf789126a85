"""Focused and monitoring visits: what is held of them, read late, and never counted as an inspection."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise

import pytest

from ofsted_tui.analysis.council_visits import CouncilVisits
from ofsted_tui.analysis.finding_search import FindingQuery, find_findings, search_findings, search_visit_findings
from ofsted_tui.analysis.repeats import asks_between, every_earlier_ask, repeated_asks
from ofsted_tui.analysis.visits import VisitQuery, find_visits, last_visit
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Grade, Kind, Repeat
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.visits import TOPICS, Visit, Visits, VisitType, topic_short
from ofsted_tui.output.analysis_rows import visit_repeat_list
from ofsted_tui.output.council_profile import profile
from ofsted_tui.output.repeat_words import also_asked
from ofsted_tui.storage import shipped_data
from ofsted_tui.storage.data_errors import DataError
from ofsted_tui.storage.library import Addition, Library
from ofsted_tui.storage.schema import VISIT_FINDING_COLUMNS

from .conftest import ALDER, finding, inspection


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A copy of the shipped data that the program takes for the shipped data."""
    folder = tmp_path / "data"
    shutil.copytree(shipped_data.folder(), folder)
    monkeypatch.setattr(shipped_data, "_place", lambda: f"{folder}/")
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
    repository = shipped_data.load()
    assert len(repository.as_at()) == 153
    with pytest.raises(DataError, match=r"visits\.csv: expected this table, which comes with the program"):
        _ = repository.visits


@pytest.mark.parametrize("council", ["leeds", "barking-and-dagenham"])
def test_a_council_is_shown_before_any_visit_is_read(shipped, council):
    """The first screen waits for no table but those that it shows."""
    (shipped / "visits.csv").unlink()
    repository = shipped_data.load()
    found = profile(repository, repository.councils[council])
    assert found.inspection
    with pytest.raises(DataError):
        _ = found.visits.since


def test_a_library_with_visits_of_ones_own_does_not_read_the_others(shipped):
    (shipped / "visits.csv").unlink()
    mine = visit("leeds", "2030-01-12", "permanence")
    repository = Library(visits=(Addition(mine, "letter.pdf", date(2030, 2, 1)),)).over(shipped_data.load())
    assert len(repository.as_at()) == 153
    with pytest.raises(DataError):
        _ = repository.visits


def test_what_a_letter_says_is_read_by_visit(shipped):
    row = (
        "bury-2018-08-17,praise,help_and_protection,front-door,,,Contacts are screened promptly.,,1,bury-2018-08-17/1\n"
    )
    head = ",".join(VISIT_FINDING_COLUMNS)
    (shipped / "visit_findings.csv").write_text(f"{head}\n{row}", encoding="utf-8")
    repository = shipped_data.load()
    (finding,) = repository.findings_of_visit(repository.visits["bury-2018-08-17"])
    assert (finding.text, finding.inspection) == ("Contacts are screened promptly.", "bury-2018-08-17")
    assert finding not in set(repository.findings)


@pytest.mark.parametrize("left", ["", "inspection", "inspection,kind\nleeds-2022-04-12"])
def test_a_table_that_is_cut_while_the_program_runs_ends_nothing(shipped, left):
    """As an editor does that writes a file in place: a mapped file would end the process."""
    repository = shipped_data.load()
    assert repository.findings.for_inspection("bury-2021-12-17")
    (shipped / "findings.csv").write_text(left, encoding="utf-8")
    assert repository.findings.for_inspection("bury-2016-05-16") == ()


def test_of_visits_laid_over_the_table_only_those_meant_so_take_a_rows_place():
    held = Visit("alder-2018-01-10", "alder", VisitType.FOCUSED, date(2018, 1, 3), published=date(2018, 1, 10))
    mine = held._replace(topics=("permanence",), source="own")
    table = Visits(lambda: [held])
    assert list(table.overlaid({mine: ()}).by_key.values()) == [held]
    assert list(table.overlaid({mine: ()}, [mine.key]).by_key.values()) == [mine]


def visit(council, published, *topics, **more):
    """A focused visit a month before its letter."""
    day = date.fromisoformat(published)
    return Visit(f"{council}-{published}", council, more.pop("type", VisitType.FOCUSED), day.replace(day=1),
                 published=day, topics=topics, source="letter", **more)  # fmt: skip


VISITS = (
    visit("alder", "2018-02-20", "front-door"),
    visit("alder", "2021-02-20", "care-leavers", "permanence", priority_action=True),
    visit("birch", "2023-03-20", "care-leavers"),
)
SAID = (
    finding(
        "alder-2021-02-20", Kind.IMPROVEMENT, "Review every plan of a care leaver on time.", theme="pathway-planning"
    ),
    finding(
        "birch-2023-03-20", Kind.PRAISE, "Plans of care leavers are lively and up to date.", theme="pathway-planning"
    ),
    finding("birch-2023-03-20", Kind.PRAISE, "Young people have good homes.", theme="accommodation"),
)


def with_visits(repository, visits=VISITS, said=SAID):
    """The same data with these visits in it, and no others."""
    return Repository(
        repository.councils.values(), repository.inspections.values(), repository.findings, repository.reported,
        repository.tiles, repository.summaries, Visits(lambda: visits, lambda: Findings.from_findings(said)),
        repository.repeats,
    )  # fmt: skip


@pytest.fixture
def visited(country):
    return with_visits(country)


def with_repeats():
    """Alder asked the same thing by a report of 2019, a letter of 2021 and a report of 2025."""
    asks = [finding(key, Kind.IMPROVEMENT, f"Ask for it in {key[6:10]}.", key=f"{key}/1")
            for key in ("alder-2019-05-01", "alder-2021-02-20", "alder-2025-05-05")]  # fmt: skip
    reports = [inspection("alder", day, Grade.GOOD) for day in ("2019-05-01", "2025-05-05")]
    again = [Repeat(later.key, earlier.key) for earlier, later in pairwise(asks)]
    letters = Visits(lambda: VISITS, lambda: Findings.from_findings(asks[1:2]), repeats={r.finding: r for r in again})
    return Repository([ALDER], reports, Findings.from_findings([asks[0], asks[2]]), visits=letters,
                      repeats={asks[2].key: Repeat(asks[2].key, asks[0].key)})  # fmt: skip


def test_an_ask_of_a_letter_that_came_again_is_told_in_the_later_report_and_the_reverse():
    alder = with_repeats()
    report, letter = alder.finding("alder-2025-05-05/1"), alder.finding("alder-2021-02-20/1")
    told = [(ask.published.year, ask.on_a_visit) for ask in every_earlier_ask(alder, report)]
    assert told == [(2021, True), (2019, False)]
    assert [(ask.published.year, ask.on_a_visit) for ask in every_earlier_ask(alder, letter)] == [(2019, False)]
    shown = profile(alder, alder.councils["alder"])
    assert also_asked(shown.earlier_asks(report)) == (
        "↺ also asked in May 2019, Feb 2021 (visit): Ask for it in 2021."
    )  # fmt: skip


def test_what_is_counted_of_repeats_is_counted_of_reports_alone():
    alder = with_repeats()
    [repeat] = repeated_asks(alder, alder.inspections["alder-2025-05-05"])
    assert [ask.published.year for ask in repeat.earlier] == [2019]
    assert [(ask.finding.key, ask.earlier[0].finding.key) for _, ask in asks_between(alder)] == [
        ("alder-2025-05-05/1", "alder-2021-02-20/1"), ("alder-2021-02-20/1", "alder-2019-05-01/1"),
    ]  # fmt: skip


def test_of_two_asks_the_days_of_both_are_told():
    """The later one's too: its number alone says little."""
    alder = with_repeats()
    told = visit_repeat_list(alder, alder.councils["alder"])
    assert told.display_columns == ("published", "text", "earlier_published", "earlier_text")
    assert told.only(("published", "earlier_published")).rows == (
        (date(2025, 5, 5), date(2021, 2, 20)), (date(2021, 2, 20), date(2019, 5, 1)),
    )  # fmt: skip


def test_visits_are_found_newest_first(visited):
    assert [v.key for v in find_visits(visited, VisitQuery(topics=frozenset({"care-leavers"})))] == [
        "birch-2023-03-20", "alder-2021-02-20",
    ]  # fmt: skip


def test_the_last_visit_is_as_at_a_day(visited):
    assert last_visit(visited, "alder", date(2020, 1, 1)).key == "alder-2018-02-20"
    assert last_visit(visited, "alder", date(2018, 1, 1)) is None


def test_since_an_inspection_are_the_visits_that_began_after_it(visited):
    inspection = visited.inspections["alder-2019-05-01"]
    beside = CouncilVisits(visited.all_visits, "alder", date(2026, 1, 1), inspection, {})
    assert [v.key for v in beside.since] == ["alder-2021-02-20"]
    assert [v.key for v in beside.every] == ["alder-2021-02-20", "alder-2018-02-20"]
    assert beside._replace(as_at=date(2020, 1, 1)).since == ()


def test_what_visits_found_is_searched_like_the_rest_and_told_apart(visited):
    query = FindingQuery("plans", kinds=frozenset({Kind.PRAISE, Kind.IMPROVEMENT}))
    assert [(hit.day.isoformat(), type(hit).__name__) for hit in find_findings(visited, query)] == [
        ("2023-03-20", "VisitHit"), ("2019-05-01", "Hit"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"phrase": "review plan"}, ["alder-2021-02-20"]),
        ({"themes": frozenset({"accommodation"})}, ["birch-2023-03-20"]),
        ({"councils": frozenset({"alder"})}, ["alder-2021-02-20"]),
        ({"topics": frozenset({"permanence"})}, ["alder-2021-02-20"]),
        ({"years": frozenset({2023}), "kinds": frozenset({Kind.PRAISE})}, ["birch-2023-03-20"] * 2),
        ({"until": date(2021, 2, 20)}, ["alder-2021-02-20"]),
        ({"grades": frozenset({Grade.GOOD})}, []),
        ({"grades": frozenset({None})}, []),
        ({"forms": frozenset({"ILACS 2018"})}, []),
    ],
)
def test_filters_narrow_what_visits_found(visited, narrowed, found):
    assert [hit.visit.key for hit in search_visit_findings(visited, FindingQuery(**narrowed))] == found


def test_a_topic_asks_for_visits_alone(visited):
    assert search_findings(visited, FindingQuery(topics=frozenset({"permanence"}))) == ()


def test_the_short_titles_of_topics_fit_a_column():
    assert max(len(topic_short(topic)) for topic in TOPICS) == 28
