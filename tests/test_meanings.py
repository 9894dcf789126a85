"""What `--describe` says of a column is true of the data shipped, as far as that can be checked."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache

import pytest

from ofsted_tui.analysis.next_inspections import due
from ofsted_tui.core.dates import month_of
from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.output.answer_columns import ANSWERS, answer_columns
from ofsted_tui.storage import shipped_data

from .test_cli import run  # noqa: F401

ASKED = {
    "list": ["list --as-at 2017-12-08"],
    "show": ["show leeds", "show poole"],
    "totals": ["totals", "totals --framework SIF"],
    "totals --by region": ["totals --by region", "totals --by region --framework SIF"],
    "totals --by year": ["totals --by year", "totals --by year --framework SIF"],
    "totals --by month": ["totals --by month", "totals --by month --framework SIF"],
    "findings": ["findings"],
    "themes": ["themes", "themes --council leeds", "themes --kind praise", "themes --kind improvement"],
    **{f"themes --theme THEME --by {by}": [
        f"themes --theme neglect --framework SIF --framework ILACS --by {by}{kind}"
        for kind in ("", " --kind concern", " --kind improvement")
       ] for by in ("year", "region", "framework", "grade")},
    "journeys": ["journeys", "journeys --moves waiting", "journeys --moves all"],
    "due": ["due"],
    "compare": ["compare leeds sheffield cornwall", "compare leeds poole --as-at 2017-12-08"],
    "visits": ["visits"],
    "changes": ["changes --since 2009"],
    "changes --visits only": ["changes --since 2009 --visits only"],
    "changes --visits leave": ["changes --since 2009 --visits leave"],
}  # fmt: skip
"""What is asked for each answer, so that every cell that can be empty is empty and filled."""
load = cache(shipped_data.load)
CANNOT_BE_CONTRADICTED = ("empty if not known.", "empty otherwise.")
OWN_TABLES = ("import", "library")
"""What they give is made of the user's files."""


def no_report(row, _, key="inspection"):
    """Whether the row is of a visit, or of an inspection that is known from one of Ofsted's tables alone."""
    return not row[key] or load().inspections[row[key]].source != "report"


def not_a_neighbour(row, command):
    first = load().council(command.split()[1])
    return row["council"] not in first.neighbour_slugs


def abolished(row, _):
    return load().councils[row["council"]].last_day is not None


def not_compared(row, _):
    return not row["before"] or Grade.NOT_GIVEN.value in (row["before"], row["grade"])


def without_overall(row, _):
    return not row["inspection"] or Judgement.OVERALL not in load().inspections[row["inspection"]].grades


def left_out(kind):
    """Whether a filter by kind of finding leaves out this one."""
    return lambda _, command: "--kind" in command and kind not in command


def no_percentage(row, command):
    return row["inspections"] < 10 or left_out("improvement")(row, command)


EMPTY_WHERE = {
    "urn": abolished, "la_code": abolished, "report_url": no_report,
    "from_report_url": lambda row, command: no_report(row, command, "from_inspection"),
    "closeness": not_a_neighbour, "change": not_compared, "before_framework": lambda row, _: not row["before"],
    "overall": without_overall, "framework": lambda _, command: "--framework" not in command,
    "asked_in": left_out("improvement"), "improvements": left_out("improvement"),
    "percent_of_reports": no_percentage, "percent_of_asks": no_percentage,
    "praise": left_out("praise"), "concerns": left_out("concern"),
    "priority_action": lambda row, _: load().visits[row["visit"]].source != "letter",
}  # fmt: skip
"""For each column whose meaning says when it is empty, whether a row of the answer to a command is one of those."""


def rows(run, command: str) -> list[dict]:  # noqa: F811
    """The rows that a command gives."""
    if command.startswith("show"):
        return list(csv.DictReader(io.StringIO(run(*command.split(), "--format", "csv")[1])))
    return json.loads(run(*command.split(), "--format", "json")[1])


def claims(words: str) -> list[str]:
    """The columns of an answer whose meaning says where they are empty."""
    return [
        column
        for answer, column, _, meaning in answer_columns(words.split()[0]).rows
        if answer == words and "empty" in meaning and not meaning.endswith(CANNOT_BE_CONTRADICTED)
    ]


@pytest.mark.parametrize(
    "words", [answer.words for answer in ANSWERS if answer.command not in OWN_TABLES and claims(answer.words)]
)
def test_a_column_is_empty_where_its_meaning_says_so_and_nowhere_else(run, words):  # noqa: F811
    for command in ASKED[words]:
        for row in rows(run, command):
            for column in claims(words):
                empty = row[column] in (None, "", [])
                assert empty == EMPTY_WHERE[column](row, command), (command, column, row)


def test_the_steps_of_a_journey_are_grades(run):  # noqa: F811
    [meaning] = [meaning for _, column, _, meaning in answer_columns("journeys").rows if column == "steps"]
    assert meaning.startswith("By how many grades")
    ranks = {grade.value: grade.rank for grade in Grade}
    for command in ASKED["journeys"]:
        for row in rows(run, command):
            assert row["steps"] == ranks[row["to"]] - ranks[row["from"]]
            assert row["published"] == load().inspections[row["inspection"]].published.isoformat()


def test_councils_judged_jointly_are_counted_for_the_two_judgements_alone(run):  # noqa: F811
    for judgement, number in (("overall", 0), ("in_care", 144), ("care_leavers", 144)):
        [row] = rows(run, f"totals --as-at 2023-04-01 --judgement {judgement}")
        assert row["joint"] == number


@pytest.mark.parametrize("by", ["year", "month"])
def test_the_last_total_is_of_the_last_date(run, by):  # noqa: F811
    *others, last = (date.fromisoformat(row["as_at"]) for row in rows(run, f"totals --by {by}"))
    assert last == load().last_day
    assert all(day == month_of(day).last for day in others)


@pytest.mark.parametrize("command", ["list", "findings", "visits", "changes --since 2009"])
def test_a_row_comes_from_one_of_the_sources_named(run, command):  # noqa: F811
    found = {row["source"] for row in rows(run, command)}
    assert all(source in ("report", "letter") or source.startswith("ofsted-") for source in found)


def test_a_window_may_have_opened_in_its_first_month_or_not(run):  # noqa: F811
    windows = due(load(), date(2026, 6, 30))
    given = {row["council"]: row["may_have_begun"] for row in rows(run, "due --as-at 2026-06-30")}
    assert given == {one.council.slug: one.earliest <= date(2026, 6, 30) for one in windows}


def test_each_judgement_is_described_as_what_the_row_is_about():
    meanings = {
        (answer, meaning)
        for words in ("journeys", "changes", "repeats", "findings")
        for answer, column, _, meaning in answer_columns(words).rows
        if column == "judgement"
    }
    assert {answer for answer, meaning in meanings if "finding" in meaning} == {"findings", "repeats COUNCIL"}
