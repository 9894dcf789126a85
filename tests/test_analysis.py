"""The analyses: one question each, the same figures on a screen and on the command line."""

from __future__ import annotations

import gc
from datetime import date
from itertools import pairwise
from weakref import ref

import pytest

from ofsted_tui.analysis.changes import changes, since_default
from ofsted_tui.analysis.compare import choose, compare, with_neighbours
from ofsted_tui.analysis.finding_hits import FoundBy
from ofsted_tui.analysis.finding_index import said_in_letters, said_in_reports
from ofsted_tui.analysis.finding_search import FindingQuery, facets, search_findings
from ofsted_tui.analysis.journeys import Outcome, TimeOut, journeys, median_years, moves, out_of_inadequate, time_out
from ofsted_tui.analysis.next_inspections import REPORT_AFTER, due, gaps, hit_rate
from ofsted_tui.analysis.repeats import repeated_asks
from ofsted_tui.analysis.spelling import well_spelt
from ofsted_tui.analysis.survival import Lengths
from ofsted_tui.analysis.theme_repeats import repeats_by_theme
from ofsted_tui.analysis.themes import BREAKDOWNS, count_themes, findings_of, forms_by_default, has_findings, theme_by
from ofsted_tui.analysis.totals_over_time import (
    a_year_from,
    counts_by_part,
    differences,
    good_or_better,
    month_ends,
    nearest_month,
    totals_over_time,
    with_day,
    year_ends,
)
from ofsted_tui.analysis.words_as_filters import read_words
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Framework, Grade, Judgement, Kind, Repeat
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.standing import Change
from ofsted_tui.output.analysis_rows import change_list, comparison_list, due_list, journey_list
from ofsted_tui.output.captions import (
    across_note,
    describe_journeys,
    fallen_back,
    how_long,
    no_journey,
    no_window,
    who_was_left_out,
    why_not_out,
    window_method,
)
from ofsted_tui.output.due_words import window_words
from ofsted_tui.output.finding_captions import across_frameworks_note, describe_query, reports_counted
from ofsted_tui.output.finding_rows import theme_list, theme_parts
from ofsted_tui.output.rows import council_list, monthly_totals, national_totals, regional_totals, yearly_totals

from .conftest import G, I, O, R, council, finding, inspection


def test_what_is_kept_of_the_answers_goes_with_the_data(repository):
    data = repository.with_findings(repository.findings, repository.all_visits)
    for words in ("plans", "reading plans"):
        read_words(data, FindingQuery(words))
    assert said_in_reports(data) is said_in_reports(data)
    assert said_in_letters(data) is not said_in_letters(repository)
    assert all((due(data), gaps(data), hit_rate(data), theme_by(data, "front-door", "year", FindingQuery())))
    assert well_spelt(data, FindingQuery("superviison")) == "supervision"
    left = ref(data)
    del data
    gc.collect()
    assert left() is None


def texts(hits):
    return [hit.finding.text[:20] for hit in hits]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (FindingQuery(), 7),
        (FindingQuery("plan actions"), 3),
        (FindingQuery("ACTIONS plan"), 3),
        (FindingQuery("superv"), 2),  # one in a text, one in a theme
        (FindingQuery("planning"), 4),  # a theme
        (FindingQuery(kinds=frozenset({Kind.CONCERN})), 1),
        (FindingQuery(themes=frozenset({"assessment"})), 1),
        (FindingQuery(regions=frozenset({"London"})), 3),
        (FindingQuery(councils=frozenset({"alder"})), 4),
        (FindingQuery(grades=frozenset({Grade.GOOD})), 3),
        (FindingQuery(frameworks=frozenset({Framework.SIF})), 1),
        (FindingQuery(forms=frozenset({"ILACS 2023"})), 1),
        (FindingQuery(years=frozenset({2019, 2024})), 4),
        (FindingQuery(judgements=frozenset({Judgement.IN_CARE})), 1),
        (FindingQuery(since=date(2022, 2, 2)), 3),  # the day itself counts
        (FindingQuery(since=date(2022, 2, 3)), 1),
        (FindingQuery(until=date(2019, 5, 1)), 4),  # as it does here
        (FindingQuery(until=date(2019, 4, 30)), 1),
        (FindingQuery("plan", kinds=frozenset({Kind.PRAISE}), regions=frozenset({"London"})), 1),
        (FindingQuery("[/x"), 0),
        (FindingQuery("?"), 7),  # a phrase without words is no phrase
    ],
)
def test_search_in_what_was_said(fuller_country, query, number):
    assert len(search_findings(fuller_country, query)) == number


def test_hits_come_newest_report_first(fuller_country):
    days = [hit.inspection.published for hit in search_findings(fuller_country, FindingQuery())]
    assert days == sorted(days, reverse=True)


def test_hits_by_the_name_of_the_theme_alone_come_last(fuller_country):
    hits = search_findings(fuller_country, FindingQuery("superv"))
    assert [(hit.council.slug, hit.by_theme) for hit in hits] == [("birch", False), ("alder", True)]
    assert not any(hit.by_theme for hit in search_findings(fuller_country, FindingQuery()))


def test_a_question_is_told_in_names_and_plain_words(fuller_country):
    asked = FindingQuery(
        "?", themes=frozenset({"homeless-16-17"}), councils=frozenset({"birch", "cedar", "alder", "city-of-elm"})
    )
    assert (
        describe_query(asked, fuller_country.councils)
        == "on homeless at 16 or 17, for Alder; Birch and Thorn and 2 more"
    )
    two = FindingQuery("plan", councils=frozenset({"birch", "cedar"}))
    assert describe_query(two, fuller_country.councils) == (
        "with “plan”, for Birch and Thorn; Cedar upon Stour, St Mary's and Great Rowan"
    )
    near = FindingQuery(councils=frozenset({"birch"}), neighbours_of="alder")
    assert describe_query(near, fuller_country.councils) == "for the statistical neighbours of Alder (2025 model)"


