"""The list of councils: one line each, drawn by lines, with the place kept whatever changes around it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from ...core.councils import Change, SortKey, Standing
from ...core.dates import month_day
from ...core.judgement_result import judgement_result
from ...core.model import Judgement
from ...core.wording import truncate
from ...storage.notebook import Notebook
from .scroll_lines import ScrollLines
from .styled_text import Span, line_text, wrap

if TYPE_CHECKING:
    from textual.events import Click

    from ...core.councils import Councils
    from .styled_text import Line

CHANGE = {Change.UP: "▲", Change.SAME: "=", Change.DOWN: "▼", None: " "}
WIDE = 50
"""Cells from which a row also tells the month of the report."""
CELL, ROOMY_CELL = 5, 11
"""Cells of a grade."""


class CouncilList(ScrollLines):
    """Councils, one line each. Tells which one is highlighted; is told which ones to show."""

    BINDINGS = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home,g", "move(-100000)", show=False),
        Binding("end,G", "move(100000)", show=False),
    ]

    councils: var[Councils | None] = var(None)
    """The councils to show, in order."""
    slug: var[str] = var("")
    """The council highlighted; the screen watches it, so that list and detail change in one frame."""
    note: var[str] = var("")
    """What to say under them, or where there is none."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Standing | str, ...] = ()
        """Councils, and above those of a region its name where they are in that order."""
        self._stops: tuple[int, ...] = ()
        """The rows that are councils."""
        self._places: dict[str, int] = {}
        self._note: list[Line] = []

    class Chosen(Message):
        """The highlighted council was chosen, with the mouse."""

    notebook: var[Notebook] = var(Notebook())
    """Which councils are pinned."""

    def watch_notebook(self) -> None:
        """Draw the pins."""
        self.refresh()

    def watch_councils(self) -> None:
        """Show other councils; the same one stays highlighted while it is among them."""
        self._rows = rows_of(self.councils) if self.councils else ()
        self._stops = tuple(row for row, held in enumerate(self._rows) if isinstance(held, Standing))
        self._places = {held.council.slug: row for row, held in enumerate(self._rows) if isinstance(held, Standing)}
        self._hold()
        self._keep_in_sight()
        self.refresh()

    def _hold(self) -> None:
        self._note = self._note_lines()
        self.set_height(max(1, len(self._rows) + len(self._note)))

    def _note_lines(self) -> list[Line]:
        if not self.note or not self.container_size.width:
            return []
        lines = wrap([Span(self.note, "muted")], max(8, self.text_width - 1), first=" ", indent=1)
        return [(), *lines] if self._rows else lines

    def watch_slug(self, before: str, now: str) -> None:
        """Move the highlight, painting two lines only."""
        for slug in (before, now):
            if (row := self._row_of(slug)) is not None:
                self._refresh_row(row)
        self._keep_in_sight()

    def on_width_change(self) -> None:
        """Keep the highlight in sight when the pane shrinks."""
        self._hold()
        self._keep_in_sight()
        if self._note:
            self.refresh()

    def _row_of(self, slug: str) -> int | None:
        return self._places.get(slug)

    def _refresh_row(self, row: int) -> None:
        self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        row, height = self._row_of(self.slug), self.container_size.height
        if row is None or not height:
            return
        top = self.scroll_offset.y
        if not top <= row < top + height:
            self.scroll_to(y=row - height // 2, animate=False, immediate=True, force=True)

    def action_move(self, by: int) -> None:
        """Move the highlight by lines, to the ends at most."""
        if not self._stops:
            return
        here = self._row_of(self.slug)
        stop = 0 if here is None else min(max(bisect_left(self._stops, here) + by, 0), len(self._stops) - 1)
        row = self._stops[stop]
        # Upwards, the region's name above its first council comes into sight with it.
        below_heading = row > 0 and isinstance(self._rows[row - 1], str)
        self._scroll_along(row - 1 if by < 0 and below_heading else row)
        if isinstance(held := self._rows[row], Standing):
            self.slug = held.council.slug

    def _scroll_along(self, row: int) -> None:
        top, height = self.scroll_offset.y, self.container_size.height
        wanted = row if row < top else row - height + 1 if row >= top + height else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    def action_page(self, by: int) -> None:
        """Move the highlight by pages."""
        self.action_move(by * max(1, self.container_size.height - 1))

    def on_click(self, event: Click) -> None:
        """A click highlights; a second one on the same council reads it."""
        row = self.scroll_offset.y + event.y
        if row < len(self._rows) and isinstance(held := self._rows[row], Standing):
            slug = held.council.slug
            if slug == self.slug:
                self.post_message(self.Chosen())
            self.slug = slug

    def render_line(self, y: int) -> Strip:
        """Draw one council."""
        row, width = self.scroll_offset.y + y, self.size.width
        if row >= len(self._rows):
            under = row - len(self._rows)
            line = self._note[under] if under < len(self._note) else ()
            return self.strip_of(line).extend_cell_length(width, self.style_of(""))
        standing = self._rows[row]
        if isinstance(standing, str):
            return self.strip_of((Span(f" {standing}", "heading"),)).extend_cell_length(width, self.style_of(""))
        here = standing.council.slug == self.slug
        spans = self._spans(standing, self.text_width, here=here)
        strip = self.strip_of(spans).extend_cell_length(width, self.style_of(""))
        if not here:
            return strip
        ground = Style(bgcolor=self.style_of("cursor").bgcolor, bold=self.has_focus or None)
        return Strip([Segment(text, style + ground if style else ground) for text, style, _ in strip])

    def _spans(self, standing: Standing, width: int, *, here: bool) -> tuple[Span, ...]:
        """A bar at the highlight, name, change, grade; where there is room, the month of the report."""
        assert self.councils is not None
        judgement = self.councils.selection.judgement
        roomy = width >= WIDE
        inspection = standing.inspection
        month = f" {month_day(inspection.published):>8}" if roomy and inspection else " " * 9 if roomy else ""
        right = ROOMY_CELL if roomy else CELL
        name = truncate(standing.council.name, width - right - 5 - len(month))
        gap = " " * (width - right - 5 - len(month) - len(name))
        return (
            Span("▌" if here else " ", "mark"),
            Span(f"{name}{gap} "),
            Span("★" if standing.council.slug in self.notebook.pins else " ", "mark"),
            Span(f"{CHANGE[standing.change(judgement)]} ", "muted"),
            *_grade_cell(standing, judgement, right),
            Span(month, "muted"),
        )


def rows_of(councils: Councils) -> tuple[Standing | str, ...]:
    """The lines of a list: the councils; in the order of regions, each region's name and number above its own."""
    if councils.order is not SortKey.REGION or councils.selection.phrase.strip():
        return councils.standings
    number = Counter(standing.council.region for standing in councils)
    rows: list[Standing | str] = []
    for region, theirs in groupby(councils, key=lambda standing: standing.council.region):
        rows += [f"{region} · {number[region]}", *theirs]
    return tuple(rows)


def _grade_cell(standing: Standing, judgement: Judgement, width: int) -> tuple[Span, ...]:
    """The grade of a row; where overall was not given, the letters of the four judgements in its place."""
    roomy = width == ROOMY_CELL
    if judgement is not Judgement.OVERALL or not standing.four_judgements:
        word, style = grade_word(standing, judgement, roomy=roomy)
        return (Span(f"{word:<{width}}", style),)
    gap = " " if roomy else ""
    letters = [Span(f"{grade.letter}{gap}" if grade else f"–{gap}", grade.column if grade else "muted")
               for grade in standing.four_judgements]  # fmt: skip
    return (*letters, Span(" " * (width - len(line_text(tuple(letters))))))


BRIEF = {"outstanding": "Outst", "good": "Good", "requires improvement": "RI", "adequate": "Adeq", "inadequate": "Inad",
         "not given": "n/g"}  # fmt: skip


def grade_word(standing: Standing, judgement: Judgement, *, roomy: bool = True) -> tuple[str, str]:
    """A council's grade as a word of at most 11 (or 5) letters, and its style; says what it is where there is none."""
    if standing.inspection is None:
        return "no grade" if roomy else "–", "muted"
    if grade := standing.grade(judgement):
        return grade.short if roomy else BRIEF[grade.value], grade.column
    if joint := standing.joint_grade(judgement):
        return f"{joint.short} joint"[:11] if roomy else f"{joint.letter} jt", joint.column
    return judgement_result(judgement, standing.inspection).word if roomy else "–", "muted"
