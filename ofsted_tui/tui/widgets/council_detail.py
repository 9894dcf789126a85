"""The detail pane: one council, one of its inspections, what was praised, what must improve, every inspection."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.reactive import var

from ...core.councils import COUNTED, change_of, glyph_of
from ...core.dates import month_day
from ...core.judgement_result import judgement_rows
from ...core.model import Grade, Judgement, Kind
from ...output.council_profile import SOURCE, also_asked, inspection_line, life, next_inspection, no_inspection
from ...output.rows import other_counts
from ...storage.notebook import Notebook
from .scroll_lines import ScrollLines
from .styled_text import Document, Span, line_text

if TYPE_CHECKING:
    from ...core.councils import Standing, Totals
    from ...core.judgement_result import JudgementResult
    from ...core.model import Finding, Inspection
    from ...output.council_profile import Profile

READABLE = 100
"""Cells beyond which a line is hard to read."""
HISTORY = 22
"""Cells of a line of the history before its grades: the mark, the month, the form."""
ROOMY_HISTORY = 38
"""Cells from which a grade of the history stands in full."""
SHORT, LETTER, INITIALS = attrgetter("short"), attrgetter("letter"), attrgetter("initials")
HISTORY_WORDS = ((SHORT, SHORT), (SHORT, LETTER), (INITIALS, LETTER))
"""How judgement and grade are named in the history, the clearest first."""
PRIORITY = {"immediate": "Priority. ", "3-months": "Within 3 months. ", "6-months": "Within 6 months. "}


class CouncilDetail(ScrollLines):
    """All about the council that is highlighted."""

    DEFAULT_CLASSES = "panel"
    BINDINGS = [
        Binding("down,j", "scroll_down", show=False),
        Binding("up,k", "scroll_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]

    profile: var[Profile | None] = var(None)
    """The council, at one of its inspections."""
    neighbours: var[Totals | None] = var(None)
    """How its ten statistical neighbours are judged."""
    notebook: var[Notebook] = var(Notebook())
    """Pins and notes."""
    marked: Finding | None = None
    """The finding to which a search led, marked ▶ while its inspection is shown."""

    def watch_notebook(self) -> None:
        """Show another note."""
        self._draw()

    def watch_profile(self, before: Profile | None, now: Profile | None) -> None:
        """Show another council from its top; another inspection of it at the same place."""
        if self.marked and not (now and self.marked in now.findings):
            self.marked = None
        self._draw()
        if not (before and now and before.council is now.council):
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def on_width_change(self) -> None:
        """Wrap anew when the width changes."""
        self._draw()

    def _draw(self) -> None:
        if not self.container_size.width:
            return
        page = Document(min(self.text_width - 1, READABLE))
        if self.profile:
            note = self.notebook.notes.get(self.profile.council.slug, "")
            write_council(page, self.profile, self.neighbours, note)
        self._places = page.places
        self.set_title(*title_of(self.profile) if self.profile else ())
        here = self._places.get(place_of(self.marked)) if self.marked else None
        self.show([
            (Span("▶", "mark") if number == here else Span(" "), *line) if line else ()
            for number, line in enumerate(page.lines)
        ])  # fmt: skip

    def show_finding(self, number: int) -> None:
        """Mark a finding of the inspection shown, by its place in the report's findings, and scroll to it."""
        if self.profile is None or not 0 <= number < len(self.profile.findings):
            return
        self.marked = self.profile.findings[number]
        self._draw()
        line = self._places.get(place_of(self.marked), 0)
        self.scroll_to(y=max(0, line - 2), animate=False, immediate=True, force=True)


def title_of(profile: Profile) -> tuple[Span, ...]:
    """The council's name, its change and grade on its ground; what it is where it has no grade."""
    standing, name = profile.standing, profile.council.name
    if standing.inspection is None:
        return (Span(f"{name} · no full inspection yet"),)
    if standing.four_judgements:
        letters = [Span(f" {g.letter} ", f"tile-{g.column}") if g else Span(" – ") for g in standing.four_judgements]
        return (Span(f"{name} "), *letters)
    if (grade := standing.grade(Judgement.OVERALL)) is None:
        return (Span(name),)
    mark = glyph_of(standing.change(Judgement.OVERALL)).strip()
    return (Span(f"{name} "), Span(f" {mark} {grade.word} ".replace("  ", " "), f"tile-{grade.column}"))


def place_of(finding: Finding) -> str:
    """The name of the place where a finding stands on the page."""
    return f"finding {finding.inspection} {finding.text}"


def write_council(
    page: Document,
    profile: Profile,
    neighbours: Totals | None = None,
    note: str = "",
) -> None:
    """Write all about a council on a page."""
    council = profile.council
    page.paragraph(Span(council.name, "title"))
    page.paragraph(Span(f"{council.region} · {council.type}", "muted"))
    if lived := life(profile):
        page.paragraph(Span(lived, "muted"))
    for line in filter(None, note.split("\n")):
        page.paragraph(Span("✎ ", "mark"), Span(line))
    if profile.inspection is None:
        page.blank()
        page.paragraph(Span(no_inspection(profile)))
    else:
        _write_inspection(page, profile, profile.inspection)
    if profile.summary:
        page.heading("In brief")
        page.paragraph(Span(profile.summary.text))
    for kind in Kind:
        _write_findings(page, profile, kind)
    if profile.inspection and not profile.findings:
        page.blank()
        page.paragraph(Span(profile.no_findings(), "muted"))
    _write_history(page, profile)
    if neighbours:
        _write_neighbours(page, neighbours)
    page.blank()
    page.paragraph(Span(f"{profile.wording} {SOURCE}", "muted"))


