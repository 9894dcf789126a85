"""Ofsted's table of 2009 to 2023: a row for each council, a group of columns for each of its inspections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...core.model import Framework, Grade, Judgement
from ...core.search import fold
from ..candidate import Reading, Refusal, UnknownPlace, council_of
from . import cell_values
from .columns import meaning
from .long import of_its_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.repository import Repository
    from .sheet import Sheet

_PUBLISHED = "publication date"
_TYPE = "inspection type"
_NAMES = {"council", "name", "urn", "ons_code", "la_code", "region"}
_ALSO_KNOWN = {"table", "la authority type"}
_JUDGEMENTS = (
    (("lscb",), Judgement.LSCB),
    (("adoption",), Judgement.ADOPTION),
    (("in care", "care leavers"), Judgement.IN_CARE_AND_CARE_LEAVERS),
    (("in care",), Judgement.IN_CARE),
    (("care leavers",), Judgement.CARE_LEAVERS),
    (("looked after",), Judgement.LOOKED_AFTER),
    (("help and protection",), Judgement.HELP_AND_PROTECTION),
    (("leaders",), Judgement.LEADERSHIP),
)
"""Words of a heading and the judgement that they mean, the narrower first."""


@dataclass(slots=True)
class _Group:
    """The columns of one inspection."""

    published: int
    framework: Framework
    type: str = ""
    type_place: int | None = None
    grades: dict[int, Judgement] = field(default_factory=dict)


def is_heading(headings: tuple[str, ...]) -> bool:
    """Whether a line has a council and three groups of columns or more."""
    return bool(_name_places(headings)) and len(_groups(headings)) >= 3


def unknown(headings: tuple[str, ...]) -> list[str]:
    """Headings that no group takes."""
    groups = _groups(headings)
    used = {place for g in groups for place in (g.published, g.type_place, *g.grades)}
    used |= set(_name_places(headings).values())
    return [h for place, h in enumerate(headings) if h and place not in used and fold(h) not in _ALSO_KNOWN]


def rows(sheet: Sheet, heading: int, repository: Repository) -> Iterator[Reading | Refusal]:
    """What each group of each row says; empty groups are no inspections."""
    headings = sheet.lines[heading][1]
    groups, names = _groups(headings), _name_places(headings)
    below = [cells for _, cells in sheet.lines[heading + 1 :]]
    order = cell_values.DateOrder.of
    days = {g.published: order((c[g.published] for c in below if g.published < len(c)), sheet.day_zero)
            for g in groups}  # fmt: skip
    for number, cells in sheet.lines[heading + 1 :]:
        cells += ("",) * (len(headings) - len(cells))
        who = {column: cells[place] for column, place in names.items()}
        for group in groups:
            if cells[group.published] or any(cells[place] for place in group.grades):
                where = f"sheet “{sheet.name}”, " if sheet.name else ""
                yield _read(f"{where}line {number}, {group.framework.value} {group.type}".rstrip(), who, cells, group, days[group.published], repository)  # noqa: E501 # fmt: skip


def _read(
    place: str,
    who: dict[str, str],
    cells: tuple[str, ...],
    group: _Group,
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
    name = who.get("council") or who.get("name", "")
    try:
        published = days.read(cells[group.published])
        council = council_of(repository, published, urn=who.get("urn", ""), ons_code=who.get("ons_code", ""),
                             la_code=who.get("la_code", ""), name=name)  # fmt: skip
    except UnknownPlace as problem:
        return Refusal(place, str(problem))
    except ValueError as problem:
        return Refusal(place, f"{name}, published: “{cells[group.published]}” {cell_values.no_day(problem)}")
    if not grades:
        return Refusal(place, f"{name}: {'; '.join(doubts) or 'no grade'}", passed_over=not doubts)
    return Reading(place=place, council=council, framework=group.framework, type=kind, published=published,
                   grades=grades, doubts=tuple(doubts))  # fmt: skip


def _name_places(headings: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if (column := meaning(heading)) in _NAMES:
            found.setdefault(column, place)
    return found if found.keys() - {"region"} else {}


def _groups(headings: tuple[str, ...]) -> list[_Group]:
    groups: list[_Group] = []
    type_place: int | None = None
    for place, heading in enumerate(headings):
        word = fold(heading)
        if _TYPE in word:
            type_place = place
        elif _PUBLISHED in word and (framework := _framework(word)):
            kind = _type(word, framework)
            groups.append(_Group(place, framework, kind, type_place if framework is Framework.ILACS else None))
            type_place = None
        elif groups and (judgement := _judgement(word, groups[-1].framework)):
            groups[-1].grades[place] = judgement
    return groups


def _framework(word: str) -> Framework | None:
    words = set(word.split())
    if "slac" in words:
        return Framework.SLAC
    if words & {"cpi", "cpri"}:
        return Framework.CPI
    return next((f for f in (Framework.TLAC, Framework.SIF, Framework.ILACS) if f.value.lower() in words), None)


def _type(word: str, framework: Framework) -> str:
    if framework is Framework.TLAC:
        return "looked-after children"
    if framework is Framework.ILACS:
        return ""
    return "re-inspection" if "re inspection" in word else "first"


def _judgement(word: str, framework: Framework) -> Judgement | None:
    for parts, judgement in _JUDGEMENTS:
        if all(part in word for part in parts) and not (framework is Framework.TLAC and judgement is Judgement.LOOKED_AFTER):  # noqa: E501 # fmt: skip
            return judgement
    if framework is Framework.SLAC and "safeguarding" in word:
        return Judgement.SAFEGUARDING
    return Judgement.OVERALL if "overall" in word or "oe" in word.split() else None
