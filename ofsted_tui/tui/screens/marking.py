"""Pins and notes: what the user marks councils with; the keys that do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from ...storage.notebook import Notebook
from .selecting import Selecting

if TYPE_CHECKING:
    from pathlib import Path

    from ...core.repository import Repository
    from ...storage.settings import Settings


class Marking(Selecting):
    """A screen of councils that can be pinned and noted upon."""

    notebook: var[Notebook] = var(Notebook())
    """The user's pins and notes."""

    def __init__(
        self, repository: Repository, settings: Settings, notebook: Notebook, notebook_file: Path | None
    ) -> None:
        super().__init__(repository, settings)
        self._notebook_file = notebook_file
        self.set_reactive(Marking.notebook, notebook)

    def action_pin(self) -> None:
        """Pin the council, or unpin it."""
        if self.slug:
            self._mark(self.notebook.pinned(self.slug))
            if self.selection.only is not None:
                self.choose(self.selection._replace(only=frozenset(self.notebook.pins)))

    def action_pinned(self) -> None:
        """List only the pinned councils, or all again."""
        if self.selection.only is not None:
            self.choose(self.selection._replace(only=None))
        elif self.notebook.pins:
            self.choose(self.selection._replace(only=frozenset(self.notebook.pins)))
        else:
            self.notify_user("No council is pinned. p pins the one that is highlighted.")

    def action_note(self) -> None:
        """Write a note on the council."""
        from ..dialogs.note import Note

        if not self.slug:
            self.notify_user("No council is highlighted.")
            return
        council = self.repository.councils[self.slug]
        self.app.push_screen(Note(council.name, self.notebook.notes.get(council.slug, "")), self._noted)

    def _noted(self, note: str | None) -> None:
        if note is not None:
            self._mark(self.notebook.noted(self.slug, note))

    def _mark(self, notebook: Notebook) -> None:
        self.notebook = notebook
        if self._notebook_file and (failed := notebook.save(self._notebook_file)):
            self.notify_user(failed, seconds=10)
        self.read()
