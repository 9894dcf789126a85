"""Lately: which councils have new inspections since a day, and how their grades moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.changes import New, changes, since_default
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

MARK = {Change.UP: "▲", Change.SAME: "=", Change.DOWN: "▼"}


class Lately(View):
    """New inspections, newest first."""

    COMMANDS_HERE = (*LATELY, *VIEW)
    BINDINGS = bindings(LATELY)

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        seen, last = app.seen_until, app.repository.last_day
        # Where nothing came out since the last visit, the data's last month says more than an empty page.
        self.since = seen if seen and seen < last else since_default(app.repository)

    def heading(self) -> str:
        """Since when, and how many."""
        found = changes(self.repository, self.since, self.browse.as_at)
        number = counted(len(found), "inspection")
        return f"{number} published after {short_day(self.since)} · up to {short_day(self.browse.as_at)}"

    def note(self) -> str:
        """What a row says."""
        return "▲ ▼ = against the same judgement of the inspection before. d chooses another day."

    def nothing(self) -> str:
        """Why there is no row."""
        return f"No report came out after {short_day(self.since)}. d chooses another day."

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
        """Choose the day since which changes are shown."""
        from .choose import choose_day

        choose_day(self.app, self.repository, self.since, self._see)

    def _see(self, day: date | None) -> None:
        self.since = day or since_default(self.repository)
        self.write()


def _item(new: New, width: int) -> Item:
    page = Document(width)
    page.line(
        Span(new.council.name, "title"),
        Span(f"  {short_day(new.inspection.published)} · {new.inspection.form}, {new.inspection.type}", "muted"),
    )
    spans = []
    for judgement, grade in new.inspection.grades.items():
        change = new.change(judgement)
        before = new.previous.grades.get(judgement) if new.previous else None
        was = f" {MARK[change]} {before.short}" if change and before else ""
        spans += [Span(f"{judgement.short} ", "muted"), Span(grade.short, grade.column), Span(f"{was} · ", "muted")]
    page.paragraph(*spans[:-1], Span(spans[-1].text.rstrip(" ·"), "muted"), first="  ", indent=2)
    return Item(tuple(page.lines), new)
