"""Export: a data package that loads again, and a workbook in which no text can act."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Kind
from ofsted_tui.core.repository import Repository
from ofsted_tui.importing.sheets import xlsx
from ofsted_tui.output.export import NotEmpty, export
from ofsted_tui.storage import dataset

from .conftest import finding

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org", "mailto:a@b", "{=1}", "internal:A1", "1e5"]


def test_everything_comes_back(repository, tmp_path):
    files = export(repository, tmp_path / "out")
    assert {file.name for file in files} == {
        "README.md", "councils.csv", "datapackage.json", "findings.csv", "repeats.csv", "visit_repeats.csv", "summaries.csv", "inspections.csv", "reported_totals.csv",
        "tilemap.csv", "visits.csv", "visit_findings.csv", "ofsted-inspections.xlsx",
    }  # fmt: skip
    again = dataset.load(tmp_path / "out")
    assert again.inspections == repository.inspections
    assert set(again.findings) == set(repository.findings)
    assert (again.visits, again.summaries) == (repository.visits, repository.summaries)
    assert (again.reported, again.tiles) == (repository.reported, repository.tiles)
    assert again.repeats == repository.repeats
    assert again.all_visits.repeats == repository.all_visits.repeats


@pytest.mark.parametrize(
    ("there", "sentence"), [("file", "out is a file;"), ("folder", "already exists and is not empty;")]
)
def test_nothing_is_overwritten(repository, tmp_path, there, sentence):
    out = tmp_path / "out"
    if there == "file":
        out.write_text("mine")
    else:
        out.mkdir()
        (out / "mine.txt").write_text("mine")
    with pytest.raises(NotEmpty, match=sentence):
        export(repository, out)
    assert not list(tmp_path.glob("**/*.csv"))


@pytest.mark.parametrize("name", [".", "link"])
def test_the_folder_in_which_one_stands_or_a_link_to_an_empty_one(repository, tmp_path, monkeypatch, name):
    there = tmp_path / "there"
    there.mkdir()
    (tmp_path / "link").symlink_to(there)
    monkeypatch.chdir(there if name == "." else tmp_path)
    export(repository, Path(name))
    assert (there / "inspections.csv").is_file()


def test_a_link_to_nothing_is_no_folder(repository, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotEmpty, match="a broken link"):
        export(repository, tmp_path / "link")


def test_a_package_with_rows_of_ones_own_says_so(repository, tmp_path):
    """And its description admits them, so that others' tools do not call the package faulty."""
    first = next(iter(repository.inspections.values()))
    quoted = finding(first.key, Kind.IMPROVEMENT, "Plans.")._replace(theme="", judgement=None)
    mine = Repository(
        repository.councils.values(), [*repository.inspections.values(), first._replace(source="own")],
        repository.findings.overlaid({first.key: (quoted,)}), repository.reported, repository.tiles,
        visits=repository.all_visits,
    )  # fmt: skip
    export(mine, tmp_path / "out")
    words = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert words.startswith(
        "> This copy has additions: 1 inspection added by the person who exported it (source `own`), and 1 improvement in"
    )
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    columns = {
        (table["name"], column["name"]): column.get("constraints", {})
        for table in package["resources"]
        for column in table["schema"]["fields"]
    }
    assert "own" in columns["inspections", "source"]["enum"]
    assert not columns["findings", "theme"]["required"]
    dataset.load(tmp_path / "out")


@pytest.mark.parametrize(("address", "fits"), [("https://files.ofsted.gov.uk/v1/file/9", True),
                                               ("https://example.org/report.pdf", False)])  # fmt: skip
def test_an_address_elsewhere_does_not_break_the_packages_own_rule(repository, tmp_path, address, fits):
    first = next(iter(repository.inspections.values()))._replace(source="own", report_url=address)
    mine = Repository(repository.councils.values(), [*repository.inspections.values(), first], repository.findings)
    export(mine, tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    (table,) = (table for table in package["resources"] if table["name"] == "inspections")
    (column,) = (column for column in table["schema"]["fields"] if column["name"] == "report_url")
    assert ("pattern" in column["constraints"]) is fits


@pytest.mark.parametrize(("key", "warned"), [("leeds-2015-03-27", True), ("leeds-2025-08-12", False)])
def test_words_of_an_older_report_go_out_with_its_notice(repository, tmp_path, key, warned):
    quoted = finding(key, Kind.IMPROVEMENT, "Plans.")._replace(theme="", judgement=None)
    findings = repository.findings.overlaid({key: (quoted,)})
    export(Repository(repository.councils.values(), repository.inspections.values(), findings), tmp_path / "out")
    words = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert ("older notice that allows their text to be used" in words.partition("\n\n")[0]) is warned


def test_the_workbook_reads_as_it_was_written(repository, tmp_path):
    export(repository, tmp_path / "out")
    sheets = {sheet.name: sheet.lines for sheet in xlsx.sheets(tmp_path / "out" / "ofsted-inspections.xlsx")}
    assert list(sheets) == ["About", "Councils", "Inspections", "Findings", "Visits", "Findings of visits", "Summaries"]
    assert len(sheets["Councils"]) == 1 + 153
    assert len(sheets["Inspections"]) == 1 + len(repository.inspections)
    assert len(sheets["Findings"]) == 1 + len(repository.findings)


def test_no_text_becomes_a_formula_or_a_link(country, tmp_path):
    told = [finding("alder-2019-05-01", Kind.PRAISE, text) for text in HOSTILE]
    hostile = Repository(country.councils.values(), country.inspections.values(), Findings.from_findings(told))
    export(hostile, tmp_path / "out", tmp_path)
    for line in (tmp_path / "out" / "findings.csv").read_text(encoding="utf-8").splitlines()[1:]:
        assert not re.search(r'(^|,)"?\s*[=+\-@\t]', line), line
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / "out" / "ofsted-inspections.xlsx").read_bytes()))
    for name in archive.namelist():
        assert b"<f>" not in archive.read(name)
        assert b"<hyperlink" not in archive.read(name)
    texts = {cell for _, cells in xlsx.sheets(tmp_path / "out" / "ofsted-inspections.xlsx")[3].lines for cell in cells}
    assert {text.strip() for text in HOSTILE} <= texts


def test_it_is_marked_what_is_the_users_own(country, tmp_path):
    own = {**country.inspections, "alder-2019-05-01": country.inspections["alder-2019-05-01"]._replace(source="own")}
    export(Repository(country.councils.values(), own.values(), Findings()), tmp_path / "out", tmp_path)
    assert "1 of them added" in xlsx.sheets(tmp_path / "out" / "ofsted-inspections.xlsx")[0].lines[2][1][0]
