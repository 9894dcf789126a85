"""Seven questions that people come with, each answered in at most five keys or clicks, at every size.

A name or some words that are typed count as one key, since nobody can do without them.
"""

from __future__ import annotations

import pytest

from ofsted_tui.storage.settings import Settings

from .driver import Driver, browsing

FEW = 5
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
pytestmark = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


class Person:
    """Counts what a person does at the keyboard or with the mouse."""

    def __init__(self, ui: Driver) -> None:
        self.ui, self.done = ui, 0

    async def presses(self, *keys: str) -> None:
        self.done += len(keys)
        await self.ui.press(*keys)

    async def types(self, text: str) -> None:
        self.done += 1
        await self.ui.type(text)

    async def clicks(self, *places: str) -> None:
        for words in places:
            self.done += 1
            await self.ui.click(words)

    def sees(self, *texts: str) -> None:
        """The answer is on the screen, after few enough keys."""
        self.ui.shows(*texts)
        assert self.done <= FEW


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The program was started in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_what_must_lambeth_improve_and_print_it(repository, here, size, mouse):
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        await (person.clicks("/ Search") if mouse else person.presses("/"))
        await person.types("lambeth")
        await (person.clicks("Enter Show results") if mouse else person.presses("enter"))
        person.sees("Must improve 3", "Front door" if size[1] != 24 else "Screen referrals consistently")
        await (person.clicks("x Save", "Enter Save") if mouse else person.presses("x", "enter"))
        ui.says("Saved Lambeth: report of 10 Mar 2026")
        assert person.done <= FEW
    (page,) = here.iterdir()
    assert "Screen referrals consistently" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_were_there_3_52_68_30_in_december_2017_and_today(repository, size, mouse):
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        await (person.clicks("d Date") if mouse else person.presses("d"))
        if mouse:
            await person.clicks("8 December 2017")
        else:
            await person.types("8 dec 2017")
            await person.presses("enter")
        person.sees("! press: 30 inadequate")
        await (person.clicks("! press") if mouse else person.presses("!"))
        ui.says("The press reported 30 inadequate for 8 December 2017; we count 29 of 152 councils.")
        await (person.clicks("8 Dec" if size[0] < 120 else "8 December") if mouse else person.presses("D"))
        person.sees("46", "61", "24", "11")


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_which_of_leeds_s_neighbours_got_better_on_care_leavers_and_what_was_praised(repository, size, mouse):
    """By keyboard from `ofsted-tui leeds`, as the README says: the name is the first of the five."""
    async with browsing(repository, size=size, settings=Settings(council="" if mouse else "leeds")) as ui:
        person = Person(ui)
        if mouse:
            await person.clicks("/ Search")
            await person.types("leeds")
            await person.clicks("Enter Show results", "9 Compare")
        else:
            person.done += 1
            await person.presses("9")
        row, line = next((row, line) for row, line in enumerate(ui.frame.splitlines()) if "▌Portsmouth" in line)
        better = line.rindex("▲", 0, ui.app.screen.rows.region.right)
        assert line[better + 2] == "O"
        if mouse:
            person.done += 1
            await ui.pilot.click(offset=(better + 2, row))
            await ui.pilot.pause()
        else:
            await person.presses("left", "enter")
        person.sees("Praised", "Portsmouth ×", "Care leavers ×", "Personal advisers know care leavers")


async def test_which_neighbours_got_better_and_what_was_praised_by_keyboard_from_anywhere(repository, size):
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        await person.presses("ctrl+p")
        await person.types("leeds neighbours")
        await person.presses("enter")
        line = next(line for line in ui.frame.splitlines() if "▌Portsmouth" in line)
        assert line[line.rindex("▲", 0, ui.app.screen.rows.region.right) + 2] == "O"
        await person.presses("left", "enter")
        person.sees("Praised", "Portsmouth ×", "Care leavers ×", "Personal advisers know care leavers")


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_what_changed_since_june_2026(repository, size, mouse):
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        await (person.clicks("0 Screens", "8  What", "d Since") if mouse else person.presses("8", "d"))
        await person.types("june 2026")
        await (person.clicks("Enter Choose") if mouse else person.presses("enter"))
        person.sees("since 1 Jun 2026 · 12 inspections", "Trafford")


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_is_bristol_good_for_care_leavers_where_there_is_no_colour(repository, monkeypatch, size, mouse):
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        await (person.clicks("/ Search") if mouse else person.presses("/"))
        await person.types("bristol")
        await (person.clicks("Enter Show results") if mouse else person.presses("enter"))
        person.sees("Bristol")
        line = next(line for line in ui.frame.splitlines() if "Care leavers  " in line)
        before_and_after = line.rpartition("Care leavers ")[2].split()
        assert before_and_after[:3] in (["RI", "joint", "Good"], ["Rj", "G", "│"])


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_which_councils_were_visited_on_care_leavers_and_what_was_found(repository, size, mouse):
    async with browsing(repository, size=size) as ui:
        person = Person(ui)
        if mouse:
            await person.clicks("0 Screens", "V  Visits", "v Topic", f"{'Care leavers':<42}{71:>4}")
        else:
            await person.presses("V", "v", "down", "enter")
        person.sees("71 visits between inspections · 64 councils", "Slough", "The council failed to keep in touch")


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
async def test_what_did_inspectors_praise_about_leadership_in_councils_like_mine(repository, size, mouse):
    async with browsing(repository, size=size, settings=Settings(council="leeds")) as ui:
        person = Person(ui)
        await (person.clicks("0 Screens", "2  Findings") if mouse else person.presses("2"))
        await person.types("praised leadership")
        await (person.clicks("Enter Show results", "n Neighbours") if mouse else person.presses("enter", "n"))
        person.sees("Praised, from your words ×", "leadership")
        ui.shows("Neighbours of Leeds ×" if size[0] > 60 else "+1 more")
