"""The open data package: what `datapackage.json` says is what the tables hold and what the program expects."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from itertools import combinations, groupby

import pytest

from ofsted_tui.core.model import THEMES
from ofsted_tui.core.sanitise import clean
from ofsted_tui.storage import schema, shipped_data

DATA = shipped_data.folder()
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {resource["name"]: resource for resource in PACKAGE["resources"]}
COLUMNS = {
    "councils": schema.COUNCIL_COLUMNS,
    "inspections": schema.INSPECTION_COLUMNS,
    "findings": schema.FINDING_COLUMNS,
    "visits": schema.VISIT_COLUMNS,
    "visit_findings": schema.VISIT_FINDING_COLUMNS,
    "summaries": schema.SUMMARY_COLUMNS,
    "repeats": schema.REPEAT_COLUMNS,
    "visit_repeats": schema.REPEAT_COLUMNS,
    "reported_totals": schema.REPORTED_COLUMNS,
    "tilemap": schema.TILE_COLUMNS,
}


def rows(name):
    with (DATA / TABLES[name]["path"]).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def head(name):
    with (DATA / TABLES[name]["path"]).open(encoding="utf-8", newline="") as table:
        return next(csv.reader(table))


@pytest.mark.parametrize("name", COLUMNS)
def test_package_table_and_program_have_the_same_columns(name):
    described = [field["name"] for field in TABLES[name]["schema"]["fields"]]
    assert head(name) == described
    assert set(described) == set(COLUMNS[name])


@pytest.mark.parametrize("name", COLUMNS)
def test_package_and_program_tell_rows_apart_by_the_same_column(name):
    key = TABLES[name]["schema"]["primaryKey"]
    alone = [key] if isinstance(key, str) else key
    assert schema.KEYS.get(TABLES[name]["path"]) == (alone[0] if len(alone) == 1 else None)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_explained(name):
    for field in TABLES[name]["schema"]["fields"]:
        assert field["type"]
        assert len(field["description"]) > 10, field["name"]


@pytest.mark.parametrize("name", COLUMNS)
def test_no_cell_needs_cleaning(name):
    """The program trusts the shipped tables in this, and cleans only what comes from elsewhere."""
    untidy = [(row, column) for row in rows(name) for column, cell in row.items() if clean(cell) != cell]
    assert not untidy


@pytest.mark.parametrize(("name", "key"), [("findings", "inspection"), ("visit_findings", "visit")])
def test_the_findings_can_be_read_by_place(name, key):
    """The program reads those of one report or letter out of the table's bytes."""
    held = rows(name)
    assert tuple(head(name)) == tuple(COLUMNS[name])
    assert len({row[key] for row in held}) == len(list(groupby(held, key=lambda row: row[key])))
    assert not any("\n" in cell for row in held for cell in row.values())


def faults(folder):
    """What an independent reader of data packages finds wrong: each fault's table, column, line and kind."""
    from frictionless import Package  # takes half a second, which no other test needs

    longest = csv.field_size_limit()
    report = Package(str(folder / "datapackage.json")).validate()
    csv.field_size_limit(longest)  # it raises this for the whole process, and so for the reader of imports
    wrong = [(None, None, None, error.message) for error in report.errors]
    for task in report.tasks:
        wrong += [(task.name, *fault) for fault in task.flatten(["fieldName", "rowNumber", "type"])]
    return wrong


def test_the_tables_keep_every_constraint_of_the_package():
    """Types, patterns, ranges, lists of values, unique keys, and references from table to table."""
    assert faults(DATA) == []


def test_each_summary_is_of_an_inspection_or_of_a_visit():
    """A reference into one of two tables, which a package cannot describe."""
    known = {row["inspection"] for row in rows("inspections")} | {row["visit"] for row in rows("visits")}
    assert {row["inspection"] for row in rows("summaries")} <= known


def test_no_visit_has_the_key_of_an_inspection():
    assert not {row["visit"] for row in rows("visits")} & {row["inspection"] for row in rows("inspections")}


