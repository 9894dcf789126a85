"""The domain and the command line start without Textual and Rich: looked at in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "ofsted_tui"

HEAVY = ("textual", "rich", "pypdf", "ofsted_tui.tui.app")


NOT_ON_THE_FIRST_SCREEN = (
    "ofsted_tui.output.table", "ofsted_tui.output.captions", "ofsted_tui.output.rows", "ofsted_tui.analysis.themes",
    "ofsted_tui.analysis.finding_search", "ofsted_tui.tui.screens.findings", "ofsted_tui.tui.dialogs.picker",
    "ofsted_tui.importing", "ofsted_tui.storage.library", "statistics",
)  # fmt: skip
"""What is loaded when somebody asks for it: the launch waits for nothing that its first frame does not show."""


def loaded_after(code: str, among: tuple[str, ...] = HEAVY) -> set[str]:
    """Which of some modules (by default the heavy ones) a fresh process has loaded after some code."""
    look = f"import sys\n{code}\nprint(*[name for name in {among!r} if name in sys.modules], file=sys.stderr)"
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


def test_the_first_screen_loads_only_what_it_shows():
    code = "import ofsted_tui.tui.app, ofsted_tui.storage.open_data, ofsted_tui.storage.notebook"
    assert loaded_after(code, NOT_ON_THE_FIRST_SCREEN) == set()


def test_the_first_screen_compiles_no_type_of_a_field():
    # `from __future__ import annotations` makes texts of types, and NamedTuple compiles each: as long as reading a table.
    code = """
import ofsted_tui.tui.app, ofsted_tui.tui, ofsted_tui.storage.open_data, ofsted_tui.storage.settings
from typing import ForwardRef
made = [kind for name, module in sys.modules.copy().items() if name.startswith("ofsted_tui.")
        for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == name]
texts = [kind for kind in made if any(isinstance(of, ForwardRef) for of in kind.__annotations__.values())]
print(len(made) > 20, texts, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", f"import sys\n{code}"], capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["True", "[]"]


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
