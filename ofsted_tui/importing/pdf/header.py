"""Reads the facts of a report's first page: whose it is, when inspectors were there, when it was published, who led.

Labels, not positions, identify these facts. Footers are not read: several are misprinted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .days_on_site import read_days
from .normalise import one_line, placed_letters, spaced_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_DATES = re.compile(rf"{spaced_pattern('inspection date')}\s*s?\s*:?(.{{4,140}})", re.IGNORECASE)
_DATES_END = re.compile(
    "|".join(map(spaced_pattern, ("lead insp", "report", "publish", "judg", "the overall", "children", "age group"))),
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rf"{spaced_pattern('published')}\s*:?(.{{4,30}})", re.IGNORECASE)
_OFFICE = (
    rf"senior|(?:her|his)\s*{spaced_pattern('majesty')}\W{{0,3}}s\s*(?:lead\s*)?{spaced_pattern('inspector')}s?(?:\s*of\s*\w+)?"
    r"|\bhmis?\b|\bshmi\b|(?-i:(?<=[a-z])S?HMI\b)|\bofsted\s*inspector\b|\bsocial\s*care\b|regulatory\s*inspect\w+(?:\s*manager)?"
)
_PARTS_OF_LEAD = re.compile(rf"{_OFFICE}|[,;&()\n]|\band\b|\s[–-]\s", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:joint\s+)?{spaced_pattern('lead inspector')}(?P<several>\s*s\b)?(?:\s*on\s*site)?\s*[:\-–]?\s*"
    r"(?P<names>.{3,120})",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_END = re.compile(r"judge?ment|grade\b|deputy|\bteam|quality|senior\sdata|the\s+impact|age\s+group|inspectors:",
                       re.IGNORECASE)  # fmt: skip
_NAME = re.compile(
    r"[^\W\d_][\w'.-]*(?: (?:(?:de|der|den|van|von|la|le|da|di|du|al|bin|of) )*[^\W\d_a-z][\w'.-]*){1,4}"
)
_PAGE_NUMBER = re.compile(r"^\W*\d{1,2}(?!\d)\s*")


def title_before(page: str, title: str) -> str:
    """The words above a title on the first page, where the council is named; empty if there are none.

    `title` is a pattern of bare letters; the page number that some programs put first is left out.
    """
    bare, places = placed_letters(page)
    found = re.search(title, bare)
    return _words(page[: places[found.start()]]) if found else ""


def title_within(page: str, title: str) -> str:
    """The words of the first page for which the group in a pattern of bare letters stands; empty where nothing does."""
    bare, places = placed_letters(page)
    found = re.search(title, bare)
    return _words(page[places[found.start(1)] : places[found.end(1) - 1] + 1]) if found else ""


def _words(text: str) -> str:
    return _PAGE_NUMBER.sub("", one_line(text)).strip(" -–:")


def days_of_inspection(page: str) -> tuple[date, ...]:
    """The days that the first page names as those of the inspection: in pairs of first and last."""
    found = _DATES.search(one_line(page))
    if not found:
        return ()
    end = _DATES_END.search(found[1])
    return read_days(found[1][: end.start()] if end else found[1])


def published(page: str) -> date | None:
    """The day on which the first page says that the report was published."""
    found = _PUBLISHED.search(one_line(page))
    days = read_days(found[1]) if found else ()
    return days[0] if days else None


def lead_inspector(first: str, others: Sequence[str] = ()) -> str:
    """Who led, from the first page if it says so (ILACS), otherwise from the list of the team near the end (SIF)."""
    for page in [first, *reversed(others)]:
        if found := next((match for match in _LEAD.finditer(page) if _opens_line(page, match.start())), None):
            return "; ".join(_names(found))
    return ""


def _names(found: re.Match[str]) -> list[str]:
    end = _LEAD_END.search(found["names"])
    text = found["names"][: end.start()] if end else found["names"]
    # A hyphen may have ended a line within a name; a name itself may be on two lines.
    text = re.sub(r"-\s*\n\s*", "-", text)
    names = _parts(text) or _parts(one_line(text))
    if found["several"]:
        return names if len(names) > 1 else []
    return names[:1]


def _parts(text: str) -> list[str]:
    return [name for part in _PARTS_OF_LEAD.split(text) if (name := _name(part))]


def _opens_line(page: str, at: int) -> bool:
    """Whether a line begins there or a day ends, with a capital: in a sentence, or behind `deputy`, nobody is named."""
    before = page[:at].rpartition("\n")[2].strip()
    return page[at].isupper() and (not before or before[-1].isdigit())


def _name(part: str) -> str:
    found = _NAME.fullmatch(re.sub(r"\s*-\s*", "-", one_line(part)).strip(" .:-"))
    return found[0] if found and found[0][0].isupper() else ""
