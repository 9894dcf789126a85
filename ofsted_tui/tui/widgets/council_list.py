"""The list of councils: one line each, drawn by lines, with the place kept whatever changes around it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from textual.reactive import var

from ...core.councils import SortKey, Standing, glyph_of
from ...core.dates import month_day
from ...core.judgement_result import judgement_result
from ...core.model import Judgement
from ...core.wording import cell_width, truncate
from ...storage.notebook import Notebook
from .item_list import Item, ItemList
from .styled_text import Span, line_text, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.councils import Councils
    from .styled_text import Line

WIDE = 50
"""Cells from which a row also tells the month of the report."""
CELL, ROOMY_CELL = 5, 11
"""Cells of a grade."""


class CouncilList(ItemList):
    """Councils, one line each. Tells which one is highlighted; is told which ones to show."""

    BOLD_IN_FOCUS = True

    councils: var[Councils | None] = var(None)
    """The councils to show, in order."""
    slug: var[str] = var("")
    """The council highlighted; the screen watches it, so that list and detail change in one frame."""
    note: var[str] = var("")
    """What to say under them, or where there is none."""
    notebook: var[Notebook] = var(Notebook())
    """Which councils are pinned."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Standing | str, ...] = ()
        """Councils, and above those of a region its name where they are in that order."""
        self._places: dict[str, int] = {}
        """The row of each council."""

    def watch_notebook(self) -> None:
        """Draw the pins."""
        self._rewrite()

    def watch_note(self) -> None:
        """Say something else under the councils."""
        self._rewrite()

    def watch_councils(self) -> None:
        """Show other councils; the same one stays highlighted while it is among them."""
        self._rows = rows_of(self.councils) if self.councils else ()
        self._places = {held.council.slug: row for row, held in enumerate(self._rows) if isinstance(held, Standing)}
        self._rewrite()

    def _rewrite(self) -> None:
        self.here = self._places.get(self.slug, self.here)
        self.write(self._items)

    def _items(self, width: int) -> Iterator[Item]:
        for row in self._rows:
            if isinstance(row, str):
                yield Item(((Span(row, "heading"),),))
            else:
                yield Item((self._line(row, width),), row)
        if self.note:
            lines = wrap([Span(self.note, "muted")], max(8, width))
            yield Item(tuple([(), *lines] if self._rows else lines))

    def watch_slug(self, slug: str) -> None:
        """Move the highlight where the screen wants it."""
        place = self._places.get(slug)
        if place is not None and place != self.here:
            self.highlight(place)
            self._keep_in_sight(centred=True)

    def on_highlight(self) -> None:
        """Tell the screen at once."""
        if self.target:
            self.slug = self.target.council.slug

    def _line(self, standing: Standing, width: int) -> Line:
        """Name, change, grade; where there is room, the month of the report."""
        assert self.councils is not None
        judgement = self.councils.selection.judgement
        roomy = width >= WIDE - 1
        inspection = standing.inspection
        month = f" {month_day(inspection.published):>8}" if roomy and inspection else " " * 9 if roomy else ""
        right = ROOMY_CELL if roomy else CELL
        room = width - right - 4 - len(month)
        name = truncate(standing.council.name, room)
        return (
            Span(f"{name}{' ' * (room - cell_width(name))} "),
            Span("★" if standing.council.slug in self.notebook.pins else " ", "mark"),
            Span(f"{glyph_of(standing.change(judgement))} ", "muted"),
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