@pytest.fixture
def few_findings(tmp_path):
    """The package with the first findings only."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    table = folder / "findings.csv"
    table.write_text("".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:9]), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("page", "0", "constraint-error"),
        ("page", "", "constraint-error"),
        ("page", "iv", "constraint-error"),
        ("paragraph", "R1 and P2", "constraint-error"),
        ("theme", "charm", "constraint-error"),
        ("judgement", "", "constraint-error"),
        ("text", "Too short.", "constraint-error"),
        ("inspection", "leeds-1999-01-01", "foreign-key"),
    ],
)
def test_a_finding_that_breaks_the_package_is_found(few_findings, column, cell, fault):
    table = few_findings / "findings.csv"
    with table.open(encoding="utf-8", newline="") as held:
        names, *found = csv.reader(held)
    found[0][names.index(column)] = cell
    with table.open("w", encoding="utf-8", newline="") as held:
        csv.writer(held, lineterminator="\n").writerows([names, *found])
    place = (None, 2) if fault == "foreign-key" else (column, 2)
    assert faults(few_findings) == [("findings", *place, fault)]


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("topic", "weather", "constraint-error"),
        ("topic", "permanence;front-door", "constraint-error"),
        ("topic", "", "constraint-error"),
        ("type", "full inspection", "constraint-error"),
        ("priority_action", "perhaps", "constraint-error"),
        ("start", "", "constraint-error"),
        ("start", "7 March 2018", "type-error"),
        ("council", "atlantis", "foreign-key"),
    ],
)
def test_a_visit_that_breaks_the_package_is_found(few_findings, column, cell, fault):
    table = few_findings / "visits.csv"
    with table.open(encoding="utf-8", newline="") as held:
        names, *found = csv.reader(held)
    found[0][names.index(column)] = cell
    with table.open("w", encoding="utf-8", newline="") as held:
        csv.writer(held, lineterminator="\n").writerows([names, *found])
    assert ("visits", *((None if fault == "foreign-key" else column), 2), fault) in faults(few_findings)


def test_lists_of_councils_lead_somewhere():
    councils = rows("councils")
    known = {row["council"] for row in councils}
    for row in councils:
        for column in ("predecessors", "successors", "neighbours_2025"):
            assert set(row[column].split()) <= known
        assert len(row["neighbours_2025"].split()) in (0, 10)
    became = {(row["council"], after) for row in councils for after in row["successors"].split()}
    assert became == {(before, row["council"]) for row in councils for before in row["predecessors"].split()}


def test_the_themes_of_the_package_are_those_of_the_program():
    [theme] = [field for field in TABLES["findings"]["schema"]["fields"] if field["name"] == "theme"]
    assert set(theme["constraints"]["enum"]) == set(THEMES)


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_are_sorted(name):
    held = rows(name)
    if name in ("councils", "inspections"):
        key = "council" if name == "councils" else "inspection"
        order = [(row["council"], row.get("published", ""), row[key]) for row in held]
        assert order == sorted(order)
    if name == "visits":
        order = [(row["council"], row["start"], row["visit"]) for row in held]
        assert order == sorted(order)
    if name in ("findings", "visit_findings"):  # by their keys, letter by letter: a paper's rows are found by halving
        order = [row[next(iter(row))].encode() for row in held]
        assert order == sorted(order)


def test_every_report_that_is_held_is_told():
    """Praise and improvements for each; Thurrock's report of 2024 asks for nothing in a list of its own."""
    told = {(row["inspection"], row["kind"]) for row in rows("findings")}
    held = {row["inspection"] for row in rows("inspections") if row["source"] == "report"}
    assert len(held) == 493
    assert {key for key in held if (key, "praise") not in told} == set()
    assert {key for key in held if (key, "improvement") not in told} == {"thurrock-2024-10-29"}


@pytest.mark.parametrize(
    ("council", "kind", "words"),
    [
        ("blackburn-with-darwen", "praise", "risk of domestic abuse get robust support"),
        ("blackburn-with-darwen", "praise", "radicalisation is comprehensive"),
        ("blackburn-with-darwen", "improvement", "timeliness and quality of pre-proceedings work"),
        ("blackburn-with-darwen", "improvement", "with a clear plan in place well before they turn 18"),
        ("blackburn-with-darwen", "concern", "weaker overall than in 2012: rising demand"),
        ("richmond-upon-thames", "praise", "Social workers act swiftly when children are at risk of significant harm"),
        ("richmond-upon-thames", "praise", "not put in bed and breakfast"),
        ("richmond-upon-thames", "concern", "social workers get too little reflective management oversight"),
        ("richmond-upon-thames", "concern", "not been proactive enough about private fostering"),
        ("richmond-upon-thames", "concern", "not meaningfully consulted on changes to services"),
    ],
)
def test_what_the_press_reported_on_8_december_2017(council, kind, words):
    key = f"{council}-2017-12-08"
    assert any(row["inspection"] == key and row["kind"] == kind and words in row["text"] for row in rows("findings"))


