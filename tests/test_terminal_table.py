"""On a terminal every answer fits, and no date and no grade is cut; in a pipe nothing changes. `UPDATE_GOLDEN=1`."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.cli.main import main
from ofsted_tui.cli.streams import write_answer, write_lines
from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.core.wording import cell_width, wrap_text
from ofsted_tui.output.formats import as_table
from ofsted_tui.output.rows import council_list
from ofsted_tui.output.table import Table
from ofsted_tui.output.terminal_table import PROSE, Terminal, to_read

GOLDEN = Path(__file__).parent / "golden"
ESC = "\x1b"
WIDTHS = (60, 80, 120)
COMMANDS = {
    "list": "list",
    "show": "show birch --as-at 2020-01-01",
    "totals": "totals",
    "totals-region": "totals --by region",
    "findings": "findings",
    "themes": "themes",
    "journeys": "journeys --moves all",
    "compare": "compare alder birch cedar",
    "repeats": "repeats alder",
    "changes": "changes --since 2022-01-01",
}
MORE = ("list --as-at 2017-12-08", "show leeds --as-at 2024-01-01", "show leeds", "totals --by region", "totals --by month",
        "themes --theme neglect --by year", "findings drift", "journeys", "journeys --moves waiting", "due",
        "compare leeds bcp", "compare leeds --neighbours", "repeats", "repeats lambeth", "visits",
        "changes --since 2026-01-01")  # fmt: skip


def printed(capsys, command: str) -> str:
    assert main(command.split()) == 0
    return capsys.readouterr().out


def fits(out: str, width: int) -> None:
    assert max(map(cell_width, out.splitlines())) <= width
    assert "…" not in out
    assert ESC not in out


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_on_a_terminal(capsys, monkeypatch, fuller_country, name, width):
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr("ofsted_tui.storage.open_data.load", lambda folder: (fuller_country, ""))
    out = printed(capsys, COMMANDS[name])
    fits(out, width)
    kept = GOLDEN / "terminal" / f"{name}-{width}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(out, encoding="utf-8")
    assert out == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", MORE)
def test_every_command_fits_with_the_shipped_data(capsys, monkeypatch, command, width):
    monkeypatch.setenv("COLUMNS", str(width))
    fits(printed(capsys, command), width)


names = st.sampled_from(
    ["Leeds", "Bath and North East Somerset", "Bournemouth, Christchurch and Poole", "東京 é", "a" * 14]
)
days = st.dates(date(2009, 1, 1), date(2026, 12, 31))
grades = st.one_of(st.none(), st.sampled_from(Grade))
rows = st.lists(st.tuples(names, names, days, grades, grades, st.integers(0, 99999), days), min_size=1, max_size=6)
COLUMNS = ("name", "region", "published", "overall", "in_care", "councils", "since")


@given(rows=rows, width=st.integers(20, 200))
def test_no_date_and_no_grade_is_cut_at_any_width(rows, width):
    table = Table(COLUMNS, tuple(rows), "Some councils.")
    out = to_read(table, Terminal(width))
    left = re.search(r"Left out to fit this width: (.*?)\. To see them:", " ".join(out.split()))
    shown = [column for column in COLUMNS if column not in (left[1].split(", ") if left else [])]
    body = re.split(r"\n(?=Left out|Some councils)", out)[0]
    held = {column: [row[COLUMNS.index(column)] for row in rows] for column in shown}
    assert re.findall(r"\d{4}-\d{2}-\d{2}", body) == [
        row[COLUMNS.index(column)].isoformat() for row in rows for column in shown if column in ("published", "since")
    ]
    for grade in filter(None, (*held.get("overall", ()), *held.get("in_care", ()))):
        assert re.search(rf"(?m)(^|\s)({grade.short}|{grade.letter})(\s|$)", body)
    assert "…" not in out
    assert len(shown) == 1 or max(map(cell_width, body.splitlines())) <= width


@pytest.mark.parametrize("width", range(30, 181, 3))
def test_the_list_of_all_councils_fits_every_width(repository, width):
    table = council_list(repository.as_at())
    lines = to_read(table, Terminal(width)).splitlines()
    assert max(cell_width(line) for line in lines) <= width
    days = [line for line in lines if re.search(r"\b20\d\d-", line)]
    assert all(re.search(r"\b20\d\d-\d\d-\d\d(\s|$)", line) for line in days)


def test_columns_that_a_reader_named_are_all_there_whatever_the_width(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    out = printed(capsys, "list --search leeds --columns name,region,framework,published,overall,inspection,urn")
    for value in (
        "Leeds",
        "Yorkshire and the Humber",
        "ILACS",
        "2025-08-12",
        "outstanding",
        "leeds-2025-08-12",
        "80481",
    ):
        assert value in out
    assert max(map(len, out.splitlines())) <= 40


def test_what_is_left_out_is_named_and_how_to_see_it(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    out = printed(capsys, "list")
    assert "Left out to fit this width: region, framework. To see them:\n--columns name,region,framework\n" in out
    again = printed(capsys, "list --columns name,region,framework")
    assert "ILACS" in again
    assert "Left out" not in again


def test_short_grades_are_explained(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = printed(capsys, "list")
    assert "O outstanding, G good, R requires improvement, I inadequate" in out
    assert "HP help and protection" in out


def test_findings_stand_under_a_heading_line_each(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    first, *text = printed(capsys, "findings drift --limit 1").split("\n\n")[0].splitlines()
    assert first.startswith("Blackpool · 2026-07-28 · Overall not given · Improvement")
    assert text[-1].startswith("  ")


def test_in_a_pipe_a_table_is_whole():
    table = Table(("name", "text"), (("a" * 50, "b " * 200),), display_columns=("name", "text"))
    assert to_read(table, None) == as_table(table)
    assert max(map(len, as_table(table).splitlines())) > 400
    assert "text" in PROSE


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a command writes where stdout is a terminal."""
    mine, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "ofsted_tui", *arguments], stdout=theirs, stderr=subprocess.DEVNULL,
                          env={**os.environ, "COLUMNS": "80", **environment}):  # fmt: skip
        os.close(theirs)
        out = b""
        while True:
            try:
                more = os.read(mine, 65536)
            except OSError:
                break
            if not more:
                break
            out += more
    os.close(mine)
    return out.decode().replace("\r\n", "\n")


