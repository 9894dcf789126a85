"""The sections on a council's past: its predecessors, its inspections and visits, what came out later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dates import long_day, month_day
from ...core.model import FOUR_JUDGEMENTS, Grade, Judgement
from ...core.visits import Visit
from ...output.visit_words import topics_in_words
from .grade_table import write_letters
from .styled_text import UNBROKEN, Span, shortened, unbroken, wrap
from .time_line import FEWEST, LEGEND, time_line

if TYPE_CHECKING:
    from datetime import date

    from ...core.model import Inspection
    from ...output.council_profile import Profile
    from .page_room import PageRoom
    from .styled_text import Line, Page


def write_history(page: Page, profile: Profile, room: PageRoom) -> None:
    """Every inspection and visit on one time line: the bands if there is room, then each from the newest.

    What came out after the date shown is separate, above the others.
    """
    if profile.inspection is not None:
        write_later(page, profile)
    elif all(day > profile.as_at for day, _ in _events(profile)):
        return
    page.heading("Every inspection and visit", room.keys.in_words("{older} older · {newer} newer"))
    page.mark_above("history")
    if page.width >= FEWEST and profile.most_recent and not room.beside:
        page.lines += time_line(profile, page.width, filled=room.filled)
        page.paragraph(Span(LEGEND, "muted"))
    _write_events(page, profile, later=False)


def write_later(page: Page, profile: Profile) -> None:
    """What came out after the date shown, under a heading of its own; nothing if that is all there is."""
    if any(day > profile.as_at for day, _ in _events(profile)):
        page.heading("Later", "after the date shown")
        _write_events(page, profile, later=True)


def _events(profile: Profile) -> list[tuple[date, Inspection | Visit]]:
    """Inspections and visits with the day on which they became known, the newest first."""
    visits = profile.visits.every if profile.visits else ()
    events: list[tuple[date, Inspection | Visit]] = [(one.published, one) for one in profile.inspections]
    events += [(visit.day, visit) for visit in visits]
    return sorted(events, key=lambda event: (event[0], event[1].key), reverse=True)


def _write_events(page: Page, profile: Profile, *, later: bool) -> None:
    for day, event in _events(profile):
        if (day > profile.as_at) is not later:
            continue
        if isinstance(event, Visit):
            page.lines += shortened(visit_lines(event, "", page.width), 1, page.width)
        else:
            _write_inspection_line(page, profile, event)


def write_before(page: Page, profile: Profile, room: PageRoom) -> None:
    """The last grades of its predecessors: a click opens them."""
    if not profile.before:
        return
    page.heading("Earlier councils", room.keys.in_words("{open_here} opens") if room.whole else "")
    for standing in profile.before:
        council, inspection = standing.council, standing.inspection
        name = Span(council.name, "link", f"app.open_council('{council.slug}')")
        until = Span(f", until {long_day(council.last_day)}" if council.last_day and room.roomy else "", "muted")
        if inspection is None:
            page.paragraph(name, until, Span(". We hold no full inspection of it.", "muted"))
            continue
        page.paragraph(name, until, *_grades_of(inspection), Span(f", {month_day(inspection.published)}", "muted"))
        if not room.compact:
            write_letters(page, standing)


def _write_inspection_line(page: Page, profile: Profile, inspection: Inspection) -> None:
    here = inspection is profile.inspection
    page.paragraph(
        Span("▸ " if here else "● ", "mark" if here else "muted"),
        Span(f"{month_day(inspection.published)} ", "" if here else "muted"),
        Span(f"{inspection.form}, {inspection.type}", "" if here else "muted",
             f"screen.show_inspection('{inspection.key}')"),
        *_grades_of(inspection),
        indent=2,
    )  # fmt: skip


def _grades_of(inspection: Inspection) -> list[Span]:
    """The overall grade if there is one, otherwise each judgement's."""
    overall = inspection.grades.get(Judgement.OVERALL)
    if overall and overall.rank:
        return [Span(" · "), Span(unbroken(overall.word), overall.column)]
    spans: list[Span] = []
    for judgement in (*FOUR_JUDGEMENTS, *(j for j in inspection.grades if j not in FOUR_JUDGEMENTS)):
        grade = inspection.grades.get(judgement)
        if grade and grade is not Grade.NOT_GIVEN:
            spans += [Span(f" · {unbroken(judgement.short)}{UNBROKEN}", "muted")]
            spans += [Span(unbroken(grade.short), grade.column)]
    return spans


def visit_lines(visit: Visit, summary: str, width: int) -> list[Line]:
    """A visit: its month, what it looked at, the gist of the letter."""
    priority = " An area for priority action." if visit.priority_action else ""
    opens = f"app.open_visit('{visit.key}')"
    spans = [Span(f"{month_day(visit.day)}  ", "muted"), Span(f"{topics_in_words(visit)}.{priority}", "title", opens)]
    return wrap([*spans, Span(f" {summary}" if summary else "")], width, first="○ ", indent=2)
