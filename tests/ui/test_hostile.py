"""Data is never markup, and never reaches the terminal as a command."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from datetime import date

import pytest
from textual.events import Paste

from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Grade, Judgement, Kind
from ofsted_tui.core.report_address import safe_address
from ofsted_tui.core.repository import ReportedTotals, Repository
from ofsted_tui.storage.dataset import load
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.search_box import LONGEST, SearchBox
from tests.conftest import council, finding, inspection

from .driver import browsing

NASTY = "[/x [b [@click=app.quit]Q[/] $x {y} 'z\\"


@pytest.fixture
def nasty():
    where = council("nasty", NASTY, NASTY, aliases=(NASTY,), neighbours=(("nasty", NASTY),))
    seen = inspection("nasty", "2020-01-01", Grade.GOOD, lead_inspector=NASTY, report_url=NASTY, notes=NASTY)
    said = [finding(seen.key, kind, NASTY, theme=NASTY, paragraph=NASTY) for kind in Kind]
    reported = [ReportedTotals(date(2020, 1, 1), NASTY, Judgement.OVERALL, {Grade.GOOD: 9}, note=NASTY)]
    return Repository([where], [seen], Findings.from_findings(said), reported)


async def test_brackets_are_text_in_every_pane(nasty):
    async with browsing(nasty, size=(120, 40), settings=Settings(as_at="2020-01-01")) as ui:
        ui.reads(NASTY)
        ui.shows("[/x [b [@click=app.quit]Q[/]")
        for key in ("f", "d", "v", "?", "i", "ctrl+p"):
            await ui.press(key)
            await ui.press("escape")
        await ui.press("!")
        ui.says(NASTY)
        await ui.press("o", "y", "[", "]", "s")
        assert ui.app.is_running


@pytest.mark.parametrize("key", ["/", "2"])
async def test_of_a_book_pasted_into_a_search_box_the_beginning_is_searched_for(country, key):
    async with browsing(country) as ui:
        await ui.press(key)
        ui.app.screen.focused.post_message(Paste("“in care” " * 20_000))
        await ui.pilot.pause()
        assert ui.app.screen.focused.value == ("“in care” " * 50)[:LONGEST]
        await ui.press("escape")
        assert ui.app.screen.query_one(SearchBox).value == ""


@pytest.mark.parametrize("key", ["/", "2", "d", "I", "ctrl+p"])
async def test_the_line_breaks_of_a_paste_become_blanks_in_every_box_of_one_line(country, key):
    async with browsing(country) as ui:
        await ui.press(key)
        ui.app.screen.focused.post_message(Paste("Kingston\n\nupon Hull\r\n"))
        await ui.pilot.pause()
        assert ui.app.screen.focused.value == "Kingston upon Hull"


async def test_brackets_can_be_typed_into_the_search_box(nasty):
    async with browsing(nasty) as ui:
        await ui.search("[/x [b")
        ui.lists(NASTY)
        await ui.type("[/nope] qqq")
        ui.lists()
        ui.shows("No council named")


async def test_brackets_can_be_typed_as_a_day_and_into_the_palette(nasty):
    async with browsing(nasty) as ui:
        await ui.press("d")
        await ui.type("[/x")
        await ui.press("enter")
        ui.shows("“[/x” is not a date; expected a date such as")
        await ui.press("escape", "ctrl+p")
        await ui.type("[/x [b")
        await ui.pilot.pause(0.3)
        await ui.press("escape")
        assert ui.app.is_running


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://files.ofsted.gov.uk/v1/file/50004407", True),
        ("https://reports.ofsted.gov.uk/provider/44/80432", True),
        ("http://reports.ofsted.gov.uk/provider/44/80432", False),
        ("https://files.ofsted.gov.uk/[red]x[/red]", False),
        ("https://files.ofsted.gov.uk/v1/file/1 2", False),
        ("https://files.ofsted.gov.uk/v1/../x", False),
        ("https://files.ofsted.gov.uk/v1/file/1?x=1", False),
        ("https://files.ofsted.gov.uk/v1/file/1\n", False),
        ("https://files.ofsted.gov.uk", False),
        ("https://files.ofsted.gov.uk@evil.example/x", False),
        ("https://evil.example/files.ofsted.gov.uk", False),
        ("https://files.ofsted.gov.uk:99999999/x", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("--load-extension=x", False),
        ("https://files.ofsted.gov.uk/%action", False),
        ("https://files.ofsted.gov.uk/\x1b]2;x", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_ofsted_s_addresses_are_opened(address, safe):
    assert bool(safe_address(address)) is safe


PAYLOADS = ("\x1b]2;PWNED\x1b\\", "\x9b31m", "\x1b[2J", "\x00", "\x7f", "\u202e", "\u200b", "\x07")


def test_no_control_sequence_of_the_data_reaches_the_terminal(tmp_path):
    """The raw bytes of a pseudo-terminal, with payloads in every cell that may hold words."""
    evil = "A" + "".join(PAYLOADS) + "PWNED"
    (tmp_path / "councils.csv").write_text(
        "council,name,official_name,aliases,urn,ons_code,la_code,region,type,first_day,last_day,predecessors,"
        f"successors,neighbours_2025,closeness_2025\nx,{evil},{evil},{evil},,,,{evil},{evil},,,,,x,{evil.split()[0]}\n",
        encoding="utf-8",
    )
    (tmp_path / "inspections.csv").write_text(
        "inspection,council,framework,type,start,end,published,lead_inspector,overall,leadership,help_and_protection,"
        "in_care,in_care_and_care_leavers,looked_after,adoption,care_leavers,lscb,safeguarding,report_url,source,notes\n"
        f"x-2020-01-01,x,ILACS,standard,,,2020-01-01,{evil},good,,,,,,,,,,,{evil},{evil}\n",
        encoding="utf-8",
    )
    (tmp_path / "findings.csv").write_text(
        "inspection,kind,judgement,theme,priority,repeat,text,paragraph,page\n"
        f"x-2020-01-01,praise,leadership,supervision,,,{evil},{evil},3\n",
        encoding="utf-8",
    )
    load(tmp_path)
    written = run_in_pty([sys.executable, "-m", "ofsted_tui", "--data", str(tmp_path)], "/PWNED\r\ti\x1bq", tmp_path)
    assert b"PWNED" in written
    for payload in PAYLOADS[:2]:
        assert payload.encode() not in written
    assert b"\x00" not in written
    for mark in ("\x9b", "\u202e", "\u200b"):
        assert mark.encode() not in written


def run_in_pty(command: list[str], keys: str, home) -> bytes:
    """Everything that a program writes to its terminal while keys are typed."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(home), "XDG_CONFIG_HOME": str(home / "c")}
    child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    written, typed, deadline = b"", 0, time.monotonic() + 60
    quiet_since = time.monotonic()
    while child.poll() is None and time.monotonic() < deadline:
        if select.select([master], [], [], 0.05)[0]:
            try:
                written += os.read(master, 65536)
            except OSError:
                break
            quiet_since = time.monotonic()
        elif len(written) > 500 and typed < len(keys) and time.monotonic() - quiet_since > 0.2:
            os.write(master, keys[typed].encode())
            typed += 1
            quiet_since = time.monotonic()
    child.kill()
    child.wait()
    os.close(master)
    return written
