"""The terminal on Linux and macOS: Textual's driver, except where it would end in an error or wait for ever."""

from __future__ import annotations

import os
import selectors
import sys
import termios
from contextlib import suppress
from select import select
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from .terminal_input import TerminalInput

if TYPE_CHECKING:
    from textual.app import App

HUNG_UP = 129
"""The exit code of a program whose terminal was closed: 128 plus the number of the signal."""
MOST_CELLS = 1000
"""Columns, or lines, of the largest terminal: a size set by mistake must not use up all memory."""
GIVE_BACK = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Turns off everything that was turned on: paste marks, mouse, kitty's keys, alternate screen, hidden cursor."""


class TerminalOutput:
    """Writes to the terminal while it is there; output after that is dropped, so that the program can end.

    Textual's writing thread would end in the error, and everything else would wait for it.
    """

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._buffer = bytearray()
        self.gone = False

    def fileno(self) -> int:
        """The system's number for it (file descriptor)."""
        return self._fileno

    def write(self, text: str) -> None:
        """Hold text, to be written by `flush`."""
        self._buffer += text.encode(errors="replace")

    def flush(self) -> None:
        """Write the held text, waiting if the terminal is slow."""
        data, self._buffer = memoryview(bytes(self._buffer)), bytearray()
        while data and not self.gone:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:  # another program has set the terminal to that
                select([], [self._fileno], [])
            except OSError:
                self.gone = True


class TerminalDriver(LinuxDriver):
    """Textual's driver, without its faults.

    - It writes to stderr, which may be a file: `2>/dev/null` would show nothing. Here it is stdout, which is known to
      be a terminal.
    - Its thread that reads ends at input that it does not understand. Here that input is dropped.
    - If the terminal was closed, it reads on without end. Here the program is left.
    - On a SIGCONT without a stop it starts again, and takes its own settings for those to restore. Here it goes on.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size or self._get_terminal_size())
        assert sys.__stdout__ is not None
        self._output = TerminalOutput(sys.__stdout__.fileno())
        self._file = self._output  # type: ignore[assignment]
        self._suspended = False

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, MOST_CELLS), min(height, MOST_CELLS)

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while, as on SIGTSTP."""
        super().suspend_application_mode()
        self._suspended = True

    def resume_application_mode(self) -> None:
        """Take the terminal again; nothing if it was never given back, as on an unneeded SIGCONT."""
        if self._suspended:
            self._suspended = False
            super().resume_application_mode()

    def run_input_thread(self) -> None:
        """Read what is typed, until the program is left or the terminal is gone."""
        arriving, parser = TerminalInput(), XTermParser(self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = self._read(arriving) if selector.select(0.1) else arriving.wait()
                if text is None:
                    self._loop.call_soon_threadsafe(self._app.exit, None, HUNG_UP)
                    return
                if not self._understood(parser, text):
                    parser = XTermParser(self._debug)

    def _read(self, arriving: TerminalInput) -> str | None:
        """What was typed; None if the terminal is gone."""
        try:
            data = os.read(self.fileno, 4096)
        except BlockingIOError:
            return ""
        except OSError:
            return None
        return arriving.feed(data) if data else None

    def _understood(self, parser: XTermParser, text: str) -> bool:
        """Pass on the keys and clicks in a text; False if it broke the parser: Textual checks no number in it."""
        try:
            for event in parser.feed(text) if text else ():
                self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
        except (ValueError, ArithmeticError, LookupError, RuntimeError):
            return False
        return True

    def give_back(self) -> None:
        """Restore the terminal at once, without Textual's help."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        if not self._output.gone and select([], [self._output.fileno()], [], 0)[1]:
            with suppress(OSError):
                os.write(self._output.fileno(), GIVE_BACK.encode())
