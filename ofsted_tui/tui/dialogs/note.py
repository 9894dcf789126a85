"""A private note on a council, kept with the user's files and never sent anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import TextArea

from ..refusals import tell_failure
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.events import Key

    from ...core.model import Council
    from ..state import State

PLACEHOLDER = "Only you see this. Clear the text to delete it."


NEW_LINE = ("shift+enter", "alt+enter", "ctrl+j")


class NoteBox(TextArea):
    """Handles the window's own keys: letters and keys that come in one burst are handled in their order."""

    answers: Mapping[str, Callable[[], None]] = {}

    def on_key(self, event: Key) -> None:
        """Do what a key is for; all others are Textual's."""
        if answer := self.answers.get(event.key):
            event.stop()
            event.prevent_default()
            answer()


class Note(Modal[None]):
    """A box to write in. Enter saves, Esc discards the text; if it ends in any other way, the text is kept."""

    BINDINGS = [
        Binding("enter", "save", "Save", show=False),
        Binding("escape", "cancel", "Cancel", show=False),
        Binding(",".join(NEW_LINE), "new_line", "New line", show=False),
    ]
    AUTO_FOCUS = "TextArea"

    def __init__(self, council: Council, state: State) -> None:
        super().__init__()
        self.council, self.state = council, state
        self.box = NoteBox(
            state.notebook.notes.get(council.slug, ""), id="note", show_line_numbers=False, placeholder=PLACEHOLDER
        )
        self.box.answers = {
            "enter": self.action_save, "escape": self.action_cancel, **dict.fromkeys(NEW_LINE, self.action_new_line)
        }  # fmt: skip
        state.marks.open_note = self

    def compose(self) -> ComposeResult:
        """The box under the council's name."""
        with Vertical(classes="chooser") as box:
            box.border_title = f"Note on {self.council.name}".replace("[", "\\[")
            self.show_keys(box, "Enter Save · Esc Cancel · Ctrl+J New line")
            yield self.box

    def action_save(self) -> None:
        """Keep the note and close."""
        self._keep()
        self.dismiss()

    def action_cancel(self) -> None:
        """Close, and leave the note as it was."""
        self.state.marks.open_note = None
        self.dismiss()

    def action_new_line(self) -> None:
        """Start a new line; Enter would save."""
        self.box.insert("\n")

    def on_unmount(self) -> None:
        """Keep the text if the window is removed, as by a command of the palette."""
        if self.app.is_running:  # otherwise the app keeps it, since nobody is left to be told
            self._keep()

    def _keep(self) -> None:
        if self.state.marks.open_note is self:
            self.state.marks.open_note = None
            tell_failure(self.app, self.state.write_note(self.council.slug, self.box.text))
