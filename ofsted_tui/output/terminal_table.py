"""A table on a terminal: made to fit by short grades, wrapped names and columns left out, never by cutting a value."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Grade, Judgement
from ..core.wording import cell_width, wrap_text
from .cells import heading, spoken
from .formats import as_table
from .terminal_style import grade_colour, report_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..storage.schema import Value
    from .table import Table

GAP = 2
"""Cells between two columns."""
TEXT_WIDTH = 16
"""The fewest cells of a column of names or words; what is longer wraps to the next line."""
UNBROKEN = ("region", "earliest")
"""Columns of words that are left out, or others for them, rather than wrapped."""
PROSE = ("text", "earlier_text", "summary", "notes")
"""Columns of whole sentences: the rows are written one below the other, each with a heading line."""
LEFT_OUT_FIRST = (
    "region", "as_at", "source", "last_overall_published", "last_overall", "framework", "type", "percent_of_asks",
    "improvements", "waiting_days", "since", "later_than_estimate", "across_frameworks", "change", "shipped",
)  # fmt: skip
"""Columns that a narrow table leaves out before any other, in this order; after them go those furthest to the right."""
ADDRESSES = {"published": "report_url", "from_published": "from_report_url"}
"""By column of a date: the column with the address of that report."""
SHORT_HEADINGS = {"percent_of_reports": "% of reports", "percent_of_asks": "% of improvements"}
_INITIALS = {
    **{judgement.value: (judgement.initials, judgement.phrase) for judgement in Judgement},
    **{grade.column: (grade.letter, grade.value) for grade in Grade},
}
"""By column: the letters above it if its heading has no room, and what they mean."""


class Terminal(NamedTuple):
    """The terminal that an answer is read on."""

    width: int
    """Cells of a line."""
    styled: bool = False
    """Whether grades may be coloured and reports linked."""


def to_read(table: Table, terminal: Terminal | None, hint: str = "") -> str:
    """A table for people: fitted to the terminal; whole and plain if there is none.

    `hint` says how to see columns that were left out, if not by `--columns`.
    """
    return as_table(table) if terminal is None else "\n".join(_lines(table, terminal, hint)) + "\n"


def _lines(table: Table, terminal: Terminal, hint: str) -> Iterator[str]:
    """The table, what its short forms mean, what was left out, and its caption."""
    names = table.display_columns or table.columns
    fitted = None if any(name in PROSE for name in names) else _fit(table, terminal.width)
    if fitted is None:
        yield from _records(table, names, terminal)
        notes = []
    else:
        yield from _columns(table, fitted, terminal)
        notes = [_legend(fitted), _left_out(names, fitted, hint, terminal.width)]
    for note in (*notes, table.caption):
        yield from wrap_text(note, max(TEXT_WIDTH, terminal.width)) if note else ()


class _Column(NamedTuple):
    """A column as it would be in a table."""

    name: str
    head: str
    cells: tuple[str, ...]
    letters: bool
    """Whether its grades, and its heading if need be, are letters."""
    least: int
    """Cells below which a value would have to be cut."""
    natural: int
    """Cells of its longest value."""
    right: bool

    @classmethod
    def of(cls, table: Table, name: str, *, letters: bool) -> _Column:
        values = table.column(name)
        cells = tuple(_words(value, letters=letters) for value in values)
        head = SHORT_HEADINGS.get(name) or heading(name)
        natural = max(map(cell_width, cells), default=0)
        words = any(isinstance(value, str | tuple) for value in values) and name not in UNBROKEN
        least = min(natural, max(TEXT_WIDTH, max(map(_longest_word, cells)))) if words else natural
        of_head = len(_INITIALS[name][0]) if letters and name in _INITIALS else _longest_word(head)
        right = all(isinstance(value, int | float | None) for value in values)
        return cls(name, head, cells, letters, max(least, of_head), max(natural, of_head), right)

    def head_lines(self, width: int) -> list[str]:
        """Its heading; two letters if its words have no room."""
        return [_INITIALS[self.name][0]] if self.by_initials(width) else wrap_text(self.head, width)

    def by_initials(self, width: int) -> bool:
        """Whether only letters have room above it."""
        return self.letters and self.name in _INITIALS and _longest_word(self.head) > width


class _Fitted(NamedTuple):
    columns: tuple[_Column, ...]
    widths: tuple[int, ...]


def _fit(table: Table, width: int) -> _Fitted | None:
    """The columns that fit a width, with their own widths; None if the reader named columns and they do not fit."""
    names = list(table.display_columns or table.columns)
    while True:
        for letters in (False, True):
            columns = tuple(_Column.of(table, name, letters=letters) for name in names)
            if sum(column.least for column in columns) + GAP * (len(columns) - 1) <= width:
                return _Fitted(columns, _widths(columns, width))
        if table.is_chosen:
            return None
        if len(names) == 1:
            return _Fitted(columns, _widths(columns, width))
        names.remove(next((name for name in LEFT_OUT_FIRST if name in names[1:]), names[-1]))


def _widths(columns: Sequence[_Column], width: int) -> tuple[int, ...]:
    """The least widths, plus spare cells: for long values, then for headings in one line, or at least in words."""
    widths = [column.least for column in columns]
    spare = width - sum(widths) - GAP * (len(columns) - 1)
    whole_heads = [max(column.natural, cell_width(column.head)) for column in columns]
    heads_in_words = [max(column.natural, _in_two_lines(column.head)) for column in columns]
    for place, column in enumerate(columns):
        more = max(0, min(spare, column.natural - widths[place]))
        widths[place] += more
        spare -= more
    for wished in (whole_heads, heads_in_words):
        if sum(max(0, wish - held) for wish, held in zip(wished, widths, strict=True)) <= spare:
            return tuple(max(wish, held) for wish, held in zip(wished, widths, strict=True))
    return tuple(widths)


def _columns(table: Table, fitted: _Fitted, terminal: Terminal) -> Iterator[str]:
    """Headings, then the rows; a row takes as many lines as its longest cell."""
    columns, widths = fitted
    heads = [column.head_lines(width) for column, width in zip(columns, widths, strict=True)]
    plain = [("", "")] * len(columns)
    yield from _row_lines([[""] * (max(map(len, heads)) - len(head)) + head for head in heads], fitted, plain)
    places = [table.columns.index(column.name) for column in columns]
    for number, row in enumerate(table.rows):
        cells = [wrap_text(column.cells[number], width) or [""] for column, width in zip(columns, widths, strict=True)]
        styles = [_style(table, row, place) for place in places] if terminal.styled else plain
        yield from _row_lines(cells, fitted, styles)


def _row_lines(cells: Sequence[Sequence[str]], fitted: _Fitted, styles: Sequence[tuple[str, str]]) -> Iterator[str]:
    for line in range(max(map(len, cells))):
        parts = [
            _padded(cell[line] if line < len(cell) else "", width, right=column.right, style=style)
            for cell, width, column, style in zip(cells, fitted.widths, fitted.columns, styles, strict=True)
        ]
        yield (" " * GAP).join(parts).rstrip()


def _padded(text: str, width: int, *, right: bool, style: tuple[str, str]) -> str:
    blanks = " " * (width - cell_width(text))
    shown = f"{style[0]}{text}{style[1]}" if text else ""
    return blanks + shown if right else shown + blanks


def _style(table: Table, row: tuple[Value, ...], place: int) -> tuple[str, str]:
    """What goes before and after a cell: the colour of its grade, or a link (OSC 8) to the report it is the date of."""
    colours = grade_colour(spoken(row[place]))
    if any(colours):
        return colours
    address = ADDRESSES.get(table.columns[place])
    return report_link(str(row[table.columns.index(address)] or "")) if address in table.columns else ("", "")


def _records(table: Table, names: Sequence[str], terminal: Terminal) -> Iterator[str]:
    """Each row as a heading line and, under it, its sentences, wrapped."""
    prose = [name for name in names if name in PROSE]
    places = {name: table.columns.index(name) for name in names}
    for row in table.rows:
        items = []
        for name in (name for name in names if name not in PROSE):
            if text := _labelled(name, row[places[name]]):
                before, after = _style(table, row, places[name]) if terminal.styled else ("", "")
                items.append((text, f"{before}{text}{after}"))
        yield from _packed(items, terminal.width)
        for name in prose:
            label = "" if name == prose[0] else f"{heading(name)}: "
            words = spoken(row[places[name]])
            yield from (
                f"  {line}" for line in wrap_text(f"{label}{words}", max(TEXT_WIDTH, terminal.width - 2)) if words
            )
        yield ""


def _labelled(name: str, value: Value) -> str:
    """A value in a heading line, with its column's name if the value alone would not say what it is."""
    match value:
        case Grade():
            return f"{heading(name)} {value.value}"
        case Judgement():
            return value.short
        case Enum():
            return str(value.value).capitalize() if name == "kind" else str(value.value)
        case tuple() if value and isinstance(value[0], int):
            return f"{heading(name)} {', '.join(map(str, value))}"
        case str():
            return spoken(value)
        case date() if name == "published":
            return spoken(value)
        case _:
            return f"{heading(name)} {words}" if (words := spoken(value)) else ""


