"""What each table of `data/` holds: its columns, how a cell is read and how a value is written; nowhere else."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..core.judgement_result import JUDGEMENTS
from ..core.model import THEMES, Finding, Framework, Grade, Inspection, Judgement, Kind
from ..core.report_address import EXPECTED_ADDRESS, safe_address
from ..core.repository import ReportedTotals
from ..core.sanitise import clean
from ..core.visits import TOPICS, Visit, VisitType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    CellParser = Callable[[str], Any]

Value = str | int | float | bool | date | Grade | Enum | tuple[str, ...] | tuple[int, ...] | None


def to_csv(value: Value) -> str | int | float:
    """A value as it stands in the tables of `data/`."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(map(str, value))
        case _:
            return value


class NotExpected(ValueError):
    """A cell is not what it should be; says what was expected."""


def _required(cell: str) -> str:
    if not cell:
        raise NotExpected("a value; the cell is empty")
    return cell


def _slug(cell: str) -> str:
    if not cell or not cell.replace("-", "").isalnum() or not cell.isascii() or not cell.islower():
        raise NotExpected("lower-case letters, figures and hyphens")
    return cell


@lru_cache(4096)
def _day(cell: str) -> date:
    try:
        if len(cell) != 10 or cell[4] + cell[7] != "--":
            raise ValueError(cell)
        return date.fromisoformat(cell)
    except ValueError as problem:
        raise NotExpected("a date such as 2017-12-08") from problem


def _maybe(parse: CellParser) -> CellParser:
    return lambda cell: parse(cell) if cell else None


_maybe_day = _maybe(_day)


class _Known(dict[str, object]):
    """What a cell may hold, with the value of each; looking up anything else raises NotExpected."""

    def __missing__(self, cell: str) -> object:
        known = ", ".join(value or "nothing" for value in self)
        raise NotExpected(f"one of {known}" if len(known) < 400 else "one of the known values")


def _one_of(values: Mapping[str, object]) -> CellParser:
    # The dict's own look-up: there are thousands of such cells, and the first screen waits for them.
    return _Known(values).__getitem__


def _number(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > 9:
        raise NotExpected("a whole number")
    return int(cell)


@lru_cache(4096)
def _pages(cell: str) -> tuple[int, ...]:
    pages = tuple(map(_number, cell.split()))
    if not pages or 0 in pages:
        raise NotExpected("page numbers, counted from 1 and separated by spaces")
    return pages


def _report_address(cell: str) -> str:
    if cell and not safe_address(cell):
        raise NotExpected(EXPECTED_ADDRESS)
    return cell


def _page_address(cell: str) -> str:
    if cell and not cell.startswith("https://"):
        raise NotExpected("an address that begins with https://")
    return cell


def _words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split())


def _topics(cell: str) -> tuple[str, ...]:
    topics = tuple(cell.split())
    if not set(topics) <= set(TOPICS):
        raise NotExpected(f"some of {', '.join(TOPICS)}, separated by spaces")
    return topics


def _aliases(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(";"))))


_GRADE = _one_of({"": None, **{grade.value: grade for grade in Grade}})

_FRAMEWORK = _one_of({framework.value: framework for framework in Framework})

_TYPES = ("", "first", "re-inspection", "standard", "short", "review", "looked-after children")

_INSPECTION_TYPE = _one_of({word: word for word in _TYPES})

CHECKS_ALONE = frozenset({str, _required, _slug, _report_address, _page_address})
"""What returns a cell as it is: cells that are known to be clean need no parsing."""
UNCHECKED: dict[CellParser, CellParser] = {_day: date.fromisoformat, _maybe_day: _maybe(date.fromisoformat)}
"""What reads a clean cell faster than the function that also checks it."""

YES_NO = {"yes": True, "no": False, "": None}
"""A question that may have no answer: empty if it is not known."""

# Which columns each table has, and how a cell of each is read; `datapackage.json` says the same in words.

COUNCIL_COLUMNS: dict[str, CellParser] = {
    "council": _slug, "name": _required, "official_name": _required, "aliases": _aliases, "urn": str,
    "ons_code": str, "la_code": str, "region": _required, "type": str,
    "first_day": _maybe_day, "last_day": _maybe_day, "predecessors": _words, "successors": _words,
    "neighbours_2025": _words, "closeness_2025": _words,
}  # fmt: skip

