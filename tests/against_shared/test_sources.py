"""The shipped data and the command line against the table of inspections that the data was made from."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ofsted_tui.cli.main import main

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources do not lie beside the project")
SAME = (
    "inspection", "framework", "type", "start", "end", "published", "lead_inspector", "overall", "leadership",
    "help_and_protection", "in_care", "in_care_and_care_leavers", "looked_after", "adoption", "care_leavers", "lscb",
    "report_url",
)  # fmt: skip


def table(name):
    with (SOURCES / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_every_inspection_of_the_source_stands_in_the_data_cell_for_cell(repository):
    data = Path(__file__).parents[2] / "data" / "inspections.csv"
    with data.open(encoding="utf-8", newline="") as rows:
        held = {row["inspection"]: row for row in csv.DictReader(rows)}
    for row in table("inspections.csv"):
        assert {c: held[row["inspection"]][c] for c in SAME} == {c: row[c] for c in SAME}


def rows_of_data(name):
    with (Path(__file__).parents[2] / "data" / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_every_visit_of_the_sources_stands_in_the_data(repository):
    held = {row["visit"]: row for row in rows_of_data("visits.csv")}
    same = ("visit", "council", "type", "start", "end", "published")
    letters = {row["visit"]: row for row in table("visits.csv")}
    letters["bury-2020-11-13"]["start"] = "2020-09-29"  # its letter names two days of September before 1 October
    assert {key: {c: held[key][c] for c in same} for key in letters} == {
        key: {c: row[c] for c in same} for key, row in letters.items()
    }
    monitoring = {
        (row["council"], row["start"], row["published"]) for row in held.values() if row["visit"] not in letters
    }
    listed = [row for row in table("ofsted_in_year_visits_2022_2025.csv") if row["type"] == "monitoring visit"]
    assert monitoring == {(row["council"], row["start"], row["published"]) for row in listed}
    assert len(held) == len(letters) + len(listed)


THEMES = {
    "Front door": "front-door", "Children in need/subject to a plan": "children-in-need-and-child-protection",
    "Children in care": "children-in-care", "Achieving permanence": "permanence", "Care leavers": "care-leavers",
    "Vulnerable adolescents": "vulnerable-adolescents",
}  # fmt: skip


def test_ofsteds_own_theme_is_among_the_topics_of_each_visit():
    held = {(row["council"], row["start"]): row["topic"].split() for row in rows_of_data("visits.csv")}
    for row in table("ofsted_in_year_visits_2022_2025.csv"):
        assert THEMES[row["theme"]] in held[row["council"], row["start"]]


@pytest.mark.parametrize(
    "day",
    ["2014-06-30", "2015-01-20", "2015-08-03", "2017-12-08", "2019-04-01", "2021-04-01", "2023-04-01", "2026-08-20"],
)
def test_a_list_as_at_a_day_equals_the_source_cell_for_cell(capsys, day):
    assert main(["list", "--as-at", day, "--format", "csv"]) == 0
    listed = {row["council"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    expected = {row["council"]: None for row in table("councils.csv") if existed(row, day)}
    for row in sorted(table("inspections.csv"), key=lambda row: row["published"]):
        if row["framework"] in ("SIF", "ILACS") and row["published"] <= day and row["council"] in expected:
            expected[row["council"]] = row
    assert set(listed) == set(expected)
    for council, row in expected.items():
        got = listed[council]
        assert {c: got[c] for c in SAME} == ({c: row[c] for c in SAME} if row else dict.fromkeys(SAME, ""))


def existed(row, day):
    return (row["valid_from"] or "0") <= day <= (row["valid_to"] or "9")


def test_the_sources_end_where_the_data_ends(repository):
    assert max(row["published"] for row in table("inspections.csv")) <= repository.last_day.isoformat()
    assert repository.last_day >= date(2026, 8, 20)
