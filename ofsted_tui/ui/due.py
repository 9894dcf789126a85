"""Due: the estimated window of each council's next inspection, longest waiting first. No date, no type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.due import METHOD, Due, due
from ..days import month_day, short_day
from ..formats import cut
from ..model import Judgement
from .document import Document, Span
from .rows import Item
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..formats import Answer


class DueView(View):
    """Windows from the gaps in the data."""

    def heading(self) -> str:
        """As at which day."""
        return f"Next inspections, estimated · as at {short_day(self.browse.as_at)}"

    def note(self) -> str:
        """What a row says."""
        return "Last grade · last inspection begun · estimated window. Longest waiting first; ! past the window."

    def items(self, width: int) -> Sequence[Item]:
        """The method, then a row for each council."""
        page = Document(min(width, 100))
        page.paragraph(Span(METHOD, "muted"))
        page.blank()
        rows = [Item((_line(one, width),), one) for one in due(self.repository, self.browse.as_at)]
        return [Item(tuple(page.lines)), *rows]

    def answer(self) -> Answer:
        """The same in rows."""
        return tabulate.due_list(self.repository, self.browse.as_at)

    def open(self, target: Any) -> None:
        """The council."""
        self.go_to(target.council.slug, target.inspection.key)


def _line(one: Due, width: int) -> tuple[Span, ...]:
    narrow = width < 64
    name = max(16, min(36, width - (36 if narrow else 46)))
    grade = one.inspection.grades.get(Judgement.OVERALL)
    return (
        Span(f"{cut(one.council.name, name):<{name}} "),
        Span(
            (grade.letter if grade else " ") if narrow else f"{grade.short if grade else '':<11}",
            grade.column if grade else "",
        ),
        Span(f" {month_day(one.since)}  ", "muted"),
        Span(f"{'!' if one.overdue else ' '} ", "mark"),
        Span(one.window),
    )
