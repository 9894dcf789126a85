"""Tables with a row for each inspection: the scrape tools', Ofsted's of the year, the project's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.model import Framework, Grade, Judgement
from ...core.search import fold
from ..candidate import Reading, Refusal, UnknownPlace, council_of
from . import cell_values
from .columns import DAYS, GRADES, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ...core.repository import Repository
    from .sheet import Sheet

BEFORE_2014 = (Framework.SLAC, Framework.CPI, Framework.TLAC)
"""Frameworks whose third grade was adequate, whatever later tables print."""


def rows(sheet: Sheet, heading: int, repository: Repository) -> Iterator[Reading | Refusal]:
    """What each row below the headings says."""
    found = places(sheet.lines[heading][1])
    below = [cells for _, cells in sheet.lines[heading + 1 :]]
    order = cell_values.DateOrder.of
    days = {column: order((c[found[column]] for c in below if found[column] < len(c)), sheet.day_zero)
            for column in DAYS if column in found}  # fmt: skip
    for number, cells in sheet.lines[heading + 1 :]:
        row = {column: cells[place] if place < len(cells) else "" for column, place in found.items()}
        if any(row.values()):
            where = f"sheet “{sheet.name}”, line {number}" if sheet.name else f"line {number}"
            yield _read(where, row, days, repository)


def _read(
    place: str, row: Mapping[str, str], written: Mapping[str, cell_values.DateOrder], repository: Repository
) -> Reading | Refusal:
    kind = cell_values.name(row.get("type", ""))
    if cell_values.is_visit(kind):
        return Refusal(place, f"{kind}: a visit gives no grade", passed_over=True)
    doubts: list[str] = []
    days = {column: _day(column, row[column], written[column], doubts) if column in written else None
            for column in DAYS}  # fmt: skip
    framework = cell_values.framework(row.get("framework", "")) or cell_values.framework(kind)
    grades = _grades(row, framework, doubts)
    who = row.get("council") or row.get("name", "")
    if not grades:
        if any(fold(row.get(column, "")) == cell_values.UNREAD for column in GRADES):
            return Refusal(place, f"{who}: its maker could not read the report", passed_over=True)
        if wrong := [doubt for doubt in doubts if doubt.endswith(cell_values.NO_GRADE)]:
            return Refusal(place, f"{who}: {'; '.join(wrong)}")
        return Refusal(place, f"{who}: the row holds no grade", passed_over=True)
    try:
        council = council_of(
            repository, days["published"] or days["start"], urn=row.get("urn", ""), ons_code=row.get("ons_code", ""),
            la_code=row.get("la_code", ""), name=who,
        )  # fmt: skip
    except UnknownPlace as problem:
        return Refusal(place, str(problem))
    if kind and not cell_values.kind(kind):
        doubts.append(f"type: “{kind}” is not known")
    return Reading(
        place=place,
        council=council,
        framework=framework,
        type=cell_values.kind(kind),
        published=days["published"],
        start=days["start"],
        end=days["end"],
        lead_inspector=cell_values.name(row.get("lead_inspector", "")),
        grades=grades,
        report_url=_address(row.get("report_url", ""), doubts),
        key=row.get("inspection", ""),
        notes=row.get("notes", ""),
        doubts=tuple(doubts),
    )


def _day(column: str, cell: str, written: cell_values.DateOrder, doubts: list[str]) -> date | None:
    try:
        return written.read(cell)
    except ValueError as problem:
        doubts.append(f"{column}: “{cell}” {cell_values.no_day(problem)}")
        return None


def _grades(row: Mapping[str, str], framework: Framework | None, doubts: list[str]) -> dict[Judgement, Grade]:
    found = {}
    for column in GRADES:
        cell = row.get(column, "")
        try:
            grade = cell_values.grade(cell)
        except ValueError:
            doubts.append(f"{column}: “{cell}” {cell_values.NO_GRADE}")
            continue
        if grade is not None:
            found[Judgement(column)] = of_its_time(grade, framework)
    return found


def of_its_time(grade: Grade, framework: Framework | None) -> Grade:
    """The grade as the framework had it: later tables print “requires improvement” for adequate."""
    if framework in BEFORE_2014 and grade is Grade.REQUIRES_IMPROVEMENT:
        return Grade.ADEQUATE
    return grade


def _address(cell: str, doubts: list[str]) -> str:
    if not cell or cell.startswith(("https://", "http://")):
        return cell
    doubts.append(f"report_url: “{cell}” is no address")
    return ""
