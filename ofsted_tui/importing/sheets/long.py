"""Tables with a row for each inspection: those of the scrape tools, Ofsted's yearly one, the project's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.judgement_result import JUDGEMENTS
from ...core.model import Framework, Grade
from ...core.report_address import EXPECTED_ADDRESS, safe_address
from ...core.search import fold
from ..council_lookup import UnknownPlace
from ..reading import Reading, Refusal, VisitReading
from ..visit_topics import topics_of_theme
from . import cell_values
from .columns import DAYS, places
from .council_cells import council_of_row, name_in, sums_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ...core.model import Judgement
    from ...core.repository import Repository
    from ...core.visits import VisitType
    from .sheet_table import SheetTable

BEFORE_2014 = (Framework.SLAC, Framework.CPI, Framework.TLAC)
"""Frameworks whose third grade was adequate, whatever later tables print."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|(?:javascript|data|file|mailto):|www\.|//", re.IGNORECASE)
"""How an address begins."""
_LONGEST_SHOWN = 100
"""Characters of a cell that are shown."""


def day_columns(table: SheetTable) -> list[int]:
    """Where its days are."""
    return [place for column, place in places(table.headings).items() if column in DAYS]


def rows(
    table: SheetTable, order: cell_values.DateOrder, repository: Repository
) -> Iterator[Reading | VisitReading | Refusal]:
    """What each row below the headings says."""
    found = places(table.headings)
    for number, cells in table.lines:
        row = {column: cells[place] if place < len(cells) else "" for column, place in found.items()}
        if not any(row.values()):
            continue
        if table.repeats_headings(cells):
            yield Refusal(table.where(number), "the headings are repeated here", passed_over=True)
        elif sentence := sums_up(row):
            yield Refusal(table.where(number), sentence, passed_over=True)
        else:
            yield _read(table.where(number), row, order, repository)


def about_addresses(table: SheetTable) -> str:
    """How many addresses of reports cannot be kept; empty if all can. The words of a link are not an address."""
    place = places(table.headings).get("report_url")
    if place is None:
        return ""
    cells = ((number, cells[place]) for number, cells in table.lines if place < len(cells))
    odd = [(number, cell) for number, cell in cells if _ADDRESS.match(cell) and not safe_address(cell)]
    if not odd:
        return ""
    number, shown = odd[0][0], odd[0][1][:_LONGEST_SHOWN]
    some = "1 address is" if len(odd) == 1 else f"{len(odd):,} addresses are"
    return f"{some} not used (first: line {number}, “{shown}”); expected {EXPECTED_ADDRESS}"


def _read(
    place: str, row: Mapping[str, str], written: cell_values.DateOrder, repository: Repository
) -> Reading | VisitReading | Refusal:
    form = cell_values.name(row.get("framework", ""))  # in some tables with the type, or the type alone
    typed = cell_values.name(row.get("type", ""))
    kind = typed or ("" if cell_values.is_framework(form) else form)
    if visit := cell_values.visit_type(kind):
        return _visit(place, row, visit, written, repository)
    if cell_values.is_visit(kind):
        return Refusal(place, f"{kind}: a visit gives no grade", passed_over=True)
    doubts: list[str] = []
    days = {column: _day(column, row.get(column, ""), written, doubts) for column in DAYS}
    framework = cell_values.framework(form) or cell_values.framework(kind)
    grades = _grades(row, framework, doubts)
    if not grades:
        return _ungraded(place, row, doubts)
    try:
        council = council_of_row(row, days["published"] or days["start"], repository)
    except UnknownPlace as problem:
        return Refusal(place, str(problem))
    if kind and not cell_values.kind(kind):
        doubts.append(f"{'type' if typed else 'framework'}: “{kind}” is not known")
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
        report_url=safe_address(row.get("report_url", "")),
        key=row.get("inspection", ""),
        notes=row.get("notes", ""),
        doubts=tuple(doubts),
    )


def _ungraded(place: str, row: Mapping[str, str], doubts: list[str]) -> Refusal:
    """Why a row gives no grade: its report could not be read, its cells hold none, or they are empty."""
    who = name_in(row)
    if any(fold(row.get(judgement.value, "")) == cell_values.UNREAD for judgement in JUDGEMENTS):
        return Refusal(place, f"{who}: the table says that the report could not be read", passed_over=True)
    if wrong := [doubt for doubt in doubts if doubt.endswith(cell_values.NO_GRADE)]:
        return Refusal(place, f"{who}: {'; '.join(wrong)}")
    return Refusal(place, f"{who}: the row has no grade", passed_over=True)


def _visit(
    place: str, row: Mapping[str, str], kind: VisitType, written: cell_values.DateOrder, repository: Repository
) -> VisitReading | Refusal:
    """What a row about a visit says; a grade in it would be a mistake."""
    doubts: list[str] = []
    days = {column: _day(column, row.get(column, ""), written, doubts) for column in DAYS}
    try:
        council = council_of_row(row, days["published"] or days["start"], repository)
    except UnknownPlace as problem:
        return Refusal(place, str(problem))
    theme = cell_values.name(row.get("theme", ""))
    topics = topics_of_theme(theme)
    if theme and not topics:
        doubts.append(f"theme: “{theme}” is not known")
    priority = _answer("priority_action", row.get("priority_action", ""), doubts)
    return VisitReading(
        place=place, council=council, type=kind, start=days["start"], end=days["end"], published=days["published"],
        topics=topics, looked_at=theme, priority_action=priority, key=row.get("visit", ""),
        notes=row.get("notes", ""), doubts=tuple(doubts),
    )  # fmt: skip


def _answer(column: str, cell: str, doubts: list[str]) -> bool | None:
    try:
        return cell_values.yes_or_no(cell)
    except ValueError as problem:
        doubts.append(f"{column}: “{cell}” is not known; {problem}")
        return None


def _day(column: str, cell: str, written: cell_values.DateOrder, doubts: list[str]) -> date | None:
    try:
        return written.read(cell)
    except ValueError as problem:
        doubts.append(f"{column}: “{cell}” {cell_values.no_day(problem)}")
        return None


def _grades(row: Mapping[str, str], framework: Framework | None, doubts: list[str]) -> dict[Judgement, Grade]:
    found = {}
    for judgement in JUDGEMENTS:
        cell = row.get(judgement.value, "")
        try:
            grade = cell_values.grade(cell)
        except ValueError:
            doubts.append(f"{judgement.value}: “{cell}” {cell_values.NO_GRADE}")
            continue
        if grade is not None:
            found[judgement] = of_its_time(grade, framework)
    return found


def of_its_time(grade: Grade, framework: Framework | None) -> Grade:
    """The grade as the framework had it: later tables print “requires improvement” for adequate."""
    if framework in BEFORE_2014 and grade is Grade.REQUIRES_IMPROVEMENT:
        return Grade.ADEQUATE
    return grade