INSPECTION_COLUMNS: dict[str, CellParser] = {
    "inspection": _slug, "council": _slug, "framework": _FRAMEWORK, "type": _INSPECTION_TYPE,
    "start": _maybe_day, "end": _maybe_day, "published": _day, "lead_inspector": str,
    **{judgement.value: _GRADE for judgement in JUDGEMENTS},
    "report_url": _report_address, "source": _required, "notes": str,
}  # fmt: skip

FINDING_COLUMNS: dict[str, CellParser] = {
    "inspection": _slug, "kind": _one_of({kind.value: kind for kind in Kind}),
    "judgement": _one_of({"": None, **{judgement.value: judgement for judgement in Judgement}}),
    "theme": _one_of({theme: theme for theme in ("", *THEMES)}),
    "priority": _one_of({word: word for word in ("", "immediate", "3-months", "6-months")}),
    "repeat": _one_of({"": False, "yes": True}), "text": _required, "paragraph": str, "page": _pages, "finding": str,
}  # fmt: skip

FINDING_FIELDS = ("inspection", "kind", "judgement", "theme", "priority", "repeat", "text", "paragraph", "pages", "key")
"""The fields of `Finding` in the order of `FINDING_COLUMNS`."""
as_fields = itemgetter(*map(FINDING_FIELDS.index, Finding._fields))
"""The values of those columns in the order of `Finding`."""

VISIT_COLUMNS: dict[str, CellParser] = {
    "visit": _slug, "council": _slug, "type": _one_of({kind.value: kind for kind in VisitType}),
    "start": _day, "end": _maybe_day, "published": _maybe_day, "topic": _topics,
    "priority_action": _one_of(YES_NO), "source": _required, "notes": str,
}  # fmt: skip

VISIT_FINDING_COLUMNS: dict[str, CellParser] = {
    "visit" if column == "inspection" else column: parse for column, parse in FINDING_COLUMNS.items()
}
"""Those of `findings.csv`, with the visit in place of the inspection."""

SUMMARY_COLUMNS: dict[str, CellParser] = {"inspection": _slug, "text": _required, "page": _pages}
REPEAT_COLUMNS: dict[str, CellParser] = {
    "finding": _required, "earlier": _required, "source": _one_of({"report": True, "reader": False}),
}  # fmt: skip

REPORTED_COLUMNS: dict[str, CellParser] = {
    "as_at": _day, "reported_by": _required, "published": _maybe_day, "framework": _maybe(_FRAMEWORK),
    "judgement": _one_of({judgement.value: judgement for judgement in Judgement}),
    "outstanding": _maybe(_number), "good": _maybe(_number), "requires_improvement": _maybe(_number),
    "inadequate": _maybe(_number), "not_given": _maybe(_number), "councils": _maybe(_number),
    "note": str, "source_url": _page_address,
}  # fmt: skip

TILE_COLUMNS: dict[str, CellParser] = {"council": _slug, "label": _required, "row": _number, "col": _number}

KEYS = {
    "councils.csv": "council", "inspections.csv": "inspection", "findings.csv": "finding", "visits.csv": "visit",
    "visit_findings.csv": "finding", "summaries.csv": "inspection", "repeats.csv": "finding",
    "visit_repeats.csv": "finding", "tilemap.csv": "council",
}  # fmt: skip
"""The column that identifies the rows of each table: no two rows have the same value there, unless it is empty."""

OPTIONAL_COLUMNS = {"finding"}
"""Columns that an older table may lack: they are read as empty."""


def inspection_from_values(values: Sequence[Any]) -> Inspection:
    """The inspection from a row of parsed cells, in the order of `INSPECTION_COLUMNS`."""
    key, council, framework, type_, start, end, published, lead_inspector, *grades, report_url, source, notes = values
    held = held_grades(tuple(grades))
    return Inspection(
        key, council, framework, type_, published, start, end, lead_inspector, held, report_url, source, notes
    )


