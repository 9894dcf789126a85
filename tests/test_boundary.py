"""The domain and the command line start without Textual and Rich: looked at in a fresh process."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "pypdf", "ofsted_tui.ui.app")


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
    assert loaded_after(f"from ofsted_tui.cli import main\nmain({arguments!r})") == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_nor_does_help(argument):
    code = f"from ofsted_tui.cli import main\ntry: main([{argument!r}])\nexcept SystemExit: pass"
    assert loaded_after(code) == set()


@pytest.mark.parametrize(
    "module",
    ["model", "text", "days", "search", "councils", "repository", "findings", "dataset", "answers", "profile", "formats",
     "settings", "files", "ui", "ui.commands", "ui.document", "ui.address"],
)  # fmt: skip
def test_a_module_of_the_domain_loads_neither(module):
    assert loaded_after(f"import ofsted_tui.{module}") == set()