def test_frameworks_and_their_forms_add_up(fuller_country):
    asked = FindingQuery(frameworks=frozenset({Framework.SIF}), forms=frozenset({"ILACS 2023"}))
    assert {hit.inspection.form for hit in search_findings(fuller_country, asked)} == {"SIF", "ILACS 2023"}


def test_what_stands_behind_each_choice_whatever_is_ticked(fuller_country):
    counts = facets(fuller_country, FindingQuery("plan", kinds=frozenset({Kind.PRAISE})))
    assert counts["kinds"] == {Kind.PRAISE: 1, Kind.IMPROVEMENT: 3}
    assert counts["years"] == {2015: 1, 2019: 1, 2022: 1, 2024: 1}
    assert facets(fuller_country, FindingQuery(), inspections=True)["grades"] == {
        Grade.GOOD: 1,
        R: 2,
        Grade.OUTSTANDING: 1,
    }


ILACS = FindingQuery(frameworks=frozenset({Framework.ILACS}))


def test_themes_count_findings_and_the_inspections_that_have_them(fuller_country):
    counts = {count.theme: count for count in count_themes(fuller_country, FindingQuery())}
    plans = counts["planning-and-review"]
    assert plans.findings == {Kind.PRAISE: 1, Kind.IMPROVEMENT: 3, Kind.CONCERN: 0}
    assert (plans.asked_in, plans.inspections, plans.asks) == (3, 4, 4)
    assert counts["front-door"].findings[Kind.CONCERN] == 1


def test_shares_of_reports_and_of_asks_stand_side_by_side(repository):
    """From the SIF to the ILACS lists became shorter: most themes fall by reports, many of them rise by asks."""
    sif, ilacs = (
        {count.theme: count for count in count_themes(repository, FindingQuery(frameworks=frozenset({framework})))}
        for framework in (Framework.SIF, Framework.ILACS)
    )
    falling = [
        theme for theme in sif if theme in ilacs and ilacs[theme].percent_of_reports < sif[theme].percent_of_reports
    ]
    rising = [theme for theme in falling if ilacs[theme].percent_of_asks > sif[theme].percent_of_asks]
    assert len(falling) > 40
    assert len(rising) >= 10
    assert round(sum(count.percent_of_asks for count in ilacs.values())) == 100


def test_under_ten_reports_there_are_counts_and_no_percentages(fuller_country, repository):
    assert {(c.percent_of_reports, c.percent_of_asks) for c in count_themes(fuller_country, FindingQuery())} == {
        (None, None)
    }
    table = theme_list(count_themes(fuller_country, FindingQuery()), FindingQuery(), fuller_country)
    assert "percent_of_reports" not in table.display_columns
    assert "Fewer than 10 reports: no percentages." in table.caption
    years = {part.value: part.counted for part in theme_by(repository, "neglect", "year", ILACS)}
    assert years[2021].inspections < 10
    assert (years[2021].percent_of_reports, years[2021].percent_of_asks) == (None, None)
    assert years[2022].percent_of_reports is not None


def test_praise_and_concerns_have_no_rate(repository):
    """They are a selection by rule, so a percentage of them would say more of the rule than of the country."""
    table = theme_list(count_themes(repository, ILACS), ILACS, repository)
    assert [column for column in table.columns if "prai" in column or "concern" in column] == ["praise", "concerns"]
    assert {type(row[table.columns.index("praise")]) for row in table.rows} == {int}
    assert "Praise and concerns are our own selection" in table.caption


@pytest.mark.parametrize(
    ("query", "by", "across"),
    [
        (ILACS, "year", []),
        (FindingQuery(frameworks=frozenset({Framework.SIF})), "year", []),
        (FindingQuery(forms=frozenset({"ILACS 2018", "ILACS 2023"})), "year", []),  # one framework
        (FindingQuery(), "year", [2015, 2018]),  # in 2015 a review of a safeguarding board, beside the SIF
        (FindingQuery(until=date(2017, 12, 8)), "year", [2015]),
        (FindingQuery(), "framework", []),
        (FindingQuery(years=frozenset({2018}), regions=frozenset({"London"})), "region", ["London"]),
        (FindingQuery(found_by=frozenset({FoundBy.VISIT})), "year", []),
    ],
)
def test_parts_that_combine_inspections_under_different_frameworks_are_marked(repository, query, by, across):
    parts = theme_by(repository, "neglect", by, query)
    assert [part.value for part in parts if part.across_frameworks] == across


def test_a_caption_names_the_parts_that_combine_frameworks(repository):
    def note(by, **asked):
        return across_frameworks_note(theme_by(repository, "neglect", by, FindingQuery(**asked)))

    rest = "inspections under different frameworks, whose lists of improvements differ in length."
    assert note("year") == f"2015 and 2018 combine {rest}"
    assert note("year", until=date(2017, 12, 8)) == note("year", years=frozenset({2015})) == f"2015 combines {rest}"
    assert note("region") == f"Every row combines {rest}"
    assert note("framework") == ""


@pytest.mark.parametrize(
    ("day", "forms"),
    [
        (date(2026, 8, 20), {"ILACS 2018", "ILACS 2023", "ILACS 2026"}),
        (date(2018, 3, 12), {"ILACS 2018", "ILACS 2023", "ILACS 2026"}),  # the first report
        (date(2018, 3, 11), {"SIF"}),
        (date(2014, 2, 11), {"SIF"}),
        (date(2014, 2, 10), {"TLAC"}),
        (date(2013, 1, 1), set()),
    ],
)
def test_the_framework_in_force_is_counted_unless_others_are_chosen(repository, day, forms):
    assert forms_by_default(repository, day) == forms


