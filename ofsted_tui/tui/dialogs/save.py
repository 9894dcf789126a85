"""Save what is on the screen: as Markdown, CSV or JSON, in the folder from which the program was started."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.content import Content

from ...core.wording import pluralise
from ...output.council_profile import render_profile
from ...output.table import render
from ...storage.atomic_files import write_whole
from .picker import Choice, Picker

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from ...output.council_profile import Profile
    from ...output.table import Table

SAVE_FORMATS = {"md": "Markdown, to print or paste", "csv": "CSV, for a spreadsheet", "json": "JSON, for a program"}


def save(app: App[Any], name: str, table: Table, *more: Table) -> None:
    """Ask for the format, then write rows into a file under a name that is free, and say where it is.

    A Markdown file has room for more than one table; the others hold the first.
    """

    def written(form: str) -> str:
        return "\n".join(render(one, form) for one in ((table, *more) if form == "md" else (table,)))

    _save(app, name, pluralise(len(table.rows), "row"), written)


def save_council(app: App[Any], profile: Profile) -> None:
    """Ask for the format, then write all about one council, as `show` gives it, into a file, and say where it is."""
    _save(app, profile.council.slug, profile.council.name, lambda form: render_profile(profile, form))


def _save(app: App[Any], name: str, what: str, write: Callable[[str], str]) -> None:
    offers = [Choice(Content(words), form) for form, words in SAVE_FORMATS.items()]

    def chosen(form: str | None) -> None:
        if form is None:
            return
        file = free_name(Path.cwd() / f"ofsted-{name}-{date.today().isoformat()}.{form}")
        try:
            write_whole(file, write(form))
        except OSError as problem:
            app.notify(f"Not saved ({problem.strerror}): {file}", markup=False, severity="error")
        else:
            app.notify(f"Saved {what}: {file}", markup=False)

    app.push_screen(Picker("Save what is shown as", offers), chosen)


def free_name(file: Path) -> Path:
    """The file, or the same with a number where it is there already: nothing is overwritten."""
    number, free = 2, file
    while free.exists():
        free = file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1
    return free
