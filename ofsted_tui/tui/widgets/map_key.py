"""The key beside the map: what the tiles' letters and backgrounds mean, and how many councils have each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.councils import COUNTED
from ...core.dates import short_day
from ...core.wording import listed
from .bands import BANDS, swatch
from .council_list import grade_word
from .styled_text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.councils import Totals
    from ...core.model import Judgement
    from ...core.standing import Standing
    from .styled_text import Page

COUNT = 7
"""Cells of a letter and its count."""
DRAWN = "Each tile is a council, near its place on the map. London is drawn larger."
JOINT = "Children in care and care leavers were judged together; neither has a separate grade."


def write_key(page: Page, totals: Totals, *, filled: bool) -> None:
    """A line for each part of the councils, with its letter and its count."""
    for band, grade in zip(BANDS, COUNTED, strict=False):
        if grade.rank or totals.grades.get(grade):
            name = swatch(band._replace(short=band.word), filled=filled)
            _write_count(page, name, band.letter, totals.grades.get(grade, 0), band.colour)
    for grade, count in totals.joint.items():
        _write_count(page, (Span(f" {grade.short} joint ", grade.column),), f"{grade.letter}j", count, grade.column)
    for words, letter, count in (("Not judged", "–", totals.not_judged), ("Not inspected", "·", totals.not_inspected)):
        if count:
            _write_count(page, (Span(f" {words} ", "muted"),), letter, count, "muted")
    page.blank()
    if totals.joint:
        page.paragraph(Span(f"j {JOINT[:1].lower()}{JOINT[1:]}", "muted"))
    page.paragraph(Span(DRAWN, "muted"))


def _write_count(page: Page, name: tuple[Span, ...], letter: str, count: int, style: str) -> None:
    gap = page.width - COUNT - sum(len(span.text) for span in name)
    page.line(*name, Span(" " * gap), Span(f"{letter:>2}{count:>{COUNT - 2}}", style))


def legend(totals: Totals) -> str:
    """The letters in one line, if there is no room for the key."""
    words = [f"{band.letter} {band.word.lower()}" for band, grade in zip(BANDS, COUNTED, strict=False)
             if totals.grades.get(grade)]  # fmt: skip
    words += ["j judged jointly"] * bool(totals.joint)
    words += ["– not judged"] * bool(totals.not_judged) + ["· not inspected"] * bool(totals.not_inspected)
    return "; ".join(words)


def name_legend(*, filled: bool) -> str:
    """What small tiles show when they name the councils, with the id of the key that goes back to the grades."""
    coloured = "" if filled else ", coloured as the counts above"
    return f"Codes of the councils{coloured}; {{labels}} shows grades."


def in_words(standing: Standing, judgement: Judgement) -> str:
    """A council's grade and the date of its report: `Good, 10 Mar 2026`; `RI joint, …` if it is a joint one."""
    given = standing.given(judgement)
    word = f"{given.grade.short} joint" if given and given.joint else grade_word(standing, judgement)[0]
    return f"{word}, {short_day(standing.inspection.published)}" if standing.inspection else word


def not_on_the_map(standings: Iterable[Standing], judgement: Judgement) -> str:
    """Councils without a tile, since they were abolished, each with the letter of its grade; empty if none."""
    names = [f"{s.council.name} {grade_word(s, judgement, wide=False)[0]}" for s in standings]
    return f"Not on the map: {listed(names)}." if names else ""