def test_a_caption_of_themes_names_the_frameworks_counted(repository, fuller_country):
    query = FindingQuery(forms=forms_by_default(repository, repository.last_day))
    assert reports_counted(321, query, repository.councils) == "321 ILACS inspections"
    assert {count.inspections for count in count_themes(fuller_country, query)} == {3}
    both = FindingQuery(frameworks=frozenset({Framework.SIF}), forms=frozenset({"ILACS 2023"}))
    assert reports_counted(2, both, repository.councils) == "2 ILACS 2023 and SIF inspections"
    every = theme_list(count_themes(fuller_country, FindingQuery()), FindingQuery(), fuller_country)
    assert every.caption.startswith("4 inspections, under all frameworks, in reports up to 1 July 2026: ")


@pytest.mark.parametrize(
    ("until", "has"), [(date(2013, 8, 1), False), (date(2013, 8, 2), True), (date(2026, 1, 1), True)]
)
def test_inspections_have_findings_from_the_first_on(repository, until, has):
    assert has_findings(repository, until) is has


def test_themes_are_sorted_by_what_is_asked_praised_or_a_concern(fuller_country):
    assert [count_themes(fuller_country, FindingQuery(), kind)[0].theme for kind in (Kind.IMPROVEMENT, Kind.PRAISE, Kind.CONCERN)] == [
        "planning-and-review", "planning-and-review", "front-door"
    ]  # fmt: skip
    assert [count.theme for count in count_themes(fuller_country, FindingQuery(), Kind.PRAISE)[:2]] == [
        "planning-and-review", "supervision"
    ]  # fmt: skip


def test_every_count_opens_exactly_its_findings(repository):
    asked = FindingQuery(until=date(2026, 8, 20))
    for count in count_themes(repository, asked)[:8]:
        for kind, number in count.findings.items():
            assert len(search_findings(repository, findings_of(asked, count.theme, kind))) == number
    for by in BREAKDOWNS:
        for part in theme_by(repository, "lscb", by, asked):
            for kind, number in part.counted.findings.items():
                assert len(search_findings(repository, findings_of(asked, "lscb", kind, by, part.value))) == number


def test_grades_stand_in_their_order_and_none_is_one_of_them(repository):
    parts = theme_by(repository, "lscb", "grade", FindingQuery())
    assert [part.part for part in parts] == ["Outstanding", "Good", "Requires improvement", "Adequate", "Inadequate",
                                             "Not given", "No overall grade"]  # fmt: skip
    [without] = {hit.inspection.key for hit in search_findings(repository, FindingQuery(grades=frozenset({None})))}
    assert without == "surrey-2015-08-03"
    assert parts[-1].counted.inspections == 1


def test_rates_are_over_all_reports_that_fit_whatever_they_say(fuller_country):
    [count] = count_themes(
        fuller_country, FindingQuery(themes=frozenset({"assessment"}), kinds=frozenset({Kind.IMPROVEMENT}))
    )
    assert count.inspections == 4


def test_what_a_kind_leaves_out_is_unknown_and_not_nought(repository):
    for kind, left_out in (
        (Kind.PRAISE, ("asked_in", "percent_of_reports", "improvements", "percent_of_asks", "concerns")),
        (Kind.CONCERN, ("asked_in", "percent_of_reports", "improvements", "percent_of_asks", "praise")),
        (Kind.IMPROVEMENT, ("praise", "concerns")),
    ):
        query = ILACS._replace(kinds=frozenset({kind}))
        parts = theme_by(repository, "neglect", "region", query)
        for table in (
            theme_list(count_themes(repository, query), query, repository),
            theme_parts(parts, "neglect", "region", query, repository),
        ):  # fmt: skip
            empty = [column for column, *cells in zip(table.columns, *table.rows, strict=True) if set(cells) == {None}]
            assert empty == list(left_out)
            assert not {*left_out} & {*table.display_columns}


def test_a_caption_of_themes_tells_of_the_kinds_counted(repository):
    def caption(*kinds):
        query = ILACS._replace(kinds=frozenset(kinds), councils=frozenset({"leeds"}))
        return theme_list(count_themes(repository, query), query, repository).caption.split(": ", 1)[1]

    ours = "Praise and concerns are our own selection, so we only count them."
    few = "Fewer than 10 reports: no percentages."
    assert caption(Kind.PRAISE) == f"21 findings of praise. {ours}"
    assert caption(Kind.CONCERN) == f"2 findings of concern. {ours}"
    assert caption(Kind.PRAISE, Kind.CONCERN) == f"23 findings of concern or of praise. {ours}"
    assert caption(Kind.IMPROVEMENT) == f"8 improvements asked for in all. {few}"
    assert caption(Kind.IMPROVEMENT, Kind.PRAISE) == caption() == f"8 improvements asked for in all. {few} {ours}"


def test_rates_leave_out_reports_whose_list_stands_in_ofsteds_words(fuller_country):
    """Nobody has sorted these into themes, so they would make every theme look rarer than it is."""
    quoted = finding("city-of-elm-2026-07-01", Kind.IMPROVEMENT, "Plans for outings, which say who goes.", theme="")
    more = Repository(
        fuller_country.councils.values(),
        fuller_country.inspections.values(),
        fuller_country.findings.overlaid({quoted.inspection: (quoted,)}),
    )
    assert len(search_findings(more, FindingQuery())) == 8
    assert count_themes(more, FindingQuery()) == count_themes(fuller_country, FindingQuery())
    for by in BREAKDOWNS:
        assert theme_by(more, "assessment", by, FindingQuery()) == theme_by(
            fuller_country, "assessment", by, FindingQuery()
        )


