"""A private note on a council, kept with the user's files and never sent anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import TextArea

from .modal import Modal

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Note(Modal[str | None]):
    """A box to write in; Esc keeps what was written."""

    BINDINGS = [Binding("escape", "keep", "Keep", show=False, priority=True)]
    AUTO_FOCUS = "TextArea"

    def __init__(self, council: str, note: str) -> None:
        super().__init__()
        self.council, self.note = council, note

    def compose(self) -> ComposeResult:
        """The box under the council's name."""
        with Vertical(classes="chooser") as box:
            box.border_title = f"Note on {self.council}".replace("[", "\\[")
            box.border_subtitle = "Esc keeps it · empty takes it away"
            yield TextArea(self.note, id="note", soft_wrap=True, show_line_numbers=False)

    def action_keep(self) -> None:
        """Keep the note and close."""
        self.dismiss(self.query_one(TextArea).text)