def test_a_terminal_has_coloured_grades_and_links_to_reports():
    out = on_a_terminal("list", "--region", "yorkshire")
    assert f"{ESC}[94mO{ESC}[0m" in out
    assert f"{ESC}]8;;https://files.ofsted.gov.uk/v1/file/" in out
    plain = re.sub(rf"{ESC}(\[\d*m|\]8;;.*?{ESC}\\)", "", out)
    assert plain == on_a_terminal("list", "--region", "yorkshire", NO_COLOR="1")


@pytest.mark.parametrize(
    ("command", "links"),
    [("changes --since 2026-08-18", 1), ("journeys --moves up", 2), ("compare leeds kent", 1)],
)
def test_the_date_of_a_report_is_a_link_to_it_in_every_table(command, links):
    """Also that of the earlier report of a journey."""
    rows = [line for line in on_a_terminal(*command.split(), COLUMNS="140").splitlines() if "]8;;https" in line]
    assert rows
    assert {line.count("]8;;https://files.ofsted.gov.uk/") for line in rows} == {links}


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_none_has_none(environment):
    assert ESC not in on_a_terminal("list", "--region", "yorkshire", **environment)
    assert ESC not in on_a_terminal("show", "leeds", **environment)


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_nothing_in_a_pipe_steers_a_terminal(capsys, monkeypatch, fuller_country, form):
    monkeypatch.setattr("ofsted_tui.storage.open_data.load", lambda folder: (fuller_country, ""))
    for command in COMMANDS.values():
        assert ESC not in printed(capsys, f"{command} --format {form}")


def test_a_sequence_in_the_data_goes_out_as_nothing(capsys):
    styled = f"{ESC}[32mGood{ESC}[0m {ESC}]8;;https://files.ofsted.gov.uk/v1/file/1{ESC}\\2024-01-01{ESC}]8;;{ESC}\\"
    write_answer(f"{styled} {ESC}[2J {ESC}[45m {ESC}]8;;http://e.example{ESC}\\ {ESC}]52;c;eA=={ESC}\\", styled=True)
    out = capsys.readouterr().out
    assert out.startswith(styled)
    assert ESC not in out.removeprefix(styled)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a b c", 3, ["a b", "c"]),
        ("longword b", 4, ["longword", "b"]),
        ("東京 都", 4, ["東京", "都"]),
        ("", 4, [""]),
    ],
)
def test_wrapping_breaks_no_word(text, width, lines):
    assert wrap_text(text, width) == lines


def test_a_judgement_is_shown_by_its_short_title():
    table = Table(("name", "judgement"), (("Leeds", Judgement.HELP_AND_PROTECTION),))
    assert "Help & prot." in to_read(table, Terminal(80))
    assert "help_and_protection" in to_read(table, None)


@pytest.mark.parametrize("number", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_a_long_answer_is_written_whole_and_without_controls(capsys, number):
    text = "åb–\n" * (number // 4) + "c" * (number % 4)
    write_answer(text.replace("b", "b\x1b"))
    assert capsys.readouterr().out == text


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1700])
def test_many_lines_are_written_whole_and_without_controls(capsys, number):
    write_lines(f"line {n}\x1b[2J" for n in range(number))
    assert capsys.readouterr().out == "".join(f"line {n}[2J\n" for n in range(number))
