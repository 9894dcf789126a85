"""Journeys: who moved from grade to grade and how long it took; each step opens its inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...analysis.journeys import Journey, Outcome, TimeOut, journeys, time_out
from ...core.dates import month_day, short_day
from ...core.standing import change_of, glyph_of
from ...output.captions import (
    FROM_TO,
    KAPLAN_MEIER,
    TIMETABLE,
    WAYS,
    WAYS_OUT,
    across_note,
    describe_journeys,
    how_long,
    joint_judgement_note,
    no_journey,
    why_not_out,
)
from ..bindings import bindings
from ..cycle import next_choice
from ..keys import JOURNEYS, VIEW
from ..widgets.cells import name_cell
from ..widgets.chips import Chip
from ..widgets.grade_cells import ACROSS
from ..widgets.item_list import SORTED, Item
from ..widgets.styled_text import Span, line_text, unbroken
from .filtered_view import FilteredView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...core.model import Council, Grade
    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Line, Page

GRADE, ROOMY_GRADE = 2, 12
MONTHS_AND_YEARS = 9 + 3 + 10 + 5
GAP = 2
"""Cells before what was passed on the way."""
LEAST_NAME, NAME, LONGEST_NAME = 20, 24, 36
WHY = {
    Outcome.WAITING: ("still waiting", "waiting"), Outcome.NOT_GIVEN: ("no grade now", "no grade"),
    Outcome.JUDGED_JOINTLY: ("then joint", "joint"), Outcome.JUDGED_SEPARATELY: ("then separate", "separate"),
    Outcome.NOT_JUDGED: ("not judged", "no grade"), Outcome.COUNCIL_ENDED: ("abolished", "ended"),
}  # fmt: skip
"""Why a way is not finished, in at most 13 letters, and in 8."""
VIA = (len("via R Jun 2017"), len("via R, R"), len("via 2"))
"""Cells of what was passed on the way, the clearest first."""
TWO_PASSED = len("via R Jun 2017, R Dec 2021")
"""Cells of two inspections passed, beside which a name may be long."""
STATUS = (len("waiting via R Jun 2017"), len("waiting via R, R"), len("no grade"))
"""Cells of why a way is not finished, with what was passed on it, the clearest first."""
WITH_WORDS = NAME + 2 * ROOMY_GRADE + MONTHS_AND_YEARS + GAP + VIA[0]
"""Cells from which grades are written as words: no name is cut for them."""
WITH_MARKS = 60
"""Cells of a terminal from which the head has room to explain a mark."""


class Journeys(FilteredView):
    """Ways out of inadequate, or single moves; of all councils, or of one's neighbours."""

    PANEL_TITLE = "Journeys"
    FOOT_KEYS = "{neighbours} Neighbours"
    FILE_NAME = "journeys"
    COMMANDS_HERE = (*JOURNEYS, *VIEW)
    BINDINGS = bindings(JOURNEYS)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.way = "out"
        self.near: Council | None = None
        """The council whose statistical neighbours alone are shown."""
        self.found: tuple[Journey, ...] = ()
        self.time = TimeOut((), ())

    def write(self) -> None:
        """Find, then write."""
        judgement = self.state.judgement
        self.found = journeys(self.repository, self.way, judgement, self.state.as_at, self.near)
        self.time = time_out(self.repository, judgement, self.state.as_at, self.near)
        super().write()

    def filters(self) -> Iterator[Chip]:
        """Whose neighbours alone are shown."""
        if self.near:
            yield Chip(f"Neighbours of {self.near.name}", None)

    def filter_by(self, query: Council | None) -> None:
        """Show the journeys of a council's neighbours, or of all."""
        self.near = query
        self._anew()

    def heading(self) -> str:
        """How many, by which judgement, up to which day."""
        judgement, day = self.state.judgement.short, short_day(self.state.as_at)
        return f"{describe_journeys(self.found, self.way)} · {judgement} · to {day}"

    def note(self) -> str:
        """How long they took; the rest stands in the help."""
        roomy = self.app.size.width >= WITH_MARKS  # otherwise only the help says so
        across = f"{ACROSS} SIF to ILACS" if roomy and any(one.across_frameworks for one in self.found) else ""
        took = how_long(self.time, brief=True) if self._is_way_out else ""
        more = " · ".join(filter(None, (unbroken(self.in_words("{help} how we count")), unbroken(across))))
        return f"{took} {more}" if took else more

    def explanation(self) -> str:
        """How ways and moves are counted, and which can have no known end: for the help."""
        estimate = KAPLAN_MEIER if self.time.estimate_years else ""
        out = (FROM_TO, why_not_out(self.time), estimate, TIMETABLE) if self._is_way_out else ()
        across, joint = across_note(self.found), joint_judgement_note(self.state.judgement)
        return " ".join(filter(None, (*out, f"{ACROSS} {across}" if across else "", joint)))

    @property
    def _is_way_out(self) -> bool:
        return self.way in WAYS_OUT

    def nothing(self) -> str:
        """Why there is no row."""
        why = no_journey(self.repository, self.state.judgement, self.state.as_at, self.near)
        how = "{neighbours} shows all councils" if self.near else "{judgement} chooses another judgement"
        return f"{why} {self.in_words(how + ', {which_moves} other moves.')}"

    def number_of_rows(self) -> int:
        """Journeys."""
        return len(self.found)

    def items(self, width: int) -> Iterable[Item]:
        """The headings, then a row for each journey."""
        if not self.found:
            return []
        columns = JourneyColumns.of(width, self.found)
        return [
            Item((columns.heads(self.way),), stays=True),
            *(Item((columns.row(journey),), journey) for journey in self.found),
        ]

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """Whose journey it is."""
        return (Span(f"{target.council.name} · {target.judgement.title}"),)

    def preview(self, target: Any, page: Page) -> None:
        """Every inspection on the way with its report in a sentence, and the state of the way."""
        for inspection in target.inspections:
            grade = inspection.grades[target.judgement]
            tile = Span(unbroken(f" {grade.word} "), f"tile-{grade.column}")
            page.paragraph(
                tile, Span(f"  {short_day(inspection.published)} · {unbroken(inspection.form)}", "muted"), indent=1
            )
            if summary := self.repository.summaries.get(inspection.key):
                page.paragraph(Span(summary.first_sentence))
            page.blank()
        if target.across_frameworks:
            page.paragraph(Span(f"{ACROSS} From SIF to ILACS: the two judge differently.", "muted"))
        if target.outcome is not Outcome.FINISHED:
            page.paragraph(Span(f"Not finished: {target.outcome.value}, {target.years:.1f} years.", "muted"))

    def table(self) -> Table:
        """The journeys as a table to save, one row each."""
        from ...output import analysis_rows

        judgement = self.state.judgement
        return analysis_rows.journey_list(self.repository, self.found, self.way, judgement, self.state.as_at, self.near)

    def open(self, target: Any) -> None:
        """The later inspection."""
        self.go_to(target.council.slug, target.end.key)

    def action_earlier(self) -> None:
        """The inspection before the later one; in the council, the same key goes on through the others."""
        journey = self.rows.target
        if journey is None:
            self.notify_user("There is no journey here to go back through.")
            return
        if len(journey.inspections) == 1:
            self.notify_user(self.in_words("This journey has one report so far. {open} opens it."))
            return
        self.go_to(journey.council.slug, journey.inspections[-2].key)
        if journey.between:
            place, number = len(journey.inspections) - 1, len(journey.inspections)
            where = f"Inspection {place} of {number} on this journey"
            self.notify_user(self.in_words(f"{where}; {{older}} for the one before, {{newer}} for the next."))

    def action_which_moves(self) -> None:
        """Show the next kind of moves."""
        self.way = next_choice(self.way, WAYS)
        self._anew()

    def action_neighbours(self) -> None:
        """Show only the neighbours of the council highlighted in the list, or all councils again."""
        if self.near:
            self.filter_by(None)
        elif council := self.council_with_neighbours():
            self.filter_by(council)

    def _anew(self) -> None:
        self.rows.here = 0
        self.write()

    def action_judgement(self) -> None:
        """Choose another judgement, of all that were ever given."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state, self.on_screen_resume, self.repository.judgements)


class JourneyColumns(NamedTuple):
    """What a row has room for: grades in words before letters, and what was passed on the way, named or counted."""

    name: int
    roomy: bool
    """Whether grades are written as words."""
    via: int
    """Cells of what was passed on the way, 0 for single moves; if there is no room to name it, it is counted."""

    @classmethod
    def of(cls, width: int, found: Sequence[Journey]) -> JourneyColumns:
        """The layout of some journeys for a width."""
        roomy = width >= WITH_WORDS
        beside = 2 * (ROOMY_GRADE if roomy else GRADE) + MONTHS_AND_YEARS
        unfinished = any(one.outcome is not Outcome.FINISHED for one in found)
        if not unfinished and not any(one.between for one in found):
            return cls(max(10, min(LONGEST_NAME, width - beside)), roomy, 0)
        room = width - beside - GAP
        cells = STATUS if unfinished else VIA
        via = next((via for via in cells if room - via >= LEAST_NAME), cells[-1])
        rest = room - via
        all_of_it = TWO_PASSED + (len("still waiting ") if unfinished else 0)
        name = max(10, min(LONGEST_NAME if room >= LONGEST_NAME + all_of_it else NAME, rest))
        return cls(name, roomy, via + max(0, rest - name))

    def heads(self, way: str) -> Line:
        """The names of the columns."""
        grade = ROOMY_GRADE if self.roomy else GRADE
        passed = "On the way" if self.via >= len("On the way") else "Via" if self.via else ""
        last = "Status" if way == "waiting" else passed
        by_years = way in WAYS_OUT  # otherwise the newest move first
        to, years = ("To", f"Years{SORTED} ") if by_years else (f"To{SORTED}", "Years  ")
        ends = f"{'From':<{grade + 9}}{'':3}{to:<{grade + 10}}{years:>{5 + GAP}}"
        return (Span(f"{'Council':<{self.name}}{ends}{last}".rstrip(), "muted"),)

    def row(self, journey: Journey) -> Line:
        """A council with both ends of its journey, how long it took, and what came between."""
        before, after = journey.grades
        stayed = len(journey.inspections) == 1
        mark = " " if stayed else glyph_of(change_of(journey.inspections[-2].grades[journey.judgement], after))
        return (
            *name_cell(journey.council.name, self.name - 1, own=any(one.added_by_user for one in journey.inspections)),
            Span(" "),
            Span(
                f"{before.short if self.roomy else before.letter:<{ROOMY_GRADE if self.roomy else GRADE}}",
                before.column,
            ),
            Span(f"{month_day(journey.start.published):<9}", "muted"),
            Span(f"{ACROSS if journey.across_frameworks else ' '}{mark}", "muted"),
            *self._end(after, "" if stayed else month_day(journey.end.published), stayed=stayed),
            Span(f"{journey.years:>5.1f}{'':{GAP}}"),
            *(_passed(journey, self.via) if journey.outcome is Outcome.FINISHED else _status(journey, self.via)),
        )

    def _end(self, grade: Grade, month: str, *, stayed: bool) -> tuple[Span, ...]:
        width = ROOMY_GRADE if self.roomy else GRADE
        if stayed:
            return (Span(" " * (width + 11)),)
        word = f" {grade.short if self.roomy else grade.letter} "
        return Span(word, f"tile-{grade.column}"), Span(" " * (width + 2 - len(word)) + f"{month:<9}", "muted")


def _status(journey: Journey, room: int) -> tuple[Span, ...]:
    """Why a way is not finished, and what was passed on it: `waiting via R Dec 2021`; where it is narrow one of them.

    A council that waits still stands among those that do: without its better grade it would seem never to have moved.
    """
    long, brief = WHY[journey.outcome]
    passed = [_named(journey, months=months) for months in (True, False)] if journey.between else [()]
    alone = [spans for spans in passed if spans and journey.outcome is Outcome.WAITING]
    statuses = [(Span(f"{why} " if via else why, "muted"), *via) for via in passed for why in (long, brief)]
    return next(spans for spans in (*statuses, *alone, (Span(brief, "muted"),)) if _fits(spans, room))


def _passed(journey: Journey, room: int) -> tuple[Span, ...]:
    """The inspections between the ends: `via R Jan 2018, I Mar 2021`; or `via R, I`, or `via 2`."""
    if not journey.between:
        return ()
    counted = (Span(f"via {len(journey.between)}", "muted"),)
    named = (_named(journey, months=True), _named(journey, months=False))
    return next((spans for spans in named if _fits(spans, room)), counted)


def _fits(spans: Line, room: int) -> bool:
    return len(line_text(spans)) <= room


def _named(journey: Journey, *, months: bool) -> tuple[Span, ...]:
    """The grades between the ends, with the months of their reports or without."""
    spans = [Span("via ", "muted")]
    for place, inspection in enumerate(journey.between):
        grade = inspection.grades[journey.judgement]
        spans += [Span(", " if place else "", "muted"), Span(grade.letter, grade.column)]
        spans += [Span(f" {month_day(inspection.published)}", "muted")] if months else []
    return tuple(spans)
