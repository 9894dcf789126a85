"""A command answers soon: it imports nothing that its answer is not made with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from ofsted_tui.cli.basic_options import terminal_columns
from ofsted_tui.core.wording import cell_width, lined_up
from ofsted_tui.storage.library_file import library_file, may_have_library
from ofsted_tui.storage.shipped_data import folder

COSTLY = ("pathlib", "shutil", "platformdirs", "tempfile", "statistics", "json")


@pytest.mark.parametrize("command", [["--help"], ["list"], ["show", "leeds"], ["totals"], ["findings"], ["themes"]])
def test_a_command_imports_none_of_the_costly_modules(command):
    code = f"import sys; sys.argv[1:] = {command}\nfrom ofsted_tui.cli.main import main\n"
    code += f"try: main()\nfinally: print([name for name in {COSTLY} if name in sys.modules], file=sys.stderr)"
    run = subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path[:0] = {sys.path}\n{code}"],
                         capture_output=True, text=True, encoding="utf-8")  # fmt: skip
    assert run.stdout
    assert run.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("columns", [None, "60", "0", "-3", "wide", ""])
def test_the_terminal_is_as_wide_as_shutil_says(columns, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert terminal_columns() == shutil.get_terminal_size().columns


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is always asked")
@pytest.mark.parametrize("folder", [None, "own", ""])
def test_a_library_is_looked_for_wherever_it_is_written(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / folder) if folder else "")
    assert not may_have_library()
    library_file().parent.mkdir(parents=True)
    library_file().touch()
    assert may_have_library()


def test_without_a_home_the_library_is_looked_for(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)
    assert may_have_library()


def test_the_shipped_tables_are_named_without_a_fault_in_their_path():
    assert (folder() / "councils.csv").is_file()
    assert os.path.normpath(folder()) == str(folder())


@pytest.mark.parametrize("texts", [[], ["Leeds", ""], ["children’s", "é"], ["日本", "a\u0301", "Leeds"]])
def test_texts_are_lined_up_by_the_cells_that_they_take(texts):
    widest = max(map(cell_width, texts), default=0)
    assert lined_up(texts) == [text + " " * (widest - cell_width(text)) for text in texts]
    assert lined_up(texts, right=True) == [" " * (widest - cell_width(text)) + text for text in texts]


def test_help_does_without_typing():
    code = "import sys\nfrom ofsted_tui.cli.main import main\ntry: main(['--help'])\n"
    code += "except SystemExit: print('typing' in sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path}\n{code}"],
                         capture_output=True, text=True, encoding="utf-8")  # fmt: skip
    assert run.stderr == "False\n"
