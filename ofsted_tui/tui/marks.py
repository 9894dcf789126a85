"""What the user writes on councils while the browser is open: pins and notes, and their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..storage.notebook import Notebook
from ..storage.user_json import UserFile

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .dialogs.note import Note


class Marks:
    """The notebook, its file, and the note that is open."""

    def __init__(self, file: Path | None = None) -> None:
        self.notebook, self.unread = Notebook.load(file) if file else (Notebook(), "")
        """Pins and notes; and a sentence if the file could not be read."""
        self._file = UserFile(file)
        self.open_note: Note | None = None
        """The window of the note that is being written."""

    def pin(self, slug: str) -> None:
        """Pin a council, or unpin it."""
        self.notebook = self.notebook.pinned(slug)

    def write_note(self, slug: str, note: str) -> None:
        """Write a note on a council; an empty text deletes it."""
        self.notebook = self.notebook.noted(slug, note)

    def save(self) -> str:
        """Write what has changed; returns a sentence if that failed."""
        return self._file.write(self.notebook)

    def save_all(self, seen_until: date) -> str:
        """Also write the note that is open, and until which day the data was seen: what comes out later is new.

        Returns a sentence if that failed.
        """
        notebook = self.notebook._replace(seen_until=seen_until.isoformat())
        if self.open_note is not None:
            notebook = notebook.noted(self.open_note.council.slug, self.open_note.box.text)
        return self._file.write(notebook)
