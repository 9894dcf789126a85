"""The program in a pseudo-terminal, driven byte by byte."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

KEPT = 300_000
"""Bytes of what was printed that are kept: a long walk prints gigabytes."""


class Terminal:
    """The program in a terminal, in folders of its own; the files it keeps are under `home`."""

    def __init__(self, home, size=(80, 24), program=("-m", "ofsted_tui"), stderr=None, **environment) -> None:
        self.handle, self.far_end = pty.openpty()
        self.attributes = termios.tcgetattr(self.far_end)
        self.printed, self.count = b"", 0
        self.child = None
        self.resize(size)
        names = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        command = [sys.executable, *program]
        self.child = subprocess.Popen(
            command, stdin=self.far_end, stdout=self.far_end, stderr=self.far_end if stderr is None else stderr,
            start_new_session=True, cwd=home,
            env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(Path.cwd()), "HOME": str(home), "PYTHONFAULTHANDLER": "1", **names, **environment},
        )  # fmt: skip

    def resize(self, size) -> None:
        """Columns and lines."""
        self.size = size
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        if self.child:
            self.child.send_signal(signal.SIGWINCH)  # the system tells those only whose terminal controls them

    def read(self, seconds: float, until: bytes = b"") -> bool:
        """Take in what is printed until it is quiet for so long, or a text came; whether the program still runs."""
        while not (until and until in self.printed):
            if not select.select([self.handle], [], [], seconds)[0]:
                break
            try:
                got = os.read(self.handle, 65536)
            except OSError:
                return False
            self.count += len(got)
            self.printed = (self.printed + got)[-KEPT:]
        return self.child.poll() is None

    def opens(self) -> None:
        """Wait until the first screen is there."""
        assert self.read(20, until=b"Barnet"), self.text[-3000:]

    def write(self, keys: bytes) -> bool:
        """Type in one burst, however slowly the program takes it; whether it still runs."""
        while keys:
            readable, writable, _ = select.select([self.handle], [self.handle], [], 20)
            if not (readable or writable):
                return False
            if readable and not self.read(0):
                return False
            if writable:
                keys = keys[os.write(self.handle, keys[:1000]) :]
        return True

    def ends(self, seconds: float = 60) -> int:
        """The exit code; an error where it does not end."""
        end = time.monotonic() + seconds
        while self.child.poll() is None:
            self.read(0.05)
            if time.monotonic() > end:
                self.child.send_signal(signal.SIGABRT)  # Python prints where it is
                self.read(2)
                self.child.kill()
                raise AssertionError(f"It did not end in {seconds} seconds:\n{self.text[-5000:]}")
        self.read(0.05)
        return self.child.wait()

    @property
    def text(self) -> str:
        """What was printed."""
        return self.printed.decode(errors="replace")

    @property
    def given_back(self) -> bool:
        """Whether the terminal is as it was: lines, echo, the first screen, the cursor, no mouse, no marks of pastes."""
        undone = ("?1049l", "?25h", "?1000l", "?1003l", "?1006l", "?2004l", "?1004l", "<u")
        return termios.tcgetattr(self.far_end) == self.attributes and all(
            self.printed.rfind(f"\x1b[{code}".encode()) > self.printed.rfind(f"\x1b[{code[:-1]}{on}".encode())
            for code, on in ((code, "h" if code[-1] == "l" else "l") for code in undone)
        )

    def leave(self, seconds: float = 60) -> int:
        """Ctrl+Q, and the exit code."""
        self.write(b"\x1b\x1b\x1b\x11")
        return self.ends(seconds)

    def close(self) -> None:
        """End it."""
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        for handle in (self.handle, self.far_end):
            try:
                os.close(handle)
            except OSError:
                continue
