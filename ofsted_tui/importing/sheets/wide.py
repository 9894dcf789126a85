"""Ofsted's table of 2009 to 2023: a row for each council, a group of columns for each of its inspections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.model import Grade, Judgement
from ..council_lookup import UnknownPlace
from ..reading import Reading, Refusal
from . import cell_values
from .council_cells import council_of_row, name_in, sums_up
from .long import of_its_time
from .wide_columns import groups, name_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.repository import Repository
    from .sheet_table import SheetTable
    from .wide_columns import Group


def day_columns(table: SheetTable) -> list[int]:
    """Where its days are."""
    return [group.published for group in groups(table.headings)]


def rows(table: SheetTable, days: cell_values.DateOrder, repository: Repository) -> Iterator[Reading | Refusal]:
    """What each group of each row says; empty groups are not inspections."""
    known, names = groups(table.headings), name_places(table.headings)
    for number, cells in table.lines:
        if table.repeats_headings(cells):
            yield Refusal(table.where(number), "the headings are repeated here", passed_over=True)
            continue
        cells += ("",) * (len(table.headings) - len(cells))
        who = {column: cells[place] for column, place in names.items()}
        if sentence := sums_up(who):
            yield Refusal(table.where(number), sentence, passed_over=True)
            continue
        for group in known:
            if cells[group.published] or any(cells[place] for place in group.grades):
                where = f"{table.where(number)}, {group.framework.value} {group.type}".rstrip()
                yield _read(where, who, cells, group, days, repository)


def _read(
    place: str,
    who: dict[str, str],
    cells: tuple[str, ...],
    group: Group,
    days: cell_values.DateOrder,
    repository: Repository,
) -> Reading | Refusal:
    doubts, grades = [], dict[Judgement, Grade]()
    kind = cell_values.kind(cells[group.type_place]) if group.type_place is not None else group.type
    for at, judgement in group.grades.items():
        try:
            grade = cell_values.grade(cells[at])
        except ValueError:
            doubts.append(f"{judgement.value}: “{cells[at]}” {cell_values.NO_GRADE}")
            continue
        if grade is not None:
            grades[judgement] = of_its_time(grade, group.framework)
    name = name_in(who)
    try:
        published = days.read(cells[group.published])
        council = council_of_row(who, published, repository)
    except UnknownPlace as problem:
        return Refusal(place, str(problem))
    except ValueError as problem:
        return Refusal(place, f"{name}, published: “{cells[group.published]}” {cell_values.no_day(problem)}")
    if not grades:
        return Refusal(place, f"{name}: {'; '.join(doubts) or 'no grade'}", passed_over=not doubts)
    return Reading(place=place, council=council, framework=group.framework, type=kind, published=published,
                   grades=grades, doubts=tuple(doubts))  # fmt: skip
