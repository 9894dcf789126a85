"""A report beside a list: its gist, what must improve and what is praised, as far as there is room."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ...core.dates import month_day
from ...core.model import Judgement, Kind
from ...core.wording import cell_width
from ...output.council_profile import inspection_line
from .styled_text import Page, Span, line_text
from .styles import BULLETS

if TYPE_CHECKING:
    from ...core.model import Finding
    from ...output.council_profile import Profile
    from .styled_text import Line

TWO_COLUMNS = 90
"""Cells from which asks and praise are side by side."""
GAP = 3


def write_report(page: Page, profile: Profile) -> None:
    """Write the gist of the inspection looked at."""
    if profile.inspection is None:
        page.paragraph(Span("No full inspection yet.", "muted"))
        return
    page.paragraph(
        Span(" · ".join(filter(None, (profile.council.region, inspection_line(profile.inspection)))), "muted")
    )
    if profile.last_overall and profile.standing.four_judgements:
        last = profile.last_overall
        overall, month = last.grades[Judgement.OVERALL].value, month_day(last.published)
        page.paragraph(Span(f"The overall grade is no longer given; it was {overall} in {month}.", "muted"))
    if profile.summary:
        first = profile.summary.first_sentence
        page.paragraph(Span(first, "title"), Span(profile.summary.text[len(first) :]))
    if not profile.findings:
        page.paragraph(Span(profile.no_findings(), "muted"))
    elif page.width >= TWO_COLUMNS:
        half = (page.width - GAP) // 2
        left, right = Page(half), Page(half)
        _write_kinds(left, profile, Kind.IMPROVEMENT)
        _write_kinds(right, profile, Kind.PRAISE, Kind.CONCERN)
        page.blank()
        page.lines += [
            side_by_side(one, other, half) for one, other in zip_longest(left.lines, right.lines, fillvalue=())
        ]
    else:
        _write_kinds(page, profile, *BULLETS)


def _write_kinds(page: Page, profile: Profile, *kinds: Kind) -> None:
    for kind in kinds:
        if findings := profile.of_kind(kind):
            page.line(*heading_line(kind.title, len(findings), page.width))
            write_findings(page, findings)


def heading_line(title: str, number: int, width: int) -> Line:
    """A heading with its count, and a rule to the edge."""
    return (
        Span(title, "heading"),
        Span(f" {number} ", "muted"),
        Span("─" * max(0, width - len(f"{title} {number} ")), "rule"),
    )


def write_findings(page: Page, findings: tuple[Finding, ...]) -> None:
    """Findings after the shapes of their kinds."""
    for finding in findings:
        page.paragraph(Span(finding.text), first=BULLETS[finding.kind], indent=2)


def side_by_side(left: Line, right: Line, half: int) -> Line:
    """Two lines, one of each column, in one."""
    return (*left, Span(" " * (half + GAP - cell_width(line_text(left)))), *right)
