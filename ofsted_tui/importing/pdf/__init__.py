"""An Ofsted report, PDF or its text -> what it says: the inspection, its grades, its list of improvements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layouts import read_report
from .matching import PublishedUnknown, match, to_inspection
from .report import Entry, Report
from .report_file import NO_PAPER, is_paper, may_be_report, pages
from .sections import Section, sections
from .title import identify
from .unreadable import UnreadableReport
from .visit_letter import VisitLetter

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "NO_PAPER", "Entry", "PublishedUnknown", "Report", "Section", "UnreadableReport", "VisitLetter", "identify",
    "is_paper", "match", "may_be_report", "pages", "read_file", "read_report", "sections", "to_inspection",
]  # fmt: skip


def read_file(path: Path) -> Report | VisitLetter:
    """Read the first report, or letter about a visit, of a file.

    Raises UnreadableReport with one plain sentence, whatever the file holds.
    """
    return sections(pages(path))[0].read()
