"""Signals that end the program, as when the window is closed or the line is lost: what the user made is kept."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from .app import OfstedApp

ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGBREAK")
"""By name, since no system has them all."""
PASSED_OVER = (signal.SIG_IGN, None)
"""Handlers that stay: a signal that is to be ignored, as by `nohup`, and one that is not Python's."""
PATIENCE = 3
"""Seconds that Textual has to end in its own way."""


@contextmanager
def ended_by_signals(app: OfstedApp) -> Iterator[None]:
    """While the app runs, a signal saves what the user made and ends it, with 128 plus the signal's number.

    Textual does neither for any of them. Not asyncio's handlers: those wait for the loop, which can itself be waiting
    for a terminal that no longer takes anything.
    """
    if threading.current_thread() is not threading.main_thread():  # where Python allows no handling of signals
        yield
        return
    present = (getattr(signal, name) for name in ENDING if hasattr(signal, name))
    handlers = {number: before for number in present if (before := signal.getsignal(number)) not in PASSED_OVER}
    alarm = signal.getsignal(signal.SIGALRM) if hasattr(signal, "setitimer") else None
    for number in handlers:
        signal.signal(number, _ends(app))
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, alarm or signal.SIG_DFL)
        for number, before in handlers.items():
            signal.signal(number, before)


def _ends(app: OfstedApp) -> Callable[[int, FrameType | None], None]:
    def leave(number: int, _frame: FrameType | None) -> None:
        code = 128 + number
        with suppress(Exception):  # it may come in the middle of a save, which then goes on
            app.keep()
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, lambda *_: _leave_at_once(app, code))
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        if not _leave_soon(app, code):
            raise SystemExit(code)

    return leave


def _leave_soon(app: OfstedApp, code: int) -> bool:
    """Leave as soon as the app can, since a signal may come at any moment; False if the app does not run."""
    if app._loop is None:
        return False
    app._loop.call_soon_threadsafe(app.exit, None, code)
    return True


def _leave_at_once(app: OfstedApp, code: int) -> None:
    """If Textual did not come to an end, as on a terminal that no longer takes anything."""
    with suppress(Exception):
        app.keep()
    if give_back := getattr(app._driver, "give_back", None):
        give_back()
    os._exit(code)
