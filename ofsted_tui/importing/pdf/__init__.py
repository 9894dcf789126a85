"""An Ofsted report, PDF or its text -> what it says: the inspection, its grades, its list of improvements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layouts import read_report
from .matching import PublishedUnknown, match, to_inspection
from .report import Entry, Report
from .report_file import may_be_report, pages
from .title import identify
from .unreadable import UnreadableReport

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Entry", "PublishedUnknown", "Report", "UnreadableReport", "identify", "match", "may_be_report", "pages",
    "read_file", "read_report", "to_inspection",
]  # fmt: skip


def read_file(path: Path) -> Report:
    """Read one report. Raises UnreadableReport with one plain sentence; nothing else, whatever the file holds."""
    return read_report(pages(path))
