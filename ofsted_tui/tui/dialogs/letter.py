"""A window with what the letter of a visit says; [ and ] go to the council's other visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from ...core.dates import month_day
from ..widgets.border_keys import BETWEEN, border_keys
from ..widgets.letter_page import write_letter
from ..widgets.styled_text import Span
from .text_page import PageText, TextPage

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ...core.model import Finding
    from ...core.repository import Repository
    from ...core.visits import Visit
    from ..widgets.styled_text import Page


class Letter(TextPage):
    """One visit of a council."""

    BINDINGS = [
        Binding("left_square_bracket,left", "step(-1)", "Older", show=False),
        Binding("right_square_bracket,right", "step(1)", "Newer", show=False),
    ]

    def __init__(self, repository: Repository, visit: Visit, marked: Finding | None = None) -> None:
        super().__init__()
        self.repository, self.visit, self.marked = repository, visit, marked
        self.visits = repository.visits_of(visit.council)
        """Every visit of the council, oldest first."""

    def compose(self) -> ComposeResult:
        """The letter alone; its border says whose it is, and how to leave it."""
        yield PageText(self.write, id="page", opens_at="marked")

    def on_mount(self) -> None:
        """Name the letter."""
        super().on_mount()
        self._write_borders()

    def _write_borders(self) -> None:
        page = self.query_one(PageText)
        page.set_title(Span(f"{self.repository.councils[self.visit.council].name} ○ visit {month_day(self.visit.day)}"))
        place = self.visits.index(self.visit)
        older, newer = ["[ Older"] * (place > 0), ["] Newer"] * (place + 1 < len(self.visits))
        which = f"{len(self.visits) - place} of {len(self.visits)} visits"
        page.set_foot(*border_keys(BETWEEN.join([which, *older, *newer, "Esc Close"])))

    def write(self, page: Page) -> None:
        """What the letter says."""
        write_letter(page, self.visit, self.repository, self.marked)

    def action_step(self, by: int) -> None:
        """Show the visit before or after."""
        place = self.visits.index(self.visit) + by
        if 0 <= place < len(self.visits):
            self.visit, self.marked = self.visits[place], None
            page = self.query_one(PageText)
            page.on_width_change()
            page.scroll_to(y=0, animate=False, immediate=True, force=True)
            self._write_borders()
