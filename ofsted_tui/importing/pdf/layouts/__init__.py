"""The layouts that reports have had since 2013, one small reader each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..unreadable import UnreadableReport
from . import ilacs, looked_after, lscb, other_papers, sif

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..report import Report


class ReportLayout(Protocol):
    """What a module that reads one layout offers."""

    def recognises(self, pages: Sequence[str]) -> bool:
        """Whether the report has this layout."""
        ...

    def read(self, pages: Sequence[str]) -> Report:
        """What the report says."""
        ...


READERS: tuple[ReportLayout, ...] = (looked_after, sif, lscb, ilacs)
"""In this order: a report on a council's services also holds the words of the review of its safeguarding board."""


def recognised(pages: Sequence[str]) -> bool:
    """Whether pages begin with a report of a known layout."""
    return any(layout.recognises(pages) for layout in READERS)


def read_report(pages: Sequence[str]) -> Report:
    """What a report says, from the tidied text of its pages.

    Raises UnreadableReport if it is a paper of another kind, or if none of its judgements could be read.
    """
    for layout in READERS:
        if layout.recognises(pages):
            report = layout.read(pages)
            if not report.grades:
                raise UnreadableReport(
                    "it looks like an inspection report, but none of its judgements could be read", report
                )
            return report
    raise UnreadableReport(other_papers.kind_of_paper(pages))
