"""The browser. No other package imports it, and Textual is imported only when it opens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..core.repository import Repository
    from ..storage.settings import Settings
    from .app import OfstedApp
    from .keys import Keys


def open_browser(
    repository: Repository,
    *,
    council: str | None = None,
    as_at: date | None = None,
    phrase: str | None = None,
    theme: str | None = None,
    notice: str = "",
    data: Path | None = None,
) -> int:
    """Open the browser where asked, otherwise where it was left; again after an import. Returns the exit code.

    Raises UnusableTerminal, or the error that ended it, once the terminal is restored and what the user made is saved.
    `notice` is what went wrong before; `data` the folder of tables, if it is not the shipped one.
    """
    from ..storage.notebook import notebook_file
    from ..storage.settings import Settings, settings_file
    from .environment import check_environment

    check_environment()
    from .app import OfstedApp

    file = settings_file()
    settings, problem = Settings.load(file)
    settings = settings.opened_at(council=council, as_at=as_at, phrase=phrase, theme=theme)
    settings, moved = on_its_day(settings, repository) if council else (settings, "")
    keys, not_keys = keys_in_force()
    notices = (notice, problem, moved, *not_keys)
    while True:
        app = OfstedApp(
            repository, settings, notices=notices, settings_file=file, notebook_file=notebook_file(),
            can_import=data is None, keys=keys,
        )  # fmt: skip
        imported = _run(app)
        if imported is None or app.return_code:
            return app.return_code or 0
        settings = app.settings
        del app, repository
        repository, problem = _read_anew(data)
        notices = (imported, problem)


def _read_anew(data: Path | None) -> tuple[Repository, str]:
    """The data with what was imported, once what was held before is let go."""
    from ..storage import open_data
    from .memory import thaw

    thaw()
    return open_data.load(data)


def _run(app: OfstedApp) -> str | None:
    """Run the app until it is left; returns a sentence on what was imported if it is to be opened again.

    What could not be saved is reported on the restored terminal. Raises the error that ended the app.
    """
    from ..core.sanitise import clean
    from .signals import ended_by_signals

    # A thread of its own writes each frame to the terminal; it would wait 5 ms for its turn.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.001)
    try:
        with ended_by_signals(app):
            imported = app.run()
    finally:
        sys.setswitchinterval(interval)
        app.keep()  # once more: what was typed last came after the key that quit
    if app.not_kept:
        print(f"ofsted-tui: {clean(app.not_kept)}", file=sys.stderr)
    if app.failure:
        raise app.failure
    return imported


def keys_in_force() -> tuple[Keys, tuple[str, ...]]:
    """The declared keys, or the user's own instead; and what in the user's file could not be used."""
    from ..storage.atomic_files import is_absent
    from ..storage.key_file import key_file
    from .keys import DECLARED

    file = key_file()
    if is_absent(file):
        return DECLARED, ()
    from .own_keys import read_own_keys

    return read_own_keys(file)


def on_its_day(settings: Settings, repository: Repository) -> tuple[Settings, str]:
    """The settings, on a day on which their council existed; if that is another day, with a sentence about it."""
    from ..core.dates import long_day
    from ..output.council_profile import absent

    council = repository.councils[settings.council]
    if council.existed_on(settings.day or repository.last_day):
        return settings, ""
    settings = settings._replace(as_at=council.last_day.isoformat() if council.last_day else "")
    return settings, f"{absent(repository, council)} Shown as at {long_day(settings.day or repository.last_day)}."
