"""The user's own marks on councils: pins, and a private note each. Written whole, never overwritten unread."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.sanitise import clean
from .user_json import load_json, save_json

if TYPE_CHECKING:
    from pathlib import Path


NOTEBOOK_VERSION = 1


def notebook_file() -> "Path":
    """Where the notebook is kept: in the platform's folder for data."""
    from platformdirs import user_data_path

    return user_data_path("ofsted-tui", appauthor=False) / "notebook.json"


class Notebook(NamedTuple):
    """Pins and notes by council."""

    pins: tuple[str, ...] = ()
    """Slugs, in the order of pinning."""
    notes: Mapping[str, str] = MappingProxyType({})
    seen_until: str = ""
    """The data's last day when the browser was closed: what came out later is new to the reader."""

    @property
    def new_since(self) -> date | None:
        """The first day that is new to the reader: the one after those seen. None if nothing was seen."""
        try:
            return date.fromisoformat(self.seen_until) + timedelta(days=1)
        except (ValueError, OverflowError):
            return None

    @classmethod
    def load(cls, file: "Path") -> tuple["Notebook", str]:
        """The notebook of a file and, if it could not be read, a sentence; it is then kept aside, never lost."""
        return load_json(file, cls.of, cls(), "Your pins and notes")

    @classmethod
    def of(cls, held: Any) -> "Notebook":
        """A notebook from what a file held. Raises ValueError if it is not one, or of a later version."""
        if not isinstance(held, dict) or held.get("version") != NOTEBOOK_VERSION:
            raise ValueError(f"expected a notebook of version {NOTEBOOK_VERSION}")
        pins, notes, seen = held.get("pins", []), held.get("notes", {}), held.get("seen_until", "")
        if not (isinstance(pins, list) and isinstance(notes, dict) and isinstance(seen, str)):
            raise ValueError("expected pins as a list and notes by council")
        return cls(
            tuple(clean(str(slug)) for slug in pins),
            {clean(str(slug)): _lines(str(note)) for slug, note in notes.items()},
            clean(seen),
        )

    def save(self, file: "Path") -> str:
        """Write it; returns a sentence if that failed."""
        held = {
            "version": NOTEBOOK_VERSION,
            "pins": self.pins,
            "notes": dict(self.notes),
            "seen_until": self.seen_until,
        }
        return save_json(file, held, "Pins and notes could not be written")

    def pinned(self, slug: str) -> "Notebook":
        """A notebook in which a council is pinned, or unpinned where it was pinned."""
        without = tuple(pin for pin in self.pins if pin != slug)
        return self._replace(pins=without if slug in self.pins else (*self.pins, slug))

    def noted(self, slug: str, note: str) -> "Notebook":
        """A notebook with a new note on a council; an empty text deletes the note."""
        notes = {**self.notes, slug: _lines(note)}
        return self._replace(notes={council: text for council, text in notes.items() if text})


def _lines(note: str) -> str:
    return "\n".join(clean(line) for line in note.split("\n")).strip()
