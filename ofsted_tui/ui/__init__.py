"""The browser. Nothing here is imported by the rest, and Textual only when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..repository import Repository


def open_browser(
    repository: Repository,
    *,
    council: str | None = None,
    as_at: date | None = None,
    phrase: str | None = None,
    theme: str | None = None,
) -> int:
    """Open the browser where asked, else where it was left. Gives the exit code."""
    from ..notebook import notebook_file
    from ..settings import Settings, settings_file
    from .app import OfstedApp

    file = settings_file()
    settings, problem = Settings.load(file)
    settings = settings.opened_at(council=council, as_at=as_at, phrase=phrase, theme=theme)
    app = OfstedApp(repository, settings, notice=problem, notebook_file=notebook_file())
    app.run()
    if app.return_code == 0 and (failed := app.settings.save(file)):
        from ..commands.outcome import say

        say(failed)
    return app.return_code or 0
