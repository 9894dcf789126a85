"""OpenDocument spreadsheets: the same cells as from a workbook, and within the same bounds."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from ofsted_tui.importing import sheets
from ofsted_tui.importing.sheets import UnreadableTable

CASES = Path(__file__).parent / "cases"
NAMES = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"'
    for n, u in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def document(tables: str, styles: str = "", head: str = "", manifest: str = "", kind: str | None = KIND) -> bytes:
    content = (f'<?xml version="1.0"?>{head}<office:document-content {NAMES}><office:automatic-styles>{styles}'
               f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
               "</office:document-content>")  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind:
            archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()


def table(rows: str, name: str = "One", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def text(words: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def value(kind: str, held: str, shown: str = "as shown", name: str = "value") -> str:
    return (f'<table:table-cell office:value-type="{kind}" office:{name}="{held}"><text:p>{shown}</text:p>'
            "</table:table-cell>")  # fmt: skip


@pytest.fixture
def held(tmp_path):
    """The sheets of a document."""

    def reading(content: bytes, name: str = "table.ods"):
        file = tmp_path / name
        file.write_bytes(content)
        return sheets.sheets(file)

    return reading


@pytest.fixture
def refused(held):
    """Why a document is not read: one line."""

    def refusing(content: bytes) -> str:
        with pytest.raises(UnreadableTable) as problem:
            held(content)
        assert "\n" not in str(problem.value)
        return str(problem.value)

    return refusing


@pytest.mark.parametrize("name", ["far-blank.ods", "heading-over-two-lines.ods"])
def test_the_cases_are_read_to_the_end(name):
    (sheet,) = sheets.sheets(CASES / name)
    assert [cells[0] for _, cells in sheet.lines] == ["Local authority", "Leeds", "Bristol, City of"]
    assert {len(cells) for _, cells in sheet.lines} == {10}
    assert sheet.lines[0][1][1] == "Publication date"


def test_the_values_of_cells_are_those_of_a_workbook(held, tmp_path):
    cells = [value("float", "12"), value("float", "12.5"), value("percentage", "0.5"), value("currency", "1250"),
             value("time", "PT12H00M00S", name="time-value"), value("time", "PT06H30M00S", name="time-value"),
             value("boolean", "true", name="boolean-value"), text("Good")]  # fmt: skip
    (ours,) = held(document(table(row(*cells))))
    book = tmp_path / "same.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        workbook.add_worksheet().write_row(0, 0, [12, 12.5, 0.5, 1250, 0.5, 6.5 / 24, True, "Good"])
    (theirs,) = sheets.sheets(book)
    assert [cell[:12] for cell in ours.lines[0][1]] == [cell[:12] for cell in theirs.lines[0][1]]


def test_a_date_is_its_own_whatever_is_shown(held):
    (sheet,) = held(document(table(row(value("date", "2026-11-03", "3/11", "date-value")))))
    assert sheet.lines == ((1, ("2026-11-03",)),)


def test_a_text_over_several_lines_with_links_and_notes(held):
    words = ('Local<text:line-break/>authority<text:s text:c="3"/><text:a>name</text:a><text:note><text:p>see</text:p>'
             "</text:note><text:tab/>here")  # fmt: skip
    comment = '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation>'
    (sheet,) = held(
        document(table(row(text(words), f"{comment}<text:p>one</text:p><text:p>two</text:p></table:table-cell>")))
    )
    assert sheet.lines[0][1] == ("Local authority name here", "one two")


def test_covered_cells_hold_nothing_and_keep_their_place(held):
    covered = (
        '<table:covered-table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:covered-table-cell>'
    )
    (sheet,) = held(document(table(row(text("a"), covered, text("b")))))
    assert sheet.lines == ((1, ("a", "", "", "b")),)


def test_repeated_rows_and_cells_count_and_headings_in_groups_are_rows(held):
    twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    rows = (f"<table:table-header-rows>{row(text('head'))}</table:table-header-rows>{row('<table:table-cell/>', times=7)}"
            f"<table:table-row-group>{row(twice, times=2)}</table:table-row-group>")  # fmt: skip
    (sheet,) = held(document(table(rows)))
    assert sheet.lines == ((1, ("head",)), (9, ("x", "x")), (10, ("x", "x")))


def test_hidden_sheets_are_named_and_not_read(held):
    styles = ('<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
              "</style:style>")  # fmt: skip
    found = held(document(table(row(text("a")), "old", "h") + table(row(text("b")), "new"), styles))
    assert [(s.name, s.hidden, len(s.lines)) for s in found] == [("old", True, 0), ("new", False, 1)]


def test_it_is_known_without_the_part_that_says_so(held):
    (sheet,) = held(document(table(row(text("a"))), kind=None), "table.csv")
    assert sheet.lines == ((1, ("a",)),)


MANY = '<table:table-cell table:number-columns-repeated="{}" office:value-type="string"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (document(table(row(text("x"), times=1_048_576))), "line 1,048,576, column 1 of sheet “One”"),
        (document(table(row(MANY.format(16_384)))), "column 501 of sheet “One”"),
        (document(table(row('<table:table-cell table:number-columns-repeated="16383"/>', text("x")))), "column 16,384"),
        (document(table(row(MANY.format(500), times=90_000))), "zip bomb"),
        (document(table(row(text("x" * 19_000), times=90_000))), "zip bomb"),
        (document(table("".join(row(text("y" * 19_000), times=100) for _ in range(40)))), "zip bomb"),
        (document(table(row(text("x" * 31_000_000)))), "zip bomb"),
        (document(table(row(text("&b;"))), head='<!DOCTYPE a [<!ENTITY b "c">]>'), "definitions (DTD)"),
        (document("<table:table"), "open it in LibreOffice and save it again"),
        (document(table(row(text("x")).replace('"1"', '"many"'))), "open it in LibreOffice and save it again"),
        (document(table(row(text("x"))) * 51), "it has 51 sheets"),
        (document(table(row(text("<text:span>" * 50_000 + "</text:span>" * 50_000)))), "damaged or unsafe"),
        (document(table(""), manifest="<manifest><encryption-data/></manifest>"), "protected by a password"),
    ],
    ids=["far lines", "far columns", "far cell", "cells", "letters", "many letters", "bomb", "DTD", "broken", "no number", "sheets",
         "nested", "password"],
)  # fmt: skip
def test_a_hostile_document(refused, content, sentence):
    assert sentence in refused(content)


def test_it_is_read_by_another_process(refused, monkeypatch):
    monkeypatch.setattr("ofsted_tui.importing.sheets.ods._PROGRAM", "import os; os.abort()")
    assert "damaged or unsafe" in refused(document(""))
