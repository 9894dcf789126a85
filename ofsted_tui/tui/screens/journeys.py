"""Journeys: who moved from grade to grade and how long it took; each step opens its inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.journeys import Journey, journeys, time_out
from ...core.councils import change_of, glyph_of
from ...core.dates import month_day, short_day
from ...core.wording import truncate
from ...output import analysis_rows
from ...output.captions import (
    FROM_TO,
    WAYS,
    across_note,
    describe_journeys,
    how_long,
    joint_judgement_note,
    no_journey,
    no_neighbours,
    why_not_out,
)
from ..bindings import bindings
from ..keys import JOURNEYS, VIEW
from ..widgets.item_list import Item
from ..widgets.styled_text import Span
from .view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.model import Council
    from ...output.table import Table
    from ..state import State


ACROSS = "†"
"""The mark of a move from one framework to another."""


class Journeys(View):
    """Ways out of inadequate, or single moves; of all councils, or of one's neighbours."""

    PANEL_TITLE = "Journeys"
    FILE_NAME = "journeys"
    COMMANDS_HERE = (*JOURNEYS, *VIEW)
    BINDINGS = bindings(JOURNEYS)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.way = "out"
        self.near: Council | None = None
        """The council whose statistical neighbours alone are shown."""
        self.found: tuple[Journey, ...] = ()

    def write(self) -> None:
        """Find, then write."""
        judgement = self.state.judgement
        self.found = journeys(self.repository, self.way, judgement, self.state.as_at, self.near)
        super().write()

    def heading(self) -> str:
        """How many, by which judgement, up to which day."""
        judgement, day = self.state.judgement.title, short_day(self.state.as_at)
        return f"{describe_journeys(self.found, self.way, self.near)} · {judgement} · reports up to {day}"

    def note(self) -> str:
        """How they are counted, how long they took, and what those that are not finished wait for."""
        judgement = self.state.judgement
        time = time_out(self.repository, judgement, self.state.as_at, self.near)
        out = (FROM_TO, how_long(time), why_not_out(time)) if self.way in analysis_rows.WAYS_OUT else ()
        keys = "Enter opens the later report, [ the one before."
        return " ".join(filter(None, (*out, self._across(), joint_judgement_note(judgement), keys)))

    def _across(self) -> str:
        note = across_note(self.found)
        return f"{ACROSS} {note}" if note else ""

    def nothing(self) -> str:
        """Why there is no row."""
        why = no_journey(self.repository, self.state.judgement, self.state.as_at, self.near)
        return f"{why} {'n shows all councils' if self.near else 'v chooses another judgement'}, b other moves."

    def items(self, width: int) -> Iterable[Item]:
        """A row for each journey."""
        return [Item((_line(journey, width),), journey) for journey in self.found]

    def table(self) -> Table:
        """The journeys as a table to save, one row each."""
        judgement = self.state.judgement
        return analysis_rows.journey_list(self.repository, self.found, self.way, judgement, self.state.as_at, self.near)

    def open(self, target: Any) -> None:
        """The later inspection."""
        self.go_to(target.council.slug, target.end.key)

    def action_earlier(self) -> None:
        """The inspection before the later one; in the council, the same key goes on through the others."""
        journey = self.rows.target
        if journey is None:
            self.notify_user("There is no journey here to step back on.")
            return
        self.go_to(journey.council.slug, journey.inspections[-2].key)
        if journey.between:
            place, number = len(journey.inspections) - 1, len(journey.inspections)
            self.notify_user(
                f"Inspection {place} of the {number} on this way; [ goes on to the one before, ] to the next."
            )

    def action_part(self) -> None:
        """Show the next kind of moves."""
        ways = list(WAYS)
        self.way = ways[(ways.index(self.way) + 1) % len(ways)]
        self._anew()

    def action_neighbours(self) -> None:
        """Show only the neighbours of the council highlighted in the list, or all councils again."""
        council = self.repository.councils.get(self.state.slug)
        if self.near is None and council is None:
            self.notify_user("No council is highlighted in the list.")
        elif self.near is None and council is not None and not council.neighbours:
            self.notify_user(no_neighbours(council))
        else:
            self.near = council if self.near is None else None
            self._anew()

    def _anew(self) -> None:
        self.rows.here = 0
        self.write()

    def action_judgement(self) -> None:
        """Choose another judgement, of all that were ever given."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.on_screen_resume, self.repository.judgements)


def _line(journey: Journey, width: int) -> tuple[Span, ...]:
    before, after = journey.grades
    narrow = width < 78
    name = max(12, min(36, width - (42 if narrow else 61)))
    mark = glyph_of(change_of(before, after))
    return (
        Span(f"{truncate(journey.council.name, name):<{name}} "),
        Span(before.letter if narrow else f"{before.short:<11}", before.column),
        Span(f" {month_day(journey.start.published)} {ACROSS if journey.across_frameworks else ' '}{mark} ", "muted"),
        Span(after.letter if narrow else f"{after.short:<11}", after.column),
        Span(f" {month_day(journey.end.published)}  ", "muted"),
        Span(f"{journey.years:4.1f} years"),
        *_passed(journey, width - name - 61),
    )


def _passed(journey: Journey, room: int) -> list[Span]:
    """The inspections between the ends, where there is room: `  via R Jan 2018, I Mar 2021`."""
    if not journey.between or room < 12 * len(journey.between) + 5:
        return []
    spans = [Span("  via ", "muted")]
    for number, inspection in enumerate(journey.between):
        grade = inspection.grades[journey.judgement]
        spans += [Span(", " if number else "", "muted"), Span(grade.letter, grade.column)]
        spans += [Span(f" {month_day(inspection.published)}", "muted")]
    return spans
