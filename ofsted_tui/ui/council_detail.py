"""The detail pane: one council, one of its inspections, what was praised, what must improve, every inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.reactive import var

from ..answers import judgement_rows
from ..days import month_day
from ..model import Grade, Judgement, Kind
from ..notebook import Notebook
from ..profile import SOURCE, inspection_line, life, no_inspection
from .document import Document, Span
from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..analysis.repeats import Repeat
    from ..councils import Standing, Totals
    from ..model import Finding, Inspection
    from ..profile import Profile

CHANGES = {1: "▲", 0: "=", -1: "▼"}
"""How a grade stands to the one before."""
READABLE = 100
"""Cells beyond which a line is hard to read."""
PRIORITY = {"immediate": "Priority. ", "3-months": "Within 3 months. ", "6-months": "Within 6 months. "}


class CouncilDetail(Lines):
    """All about the council that is highlighted."""

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
    repeats: var[tuple[Repeat, ...]] = var(())
    """Asks of the inspection that come back from earlier ones."""
    notebook: var[Notebook] = var(Notebook())
    """Pins and notes."""

    def watch_notebook(self) -> None:
        """Show another note."""
        self._draw()

    def watch_profile(self, before: Profile | None, now: Profile | None) -> None:
        """Show another council from its top; another inspection of it at the same place."""
        self._draw()
        if not (before and now and before.council is now.council):
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Wrap anew when the width changes."""
        self._draw()

    def _draw(self) -> None:
        if not self.container_size.width:
            return
        page = Document(min(self.text_width - 1, READABLE))
        if self.profile:
            note = self.notebook.notes.get(self.profile.council.slug, "")
            write_council(page, self.profile, self.neighbours, self.repeats, note)
        self._places = page.places
        self.show([(Span(" "), *line) if line else () for line in page.lines])

    def show_finding(self, number: int) -> None:
        """Scroll to a finding of the inspection shown, by its place in the report's findings."""
        if self.profile is None or not 0 <= number < len(self.profile.findings):
            return
        line = self._places.get(place_of(self.profile.findings[number]))
        if line is not None:
            self._lines[line : line + 1] = [(Span("▶", "mark"), *self._lines[line][1:])]
            self.scroll_to(y=max(0, line - 2), animate=False, immediate=True, force=True)
            self.refresh()


def place_of(finding: Finding) -> str:
    """The name of the place where a finding stands on the page."""
    return f"finding {finding.inspection} {finding.text}"


def write_council(
    page: Document,
    profile: Profile,
    neighbours: Totals | None = None,
    repeats: Sequence[Repeat] = (),
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
    for kind in Kind:
        _write_findings(page, profile, kind, repeats)
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
    if inspection.own:
        page.paragraph(Span("Added by you.", "mark"))
    page.blank()
    _write_judgements(page, profile.standing)
    if inspection.grades.get(Judgement.OVERALL) is Grade.NOT_GIVEN:
        page.paragraph(Span(_not_given(profile), "muted"))
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
            _grade_cell(now, column if before else 0, roomy=roomy),
            Span(f"{_change(now, before)} ", "muted") if before else Span(""),
            _grade_cell(before, 0, roomy=roomy) if before else Span(""),
        )


def _grade_cell(grade: Grade | None, width: int, *, roomy: bool) -> Span:
    if grade is None:
        return Span(f"{'not judged':<{width}}", "muted")
    return Span(f"{grade.word if roomy else grade.short:<{width}}", grade.column)


def _change(now: Grade | None, before: Grade) -> str:
    if now is None or now.rank is None or before.rank is None:
        return " "
    return CHANGES[(now.rank > before.rank) - (now.rank < before.rank)]


def _not_given(profile: Profile) -> str:
    last = next(
        (i for i in reversed(profile.inspections)
         if profile.inspection and i.published < profile.inspection.published and i.framework.whole
         and (grade := i.grades.get(Judgement.OVERALL)) and grade.rank),
        None,
    )  # fmt: skip
    sentence = "Overall effectiveness is no longer given (2026 framework)."
    if last is None:
        return sentence
    return f"{sentence} The last one given was {last.grades[Judgement.OVERALL].value}, in {month_day(last.published)}."


def _write_findings(page: Document, profile: Profile, kind: Kind, repeats: Sequence[Repeat]) -> None:
    findings = profile.of_kind(kind)
    if not findings:
        return
    quoted = " · in Ofsted’s words" if any(finding.quoted for finding in findings) else ""
    page.heading(kind.title, f"{len(findings)}{quoted}")
    page.mark(kind.value)
    earlier = {id(repeat.finding): repeat for repeat in repeats}
    for finding in findings:
        page.mark(place_of(finding))
        _write_finding(page, finding)
        if repeat := earlier.get(id(finding)):
            day = month_day(repeat.inspection.published)
            key = f"screen.show_inspection('{repeat.inspection.key}')"
            page.paragraph(Span(f"↺ like {day}: {repeat.earlier.text}", "muted", key), first="  ", indent=4)


def _write_finding(page: Document, finding: Finding) -> None:
    spans = [Span(PRIORITY.get(finding.priority, ""), "mark")]
    spans.append(Span("Asked before. " if finding.repeat else "", "mark"))
    page.bullet(*spans, Span(finding.text), Span(f" {short_place(finding)}", "muted"))


def short_place(finding: Finding) -> str:
    """Where a finding stands, briefly: `p 12 ¶26`, `p 7 R4`."""
    references = " ".join(reference.replace("P", "¶") for reference in finding.paragraph.split())
    return f"p {finding.page} {references}".strip().replace(" ", "\u00a0")  # never torn at a line's end


def _write_history(page: Document, profile: Profile) -> None:
    page.heading("Every inspection", "← older, newer →")
    for inspection in reversed(profile.inspections):
        here = inspection is profile.inspection
        page.line(
            Span("▸ " if here else "  ", "mark"),
            Span(f"{month_day(inspection.published)}  {inspection.form:<10}  ", "" if here else "muted",
                 f"screen.show_inspection('{inspection.key}')"),
            *_history_grades(inspection, page.width),
        )  # fmt: skip


def _history_grades(inspection: Inspection, width: int) -> list[Span]:
    """The overall grade where there is one, else each judgement's; letters where the line is short."""
    roomy = width >= 60
    overall = inspection.grades.get(Judgement.OVERALL)
    if overall and overall.rank:
        return [Span(overall.word if roomy else overall.short, overall.column)]
    spans = []
    for judgement, grade in inspection.grades.items():
        if judgement is not Judgement.OVERALL:
            name = judgement.short if roomy else judgement.short[:5].strip()
            spans += [Span(f"{name} ", "muted"), Span(f"{grade.short if roomy else grade.letter}  ", grade.column)]
    return spans


def _write_neighbours(page: Document, totals: Totals) -> None:
    page.heading("Statistical neighbours", f"2025 model · {totals.judgement.title.lower()}")
    held = [(grade, totals.grades[grade]) for grade in Grade if totals.grades.get(grade)]
    spans = [span for grade, n in held for span in (Span(f"{n} {grade.word}", grade.column), Span(" · ", "muted"))][:-1]
    rest = totals.councils - sum(n for _, n in held)
    page.paragraph(*spans, Span(f" · {rest} without this judgement" if rest else "", "muted"))
