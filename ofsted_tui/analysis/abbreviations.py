"""What people in the field type, and how findings write it: each as the beginnings of words that stand in a row."""

from __future__ import annotations

import re

from ..core.search import fold

_POINTED = r"\W*[^\W\d_](?:\.[^\W\d_])+\.?(?:['’]?s)?\W*"
"""Letters with points between them: `I.R.O.`. Not compiled, since few searches have a point."""

_IN_CARE = ("in care", "looked after")
_SPECIAL_NEEDS = ("special educational", "disabled", "disabilit")
_YOUTH_JUSTICE = ("youth offending", "youth justice")

WRITTEN_OUT = {
    "asye": ("assessed and supported", "newly qualified"),
    "b and b": ("bed and breakfast",),
    "camhs": ("mental health",),
    "cce": ("criminal exploitation", "criminally exploited"),
    "cic": _IN_CARE,
    "cin": ("child in need", "children in need"),
    "cme": ("missing education", "missing from education"),
    "cp": ("child protection",),
    "cpp": ("child protection plan",),
    "cse": ("sexual exploitation",),
    "cspr": ("practice review",),
    "dcs": ("director of childrens services",),
    "dol": ("deprivation of liberty", "deprived of"),
    "domestic violence": ("domestic abuse",),
    "dv": ("domestic abuse", "domestic violence"),
    "edt": ("emergency duty", "out of hours"),
    "ehc": ("education health and care",),
    "ehcp": ("education health and care",),
    "ehe": ("home educat", "educated at home"),
    "fgc": ("family group",),
    "fgm": ("female genital mutilation",),
    "icpc": ("initial child protection",),
    "iro": ("reviewing officer",),
    "lado": ("designated officer",),
    "looked after": ("in care",),
    "lscb": ("safeguarding board", "safeguarding children board"),
    "lscp": ("safeguarding partner", "safeguarding children partner"),
    "mash": ("safeguarding hub",),
    "neet": ("not in education",),
    "nqsw": ("newly qualified",),
    "ooh": ("out of hours",),
    "pep": ("personal education plan",),
    "plo": ("public law outline", "pre proceedings"),
    "qa": ("quality assurance",),
    "raa": ("regional adoption",),
    "rhi": ("return home interview", "return interview"),
    "s20": ("section 20",),
    "s47": ("section 47",),
    "sdq": ("strengths and difficulties",),
    "sgo": ("special guardian",),
    "taf": ("team around",),
    "uasc": ("unaccompanied",),
    "vsh": ("virtual school",),
    "yjs": _YOUTH_JUSTICE,
    "yos": _YOUTH_JUSTICE,
    "yot": _YOUTH_JUSTICE,
}
"""In capitals or small letters: in the texts no other word begins so."""
IN_CAPITALS = {
    "CAF": ("common assessment",),
    "CLA": _IN_CARE,
    "DA": ("domestic abuse", "domestic violence"),
    "LAC": _IN_CARE,
    "PA": ("personal adviser",),
    "SCR": ("serious case review",),
    "SEN": _SPECIAL_NEEDS,
    "SEND": _SPECIAL_NEEDS,
    "SW": ("social worker",),
}
"""In capitals alone: small, they are words or begin them, as `send` and `lack`."""


def parts(typed: str) -> list[str]:
    """A typed word, apart at its signs if one part is in the tables, and each of those without points.

    `LAC/CLA` is `LAC` and `CLA`, `I.R.O.` is `IRO`; `early-help` stays as it is.
    """
    apart = [_without_points(part) for part in typed.replace("/", "-").split("-") if part]
    whole = _without_points(typed)
    return apart if not _is_known(whole) and any(map(_is_known, apart)) else [whole]


def _without_points(typed: str) -> str:
    plain = typed.replace(".", "")
    return plain if plain != typed and re.fullmatch(_POINTED, typed) and _is_known(plain) else typed


def _is_known(typed: str) -> bool:
    return bool(in_capitals(typed) or written_out(fold(typed)))


def in_capitals(typed: str) -> tuple[str, ...]:
    """What a word stands for, also in the plural, if it is no word in these letters; else nothing."""
    letters = "".join(filter(str.isalnum, typed))
    return IN_CAPITALS.get(letters) or IN_CAPITALS.get(letters.removesuffix("s"), ())


def written_out(folded: str) -> tuple[str, ...]:
    """How findings write folded words otherwise, also in the plural."""
    return WRITTEN_OUT.get(folded) or WRITTEN_OUT.get(folded.removesuffix("s"), ())
