"""Journeys: who moved from grade to grade and how long it took; each step opens its inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.journeys import WAYS, Journey, how_many, journeys, median_years, no_journey
from ..days import month_day, short_day
from ..formats import cut
from .bindings import bindings
from .commands import JOURNEYS, VIEW
from .document import Span
from .rows import Item
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..formats import Answer
    from .app import OfstedApp


class Journeys(View):
    """Ways out of inadequate, or single moves."""

    COMMANDS_HERE = (*JOURNEYS, *VIEW)
    BINDINGS = bindings(JOURNEYS)

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        self.way = "out"
        self.found: tuple[Journey, ...] = ()

    def write(self) -> None:
        """Find, then write."""
        self.found = journeys(self.repository, self.browse.selection.judgement, self.browse.as_at, self.way)
        super().write()

    def heading(self) -> str:
        """How many, by which judgement, up to which day."""
        judgement = self.browse.selection.judgement.title
        return f"{how_many(self.found, self.way)} · {judgement} · reports up to {short_day(self.browse.as_at)}"

    def note(self) -> str:
        """The middle length."""
        middle = median_years(self.found)
        took = f"The middle one took {middle:.1f} years from report to report. " if middle is not None else ""
        return f"{took}Enter opens the later report, [ the earlier."

    def nothing(self) -> str:
        """Why there is no row."""
        why = no_journey(self.repository, self.browse.selection.judgement, self.browse.as_at)
        return f"{why} v chooses another judgement, b other moves."

    def items(self, width: int) -> Sequence[Item]:
        """A row for each journey."""
        return [Item((_line(journey, width),), journey) for journey in self.found]

    def answer(self) -> Answer:
        """The same in rows."""
        judgement = self.browse.selection.judgement
        return tabulate.journey_list(self.found, judgement, self.browse.as_at, self.way)

    def open(self, target: Any) -> None:
        """The later inspection."""
        self.go_to(target.council.slug, target.end.key)

    def action_earlier(self) -> None:
        """The earlier inspection."""
        if journey := self.rows.target:
            self.go_to(journey.council.slug, journey.start.key)

    def action_part(self) -> None:
        """Show the next kind of moves."""
        ways = list(WAYS)
        self.way = ways[(ways.index(self.way) + 1) % len(ways)]
        self.rows.here = 0
        self.write()

    def action_judgement(self) -> None:
        """Choose another judgement, of all that were ever given."""
        self.browse.ask_judgement(self.on_screen_resume, self.repository.judgements)


def _line(journey: Journey, width: int) -> tuple[Span, ...]:
    before, after = journey.grades
    narrow = width < 72
    name = max(16, min(36, width - (37 if narrow else 55)))
    mark = "▲" if journey.steps > 0 else "▼" if journey.steps < 0 else "="
    return (
        Span(f"{cut(journey.council.name, name):<{name}} "),
        Span(before.letter if narrow else f"{before.short:<11}", before.column),
        Span(f" {month_day(journey.start.published)}  {mark} ", "muted"),
        Span(after.letter if narrow else f"{after.short:<11}", after.column),
        Span(f" {month_day(journey.end.published)}  ", "muted"),
        Span(f"{journey.years:4.1f}"),
    )
