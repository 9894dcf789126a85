"""What the program holds in memory: what stays is looked at no more, what was closed is let go."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def begin_to_make() -> None:
    """Let the collector rest while a screen that stays is made, and the data is read for it.

    It would look at all of that again and again in the midst of it, though nothing of it can be thrown away.
    """
    gc.disable()


def made() -> None:
    """Everything made so far stays for good: from now on the collector need not look at it again."""
    gc.freeze()
    gc.enable()


def closed() -> None:
    """Let go of a window that was closed, at once: many of them together would take long to clear away.

    Textual keeps the last thousand backgrounds by the widget for which they were mixed, and with each of them all the
    lines that the widget drew.
    """
    StylesCache.get_inner_outer.cache_clear()
    if gc.isenabled():
        gc.collect()
