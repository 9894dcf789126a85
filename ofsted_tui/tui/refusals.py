"""What the program does not do on a web page, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def refused_on_a_page(app: App[Any], what: str) -> bool:
    """Whether something acts on the server's files and is therefore off; then it is said."""
    if app.is_web:
        app.notify(f"{what} is off in a web browser: the files are the server's. It works in a terminal.", markup=False)
    return app.is_web
