"""A council on a card beside the map: its grades, its last inspections, the gist of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.model import Grade, Judgement, Kind, theme_title
from ...core.standing import JUDGED_JOINTLY
from ...core.wording import cell_width, truncate
from ...output.council_profile import no_inspection
from .cells import OWN
from .council_page import title_of, write_council
from .grade_table import grade_rows, step_of
from .page_room import PageRoom
from .styled_text import Span
from .styles import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...output.council_profile import Profile
    from .grade_table import GradeRow
    from .styled_text import Page

WIDE = 46
"""Cells from which the card is the council's page, as beside the list."""
LABEL, SHORT_LABEL, OLD = 17, 13, 3
"""Cells of a judgement, of its short name, and of the letter of the grade before."""
WORD = len(" Outstanding ")


def card_title(profile: Profile, width: int) -> tuple[Span, ...]:
    """The council's name and grade in so many cells: the grade in short, then the name is cut, never the grade."""
    name, *rest = title_of(profile)
    if _size((name, *rest)) > width:
        long, short = Grade.REQUIRES_IMPROVEMENT.word, Grade.REQUIRES_IMPROVEMENT.short
        rest = [span._replace(text=span.text.replace(long, short)) for span in rest]
    room = max(8, width - _size(rest))
    cut = f"{truncate(name.text.rstrip(), room - 1)} " if cell_width(name.text) > room else name.text
    return (name._replace(text=cut), *rest)


def _size(spans: Iterable[Span]) -> int:
    return sum(cell_width(span.text) for span in spans)


def write_card(page: Page, profile: Profile, judgement: Judgement, height: int, *, filled: bool) -> None:
    """Write a council for a card of some lines; the judgement of the map is bold among its grades."""
    if page.width >= WIDE:
        write_council(page, profile, PageRoom(height, filled=filled))
        return
    page.ruled = True
    page.airy = height >= 24
    page.paragraph(Span(f"{profile.council.region} · {profile.council.type}", "muted"))
    if profile.inspection is None:
        page.paragraph(Span(no_inspection(profile)))
        return
    if profile.inspection.added_by_user:
        page.line(Span(f"{OWN} Added by you.", "mark"))
    page.paragraph(Span(step_of(profile.inspection, profile.previous), "muted"))
    if page.airy:
        page.blank()
    for row in grade_rows(profile.standing):
        joint = row.judgement is Judgement.IN_CARE_AND_CARE_LEAVERS
        _write_grade(page, row, chosen=row.judgement is judgement or (joint and judgement in JUDGED_JOINTLY))
    if profile.summary:
        page.heading("In brief")
        page.paragraph(Span(profile.summary.first_sentence))
    for kind in (Kind.IMPROVEMENT, Kind.PRAISE):
        _write_themes(page, profile, kind)


def _write_grade(page: Page, row: GradeRow, *, chosen: bool) -> None:
    """A judgement: the grade before as a letter, the change, the current grade as a word if there is room."""
    wide = page.width >= LABEL + OLD + 2 + WORD
    name = f"{row.label:<{LABEL}}" if wide else f"{row.judgement.short:<{SHORT_LABEL}}"
    if row.grade is None:
        cell = Span(f" {row.missing if wide else '–'} ", "muted")
    else:
        style = row.grade.column if row.judgement is Judgement.IN_CARE_AND_CARE_LEAVERS else f"tile-{row.grade.column}"
        cell = Span(f" {row.grade.short if wide else row.grade.letter} ", style)
    page.line(
        Span(f"{name} ", "title" if chosen else ""),
        Span(f"{row.old_letter:<{OLD}}", row.old_style),
        Span(row.glyph, "muted"),
        cell,
    )


def _write_themes(page: Page, profile: Profile, kind: Kind) -> None:
    """The themes of the report's findings, one line each; ↺ if the same was asked before."""
    findings = profile.of_kind(kind)
    if not findings:
        return
    page.heading(kind.title, str(len(findings)))
    lines: dict[str, bool] = {}
    for finding in findings:
        title = theme_title(finding.theme) if finding.theme else finding.text
        lines[title] = lines.get(title, False) or finding.repeat or bool(profile.earlier_asks(finding))
    for title, repeated in lines.items():
        again = " ↺" if repeated else ""
        page.line(Span(BULLETS[kind], "mark"), Span(truncate(title, page.width - 2 - len(again))), Span(again, "muted"))
