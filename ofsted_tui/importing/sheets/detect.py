"""Finds the tables of inspections among the sheets of a file, and reads them row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import long, providers, wide, wide_columns
from .cell_values import DateOrder
from .columns import places
from .sheet import UnreadableTable
from .sheet_table import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.repository import Repository
    from ..reading import Reading, Refusal, VisitReading
    from .sheet import Sheet
    from .sheet_table import SheetTable

_NO_TABLE = (
    "no line has the column headings of a table of inspections: a council, a date and a grade (such as “local "
    "authority”, “publication date”, “overall effectiveness”)"
)


class Found(NamedTuple):
    """What a file's tables hold."""

    rows: tuple[Reading | VisitReading | Refusal, ...]
    notes: tuple[str, ...]
    """What was not used: columns that are not known, sheets without inspections, hidden sheets."""


def read_tables(sheets: Sequence[Sheet], repository: Repository) -> Found:
    """Every row of every table of inspections. Raises UnreadableTable if there is no such table."""
    rows: list[Reading | VisitReading | Refusal] = []
    notes: list[str] = []
    refused: list[str] = []
    read = 0
    for sheet in sheets:
        where = f"sheet “{sheet.name}”: " if sheet.name else ""
        found = () if sheet.hidden else tuple(tables(sheet))
        if sheet.hidden:
            notes.append(f"{where}it is hidden, so it was not read; to read it, unhide it in the spreadsheet")
        elif sentence := providers.about_providers(sheet, found, repository):
            refused.append(where + sentence)
            continue
        elif where and sheet.lines and not found:
            notes.append(f"{where}not a table of inspections")
        for table in found:
            read += 1
            order = _order(table)
            rows += (wide if table.wide else long).rows(table, order, repository)
            notes += [where + note for note in _notes(table, order)]
    if not read:
        raise UnreadableTable("; ".join(refused) or _nothing(sheets))
    return Found(tuple(rows), (*notes, *refused))


def is_table(sheets: Sequence[Sheet]) -> bool:
    """Whether a file holds a table with a council, a day and a grade, whatever it is about."""
    return any(list(tables(sheet)) for sheet in sheets)


def _nothing(sheets: Sequence[Sheet]) -> str:
    """Why no table was found."""
    if sheets and all(sheet.hidden for sheet in sheets):
        return "all of its sheets are hidden, and hidden sheets are not read; unhide them in the spreadsheet"
    return _NO_TABLE


def _order(table: SheetTable) -> DateOrder:
    """The order that all of its days together are written in."""
    columns = (wide if table.wide else long).day_columns(table)
    return DateOrder.of(
        (cells[place] for _, cells in table.lines for place in columns if place < len(cells)), table.day_zero
    )


def _notes(table: SheetTable, order: DateOrder) -> Iterator[str]:
    """What is odd about a table, and which of its columns are not used."""
    if not table.lines:
        yield "there is no row below the headings"
    if order.american:
        yield f"dates are read with the month first, as in “{order.month_first}”"
    if unknown := _unknown(table):
        yield f"columns not used: {', '.join(unknown)}"
    if not table.wide and (sentence := long.about_addresses(table)):
        yield sentence


def _unknown(table: SheetTable) -> list[str]:
    """Headings of columns that are not read."""
    if table.wide:
        return wide_columns.unknown(table.headings)
    used = set(places(table.headings).values())
    return [heading for at, heading in enumerate(table.headings) if heading and at not in used]
