"""A reading: one inspection or visit as a file gives it, whatever kind of file; or why it gives none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..core.model import Council, Finding, Framework, Grade, Judgement
    from ..core.visits import VisitType
    from .pdf import Report, VisitLetter


class Reading(NamedTuple):
    """One inspection as a file gives it. What the file does not say is None, empty or absent."""

    place: str
    """Where in the file: `line 12`; empty for a report."""
    council: Council
    framework: Framework | None
    """None if the file does not say; it is never guessed."""
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
    paper: Report | None = None
    """The report, where it was read from one: then a judgement that is absent was not made. None for a table's row."""
    findings: tuple[Finding, ...] = ()
    doubts: tuple[str, ...] = ()
    """What could not be read, or is not as it should be."""


class VisitReading(NamedTuple):
    """One focused or monitoring visit as a file gives it. What the file does not say is None or empty."""

    place: str
    """Where in the file: `line 12`; empty for a letter."""
    council: Council
    type: VisitType
    start: date | None = None
    end: date | None = None
    published: date | None = None
    topics: tuple[str, ...] = ()
    """What it looked at, as our topics."""
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
