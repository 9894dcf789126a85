"""What a visit looked at, as our topics: from Ofsted's own theme, or from what a letter says about it."""

from __future__ import annotations

import re
from datetime import date

from ..core.visits import (
    CARE_LEAVERS,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    FRONT_DOOR,
    PERMANENCE,
    TOPICS,
    VULNERABLE_ADOLESCENTS,
    WHOLE_SERVICE,
)

_OFSTEDS_THEMES = {
    "front door": FRONT_DOOR,
    "children in need/subject to a plan": CHILD_PROTECTION,
    "children in care": CHILDREN_IN_CARE,
    "achieving permanence": PERMANENCE,
    "care leavers": CARE_LEAVERS,
    "vulnerable adolescents": VULNERABLE_ADOLESCENTS,
}
"""The themes of Ofsted's tables."""

_WHOLE = re.compile(r"help and protection,? children in care", re.I)
_FRONT_DOOR = re.compile(
    r"front.?door|\bcontacts?,?( and)? referrals?|first point of contact|receiving referrals"
    r"|referrals? and assessments?|assessments, decision",
    re.I,
)
_CHILD_PROTECTION = re.compile(
    r"child(ren)?.in.need|child protection|(protection|subject to a) plan|letter before proceedings|children in need",
    re.I,
)
_PLANS_TOO = re.compile(r"plans for children in need and those", re.I)
"""Besides the front door: not only the threshold to child protection but the work after it."""
_IN_CARE = re.compile(
    r"children (in|who come into|coming into) care\b|placement decision|children looked after|looked.after children",
    re.I,
)
_CARE_AND_LEAVING = re.compile(r"children in care and care leavers|leaving care and for unaccompanied", re.I)
_CARE_PLANNING = re.compile(r"care planning for children in care", re.I)
_PERMANENCE = re.compile(r"\bpermanen(ce|cy)\b", re.I)
_CARE_LEAVERS = re.compile(r"(?<!not )care.leavers?\b|care.experienced|leaving care", re.I)
_ADOLESCENTS = re.compile(
    r"vulnerable adolescents|extra.familial|children who go missing|aged between 1\d and 1\d"
    r"|at risk (from|of) (child )?sexual",
    re.I,
)


_PANDEMIC = (date(2020, 9, 1), date(2021, 8, 31))
"""First days of visits, most of which looked at the whole service."""


def topics_of_theme(theme: str) -> tuple[str, ...]:
    """The topic that one of Ofsted's own themes, or one of our keys, stands for; empty if not known."""
    words = theme.casefold().split()
    if words and set(words) <= set(TOPICS):
        return tuple(topic for topic in TOPICS if topic in words)
    known = _OFSTEDS_THEMES.get(" ".join(words))
    return (known,) if known else ()


def topics_of_letter(focus: str, start: date | None) -> tuple[str, ...]:
    """The topics of a letter, from what it says it looked at; where it does not, in the pandemic, the whole service."""
    if not focus and start and _PANDEMIC[0] <= start <= _PANDEMIC[1]:
        return (WHOLE_SERVICE,)
    return topics_of_focus(focus)


def topics_of_focus(focus: str) -> tuple[str, ...]:
    """The topics that a letter's statement of what inspectors looked at names, in the order of `TOPICS`.

    A letter may look at more than one. Its first sentence decides; what comes after adds permanence, vulnerable
    adolescents, or what inspectors also looked at. What is only a step of another topic adds none: assessments of
    children in need belong to the front door, and the permanence of children in care to permanence. Empty where no
    topic is named.
    """
    if _WHOLE.search(focus):
        return (WHOLE_SERVICE,)
    first, _, rest = focus.partition(". ")
    first = first.partition(":")[0]
    also = " ".join(re.findall(r"(?:Inspectors|They) (?:also|considered|reviewed) [^.]*", rest))
    front_door = bool(_FRONT_DOOR.search(focus))
    adolescents = not front_door and bool(_ADOLESCENTS.search(focus))
    leavers = bool(_CARE_LEAVERS.search(first) or _CARE_LEAVERS.search(also))
    named = {
        FRONT_DOOR: front_door,
        CHILD_PROTECTION: bool(_PLANS_TOO.search(rest) if front_door else _CHILD_PROTECTION.search(first)),
        CHILDREN_IN_CARE: not front_door and _is_of_children_in_care(first),
        PERMANENCE: not front_door and bool(_PERMANENCE.search(focus)),
        CARE_LEAVERS: not front_door and leavers,
        VULNERABLE_ADOLESCENTS: adolescents,
    }
    if not any(named.values()):  # the first sentence names none, as where a list follows it
        named[CHILD_PROTECTION] = bool(_CHILD_PROTECTION.search(focus))
        named[CARE_LEAVERS] = bool(_CARE_LEAVERS.search(focus))
        named[CHILDREN_IN_CARE] = bool(_IN_CARE.search(focus))
    return tuple(topic for topic in TOPICS if named.get(topic))


def _is_of_children_in_care(first: str) -> bool:
    if _CARE_LEAVERS.search(first) or _PERMANENCE.search(first):
        return bool(_CARE_AND_LEAVING.search(first) or _CARE_PLANNING.search(first))
    return bool(_IN_CARE.search(first))
