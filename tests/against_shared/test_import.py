"""The whole import against every report and table held: nothing contradicts, nothing is refused that is a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ofsted_tui.importing.apply import preview
from ofsted_tui.importing.sources import files, read_all
from ofsted_tui.importing.step import Status, tally

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the reports do not lie beside the project")


def steps(repository, *paths: Path):
    return preview(tuple(read_all(files(paths), repository)), repository)


def test_every_report_agrees_with_the_shipped_data(repository):
    found = steps(repository, SHARED / "reports")
    wrong = [(step.file.name, step.reason, *map(str, step.differences)) for step in found if step.unsettled]
    assert wrong == []
    assert len(found) == 493


def test_the_pdfs_agree_too(repository):
    found = steps(repository, SHARED / "report-pdfs")
    refused = [step for step in found if step.unsettled]
    assert [step.file.name for step in refused] == ["not-a-report-birmingham-2012-10-19.pdf"]
    assert len(found) == 51


@pytest.mark.parametrize(
    ("table", "counts"),
    [
        ("inspections.csv", {Status.SAME: 502}),
        ("ofsted_in_year_2024_25.csv", {Status.SAME: 112}),
        ("ofsted_la_inspections_2009_2023.csv", {Status.SAME: 566, Status.CONFLICT: 3}),
    ],
)
def test_ofsteds_own_tables(repository, table, counts):
    assert tally(steps(repository, SHARED / "sources" / table)) == counts


def test_where_ofsteds_table_of_many_years_errs(repository):
    found = steps(repository, SHARED / "sources" / "ofsted_la_inspections_2009_2023.csv")
    assert [step.place for step in found if step.unsettled] == [
        "line 80, ILACS", "line 93, ILACS", "line 127, SIF first",
    ]  # fmt: skip