def test_a_theme_can_be_parted(fuller_country):
    parts = {
        part.part: part.counted.asked_in
        for part in theme_by(fuller_country, "planning-and-review", "region", FindingQuery())
    }
    assert parts == {"London": 1, "North East": 2}
    assert [part.part for part in theme_by(fuller_country, "neglect", "year", FindingQuery())] == [
        "2015",
        "2019",
        "2022",
        "2024",
    ]


def test_journeys_out_of_inadequate(repository):
    """37 journeys with a median of 6.1 years, from the first inadequate to the next good, report to report."""
    found = out_of_inadequate(repository, Judgement.OVERALL)
    assert len(found) == 37
    assert round(median_years(found), 1) == 6.1
    assert found[0].council.name == "Lambeth"
    assert all(journey.grades[0] is Grade.INADEQUATE and journey.grades[1].rank >= 3 for journey in found)


def test_those_not_out_of_inadequate_yet_count_for_as_long_as_they_wait(repository):
    """64 spells: 37 finished, 27 not; 6.1 years for the finished alone, 7.3 with the others counted."""
    time = time_out(repository, Judgement.OVERALL)
    assert (len(time.finished), len(time.unfinished)) == (37, 27)
    assert (round(time.median_years, 1), round(time.estimate_years, 1)) == (6.1, 7.3)
    assert how_long(time) == (
        "Half of the 37 finished journeys took less than 6.1 years. Counting the 27 unfinished too, half take "
        "7.3 years or more (Kaplan–Meier estimate)."
    )
    assert how_long(time, brief=True) == (
        "Half of the 37 finished took under 6.1 years. Of all 64, half take 7.3 or more."
    )


def test_it_is_told_why_a_way_out_of_inadequate_is_not_finished(repository):
    time = time_out(repository, Judgement.OVERALL)
    without_answer = {one.council.slug for one in time.unfinished if one.outcome is Outcome.NOT_GIVEN}
    assert without_answer == {"blackpool", "liverpool", "middlesbrough", "south-tyneside", "trafford"}
    assert {one.council.slug for one in time.unfinished if one.outcome is Outcome.COUNCIL_ENDED} == {
        "cumbria", "northamptonshire"
    }  # fmt: skip
    assert why_not_out(time) == (
        "Not finished: 20 are still waiting, 5 were next inspected under the 2026 framework (no overall grade) and 2 "
        "councils were abolished."
    )


def test_a_way_that_a_joint_judgement_ends_is_no_longer_known(country):
    alder = [country.councils["alder"]]
    time = time_out(Repository(alder, _care_leavers(I, R, None), Findings()), Judgement.CARE_LEAVERS)
    [way] = time.unfinished
    assert (way.outcome, way.until) == (Outcome.JUDGED_JOINTLY, date(2016, 1, 1))
    assert time.estimate_years is None
    assert how_long(time) == "None has finished yet."


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        (Judgement.CARE_LEAVERS, "7 are still waiting and 14 were then judged jointly"),
        (Judgement.IN_CARE_AND_CARE_LEAVERS, "10 were then judged separately and 1 council was abolished"),
        (Judgement.LSCB, "24 were not given this judgement in their next inspection and 1 council was abolished"),
        (Judgement.ADOPTION, "6 were not given this judgement in their next inspection"),
        (Judgement.LOOKED_AFTER, "17 were not given this judgement in their next inspection"),
    ],
)
def test_how_the_next_inspection_judged_is_told_as_it_was(repository, judgement, words):
    """The joint judgement was parted in two, not joined; boards and adoption were never judged jointly."""
    assert why_not_out(time_out(repository, judgement)) == f"Not finished: {words}."


def test_a_caption_without_journeys_says_why_and_not_how_they_are_counted(repository):
    def caption(judgement, day=repository.last_day):
        return journey_list(repository, (), "out", judgement, day).caption

    assert caption(Judgement.LSCB) == (
        "0 journeys from inadequate to good or outstanding, for safeguarding board (LSCB), in reports up to 20 August "
        "2026. Not finished: 24 were not given this judgement in their next inspection and 1 council was abolished."
    )
    assert caption(Judgement.OVERALL, date(2013, 12, 31)).endswith(
        "in reports up to 31 December 2013. No report on a whole service (SIF or later) had been published by "
        "31 December 2013."
    )
    assert caption(Judgement.SAFEGUARDING).endswith(
        "No council had been judged twice in a row on safeguarding by 20 August 2026."
    )


def test_a_median_is_said_so_that_the_number_behind_it_makes_sense(repository):
    two = time_out(repository, Judgement.CARE_LEAVERS)
    assert how_long(two) == (
        "The median of the 2 finished journeys is 2.8 years. Of all 23, fewer than half have finished so far."
    )
    one = TimeOut(two.finished[:1], ())
    assert how_long(one).startswith("The one finished journey took ")


def test_moves_across_frameworks_are_marked_as_such(repository):
    """98 of the 205 moves up or down lead from the single inspection framework to the ILACS."""
    up_or_down = [step for way in ("up", "down") for step in journeys(repository, way, Judgement.OVERALL)]
    assert len(up_or_down) == 205
    assert across_note(up_or_down) == "98 of 205 go from SIF to ILACS; the two frameworks judge differently."
    table = journey_list(repository, up_or_down, "up", Judgement.OVERALL, repository.last_day)
    assert sum(row[table.columns.index("across_frameworks")] for row in table.rows) == 98
    assert "across_frameworks" in table.display_columns


