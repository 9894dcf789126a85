"""`man ofsted-tui`, made from the declarations: `UPDATE_MAN=1 pytest` writes it anew; the wheel carries it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from argparse_manpage.manpage import Manpage

from ofsted_tui import __version__
from ofsted_tui.cli.commands import SUBCOMMANDS
from ofsted_tui.cli.exit_code import ExitCode
from ofsted_tui.cli.whole_parser import whole_parser

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "man" / "ofsted-tui.1"
EXIT = {
    ExitCode.OK: "Success.",
    ExitCode.NOTHING_FOUND: "Nothing was found.",
    ExitCode.USAGE: "An option or a value is wrong.",
    ExitCode.BAD_DATA: "A table or a report cannot be read; stderr says which and why.",
    ExitCode.FAILED: "The program failed; stderr says why, or where the details are.",
}
FILES = {
    "~/.config/ofsted-tui/settings.json": "Your place, theme and filters.",
    "~/.config/ofsted-tui/keys.toml": 'Keys of your own, one command on each line: quit = "Q". ofsted-tui --keys lists the ids.',
    "~/.local/share/ofsted-tui/notebook.json": "Pins and notes.",
    "~/.local/share/ofsted-tui/library.json": "What you imported.",
    "~/.local/state/ofsted-tui/last-error.txt": "The details, if the program ever stops because of an error.",
}


def made() -> str:
    parser, commands = whole_parser()
    data = {"prog": "ofsted-tui", "version": __version__, "date": " ", "manual_title": "User Commands",
            "description": "Ofsted's inspections of English councils' children's services"}  # fmt: skip
    page = re.sub(r"(?ms)^usage: .*?\n\n", _filled, str(Manpage(parser, _data=data)))
    page = page.replace(".SH NAME", ".nh\n.ad l\n.SH NAME", 1)  # words stay whole, and the gaps between them even
    sections = {"EXIT STATUS": {str(int(code)): words for code, words in EXIT.items()}, "FILES": FILES,
                "ENVIRONMENT": {"NO_COLOR": "Turns off colours and links.",
                                "COLUMNS": "The width of tables, even if stdout is not a terminal."}}  # fmt: skip
    for title, entries in sections.items():
        page += f".SH {title}\n" + "".join(f".TP\n{_roff(term)}\n{_roff(words)}\n" for term, words in entries.items())
    assert set(commands) == {command.name for command in SUBCOMMANDS}
    return page


def _filled(usage: re.Match[str]) -> str:
    """A usage in lines as long as the page is wide, with each option and its value in one of them."""
    parts = re.sub(r"\[[^]]*\]", lambda option: option[0].replace(" ", "\\ "), " ".join(usage[0].split()))
    return f"{parts}\n\n"


def _roff(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-").replace("'", "\\(aq")


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse words its usage otherwise in each Python")
def test_the_page_is_made_from_the_declarations():
    if os.environ.get("UPDATE_MAN"):
        PAGE.write_text(made(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made()


def test_every_command_and_option_stands_in_it():
    text = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    _, commands = whole_parser()
    for name, parser in commands.items():
        section = re.search(rf"(?ms)^\.SH COMMAND \S*'ofsted-tui {name}'.*?(?=^\.SH COMMAND|\Z)", text)
        assert section, name
        for option in parser._option_string_actions:
            assert option in section[0] or option in ("-h", "--help"), (name, option)


def test_the_wheel_carries_it():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert wheel["shared-data"] == {"man/ofsted-tui.1": "share/man/man1/ofsted-tui.1"}


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not there")
def test_a_reader_shows_it_without_complaint():
    done = subprocess.run(["groff", "-k", "-man", "-Tutf8", "-ww", str(PAGE)], capture_output=True, check=True)
    assert not done.stderr.decode()
    assert "EXIT STATUS" in re.sub(".\b|\x1b\\[[\\d;]*m", "", done.stdout.decode())
