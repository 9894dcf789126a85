"""A folder of tables -> a Repository. Every fault is reported, with its file, line, column and what was expected."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import findings as findings_table
from .faults import DataError, Fault
from .model import THEMES, Council, Framework, Grade, Inspection, Judgement, Kind
from .repository import ReportedTotals, Repository, Tile
from .text import clean, is_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Parser = Callable[[str], Any]


__all__ = ["DataError", "Fault", "inspection_of", "load", "shipped"]


class _Expected(ValueError):
    """A cell is not what it should be; says what was expected."""


def shipped() -> Path:
    """The folder of the data that comes with the program: in the package when installed, else beside it."""
    inside = Path(__file__).parent / "data"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "data"


def load(folder: Path | None = None) -> Repository:
    """Read and check a folder of tables; without one, the shipped data.

    The shipped findings are checked by the tests and read when they are asked for; a folder of the user's is checked
    whole. Raises DataError with every fault.
    """
    reader = _Reader(folder or shipped())
    councils = list(reader.councils())
    slugs = {council.slug for council in councils}
    inspections = list(reader.inspections(slugs))
    found = reader.content("findings.csv")
    if folder is not None:
        reader.check_findings({inspection.key for inspection in inspections})
    reported, tiles = list(reader.reported()), list(reader.tiles(slugs))
    if not reader.faults and not (councils and inspections):
        reader.fault("councils.csv" if not councils else "inspections.csv", None, "", "", "at least one row")
    if reader.faults:
        raise DataError(reader.faults)
    return Repository(councils, inspections, findings_table.Findings(found), reported, tiles)


# What a cell may hold. Each parser gives the value, or raises _Expected saying what should stand there.


def _required(cell: str) -> str:
    if not cell:
        raise _Expected("a value; the cell is empty")
    return cell


def _slug(cell: str) -> str:
    if not cell or not cell.replace("-", "").isalnum() or not cell.isascii() or not cell.islower():
        raise _Expected("lower-case letters, figures and hyphens")
    return cell


def _day(cell: str) -> date:
    try:
        if len(cell) != 10 or cell[4] + cell[7] != "--":
            raise ValueError(cell)
        return date.fromisoformat(cell)
    except ValueError as problem:
        raise _Expected("a day as 2017-12-08") from problem


def _maybe(parse: Parser) -> Parser:
    return lambda cell: parse(cell) if cell else None


def _one_of(values: Mapping[str, object]) -> Parser:
    def parse(cell: str) -> object:
        try:
            return values[cell]
        except KeyError:
            known = ", ".join(value or "nothing" for value in values)
            raise _Expected(f"one of {known}" if len(known) < 400 else "one of the known values") from None

    return parse


def _number(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > 9:
        raise _Expected("a whole number")
    return int(cell)


def _address(cell: str) -> str:
    if cell and not cell.startswith(("https://", "http://")):
        raise _Expected("an address that begins with https://")
    return cell


def _words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split())


def _aliases(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(";"))))


def _anything(cell: str) -> str:
    return cell


_GRADE = _one_of({"": None, **{grade.value: grade for grade in Grade}})
_FRAMEWORK = _one_of({framework.value: framework for framework in Framework})
_TYPES = ("", "first", "re-inspection", "standard", "short", "review", "looked-after children")
_INSPECTION_TYPE = _one_of({word: word for word in _TYPES})

COUNCIL_COLUMNS: dict[str, Parser] = {
    "council": _slug, "name": _required, "official_name": _required, "aliases": _aliases, "urn": _anything,
    "ons_code": _anything, "la_code": _anything, "region": _required, "type": _anything,
    "first_day": _maybe(_day), "last_day": _maybe(_day), "predecessors": _words, "successors": _words,
    "neighbours_2025": _words, "closeness_2025": _words,
}  # fmt: skip
INSPECTION_COLUMNS: dict[str, Parser] = {
    "inspection": _slug, "council": _slug, "framework": _FRAMEWORK, "type": _INSPECTION_TYPE,
    "start": _maybe(_day), "end": _maybe(_day), "published": _day, "lead_inspector": _anything,
    **{judgement.value: _GRADE for judgement in Judgement},
    "report_url": _address, "source": _required, "notes": _anything,
}  # fmt: skip
FINDING_COLUMNS: dict[str, Parser] = {
    "inspection": _slug, "kind": _one_of({kind.value: kind for kind in Kind}),
    "judgement": _one_of({"": None, **{judgement.value: judgement for judgement in Judgement}}),
    "theme": _one_of({theme: theme for theme in ("", *THEMES)}),
    "priority": _one_of({word: word for word in ("", "immediate", "3-months", "6-months")}),
    "repeat": _one_of({"": False, "yes": True}), "text": _required, "paragraph": _anything, "page": _number,
}  # fmt: skip
REPORTED_COLUMNS: dict[str, Parser] = {
    "as_at": _day, "reported_by": _required, "published": _maybe(_day), "framework": _maybe(_FRAMEWORK),
    "judgement": _one_of({judgement.value: judgement for judgement in Judgement}),
    "outstanding": _maybe(_number), "good": _maybe(_number), "requires_improvement": _maybe(_number),
    "inadequate": _maybe(_number), "not_given": _maybe(_number), "councils": _maybe(_number),
    "note": _anything, "source_url": _address,
}  # fmt: skip
TILE_COLUMNS: dict[str, Parser] = {"council": _slug, "label": _required, "row": _number, "col": _number}
"""Which columns each table has, and what may stand in them; `datapackage.json` says the same in words."""


_GRADED = tuple((judgement.value, judgement) for judgement in Judgement)


def _inspection(row: Mapping[str, Any]) -> Inspection:
    """The inspection of a row whose cells were parsed."""
    return Inspection(
        key=row["inspection"], council=row["council"], framework=row["framework"], type=row["type"],
        published=row["published"], start=row["start"], end=row["end"], lead_inspector=row["lead_inspector"],
        grades={judgement: row[column] for column, judgement in _GRADED if row[column]},
        report_url=row["report_url"], source=row["source"], notes=row["notes"],
    )  # fmt: skip


def inspection_of(cells: Mapping[str, str]) -> Inspection:
    """The inspection of one row of `inspections.csv`, cells by column.

    Raises ValueError, naming the column and what was expected there.
    """
    row = {}
    for column, parse in INSPECTION_COLUMNS.items():
        try:
            row[column] = parse(clean(cells[column]))
        except (KeyError, ValueError) as problem:
            raise ValueError(f"{column}: expected {problem}") from problem
    return _inspection(row)


class _Reader:
    """Reads the tables of one folder, gathering every fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def fault(self, file: str, line: int | None, column: str, found: str, expected: str) -> None:
        self.faults.append(Fault(str(self.folder / file), line, column, clean(found), expected))

    def content(self, file: str, *, required: bool = False) -> bytes:
        """A table's bytes; empty, with a fault, where it cannot be read."""
        try:
            return (self.folder / file).read_bytes()
        except FileNotFoundError:
            if required:
                self.fault(file, None, "", "", "this table to be in the folder")
        except OSError as problem:
            self.fault(file, None, "", problem.strerror or "", "a table that can be read")
        return b""

    def text(self, file: str, *, required: bool = False) -> str:
        """A table's text; empty, with a fault, where it cannot be read."""
        content = self.content(file, required=required)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = content.count(b"\n", 0, problem.start) + 1
            self.fault(file, line, "", f"byte {content[problem.start]:#x}", "text in UTF-8")
        return ""

    def rows(self, file: str, columns: Mapping[str, Parser], *, required: bool = False) -> Iterator[dict[str, Any]]:
        """The rows of a table as values by column, with their line under `line`; faulty rows are left out."""
        text = self.text(file, required=required)
        if not text:
            return
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            head = [clean(cell) for cell in next(reader)]
            if missing := [column for column in columns if column not in head]:
                self.fault(file, 1, "", ", ".join(head), f"also the columns {', '.join(missing)}")
                return
            plan = [(head.index(column), column, parse) for column, parse in columns.items()]
            tidy = str.strip if is_plain(text) else clean
            line = reader.line_num + 1
            for cells in reader:
                if cells and (row := self._row(file, line, [tidy(cell) for cell in cells], len(head), plan)):
                    yield row
                line = reader.line_num + 1
        except (csv.Error, StopIteration) as problem:
            self.fault(file, reader.line_num, "", str(problem), "comma-separated values with a line of column names")

    def _row(
        self, file: str, line: int, cells: list[str], width: int, plan: list[tuple[int, str, Parser]]
    ) -> dict[str, Any] | None:
        if len(cells) != width:
            self.fault(file, line, "", f"{len(cells)} cells", f"{width} cells")
            return None
        try:
            return {"line": line, **{column: parse(cells[position]) for position, column, parse in plan}}
        except _Expected:
            self._gather_faults(file, line, cells, plan)
            return None

    def _gather_faults(self, file: str, line: int, cells: list[str], plan: list[tuple[int, str, Parser]]) -> None:
        """Every faulty cell of a row that has one."""
        for position, column, parse in plan:
            try:
                parse(cells[position])
            except _Expected as problem:
                self.fault(file, line, column, cells[position], str(problem))

    def _unique(self, file: str, rows: Iterator[dict[str, Any]], column: str) -> Iterator[dict[str, Any]]:
        seen: dict[str, int] = {}
        for row in rows:
            if (key := row[column]) in seen:
                self.fault(file, row["line"], column, key, f"a value of its own; line {seen[key]} has it already")
                continue
            seen[key] = row["line"]
            yield row

    def councils(self) -> Iterator[Council]:
        rows = self.rows("councils.csv", COUNCIL_COLUMNS, required=True)
        for row in self._unique("councils.csv", rows, "council"):
            neighbours, closeness = row["neighbours_2025"], row["closeness_2025"]
            if len(neighbours) != len(closeness):
                self.fault("councils.csv", row["line"], "closeness_2025", " ".join(closeness),
                           f"one word for each of the {len(neighbours)} neighbours")  # fmt: skip
            yield Council(
                slug=row["council"], name=row["name"], official_name=row["official_name"], aliases=row["aliases"],
                urn=row["urn"], ons_code=row["ons_code"], la_code=row["la_code"], region=row["region"],
                type=row["type"], first_day=row["first_day"], last_day=row["last_day"],
                predecessors=row["predecessors"], successors=row["successors"],
                neighbours=tuple(zip(neighbours, closeness, strict=False)),
            )  # fmt: skip

    def inspections(self, councils: set[str]) -> Iterator[Inspection]:
        rows = self.rows("inspections.csv", INSPECTION_COLUMNS, required=True)
        for row in self._unique("inspections.csv", rows, "inspection"):
            if row["council"] not in councils:
                self.fault("inspections.csv", row["line"], "council", row["council"], "a council of councils.csv")
                continue
            yield _inspection(row)

    def check_findings(self, inspections: set[str]) -> None:
        """Check every row of the findings, and that those of one inspection stand together."""
        before, ended = "", set[str]()
        for row in self.rows("findings.csv", FINDING_COLUMNS):
            key = row["inspection"]
            if key not in inspections:
                self.fault("findings.csv", row["line"], "inspection", key, "an inspection of inspections.csv")
            if key != before:
                if key in ended:
                    self.fault("findings.csv", row["line"], "inspection", key, "its rows to stand together")
                ended.add(before)
                before = key

    def reported(self) -> Iterator[ReportedTotals]:
        graded = tuple((grade.column, grade) for grade in Grade if grade is not Grade.ADEQUATE)
        for row in self.rows("reported_totals.csv", REPORTED_COLUMNS):
            yield ReportedTotals(
                as_at=row["as_at"], reported_by=row["reported_by"], judgement=row["judgement"],
                grades={grade: row[column] for column, grade in graded if row[column] is not None},
                councils=row["councils"], framework=row["framework"], published=row["published"],
                note=row["note"], source_url=row["source_url"],
            )  # fmt: skip

    def tiles(self, councils: set[str]) -> Iterator[Tile]:
        for row in self.rows("tilemap.csv", TILE_COLUMNS):
            if row["council"] not in councils:
                self.fault("tilemap.csv", row["line"], "council", row["council"], "a council of councils.csv")
            yield Tile(row["council"], row["label"], row["row"], row["col"])