def test_no_two_findings_are_alike():
    texts = [row["text"] for row in rows("findings")]
    assert len({re.sub(r"\W+", " ", text.lower()) for text in texts}) == len(texts)


def test_no_two_findings_are_nearly_alike():
    """Runs of three words, by the findings in which they stand; two findings that share most of theirs are alike."""
    runs: dict[tuple[str, ...], list[int]] = {}
    held = []
    for number, row in enumerate(rows("findings")):
        words = re.findall(r"[a-z0-9]+", row["text"].lower())
        mine = {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
        held.append((row["text"], mine))
        for run in mine:
            runs.setdefault(run, []).append(number)
    shared = Counter(pair for numbers in runs.values() for pair in combinations(numbers, 2))
    alike = [(held[one][0], held[other][0]) for (one, other), count in shared.items()
             if count > 0.6 * min(len(held[one][1]), len(held[other][1]))]  # fmt: skip
    assert alike == []


def test_the_readme_says_how_many_findings_there_are():
    number = Counter(row["kind"] for row in rows("findings"))
    readme = " ".join((DATA / "README.md").read_text(encoding="utf-8").split())
    assert f"concern in a report | {number.total():,} |" in readme
    assert f"{number['praise']:,} findings of praise, {number['improvement']:,} improvements" in readme
    assert f"{number['concern']:,} concerns" in readme
    assert f"an earlier report on the same council had already asked for | {len(rows('repeats')):,} |" in readme
    assert f"in one to three sentences | {len(rows('summaries')):,} |" in readme


def test_the_readme_says_how_many_visits_there_are():
    visits = rows("visits")
    readme = " ".join((DATA / "README.md").read_text(encoding="utf-8").split())
    number = Counter(row["type"] for row in visits)
    assert f"a focused or monitoring visit between inspections, which gives no grade | {len(visits)} |" in readme
    assert f"{number['focused visit']} letters about focused visits" in readme
    assert f"{number['monitoring visit']} monitoring visits" in readme
    assert f"{sum(not row['published'] for row in visits)} have no date of publication" in readme
    assert f"{sum(' ' in row['topic'] for row in visits)} letters name more than one" in readme
    assert f"{sum(row['topic'] == 'whole-service' for row in visits)} visits from September 2020 to May 2021" in readme
    assert f"concern in a visit's letter | {len(rows('visit_findings')):,} |" in readme
    assert f"or the later request is in a visit's letter | {len(rows('visit_repeats')):,} |" in readme
    assert f"{sum(row['priority_action'] == 'yes' for row in visits)} letters" in readme


def test_a_repeat_names_an_ask_of_a_later_and_one_of_an_earlier_report_of_the_same_council():
    asks = {row["finding"]: row["inspection"] for row in rows("findings") if row["kind"] == "improvement"}
    reports = {row["inspection"]: (row["council"], row["published"]) for row in rows("inspections")}
    for row in rows("repeats"):
        (council, later), (same, earlier) = reports[asks[row["finding"]]], reports[asks[row["earlier"]]]
        assert (council, later > earlier) == (same, True), row


def test_a_repeat_of_a_visit_names_an_ask_of_a_letter_and_one_of_another_day_of_the_same_council():
    asks = {row["finding"]: row["inspection"] for row in rows("findings") if row["kind"] == "improvement"}
    asked = {row["finding"]: row["visit"] for row in rows("visit_findings") if row["kind"] == "improvement"}
    papers = {row["inspection"]: (row["council"], row["published"]) for row in rows("inspections")}
    papers |= {row["visit"]: (row["council"], row["published"]) for row in rows("visits")}
    both = asks | asked
    for row in rows("visit_repeats"):
        assert {row["finding"], row["earlier"]} & set(asked), row
        (council, later), (same, earlier) = papers[both[row["finding"]]], papers[both[row["earlier"]]]
        assert (council, later > earlier) == (same, True), row


def test_the_licence_line_stands_where_it_must():
    from ofsted_tui.output.council_profile import SOURCE

    readme = " ".join((DATA / "README.md").read_text(encoding="utf-8").replace("> ", "").split())
    for part in SOURCE.split(". "):
        assert part.rstrip(".") in readme
    assert PACKAGE["licenses"][0]["name"].upper().startswith("OGL")