def test_changes_across_frameworks_are_marked_as_such(repository):
    """450 of 1,094 comparisons since 2014 lead from the single inspection framework to the ILACS."""
    table = change_list(repository, repository.first_day)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert sum(row["across_frameworks"] for row in rows) == 450
    assert "450 of 1,094 comparisons go from SIF to ILACS; the two frameworks judge differently." in table.caption
    for row in rows:
        assert bool(row["before_framework"]) == bool(row["before"])
        if row["across_frameworks"]:
            assert row["before_framework"] is Framework.SIF
            assert repository.inspections[row["inspection"]].framework is Framework.ILACS
    leeds = change_list(repository, date(2018, 12, 18), date(2018, 12, 18))
    assert leeds.caption == (
        "1 inspection published on 18 December 2018. 3 of 3 comparisons go from SIF to ILACS; the two frameworks judge "
        "differently."
    )
    assert "across_frameworks" in leeds.display_columns
    within = change_list(repository, date(2026, 7, 1))
    assert "across_frameworks" not in within.display_columns
    assert "SIF" not in within.caption


def test_lengths_count_those_that_are_not_over():
    """Worked by hand: of 5, one ends at 2, one at 4; at 3 one is lost from sight, at 5 two."""
    lengths = Lengths(finished=(2, 4), waiting=(3, 5, 5))
    assert lengths.reached_by(0.2) == 2
    assert lengths.reached_by(0.21) == 4
    assert lengths.reached_by(0.46) == 4  # 1 - 4/5 * 2/3 = 0.467
    assert lengths.reached_by(0.47) is None
    assert lengths.reached_by(0.3, longer_than=2) == 4
    assert Lengths(()).reached_by(0.5) is None


def test_no_journey_without_grades(country):
    assert out_of_inadequate(country, Judgement.ADOPTION) == ()
    assert median_years(()) is None


def test_where_there_is_no_journey_the_reason_is_said(country):
    def why(judgement, day):
        return no_journey(country, judgement, date.fromisoformat(day))

    assert (
        why(Judgement.OVERALL, "2014-04-03")
        == "No report on a whole service (SIF or later) had been published by 3 April 2014."
    )
    assert why(Judgement.OVERALL, "2016-01-05") == "No council had been inspected twice by 5 January 2016."
    assert (
        why(Judgement.ADOPTION, "2026-07-01") == "No council had been judged twice in a row on adoption by 1 July 2026."
    )
    assert why(Judgement.OVERALL, "2026-07-01") == "No council had made such a move by 1 July 2026."
    near = no_journey(country, Judgement.OVERALL, date(2026, 7, 1), country.councils["alder"])
    assert near == "None of the neighbours had made such a move by 1 July 2026."


def test_moves(country):
    up = moves(country, Judgement.OVERALL, direction="up")
    assert [(step.council.slug, step.steps) for step in up] == [("birch", 1), ("alder", 1)]
    assert moves(country, Judgement.OVERALL, direction="down") == ()
    assert len(moves(country, Judgement.OVERALL, until=date(2019, 12, 31))) == 1


def test_the_nation_month_by_month(repository):
    months = totals_over_time(repository, Judgement.OVERALL)
    assert len(months) == 151
    assert months[0].as_at == date(2014, 2, 28)
    assert months[-1].as_at == date(2026, 8, 20)
    december = next(totals for totals in months if totals.as_at == date(2017, 12, 31))
    assert december.grades[Grade.OUTSTANDING] == 3


def test_a_day_is_set_in_among_the_months(country):
    months = totals_over_time(country, Judgement.OVERALL, date(2014, 6, 30))
    day = country.as_at(date(2014, 5, 8)).totals()
    assert [t.as_at.day for t in with_day(months, day)] == [30, 8, 31, 30]
    assert with_day(months, months[-1]) == months


def test_the_parts_add_up_to_all_councils_and_a_joint_judgement_is_a_part_of_its_own(repository):
    totals = repository.as_at(date(2023, 4, 1)).totals(Judgement.IN_CARE)
    assert counts_by_part(totals) == (1, 3, 2, 0, 0, 144, 3)
    assert sum(counts_by_part(totals)) == totals.councils
    assert good_or_better(totals) == (4, 6)


def test_good_or_better_is_counted_of_those_with_a_grade(repository, country):
    assert good_or_better(repository.as_at().totals()) == (107, 142)
    assert round(good_or_better(repository.as_at().totals()).percent) == 75
    assert good_or_better(country.as_at().totals()).percent is None, "under ten: counts, no percentages"


def test_two_dates_differ_by_so_many_councils_of_each_part(repository):
    then, now = repository.as_at(date(2017, 12, 8)).totals(), repository.as_at().totals()
    assert counts_by_part(then)[:4] == (3, 52, 68, 29)
    assert differences(then, now) == (43, 9, -44, -18, 11, 0, 0)


def test_each_year_ends_on_its_last_month_and_the_last_on_the_datas_last_day(repository):
    months = totals_over_time(repository, Judgement.OVERALL)
    ends = [totals.as_at for totals in year_ends(months)]
    assert (ends[0], ends[-2], ends[-1]) == (date(2014, 12, 31), date(2025, 12, 31), date(2026, 8, 20))
    assert len(ends) == 13
    assert nearest_month(months, date(2018, 3, 12)).as_at == date(2018, 2, 28)


def test_a_year_from_a_leap_day_is_the_last_of_february():
    assert a_year_from(date(2024, 2, 29), -1) == date(2023, 2, 28)
    assert a_year_from(date(2023, 12, 31), 1) == date(2024, 12, 31)


def test_month_ends():
    days = list(month_ends(date(2023, 12, 11), date(2024, 3, 5)))
    assert days == [date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 5)]


