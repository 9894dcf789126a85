"""`import ofsted_tui`: the public names, `load` and `to_rows`."""

from __future__ import annotations

import csv
import runpy
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import ofsted_tui
from ofsted_tui import Grade, Judgement, Selection, load, to_rows
from ofsted_tui.storage import shipped_data
from ofsted_tui.storage.library import Addition, Library
from ofsted_tui.storage.library_file import library_file

from .conftest import G, inspection


def fresh(code: str) -> str:
    """What a new process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_import_loads_no_other_module_of_the_package():
    code = "import sys, ofsted_tui; print([name for name in sys.modules if name.startswith('ofsted_tui.')])"
    assert fresh(code) == "[]"


@pytest.mark.parametrize("name", ofsted_tui.__all__)
def test_each_public_name_is_there_in_a_fresh_process_and_documented(name):
    assert (
        fresh(f"import ofsted_tui; print(len(ofsted_tui.{name}.__doc__) > 20, {name!r} in dir(ofsted_tui))")
        == "True True"
    )


def test_everything_public_comes_with_a_star():
    assert fresh("from ofsted_tui import *; print(Repository.__name__, callable(load))") == "Repository True"


def test_a_misspelt_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'ofsted_tui' has no attribute 'lod'"):
        ofsted_tui.lod  # noqa: B018


def test_the_package_says_that_it_is_typed():
    assert (Path(ofsted_tui.__file__).parent / "py.typed").is_file()


def test_a_consumer_of_the_package_runs(capsys):
    runpy.run_path(str(Path(__file__).parent / "consumer.py"), run_name="__main__")
    assert capsys.readouterr().out == (
        "2017-12-08 [3, 52, 68, 29]\n"
        "London: Kensington and Chelsea, Westminster\n"
        "ILACS inspections: True\n"
        "Praised in Leeds: True in Nowhere: 0\n"
        "Visits on care leavers: True\n"
        "Tables here: False\n"
        "Rows: True 152\n"
    )


def as_in_the_table(row: dict) -> dict[str, str]:
    """The cells of a row as a table of `data/` holds them."""
    return {column: "" if value is None else str(value) for column, value in row.items()}


@pytest.mark.parametrize(
    ("table", "items"),
    [
        ("councils.csv", lambda data: data.councils),
        ("inspections.csv", lambda data: data.inspections.values()),
        ("findings.csv", lambda data: data.findings),
        ("summaries.csv", lambda data: data.summaries),
    ],
)
def test_rows_are_those_of_the_table(repository, table, items):
    with (shipped_data.folder() / table).open(encoding="utf-8", newline="") as file:
        held = list(csv.DictReader(file))
    rows = to_rows(items(repository))
    key = "finding" if table == "findings.csv" else next(iter(held[0]))
    assert sorted(map(as_in_the_table, rows), key=lambda row: row[key]) == sorted(held, key=lambda row: row[key])
    assert list(rows[0]) == list(held[0])


def test_cells_are_text_numbers_dates_or_none(repository):
    totals = [repository.as_at().totals(judgement) for judgement in Judgement]
    for items in (repository.councils, repository.inspections, repository.findings, repository.as_at(), totals):
        assert {type(value) for row in to_rows(items) for value in row.values()} <= {str, int, date, type(None)}


def test_councils_as_at_a_date_have_their_latest_inspection(country):
    rows = {row["council"]: row for row in to_rows(country.as_at())}
    for standing in country.as_at():
        row = rows[standing.council.slug]
        assert row["name"] == standing.council.name
        assert row["inspection"] == (standing.inspection.key if standing.inspection else None)
        assert row["published"] == (standing.inspection.published if standing.inspection else None)
    assert len({tuple(row) for row in rows.values()}) == 1


def test_totals_add_up(repository):
    (row,) = to_rows([repository.as_at(date(2017, 12, 8)).totals()])
    assert row == {
        "as_at": date(2017, 12, 8), "judgement": "overall", "outstanding": 3, "good": 52, "requires_improvement": 68,
        "inadequate": 29, "not_given": 0, "joint": 0, "not_judged": 0, "not_inspected": 0, "councils": 152,
    }  # fmt: skip


def test_one_item_alone_is_one_row(repository):
    totals = repository.as_at(date(2017, 12, 8)).totals()
    assert to_rows(totals) == to_rows([totals])
    assert to_rows(repository.council("leeds"))[0]["council"] == "leeds"


def test_a_judgement_or_grade_may_be_named_as_in_the_tables(repository):
    councils = repository.as_at(date(2017, 12, 8))
    assert councils.totals("care_leavers") == councils.totals(Judgement.CARE_LEAVERS)
    assert councils.totals("care_leavers").judgement is Judgement.CARE_LEAVERS
    inadequate = councils.where(Selection(grades=frozenset({"inadequate"}), judgement="leadership"))
    assert len(inadequate) == councils.totals(Judgement.LEADERSHIP).grades[Grade.INADEQUATE]
    assert inadequate.selection.describe() == "judged inadequate for leadership"


def test_a_judgement_or_grade_that_is_none_is_an_error_not_a_count_of_nothing(repository):
    with pytest.raises(ValueError, match="'care leavers' is not a valid Judgement"):
        repository.as_at().totals("care leavers")
    with pytest.raises(ValueError, match="'RI' is not a valid Grade"):
        repository.as_at().where(Selection(grades=frozenset({"RI"})))
    with pytest.raises(ValueError, match="'leaders' is not a valid Judgement"):
        repository.as_at().where(Selection(judgement="leaders"))


@pytest.mark.parametrize("day", ["2017-12-08", 2017, datetime(2017, 12, 8)])
def test_what_is_no_date_is_said_to_be_none(repository, day):
    with pytest.raises(TypeError, match=r"expected a date such as datetime.date\(2017, 12, 8\), found .*2017"):
        repository.as_at(day)


def test_rows_of_nothing_are_none():
    assert to_rows([]) == []


def test_items_of_two_kinds_are_refused(country):
    with pytest.raises(TypeError, match="one kind, not Council and Inspection"):
        to_rows([*country.councils.values(), *country.inspections.values()])


def test_what_has_no_rows_is_refused():
    with pytest.raises(TypeError, match="not str"):
        to_rows(["leeds"])


def test_a_folder_of_ones_own_is_read_by_its_path_as_text(repository):
    assert list(load(str(shipped_data.folder())).inspections) == list(repository.inspections)


OWN = inspection("leeds", "2030-01-08", G)


def test_the_library_is_laid_over_where_asked():
    Library((Addition(OWN, "report.pdf", date(2030, 1, 9)),)).save(library_file())
    assert OWN.key not in load().inspections
    assert load(library=True).inspections[OWN.key].added_by_user


def test_without_a_library_there_is_nothing_to_lay_over(repository):
    assert list(load(library=True).inspections) == list(repository.inspections)


def test_a_library_that_cannot_be_read_is_an_error_and_stays():
    library_file().parent.mkdir(parents=True)
    library_file().write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="could not be read"):
        load(library=True)
    assert library_file().read_text(encoding="utf-8") == "{"


def test_a_folder_and_the_library_are_not_given_together(tmp_path):
    with pytest.raises(ValueError, match="not both"):
        load(tmp_path, library=True)


def test_visits_as_rows_are_those_of_the_table(repository):
    (row,) = to_rows([repository.visits["slough-2026-01-12"]])
    assert row == {
        "visit": "slough-2026-01-12", "council": "slough", "type": "focused visit", "start": date(2025, 11, 19),
        "end": date(2025, 11, 20), "published": date(2026, 1, 12), "topic": "care-leavers", "priority_action": "yes",
        "source": "letter", "notes": None,
    }  # fmt: skip
    assert to_rows(repository.visits_of("bury"))[-1]["priority_action"] is None
