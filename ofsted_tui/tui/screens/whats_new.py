"""Lately: which councils have new inspections since a day, and how their grades moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.changes import Move, New, changes, since_default
from ...core.dates import short_day
from ...core.wording import pluralise
from ...output import analysis_rows
from ...output.captions import no_report_by
from ..bindings import bindings
from ..keys import LATELY, VIEW
from ..widgets.item_list import Item
from ..widgets.styled_text import Document, Span
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...output.table import Table
    from ..state import State


class WhatsNew(View):
    """New inspections, newest first."""

    PANEL_TITLE = "What's new"
    FILE_NAME = "lately"
    COMMANDS_HERE = (*LATELY, *VIEW)
    BINDINGS = bindings(LATELY)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.new_since = state.notebook.new_since
        self.since = self._default()
        self._as_at = self.state.as_at

    def _default(self) -> date:
        """What is new since the last visit where there may be something, else thirty days: an empty page says less."""
        day = self.state.as_at
        if self.new_since and self.state.day is None and self.new_since <= day:
            return self.new_since
        return since_default(self.repository, day)

    def write(self) -> None:
        """Begin anew where the country is seen on another day, then write."""
        if self._as_at != self.state.as_at:
            self._as_at, self.since = self.state.as_at, self._default()
        super().write()

    def heading(self) -> str:
        """Since when, and how many."""
        found = changes(self.repository, self.since, self.state.as_at)
        number = pluralise(len(found), "inspection")
        return f"{number} published since {short_day(self.since)} · up to {short_day(self.state.as_at)}"

    def note(self) -> str:
        """What a row says."""
        return "Before, then now: ▲ up, = same, ▼ down, → not to be compared. d chooses another day."

    def nothing(self) -> str:
        """Why there is no row."""
        if self.state.as_at < self.repository.first_day:
            return no_report_by(self.state.as_at)
        return f"No report came out since {short_day(self.since)}. d chooses another day."

    def items(self, width: int) -> Sequence[Item]:
        """A council and its judgements."""
        return [_item(new, width) for new in changes(self.repository, self.since, self.state.as_at)]

    def table(self) -> Table:
        """The new inspections as a table to save, one row each."""
        return analysis_rows.change_list(self.repository, self.since, self.state.as_at)

    def open(self, target: Any) -> None:
        """The new inspection."""
        self.go_to(target.council.slug, target.inspection.key)

    def action_as_at(self) -> None:
        """Choose the first day whose changes are shown."""
        from ..dialogs.picker import choose_since

        choose_since(self.app, self.state.as_at, self.new_since, self.since, self._see)

    def _see(self, day: date) -> None:
        self.since = day
        self.write()


def _item(new: New, width: int) -> Item:
    page = Document(width)
    page.line(
        Span(new.council.name, "title"),
        Span(f"  {short_day(new.inspection.published)} · {new.inspection.form}, {new.inspection.type}", "muted"),
    )
    spans = [span for move in new.moves for span in _move(move)]
    page.paragraph(*spans[:-1], first="  ", indent=2)
    return Item(tuple(page.lines), new)


def _move(move: Move) -> tuple[Span, ...]:
    was = f"{move.before.short} {move.change.glyph if move.change else '→'} " if move.before else ""
    return (
        Span(f"{move.judgement.short} {was}".replace(" ", "\u00a0"), "muted"),  # a move is never torn at a line's end
        Span(move.grade.short, move.grade.column),
        Span(" · ", "muted"),
    )
