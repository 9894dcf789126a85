"""The estimated window of a next inspection, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import month_day

if TYPE_CHECKING:
    from ..analysis.next_inspections import Due

MAY_HAVE_BEGUN = "may already have begun"


def window_words(due: Due) -> str:
    """The window by months: `Mar 2027 – Jan 2028`; instead of a start in the past, that it may already have begun."""
    first, last = month_day(due.earliest), month_day(due.latest)
    if due.overdue:
        return f"later than our estimate ({first} – {last}); {MAY_HAVE_BEGUN}"
    if due.may_have_begun:
        return f"{MAY_HAVE_BEGUN}; by {last}" if due.latest > due.as_at else MAY_HAVE_BEGUN
    return f"{first} – {last}"


def brief_window(due: Due) -> str:
    """The window in at most 25 letters: `may have begun – Nov 2026`."""
    if due.overdue:
        return "later; may have begun"
    first = "may have begun" if due.may_have_begun else month_day(due.earliest)
    return f"{first} – {month_day(due.latest)}"
