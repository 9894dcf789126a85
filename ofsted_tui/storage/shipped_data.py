"""The data that comes with the program: clean and whole, as the tests hold, so that nothing is checked on the way in.

Councils, inspections and the small tables are read at once, everything else when it is asked for, and only those
findings that are asked for.
"""

from __future__ import annotations

import csv
import os
from functools import cache, partial
from io import FileIO
from typing import TYPE_CHECKING, Any

from ..core.findings import Findings
from ..core.model import Council, Finding, Inspection, Repeat, Summary
from ..core.repository import Repository, Tile
from ..core.rows_by_key import RowsByKey, made_together
from ..core.visits import Visit, Visits
from .schema import (
    CHECKS_ALONE,
    COUNCIL_COLUMNS,
    FINDING_COLUMNS,
    FINDING_FIELDS,
    INSPECTION_COLUMNS,
    REPEAT_COLUMNS,
    REPORTED_COLUMNS,
    SUMMARY_COLUMNS,
    TILE_COLUMNS,
    UNCHECKED,
    VISIT_COLUMNS,
    as_fields,
    held_grades,
    reported_from_values,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from .schema import CellParser


def folder() -> Path:
    """The folder of the shipped data."""
    from pathlib import Path

    return Path(_place())


def _place() -> str:
    """The same with a separator at the end: in the package when installed, otherwise beside it.

    A string, since every command reads from there and importing pathlib takes a tenth of a short one.
    """
    above, package, _, _ = __file__.rsplit(os.sep, 3)
    inside = f"{above}{os.sep}{package}{os.sep}data{os.sep}"
    return inside if os.access(inside, os.F_OK) else f"{above}{os.sep}data{os.sep}"


def load() -> Repository:
    """All of it. Raises DataError if a table cannot be read; some are read only when they are asked for."""
    visits = Visits(
        lambda: made_together(Visit, *_columns("visits.csv", VISIT_COLUMNS)),
        lambda: _all_findings("visit_findings.csv"),
        repeats=RowsByKey(_bytes_of("visit_repeats.csv"), _repeats),
    )
    return Repository(
        _councils(),
        _inspections(),
        _all_findings("findings.csv"),
        map(reported_from_values, zip(*_columns("reported_totals.csv", REPORTED_COLUMNS), strict=True)),
        made_together(Tile, *_columns("tilemap.csv", TILE_COLUMNS)),
        RowsByKey(_bytes_of("summaries.csv"), _summaries),
        visits,
        RowsByKey(_bytes_of("repeats.csv"), _repeats),
    )


def _councils() -> Iterator[Council]:
    *others, neighbours, closeness = _columns("councils.csv", COUNCIL_COLUMNS)
    return made_together(Council, *others, map(tuple, map(zip, neighbours, closeness)))


def _inspections() -> Iterator[Inspection]:
    key, council, framework, type_, start, end, published, inspector, *grades, url, source, notes = _columns(
        "inspections.csv", INSPECTION_COLUMNS
    )
    held = map(held_grades, zip(*grades, strict=True))
    return made_together(
        Inspection, key, council, framework, type_, published, start, end, inspector, held, url, source, notes
    )


def _all_findings(file: str) -> Findings:
    from .sorted_lines import lines_with  # a command that reads no findings need not wait for this import

    return Findings(
        _bytes_of(file),
        _findings,
        look_up=lambda key: _opened(file, partial(lines_with, key)),
        read_fields=partial(_field_reader, file),
    )


def _findings(rows: bytes) -> Iterator[Finding]:
    """The findings in some lines of the table of reports, or of the one of visits."""
    return made_together(Finding, *as_fields(tuple(_values(rows, FINDING_COLUMNS))))


def _field_reader(file: str) -> Callable[[str], Sequence[Any]] | None:
    """A function that reads one field of all findings when it is first asked for; None if there are no findings."""
    from .column_file import cells_of

    if not (lines := _lines_by_column(file)):
        return None
    columns = dict(zip(FINDING_FIELDS, zip(lines, FINDING_COLUMNS.values(), strict=True), strict=True))

    @cache  # two threads may ask at once: then it is read twice
    def field(name: str) -> Sequence[Any]:
        line, parse = columns[name]
        return list(_unchecked(cells_of(line), parse))

    return field


def _lines_by_column(file: str) -> list[bytes]:
    """The columns of a table, from the file of columns; if there is none that fits the table, made from the table."""
    from .column_file import SUFFIX, column_lines, lines_of

    table = _place() + file
    try:
        return lines_of(_whole(table.removesuffix(".csv") + SUFFIX), os.stat(table).st_size)  # noqa: PTH116 - as `_place`
    except (OSError, ValueError):
        return column_lines(_cells(_bytes_of(file)().partition(b"\n")[2]))


def _summaries(rows: bytes) -> Iterator[Summary]:
    return made_together(Summary, *_values(rows, SUMMARY_COLUMNS))


def _repeats(rows: bytes) -> Iterator[Repeat]:
    return made_together(Repeat, *_values(rows, REPEAT_COLUMNS))


def _columns(file: str, columns: Mapping[str, CellParser]) -> Iterator[Iterable[Any]]:
    """The values of a table, column by column."""
    return _values(_bytes_of(file)().partition(b"\n")[2], columns)


def _values(rows: bytes, columns: Mapping[str, CellParser]) -> Iterator[Iterable[Any]]:
    """The values of some lines of a table, column by column; without lines, an empty list for each column."""
    by_column = list(zip(*_cells(rows), strict=True)) or [()] * len(columns)
    return map(_unchecked, by_column, columns.values())


def _unchecked(cells: Sequence[str], parse: CellParser) -> Iterable[Any]:
    """The values of clean cells."""
    return cells if parse in CHECKS_ALONE else map(UNCHECKED.get(parse, parse), cells)


def _cells(rows: bytes) -> list[list[str]]:
    """The cells of each line; none holds a line break. What is not quoted is split, in a fifth of the reader's time."""
    lines = rows.decode().split("\n")
    quoted = csv.reader(line for line in lines if '"' in line)
    return [next(quoted) if '"' in line else line.split(",") for line in lines if line]


def _whole(path: str) -> bytes:
    with FileIO(path) as table:
        return table.readall()


def _bytes_of(file: str) -> Callable[[], bytes]:
    """A function that reads a table. It raises DataError if the table cannot be read."""
    return partial(_opened, file, _whole)


def _opened(file: str, read: Callable[[str], bytes]) -> bytes:
    try:
        return read(_place() + file)
    except OSError as problem:
        from .data_errors import DataError, Fault

        found = "" if isinstance(problem, FileNotFoundError) else problem.strerror or ""
        expected = "this table, which comes with the program; please install it again"
        raise DataError([Fault(_place() + file, None, "", found, expected)]) from None
