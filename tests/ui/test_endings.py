"""However the program ends, the terminal is as before, and the place, the pins and a note that is open are kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from unittest.mock import Mock

import pytest

from ofsted_tui import tui
from ofsted_tui.tui import signals

from .terminal import Terminal

INPUT = {
    "a mouse report of the old form": b"\x1b[M \xa2\x85",
    "bytes that are no text": b"\xff\xfe\xc3",
    "a key of a number that no character has": b"\x1b[99999999999u",
    "a window of no size": b"\x1b[48;0;0;0;0t\x1b[<0;3;3M\x1b[<0;3;3m",
    "a click far away": b"\x1b[<0;99999;99999M\x1b[<0;99999;99999m",
    "an answer of the terminal": b"\x1bP>|XTerm(q)q\x1b\\",
    "a pasted picture": b"\x1b[200~\x1bPq#0;2;0;0;0" + b"q" * 200 + b"\x1b\\\x1b[201~",
}
FAULTS = {
    "a key": "def fault(self): 1 / 0",
    "a timer": "def fault(self): self.set_timer(0.01, lambda: 1 / 0)",
    "a thread's work": "def fault(self): self.run_worker(lambda: 1 / 0, thread=True)",
    "a line that is drawn": "def fault(self): type(self.detail).render_line = lambda *_: 1 / 0; self.detail.refresh()",
    "brackets in an error": "def fault(self): raise ValueError('[red]x[/nope]')",
}


@pytest.fixture
def open_terminal(tmp_path):
    opened = []

    def open_one(**how):
        opened.append(Terminal(tmp_path, **how))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


@pytest.fixture
def kept(tmp_path):
    """What stands in a file that is kept between runs."""
    places = {"settings": "XDG_CONFIG_HOME", "notebook": "XDG_DATA_HOME"}
    return lambda name: json.loads((tmp_path / places[name] / f"ofsted-tui/{name}.json").read_text())


def begin_a_note(terminal) -> None:
    """Pin Barnsley, and write a note on it without saving it."""
    terminal.opens()
    for keys in (b"jp", b"a", b"Ask again"):
        terminal.write(keys)
        assert terminal.read(0.3)


def is_kept(kept) -> None:
    assert kept("settings")["council"] == "barnet"
    assert kept("notebook")["pins"] == ["barnet"]
    assert kept("notebook")["notes"] == {"barnet": "Ask again"}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_ends_it_well(open_terminal, kept, name):
    terminal = open_terminal()
    begin_a_note(terminal)
    terminal.child.send_signal(getattr(signal, name))
    assert terminal.ends() == 128 + getattr(signal, name)
    assert terminal.given_back
    is_kept(kept)


def test_handlers_and_interval_are_as_before_afterwards():
    before = signal.getsignal(signal.SIGALRM), sys.getswitchinterval()

    def run():
        os.kill(os.getpid(), signal.SIGTERM)
        assert (signal.getsignal(signal.SIGALRM), sys.getswitchinterval()) != before

    app = Mock(run=run, not_kept="", failure=None)
    tui._run(app)
    assert app._loop.call_soon_threadsafe.called
    assert (signal.getsignal(signal.SIGALRM), sys.getswitchinterval()) == before


def test_a_signal_in_the_middle_of_a_save_leaves_it_alone():
    """A closed window sends one while the lost terminal is already answered: half of what a save needs may be read."""
    app = Mock(spec_set=["keep", "exit", "_loop"], keep=Mock(side_effect=AttributeError("half read")))
    with signals.ended_by_signals(app):
        signal.raise_signal(signal.SIGHUP)
    app._loop.call_soon_threadsafe.assert_called_once_with(app.exit, None, 128 + signal.SIGHUP)


def test_a_closed_terminal_ends_it(open_terminal, kept):
    terminal = open_terminal()
    begin_a_note(terminal)
    os.close(terminal.handle)
    os.close(terminal.far_end)
    assert terminal.child.wait(20) == 128 + signal.SIGHUP
    is_kept(kept)


def test_a_terminal_that_takes_nothing_any_more_does_not_hold_it(open_terminal, kept):
    terminal = open_terminal()
    begin_a_note(terminal)
    for size in [(120, 40), (80, 24)] * 15:
        terminal.resize(size)
        time.sleep(0.1)
    terminal.child.send_signal(signal.SIGTERM)
    assert terminal.child.wait(20) == 128 + signal.SIGTERM
    is_kept(kept)


def test_it_can_be_stopped_and_continued(open_terminal, kept):
    terminal = open_terminal()
    begin_a_note(terminal)
    terminal.child.send_signal(signal.SIGTSTP)
    while os.waitid(os.P_PID, terminal.child.pid, os.WSTOPPED | os.WNOHANG) is None:
        terminal.read(0.1)
    assert terminal.given_back
    for _ in range(2):  # the second finds it running
        terminal.child.send_signal(signal.SIGCONT)
        assert terminal.read(0.5)
    assert not terminal.given_back
    terminal.write(b"\x11")
    assert terminal.ends() == 0
    assert terminal.given_back
    is_kept(kept)


def test_what_is_left_with_ctrl_q_keeps_the_note(open_terminal, kept):
    terminal = open_terminal()
    begin_a_note(terminal)
    terminal.write(b"\x11")
    assert terminal.ends() == 0
    assert terminal.given_back
    is_kept(kept)


def test_letters_right_before_ctrl_q_are_kept(open_terminal, kept):
    terminal = open_terminal()
    begin_a_note(terminal)
    terminal.write(b" and again\x11")
    assert terminal.ends() == 0
    assert kept("notebook")["notes"] == {"barnet": "Ask again and again"}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_an_error_is_one_plain_line_and_a_file(open_terminal, kept, tmp_path, fault):
    program = f"""
