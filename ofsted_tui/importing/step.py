"""What happens to one reading of an import, and what the user said about all of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from .reading import Reading, VisitReading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from ..core.model import Finding, Inspection
    from ..core.visits import Visit
    from .diff import FieldDifference
    from .pdf import Entry, Report, VisitLetter


class Status(Enum):
    """What happens to a reading."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    """It differs, and what we hold was preferred."""
    CONFLICT = "conflict"
    REFUSED = "refused"
    PASSED_OVER = "skipped"


class Prefer(Enum):
    """Who is right if a file differs from what we hold."""

    MINE = "mine"
    """What we hold."""
    THEIRS = "theirs"
    """The file."""


class Options(NamedTuple):
    """What the user said about an import."""

    prefer: Prefer | None = None
    published: date | None = None
    """The day of publication of new reports that do not print it."""


class Step(NamedTuple):
    """What happens to one reading, and why."""

    file: Path
    place: str
    status: Status
    read: Reading | VisitReading | Report | VisitLetter | None = None
    """What the file says, as it was read; or only a report or letter, if its council could not be identified."""
    held: Inspection | None = None
    """The inspection held that it is about."""
    inspection: Inspection | None = None
    """As we would hold it, if it is new or would be changed."""
    reason: str = ""
    differences: tuple[FieldDifference, ...] = ()
    doubts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What we would hold with it."""
    waits: bool = False
    """Whether a report lacks only its day of publication, which a table may give."""
    held_visit: Visit | None = None
    """The visit held that it is about."""
    visit: Visit | None = None
    """The visit as we would hold it, if it is new or would be changed."""

    @property
    def key(self) -> str:
        """The key of the inspection or visit, held or to be added; empty if there is none."""
        about = self.inspection or self.held or self.visit or self.held_visit
        return about.key if about else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The own list of improvements of the report or letter, as it was read."""
        paper = self.paper
        return paper.entries if paper else ()

    @property
    def paper(self) -> Report | VisitLetter | None:
        """The report or letter that was read; None for a row of a table."""
        return self.read.paper if isinstance(self.read, Reading | VisitReading) else self.read

    @property
    def writes(self) -> bool:
        """Whether the library would hold it."""
        return self.status in (Status.ADDED, Status.CHANGED)

    @property
    def unsettled(self) -> bool:
        """Whether there is something left for the user to do."""
        return self.status in (Status.CONFLICT, Status.REFUSED)


def status_of_known(prefer: Prefer | None, *, differs: bool, adds: bool) -> Status:
    """What becomes of a reading of something held: whether it `differs` from that, and whether it `adds` to it."""
    if differs and prefer is None:
        return Status.CONFLICT
    if adds or (differs and prefer is Prefer.THEIRS):
        return Status.CHANGED
    return Status.KEPT if differs else Status.SAME


def writing(steps: Iterable[Step]) -> set[str]:
    """The inspections and visits that the library would hold; two readings may be of one."""
    return {step.key for step in steps if step.writes}


def tally(steps: Iterable[Step]) -> dict[Status, int]:
    """How many readings have each status; those without any are left out."""
    counts = dict.fromkeys(Status, 0)
    for step in steps:
        counts[step.status] += 1
    return {status: count for status, count in counts.items() if count}
