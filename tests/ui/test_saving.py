"""Saving what is on the screen: the window says what, as what, and where."""

from __future__ import annotations

import csv
import json
import zipfile

import pytest

from ofsted_tui.storage.settings import Settings

from .driver import browsing
from .test_frames import compare


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """The program was started in an empty folder, which is also the home folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def test_the_window_says_what_is_saved_as_what_and_where(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("x")
        ui.shows("(•) Alder: report of 1 May 2019", "( ) Alder: every inspection and visit", "( ) The list: 5 councils",
                 "(•) Web page to print (HTML)", "~/ofsted-alder-2019-05-01.html")  # fmt: skip


async def test_a_council_is_saved_as_a_page_to_print(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "enter")
        ui.says("Saved Alder: report of 1 May 2019, in ~/ofsted-alder-2019-05-01.html")
    page = (here / "ofsted-alder-2019-05-01.html").read_text(encoding="utf-8")
    assert "<h1>Alder</h1>" in page
    assert "Source: Ofsted" in page


async def test_the_page_of_a_council_can_be_saved_too(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("z", "x", "down", "enter")
    assert (here / "ofsted-alder-2019-05-01.md").read_text(encoding="utf-8").startswith("# Alder\n")


async def test_a_list_that_is_filtered_is_what_is_saved(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.search("a")
        await ui.press("enter", "x")
        listed = [standing.council.name for standing in ui.browse.shown]
        assert 1 < len(listed) < 5
        ui.shows(f"(•) The list: {len(listed)} councils")
        await ui.press("down", "down", "enter")
        ui.says(f"Saved The list: {len(listed)} councils")
    rows = list(csv.DictReader((here / "ofsted-councils-2026-07-01.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["name"] for row in rows] == listed


async def test_a_council_found_by_its_name_is_printed_in_five_keys(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.search("alder")
        await ui.press("enter")
        ui.shows("x Save")
        await ui.press("x")
        ui.shows("(•) Alder: report of 1 May 2019", "(•) Web page to print (HTML)")
        await ui.press("enter")
    assert "<h1>Alder</h1>" in (here / "ofsted-alder-2019-05-01.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)])
async def test_the_key_that_saves_is_in_sight_once_a_council_is_found(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.search("Lambeth")
        await ui.press("enter")
        ui.shows("x Save", "c Clear", "? Help")


async def test_another_thing_to_save_is_chosen_with_tab_and_the_arrows(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "shift+tab", "down", "tab", *["down"] * 4)
        ui.shows("(•) Alder: every inspection and visit", "(•) Data for a program (JSON)", "ofsted-alder-history.json")
        await ui.press("enter")
    assert len(json.loads((here / "ofsted-alder-history.json").read_text(encoding="utf-8"))) == 2


async def test_a_report_as_a_table_is_its_findings(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "down", "down", "enter")
    rows = list(csv.DictReader((here / "ofsted-alder-2019-05-01.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["kind"] for row in rows} >= {"improvement"}


async def test_a_report_as_a_workbook_has_a_sheet_for_each_table(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "down", "down", "down", "enter")
    with zipfile.ZipFile(here / "ofsted-alder-2019-05-01.xlsx") as book:
        sheets = book.read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in sheets for name in ("About", "Findings", "Inspections"))


@pytest.mark.parametrize("form", ["html", "md", "csv", "xlsx", "json"])
@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "7", "8", "c"])
async def test_every_screen_is_saved_in_every_format(fuller_country, here, key, form):
    async with browsing(fuller_country) as ui:
        await ui.press(*([key, "enter"] if key == "2" else [key]))
        await ui.press("x", *["down"] * ["html", "md", "csv", "xlsx", "json"].index(form), "enter")
        ui.says("Saved ")
    [file] = here.glob(f"ofsted-*.{form}")
    assert file.stat().st_size
    if form == "json":
        json.loads(file.read_text(encoding="utf-8"))


async def test_nothing_is_overwritten_and_the_window_says_so(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "enter")
        await ui.press("x")
        ui.shows("This file exists. Yours will be", "ofsted-alder-2019-05-01-2.html.")
        await ui.press("enter")
    assert len(list(here.glob("*.html"))) == 2


async def test_escape_saves_nothing(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "escape")
        assert ui.app.screen is ui.browse
    assert not list(here.iterdir())


async def test_a_name_that_was_typed_keeps_all_but_its_ending(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "tab", "end", *["backspace"] * 40)
        await ui.type("ours.html")
        await ui.press("shift+tab", "down")
        ui.shows("~/ours.md")
        await ui.press("enter")
    assert (here / "ours.md").is_file()


async def test_a_folder_is_no_file_and_a_new_one_is_made(fuller_country, here):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "tab", "end", *["backspace"] * 40)
        await ui.type("~")
        ui.shows("This is a folder: add a name for the file.")
        await ui.press("enter")
        ui.shows("Save")
        await ui.type("/committee/alder.html")
        ui.shows("This folder does not exist yet. It will be made.")
        await ui.press("enter")
    assert (here / "committee/alder.html").is_file()


async def test_what_cannot_be_written_is_said_until_a_key_is_pressed(fuller_country, here):
    (here / "file").write_text("", encoding="utf-8")
    async with browsing(fuller_country) as ui:
        await ui.press("x", "tab", "end", *["backspace"] * 40)
        await ui.type("file/alder.html")
        await ui.press("enter")
        ui.says("Not saved (")
        assert [notification.timeout > 3600 for notification in ui.app._notifications] == [True]
        await ui.press("down")
        assert not ui.app._notifications


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("~nobody-of-this-name/x", "This folder does not exist yet."),
        ("x" * 300, "This path cannot be used: File name too long."),
        ("/", "This is a folder"),
    ],
)
async def test_an_odd_path_is_said_to_be_one(fuller_country, here, typed, words):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "tab", "end", *["backspace"] * 40)
        await ui.type(typed)
        ui.shows(words)
        await ui.press("shift+tab", "down", "up", "tab")
        ui.shows(words)


async def test_a_path_that_cannot_be_used_keeps_the_window_open(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "tab", "end", *["backspace"] * 40)
        await ui.type("x" * 300)
        await ui.press("enter")
        ui.shows("This path cannot be used: File name too long.")


async def test_one_sentence_at_a_time(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("x", "enter")
        await ui.press("s", "s")
        assert len(ui.app._notifications) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_whole_window_is_on_the_screen(fuller_country, size):
    async with browsing(fuller_country, size=size, settings=Settings()) as ui:
        await ui.press("x")
        ui.shows("What", "As", "Where", "Data for a program (JSON)", "ofsted-alder", "Enter Save · Esc Cancel")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frame_of_the_window(country, size):
    async with browsing(country, size=size) as ui:
        await ui.press("x")
        compare(ui.frame, f"save-{size[0]}x{size[1]}.txt")
