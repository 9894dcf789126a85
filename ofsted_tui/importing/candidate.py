"""A reading: one inspection or visit as a file tells it, whatever kind of file; and whose council it is."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..core.search import UnknownCouncil, council_named
from .pdf.title import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ..core.model import Council, Finding, Framework, Grade, Judgement
    from ..core.repository import Repository
    from ..core.visits import VisitType
    from .pdf import Report, VisitLetter


_ABBREVIATED = re.compile(r"^\s*(?:lb|rb)\s+(?:of\s+)?|\s\(?(?:lb|rb|cc|bc|dc|mbc|mdc|la|ua)\)?\s*$", re.IGNORECASE)
"""What stands for `London Borough`, `County Council` and the like before or behind a name in a table."""


class UnknownPlace(LookupError):
    """A file names a council that is not known, or two."""


class Reading(NamedTuple):
    """One inspection as a file tells it. What the file does not say is None, empty or absent."""

    place: str
    """Where in the file: `line 12`; empty for a report."""
    council: Council
    framework: Framework | None
    """None where the file does not say; it is never guessed."""
    type: str = ""
    published: date | None = None
    start: date | None = None
    end: date | None = None
    lead_inspector: str = ""
    grades: Mapping[Judgement, Grade] = MappingProxyType({})
    report_url: str = ""
    key: str = ""
    """The inspection's key, where the file has the project's own."""
    notes: str = ""
    report: Report | None = None
    """The report, where it was read from one: then a judgement that is absent was not made."""
    findings: tuple[Finding, ...] = ()
    doubts: tuple[str, ...] = ()
    """What could not be read, or is not as it should be."""

    @property
    def paper(self) -> Report | None:
        """The report that was read; None for a row of a table."""
        return self.report


class VisitReading(NamedTuple):
    """One focused or monitoring visit as a file tells it. What the file does not say is None or empty."""

    place: str
    """Where in the file: `line 12`; empty for a letter."""
    council: Council
    type: VisitType
    start: date | None = None
    end: date | None = None
    published: date | None = None
    topics: tuple[str, ...] = ()
    """What it looked at, as topics of ours."""
    looked_at: str = ""
    """What it looked at, in Ofsted's own words."""
    priority_action: bool | None = None
    key: str = ""
    """The visit's key, where the file has the project's own."""
    notes: str = ""
    paper: VisitLetter | None = None
    """The letter, where it was read from one."""
    findings: tuple[Finding, ...] = ()
    doubts: tuple[str, ...] = ()
    """What could not be read, or is not as it should be."""


class Refusal(NamedTuple):
    """A file, or a row of it, that gives no inspection, and why."""

    place: str
    reason: str
    passed_over: bool = False
    """Whether nothing is wrong with it: a row without a grade, say."""
    read: Reading | Report | VisitLetter | None = None
    """What could be read all the same; a report or letter alone where its council is not known."""


def council_of(
    repository: Repository, day: date | None, *, urn: str = "", ons_code: str = "", la_code: str = "", name: str = ""
) -> Council:
    """The council that a row names by a code, else by its name as at a day.

    Raises UnknownPlace where it names none, or where code and name name two.
    """
    if urn and not _by_code(repository, urn, "", ""):
        raise UnknownPlace(f"the URN {urn} is not a council's; providers in {name or 'a council'} are not read")
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
    if found := by_code or by_name:
        return found
    raise UnknownPlace(unknown or "the row does not name a council")


def council_then(repository: Repository, name: str, day: date | None) -> Council:
    """The council of a name or a title as at a day: Dorset in 2016 is not Dorset of today. Raises UnknownCouncil."""
    everyone = list(repository.councils.values())
    try:
        return council_named(name, [c for c in everyone if day is None or c.existed_on(day)])
    except UnknownCouncil:
        if council := identify_named(name, everyone, day):
            return council
        raise


def identify_named(name: str, councils: Iterable[Council], day: date | None = None) -> Council | None:
    """The council of a name with words such as `LB` or `County Council` about it; None where it is none, or two."""
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
