"""How the program says what could not be done, or is not done on a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

FOREVER = 24 * 3600
"""Seconds for a sentence that only a key takes away."""


def refused_on_a_page(app: App[Any], what: str) -> bool:
    """Whether something acts on the server's files and is therefore off; if so, a sentence says that."""
    if app.is_web:
        app.notify(
            f"{what} does not work in a web browser, because files are on the server. Use it in a terminal.",
            markup=False,
        )
    return app.is_web


def tell_failure(app: App[Any], sentence: str) -> None:
    """Say what could not be saved, until a key is pressed. An empty sentence is not shown."""
    if sentence:
        app.notify(sentence, markup=False, severity="error", timeout=FOREVER)
