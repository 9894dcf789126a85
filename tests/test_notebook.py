"""Pins and notes, kept with the user's files."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.storage.notebook import Notebook


def test_what_is_kept_is_there_again(tmp_path):
    file = tmp_path / "deep" / "notebook.json"
    book = Notebook().pinned("leeds").pinned("hull").noted("leeds", "Ask about\nneglect.")
    assert book.save(file) == ""
    again, problem = Notebook.load(file)
    assert problem == ""
    assert again == book
    assert again.pinned("leeds").pins == ("hull",)
    assert again.noted("leeds", " ").notes == {}


@pytest.mark.parametrize(
    ("seen_until", "new_since"),
    [
        ("2026-07-31", date(2026, 8, 1)),  # what came out on the last day seen is not shown again
        ("", None),
        ("soon", None),
        ("9999-12-31", None),
    ],
)
def test_new_is_what_came_out_from_the_day_after_those_seen(seen_until, new_since):
    assert Notebook(seen_until=seen_until).new_since == new_since


@pytest.mark.parametrize("held", ["{", "[]", '{"version": 2}', '{"version": 1, "pins": 5}', "\x00"])
def test_an_unreadable_notebook_is_kept_aside(tmp_path, held):
    file = tmp_path / "notebook.json"
    file.write_text(held, encoding="utf-8")
    book, problem = Notebook.load(file)
    assert book == Notebook()
    assert "moved to" in problem
    assert (tmp_path / "notebook.json.unreadable-1").read_text(encoding="utf-8") == held


def test_control_characters_do_not_get_in(tmp_path):
    file = tmp_path / "notebook.json"
    file.write_text('{"version": 1, "notes": {"leeds": "a\\u001b]2;x\\nb"}}', encoding="utf-8")
    book, _ = Notebook.load(file)
    assert book.notes == {"leeds": "a]2;x\nb"}
