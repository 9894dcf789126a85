"""What a screen saves is what the command writes, cell for cell: no figure exists twice."""

from __future__ import annotations

import pytest

from ofsted_tui.cli.main import main
from ofsted_tui.output.formats import as_csv
from ofsted_tui.storage.settings import Settings

from .driver import browsing

SAME = {
    "2": ["findings"],
    "3": ["totals", "--by", "month"],
    "5": ["themes"],
    "6": ["journeys"],
    "7": ["due"],
    "8": ["changes"],
    "c": ["compare", "leeds", "--neighbours"],
}
"""The key of a screen, and the command with the same question."""


@pytest.mark.parametrize("key", SAME)
async def test_a_screen_and_its_command_agree(key, repository, capsys):
    async with browsing(repository, size=(120, 40), settings=Settings(council="leeds")) as ui:
        await ui.press(key)
        shown = as_csv(ui.app.screen.table())
    assert main([*SAME[key], "--format", "csv"]) == 0
    assert capsys.readouterr().out == shown


async def test_the_list_and_its_command_agree(repository, capsys):
    from ofsted_tui.output.rows import council_list

    async with browsing(repository, size=(120, 40)) as ui:
        shown = as_csv(council_list(ui.browse.shown))
    assert main(["list", "--format", "csv"]) == 0
    assert capsys.readouterr().out == shown


async def test_a_narrowed_search_agrees_too(repository, capsys):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("2")
        await ui.type("caseload")
        shown = as_csv(ui.app.screen.table())
    assert main(["findings", "caseload", "--format", "csv"]) == 0
    assert capsys.readouterr().out == shown


async def test_about_and_the_findings_count_the_same_documents(repository):
    async with browsing(repository, size=(60, 200)) as ui:
        await ui.press("2")
        ui.shows("11,210 in 864 documents")
        await ui.press("escape", "i")
        told = " ".join(ui.frame.replace("│", " ").split())
    assert "11,210 findings from 493 of the reports and 371 letters about visits." in told  # 493 + 371 = 864
