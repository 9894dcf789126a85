"""Lately: which councils have new inspections since a day, and how their grades moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.changes import Move, New, changes, since_default
from ..answers import no_report_by
from ..councils import Change
from ..days import short_day
from ..formats import counted
from .bindings import bindings
from .commands import LATELY, VIEW
from .document import Document, Span
from .rows import Item
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..formats import Answer
    from .app import OfstedApp

MARK = {Change.UP: "▲", Change.SAME: "=", Change.DOWN: "▼", None: "→"}
"""What stands between the grade before and the grade now; an arrow where the two cannot be compared."""


class Lately(View):
    """New inspections, newest first."""

    COMMANDS_HERE = (*LATELY, *VIEW)
    BINDINGS = bindings(LATELY)

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        self.new_since = app.new_since
        self.since = self._default()
        self._as_at = self.browse.as_at

    def _default(self) -> date:
        """What is new since the last visit where there may be something, else thirty days: an empty page says less."""
        day = self.browse.as_at
        if self.new_since and self.browse.day is None and self.new_since <= day:
            return self.new_since
        return since_default(self.repository, day)

    def write(self) -> None:
        """Begin anew where the country is seen on another day, then write."""
        if self._as_at != self.browse.as_at:
            self._as_at, self.since = self.browse.as_at, self._default()
        super().write()

    def heading(self) -> str:
        """Since when, and how many."""
        found = changes(self.repository, self.since, self.browse.as_at)
        number = counted(len(found), "inspection")
        return f"{number} published since {short_day(self.since)} · up to {short_day(self.browse.as_at)}"

    def note(self) -> str:
        """What a row says."""
        return "Before, then now: ▲ up, = same, ▼ down, → not to be compared. d chooses another day."

    def nothing(self) -> str:
        """Why there is no row."""
        if self.browse.as_at < self.repository.first_day:
            return no_report_by(self.browse.as_at)
        return f"No report came out since {short_day(self.since)}. d chooses another day."

    def items(self, width: int) -> Sequence[Item]:
        """A council and its judgements."""
        return [_item(new, width) for new in changes(self.repository, self.since, self.browse.as_at)]

    def answer(self) -> Answer:
        """The same in rows."""
        return tabulate.change_list(self.repository, self.since, self.browse.as_at)

    def open(self, target: Any) -> None:
        """The new inspection."""
        self.go_to(target.council.slug, target.inspection.key)

    def action_as_at(self) -> None:
        """Choose the first day whose changes are shown."""
        from .choose import choose_since

        choose_since(self.app, self.browse.as_at, self.new_since, self.since, self._see)

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
    was = f"{move.before.short} {MARK[move.change]} " if move.before else ""
    return (
        Span(f"{move.judgement.short} {was}".replace(" ", "\u00a0"), "muted"),  # a move is never torn at a line's end
        Span(move.grade.short, move.grade.column),
        Span(" · ", "muted"),
    )
