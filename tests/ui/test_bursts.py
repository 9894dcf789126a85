"""Keys and clicks that come faster than the screen, as from a paste, a slow line or a quick hand."""

from __future__ import annotations

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
