"""What words, letters and marks mean, screen by screen: the help opens with those of the screen one is on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Framework, Judgement
from ..core.standing import WITHOUT_OVERALL

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sign(NamedTuple):
    """A letter, a mark or an abbreviation as shown on the screen, and what it means in a few words."""

    pattern: str
    """The regular expression that finds it."""
    brief: str
    holds: str = ""
    """What every text with it contains: in most texts there is nothing to look for."""


class Term(NamedTuple):
    """A word or a mark, and what it means."""

    words: str
    meaning: str
    signs: tuple[Sign, ...] = ()
    """The part of it that is explained briefly, in a row or a panel."""


def _letter(letter: str, meaning: str) -> Sign:
    """A letter by itself that stands for a grade."""
    return Sign(rf"(?m)(?:[▲=▼] |\s\s){letter}(?=\s*$|\s\s| [▲=▼])", f"{letter} {meaning}")


def _abbreviation(letters: str, meaning: str) -> Sign:
    return Sign(rf"\b{letters}\b", f"{letters} {meaning[:1].lower()}{meaning[1:]}", letters)


def _mark(mark: str, meaning: str) -> Sign:
    return Sign(mark, f"{mark} {meaning}", mark)


OVERALL = Term(
    "Overall",
    f"Overall effectiveness: one grade for the whole service. {WITHOUT_OVERALL}.",
)
FOUR_LETTERS = Term(
    "OGGO",
    "The four grades of an inspection without an overall grade: leadership, help and protection, children in care, "
    "care leavers.",
    (
        Sign(
            r"(?<!\S)(?:[OGRIA–] *){3}[OGRIA–](?!\S)",
            "Four letters: leadership, help and protection, children in care, care leavers",
        ),
    ),
)
LETTERS = Term(
    "O G R I A",
    "Outstanding, good, requires improvement to be good (RI), inadequate. A is adequate, the third grade until 2013.",
    (
        _abbreviation("RI", "requires improvement"),
        _letter("R", "requires improvement"),
        _letter("I", "inadequate"),
        _letter("O", "outstanding"),
        _letter("G", "good"),
        _letter("A", "adequate"),
    ),
)
CHANGE = Term(
    "▲ = ▼",
    "Better, the same or worse than at the previous full inspection. That may have been under another framework, which "
    "judged differently.",
    (Sign(r"[▲▼]|(?<!\S)=(?!\S)", "▲ = ▼ better, same, worse"),),
)
JOINT = Term(
    "joint, j, Jt",
    "Until the end of 2022 children in care and care leavers were judged together, with one grade for both.",
    (Sign(r"\bjoint\b|\b[OGRIA]j", "joint: children in care and care leavers judged together"),),
)
NO_GRADE = Term("–  ·", "– no grade: not judged, not given, or not part of that framework. · no full inspection yet.")
REPEAT = Term("↺", "Asked before: an earlier report asked for the same thing.", (_mark("↺", "asked before"),))
KINDS = Term("•  +  -", "• must improve, + praised, - a concern.")
PLACE = Term(
    "p 12 ¶26 B2 R4",
    "Where it is in the report: page 12, paragraph 26; B2 is the second bullet of a list, R4 the fourth entry of "
    "the list of improvements.",
    (_mark("¶", "paragraph"), Sign(r"\bp\s\d+\sB\d", "B bullet"), Sign(r"\bp\s\d+\sR\d", "R entry of the list")),
)
FRAMEWORKS = Term(
    "ILACS, SIF",
    f"How Ofsted inspects. ILACS, since 2018: {Framework.ILACS.title}. SIF, 2013–17: {Framework.SIF.title}.",
    (_abbreviation("ILACS", "framework 2018–"), _abbreviation("SIF", "framework 2013–17")),
)
OLDER = Term(
    "SLAC, CPI, TLAC",
    "Inspections from 2009 to 2013, which looked at parts of a service and do not count as a council's grade. "
    f"SLAC: {Framework.SLAC.title}. CPI: {Framework.CPI.title}. TLAC: {Framework.TLAC.title}.",
    tuple(
        _abbreviation(one.value, "inspections of 2009–13") for one in (Framework.SLAC, Framework.CPI, Framework.TLAC)
    ),
)
LSCB = Term(
    "LSCB",
    "Local Safeguarding Children Board. Ofsted reviewed it alongside the council until 2018.",
    (Sign(r"\bLSCB\b", "LSCB Local Safeguarding Children Board", "LSCB"),),
)
INITIALS = Term(
    "Sa LA SB",
    ". ".join(
        f"{judgement.initials}: {judgement.phrase}"
        for judgement in (Judgement.SAFEGUARDING, Judgement.LOOKED_AFTER, Judgement.LSCB)
    )
    + ". Judgements of inspections without an overall grade.",
)
VISIT = Term(
    "Focused visit ○", "A short visit between inspections. It gives no grade.", (_mark("○", "visit, gives no grade"),)
)
NEIGHBOURS = Term("Neighbours", "The ten councils most like this one (statistical neighbours, 2025 model).")
MARKS = Term(
    "★ ✎ ◆",
    "★ pinned, ✎ has your note, ◆ added by you.",
    (_mark("★", "pinned"), _mark("✎", "with a note of yours"), _mark("◆", "added by you")),
)
OWN = Term("◆", "Added by you.", (_mark("◆", "added by you"),))
LATER = Term("later", "Published after the date shown.")
ACROSS = Term("†", "From one framework to another, or counted together. They judge differently.")
DATES = Term("┳ ┬", "┳ the date shown, ┬ the date you marked.")
WINDOW = Term(
    "█ ▒ ┃ !",
    "█ the part of the estimated window that has passed, ▒ the part to come, ┃ today, ! later than estimated.",
)

_COUNCIL = (OVERALL, FOUR_LETTERS, LETTERS, CHANGE, JOINT, NO_GRADE, REPEAT, KINDS, PLACE, FRAMEWORKS, VISIT,
            NEIGHBOURS, OLDER, LSCB, INITIALS, MARKS, LATER)  # fmt: skip
GLOSSARY: dict[str, tuple[str, Sequence[Term]]] = {
    "Browse": ("Councils", _COUNCIL),
    "CouncilPage": ("Council", _COUNCIL),
    "FindingSearch": ("Findings", (KINDS, PLACE, LETTERS, REPEAT, FRAMEWORKS, VISIT, OLDER, OWN)),
    "VisitList": ("Visits", (VISIT, KINDS, PLACE, OWN)),
    "England": ("England", (OVERALL, LETTERS, JOINT, NO_GRADE, DATES, FRAMEWORKS, OWN)),
    "TileMap": ("Map", (LETTERS, JOINT, FOUR_LETTERS, NO_GRADE, OWN)),
    "Themes": ("Themes", (KINDS, FRAMEWORKS, ACROSS)),
    "Journeys": ("Journeys", (LETTERS, CHANGE, ACROSS, FRAMEWORKS, OWN)),
    "NextInspections": ("Next inspections", (WINDOW, FRAMEWORKS, OWN)),
    "WhatsNew": ("What's new", (LETTERS, CHANGE, ACROSS, JOINT, NO_GRADE, VISIT, FRAMEWORKS, OWN)),
    "Compare": ("Compare", (OVERALL, LETTERS, CHANGE, JOINT, NO_GRADE, NEIGHBOURS, FRAMEWORKS, OWN)),
    "Importing": ("Import", (FRAMEWORKS, OLDER, LSCB, MARKS)),
}
"""By the class of a screen: what the screen is called, and the terms on it, the most frequent first."""


_HARDEST = (FRAMEWORKS, OLDER, LSCB)
"""Terms that nobody can guess."""


@cache
def _signs(screen: str) -> tuple[Sign, ...]:
    """The signs of a screen, the hardest to guess first."""
    terms = sorted(GLOSSARY[screen][1], key=lambda term: term not in _HARDEST)
    return tuple(sign for term in terms for sign in term.signs)


@lru_cache(8)
def explained_signs(screen: str, text: str) -> tuple[str, ...]:
    """What the letters, marks and abbreviations in a text mean, in a few words each, the hardest to guess first.

    `screen`: the name of the screen's class.
    """
    return tuple(sign.brief for sign in _signs(screen) if sign.holds in text and re.search(sign.pattern, text))