@lru_cache(1024)
def held_grades(grades: tuple[Grade | None, ...]) -> Mapping[Judgement, Grade]:
    """The grades of a row, in the order of the columns, by judgement; an empty cell is a judgement not made.

    Rows with the same grades share one mapping, since it never changes.
    """
    return {judgement: grade for judgement, grade in zip(JUDGEMENTS, grades, strict=True) if grade}


def reported_from_values(values: Sequence[Any]) -> ReportedTotals:
    """The totals from a row of parsed cells, in the order of `REPORTED_COLUMNS`."""
    as_at, by, published, framework, judgement, *counts, councils, note, source_url = values
    graded: list[Grade] = [grade for grade in Grade if grade is not Grade.ADEQUATE]
    grades = {grade: count for grade, count in zip(graded, counts, strict=True) if count is not None}
    return ReportedTotals(as_at, by, judgement, grades, councils, framework, published, note, source_url)


def inspection_from_cells(cells: Mapping[str, str]) -> Inspection:
    """The inspection from one row of `inspections.csv`, cells by column.

    Raises ValueError, naming the column and what was expected there.
    """
    return inspection_from_values(_parsed(cells, INSPECTION_COLUMNS))


def inspection_values(inspection: Inspection) -> dict[str, Value]:
    """An inspection as a row of `inspections.csv`, values by column."""
    values = inspection._asdict()
    values |= {"inspection": inspection.key} | {j.value: inspection.grades.get(j) for j in JUDGEMENTS}
    return {column: values[column] for column in INSPECTION_COLUMNS}


def inspection_order(inspection: Inspection) -> tuple[str, date, str]:
    """What the rows of `inspections.csv` are sorted by."""
    return inspection.council, inspection.published, inspection.key


def finding_from_cells(cells: Mapping[str, str]) -> Finding:
    """The finding from one row of `findings.csv`, cells by column. Raises ValueError as for an inspection."""
    return finding_from_values(_parsed({"finding": "", **cells}, FINDING_COLUMNS))


def finding_from_values(values: Sequence[Any]) -> Finding:
    """The finding from a row of parsed cells, in the order of `FINDING_COLUMNS`."""
    return Finding._make(as_fields(values))


def finding_values(finding: Finding) -> dict[str, Value]:
    """A finding as a row of `findings.csv`, values by column."""
    return {column: getattr(finding, field) for column, field in zip(FINDING_COLUMNS, FINDING_FIELDS, strict=True)}


def visit_from_cells(cells: Mapping[str, str]) -> Visit:
    """The visit from one row of `visits.csv`, cells by column. Raises ValueError as for an inspection."""
    return Visit(*_parsed(cells, VISIT_COLUMNS))


def visit_values(visit: Visit) -> dict[str, Value]:
    """A visit as a row of `visits.csv`, values by column."""
    answer = next(word for word, known in YES_NO.items() if known is visit.priority_action)
    values = {**visit._asdict(), "visit": visit.key, "topic": visit.topics, "priority_action": answer or None}
    return {column: values[column] for column in VISIT_COLUMNS}


def visit_order(visit: Visit) -> tuple[str, date, str]:
    """What the rows of `visits.csv` are sorted by."""
    return visit.council, visit.start, visit.key


def visit_finding_values(finding: Finding) -> dict[str, Value]:
    """A finding of a visit as a row of `visit_findings.csv`, values by column."""
    return dict(zip(VISIT_FINDING_COLUMNS, finding_values(finding).values(), strict=True))


def _parsed(cells: Mapping[str, str], columns: Mapping[str, CellParser]) -> list[Any]:
    """The values of one row, in the order of the columns. Raises ValueError with the column and what was expected."""
    values = []
    for column, parse in columns.items():
        try:
            values.append(parse(clean(cells[column])))
        except (KeyError, ValueError) as problem:
            raise ValueError(f"{column}: expected {problem}") from problem
    return values


def checked_columns(columns: Iterable[Sequence[str]], parsers: Iterable[CellParser]) -> Iterator[Iterable[Any]]:
    """The values of each column; equal cells are parsed once.

    Raises NotExpected, for some cells only when the values are iterated over.
    """
    for cells, parse in zip(columns, parsers, strict=True):
        different = set(cells)
        if 2 * len(different) < len(cells):
            yield map({cell: parse(cell) for cell in different}.__getitem__, cells)
        else:
            yield cells if parse is str else map(parse, cells)
