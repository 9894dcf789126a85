"""The grades of an inspection as a table: those of the inspection before on the left, the current ones on the right."""

from collections.abc import Sequence
from typing import NamedTuple

from ...core.councils import COUNTED, Councils
from ...core.dates import month_day, short_day
from ...core.judgement_result import JUDGEMENTS, judgement_result
from ...core.model import Grade, Inspection, Judgement
from ...core.standing import Standing, change_of, glyph_of
from .styled_text import Page, Span

LABELS = {
    Judgement.HELP_AND_PROTECTION: "Help & protection",
    Judgement.IN_CARE: "Children in care",
}
"""Names of at most 17 letters, for judgements whose short title is shorter than necessary."""
LABEL, OLD = 18, 12
"""Cells of a judgement, and of the grade before."""
GRADE = len(" Requires improvement ")
"""Cells of the current grade."""
SHORT_GRADE = len(" Outstanding ")
"""Cells of the current grade where its word is short."""
WORDS = LABEL + OLD + 1 + GRADE
"""Cells from which the current grade is written in full."""
COUNTS = len("Neighbours")
"""The fewest cells of the neighbours' counts at the right."""
SHORT_LABEL, SHORT_CELL = 13, 21
"""Cells of a judgement, and of it with its two letters, in the table of two columns."""


class GradeRow(NamedTuple):
    """One judgement: the grade before, how it changed, the current grade."""

    judgement: Judgement
    old: str
    old_style: str
    glyph: str
    grade: Grade | None
    missing: str
    """What replaces a missing grade."""
    old_letter: str

    @property
    def label(self) -> str:
        """The judgement in at most 17 letters."""
        return LABELS.get(self.judgement, self.judgement.short)


def grade_rows(standing: Standing, *, every: bool = False) -> list[GradeRow]:
    """The judgements of the current inspection; `every`: also those that only the one before had."""
    now, before = standing.inspection, standing.previous
    assert now is not None
    earlier = Standing(standing.council, before)
    rows = []
    for judgement in JUDGEMENTS:
        only_before = every and before is not None and judgement in before.grades
        if not now.judges(judgement) and not (only_before and judgement is not Judgement.IN_CARE_AND_CARE_LEAVERS):
            continue
        result, given = judgement_result(judgement, now), earlier.given(judgement) if before else None
        joint = bool(given and given.joint and judgement is not Judgement.IN_CARE_AND_CARE_LEAVERS)
        old = given.grade if given else None
        rows.append(
            GradeRow(
                judgement,
                _old_word(old, joint=joint, known=before is not None),
                old.column if old else "muted",
                " " if joint else glyph_of(change_of(old, result.grade)),
                result.grade,
                result.word,
                f"{old.letter}{'j' if joint else ''}" if old else "–" if before else "",
            )
        )
    return rows


def _old_word(grade: Grade | None, *, joint: bool, known: bool) -> str:
    if grade is None:
        return "–" if known else ""
    whole = f"{grade.short} joint" if joint else grade.short
    return whole if len(whole) < OLD else f"{grade.letter}j" if joint else grade.short


def write_grades(page: Page, standing: Standing, *, every: bool = False, neighbours: Councils | None = None) -> None:
    """A line for each judgement under the dates of the reports; at the right, if wide, the neighbours' grades."""
    assert standing.inspection is not None
    rows = grade_rows(standing, every=every)
    counted = neighbours if neighbours and page.width >= WORDS + COUNTS else None
    beside = _counts(counted, [row.judgement for row in rows]) if counted else []
    # So that the counts keep their blanks, the grades beside them give way.
    wide = page.width >= WORDS + max(map(len, beside), default=0)
    cells = GRADE if wide else SHORT_GRADE
    old, new = standing.previous, standing.inspection
    page.line(
        Span(f"{'Report':<{LABEL}}{month_day(old.published) if old else '':<{OLD}}  ", "muted"),
        Span(short_day(new.published), "muted"),
        *(_aligned(cells - len(short_day(new.published)) - 1, "Neighbours") if counted else ()),
    )
    for place, row in enumerate(rows):
        cell = _current(row, wide=wide)
        page.line(
            Span(f"{row.label:<{LABEL}}"),
            Span(f"{row.old:<{OLD}}", row.old_style),
            Span(row.glyph, "muted"),
            cell,
            *(_aligned(cells - len(cell.text), beside[place]) if beside else ()),
        )


def _aligned(blanks: int, words: str) -> tuple[Span, Span]:
    """Words at the right of the current grade, behind so many blanks."""
    return Span(" " * blanks), Span(words, "muted")


def _current(row: GradeRow, *, wide: bool) -> Span:
    if row.grade is None:
        return Span(f" {row.missing} ", "muted")
    if row.grade is Grade.NOT_GIVEN:
        return Span(f" {row.grade.word} ", "muted")
    if row.judgement is Judgement.IN_CARE_AND_CARE_LEAVERS:
        return Span(f" {row.grade.word if wide else row.grade.short} ", row.grade.column)
    return Span(f" {row.grade.word if wide else row.grade.short} ", f"tile-{row.grade.column}")


def _counts(councils: Councils, judgements: Sequence[Judgement]) -> list[str]:
    """How many hold each grade, by judgement: `O6 G4`."""
    grades = [councils.totals(judgement).grades for judgement in judgements]
    return [" ".join(f"{grade.letter}{held[grade]}" for grade in COUNTED if held.get(grade)) for held in grades]


def write_letters(page: Page, standing: Standing) -> None:
    """The judgements besides the overall one as letters, in two columns."""
    rows = [row for row in grade_rows(standing) if row.judgement is not Judgement.OVERALL]
    half = (len(rows) + 1) // 2
    for place in range(half):
        page.line(*_letters(rows[place]), *(_letters(rows[place + half]) if place + half < len(rows) else ()))


def _letters(row: GradeRow) -> tuple[Span, ...]:
    letter, style = (f" {row.grade.letter} ", f"tile-{row.grade.column}") if row.grade else (" – ", "muted")
    return (
        Span(f"{row.judgement.short:<{SHORT_LABEL}} "),
        Span(f"{row.old_letter:>2} ", row.old_style),
        Span(row.glyph, "muted"),
        Span(letter, style.removeprefix("tile-") if row.judgement is Judgement.IN_CARE_AND_CARE_LEAVERS else style),
        Span(" " * (SHORT_CELL - SHORT_LABEL - 8 + 3)),
    )


def step_of(inspection: Inspection, previous: Inspection | None) -> str:
    """One line of an inspection: `ILACS · Dec 2022 (RI) → 10 Mar 2026`."""
    before = ""
    if previous:
        grade = previous.grades.get(Judgement.OVERALL)
        held = f" ({grade.short})" if grade and grade.rank else ""
        before = f"{month_day(previous.published)}{held} → "
    return f"{inspection.framework.value} · {before}{short_day(inspection.published)}"
