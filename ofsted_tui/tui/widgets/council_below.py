"""What is on a council's page below the findings: the first frame does without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.model import Grade, Judgement
from ...core.standing import glyph_of
from ...core.wording import cell_width, truncate
from ...output.council_profile import SOURCE, next_inspection
from .council_history import visit_lines, write_history
from .council_page import SHORT_LINES
from .styled_text import Span, shortened

if TYPE_CHECKING:
    from ...core.councils import Councils
    from ...core.standing import Standing
    from ...output.council_profile import Profile
    from .page_room import PageRoom
    from .styled_text import Page

NAME = 24
"""Cells of a neighbour's name."""
WITH_MODEL = 60
"""Cells from which the heading of the neighbours says how they were found."""
CHANGE_AND_GRADE = len(" ▲ Outstanding ")
"""Cells of how a neighbour's grade changed and of the grade, with the blank before them."""


def write_below(page: Page, profile: Profile, room: PageRoom, neighbours: Councils | None = None) -> None:
    """Write what is below the findings: visits, neighbours, the history, remarks."""
    if room.compact:
        return
    if not room.beside:
        _write_since(page, profile, room)
        if neighbours is not None and len(neighbours):
            _write_neighbours(page, neighbours, room)
    write_history(page, profile, room)
    _write_notes(page, profile, room)


def _write_since(page: Page, profile: Profile, room: PageRoom) -> None:
    """The visits after the inspection, each with the gist of its letter."""
    if profile.visits is None or not profile.visits.since:
        return
    opens = room.keys.in_words(" · {open_here} opens") if room.whole else ""
    page.heading("Since then", f"{len(profile.visits.since)} · a visit gives no grade{opens}")
    page.mark_above("since")
    for visit in profile.visits.since:
        lines = visit_lines(visit, profile.visits.summary(visit), page.width)
        page.lines += lines if room.roomy else shortened(lines, SHORT_LINES, page.width)


def _write_neighbours(page: Page, neighbours: Councils, room: PageRoom) -> None:
    model = "2025 model · " if page.width >= WITH_MODEL else ""
    page.heading("Statistical neighbours", room.keys.in_words(f"{len(neighbours)} · {model}{{compare}} compares them"))
    page.mark_above("neighbours")
    judgement = neighbours.selection.judgement
    cells = [neighbour_cell(standing, judgement) for standing in neighbours]
    each = NAME + CHANGE_AND_GRADE - 1
    columns = 2 if page.width >= 2 * each + 2 else 1
    half = (len(cells) + columns - 1) // columns
    for place in range(half):
        left = cells[place]
        gap = Span(" " * max(1, each + 2 - sum(cell_width(span.text) for span in left)))
        right = (gap, *cells[place + half]) if columns == 2 and place + half < len(cells) else ()
        page.line(*left, *right)


def neighbour_cell(standing: Standing, judgement: Judgement, room: int = NAME) -> tuple[Span, ...]:
    """A neighbour's name in so many cells, with its change and grade; a click opens it."""
    name = truncate(standing.council.name, room)
    opens = f"app.open_council('{standing.council.slug}')"
    spans = (Span(f"{name}{' ' * (room - cell_width(name))} ", "", opens),)
    if judgement is Judgement.OVERALL and standing.four_judgements:
        letters = (Span(f" {g.letter} ", f"tile-{g.column}") if g else Span(" – ") for g in standing.four_judgements)
        return (*spans, Span(" "), *letters)
    if grade := standing.grade(judgement):
        return (
            *spans,
            Span(glyph_of(standing.change(judgement)), "muted"),
            Span(f" {grade.short} ", f"tile-{grade.column}"),
        )
    if given := standing.given(judgement):
        return (*spans, Span(f"  {given.grade.letter}j", given.grade.column))
    return (*spans, Span("  –" if standing.inspection else "  ·", "muted"))


def _write_notes(page: Page, profile: Profile, room: PageRoom) -> None:
    """Who led the inspection, when the next may fall, where the report is, whose words these are."""
    page.heading("About this page")
    inspection = profile.inspection
    if inspection and inspection.lead_inspector:
        page.paragraph(Span(f"Lead inspector: {inspection.lead_inspector}", "muted"))
    if due := profile.due:
        words = f"{next_inspection(due)} {room.keys.in_words('(press {next_inspections})')}"
        page.paragraph(Span(words, "muted", "app.view('next_inspections')"))
    if inspection and inspection.report_url:
        page.paragraph(Span(inspection.report_url.removeprefix("https://"), "link", "screen.open_report"))
    if inspection:
        spelt = [
            f"{inspection.framework.value}: {inspection.framework.title[:1].lower()}{inspection.framework.title[1:]}"
        ]
        held = (profile.previous.grades.values() if profile.previous else (), inspection.grades.values())
        if any(Grade.REQUIRES_IMPROVEMENT in grades for grades in held):
            spelt.append("RI: requires improvement")
        page.paragraph(Span(f"{'. '.join(spelt)}.", "muted"))
    page.paragraph(Span(f"{profile.wording} {SOURCE}", "muted"))
