"""Keys and clicks that come faster than the screen, as from a paste, a slow line or a quick hand."""

from __future__ import annotations

import json

import pytest

from .terminal import Terminal

DIALOGS = {"theme": b"t", "judgement": b"v", "date": b"d", "filter": b"f", "screens": b"0", "save": b"x",
           "palette": b"\x10", "note": b"a", "help": b"?", "about": b"i"}  # fmt: skip
SCREENS = (b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"c", b"I", b"z")
CLICK = b"\x1b[<0;40;12M\x1b[<0;40;12m"


@pytest.fixture
def terminal(tmp_path):
    opened = Terminal(tmp_path)
    opened.opens()
    yield opened
    opened.close()


def survives(terminal, *bursts: bytes) -> None:
    """The program takes bursts of keys, and ends well when it is told to."""
    for burst in bursts:
        terminal.write(burst)
        assert terminal.read(0.3), terminal.text[-3000:]
    assert terminal.leave() == 0, terminal.text[-3000:]


@pytest.mark.parametrize("twice", [b"\r\r", b"\x1b\x1b", CLICK * 2], ids=["Enter", "Esc", "click"])
def test_every_window_answers_once(terminal, twice):
    survives(terminal, *(key + twice for key in DIALOGS.values()))


@pytest.mark.parametrize("after", [b"\r\r", b"\x1b\x1b\x1b", b"x\r\r", b"[]!yd\r\r", CLICK * 2], ids=repr)
def test_keys_that_come_before_a_screen_is_there_do_no_harm(terminal, after):
    survives(terminal, *(key + after for key in SCREENS))


@pytest.mark.parametrize("window", DIALOGS.values(), ids=list(DIALOGS))
def test_clicks_all_over_a_window_do_no_harm(terminal, window):
    """Twice each, from above the window to below it, without waiting for any to be answered."""
    clicks = [
        b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column, line, column, line) * 2
        for line in range(1, 24, 3)
        for column in (2, 40, 79)
    ]
    survives(terminal, *(window + click for click in clicks[::4]), window + b"".join(clicks), b"\x1b\x1b")


@pytest.mark.parametrize("key", [*DIALOGS.values(), *SCREENS], ids=repr)
def test_it_can_be_left_in_the_burst_that_opens_something(terminal, key):
    """Textual lays out what was opened while it ends, and takes that for an error."""
    terminal.write(key + b"\x11")
    assert terminal.ends() == 0, terminal.text[-3000:]


def test_a_window_can_be_opened_and_closed_in_one_burst(terminal):
    """Textual fills the palette when it is closed already, and would not have a second one open while one is closed."""
    closes = b"\x1b[27u"
    survives(
        terminal,
        *(key + closes for key in (*DIALOGS.values(), *SCREENS)),
        (b"\x10x" + closes) * 10,
        (b"\x10" + closes) * 10,
    )


@pytest.mark.parametrize(
    ("typed", "note"),
    [(b"hello\r", "hello"), (b"ab\ncd\r", "ab\ncd"), (b"hello\rxyz", "hello"), (b"hello\x1b[27u", "")],
)
def test_a_note_has_the_letters_before_the_enter_of_the_same_burst(terminal, tmp_path, typed, note):
    survives(terminal, b"a", typed)
    [kept] = [json.loads(file.read_text(encoding="utf-8")) for file in tmp_path.rglob("notebook.json")]
    assert list(kept.get("notes", {}).values()) == ([note] if note else [])


@pytest.mark.parametrize("keys", [b" \r", b"\x1b[B \r"], ids=["Space Enter", "Down Space Enter"])
def test_a_filter_is_ticked_before_the_enter_of_the_same_burst(terminal, keys):
    terminal.write(b"f")
    assert terminal.read(0.5)
    terminal.write(keys)
    terminal.read(5, until=b"councils listed")
    assert b"councils listed" in terminal.printed
    assert terminal.leave() == 0, terminal.text[-3000:]


def test_a_file_has_the_name_before_the_enter_of_the_same_burst(terminal, tmp_path):
    survives(terminal, b"x", b"\t", b"\x15", str(tmp_path / "mine.csv").encode() + b"\r")
    assert (tmp_path / "mine.csv").exists()
