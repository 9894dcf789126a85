"""Reads the facts of a report's first page: whose it is, when inspectors were there, when it was published, who led.

Labels, not places, tell these facts apart. Footers are not read: several are misprinted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .days_on_site import read_days
from .tidying import loosely, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_DATES = re.compile(rf"{loosely('inspection date')}\s*s?\s*:?(.{{4,140}})", re.IGNORECASE)
_DATES_END = re.compile(
    "|".join(map(loosely, ("lead insp", "report", "publish", "judg", "the overall", "children", "age group"))),
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rf"{loosely('published')}\s*:?(.{{4,30}})", re.IGNORECASE)
_OFFICE = (
    r"senior|(?:her|his)\s*majesty'?s\s*inspectors?(?:\s*of\s*\w+)?|\bhmis?\b|\bshmi\b"
    r"|\bofsted\s*inspector\b|\bsocial\s*care\b|regulatory\s*inspector"
)
_PARTS_OF_LEAD = re.compile(rf"{_OFFICE}|[,;&()\n]|\band\b", re.IGNORECASE)
_LEAD = re.compile(
    rf"{loosely('lead inspector')}(?P<several>\s*s\b)?(?:\s*on\s*site)?\s*[:\-–]?\s*(?P<names>.{{3,120}})",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_END = re.compile(r"judge?ment|grade\b|deputy|team\s|quality|senior\sdata|the\s+impact|age\s+group|inspectors:",
                       re.IGNORECASE)  # fmt: skip
_NAME = re.compile(r"[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){1,4}")
_PAGE_NUMBER = re.compile(r"^\W*\d{1,2}\s+")


def title_before(page: str, title: str) -> str:
    """The words above a title on the first page: there stands the council; empty where nothing does.

    `title` is a pattern; the page number that some programs put first is left out.
    """
    line = one_line(page)
    found = re.search(title, line, re.IGNORECASE)
    return _PAGE_NUMBER.sub("", line[: found.start()]).strip(" -–:") if found else ""


def dates(page: str) -> tuple[date, ...]:
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


def lead_inspector(pages: Sequence[str]) -> str:
    """Who led, from the first page that says so (ILACS) or else the list of the team near the end (SIF)."""
    for page in [pages[0], *reversed(pages[1:])]:
        if names := _names(page):
            return "; ".join(names)
    return ""


def _names(page: str) -> list[str]:
    found = next((match for match in _LEAD.finditer(page) if _opens_line(page, match.start())), None)
    if not found:
        return []
    end = _LEAD_END.search(found["names"])
    text = found["names"][: end.start()] if end else found["names"]
    # A hyphen may have ended a line within a name; a name itself may stand on two lines.
    text = re.sub(r"-\s*\n\s*", "-", text)
    names = _parts(text) or _parts(one_line(text))
    return names if found["several"] else names[:1]


def _parts(text: str) -> list[str]:
    return [name for part in _PARTS_OF_LEAD.split(text) if (name := _name(part))]


def _opens_line(page: str, at: int) -> bool:
    """Whether a line begins there, with a capital: in a sentence, or behind `deputy`, the words name nobody."""
    return page[at].isupper() and not page[:at].rpartition("\n")[2].strip()


def _name(part: str) -> str:
    found = _NAME.fullmatch(re.sub(r"\s*-\s*", "-", one_line(part)).strip(" .:-"))
    return found[0] if found and found[0][0].isupper() else ""