def test_the_gaps_that_windows_are_taken_from(repository):
    """None that spans the pause of 2020 is among them, as Harrow's of 1,806 days was."""
    known = {grade: (len(g.finished), g.finished[0], g.finished[-1]) for grade, g in gaps(repository).items()}
    assert known == {
        None: (67, 952, 1400),
        Grade.OUTSTANDING: (8, 1043, 1309),
        Grade.GOOD: (30, 1050, 1400),
        Grade.REQUIRES_IMPROVEMENT: (20, 952, 1316),
        Grade.INADEQUATE: (9, 1092, 1379),
    }


def test_a_report_comes_some_seven_weeks_after_an_inspection_begins(repository):
    """The median of all ILACS inspections; so long one may be under way without anybody knowing."""
    waits = sorted(
        (i.published - i.start).days
        for i in repository.inspections.values()
        if i.framework is Framework.ILACS and i.start
    )
    assert waits[len(waits) // 2] == REPORT_AFTER.days == 51


def test_the_windows_of_a_past_day_are_tried_on_what_followed(repository):
    """Made from the 15 gaps known on 30 June 2025; the first rule gave 39 of 52 too, with far wider windows."""
    rate = hit_rate(repository)
    assert rate == (date(2025, 6, 30), 39, 3, 10)
    assert rate.followed == 52
    assert (
        "We tested this on the 52 inspections after 30 June 2025: 39 (75%) began within the window estimated then, "
        "3 earlier and 10 later." in window_method(repository, repository.last_day)
    )


def test_the_hit_rate_of_a_past_day_uses_no_hindsight(repository):
    earlier = hit_rate(repository, date(2025, 12, 31))
    assert earlier.followed < 52
    assert hit_rate(repository, date(2025, 7, 31)) is None
    assert "Too few inspections have followed" in window_method(repository, date(2025, 7, 31))


def test_a_window_that_opened_in_the_past_says_that_the_inspection_may_have_begun(repository):
    windows = due(repository)
    begun = [one for one in windows if one.may_have_begun]
    assert len(begun) == 21
    assert all(one.as_at - one.earliest <= REPORT_AFTER for one in begun if not one.overdue)
    words = {one.council.slug: window_words(one) for one in windows}
    assert words["nottingham"] == "later than our estimate (Jul 2025 – Mar 2026); may already have begun"
    assert words["bristol"] == "may already have begun; by Nov 2026"
    assert words["leeds"] == "Jul 2028 – Mar 2029"
    assert all("may already have begun" in words[one.council.slug] for one in begun)
    table = due_list(repository, repository.last_day)
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["earliest"], row["earliest"].words) == ("2025-07", "may already have begun")
    assert (row["may_have_begun"], row["later_than_estimate"]) == (True, True)


def test_windows_never_end_in_august_and_the_longest_waiting_comes_first(repository):
    windows = due(repository)
    assert len(windows) == 153
    assert windows[0].council.name == "Nottingham"
    assert windows[0].overdue
    assert not any(day.month == 8 for one in windows for day in (one.earliest, one.latest))
    assert all(one.earliest <= one.latest for one in windows)


def test_without_gaps_there_is_no_window(country):
    assert due(country) == ()
    assert "there were fewer by then" in no_window(country, country.last_day)
    assert (
        no_window(country, date(2013, 1, 1))
        == "No report on a whole service (SIF or later) had been published by 1 January 2013."
    )


