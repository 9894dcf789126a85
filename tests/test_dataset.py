"""Loading tables: everything is checked, and every fault says where, what was found and what was expected."""

from __future__ import annotations

import shutil

import pytest

from ofsted_tui import dataset
from ofsted_tui.dataset import DataError, load


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped data, to be spoilt."""
    copy = tmp_path / "data"
    shutil.copytree(dataset.shipped(), copy)
    return copy


def spoil(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder) -> list[str]:
    with pytest.raises(DataError) as raised:
        load(folder)
    return [str(fault) for fault in raised.value.faults]


def test_the_shipped_data_is_whole():
    repository = load(dataset.shipped())
    assert len(repository.councils) == 158
    assert len(repository.inspections) >= 715
    assert len(repository.tiles) == 153
    assert len(list(repository.findings)) == len(repository.findings)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("inspections.csv", ",good,", ",excellent,", "found “excellent”, expected one of nothing, outst"),
        ("inspections.csv", "2019-04-01,Brenda", "01/04/2019,Brenda", "column published: found “01/04/2019”, expected a day"),
        ("inspections.csv", ",ILACS,", ",ilacs,", "column framework: found “ilacs”, expected one of SLAC"),
        ("inspections.csv", "barnet-", "barking-and-dagenham-", "expected a value of its own; line 2 has it already"),
        ("inspections.csv", "https://files", "javascript://files", "column report_url: found “javascript"),
        ("inspections.csv", ",barnet,", ",atlantis,", "column council: found “atlantis”, expected a council of councils.csv"),
        ("inspections.csv", "inspection,council,framework", "inspection,council,rules", "line 1: found"),
        ("councils.csv", "barnet,Barnet,", "Barnet!,Barnet,", "line 3, column council: found “Barnet!”, expected lower-case"),
        ("councils.csv", "Barnet,Barnet,", '"Barnet,Barnet,', "expected comma-separated values"),
        ("councils.csv", "barnet,Barnet", "barnet,more,cells,Barnet", "line 3: found “17 cells”, expected 15 cells"),
        ("findings.csv", ",praise,", ",flattery,", "column kind: found “flattery”, expected one of praise, improvement"),
        ("findings.csv", ",supervision,", ",charm,", "column theme: found “charm”, expected one of"),
        ("tilemap.csv", "barnet,", "atlantis,", "column council: found “atlantis”"),
        ("reported_totals.csv", ",68,", ",many,", "expected a whole number"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(folder, file, old, new, words):
    if file == "inspections.csv" and new.startswith("barking"):
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        lines[2] = lines[1]
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        spoil(folder, file, old, new)
    said = faults(folder)
    assert any(words in fault and file in fault for fault in said), said


def test_all_faults_are_told_at_once(folder):
    spoil(folder, "inspections.csv", ",good,", ",excellent,")
    spoil(folder, "findings.csv", ",praise,", ",flattery,")
    spoil(folder, "tilemap.csv", "barnet,", "atlantis,")
    assert len(faults(folder)) >= 3


def test_a_missing_table_and_a_missing_folder(folder, tmp_path):
    (folder / "councils.csv").unlink()
    assert any("councils.csv: expected this table to be in the folder" in fault for fault in faults(folder))
    assert faults(tmp_path / "nowhere")


def test_another_encoding_is_said_with_its_line(folder):
    text = (folder / "councils.csv").read_text(encoding="utf-8").replace("Barnsley", "Barnsléy", 1)
    (folder / "councils.csv").write_bytes(text.encode("latin-1"))
    assert any("found “byte 0xe9”, expected text in UTF-8" in fault for fault in faults(folder))


def test_a_byte_order_mark_is_no_fault(folder):
    raw = (folder / "councils.csv").read_bytes()
    (folder / "councils.csv").write_bytes(b"\xef\xbb\xbf" + raw)
    assert len(load(folder).councils) == 158


def test_empty_tables_are_a_fault(folder):
    (folder / "inspections.csv").write_text("", encoding="utf-8")
    assert faults(folder)


def test_findings_of_one_inspection_stand_together(folder):
    rows = (folder / "findings.csv").read_text(encoding="utf-8").splitlines()
    (folder / "findings.csv").write_text("\n".join([*rows, rows[1]]) + "\n", encoding="utf-8")
    assert any("expected its rows to stand together" in fault for fault in faults(folder))


def test_findings_read_for_one_inspection_equal_those_read_whole():
    repository = load()
    whole = list(repository.findings)
    for key in {finding.inspection for finding in whole}:
        assert repository.findings.of(key) == tuple(f for f in whole if f.inspection == key)
    assert repository.findings.of("nowhere-2020-01-01") == ()
