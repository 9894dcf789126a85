"""Names of columns, as different tables write them, and what each holds."""

from __future__ import annotations

import re

from ...core.judgement_result import JUDGEMENTS
from ...core.search import fold

_SAME = {
    "inspection": "inspection",
    "visit": "visit",
    "theme": "visit theme | theme | topic",
    "council": "council | local authority | local authority name | la name | council name | authority | la",
    "name": "name",
    "urn": "urn | ofsted urn | la urn",
    "ons_code": "ons code | local authority area code | ltla23cd | ltla22cd | ltla24cd | la code new | area code | "
                "new la code | utla23cd | utla24cd",
    "la_code": "la code | lea code | dfe code | la number | old la code",
    "published": "published | publication date | date published | report publication date | published date",
    "start": "start | inspection start date | inspection visit date | start date | inspection date | first day",
    "end": "end | inspection end date | end date | last day",
    "framework": "framework | inspection framework",
    "type": "type | inspection visit type | inspection type | event type",
    "lead_inspector": "lead inspector | inspector name | inspector",
    "report_url": "report url | inspection link | report link | web link | report address | url",
    "overall": "overall | overall effectiveness | overall effectiveness grade | overall judgement | overall grade",
    "leadership": "leadership | impact of leaders grade | impact of leaders | leadership management and governance | "
                  "the impact of leaders on social work practice with children and families | "
                  "impact of leaders on social work practice with children and families",
    "help_and_protection": "help and protection | help and protection grade | "
                           "the experiences and progress of children who need help and protection | "
                           "experiences and progress of children who need help and protection | "
                           "children who need help and protection",
    "in_care": "in care | in care grade | the experiences and progress of children in care | "
               "experiences and progress of children in care | children in care",
    "in_care_and_care_leavers": "in care and care leavers | "
                                "the experiences and progress of children in care and care leavers | "
                                "experiences and progress of children in care and care leavers",
    "care_leavers": "care leavers | care leavers grade | the experiences and progress of care leavers | "
                    "experiences and progress of care leavers",
    "looked_after": "looked after | children looked after and achieving permanence | looked after children",
    "adoption": "adoption | adoption performance",
    "lscb": "lscb | lscb overall effectiveness",
    "safeguarding": "safeguarding",
    "notes": "notes",
    "source": "source",
    "region": "region | region code | la region",
    "council_type": "council type",
    "priority_action": "priority action | area for priority action",
}  # fmt: skip
_MEANING = {name: column for column, names in _SAME.items() for name in names.split(" | ")}
_MEANING |= {fold(judgement.short): judgement.value for judgement in JUDGEMENTS}  # as in the workbook of an export
DAYS = ("published", "start", "end")
_NOTES = re.compile(
    r"\[(?:(?:see )?(?:foot)?notes?\b[^\]]*|\d{1,2})\]|\((?:see )?(?:foot)?notes?\b[^)]*\)"
    r"|\b(?:foot)?notes? \d+\s*$|[⁰¹²³⁴-⁹*†‡§]+",
    re.IGNORECASE,
)
"""Marks that send the reader to a note: `[note 1]`, `(see note 2)`, `¹`, `*`."""


def without_notes(cell: str) -> str:
    """The words of a cell without the marks of notes."""
    return _NOTES.sub("", cell).strip()


def meaning(heading: str) -> str:
    """The column of `inspections.csv` (or of a council's codes) that a heading stands for; empty for an unknown one."""
    return _MEANING.get(fold(without_notes(heading)), "")


def places(headings: tuple[str, ...]) -> dict[str, int]:
    """Where each known column is; the first of two with the same meaning counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if column := meaning(heading):
            found.setdefault(column, place)
    return found


def is_heading(headings: tuple[str, ...]) -> bool:
    """Whether a line names the columns of such a table: a council, a day, and a grade, or the theme of a visit."""
    found = places(headings)
    council = {"council", "name", "urn", "ons_code", "la_code"} & found.keys()
    visits = bool({"type", "framework"} & found.keys()) and bool({"visit", "theme"} & found.keys())
    return bool(council and found.keys() & set(DAYS) and (visits or any(j.value in found for j in JUDGEMENTS)))
