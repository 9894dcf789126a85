"""Help: what the keys do on the screen beneath, taken from the declared commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .commands import spoken_key
from .document import Document, Span
from .page import Page

if TYPE_CHECKING:
    from textual.screen import Screen

    from .commands import Command


class Help(Page):
    """The keys of a screen."""

    heading = "Help"

    def __init__(self, beneath: Screen[object]) -> None:
        super().__init__()
        self.focused_on = type(beneath.focused).__name__ if beneath.focused else ""

    def write(self, page: Document) -> None:
        """The keys that move, then the commands by group."""
        from .commands import BROWSE, EVERYWHERE

        page.paragraph(Span(WHERE.get(self.focused_on, WHERE["CouncilList"])))
        page.heading("Move")
        for keys, words in MOVES:
            _write_key(page, keys, words)
        for group in dict.fromkeys(command.group for command in (*BROWSE, *EVERYWHERE)):
            page.heading(group)
            for command in (*BROWSE, *EVERYWHERE):
                if command.group == group:
                    _write_key(page, all_keys(command), command.tooltip)
        page.heading("Marks")
        for mark, words in MARKS:
            _write_key(page, mark, words)


WHERE = {
    "CouncilList": "You are in the list of councils. The council highlighted is shown beside it; Enter goes there.",
    "CouncilDetail": "You are reading a council. ← and → go through its inspections; Tab goes back to the list.",
    "SearchBox": "You are searching by name. Enter keeps the search and goes to the list; Esc clears it.",
}
MOVES = (
    ("↓ ↑  j k", "Line by line"),
    ("PgDn PgUp", "Page by page (Space: down)"),
    ("Home End  g G", "To the first and the last"),
)
MARKS = (
    ("▲ = ▼", "The grade is higher than, the same as, or lower than in the inspection before"),
    ("jt", "Children in care and care leavers judged together, before 2023"),
    ("n/g", "Not given: from April 2026 there is no overall effectiveness"),
)


def all_keys(command: Command) -> str:
    """All keys of a command, as a person reads them."""
    return " ".join(spoken_key(key) for key in command.keys.split(","))


def _write_key(page: Document, keys: str, words: str) -> None:
    page.paragraph(Span(words), first=f"  {keys:<14} ", indent=17)