import sys
from ofsted_tui.cli.main import main
from ofsted_tui.tui.screens.browse import Browse
{fault}
Browse.action_sort = fault
sys.exit(main([]))
"""
    terminal = open_terminal(program=("-c", program))
    terminal.opens()
    terminal.write(b"jp")
    assert terminal.read(0.3)
    terminal.write(b"s")
    assert terminal.ends() == 70
    assert terminal.given_back
    details = tmp_path / "XDG_STATE_HOME/ofsted-tui/last-error.txt"
    line = terminal.text.rpartition("\x1b[?1006l")[2]
    assert line == f"Something went wrong, and ofsted-tui has stopped. The details are in {details}\r\n"
    assert "Error: " in details.read_text()
    assert 'File "<string>", line 5, in ' in details.read_text()
    assert kept("settings")["council"] == kept("notebook")["pins"][0] == "barnet"


def test_whatever_the_terminal_sends_is_survived(open_terminal, kept):
    terminal = open_terminal()
    terminal.opens()
    for what, arrives in INPUT.items():
        for keys in (b"/", arrives, b"\x1b\x1b\x1b", arrives, b"\x1b"):
            terminal.write(keys)
            assert terminal.read(0.3), what
    terminal.write(b"p")
    assert terminal.leave() == 0
    assert kept("notebook")["pins"]


def test_it_is_shown_also_where_stderr_is_a_file(open_terminal):
    terminal = open_terminal(stderr=subprocess.DEVNULL)
    terminal.opens()
    assert terminal.leave() == 0


def test_an_unknown_word_is_told_as_in_a_pipe(open_terminal):
    terminal = open_terminal(program=("-m", "ofsted_tui", "lambth"))
    assert terminal.ends() == 2
    assert terminal.text == (
        "ofsted-tui: There is no command or council called “lambth”. Did you mean Lambeth?\r\n"
        "Try “ofsted-tui --help”.\r\n"
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TEXTUAL_DRIVER", "nonsense"),
        ("TEXTUAL_DRIVER", "os:path"),
        ("TEXTUAL_DRIVER", "no.such.module:Driver"),
        ("TEXTUAL_COLOR_SYSTEM", "nonsense"),
        ("TEXTUAL_LOG", "/nowhere/log"),
    ],
)
def test_a_wrong_surrounding_is_one_plain_line(open_terminal, variable, value):
    terminal = open_terminal(**{variable: value})
    assert terminal.ends() == 2
    assert terminal.text.startswith(f"{variable} is “{value}”")
    assert terminal.text.count("\n") == 1


@pytest.mark.parametrize(
    "surroundings",
    [
        {
            "TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver",
            "TEXTUAL_COLOR_SYSTEM": "standard",
            "COLUMNS": "-1",
        },
        {"TERM": "dumb", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "LINES": "x", "TEXTUAL_THEME": "nonsense"},
        {"TERM": "unheard-of", "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_ANIMATIONS": "x"},
        {"COLUMNS": "99999999", "LINES": "99999999"},
    ],
    ids=" ".join,
)
def test_other_surroundings_do_no_harm(open_terminal, surroundings):
    terminal = open_terminal(**surroundings)
    terminal.opens()
    assert terminal.leave() == 0
