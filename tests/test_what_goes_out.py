"""Whatever stands in the data, on the command line or in the name of a file: nothing that goes out steers a terminal,
and Markdown makes no link, tag or picture of it.
"""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ofsted_tui.cli.main import main
from ofsted_tui.cli.options import OUTPUT_FORMATS
from ofsted_tui.core.report_address import safe_address
from ofsted_tui.core.sanitise import HARMFUL
from ofsted_tui.output.formats import escape_markdown, markdown_line, render
from ofsted_tui.output.table import Table
from ofsted_tui.storage import shipped_data
from ofsted_tui.storage.dataset import load

STEERS = "\x1b]52;c;UFdORUQ=\x07\x1b]2;PWNED\x1b\\\x9b31m\x85\x90q\x9c\x1b[2J\x00\x07\x08\x7f\u202e\u200b\u2066\ud83d"
LINKS = (
    "[x](javascript:alert(1)) ![y](http://e.example/z) <b>z</b> <javascript:a> &#106; [k]: http://e.example ~~s~~ `c`"
)
HOSTILE = f"Leeds{STEERS} {LINKS} | =1+1"
COMMANDS = [
    ["list"], ["list", "--search", HOSTILE], ["list", "--search", STEERS], ["list", "--region", HOSTILE],
    ["list", "--grade", HOSTILE], ["list", "--judgement", HOSTILE], ["list", "--as-at", HOSTILE], ["list", "--columns", HOSTILE],
    ["show", "leeds"], ["show", HOSTILE], ["show", "leeds", "--inspection", HOSTILE],
    ["totals"], ["totals", "--by", "region"], ["totals", "--as-at", "2017-12-08"],
    ["findings"], ["findings", HOSTILE], ["findings", "x", STEERS], ["findings", "--council", HOSTILE],
    ["findings", "--theme", HOSTILE], ["findings", "--since", HOSTILE], ["findings", "--framework", HOSTILE],
    ["themes"], ["journeys"], ["journeys", "--neighbours-of", HOSTILE], ["due"], ["compare", "leeds", "york"],
    ["compare", HOSTILE, "york"], ["compare", "leeds", "--neighbours"], ["repeats", "leeds"], ["repeats", HOSTILE],
    ["changes", "--since", "2010-01-01"], ["changes", "--since", HOSTILE], ["visits"], ["visits", HOSTILE],
    ["list", "--describe"], ["findings", f'"{HOSTILE}"'], [HOSTILE], ["--theme", HOSTILE, "x"],
]  # fmt: skip


FREE_TEXT = {"name", "official_name", "aliases", "lead_inspector", "notes", "text", "paragraph",
             "reported_by", "note"}  # fmt: skip


@pytest.fixture(scope="module")
def hostile_data(tmp_path_factory):
    """The shipped tables, with what is hostile behind each text that no program reads."""
    folder = tmp_path_factory.mktemp("hostile")
    for file in shipped_data.folder().glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as held:
            columns, *rows = csv.reader(held)
        with (folder / file.name).open("w", encoding="utf-8", errors="replace", newline="") as out:
            made = csv.writer(out)
            made.writerow(columns)
            for row in rows:
                cells = zip(columns, row, strict=True)
                made.writerow([f"{cell} {HOSTILE}" if cell and name in FREE_TEXT else cell for name, cell in cells])
    return load(folder)


def harmless(text: str) -> bool:
    return not re.search(HARMFUL, text)


def is_plain_markdown(text: str) -> None:
    """Rendered, it has no element but those that it is written with, and no link but to Ofsted."""
    page = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    links = re.findall(r'(?:href|src)="([^"]*)"', page)
    assert all(safe_address(link) for link in links), links
    tags = set(re.findall(r"<(/?\w+)", page)) - {"br"}
    assert {tag.strip("/") for tag in tags} <= {
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "em",
        "h1",
        "h2",
        "ul",
        "li",
    }, tags


class Page(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(attrs)


def is_plain_page(text: str) -> None:
    """A web page in which no tag or link came of the data."""
    page = Page(text)
    assert not page.tags & {"script", "b", "img", "iframe", "object", "javascript:a"}, page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(safe_address(value) for name, value in page.attributes if name in ("href", "src")), page.attributes


@pytest.mark.parametrize("form", OUTPUT_FORMATS)
@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda command: " ".join(command).replace(HOSTILE, "X").replace(STEERS, "S")
)
def test_no_output_of_any_command_steers_a_terminal(command, form, hostile_data, monkeypatch, capsys):
    options = ["--format", form] if command[0].isalpha() else []
    monkeypatch.setattr("ofsted_tui.storage.open_data.load", lambda *_: (hostile_data, STEERS))
    try:
        code = main([*command, *options])
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    assert code in (0, 1, 2)
    assert out or err
    assert "Something went wrong" not in err
    assert harmless(out), re.search(HARMFUL, out)
    assert harmless(err), re.search(HARMFUL, err)
    if form == "md":
        is_plain_markdown("\n".join(out.splitlines()[:200]))
    if form == "html" and out:
        is_plain_page(out)


@pytest.mark.parametrize("form", OUTPUT_FORMATS)
def test_nor_does_the_name_of_a_file(form, tmp_path, capsys):
    folder = tmp_path / "x\x1b]2;PWNED\x07\x9b31m[x](javascript:1)"
    folder.mkdir()
    for ending in ("pdf", "csv", "xlsx", "ods", "txt"):
        (folder / f"a\x1b[2J\u202e.{ending}").write_text("nothing, to read\n")
    for command in (
        ["import", "--dry-run", str(folder)],
        ["import", str(folder / "none")],
        ["list", "--data", str(folder)],
    ):
        main([*command, "--format", form])
        out, err = capsys.readouterr()
        assert out or err
        assert harmless(out + err), out + err
        if form == "md":
            is_plain_markdown(out)
    main(["export", str(folder / "new\x1b[1m")])
    main(["library", "path"])
    out, err = capsys.readouterr()
    assert out
    assert harmless(out + err)


TEXTS = st.lists(st.sampled_from([*"[]()<>!*_`|~#+-=.&;:\\/1x ", "\x1b", "\x9b", "javascript:"]), max_size=30).map(
    "".join
)


@given(TEXTS)
def test_markdown_shows_any_text_as_it_stands(text):
    text = " ".join(re.sub(HARMFUL, "", text).split())
    show = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    page = show.render(f"a {escape_markdown(text)}")
    assert re.fullmatch(r"<p>[^<]*</p>\n", page)
    page = show.render(markdown_line(text) or "x")
    assert re.fullmatch(r"<p>[^<]*</p>\n", page), page
    is_plain_markdown(render(Table(("name",), ((text,),), caption=text), "md"))
