"""The list of councils: one line each, drawn by lines, with the place kept whatever changes around it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from textual.reactive import var

from ...core.councils import SortKey
from ...core.dates import month_day
from ...core.judgement_result import judgement_result
from ...core.model import Judgement
from ...core.standing import Standing, glyph_of
from ...core.wording import cell_width, truncate
from ...storage.notebook import Notebook
from ..keys import BOX, keys_of
from .item_list import Item, ItemList
from .styled_text import Span, line_text, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.councils import Councils
    from ...core.model import Grade
    from ..keys import Keys
    from .styled_text import Line

WIDE = 45
"""Cells from which a row has the grade as a word, and the month of the report."""
CELL, WIDE_CELL = 3, 13
"""Cells of a grade, with one on each side of it."""
MONTH = 9
"""Cells of the month with a blank before it."""


class CouncilList(ItemList):
    """Councils, one line each. It reports which one is highlighted; the screen sets which ones to show."""

    DEFAULT_CLASSES = ""
    """The panel around it also holds the search box."""
    BATCH = 12
    """Hardly more than is visible, since the number of all is known without laying them out."""
    BOLD_IN_FOCUS = True

    councils: var[Councils | None] = var(None)
    """The councils to show, in order."""
    slug: var[str] = var("")
    """The council highlighted; the screen watches it, so that list and detail change in one frame."""
    note: var[str] = var("")
    """What to say below them, or if there is none."""
    notebook: var[Notebook] = var(Notebook())
    """Which councils are pinned."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Standing | str, ...] = ()
        """Councils and, if they are in the order of regions, the name of each region above its own."""
        self._places: dict[str, int] = {}
        """The row of each council."""

    def watch_notebook(self) -> None:
        """Draw the pins."""
        self._rewrite()

    def watch_note(self) -> None:
        """Say something else below the councils."""
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
        if lines := self._note_lines(width):
            yield Item(lines)

    def _note_lines(self, width: int) -> tuple[Line, ...]:
        lines = _lines_of_note(self.note, max(8, width), keys_of(self.app)) if self.note else []
        return ((), *lines) if lines and self._rows else tuple(lines)

    def lines_in_all(self) -> int:
        """The lines of all councils; only those in sight are laid out at each typed letter."""
        return len(self._rows) + len(self._note_lines(self.text_width - 1))

    def watch_slug(self, slug: str) -> None:
        """Move the highlight to where the screen wants it."""
        place = self._places.get(slug)
        if place is not None and place != self.here:
            self.highlight(place)
            self._keep_in_sight(centred=True)

    def on_highlight(self) -> None:
        """Tell the screen at once."""
        if self.target:
            self.slug = self.target.council.slug

    def _line(self, standing: Standing, width: int) -> Line:
        """Name with its marks, change, grade; if there is room, the month of the report."""
        assert self.councils is not None
        judgement, wide = self.councils.selection.judgement, width >= WIDE
        cell = WIDE_CELL if wide else CELL
        glyph, grade = _grade_cell(standing, judgement, cell)
        month = month_day(standing.inspection.published) if wide and standing.inspection else ""
        marks = self._marks(standing)
        room = width - cell - 2 - (MONTH if wide else 0)
        name = truncate(standing.council.name, room - len(marks))
        return (
            Span(name),
            Span(marks, "mark"),
            Span(" " * (room - cell_width(name) - len(marks) + 1)),
            *glyph,
            *grade,
            Span(f"{month:>{MONTH}}" if wide else "", "muted"),
        )

    def _marks(self, standing: Standing) -> str:
        """What the user did to a council: ★ pinned, ✎ noted, ◆ its inspection added."""
        slug, inspection = standing.council.slug, standing.inspection
        marks = "★" * (slug in self.notebook.pins) + "✎" * bool(self.notebook.notes.get(slug))
        marks += "◆" * (inspection is not None and inspection.added_by_user)
        return f" {marks}" if marks else ""


def _lines_of_note(note: str, width: int, keys: Keys) -> list[Line]:
    """What is said below the councils; a key that helps comes before what it does."""
    lines: list[Line] = []
    parted = [line.rpartition("\t") for line in note.split("\n")]
    parted = [(keys.in_words(key, BOX), tab, words) for key, tab, words in parted]
    indent = max(len(key) for key, _, _ in parted) + 2
    for key, tab, line in parted:
        if tab:
            hanging = indent if 2 * indent < width else 2
            wrapped = wrap([Span(line, "muted")], width, first=f"{key:<{indent}}", indent=hanging)
            lines += [(Span(f"{key:<{indent}}", "mark"), *wrapped[0][1:]), *wrapped[1:]]
        else:
            lines += wrap([Span(line, "muted")], width)
    return lines


def rows_of(councils: Councils) -> tuple[Standing | str, ...]:
    """The lines of a list: the councils; in the order of regions, each region's name and number above its own."""
    if councils.order is not SortKey.REGION or councils.selection.phrase.strip():
        return councils.standings
    number = Counter(standing.council.region for standing in councils)
    rows: list[Standing | str] = []
    for region, theirs in groupby(councils, key=lambda standing: standing.council.region):
        rows += [f"{region} · {number[region]}", *theirs]
    return tuple(rows)


def _grade_cell(standing: Standing, judgement: Judgement, width: int) -> tuple[Line, Line]:
    """The change and the grade of a row; if overall was not given, the letters of the four judgements instead."""
    wide = width == WIDE_CELL
    if judgement is Judgement.OVERALL and standing.four_judgements:
        letters = tuple(_letter(grade, wide=wide) for grade in standing.four_judgements)
        room = width + 1 - len(line_text(letters))
        return ((Span(" "),) if wide else (), (*letters, Span(" " * (room - wide))))
    glyph = (Span(glyph_of(standing.change(judgement)), "muted"),)
    if grade := standing.grade(judgement):
        word = f" {grade.short if wide else grade.letter} "
        return glyph, (Span(word, f"tile-{grade.column}"), Span(" " * (width - len(word))))
    word, style = grade_word(standing, judgement, wide=wide)
    return glyph, (Span(f" {word}".ljust(width), style),)


def _letter(grade: Grade | None, *, wide: bool) -> Span:
    letter, style = (grade.letter, f"tile-{grade.column}") if grade else ("–", "muted")
    return Span(f" {letter} " if wide else letter, style)


def grade_word(standing: Standing, judgement: Judgement, *, wide: bool = True) -> tuple[str, str]:
    """A council's grade in at most 11 letters (`wide`) or 2, and its style; if there is none, what there is instead.

    A joint grade is never cut so that it looks like a separate one: `RI joint`, or `Oj`.
    """
    if standing.inspection is None:
        return ("none yet" if wide else "·"), "muted"
    if grade := standing.grade(judgement):
        return (grade.short if wide else grade.letter), grade.column
    if joint := standing.joint_grade(judgement):
        whole = f"{joint.short} joint"
        return (whole if wide and len(whole) <= WIDE_CELL - 2 else f"{joint.letter}j"), joint.column
    return (judgement_result(judgement, standing.inspection).word if wide else "–"), "muted"