def _packed(items: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Items in a row, separated by dots, as many to a line as fit; `items`: each as measured, and as written."""
    line, used = "", 0
    for text, written in items:
        needed = cell_width(text)
        if line and used + 3 + needed > width:
            yield line
            line, used = "", 0
        line, used = (f"{line} · {written}", used + 3 + needed) if line else (written, needed)
    yield line


def _legend(fitted: _Fitted) -> str:
    """What letters, initials and RI stand for; empty if every word is written out."""
    columns, widths = fitted
    letters = {cell for column in columns if column.letters for cell in column.cells}
    meanings = {grade.letter: grade.value for grade in Grade if grade.letter in letters}
    meanings |= dict(_INITIALS[c.name] for c, width in zip(columns, widths, strict=True) if c.by_initials(width))
    short = Grade.REQUIRES_IMPROVEMENT.short
    meanings |= {short: Grade.REQUIRES_IMPROVEMENT.value} if any(short in column.cells for column in columns) else {}
    return ", ".join(f"{brief} {words}" for brief, words in meanings.items()) + "." if meanings else ""


def _left_out(names: Sequence[str], fitted: _Fitted, hint: str, width: int) -> str:
    """Which columns have no room, and how to see them; empty if all have."""
    shown = {column.name for column in fitted.columns}
    left = [name for name in names if name not in shown]
    chosen = ",".join((names[0], *left))
    how = hint or f"--columns {chosen if len(chosen) <= width else 'A,B (--describe lists their names)'}"
    return f"Left out to fit this width: {', '.join(left)}. To see them: {how}" if left else ""


def _words(value: Value, *, letters: bool) -> str:
    """A value as shown on a terminal: a judgement by its short title; a grade by its letter, if needed."""
    if isinstance(value, Judgement):
        return value.short
    return value.letter if letters and isinstance(value, Grade) else spoken(value)


def _in_two_lines(text: str) -> int:
    """The fewest cells in which a text takes no more than two lines."""
    return next(width for width in range(_longest_word(text), cell_width(text) + 1) if len(wrap_text(text, width)) <= 2)


def _longest_word(text: str) -> int:
    return max(map(cell_width, text.split()), default=0)
