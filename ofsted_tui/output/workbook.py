"""One XLSX workbook for people who have no terminal: what it is, every council today, inspections, findings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..core.dates import long_day
from ..core.model import Grade
from ..storage.schema import Value, to_csv
from .cells import heading
from .council_profile import OWN_WORDS, SOURCE
from .grade_fills import GRADE_FILLS
from .rows import council_list, finding_list, inspection_list, summary_list, visit_finding_list, visit_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from io import BytesIO
    from pathlib import Path

    from ..core.repository import Repository
    from .table import Table

_WIDTHS = {
    "text": 90,
    "name": 30,
    "notes": 40,
    "report_url": 44,
    "inspection": 34,
    "visit": 34,
    "topic": 40,
    "lead_inspector": 24,
}
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""


def tables_workbook(title: str, tables: Mapping[str, Table]) -> bytes:
    """A workbook of tables, a sheet each under its name, with a first sheet that says what they are and where from."""
    from io import BytesIO

    made = BytesIO()
    with _workbook(made) as book:
        book.set_properties({"title": title})
        styles = _styles(book)
        _write_lines(book.add_worksheet("About"), styles, title, [*(t.caption for t in tables.values()), SOURCE])
        for name, table in tables.items():
            _write(book.add_worksheet(name), styles, table)
    return made.getvalue()


def _workbook(file: Path | BytesIO) -> Any:
    """A new workbook in which text stays text: none can become a formula or a link."""
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return xlsxwriter.Workbook(file, options)


def write_workbook(file: Path, repository: Repository) -> None:
    """Write the workbook of all data. Raises OSError."""
    with _workbook(file) as book:
        book.set_properties({"title": "Ofsted inspections of English councils' children's services"})
        styles = _styles(book)
        councils = repository.as_at()
        _write_about(book.add_worksheet("About"), styles, repository)
        _write(book.add_worksheet("Councils"), styles, council_list(councils))
        newest = sorted(repository.inspections.values(), key=lambda i: (i.published, i.key), reverse=True)
        _write(book.add_worksheet("Inspections"), styles, inspection_list(tuple(newest)))
        findings = tuple(f for i in newest for f in repository.findings_of(i))
        _write(book.add_worksheet("Findings"), styles, finding_list(findings))
        visits = tuple(reversed(repository.visits.values()))
        _write(book.add_worksheet("Visits"), styles, visit_list(visits))
        of_visits = tuple(f for visit in visits for f in repository.findings_of_visit(visit))
        _write(book.add_worksheet("Findings of visits"), styles, visit_finding_list(of_visits))
        keys = [*(i.key for i in newest), *(visit.key for visit in visits)]
        summaries = [repository.summaries[key] for key in keys if key in repository.summaries]
        _write(book.add_worksheet("Summaries"), styles, summary_list(summaries))


def _styles(book: Any) -> dict[object, Any]:
    plain_style = {"valign": "top", "text_wrap": True}
    styles: dict[object, Any] = {grade: book.add_format({"bg_color": fill, "valign": "top"})
                                 for grade, fill in GRADE_FILLS.items()}  # fmt: skip
    styles["head"] = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    styles["day"] = book.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
    styles["text"] = book.add_format(plain_style)
    styles["title"] = book.add_format({"bold": True, "font_size": 14})
    return styles


def _write_about(sheet: Any, styles: dict[object, Any], repository: Repository) -> None:
    own = sum(inspection.added_by_user for inspection in repository.inspections.values())
    lines = [
        f"As at {long_day(repository.last_day)}, the date of the most recent report we hold.",
        f"{len(repository.inspections)} inspections of {len(repository.councils)} councils, {own} of them added by "
        "the person who made this workbook (source: own).",
        f"{OWN_WORDS} Those without a theme are in Ofsted’s own words, from reports that this person added.",
        "Councils: each with its most recent full inspection published by that date.",
        SOURCE,
    ]
    _write_lines(sheet, styles, "Ofsted inspections of English councils’ children’s services", lines)


def _write_lines(sheet: Any, styles: dict[object, Any], title: str, lines: Iterable[str]) -> None:
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, title, styles["title"])
    for line, text in enumerate(filter(None, lines), 2):
        sheet.write_string(line, 0, text, styles["text"])


def _write(sheet: Any, styles: dict[object, Any], table: Table) -> None:
    for column, name in enumerate(table.columns):
        width = _WIDTHS.get(name, max(12, len(heading(name)) + 2))
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading(name), styles["head"])
    for line, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            _write_cell(sheet, line, column, value, styles)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write_cell(sheet: Any, line: int, column: int, value: Value, styles: dict[object, Any]) -> None:
    if isinstance(value, Grade):
        sheet.write_string(line, column, value.word, styles[value])
    elif isinstance(value, date):
        sheet.write_datetime(line, column, value, styles["day"])
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(line, column, value, styles["text"])
    elif text := str(to_csv(value)):
        sheet.write_string(line, column, text[:_LONGEST], styles["text"])
