"""What is raised if a file cannot be read as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .report import Report


class UnreadableReport(Exception):
    """A file that is not a report, or one that cannot be read; `reason` says why in one plain sentence.

    The reason is written for the person who chose the file, names no file, and fits after its name and a colon.
    `report` has what could be read where it is a report whose judgements could not.
    """

    def __init__(self, reason: str, report: Report | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.report = report
