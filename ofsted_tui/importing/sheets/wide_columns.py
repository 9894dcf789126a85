"""The columns of tables that have a row for each council and a group of columns for each of its inspections."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...core.model import Framework, Judgement
from ...core.search import fold
from .columns import meaning, without_notes

_PUBLISHED = "publication date"
_TYPE = "inspection type"
_NAMES = {"council", "name", "urn", "ons_code", "la_code", "region"}
_ALSO_KNOWN = {"table", "la authority type", "web link"}
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
"""Words of a heading and the judgement that they mean, the more specific first."""


@dataclass(slots=True)
class Group:
    """The columns of one inspection."""

    published: int
    framework: Framework
    type: str = ""
    type_place: int | None = None
    grades: dict[int, Judgement] = field(default_factory=dict)


def groups_in(headings: tuple[str, ...]) -> int:
    """How many groups with grades a line of headings has beside a council; none without a council."""
    return sum(bool(group.grades) for group in groups(headings)) if name_places(headings) else 0


def unknown(headings: tuple[str, ...]) -> list[str]:
    """Headings that belong to no group."""
    known = groups(headings)
    used = {place for g in known for place in (g.published, g.type_place, *g.grades)}
    used |= set(name_places(headings).values())
    return [h for place, h in enumerate(headings) if h and place not in used and fold(h) not in _ALSO_KNOWN]


def name_places(headings: tuple[str, ...]) -> dict[str, int]:
    """Where the council is named; empty if it is not."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if (column := meaning(heading)) in _NAMES:
            found.setdefault(column, place)
    return found if found.keys() - {"region"} else {}


def groups(headings: tuple[str, ...]) -> list[Group]:
    """The groups, each from its day of publication on; the type of an inspection comes before that day or after it."""
    found: list[Group] = []
    type_place: int | None = None
    for place, heading in enumerate(headings):
        word = fold(without_notes(heading))
        if _TYPE in word:
            if found and not found[-1].grades and found[-1].type_place is None:
                found[-1].type_place = place
            else:
                type_place = place
        elif _PUBLISHED in word and (framework := _framework(word)):
            kind = _type(word, framework)
            found.append(Group(place, framework, kind, type_place if framework is Framework.ILACS else None))
            type_place = None
        elif found and (judgement := _judgement(word, found[-1].framework)):
            found[-1].grades[place] = judgement
    return found


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
