"""The domain and the command line start without Textual and Rich: looked at in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "ofsted_tui"

HEAVY = ("textual", "rich", "pypdf", "ofsted_tui.tui.app")


def loaded_after(code: str) -> set[str]:
    """The heavy modules that a fresh process has loaded after some code."""
    look = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "leeds"],
        ["totals"],
        ["list", "--format", "json"],
        ["show", "leeds", "--format", "md"],
        ["--keys"],
    ],
)
def test_a_command_loads_neither_textual_nor_rich(arguments):
    assert loaded_after(f"from ofsted_tui.cli.main import main\nmain({arguments!r})") == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_nor_does_help(argument):
    code = f"from ofsted_tui.cli.main import main\ntry: main([{argument!r}])\nexcept SystemExit: pass"
    assert loaded_after(code) == set()


ROOMS = ("core", "storage", "analysis", "output", "importing")
MODULES = sorted(
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for room in ROOMS
    for file in (PACKAGE / room).rglob("*.py")
)


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_below_the_screens_loads_textual_or_rich(room):
    names = [name for name in MODULES if name.split(".")[1] == room and name != "ofsted_tui.importing.pdf.extraction"]
    assert loaded_after("\n".join(f"import {name}" for name in names)) == set()
