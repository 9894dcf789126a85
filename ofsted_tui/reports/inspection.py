"""From a report to an inspection: which known inspection it is about, and what it becomes where none is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Inspection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..model import Council
    from .report import Report

OWN = "own"
_NEAR = 7
"""Days by which two accounts of the same inspection may differ (misprints; a first day off site)."""
_PUBLISHED_WITHIN = 300
"""Days after an inspection's end within which its report came out; the longest so far took about 140."""


class PublishedUnknown(ValueError):
    """The day of publication stands neither in the report nor in what is known: the user has to say it.

    No day is taken from the file itself: PDFs were made from twelve days before publication to months after.
    """

    def __init__(self) -> None:
        super().__init__("the report does not say when it was published")


def match(council: str, report: Report, inspections: Iterable[Inspection]) -> Inspection | None:
    """The known inspection that a report is about: same council (its slug), framework and days.

    None where there is none, or more than one.
    """
    same = [known for known in inspections if known.council == council and known.framework is report.framework]
    found = [known for known in same if _same_days(report, known)]
    return found[0] if len(found) == 1 else None


def to_inspection(
    report: Report, council: Council, *, published: date | None = None, known: Inspection | None = None
) -> Inspection:
    """The inspection that a report is about, marked as the user's own.

    `known` is what `match` found: its key, day of publication, type, address and notes hold, for they were checked.
    Otherwise the day is the one that the report prints, or `published`. Raises PublishedUnknown where there is none.
    """
    day = known.published if known else report.published or published
    if day is None:
        raise PublishedUnknown
    return Inspection(
        key=known.key if known else f"{council.slug}-{day.isoformat()}",
        council=council.slug,
        framework=report.framework,
        type=known.type if known else report.type,
        published=day,
        start=report.start or (known.start if known else None),
        end=report.end or (known.end if known else None),
        lead_inspector=report.lead_inspector or (known.lead_inspector if known else ""),
        grades=dict(report.grades),
        report_url=known.report_url if known else "",
        source=OWN,
        notes="; ".join(f"{judgement.title} was not judged" for judgement in report.not_judged),
    )


def _same_days(report: Report, known: Inspection) -> bool:
    """Whether the days fit: every pair of which both sides have one, and one at least."""
    pairs = [(report.start, known.start), (report.end, known.end)]
    apart = [abs((ours - theirs).days) for ours, theirs in pairs if ours and theirs]
    if apart:
        return max(apart) <= _NEAR
    if report.published:
        return report.published == known.published
    ended = report.end or report.start
    # The days of inspections of councils since abolished are not all known.
    return bool(ended and not known.start and 0 <= (known.published - ended).days <= _PUBLISHED_WITHIN)