@pytest.fixture
def waiting(country):
    """Thirteen councils inspected every three years: good, then good; the last report of 2025 came out in June."""
    towns = [council(f"town-{n}", f"Town {n}") for n in range(13)]
    seen = [
        inspection(town.slug, f"{year}-0{n // 3 + 2}-20", Grade.GOOD, start=date(year, n // 3 + 2, 1))
        for n, town in enumerate(towns)
        for year in (2022, 2025)
    ]
    return Repository(towns, seen, Findings.from_findings(()))


def test_gaps_are_taken_only_from_reports_that_were_out_by_the_day(waiting):
    assert len(gaps(waiting, date(2025, 5, 20))[None].finished) == 12
    assert gaps(waiting, date(2025, 5, 19)) == {}
    assert due(waiting, date(2025, 5, 19)) == ()
    known = gaps(waiting, date(2025, 6, 20))
    assert {grade: g.finished for grade, g in known.items()} == dict.fromkeys((None, Grade.GOOD), (1096,) * 13)
    assert "We measure the 13 gaps" in window_method(waiting, date(2025, 6, 20))
    assert "(13 after good)" in window_method(waiting, date(2025, 6, 20))
    assert len(due(waiting, date(2025, 6, 20))) == 13


def test_a_council_is_past_its_window_once_a_report_should_be_out(waiting):
    """The window is one day long here, and no gap but those of 1,096 days is known; a report comes in 51 days."""
    window = next(one for one in due(waiting) if one.council.slug == "town-0")
    assert window.earliest == window.latest == date(2028, 2, 2)

    def past(day):
        return {one.council.slug for one in due(waiting, day) if one.overdue}

    assert past(date(2028, 2, 2)) == past(date(2028, 3, 24)) == set()
    assert past(date(2028, 3, 25)) == {"town-0", "town-1", "town-2"}


def test_an_unknown_start_is_left_empty_and_since_says_what_was_used(waiting):
    seen = [i._replace(start=None) if i.key == "town-0-2025-02-20" else i for i in waiting.inspections.values()]
    answer = due_list(Repository(waiting.councils.values(), seen, Findings.from_findings(())), date(2025, 8, 1))
    start, since = answer.columns.index("start"), answer.columns.index("since")
    assert {row[0]: row[start] for row in answer.rows}["town-0"] is None
    assert {row[0]: row[since] for row in answer.rows}["town-0"] == date(2025, 2, 20)


@pytest.mark.parametrize("day", [date(2014, 3, 1), date(2017, 12, 8), date(2025, 1, 31)])
def test_no_window_of_a_past_day_uses_hindsight(repository, day):
    assert due(repository, day) == ()


def test_what_changed(country):
    found = changes(country, date(2022, 1, 1))
    assert [new.inspection.key for new in found] == ["city-of-elm-2026-07-01", "cedar-2024-03-03", "birch-2022-02-02"]
    [overall, joint] = found[-1].moves
    assert overall == (Judgement.OVERALL, Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT, Change.UP)
    assert joint == (Judgement.IN_CARE_AND_CARE_LEAVERS, None, Grade.REQUIRES_IMPROVEMENT, None)
    assert found[0].moves[0] == (Judgement.OVERALL, Grade.GOOD, Grade.NOT_GIVEN, None)
    assert changes(country, date(2022, 1, 1), date(2022, 12, 31)) == found[-1:]


@pytest.mark.parametrize(
    ("since", "until", "published"),
    [
        ("2022-02-02", "2024-03-03", ["2024-03-03", "2022-02-02"]),
        ("2022-02-03", "2024-03-03", ["2024-03-03"]),
        ("2022-02-02", "2024-03-02", ["2022-02-02"]),
        ("2024-03-03", "2024-03-03", ["2024-03-03"]),
    ],
)
def test_both_days_between_which_changes_are_shown_count(country, since, until, published):
    found = changes(country, date.fromisoformat(since), date.fromisoformat(until))
    assert [new.inspection.published.isoformat() for new in found] == published


def test_changes_are_shown_of_the_last_thirty_days_where_no_day_is_given(country):
    assert since_default(country) == date(2026, 6, 1)
    assert since_default(country, date(2017, 12, 8)) == date(2017, 11, 8)


def chained(fuller_country, *reports):
    """Alder with the same ask in some of four reports, each repeated from the nearest earlier one."""
    days = ("2015-06-01", "2019-05-01", "2022-05-02", "2025-05-05")
    asks = [finding(f"alder-{day}", Kind.IMPROVEMENT, f"Ask for it in {day[:4]}.", key=f"alder-{day}/1",
                    theme="supervision" if day in reports else "adoption") for day in days]  # fmt: skip
    again = [f"alder-{day}/1" for day in days if day in reports]
    seen = [inspection("alder", day, G) for day in days]
    return Repository([fuller_country.councils["alder"]], seen, Findings.from_findings(asks),
                      repeats={later: Repeat(later, earlier) for earlier, later in pairwise(again)})  # fmt: skip


def test_a_repeated_ask_stands_with_each_earlier_one_the_nearest_first(fuller_country):
    alder = chained(fuller_country, "2015-06-01", "2019-05-01", "2025-05-05")
    [repeat] = repeated_asks(alder, alder.inspections["alder-2025-05-05"])
    assert [ask.published.year for ask in repeat.earlier] == [2019, 2015]
    assert repeated_asks(alder, alder.inspections["alder-2015-06-01"]) == ()


def test_who_says_that_it_was_asked_before_is_told(fuller_country):
    [repeat] = repeated_asks(fuller_country, fuller_country.inspections["alder-2019-05-01"])
    assert repeat.finding.text.startswith("Write plans with dates")
    assert [ask.report_says_so for ask in repeat.earlier] == [True]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (("2015-06-01", "2019-05-01"), (1, 1, 1, 0)),
        (("2015-06-01", "2019-05-01", "2025-05-05"), (2, 2, 1, 1)),
        (("2015-06-01", "2025-05-05"), (1, 1, 1, 1)),
        (("2015-06-01",), None),
    ],
)
def test_the_country_is_told_what_is_asked_again_and_what_came_back(fuller_country, reports, expected):
    """Asks on the theme after a first report, of them repeated, in how many councils, and gone in between."""
    found = {t.theme: t[1:] for t in repeats_by_theme(chained(fuller_country, *reports))}
    assert found.get("supervision") == expected


def test_lambeth_is_asked_again_about_missing_children_and_homeless_sixteen_year_olds(repository):
    newest = repository.inspections["lambeth-2026-03-10"]
    chains = {r.finding.theme: [ask.published.year for ask in r.earlier]
              for r in repeated_asks(repository, newest)}  # fmt: skip
    assert chains == {"exploitation-and-missing": [2022, 2015], "homeless-16-17": [2018]}


def _care_leavers(*grades):
    """Inspections of one council, a year apart: a grade of care leavers, or None where they were judged jointly."""
    return [
        inspection("alder", f"{2014 + n}-01-01", G,
                   grades={Judgement.CARE_LEAVERS: grade} if grade else {Judgement.IN_CARE_AND_CARE_LEAVERS: G})
        for n, grade in enumerate(grades)
    ]  # fmt: skip


def test_no_step_leads_over_a_joint_judgement(country):
    alder = [country.councils["alder"]]
    parted_history = Repository(alder, _care_leavers(I, None, G, O), Findings())
    [step] = moves(parted_history, Judgement.CARE_LEAVERS)
    assert [one.published.year for one in step.inspections] == [2016, 2017]
    assert out_of_inadequate(parted_history, Judgement.CARE_LEAVERS) == ()
    whole = Repository(alder, _care_leavers(I, R, I, O), Findings())
    [way] = out_of_inadequate(whole, Judgement.CARE_LEAVERS)
    assert [one.published.year for one in way.between] == [2015, 2016]


def test_steps_of_the_data_lead_from_one_inspection_to_the_next(repository):
    for judgement in (Judgement.CARE_LEAVERS, Judgement.IN_CARE, Judgement.OVERALL):
        for step in moves(repository, judgement):
            whole = [i for i in repository.inspections_of(step.council.slug) if i.is_full]
            assert whole.index(step.end) == whole.index(step.start) + 1


