"""Golden outputs: one awkward answer, a file for each format. `UPDATE_GOLDEN=1 pytest` writes them anew."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from ofsted_tui.core.model import Framework, Grade
from ofsted_tui.core.wording import truncate
from ofsted_tui.output.formats import render
from ofsted_tui.output.table import Table

GOLDEN = Path(__file__).parent / "golden"
AWKWARD = Table(
    columns=("council", "name", "published", "overall", "framework", "councils", "share", "repeat", "links"),
    rows=(
        ("plain", "Leeds", date(2017, 12, 8), Grade.GOOD, Framework.SIF, 3, 0.25, True, ("a", "b")),
        ("comma", 'Bournemouth, "Christchurch" and Poole', None, None, None, None, None, False, ()),
        ("formula", "=1+1", date(2026, 1, 1), Grade.NOT_GIVEN, Framework.ILACS, 0, 12.0, False, ("@x",)),
        ("markup", "[/x] | *y* <z>", None, Grade.REQUIRES_IMPROVEMENT, None, -5, -1.5, False, ()),
        ("wide", "Caerffili 東京 é", None, Grade.INADEQUATE, None, 10_000, 0.0, True, ()),
    ),
    caption="5 awkward councils as at 8 December 2017.",
)


@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("csv", "csv"), ("json", "json"), ("md", "md")])
def test_golden(form, ending):
    kept = GOLDEN / f"awkward.{ending}"
    out = render(AWKWARD, form)
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_bytes(out.encode())
    assert out.encode() == kept.read_bytes()


def test_json_made_by_column_is_what_json_makes_of_the_rows():
    columns = ("mixed", "days", "lists", "texts", "empty", "texts")
    texts = ("two\nlines", 'a "quote" \\ é 東京 [/x]', "")
    rows = (
        (True, date(2017, 12, 8), (1, 2), texts[0], None, texts[0]),
        (1, None, (), texts[1], None, texts[1]),
        (1.0, date(2017, 12, 8), ("a", "b\n"), texts[2], None, texts[2]),
        (None, None, (1, 2), texts[0], None, texts[0]),
    )
    plain = [
        {
            name: value.isoformat() if isinstance(value, date) else None if value == "" else value
            for name, value in zip(columns, row, strict=True)
        }
        for row in rows
    ]
    for some in (0, 1, len(rows)):
        expected = json.dumps(plain[:some], ensure_ascii=False, indent=1) + "\n"
        assert render(Table(columns, rows[:some]), "json") == expected


def test_equal_values_of_different_types_are_written_each_in_its_own_way():
    rows = tuple((value,) for value in (True, 1, 1.0, False, 0, None))
    assert render(Table(("value",), rows), "csv").splitlines()[1:] == ["yes", "1", "1.0", '""', "0", '""']


def test_table_and_csv_agree_cell_for_cell():
    answer = AWKWARD.only(("council", "name"))
    rows = list(csv.reader(io.StringIO(render(answer, "csv"))))
    table = render(answer, "table").splitlines()
    for row, line in zip(rows[1:], table[1:], strict=False):
        assert [row[0], row[1].removeprefix("'")] == line.split(maxsplit=1)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Leeds", 5, "Leeds"),
        ("Leeds", 4, "Lee…"),
        ("Leeds", 1, "…"),
        ("Leeds", 0, ""),
        ("東京都", 4, "東…"),
        ("a b", 2, "a…"),
        ("e\u0301te\u0301", 2, "e\u0301…"),
        ("Leeds", -3, ""),
        ("", -3, ""),
        (f"“{'x' * 300_000}”", 4, "“xx…"),  # a book pasted into a search box: cut at once
    ],
)
def test_cutting(text, width, expected):
    assert truncate(text, width) == expected
