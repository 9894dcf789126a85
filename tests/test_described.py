"""Every column that a command gives is described: by `--describe`, and in `data/README.md`. `UPDATE_README=1`."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from ofsted_tui.cli.commands import SUBCOMMANDS
from ofsted_tui.cli.main import main
from ofsted_tui.output.answer_columns import ANSWERS, answer_columns, every_column
from ofsted_tui.output.formats import as_markdown

from .made_up import NEW_REPORT
from .test_cli import run  # noqa: F401

DATA_README = Path(__file__).parents[1] / "data" / "README.md"
TABLE = re.compile(r"(<!-- columns: .*? -->\n)(.*?)(<!-- /columns -->)", re.DOTALL)
ASKED = {"themes --theme THEME": "themes --theme neglect", "repeats COUNCIL": "repeats lambeth",
         "compare": "compare leeds bcp", "show": "show leeds",
         "changes": "changes --since 2026-01-01"}  # fmt: skip
"""What stands for the words of an answer where those alone cannot be asked."""
ON_THEIR_OWN = ("library", "import")


def header(capsys, command: str) -> list[str]:
    assert main([*command.split(), "--format", "csv"]) == 0
    return next(csv.reader(io.StringIO(capsys.readouterr().out)))


@pytest.mark.parametrize("answer", [a for a in ANSWERS if a.command not in ON_THEIR_OWN], ids=lambda a: a.words)
def test_the_columns_described_are_those_given(capsys, answer):
    words = answer.words
    for pattern, instead in ASKED.items():
        words = instead + words.removeprefix(pattern) if words.startswith(pattern) else words
    words += " leeds bcp" if words.startswith("compare --") else ""
    given, told = header(capsys, words), [column.name for column in answer.columns]
    assert given == told


def test_the_columns_of_an_import_and_of_the_library(capsys, tmp_path):
    file = tmp_path / "leeds.txt"
    file.write_text(NEW_REPORT, encoding="utf-8")
    of_import = header(capsys, f"import {file} --published 2027-08-01")
    assert of_import == [column.name for answer in ANSWERS if answer.words == "import" for column in answer.columns]
    library = header(capsys, "library")
    assert library == [column.name for answer in ANSWERS if answer.words == "library" for column in answer.columns]


def test_every_answer_in_rows_has_a_description(run):  # noqa: F811
    for command in SUBCOMMANDS:
        if command.name in ("export", "maintain", "completion", "serve"):  # no rows of their own
            continue
        code, out, _ = run(command.name, "--describe", "--format", "json")
        assert code == 0
        rows = json.loads(out)
        assert all(row["meaning"].endswith(".") for row in rows), command.name
        assert {row["type"] for row in rows} <= {"string", "integer", "number", "boolean", "date", "month", "list"}


def test_types_are_those_of_the_json(run):  # noqa: F811
    python = {"integer": int, "number": float, "boolean": bool, "list": list}
    for command in ("list", "findings --limit 50", "due", "journeys", "visits --limit 50", "themes", "totals"):
        types = {column: type_ for _, column, type_, _ in answer_columns(command.split()[0]).rows}
        for row in json.loads(run(*command.split(), "--format", "json")[1]):
            for column, value in row.items():
                assert value is None or isinstance(value, python.get(types[column], str)), (command, column, value)


def test_nothing_else_is_needed_to_describe(run):  # noqa: F811
    code, out, _ = run("show", "--describe", "--columns", "column,type", "--format", "csv")
    assert code == 0
    assert "later,boolean" in out


def test_the_readme_of_the_data_has_every_column():
    text = DATA_README.read_text(encoding="utf-8")
    table = as_markdown(every_column())
    if os.environ.get("UPDATE_README"):
        text = TABLE.sub(lambda found: found[1] + table + found[3], text)
        DATA_README.write_text(text, encoding="utf-8")
    assert TABLE.search(text)[2] == table
