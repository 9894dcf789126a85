"""A reading beside the inspection that is held: where they differ, and what each would add to the other."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..core.judgement_result import JUDGEMENTS
from ..core.model import ADDED_BY_USER, LEAVERS_OWN_JUDGEMENT, Framework, Grade, Judgement
from ..core.search import fold
from .rules import OUT_WITHIN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..core.model import Inspection
    from .reading import Reading

_PLAIN = ("framework", "type", "published", "start", "end", "lead_inspector", "report_url")


class FieldDifference(NamedTuple):
    """A column in which a file differs from what is held."""

    column: str
    held: str
    found: str

    @classmethod
    def of(cls, column: str, held: object, found: object) -> FieldDifference:
        """A difference between two values, as they are written in the tables."""
        return cls(column, _written(held), _written(found))

    def __str__(self) -> str:
        return f"{self.column}: we hold {self.held or 'nothing'}, the file has {self.found or 'nothing'}"


def resolve_in_care(found: Reading, known: Inspection | None) -> Reading:
    """A table's “in care” under the judgement that it was at the time: joint until 2022, looked after in the SIF."""
    if found.paper or Judgement.IN_CARE not in found.grades:
        return found
    framework = known.framework if known else found.framework
    begun, published = (known.start, known.published) if known else (found.start, found.published)
    grades, doubts = dict(found.grades), list(found.doubts)
    if framework is Framework.SIF:
        grades.setdefault(Judgement.LOOKED_AFTER, grades.pop(Judgement.IN_CARE))
    elif framework is Framework.ILACS and _joint(begun, published, found.grades):
        grades.setdefault(Judgement.IN_CARE_AND_CARE_LEAVERS, grades.pop(Judgement.IN_CARE))
        if Judgement.CARE_LEAVERS in grades:
            del grades[Judgement.CARE_LEAVERS]
            doubts.append("care_leavers: not judged separately before 2023, so this grade is not used")
    return found._replace(grades=grades, doubts=tuple(doubts))


def _joint(begun: date | None, published: date | None, grades: Mapping[Judgement, Grade]) -> bool:
    """Whether a table's “in care” is the joint judgement; without a first day, care leavers' own grade may tell."""
    if begun or not published:
        return begun is not None and begun < LEAVERS_OWN_JUDGEMENT
    earliest = published - OUT_WITHIN
    return earliest < LEAVERS_OWN_JUDGEMENT and (
        published < LEAVERS_OWN_JUDGEMENT or Judgement.CARE_LEAVERS not in grades
    )


def compared(
    found: Reading, known: Inspection, *, from_report: bool
) -> tuple[list[FieldDifference], dict[str, object]]:
    """Where a file differs from what is held, and what it says where nothing is held.

    A grade that is absent from an inspection whose report was read (`from_report`) is a fact, not a gap to be filled;
    one that could not be read in a report is neither.
    """
    differences: list[FieldDifference] = []
    fills: dict[str, object] = {}
    for column in _PLAIN:
        given, held = theirs(found, column), getattr(known, column)
        if not given or alike(column, held, given):
            continue
        if held:
            differences.append(FieldDifference.of(column, held, given))
        else:
            fills[column] = given
    unread = found.paper.unread if found.paper else JUDGEMENTS
    for judgement in JUDGEMENTS:
        grade, ours = found.grades.get(judgement), known.grades.get(judgement)
        if grade is ours or (grade is None and judgement in unread):
            continue
        if ours is None and not from_report:
            fills[judgement.value] = grade
        else:
            differences.append(FieldDifference.of(judgement.value, ours, grade))
    return differences, fills


def theirs(found: Reading, column: str) -> object:
    """What a file gives in a column; None if it gives nothing."""
    return getattr(found, column) if column in _PLAIN else found.grades.get(Judgement(column))


def merged(known: Inspection, more: Mapping[str, object]) -> Inspection:
    """What is held with some columns replaced, marked as the user's own."""
    plain = {column: value for column, value in more.items() if column in _PLAIN}
    grades: dict[Judgement, Grade] = dict(known.grades)
    for column, value in more.items():
        if column in _PLAIN:
            continue
        if isinstance(value, Grade):
            grades[Judgement(column)] = value
        else:
            grades.pop(Judgement(column), None)
    return known._replace(**plain, grades=grades, source=ADDED_BY_USER)  # type: ignore[arg-type]


def alike(column: str, held: object, given: object) -> bool:
    """Whether two values of a column say the same."""
    if column == "lead_inspector" and held:
        one, other = (set(fold(str(name)).split()) for name in (held, given))
        return one <= other or other <= one
    if column == "report_url" and held:
        return True  # a report can have several addresses; the one that was checked is kept
    return held == given


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)
