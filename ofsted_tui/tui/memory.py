"""Python's garbage collector: what stays for good is kept out of it, what was closed is collected at once."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache

LETTER = 10_000
"""More objects than are created and released for a typed letter: with Python's 700 the collector would go through what
is being drawn ten times, a tenth of the letter's cost."""


def pause_collector() -> None:
    """Turn the collector off while a screen that stays is made and its data read; `freeze` turns it on again.

    It would go through all of that again and again, although none of it is garbage.
    """
    gc.disable()


def freeze() -> None:
    """Keep everything made so far out of the collector's sight, since it stays for good; turn the collector on."""
    gc.freeze()
    gc.set_threshold(LETTER, *gc.get_threshold()[1:])
    gc.enable()


def thaw() -> None:
    """Collect what was kept for good by an app that has ended, with the data that it showed."""
    gc.unfreeze()
    gc.collect()


def collect_closed() -> None:
    """Collect a window that was closed, at once: many of them together would take long."""
    let_go()
    if gc.isenabled():
        gc.collect()


def let_go() -> None:
    """Keep no widget that is gone.

    Textual caches the last thousand backgrounds by the widget that they were mixed for, and so keeps all the lines that
    the widget drew.
    """
    StylesCache.get_inner_outer.cache_clear()
