"""Due: the estimated window of each council's next inspection, longest waiting first. No date, no type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.next_inspections import Due, due
from ...core.dates import month_day, short_day
from ...core.model import Judgement
from ...core.wording import pluralise, truncate
from ...output import analysis_rows
from ...output.captions import no_window, window_method, window_words
from ..bindings import bindings
from ..keys import DUE, VIEW
from ..widgets.item_list import Item
from ..widgets.search_box import SearchBox
from ..widgets.styled_text import Document, Span
from .searchable_view import Searched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...output.table import Table
    from ..state import State


class NextInspections(Searched):
    """Windows from the gaps in the data."""

    PANEL_TITLE = "Next inspections"
    FILE_NAME = "due"
    COMMANDS_HERE = (*DUE, *VIEW)
    BINDINGS = bindings(DUE)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.phrase = ""
        self.windows: tuple[Due, ...] = ()
        self._stood_on = ""
        """The council that was highlighted in the list when the screen was last come to."""

    def on_screen_resume(self) -> None:
        """Begin at the council highlighted in the list."""
        super().on_screen_resume()
        if self.state.slug != self._stood_on:
            self._stood_on = self.state.slug
            self._stand_on(self.state.slug)

    def _stand_on(self, slug: str) -> None:
        slugs = [one.council.slug for one in self.windows]
        self.rows.here = slugs.index(slug) + 1 if slug in slugs else 0
        self.rows.write(self._written)

    def typed(self, phrase: str) -> None:
        """Find a council by name; the box cleared, the highlight stays on it."""
        target = self.rows.target
        self.phrase = phrase
        self.write()
        self._stand_on(target.council.slug if target and not phrase else "")

    def write(self) -> None:
        """Estimate, then write."""
        self.windows = due(self.repository, self.state.as_at, self.phrase)
        super().write()

    def heading(self) -> str:
        """By which grade, of how many, as at which day."""
        found = " found" if self.phrase.strip() else ""
        number = f"{pluralise(len(self.windows), 'council')}{found}" if self.windows or found else "no window"
        return f"Due, estimated · overall · {number} · as at {short_day(self.state.as_at)}"

    def note(self) -> str:
        """What a row says."""
        return "Last grade · last inspection begun · estimated window. Longest waiting first; ! past the window."

    def nothing(self) -> str:
        """Why there is no row."""
        if due(self.repository, self.state.as_at):
            return f"No council with an inspection is named “{self.phrase.strip()}”. Esc clears."
        return no_window(self.repository, self.state.as_at)

    def items(self, width: int) -> Sequence[Item]:
        """The method, then a row for each council."""
        if not self.windows:
            return []
        page = Document(min(width, 100))
        page.paragraph(Span(window_method(self.repository, self.state.as_at), "muted"))
        page.blank()
        return [Item(tuple(page.lines)), *(Item((_line(one, width),), one) for one in self.windows)]

    def table(self) -> Table:
        """The estimated inspections as a table to save, one row for each council."""
        return analysis_rows.due_list(self.repository, self.state.as_at, self.windows)

    def open(self, target: Any) -> None:
        """The council."""
        self.go_to(target.council.slug, target.inspection.key)

    def action_leave(self) -> None:
        """Clear the box, then leave."""
        if self.phrase:
            self.query_one(SearchBox).value = ""
            self.rows.focus()
        else:
            super().action_leave()


def _line(one: Due, width: int) -> tuple[Span, ...]:
    narrow = width < 64
    name = max(16, min(36, width - (36 if narrow else 46)))
    grade = one.inspection.grades.get(Judgement.OVERALL)
    return (
        Span(f"{truncate(one.council.name, name):<{name}} "),
        Span(
            (grade.letter if grade else " ") if narrow else f"{grade.short if grade else '':<11}",
            grade.column if grade else "",
        ),
        Span(f" {month_day(one.since)}  ", "muted"),
        Span(f"{'!' if one.overdue else ' '} ", "mark"),
        Span(window_words(one)),
    )
