"""A finding in full beside a list: theme, judgement, place, what was asked before, what else the report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analysis.finding_hits import VisitHit
from ...analysis.repeats import every_earlier_ask
from ...core.dates import month_day, short_day
from ...core.model import theme_title
from ...core.standing import Standing
from ...output.citation import cite_finding, cite_visit_finding
from ...output.repeat_words import asked_when
from ...output.visit_words import visit_line
from .council_page import PRIORITY
from .finding_lines import WORD, marked_words
from .report_preview import write_findings
from .styled_text import Span

if TYPE_CHECKING:
    from ...analysis.finding_hits import Hit
    from ...core.model import Finding
    from ...core.repository import Repository
    from ..keys import Keys
    from .styled_text import Page


def title_of_hit(hit: Hit | VisitHit) -> tuple[Span, ...]:
    """The council with its overall grade at the time; or that it was a visit, which gives none."""
    name = Span(hit.council.name, "title")
    if isinstance(hit, VisitHit):
        return (name, Span(f" ○ visit {month_day(hit.day)}"))
    if hit.overall is None or not hit.overall.rank:
        return (name,)
    return (name, Span(" "), Span(f" {hit.overall.word} ", f"tile-{hit.overall.column}"))


def citation_of(hit: Hit | VisitHit) -> str:
    """A finding with its source."""
    if isinstance(hit, VisitHit):
        return cite_visit_finding(hit.council, hit.visit, hit.finding)
    return cite_finding(hit.council, hit.inspection, hit.finding)


def write_hit(page: Page, hit: Hit | VisitHit, repository: Repository, phrase: str, keys: Keys) -> None:
    """Write a finding, and what is known about it."""
    page.ruled = True
    finding = hit.finding
    page.paragraph(Span(f"{hit.council.region} · {hit.council.type}", "muted"))
    page.paragraph(Span(_where(hit), "muted"))
    page.heading(WORD[finding.kind])
    page.paragraph(Span(PRIORITY.get(finding.priority, ""), "mark"), *marked_words(finding.text, phrase))
    page.blank()
    theme = marked_words(theme_title(finding.theme), phrase) if finding.theme else [Span("In Ofsted’s words")]
    page.paragraph(*theme, Span(f" · {finding.judgement.title}" if finding.judgement else ""))
    _write_grade(page, hit)
    _write_earlier(page, hit, repository)
    _write_others(page, hit, repository)
    if summary := repository.summaries.get(finding.inspection):
        page.heading("In brief")
        page.paragraph(Span(summary.text))
    page.heading(keys.in_words("Cite ({copy})"))
    page.paragraph(Span(citation_of(hit), "muted"))


def _where(hit: Hit | VisitHit) -> str:
    """The report or letter, and the page."""
    if isinstance(hit, VisitHit):
        return f"{visit_line(hit.visit)}; {hit.finding.place}"
    inspection = hit.inspection
    return f"{inspection.form}, {inspection.type} · report {short_day(inspection.published)}, {hit.finding.place}"


def _write_grade(page: Page, hit: Hit | VisitHit) -> None:
    """The grade of the finding's judgement in that report."""
    judgement = hit.finding.judgement
    if isinstance(hit, VisitHit) or judgement is None:
        return
    given = Standing(hit.council, hit.inspection).given(judgement)
    if given is None:
        return
    if given.joint:
        grade = Span(f"{given.grade.word} joint", given.grade.column)
    else:
        grade = Span(f" {given.grade.word} ", f"tile-{given.grade.column}")
    page.line(Span(f"{judgement.short}  "), grade, Span("  in that report", "muted"))


def _write_earlier(page: Page, hit: Hit | VisitHit, repository: Repository) -> None:
    """The earlier asks in reports and letters that one repeats, the nearest first."""
    earlier = every_earlier_ask(repository, hit.finding)
    if not earlier and not hit.finding.repeat:
        return
    page.heading("Also asked")
    for ask in earlier:
        page.paragraph(Span("↺ ", "mark"), Span(f"{asked_when(ask)}  ", "muted"), Span(ask.finding.text), indent=2)
    if not earlier:
        paper = "letter" if isinstance(hit, VisitHit) else "report"
        page.paragraph(Span("↺ ", "mark"), Span(f"The {paper} says this was asked before."), indent=2)


def _write_others(page: Page, hit: Hit | VisitHit, repository: Repository) -> None:
    """What else the same report says on the theme."""
    others = tuple(one for one in _said(hit, repository) if one.theme == hit.finding.theme and one != hit.finding)
    if others and hit.finding.theme:
        paper = "letter" if isinstance(hit, VisitHit) else "report"
        page.heading(f"Also on this theme in this {paper}")
        write_findings(page, others)


def _said(hit: Hit | VisitHit, repository: Repository) -> tuple[Finding, ...]:
    if isinstance(hit, VisitHit):
        return repository.findings_of_visit(hit.visit)
    return repository.findings_of(hit.inspection)
