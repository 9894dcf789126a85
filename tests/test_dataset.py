"""Loading tables: everything is checked, and every fault says where, what was found and what was expected."""

from __future__ import annotations

import csv
import shutil
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from ofsted_tui.analysis.finding_search import FindingQuery, find_findings
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Finding, Kind
from ofsted_tui.storage import dataset, shipped_data
from ofsted_tui.storage.column_file import SUFFIX, cells_of, column_lines, to_columns
from ofsted_tui.storage.dataset import DataError, load
from ofsted_tui.storage.sorted_lines import BLOCK, lines_with

from .conftest import finding as told
from .test_cli import run  # noqa: F401


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped data, to be spoilt."""
    copy = tmp_path / "data"
    shutil.copytree(shipped_data.folder(), copy)
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
    repository, checked = shipped_data.load(), load(shipped_data.folder())
    for held in ("councils", "inspections", "reported", "tiles", "visits"):
        assert getattr(checked, held) == getattr(repository, held)
    for held in ("summaries", "repeats"):
        assert getattr(checked, held) == dict(getattr(repository, held))
    assert list(checked.findings) == list(repository.findings)
    assert list(checked.all_visits.findings) == list(repository.all_visits.findings)
    assert checked.all_visits.repeats == dict(repository.all_visits.repeats)
    assert len(repository.councils) == 158
    assert len(repository.inspections) >= 715
    assert len(repository.tiles) == 153
    assert len(list(repository.findings)) == len(repository.findings)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("inspections.csv", ",good,", ",excellent,", "found “excellent”, expected one of nothing, outst"),
        ("inspections.csv", "2019-04-01,Brenda", "01/04/2019,Brenda", "column published: found “01/04/2019”, expected a date"),
        ("inspections.csv", ",ILACS,", ",ilacs,", "column framework: found “ilacs”, expected one of SLAC"),
        ("inspections.csv", "barnet-", "barking-and-dagenham-", "expected a different value in each line; line 2 already has this one"),
        ("inspections.csv", "https://files", "javascript://files", "column report_url: found “javascript"),
        ("inspections.csv", "https://files", "http://files", "expected an address such as https://files.ofsted.gov.uk"),
        ("inspections.csv", "https://files.ofsted.gov.uk", "https://evil.example", "column report_url: found “https://evil"),
        ("inspections.csv", ",barnet,", ",atlantis,", "column council: found “atlantis”, expected a council of councils.csv"),
        ("inspections.csv", "inspection,council,framework", "inspection,council,rules", "line 1: found"),
        ("councils.csv", "barnet,Barnet,", "Barnet!,Barnet,", "line 3, column council: found “Barnet!”, expected lower-case"),
        ("councils.csv", "Barnet,Barnet,", '"Barnet,Barnet,', "found “a quotation mark inside a cell that is not doubled”, expected comma"),
        ("councils.csv", "barnet,Barnet", "barnet,more,cells,Barnet", "line 3: found “17 cells”, expected 15 cells"),
        ("findings.csv", ",praise,", ",flattery,", "column kind: found “flattery”, expected one of praise, improvement"),
        ("findings.csv", ",supervision,", ",charm,", "column theme: found “charm”, expected one of"),
        ("tilemap.csv", "barnet,", "atlantis,", "column council: found “atlantis”"),
        ("visits.csv", ",barnet,", ",atlantis,", "column council: found “atlantis”, expected a council of councils.csv"),
        ("visits.csv", ",focused visit,", ",visit,", "line 2, column type: found “visit”, expected one of focused visit, monit"),
        ("visits.csv", ",front-door,", ",back-door,", "line 2, column topic: found “back-door”, expected some of front-door,"),
        ("visits.csv", ",2018-03-07,", ",,", "line 2, column start: expected a date such as 2017-12-08"),
        ("visits.csv", ",no,letter", ",maybe,letter", "column priority_action: found “maybe”, expected one of yes, no, nothing"),
        ("visits.csv", "barnet-2025-12-04,", "barnet-2021-08-02,", "column visit: found “barnet-2021-08-02”, expected a different"),
        ("visits.csv", "visit,council,type", "visit,council,kind", "visits.csv, line 1: found"),
        ("reported_totals.csv", ",68,", ",many,", "expected a whole number"),
        ("repeats.csv", ",reader", ",hearsay", "column source: found “hearsay”, expected one of report, reader"),
        ("repeats.csv", "lambeth-2015-05-12/4", "lambeth-2015-05-12/1", "expected the number of an improvement of findings.csv"),
        ("repeats.csv", "lambeth-2015-05-12/4", "lambeth-2026-03-10/9", "column earlier: found “lambeth-2026-03-10/9”, expected an improvement asked for before"),
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


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("visit_findings.csv", "line 2, column visit: found “leeds-1999-01-01”, expected a visit of visits.csv"),
        ("findings.csv", "column inspection: found “leeds-1999-01-01”, expected an inspection of inspections.csv"),
        ("summaries.csv", "found “leeds-1999-01-01”, expected an inspection of inspections.csv or a visit of visits.csv"),
    ],
)  # fmt: skip
def test_what_belongs_to_nothing_is_named_with_its_place(folder, file, words):
    row = {
        "summaries.csv": "leeds-1999-01-01,Children are well served.,1",
    }.get(file, "leeds-1999-01-01,praise,leadership,supervision,,,Leaders listen.,,1,leeds-1999-01-01/1")
    head, _, rest = (folder / file).read_text(encoding="utf-8").partition("\n")
    (folder / file).write_text(f"{head}\n{row}\n{rest}", encoding="utf-8")
    assert any(words in fault and file in fault for fault in faults(folder))


def test_a_folder_may_have_no_visits(folder):
    (folder / "visits.csv").unlink()
    (folder / "visit_findings.csv").unlink()
    (folder / "visit_repeats.csv").unlink()
    assert load(folder).visits == {}


def test_all_faults_are_told_at_once(folder):
    spoil(folder, "inspections.csv", ",good,", ",excellent,")
    spoil(folder, "findings.csv", ",praise,", ",flattery,")
    spoil(folder, "tilemap.csv", "barnet,", "atlantis,")
    assert len(faults(folder)) >= 3


def test_a_missing_table_and_a_missing_folder(folder, tmp_path):
    (folder / "councils.csv").unlink()
    assert any("councils.csv: expected this table in the folder" in fault for fault in faults(folder))
    assert faults(tmp_path / "nowhere") == [
        f"{tmp_path / 'nowhere'}: expected a folder of tables; there is no such folder"
    ]


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


@pytest.mark.parametrize("file", ["councils.csv", "inspections.csv"])
@pytest.mark.parametrize("rows", [0, 1])
def test_a_table_without_a_row_is_named_first_and_alone(folder, file, rows):
    head = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)[:rows]
    (folder / file).write_text("".join(head), encoding="utf-8")
    (said,) = faults(folder)
    assert said == f"{folder / file}: expected at least one row"


def test_what_follows_from_a_fault_is_not_told_beside_it(folder):
    """One cell too many in a council's row would else be followed by a fault for each of its inspections."""
    spoil(folder, "councils.csv", "barnet,Barnet", "barnet,more,cells,Barnet")
    (folder / "inspections.csv").unlink()
    cells, missing = faults(folder)
    assert "councils.csv, line 3: found “17 cells”, expected 15 cells" in cells
    assert "inspections.csv: expected this table in the folder" in missing


