"""Finds the tables of inspections among the sheets of a file, and reads them row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import long, wide
from .columns import is_heading, places
from .sheet import UnreadableTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.repository import Repository
    from ..candidate import Reading, Refusal
    from .sheet import Sheet

_HEADING_WITHIN = 20
"""Lines in which the headings are looked for; titles and notes may stand above them."""


class Found(NamedTuple):
    """What a file's tables hold."""

    rows: tuple[Reading | Refusal, ...]
    notes: tuple[str, ...]
    """What was not used: columns nobody knows, sheets without inspections."""


def read_tables(sheets: Sequence[Sheet], repository: Repository) -> Found:
    """Every row of every table of inspections. Raises UnreadableTable where there is no such table."""
    rows: list[Reading | Refusal] = []
    notes: list[str] = []
    tables = 0
    for sheet in sheets:
        where = f"sheet “{sheet.name}”: " if sheet.name else ""
        for place, (_, headings) in enumerate(sheet.lines[:_HEADING_WITHIN]):
            if wide.is_heading(headings):
                rows += wide.rows(sheet, place, repository)
                unknown = wide.unknown(headings)
            elif is_heading(headings):
                rows += long.rows(sheet, place, repository)
                used = set(places(headings).values())
                unknown = [heading for at, heading in enumerate(headings) if heading and at not in used]
            else:
                continue
            tables += 1
            if place == len(sheet.lines) - 1:
                notes.append(f"{where}there is no row below the headings")
            notes += [f"{where}columns not used: {', '.join(unknown)}"] if unknown else []
            break
        else:
            notes += [f"{where}no table of inspections"] if where and sheet.lines else []
    if not tables:
        raise UnreadableTable(
            "no line names the columns of a table of inspections: a council, a day, and a grade (such as "
            "“local authority”, “publication date”, “overall effectiveness”)"
        )
    return Found(tuple(rows), tuple(notes))
