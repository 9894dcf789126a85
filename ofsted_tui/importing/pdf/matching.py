"""From a report to an inspection: which known inspection it is about, and what it becomes if none is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ...core.model import ADDED_BY_USER, Inspection
from ..rules import OUT_WITHIN, near

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ...core.model import Council
    from .report import Report


class PublishedUnknown(ValueError):
    """The day of publication is neither in the report nor in the data: the user has to give it.

    No day is taken from the file itself: PDFs were made from twelve days before publication to months after.
    """

    def __init__(self) -> None:
        super().__init__("the report does not say when it was published")


def match(council: str, report: Report, inspections: Iterable[Inspection]) -> Inspection | None:
    """The known inspection that a report is about: same council (its slug), framework and days.

    None if there is none, or more than one.
    """
    same = [known for known in inspections if known.council == council and known.framework is report.framework]
    found = [known for known in same if _same_days(report, known)]
    return found[0] if len(found) == 1 else None


def to_inspection(report: Report, council: Council, *, published: date | None = None) -> Inspection:
    """The inspection that a report is about, marked as the user's own.

    It was published on the day that the report prints, else on `published`. Raises PublishedUnknown without either.
    """
    day = report.published or published
    if day is None:
        raise PublishedUnknown
    return Inspection(
        key=f"{council.slug}-{day.isoformat()}",
        council=council.slug,
        framework=report.framework,
        type=report.type,
        published=day,
        start=report.start,
        end=report.end,
        lead_inspector=report.lead_inspector,
        grades=dict(report.grades),
        source=ADDED_BY_USER,
        notes=notes(report),
    )


def notes(report: Report) -> str:
    """What `inspections.csv` notes of a report: judgements that were not made."""
    return "; ".join(f"{judgement.title} was not judged" for judgement in report.not_judged)


def _same_days(report: Report, known: Inspection) -> bool:
    """Whether the days fit: every pair of which both sides have one, and one at least."""
    pairs = [(report.start, known.start), (report.end, known.end)]
    both = [(ours, theirs) for ours, theirs in pairs if ours and theirs]
    if both:
        return all(near(ours, theirs) for ours, theirs in both)
    if report.published:
        return report.published == known.published
    ended = report.end or report.start
    # The days of inspections of councils since abolished are not all known.
    return bool(ended and not known.start and timedelta(0) <= known.published - ended <= OUT_WITHIN)