def _write_inspection(page: Document, profile: Profile, inspection: Inspection) -> None:
    page.paragraph(Span(inspection_line(inspection), "muted"))
    if inspection.lead_inspector:
        page.paragraph(Span(f"Lead inspector: {inspection.lead_inspector}", "muted"))
    if inspection.added_by_user:
        page.paragraph(Span("Added by you.", "mark"))
    page.blank()
    _write_judgements(page, profile.standing)
    if inspection.grades.get(Judgement.OVERALL) is Grade.NOT_GIVEN:
        page.paragraph(Span(_not_given(profile), "muted"))
    if profile.due:
        page.paragraph(Span(f"{next_inspection(profile.due)} (see 7)", "muted", "app.view('due')"))
    if inspection.report_url:
        page.blank()
        address = inspection.report_url.removeprefix("https://")
        page.paragraph(Span(address, "link", "screen.open_report"))


def _write_judgements(page: Document, standing: Standing) -> None:
    """The judgements as a small table: now, and in the inspection before."""
    rows = judgement_rows(standing)
    roomy = page.width >= 34 + 2 * 22
    label = max(len(judgement.title if roomy else judgement.short) for judgement, _, _ in rows) + 2
    column = 22 if roomy else 13
    assert standing.inspection is not None
    days = [month_day(standing.inspection.published)]
    days += [f"  {month_day(standing.previous.published)}"] if standing.previous else []
    page.line(Span(" " * label + "".join(f"{day:<{column}}" for day in days).rstrip(), "muted"))
    for judgement, now, before in rows:
        page.line(
            Span(f"{judgement.title if roomy else judgement.short:<{label}}"),
            _grade_cell(now, column if standing.previous else 0, roomy=roomy),
            *((Span(f"{glyph_of(change_of(before.grade, now.grade))} ", "muted"), _grade_cell(before, 0, roomy=roomy))
              if standing.previous else ()),
        )  # fmt: skip


def _grade_cell(held: JudgementResult, width: int, *, roomy: bool) -> Span:
    return Span(f"{held.word if roomy else held.short:<{width}}", held.style)


def _not_given(profile: Profile) -> str:
    sentence, last = "Overall effectiveness is no longer given (2026 framework).", profile.last_overall
    if last is None:
        return sentence
    return f"{sentence} The last one given was {last.grades[Judgement.OVERALL].value}, in {month_day(last.published)}."


def _write_findings(page: Document, profile: Profile, kind: Kind) -> None:
    findings = profile.of_kind(kind)
    if not findings:
        return
    quoted = " · in Ofsted’s words" if any(finding.is_verbatim for finding in findings) else ""
    page.heading(kind.title, f"{len(findings)}{quoted}")
    page.mark(kind.value)
    for finding in findings:
        page.mark(place_of(finding))
        _write_finding(page, finding)
        if earlier := profile.earlier_asks(finding):
            key = f"screen.show_inspection('{earlier[0].inspection.key}')"
            page.paragraph(Span(also_asked(earlier), "muted", key), first="  ", indent=4)


def _write_finding(page: Document, finding: Finding) -> None:
    spans = [Span(PRIORITY.get(finding.priority, ""), "mark")]
    spans.append(Span("Asked before. " if finding.repeat else "", "mark"))
    page.bullet(*spans, Span(finding.text), Span(f" {short_place(finding)}", "muted"))


def short_place(finding: Finding) -> str:
    """Where a finding stands, briefly: `p 12 ¶26`, `p 2 B1 · p 6 ¶17`."""
    places = [" ".join([f"p {page}", *(ref.replace("P", "¶") for ref in refs)]) for page, refs in finding.places]
    return " · ".join(places).replace(" ", "\u00a0")  # never torn at a line's end


def _write_history(page: Document, profile: Profile) -> None:
    page.heading("Every inspection", "← older, newer →")
    for inspection in reversed(profile.inspections):
        here = inspection is profile.inspection
        later = " later" if inspection.published > profile.as_at else ""
        page.line(
            Span("▸ " if here else "  ", "mark"),
            Span(f"{month_day(inspection.published)} {inspection.form:<10} ", "" if here else "muted",
                 f"screen.show_inspection('{inspection.key}')"),
            *_history_grades(inspection, page.width - HISTORY - len(later)),
            Span(later, "muted"),
        )  # fmt: skip


def _history_grades(inspection: Inspection, width: int) -> list[Span]:
    """The overall grade where there is one, else each judgement's: as much of its name as there is room for."""
    overall = inspection.grades.get(Judgement.OVERALL)
    if overall and overall.rank:
        return [Span(overall.word if width >= ROOMY_HISTORY else overall.short, overall.column)]
    grades = [(judgement, grade) for judgement, grade in inspection.grades.items() if grade is not overall]
    for name, word in HISTORY_WORDS:
        spans: list[Span] = []
        for judgement, grade in grades:
            spans += [Span("  ")] * bool(spans)
            spans += [Span(f"{name(judgement)} ", "muted"), Span(word(grade), grade.column)]
        if len(line_text(tuple(spans))) <= width:
            return spans
    return [Span(f"{' ' * bool(n)}{grade.letter}", grade.column) for n, (_, grade) in enumerate(grades)]


def _write_neighbours(page: Document, totals: Totals) -> None:
    page.heading("Statistical neighbours", "2025 model")
    held = [(grade, totals.grades[grade]) for grade in COUNTED if totals.grades.get(grade)]
    parts = [Span(f"{n} {grade.word}", grade.column) for grade, n in held]
    parts += [Span(words, "muted") for words in other_counts(totals)]
    spans = [span for part in parts for span in (part, Span(" · ", "muted"))][:-1]
    page.paragraph(Span(f"{totals.judgement.title}: ", "muted"), *spans)