@pytest.mark.parametrize("before", ["\n\n", "my,findings\n"])
def test_of_a_table_whose_first_line_does_not_name_its_columns_that_alone_is_told(folder, before):
    """The width of each of its thousands of rows would else be a fault too."""
    table = folder / "findings.csv"
    table.write_text(before + table.read_text(encoding="utf-8"), encoding="utf-8")
    (said,) = faults(folder)
    assert "findings.csv, line 1:" in said
    assert "expected also the columns inspection, kind, " in said


def test_many_faults_are_found_in_the_time_of_a_few(folder, monkeypatch):
    """Findings of an older list of inspections: each is a fault, and none makes the next take longer."""
    looks = 0

    def counted(reader, file, path=dataset._Reader.path):
        nonlocal looks
        looks += 1
        return path(reader, file)

    monkeypatch.setattr(dataset._Reader, "path", counted)
    table = folder / "findings.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(head + "".join(f"nowhere-{row}" for row in rows[:500]), encoding="utf-8")
    assert len(faults(folder)) == 500
    assert looks < 5000


def test_where_a_thousand_faults_were_found_nothing_more_is_read(folder, monkeypatch):
    """A table of another kind under our name: its first lines tell what is wrong with all of them."""
    looks = 0

    def counted(reader, *row, read=dataset._Reader._row):
        nonlocal looks
        looks += 1
        return read(reader, *row)

    monkeypatch.setattr(dataset._Reader, "_row", counted)
    head, row, *_ = (folder / "findings.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    odd = row.replace(",improvement,", ",prize,").replace(",praise,", ",prize,").replace(",supervision,", ",weather,")
    (folder / "findings.csv").write_text(head + odd * 50_000, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(folder)
    assert raised.value.more
    assert len(raised.value.faults) == 1000
    assert raised.value.faults[0].line == 2
    assert looks <= 1000


def test_a_command_tells_the_first_faults_and_that_there_are_more(folder, run):  # noqa: F811
    head, row, *_ = (folder / "findings.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    inspection, _, rest = row.rpartition(",")[0].partition(",")
    for rows, said, last in ((1200, "at least 1,000 faults", "… and more"), (60, "60 faults", "… and 10 more")):
        (folder / "findings.csv").write_text(head + f"of-nobody-{inspection},{rest},\n" * rows, encoding="utf-8")
        code, _, told = run("list", "--data", str(folder))
        assert code == 3
        first, *faults, end = told.splitlines()
        assert first == f"The data cannot be used: {said}."
        assert len(faults) == 50
        assert end == last
    assert "… and more" in run("import", "--dry-run", str(folder))[1]


@pytest.mark.parametrize(
    ("file", "column"),
    [("findings.csv", "finding"), ("visit_findings.csv", "finding"), ("summaries.csv", "inspection"),
     ("repeats.csv", "finding"), ("tilemap.csv", "council")],
)  # fmt: skip
def test_two_rows_of_one_key_are_a_fault_of_the_second(folder, file, column):
    with (folder / file).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    key = rows[0][column]
    with (folder / file).open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows([*rows, rows[0]])
    (said,) = faults(folder)
    assert said.endswith(
        f"{file}, line {len(rows) + 2}, column {column}: found “{key}”, expected a different value in each line; line "
        "2 already has this one"
    )


def test_findings_without_numbers_are_no_fault(folder):
    with (folder / "findings.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    (folder / "repeats.csv").unlink()
    (folder / "visit_repeats.csv").unlink()
    with (folder / "findings.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows({**row, "finding": ""} for row in rows)
    assert len(load(folder).findings) == len(rows)


def test_faults_stand_in_the_order_of_the_lines(folder):
    spoil(folder, "inspections.csv", ",good,", ",excellent,")
    text = (folder / "inspections.csv").read_text(encoding="utf-8").splitlines()
    (folder / "inspections.csv").write_text("\n".join([*text, "one"]) + "\n", encoding="utf-8")
    excellent, one = faults(folder)
    assert "excellent" in excellent
    assert f"line {len(text) + 1}: found “1 cell”, expected 21 cells" in one


def test_a_column_that_stands_twice_is_a_fault(folder):
    spoil(folder, "inspections.csv", ",notes\n", ",notes,overall\n")
    assert any("line 1: found “overall, overall”, expected each column once" in fault for fault in faults(folder))


def another(folder, change):
    """The folder with another findings table of the same content, written by `change` from rows of cells."""
    for table in ("repeats.csv", "visit_repeats.csv"):  # which of them repeat others does not matter here
        (folder / table).unlink()
    with (folder / "findings.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table))
    with (folder / "findings.csv").open("w", encoding="utf-8", newline="") as table:
        change(table, rows)
    return load(folder).findings


FORMS = {
    "one more column": lambda table, rows: csv.writer(table).writerows([*row, "more"] for row in rows),
    "another order": lambda table, rows: csv.writer(table).writerows(row[::-1] for row in rows),
    "all quoted": lambda table, rows: csv.writer(table, quoting=csv.QUOTE_ALL).writerows(rows),
    "blanks around": lambda table, rows: csv.writer(table).writerows([f" {cell} " for cell in row] for row in rows),
    "sorted by text": lambda table, rows: csv.writer(table).writerows([rows[0], *sorted(rows[1:], key=lambda r: r[6])]),
    "old line ends": lambda table, rows: csv.writer(table, lineterminator="\r").writerows(rows),
    "no line end": lambda table, rows: table.write("\n".join(",".join(row) for row in rows if '"' not in str(row) and "," not in row[6])),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_may_write_its_findings_in_any_form(folder, form):
    shipped = shipped_data.load().findings
    theirs = another(folder, FORMS[form])
    assert set(theirs) <= set(shipped)
    if form != "no line end":
        assert len(theirs) == len(shipped)
    key = "leeds-2022-04-12" if form == "sorted by text" else next(iter(theirs)).inspection
    assert set(theirs.for_inspection(key)) == {finding for finding in theirs if finding.inspection == key}


def test_a_finding_may_be_broken_over_lines(folder):
    def broken(table, rows):
        rows[1][6] = "Two\nlines"
        csv.writer(table).writerows(rows)

    assert next(iter(another(folder, broken))).text == "Two lines"


def test_findings_read_for_one_inspection_equal_those_read_whole():
    repository = shipped_data.load()
    whole = list(repository.findings)
    for key in {finding.inspection for finding in whole}:
        assert repository.findings.for_inspection(key) == tuple(f for f in whole if f.inspection == key)
    assert repository.findings.for_inspection("nowhere-2020-01-01") == ()
    one_by_one = {key: repository.findings.for_inspection(key) for key in repository.inspections}
    repository.findings.read()
    assert {key: repository.findings.for_inspection(key) for key in (*one_by_one, "nowhere")} == {
        **one_by_one,
        "nowhere": (),
    }


def test_findings_are_counted_by_inspection_without_being_read():
    counted, read = shipped_data.load().findings, shipped_data.load().findings
    assert counted.number_by_paper == Counter(finding.inspection for finding in read)
    assert "by_paper" not in vars(counted)
    read.read()
    assert read.number_by_paper == counted.number_by_paper


@pytest.fixture
def by_column(folder, monkeypatch):
    """The shipped data as a wheel holds them: with a file of columns beside each table of findings."""
    for table in (folder / "findings.csv", folder / "visit_findings.csv"):
        with table.open(encoding="utf-8", newline="") as lines:
            _, *rows = csv.reader(lines)
        table.with_suffix(SUFFIX).write_bytes(to_columns(rows, table.stat().st_size))
    monkeypatch.setattr(shipped_data, "_place", lambda: f"{folder}/")
    return folder


def said_in(data):
    return list(data.findings), list(data.all_visits.findings)


def test_a_wheel_holds_the_findings_of_the_tables(by_column):
    expected = load(by_column)
    held = shipped_data.load()
    for told_there, told_here in zip((held.findings, held.all_visits.findings), said_in(expected), strict=True):
        fields = {name: told_there.field(name) for name in Finding._fields}
        assert fields == {name: [getattr(one, name) for one in told_here] for name in Finding._fields}
        assert list(told_there) == told_here
        assert list(told_there.number_by_paper.items()) == list(Counter(one.inspection for one in told_here).items())


def test_one_field_of_the_findings_is_read_without_the_others(by_column, monkeypatch):
    monkeypatch.setattr(shipped_data, "_cells", None)  # what reads the CSV files
    said = shipped_data.Findings(read_fields=lambda: shipped_data._field_reader("findings.csv"))
    assert len(said.field("theme")) == sum(said.number_by_paper.values()) > 8000
    assert "_all" not in vars(said)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda whole: whole[:-10],
        lambda whole: whole + b"\n",
        lambda whole: b"",
        lambda whole: whole[:1_000_000],
        lambda whole: whole.partition(b"\n")[2],
        lambda whole: whole.replace(b"2", b"3", 1),
    ],
    ids=["cut", "longer", "empty", "half", "without its first line", "of another table"],
)
def test_a_file_of_columns_that_does_not_fit_its_table_is_not_used(by_column, spoilt):
    expected = said_in(load(by_column))
    for file in by_column.glob(f"*{SUFFIX}"):
        file.write_bytes(spoilt(file.read_bytes()))
    assert said_in(shipped_data.load()) == expected


def test_a_table_that_was_edited_is_read_anew(by_column):
    table = by_column / "findings.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",praise,", ",concern,", 1), encoding="utf-8")
    assert said_in(shipped_data.load()) == said_in(load(by_column))


@pytest.mark.parametrize("in_a_wheel", [True, False])
def test_without_a_finding_there_is_none(by_column, in_a_wheel):
    for table in (by_column / "findings.csv", by_column / "visit_findings.csv"):
        table.write_bytes(table.read_bytes().partition(b"\n")[0] + b"\n")
        table.with_suffix(SUFFIX).write_bytes(to_columns([], table.stat().st_size if in_a_wheel else 0))
    held = shipped_data.load()
    assert said_in(held) == ([], [])
    assert (held.findings.field("text"), dict(held.findings.number_by_paper)) == ([], {})
    assert len(find_findings(held, FindingQuery())) == 0


def test_a_field_is_read_whole_for_each_of_several_that_ask_at_once(by_column):
    """Findings reads ahead in a thread, while a letter is answered."""
    said = shipped_data.load().findings
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            read = list(threads.map(said.field, ["text", "theme"] * 8))
    finally:
        sys.setswitchinterval(before)
    assert all(one == read[place % 2] for place, one in enumerate(read))


def test_a_field_of_all_findings_has_those_of_the_user_last(by_column):
    shipped = shipped_data.load().findings
    key = next(iter(shipped.number_by_paper))
    laid_over = shipped.overlaid({key: (told(key, Kind.PRAISE, "Counted well."),)})
    assert laid_over.field("text") == [one.text for one in laid_over]
    assert laid_over.field("text")[-1] == "Counted well."
    assert list(laid_over.number_by_paper)[-1] == key
    assert laid_over.first_places[key] == len(laid_over) - 1


@pytest.mark.parametrize(
    "rows", [[], [["a"]], [["a", ""], ["", ""]], [["one", "–"], ["", "two, “three”"]], [["é"], ["e"]]]
)
def test_a_table_by_column_holds_its_cells(rows):
    assert [tuple(cells_of(line)) for line in column_lines(rows)] == list(zip(*rows, strict=True))


@pytest.mark.parametrize("cell", ["a\tb", "a\nb"])
def test_a_cell_that_would_part_a_column_is_refused(cell):
    with pytest.raises(
        ValueError, match="found a tab or a line break in the column that begins with 'x', expected none"
    ):
        column_lines([["1", "x"], ["2", cell]])


@pytest.mark.parametrize("table", ["", "inspection,text", "inspection,text\n"])
def test_a_table_without_findings_has_none(table):
    none = Findings(table.encode, lambda lines: lines.splitlines())
    assert (none.for_inspection("inspection"), dict(none.number_by_paper), list(none)) == ((), {}, [])


def findings_told(lines):
    cells = (line.split(",") for line in lines.decode().splitlines())
    return [told(key, Kind.PRAISE, text) for key, text in cells]


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_key_that_begins_like_another_is_told_from_it(tmp_path, on_disk):
    table = "inspection,text\na-1,one\na-1,two\na-10,three\na-2,four"
    (file := tmp_path / "findings.csv").write_text(table, encoding="utf-8")
    look_up = (lambda key: lines_with(key, str(file))) if on_disk else None
    said = Findings(table.encode, findings_told, look_up=look_up)
    texts = {key: [one.text for one in said.for_inspection(key)] for key in ("a", "a-1", "a-10", "a-2", "b")}
    assert texts == {"a": [], "a-1": ["one", "two"], "a-10": ["three"], "a-2": ["four"], "b": []}
    assert said.number_by_paper == {"a-1": 2, "a-10": 1, "a-2": 1}


@pytest.mark.parametrize("lines", [0, 1, 2, 150, 900])
def test_lines_are_found_by_their_key_in_a_table_of_any_size(tmp_path, lines):
    """One of up to a third of a block, several of a key in a row, and keys that are not there before, between and behind."""
    keys = [f"k{n // 3:04}" for n in range(lines)]
    table = [f"{key},{'x' * (n * 37 % (BLOCK // 3))}\n".encode() for n, key in enumerate(keys)]
    (file := tmp_path / "table.csv").write_bytes(b"".join([b"key,text\n", *table]))
    for key in (*keys, "", "a", "key", "k0000x", "k0017x", "z"):
        assert lines_with(key, str(file)) == b"".join(line for line in table if line.startswith(f"{key},".encode()))


@pytest.mark.parametrize("table", ["findings.csv", "visit_findings.csv"])
def test_no_line_of_the_findings_is_longer_than_half_a_block(table):
    assert max(map(len, (shipped_data.folder() / table).read_bytes().split(b"\n"))) < BLOCK / 2


def test_findings_asked_for_again_are_not_read_again():
    """A council's page asks for those of one inspection several times; but not all that were ever seen are kept."""
    repository, parsed = shipped_data.load(), []
    parse = repository.findings._parse
    repository.findings._parse = lambda lines: parsed.append(1) or parse(lines)
    keys = list(repository.inspections)[-40:]
    first = repository.findings.for_inspection(keys[0])
    assert repository.findings.for_inspection(keys[0]) is first
    assert len(parsed) == 1
    for key in keys:
        repository.findings.for_inspection(key)
    assert repository.findings.for_inspection(keys[0]) == first
    assert len(parsed) == len(keys) + 1


def test_of_the_shipped_summaries_only_those_asked_for_are_read():
    """The first screen shows one of hundreds. Nor does the answer depend on whether all were read."""
    repository = shipped_data.load()
    told = repository.summaries["york-2023-09-06"]
    assert "_every" not in repository.summaries.__dict__
    assert repository.summaries.get("atlantis-2023-09-06") is None
    assert list(repository.summaries)[-1] == "york-2023-09-06"
    assert repository.summaries["york-2023-09-06"] == told
    with pytest.raises(KeyError):
        repository.summaries["atlantis-2023-09-06"]
