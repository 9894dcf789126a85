"""What the letter of a visit says, on a page: beside a list, or in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analysis.repeats import every_earlier_ask
from ...core.model import theme_title
from ...output.council_profile import KINDS
from ...output.repeat_words import asked_when
from ...output.visit_words import NO_GRADE, visit_line
from .council_page import PRIORITY, short_place
from .styled_text import Span, unbroken
from .styles import BULLETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...analysis.repeats import EarlierAsk
    from ...core.model import Finding
    from ...core.repository import Repository
    from ...core.visits import Visit
    from .styled_text import Page


def write_letter(
    page: Page, visit: Visit, repository: Repository, marked: Finding | None = None, *, said_above: bool = False
) -> None:
    """Write a visit's letter: when and on what, in brief, what must improve, what is praised, what is a concern.

    `marked`: the finding that a search led to; `said_above`: the head of the screen says that a visit gives no grade.
    """
    page.ruled = True
    page.paragraph(Span(f"{visit_line(visit)}.{'' if said_above else f' {NO_GRADE}'}", "muted"))
    if summary := repository.summaries.get(visit.key):
        first = summary.first_sentence
        page.blank()
        page.paragraph(Span(first, "title"), Span(summary.text[len(first) :]))
    findings = repository.findings_of_visit(visit)
    if not findings:
        page.blank()
        page.paragraph(Span("We do not hold the letter, only the date of the visit and what it looked at.", "muted"))
    for kind in KINDS:
        held = [finding for finding in findings if finding.kind is kind]
        if held:
            page.heading(kind.title, str(len(held)))
        for finding in held:
            _write_finding(page, finding, every_earlier_ask(repository, finding), marked=finding == marked)


def _write_finding(page: Page, finding: Finding, earlier: Sequence[EarlierAsk], *, marked: bool) -> None:
    """A finding after its shape, with theme and place below."""
    if marked:
        page.mark("marked")
    spans = [Span(PRIORITY.get(finding.priority, ""), "mark"), Span(finding.text, "title" if marked else "")]
    page.paragraph(*spans, first="▶ " if marked else BULLETS[finding.kind], indent=2)
    theme = [theme_title(finding.theme)] if finding.theme else []
    place = short_place(finding)
    repeat = [unbroken(f"↺ also asked in {asked_when(ask)}") for ask in earlier[:1]]
    repeat = repeat or (["↺ the letter says this was asked before"] if finding.repeat else [])
    page.paragraph(Span(" · ".join(filter(None, [*theme, place, *repeat])), "muted"), first="    ", indent=4)
