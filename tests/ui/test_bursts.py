"""Keys and clicks that come faster than the screen, as from a paste, a slow line or a quick hand."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

pty = pytest.importorskip("pty")

DIALOGS = {"theme": b"t", "judgement": b"v", "date": b"d", "filter": b"f", "screens": b"0", "save": b"x",
           "palette": b"\x10", "note": b"a", "help": b"?", "about": b"i"}  # fmt: skip
SCREENS = (b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"c", b"I")
CLICK = b"\x1b[<0;40;12M\x1b[<0;40;12m"


class Terminal:
    """The program in a terminal of 80 by 24, driven byte by byte."""

    def __init__(self) -> None:
        self.handle, far_end = pty.openpty()
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        program = [sys.executable, "-m", "ofsted_tui"]
        self.child = subprocess.Popen(program, stdin=far_end, stdout=far_end, stderr=far_end, start_new_session=True)
        os.close(far_end)
        self.printed = b""

    def read(self, seconds: float, until: bytes = b"") -> bool:
        """Take in what is printed; whether the program still runs."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not (until and until in self.printed):
            if not select.select([self.handle], [], [], left)[0]:
                break
            try:
                self.printed += os.read(self.handle, 65536)
            except OSError:
                return False
        return True

    def write(self, keys: bytes) -> None:
        """Type in one burst."""
        os.write(self.handle, keys)

    def leave(self) -> int:
        """Ctrl+Q, and the exit code."""
        self.write(b"\x1b\x1b\x1b\x11")
        while self.read(5) and self.child.poll() is None:
            pass
        os.close(self.handle)
        return self.child.wait(10)


def survives(*bursts: bytes) -> None:
    """The program takes bursts of keys, and ends well when it is told to."""
    terminal = Terminal()
    assert terminal.read(20, until=b"Barnet")
    for burst in bursts:
        terminal.write(burst)
        assert terminal.read(0.3), terminal.printed[-3000:].decode(errors="replace")
    assert terminal.leave() == 0, terminal.printed[-3000:].decode(errors="replace")
    assert b"Traceback" not in terminal.printed


@pytest.mark.parametrize("twice", [b"\r\r", b"\x1b\x1b", CLICK * 2], ids=["Enter", "Esc", "click"])
def test_every_window_answers_once(twice, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    survives(*(key + twice for key in DIALOGS.values()))


@pytest.mark.parametrize("after", [b"\r\r", b"\x1b\x1b\x1b", b"x\r\r", b"[]!yd\r\r", CLICK * 2], ids=repr)
def test_keys_that_come_before_a_screen_is_there_do_no_harm(after, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    survives(*(key + after for key in SCREENS))
