"""A folder of tables -> a Repository. Every fault is reported, with its file, line, column and what was expected."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING, Any

from ..core.findings import Findings
from ..core.model import Council, Finding, Inspection, Kind, Repeat, Summary, day_of_paper, paper_of
from ..core.repository import ReportedTotals, Repository, Tile
from ..core.sanitise import clean, clean_all
from ..core.visits import Visit, Visits
from ..core.wording import pluralise
from .data_errors import DataError, Fault, csv_fault
from .schema import (
    COUNCIL_COLUMNS,
    FINDING_COLUMNS,
    INSPECTION_COLUMNS,
    KEYS,
    OPTIONAL_COLUMNS,
    REPEAT_COLUMNS,
    REPORTED_COLUMNS,
    SUMMARY_COLUMNS,
    TILE_COLUMNS,
    VISIT_COLUMNS,
    VISIT_FINDING_COLUMNS,
    NotExpected,
    checked_columns,
    finding_from_values,
    inspection_from_values,
    reported_from_values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from .schema import CellParser


def load(folder: Path) -> Repository:
    """Read, clean and check a folder of tables.

    Raises DataError with every fault, except references into a table that has faults itself, and those beyond
    `MOST_FAULTS`.
    """
    if wrong := _no_folder(folder):
        raise DataError([Fault(str(folder), None, "", "", f"a folder of tables; {wrong}")])
    reader = _Reader(str(folder / " ")[:-1])
    try:
        found = _read(reader)
    except TooManyFaults:
        raise DataError(reader.in_order(), more=True) from None
    if reader.faults:
        raise DataError(reader.in_order())
    return found


def _read(reader: _Reader) -> Repository:
    """What a folder holds."""
    councils = list(reader.councils())
    slugs = {council.slug for council in councils}
    inspections = list(reader.inspections(slugs))
    keys = {inspection.key for inspection in inspections}
    findings = Findings.from_findings(reader.findings(keys))
    asks = {finding.key for finding in findings if finding.kind is Kind.IMPROVEMENT}
    repeats = {repeat.finding: repeat for repeat in reader.repeats(asks)}
    visits = reader.checked_visits(slugs, asks)
    summaries = {summary.inspection: summary for summary in reader.summaries(keys | set(visits.by_key))}
    reported, tiles = list(reader.reported()), list(reader.tiles(slugs))
    return Repository(councils, inspections, findings, reported, tiles, summaries, visits, repeats)


def _no_folder(folder: Path) -> str:
    """Why a path is not a folder that can be read; empty if it is one."""
    try:
        return "" if folder.resolve(strict=True).is_dir() else "this is a file"
    except FileNotFoundError:
        return "there is no such folder"
    except OSError as problem:
        return f"it cannot be opened ({problem.strerror})"


MOST_FAULTS = 1000
"""The most faults that are gathered from a folder: whoever made it corrects these first, and others of their kind with
them."""


BATCH = 20_000
"""Rows that are checked at a time, more than any table of ours has: if each has a fault, reading ends early."""


class TooManyFaults(Exception):
    """As many faults were found as are reported; reading on would take long and help nobody."""


_NOUNS = {"councils.csv": "a council", "inspections.csv": "an inspection", "visits.csv": "a visit"}
"""What a row of a table is called where another table refers to it."""
_Row = tuple[int, tuple[Any, ...]]
"""The line on which a row of a table begins, and its values."""


class _Reader:
    """Reads the tables of one folder, gathering their faults."""

    def __init__(self, place: str) -> None:
        self._place = place
        """What comes before a table's name in its path."""
        self.faults: list[Fault] = []
        self._faulty: set[str] = set()
        """The tables with a fault: looked up for each of a million rows that may refer to one of them."""

    def path(self, file: str) -> str:
        """Where a table is, as given in a fault."""
        return self._place + file

    def fault(self, file: str, line: int | None, column: str, found: str, expected: str) -> None:
        """Keep a fault. Raises TooManyFaults when enough were found."""
        self._faulty.add(file)
        self.faults.append(Fault(self.path(file), line, column, clean(found), expected))
        if len(self.faults) == MOST_FAULTS:
            raise TooManyFaults

    def is_faultless(self, file: str) -> bool:
        """Whether a table has no fault so far: what follows from a fault elsewhere is not reported as well."""
        return file not in self._faulty

    def in_order(self) -> list[Fault]:
        """The faults, by tables as they are read and by lines."""
        files = list(dict.fromkeys(fault.file for fault in self.faults))
        return sorted(self.faults, key=lambda fault: (files.index(fault.file), fault.line or 0))

    def text(self, file: str, *, required: bool = False) -> str:
        """A table's text; empty, with a fault, if it cannot be read."""
        content = b""
        try:
            with io.FileIO(self.path(file)) as table:
                content = table.readall()
            return content.decode("utf-8-sig")
        except FileNotFoundError:
            if required:
                self.fault(file, None, "", "", "this table in the folder")
        except OSError as problem:
            self.fault(file, None, "", problem.strerror or "", "a table that can be read")
        except UnicodeDecodeError as problem:
            line = content.count(b"\n", 0, problem.start) + 1
            self.fault(file, line, "", f"byte {content[problem.start]:#x}", "text in UTF-8")
        return ""

    def rows(self, file: str, columns: Mapping[str, CellParser], *, required: bool = False) -> list[_Row]:
        """The rows of a table, values in the order of `columns`; faulty rows and repeated keys are left out."""
        text = self.text(file, required=required)
        found: list[_Row] = []
        for head, lines, rows in self._batches(file, text, columns) if text else ():
            found += self._values(file, head, lines, rows, columns)
        return list(self._distinct(file, found, list(columns).index(KEYS[file]))) if file in KEYS else found

    def _values(
        self, file: str, head: list[str], lines: list[int], rows: list[list[str]], columns: Mapping[str, CellParser]
    ) -> list[_Row]:
        """The values of some rows of the right width."""
        if absent := [column for column in columns if column not in head]:
            head, rows = [*head, *absent], [[*row, *("" for _ in absent)] for row in rows]
        # Column by column: thousands of cells are parsed without a Python step for each.
        by_name = dict(zip(head, zip(*rows, strict=True), strict=True))
        cells = [clean_all(by_name[column]) for column in columns]
        try:
            values = zip(*checked_columns(cells, columns.values()), strict=True)
            return list(zip(lines, values, strict=True))
        except NotExpected:
            cleaned = zip(*cells, strict=True)
            kept = [(line, self._row(file, line, row, columns)) for line, row in zip(lines, cleaned, strict=True)]
            return [(line, values) for line, values in kept if values]

    def _names(self, file: str, head: list[str], columns: Mapping[str, CellParser]) -> bool:
        """Whether the header has every column once."""
        if missing := [column for column in columns if column not in head and column not in OPTIONAL_COLUMNS]:
            self.fault(file, 1, "", ", ".join(head), f"also the columns {', '.join(missing)}")
        if twice := [name for name in head if name in columns and head.count(name) > 1]:
            self.fault(file, 1, "", ", ".join(twice), "each column once")
        return not missing and not twice

    def _batches(
        self, file: str, text: str, columns: Mapping[str, CellParser]
    ) -> Iterator[tuple[list[str], list[int], list[list[str]]]]:
        """The names of the columns with rows of the right width and their lines, `BATCH` at a time.

        None if a name is missing.
        """
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        head: list[str] = []
        lines: list[int] = []
        rows: list[list[str]] = []
        try:
            head = [clean(cell) for cell in next(reader)]
            if not self._names(file, head, columns):
                return
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) == len(head):
                    lines.append(line)
                    rows.append(cells)
                elif cells:
                    self.fault(file, line, "", pluralise(len(cells), "cell"), f"{len(head)} cells")
                line = reader.line_num + 1
                if len(rows) == BATCH:
                    yield head, lines, rows
                    lines, rows = [], []
        except (csv.Error, StopIteration) as problem:
            self.fault(
                file, reader.line_num, "", csv_fault(problem), "comma-separated values with a line of column names"
            )
        if rows:
            yield head, lines, rows

    def _row(self, file: str, line: int, row: tuple[str, ...], columns: Mapping[str, CellParser]) -> tuple[Any, ...]:
        """The values of one row; empty, with a fault for each faulty cell, if it has any."""
        values = []
        for (column, parse), cell in zip(columns.items(), row, strict=True):
            try:
                values.append(parse(cell))
            except NotExpected as problem:
                self.fault(file, line, column, cell, str(problem))
        return tuple(values) if len(values) == len(columns) else ()

    def _needed(self, file: str, columns: Mapping[str, CellParser]) -> list[_Row]:
        """The rows of a table that must exist and have rows."""
        rows = self.rows(file, columns, required=True)
        if not rows and self.is_faultless(file):
            self.fault(file, None, "", "", "at least one row")
        return rows

    def _distinct(self, file: str, rows: list[_Row], place: int) -> Iterator[_Row]:
        """The rows without those that repeat a key (the value at one place of each row); every repeat is a fault."""
        seen: dict[str, int] = {}
        for line, values in rows:
            if (key := values[place]) in seen:
                expected = f"a different value in each line; line {seen[key]} already has this one"
                self.fault(file, line, KEYS[file], key, expected)
                continue
            if key:
                seen[key] = line
            yield line, values

    def _refers(self, file: str, line: int, column: str, key: str, known: set[str], to: str) -> bool:
        """Whether a cell names a row of another table by its key; if not, a fault, unless that table has its own."""
        if key in known or not self.is_faultless(to):
            return True
        self.fault(file, line, column, key, f"{_NOUNS[to]} of {to}")
        return False

    def councils(self) -> Iterator[Council]:
        for line, values in self._needed("councils.csv", COUNCIL_COLUMNS):
            *others, neighbours, closeness = values
            if len(neighbours) != len(closeness):
                self.fault("councils.csv", line, "closeness_2025", " ".join(closeness),
                           f"one word for each of the {len(neighbours)} neighbours")  # fmt: skip
            yield Council._make((*others, tuple(zip(neighbours, closeness, strict=False))))

    def inspections(self, councils: set[str]) -> Iterator[Inspection]:
        for line, values in self._needed("inspections.csv", INSPECTION_COLUMNS):
            inspection = inspection_from_values(values)
            if self._refers("inspections.csv", line, "council", inspection.council, councils, "councils.csv"):
                yield inspection

    def findings(self, inspections: set[str]) -> Iterator[Finding]:
        for line, values in self.rows("findings.csv", FINDING_COLUMNS):
            finding = finding_from_values(values)
            self._refers("findings.csv", line, "inspection", finding.inspection, inspections, "inspections.csv")
            yield finding

    def checked_visits(self, councils: set[str], asks: set[str]) -> Visits:
        """The visits with what their letters say, all references checked; `asks`: the keys of reports' improvements."""
        visits = list(self.visits(councils))
        findings = Findings.from_findings(self.visit_findings({visit.key for visit in visits}))
        asked = {finding.key for finding in findings if finding.kind is Kind.IMPROVEMENT}
        repeats = {repeat.finding: repeat for repeat in self.visit_repeats(asks, asked)}
        return Visits(lambda: visits, lambda: findings, repeats=repeats)

    def visits(self, councils: set[str]) -> Iterator[Visit]:
        for line, values in self.rows("visits.csv", VISIT_COLUMNS):
            visit = Visit(*values)
            if self._refers("visits.csv", line, "council", visit.council, councils, "councils.csv"):
                yield visit

    def visit_findings(self, visits: set[str]) -> Iterator[Finding]:
        for line, values in self.rows("visit_findings.csv", VISIT_FINDING_COLUMNS):
            finding = finding_from_values(values)
            self._refers("visit_findings.csv", line, "visit", finding.inspection, visits, "visits.csv")
            yield finding

    def summaries(self, known: set[str]) -> Iterator[Summary]:
        """The summaries of reports and letters; `known`: the keys of all inspections and visits."""
        has_visits = os.access(self.path("visits.csv"), os.F_OK)
        can_tell = has_visits and self.is_faultless("inspections.csv") and self.is_faultless("visits.csv")
        for line, values in self.rows("summaries.csv", SUMMARY_COLUMNS):
            summary = Summary(*values)
            if can_tell and summary.inspection not in known:
                self.fault("summaries.csv", line, "inspection", summary.inspection,
                           "an inspection of inspections.csv or a visit of visits.csv")  # fmt: skip
            yield summary

    def repeats(self, asks: set[str]) -> Iterator[Repeat]:
        """Which ask of a report repeats which; `asks`: the keys of all improvements that reports ask for."""
        known = asks if self.is_faultless("findings.csv") else None
        expected = "the number of an improvement of findings.csv"
        for _, repeat in self._later_and_earlier("repeats.csv", known, expected):
            yield repeat

    def visit_repeats(self, asks: set[str], asked: set[str]) -> Iterator[Repeat]:
        """Which ask repeats which, if either is in a letter; `asks` of reports, `asked` of letters."""
        known = asks | asked if self.is_faultless("findings.csv") and self.is_faultless("visit_findings.csv") else None
        expected = "the number of an improvement of findings.csv or visit_findings.csv"
        for line, repeat in self._later_and_earlier("visit_repeats.csv", known, expected):
            if {repeat.finding, repeat.earlier} <= asks:
                self.fault("visit_repeats.csv", line, "earlier", repeat.earlier,
                           "an improvement of visit_findings.csv, since the other is in a report")  # fmt: skip
            yield repeat

    def _later_and_earlier(self, file: str, known: set[str] | None, expected: str) -> Iterator[tuple[int, Repeat]]:
        """The rows of a table of repeats, each with its line; `known`: the keys that it may name, None for any."""
        for line, values in self.rows(file, REPEAT_COLUMNS):
            repeat = Repeat(*values)
            for column, key in (("finding", repeat.finding), ("earlier", repeat.earlier)):
                if known is not None and key not in known:
                    self.fault(file, line, column, key, expected)
            # Each is older than the one before it, so that no chain of repeats can lead back to itself.
            if day_of_paper(paper_of(repeat.earlier)) >= day_of_paper(paper_of(repeat.finding)):
                self.fault(file, line, "earlier", repeat.earlier, f"an improvement asked for before {repeat.finding}")
            yield line, repeat

    def reported(self) -> Iterator[ReportedTotals]:
        for _, values in self.rows("reported_totals.csv", REPORTED_COLUMNS):
            yield reported_from_values(values)

    def tiles(self, councils: set[str]) -> Iterator[Tile]:
        for line, values in self.rows("tilemap.csv", TILE_COLUMNS):
            tile = Tile(*values)
            self._refers("tilemap.csv", line, "council", tile.council, councils, "councils.csv")
            yield tile
