"""The README says what is so. `UPDATE_README=1 pytest` writes its table of keys, and what its Python prints, anew."""

from __future__ import annotations

import os
import re
import tomllib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from ofsted_tui.cli.commands import SUBCOMMANDS
from ofsted_tui.tui.keys import BROWSE, EVERYWHERE, key_table, spoken_key

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
KEYS = re.compile(r"(<!-- keys: .*? -->\n)(.*?)(<!-- /keys -->)", re.DOTALL)
EXAMPLE = re.compile(r"(```python\n)(.*?)(```\n```\n)(.*?)(```\n)", re.DOTALL)
"""Python, and under it what it prints."""


def test_the_table_of_keys_is_the_declared_one():
    text = README.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_README"):
        text = KEYS.sub(lambda found: found[1] + key_table() + "\n" + found[3], text)
        README.write_text(text, encoding="utf-8")
    assert KEYS.search(text)[2] == key_table() + "\n"


def test_its_python_prints_what_it_says():
    text = README.read_text(encoding="utf-8")
    (example,) = EXAMPLE.finditer(text)
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(example[2], "README.md", "exec"), {})
    if os.environ.get("UPDATE_README"):
        text = EXAMPLE.sub(lambda found: found[1] + found[2] + found[3] + printed.getvalue() + found[5], text)
        README.write_text(text, encoding="utf-8")
    assert EXAMPLE.search(text)[4] == printed.getvalue()


def test_the_architecture_names_the_packages_in_the_order_of_the_contract():
    architecture = README.read_text(encoding="utf-8").partition("\n## Architecture\n")[2].partition("\n## ")[0]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert re.findall(r"^\| `(\w+)/` \|", architecture, re.MULTILINE) == contracts[0]["layers"]
    for path in re.findall(r"`([\w.]+/[\w./]*)`", architecture):
        places = [ROOT / path, ROOT / "ofsted_tui" / path, *(ROOT / "ofsted_tui").glob(f"*/{path}")]
        assert any(place.exists() for place in places), path


def test_every_command_stands_in_it():
    text = README.read_text(encoding="utf-8")
    for command in SUBCOMMANDS:
        assert f"ofsted-tui {command.name}" in text


@pytest.mark.parametrize("screen", [(*BROWSE, *EVERYWHERE)])
def test_keys_and_ids_are_unique_on_a_screen(screen):
    keys = [key for command in screen for key in command.keys.split(",")]
    assert len(set(keys)) == len(keys)
    assert len({command.id for command in screen}) == len(screen)


@pytest.mark.parametrize(
    ("key", "words"), [("ctrl+d", "Ctrl+D"), ("ctrl+p", "Ctrl+P"), ("slash", "/"), ("pagedown", "PgDn"), ("J", "J")]
)
def test_keys_are_spoken_alike(key, words):
    assert spoken_key(key) == words


def test_every_command_has_its_action():
    from ofsted_tui.tui.app import OfstedApp
    from ofsted_tui.tui.screens.browse import Browse

    for commands, place in ((BROWSE, Browse), (EVERYWHERE, OfstedApp)):
        for command in commands:
            assert hasattr(place, f"action_{command.action.partition('(')[0]}"), command.id