def test_who_was_better_in_between_is_named_beside_the_unfinished_journeys(repository):
    waiting = journeys(repository, "waiting", Judgement.OVERALL)
    words = "Better in between, and then inadequate again: Knowsley and Tameside."
    assert words in journey_list(repository, waiting, "waiting", Judgement.OVERALL, repository.last_day).caption
    assert fallen_back(journeys(repository, "out", Judgement.OVERALL)) == ""


def test_journeys_of_a_council_s_neighbours(repository):
    leeds = repository.councils["leeds"]
    found = journeys(repository, "out", Judgement.OVERALL, near=leeds)
    assert {journey.council.slug for journey in found} <= {slug for slug, _ in leeds.neighbours}
    assert describe_journeys(found[:1], "out", leeds) == (
        "1 journey from inadequate to good or outstanding among the statistical neighbours of Leeds (2025 model)"
    )
    with pytest.raises(KeyError):
        journeys(repository, "sideways", Judgement.OVERALL)


DAY = date(2026, 7, 1)


def test_who_is_compared_and_who_is_left_out(country):
    pins = ("alder", "old-fir", "birch")
    pinned = choose(country, "cedar", pins, DAY, pinned=True)
    assert pinned[:2] == (("alder", "birch"), True)
    assert who_was_left_out(pinned, country, DAY) == "Did not exist on 1 July 2026: Old Fir."
    near = choose(country, "alder", pins, DAY, pinned=False)
    assert near[:2] == (("alder", "birch", "city-of-elm"), False)
    assert who_was_left_out(near, country, DAY) == ""
    alone = choose(country, "alder", ("old-fir", "birch"), DAY, pinned=True)
    assert not alone.pinned
    words = who_was_left_out(alone, country, DAY)
    assert words == "Of your 2 pinned councils, only 1 can be compared. Did not exist on 1 July 2026: Old Fir."
    assert choose(country, "", (), DAY, pinned=True).slugs == ()


def test_a_council_without_neighbours_says_so(repository):
    chosen = choose(repository, "poole", (), date(2017, 12, 8), pinned=True)
    assert chosen.slugs == ("poole",)
    assert (
        who_was_left_out(chosen, repository, date(2017, 12, 8))
        == "Poole has been abolished, so it is not in the 2025 model of statistical neighbours."
    )
    then = choose(repository, "leeds", (), date(2017, 12, 8), pinned=True)
    assert (
        who_was_left_out(then, repository, date(2017, 12, 8))
        == "Did not exist on 8 December 2017: Bournemouth, Christchurch and Poole."
    )


def test_at_most_eleven_are_compared(repository):
    pins = [standing.council.slug for standing in repository.as_at()][:13]
    chosen = choose(repository, "leeds", pins, repository.last_day, pinned=True)
    assert len(chosen.slugs) == 11
    left = who_was_left_out(chosen, repository, repository.last_day)
    assert left == "At most 11 can be compared; you have pinned 2 more."


def test_the_last_overall_stands_beside_one_that_is_not_given(country):
    comparison = compare(country, ["city-of-elm", "alder"])
    elm, alder = comparison.last_overall
    assert (elm.key, alder) == ("city-of-elm-2017-07-07", None)


def test_compare_puts_themes_side_by_side(fuller_country):
    comparison = compare(fuller_country, ["alder", "birch", "cedar"])
    assert [standing.council.slug for standing in comparison.standings] == ["alder", "birch", "cedar"]
    assert comparison.closeness == ("", "close", "")
    [plans] = comparison.themes
    assert plans.theme == "planning-and-review"
    assert (plans.asked, plans.praised) == ((1, 1, 0), (0, 0, 1))
    assert plans.praised_and_asked


def test_compare_with_neighbours_leaves_out_those_that_did_not_exist(country):
    assert with_neighbours(country, "alder") == ("alder", "birch", "city-of-elm")


def test_neighbours_of_every_council_can_be_compared(repository):
    for standing in repository.as_at():
        slugs = with_neighbours(repository, standing.council.slug)
        assert len(compare(repository, slugs).standings) == 11


def test_rows_of_inspections_that_the_user_added_are_marked_as_such(repository, mine):
    def answers(data):
        up = journeys(data, "all", Judgement.OVERALL)
        return [
            due_list(data, data.last_day),
            comparison_list(compare(data, ("leeds", "york"))),
            journey_list(data, up, "all", Judgement.OVERALL, data.last_day),
            change_list(data, date(2025, 8, 1)),
            council_list(data.as_at()),
        ]

    for ours, theirs in zip(answers(mine), answers(repository), strict=True):
        marked = {
            row[ours.columns.index("inspection")] for row in ours.rows if row[ours.columns.index("source")] == "own"
        }
        assert marked == {"leeds-2025-08-12"}
        assert "source" in ours.display_columns
        assert "source" not in theirs.display_columns
    earlier = journey_list(mine, journeys(mine, "all", Judgement.OVERALL), "all", Judgement.OVERALL, mine.last_day)
    assert "from_source" not in earlier.display_columns


def test_totals_say_how_many_inspections_are_of_the_users_own(repository, mine):
    def captions(data, day=None):
        councils = data.as_at(day)
        return [
            national_totals(councils, Judgement.OVERALL).caption,
            regional_totals(councils, Judgement.OVERALL).caption,
            yearly_totals(data, Judgement.OVERALL, councils.as_at, None).caption,
            monthly_totals(data, Judgement.OVERALL, councils.as_at).caption,
        ]

    assert all(caption.endswith(", including 1 inspection of your own.") for caption in captions(mine))
    assert not any("your own" in caption for caption in (*captions(mine, date(2025, 8, 11)), *captions(repository)))
