"""What is remembered, and what happens to a file that cannot be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ofsted_tui.core.councils import Selection, SortKey
from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.storage.settings import Settings

from .conftest import closed


def test_what_is_saved_is_there_again(tmp_path):
    file = tmp_path / "deep" / "settings.json"
    left = Settings(theme="light", council="leeds", as_at="2017-12-08", order="grade", reverse=True).with_selection(
        Selection("le", frozenset({Grade.GOOD}), frozenset({"London"}), Judgement.LEADERSHIP)
    )
    assert left.save(file) == ""
    again, problem = Settings.load(file)
    assert (again, problem) == (left, "")
    assert again.day == date(2017, 12, 8)
    assert again.sort_key is SortKey.GRADE
    assert again.selection.judgement is Judgement.LEADERSHIP
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("held", ["{", "[]", '{"theme": 5}', '{"reverse": "no"}', "\x00", "[" * 100_000])
def test_a_file_that_cannot_be_read_is_kept_aside(tmp_path, held):
    file = tmp_path / "settings.json"
    file.write_text(held, encoding="utf-8")
    settings, problem = Settings.load(file)
    assert settings == Settings()
    assert "moved to" in problem
    assert (tmp_path / "settings.json.unreadable-1").read_text(encoding="utf-8") == held


def test_a_file_that_cannot_be_kept_aside_either_is_said_so(tmp_path, monkeypatch):
    file = tmp_path / "settings.json"
    file.write_text("{", encoding="utf-8")
    monkeypatch.setattr(Path, "rename", closed)
    _, problem = Settings.load(file)
    assert problem.endswith(f"could not be read or moved (Permission denied): {file}")
    assert file.read_text(encoding="utf-8") == "{"


def test_a_second_unreadable_file_does_not_replace_the_first(tmp_path):
    file = tmp_path / "settings.json"
    for held in ("first", "second"):
        file.write_text(held, encoding="utf-8")
        Settings.load(file)
    assert (tmp_path / "settings.json.unreadable-1").read_text(encoding="utf-8") == "first"


def test_names_of_another_version_are_passed_over(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "light", "colour_of_the_sea": "blue", "judgement": "charm"}), encoding="utf-8")
    settings, problem = Settings.load(file)
    assert problem == ""
    assert settings.theme == "light"
    assert settings.selection.judgement is Judgement.OVERALL


def test_a_folder_that_cannot_be_written_is_said_and_nothing_more(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "Your place could not be saved" in Settings().save(tmp_path / "file" / "settings.json")


def test_a_place_asked_for_clears_what_would_hide_it():
    left = Settings(phrase="york", grades=("good",), council="york")
    asked = left.opened_at(council="leeds", as_at=date(2017, 12, 8), phrase=None, theme=None)
    assert (asked.council, asked.phrase, asked.grades, asked.as_at) == ("leeds", "", (), "2017-12-08")
    assert left.opened_at(council=None, as_at=None, phrase=None, theme="light") == Settings(
        phrase="york", grades=("good",), council="york", theme="light"
    )
