"""The style sheets of the screens and windows that are not open yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

MOMENT = 1
"""Seconds after the first frame, or the last key: who types at once is not kept waiting."""


def read_ahead(app: App[str]) -> None:
    """Read them all.

    Textual would read every sheet anew for each that is needed first, and style once more what is on the screen:
    that takes longer than a key.
    """
    for sheet in sorted(Path(__file__).parent.glob("*/*.tcss")):
        app.stylesheet.read(sheet)
    app.stylesheet.parse()
