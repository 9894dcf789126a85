"""The import in the browser: a preview first, then the library, then the browser on what was added."""

from __future__ import annotations

import time
from datetime import date

import pytest

from ofsted_tui.importing.apply import add_to_library, preview_over_library
from ofsted_tui.importing.sources import read_path as read_file
from ofsted_tui.importing.step import Options, Prefer
from ofsted_tui.storage import open_data
from ofsted_tui.storage.library import Library
from ofsted_tui.storage.library_file import library_file
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.styled_text import line_text

from ..made_up import NEW_REPORT as REPORT
from .driver import browsing


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "leeds.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


async def read(ui, path, published: str = "") -> None:
    await ui.press("I")
    ui.app.screen.path.value = str(path)
    ui.app.screen.published.value = published
    await ui.press("enter")
    await ui.app.workers.wait_for_complete()
    await ui.pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_newcomer_is_told_what_can_be_read_and_what_happens(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("I")
        ui.shows("─ File or folder ─", "─ Date of publication ─", "reports.ofsted.gov.uk", "Data to Insight")
        ui.shows("Enter Preview  Esc Back")
        said = "\n".join(line_text(line) for line in ui.app.screen.rows._lines)
        assert "2  w" in said
        assert "Nothing is changed." in " ".join(said.split())


async def test_preview_is_a_place_to_click_too(repository, report):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("I")
        ui.app.screen.path.value = str(report)
        await ui.click("Enter Preview")
        await ui.app.workers.wait_for_complete()
        await ui.pilot.pause()
        ui.shows("1 item: refused.", "─ What would be added ─")


async def test_preview_then_add_then_the_browser_begins_anew(repository, report):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, report, "1 August 2027")
        ui.shows("1 item: added.", "w adds 1 inspection to your library", "leeds-2027-08-01")
        assert not library_file().exists()
        await ui.press("w")
    assert ui.app.return_value == "Added to your library: 1 inspection."
    assert [a.row.key for a in Library.load(library_file())[0].additions] == ["leeds-2027-08-01"]


async def test_what_was_added_is_shown_as_ones_own(report):
    shipped, _ = open_data.load()
    add_to_library([read_file(report, shipped)], library_file(), Options(published=date(2027, 8, 1)))
    repository, problem = open_data.load()
    assert not problem
    async with browsing(repository, size=(120, 40), settings=Settings(council="leeds")) as ui:
        ui.highlights("Leeds")
        ui.reads("Added by you.", "2 · in Ofsted’s words", "Plans for outings, which should say who goes.")


async def test_a_day_that_is_missing_is_asked_for(repository, report):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, report)
        ui.shows("1 item: refused.", "does not say when it was published", "There is nothing to add.")
        await ui.press("w")
        assert "w Add" not in ui.frame
        ui.says("There is nothing to add")
        await ui.press("escape")
        ui.shows("Councils · A–Z")


async def test_a_day_that_is_none(repository, report):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, report, "soon")
        ui.says("The date of publication: expected a date such as 8 December 2017")


async def test_who_is_right_can_be_said(repository, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text(
        "Local authority,Publication date,Type,Overall effectiveness\nLeeds,2022-05-09,ILACS Standard,Good\n"
    )
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, table)
        ui.shows("1 item: in conflict.", "overall: we hold outstanding, the file has good")
        await ui.press("m")
        await ui.app.workers.wait_for_complete()
        await ui.pilot.pause()
        ui.says("If a file differs from what we hold, the file is used.")
        ui.shows("1 item: changed.")


CONFLICTS = {
    "inspection": "Local authority,Publication date,Type,Overall effectiveness\nLeeds,2022-05-09,ILACS Standard,Good\n",
    "visit": "Local authority,Start date,Publication date,Type,Theme\nSlough,2025-11-18,2026-01-12,focused visit,\n",
}
"""Tables that differ from what is held."""


