"""What a new inspection must be to be accepted without question: whole, consistent with Ofsted's rules and the data."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ..core.dates import long_day
from ..core.model import LEAVERS_OWN_JUDGEMENT, NO_OVERALL, Framework, Grade, Judgement

if TYPE_CHECKING:
    from ..core.model import Inspection
    from ..core.visits import Visit
    from .reading import Reading, VisitReading

OUT_WITHIN = timedelta(days=300)
"""From an inspection's beginning or end to its report, at most; the longest took half of that."""
SAME_WITHIN = timedelta(days=7)
"""Two accounts of an inspection's days may differ by this much: misprints, a first day off site."""
MOST_AHEAD = timedelta(days=366)
"""A day may come so long after today and all that is held; a later one is mistyped, and would date every total."""
_APART = (Judgement.IN_CARE, Judgement.CARE_LEAVERS)
_JOINT = Judgement.IN_CARE_AND_CARE_LEAVERS


def near(one: date | None, other: date | None) -> bool:
    """Whether two days may be meant to be the same."""
    return one is not None and other is not None and abs(one - other) <= SAME_WITHIN


def missing(inspection: Inspection) -> list[str]:
    """Judgements that every inspection of its framework has, and this one not."""
    needed: tuple[Judgement, ...]
    match inspection.framework:
        case Framework.ILACS:
            earliest, latest = _begun(inspection)
            joint = latest < LEAVERS_OWN_JUDGEMENT or (earliest < LEAVERS_OWN_JUDGEMENT and _JOINT in inspection.grades)
            care = (_JOINT,) if joint else _APART
            overall = (Judgement.OVERALL,) if latest < NO_OVERALL else ()
            needed = (*overall, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, *care)
        case Framework.SLAC:
            return [] if inspection.grades else [Judgement.SAFEGUARDING.value]
        case Framework.LSCB:
            needed = (Judgement.LSCB,)
        case _:
            needed = (Judgement.OVERALL,)
    return [judgement.value for judgement in needed if judgement not in inspection.grades]


def _begun(inspection: Inspection) -> tuple[date, date]:
    """The first and the last day on which it can have begun, which is some months before it came out."""
    known = inspection.start
    return (known, known) if known else (inspection.published - OUT_WITHIN, inspection.published)


def disorder(inspection: Inspection | Visit) -> str:
    """Which days of an inspection or visit are in an impossible order; empty if none are."""
    days = (("start", inspection.start), ("end", inspection.end), ("published", inspection.published))
    for (name, day), (later_name, later) in pairwise((name, day) for name, day in days if day):
        if day > later:
            return f"{name} {day} is after {later_name} {later}"
    return ""


def too_far_ahead(found: Reading | VisitReading, published: date | None, last: date) -> str:
    """A day that cannot be meant, since it comes after the `last` that may; empty where none does.

    `published`: of a report or letter that does not say so itself.
    """
    for column, day in (("start", found.start), ("end", found.end), ("published", found.published or published)):
        if day and day > last:
            expected = f"expected a date up to {long_day(last)}"
            return f"{column}: {long_day(day)} is too far ahead; {expected}: correct the date, then import again"
    return ""


def against_the_rules(inspection: Inspection) -> str:
    """A judgement that Ofsted gave in no inspection begun on that day; empty if there is none."""
    if inspection.framework is not Framework.ILACS:
        return ""
    (earliest, latest), grades = _begun(inspection), inspection.grades
    if earliest >= NO_OVERALL and grades.get(Judgement.OVERALL) is not Grade.NOT_GIVEN:
        return f"overall: Ofsted gives no overall grade in inspections that began on or after {long_day(NO_OVERALL)}"
    if earliest >= LEAVERS_OWN_JUDGEMENT and _JOINT in grades:
        return (
            f"{_JOINT.value}: judged separately in inspections that began on or after {long_day(LEAVERS_OWN_JUDGEMENT)}"
        )
    if latest < LEAVERS_OWN_JUDGEMENT and (early := [j.value for j in _APART if j in grades]):
        return f"{', '.join(early)}: judged together in inspections that began before {long_day(LEAVERS_OWN_JUDGEMENT)}"
    return ""


def missing_from_complete_data(inspection: Inspection, whole_until: date | None) -> str:
    """Whether the data, which is complete up to a day, ought to have the inspection if there were one."""
    if whole_until and inspection.published <= whole_until:
        return f"we hold no such inspection, although our data is complete up to {long_day(whole_until)}"
    return ""
