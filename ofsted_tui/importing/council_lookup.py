"""Which council a row of a table, or the title of a report, means: by code, and by its name on a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.search import UnknownCouncil, council_called
from .pdf.title import identify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..core.model import Council
    from ..core.repository import Repository

_ABBREVIATED = re.compile(r"^\s*(?:lb|rb)\s+(?:of\s+)?|\s\(?(?:lb|rb|cc|bc|dc|mbc|mdc|la|ua)\)?\s*$", re.IGNORECASE)
"""Abbreviations for `London Borough`, `County Council` and the like before or after a name in a table."""


class UnknownPlace(LookupError):
    """A file names a council that is not known, or two."""


def council_of(
    repository: Repository, day: date | None, *, urn: str = "", ons_code: str = "", la_code: str = "", name: str = ""
) -> Council:
    """The council that a row names by a code, else by its name as at a day.

    Raises UnknownPlace where it names none, one that did not exist on that day, or two by code and name.
    """
    if urn and not _by_code(repository, urn, "", ""):
        raise UnknownPlace(f"the URN {urn} is not a council's; providers in {name or 'a council'} are not imported")
    by_code = _by_code(repository, urn, ons_code, la_code)
    by_name, unknown = None, ""
    try:
        by_name = council_then(repository, name, day) if name else None
    except UnknownCouncil as problem:
        unknown = str(problem)
    if by_code and by_name and by_code is not by_name and not _related(by_code, by_name):
        code = next(filter(None, (urn, ons_code, la_code)))
        raise UnknownPlace(f"the code {code} is for {by_code.name}, but the name is {by_name.name}")
    if by_code and by_name and day and not by_code.existed_on(day) and by_name.existed_on(day):
        return by_name
    found = by_code or by_name
    if found is None:
        raise UnknownPlace(unknown or "the row does not name a council")
    if day and not found.existed_on(day):
        raise UnknownPlace(when_it_existed(repository, found))
    return found


def when_it_existed(repository: Repository, council: Council) -> str:
    """What a file is told that gives an inspection of a council on a day on which there was none."""
    from ..output.council_profile import absent

    return absent(repository, council).removesuffix(".")


def council_then(repository: Repository, name: str, day: date | None) -> Council:
    """The council of a name or a title as at a day: Dorset in 2016 is not Dorset of today.

    One that did not exist on that day is given where no other has the name. Raises UnknownCouncil.
    """
    everyone = list(repository.councils.values())
    try:
        return council_called(name, [c for c in everyone if day is None or c.existed_on(day)])
    except UnknownCouncil:
        if council := identify_named(name, everyone, day) or identify_named(name, everyone):
            return council
        raise


def identify_named(name: str, councils: Iterable[Council], day: date | None = None) -> Council | None:
    """The council of a name with words such as `LB` or `County Council` around it; None if there is none, or two."""
    return identify(_ABBREVIATED.sub(" ", name), councils, day)


def _by_code(repository: Repository, urn: str, ons_code: str, la_code: str) -> Council | None:
    for column, code in (("urn", urn), ("ons_code", ons_code), ("la_code", la_code)):
        wanted = code.strip().upper().removesuffix(".0")
        if wanted:
            held = [c for c in repository.councils.values() if str(getattr(c, column)).upper() == wanted]
            if len(held) == 1:
                return held[0]
    return None


def _related(one: Council, other: Council) -> bool:
    return other.slug in (*one.successors, *one.predecessors)