@pytest.fixture(params=CONFLICTS)
def conflict(request, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text(CONFLICTS[request.param], encoding="utf-8")
    return table


@pytest.fixture
def slow(monkeypatch):
    """Preferences of which a plan is ready only when they are taken out of here."""
    waiting: set[Prefer | None] = set()

    def plan(sources, file, options):
        planned = preview_over_library(sources, file, options)
        for _ in range(1000):
            if options.prefer not in waiting:
                break
            time.sleep(0.01)
        return planned

    monkeypatch.setattr("ofsted_tui.importing.apply.preview_over_library", plan)
    return waiting


async def until(ui, words: str) -> None:
    for _ in range(500):
        if words in ui.frame:
            return
        await ui.pilot.pause(0.01)
    ui.shows(words)


async def test_a_plan_that_is_late_is_not_shown_over_a_later_one(repository, conflict, slow):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, conflict)
        ui.shows("1 item: in conflict.")
        slow.add(Prefer.THEIRS)
        await ui.press("m", "m")
        await until(ui, "1 item: kept as we hold it.")
        slow.clear()
        await ui.pilot.pause(0.2)
        ui.shows("1 item: kept as we hold it.", "we keep what we hold.")
        await ui.press("w")
        ui.says("There is nothing to add")
    assert not library_file().exists()


async def test_what_is_preferred_while_files_are_read_holds_for_them(repository, conflict, slow):
    slow.add(None)
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("I")
        ui.app.screen.path.value = str(conflict)
        await ui.press("enter")
        ui.app.screen.set_focus(ui.app.screen.rows)
        await ui.press("m")
        slow.clear()
        await until(ui, "1 item: changed.")
        ui.shows("the file is used.")
        await ui.press("w")
        await ui.app.workers.wait_for_complete()
    assert len(Library.load(library_file())[0].keys) == 1


async def test_what_is_written_is_what_is_shown(repository, conflict, slow):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, conflict)
        await ui.press("m")
        await until(ui, "1 item: changed.")
        slow.add(Prefer.MINE)
        await ui.press("m")
        ui.shows("1 item: changed.")
        await ui.press("w")
        for _ in range(500):
            if library_file().exists():
                break
            await ui.pilot.pause(0.01)
        slow.clear()
    assert len(Library.load(library_file())[0].keys) == 1


async def test_nothing_typed_is_said(repository):
    async with browsing(repository) as ui:
        await ui.press("I", "enter")
        ui.says("Type the path of a file or a folder first.")


async def test_over_tables_of_ones_own_there_is_no_library(country):
    async with browsing(country, can_import=False) as ui:
        await ui.press("I")
        ui.says("Your library goes with the data supplied")


async def test_markup_and_escapes_in_names_and_paths_are_text(repository, tmp_path):
    odd = tmp_path / "[red]x.csv"
    odd.write_text("Local authority,Publication date,Overall effectiveness,[bold]y\n[b]Atlantis,2022-04-22,Good,\n")
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, odd)
        ui.shows("[red]x.csv", "[b]Atlantis")


@pytest.mark.parametrize("typed", ["'{}'", '"{}"'])
async def test_terminals_put_quotes_round_a_path(repository, report, typed):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, typed.format(report), "2027-08-01")
        ui.shows("1 item: added.")


async def test_a_home_of_nobody_is_a_path_that_is_not_there(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await read(ui, "~nobody-here/reports")
        ui.shows("1 item: refused.")


async def test_what_is_added_stands_first_and_the_rest_is_counted(repository, report, tmp_path, monkeypatch):
    monkeypatch.setattr("ofsted_tui.tui.screens.importing.MOST_ROWS", 3)
    for number in range(4):
        (tmp_path / f"{number}.pdf").write_text("<html>gone</html>")
    async with browsing(repository, size=(120, 40)) as ui:
        report.rename(tmp_path / "zzz.txt")
        await read(ui, tmp_path, "2027-08-01")
        ui.shows("5 items: 1 added, 4 refused.", "leeds-2027-08-01", "… 2 more")


async def test_about_says_what_was_added(report):
    shipped, _ = open_data.load()
    add_to_library([read_file(report, shipped)], library_file(), Options(published=date(2027, 8, 1)))
    repository, _ = open_data.load()
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("i")
        ui.shows("You added some inspections")


@pytest.mark.parametrize("leave", [lambda screen: screen.dismiss(None), lambda screen: screen.app.exit()])
async def test_what_is_found_while_it_is_being_left_is_told_to_nobody(repository, leave):
    async with browsing(repository) as ui:
        await ui.press("I")
        screen = ui.app.screen
        leave(screen)
        await screen.query_one("#head").remove()
        screen._if_open(screen._write_head, "Reading…", "")
        screen._if_open(screen._show, (), (), Options(), "")


async def test_what_can_be_added_stands_under_one_heading(country):
    async with browsing(country, size=(120, 40)) as ui:
        await ui.press("I")
        ui.shows("─ What you can add ─", "│ Report  ", "What happens")
        assert "What we can read" not in ui.frame
