"""The time line of a council: a band of colour for each judgement, and a mark for each inspection and visit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...core.model import Judgement
from ...core.standing import Standing
from .styled_text import Span, unbroken
from .summary_bar import FILLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...output.council_profile import Profile
    from .styled_text import Line

BEGIN = date(2014, 1, 1)
"""The first framework that judged a whole service began to report in February 2014."""
ROWS = (
    Judgement.OVERALL, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE, Judgement.CARE_LEAVERS,
)  # fmt: skip
LABEL = 14
FEWEST = 40
"""Cells of a time line, labels included, below which it is of no use."""
ROOMY = 86
"""Cells from which years have four digits."""
EARLIER = {Judgement.IN_CARE: Judgement.LOOKED_AFTER}
"""The judgement that another replaced in later forms: shown in the row of the later one, under its own initials."""
LEGEND = " · ".join(
    map(
        unbroken,
        ("● inspection", "○ visit between inspections", "Rj── joint: in care and care leavers", "R LA── looked after"),
    )
)


def time_line(profile: Profile, width: int, *, filled: bool = False) -> list[Line]:
    """The bands as lines of a width, none if that is too small; `filled`: with a pattern instead of colour."""
    if width < FEWEST:
        return []
    cells = width - LABEL
    place = _Places(profile.as_at, cells)
    whole = profile.known
    starts = [place.of(inspection.published) for inspection in whole]
    lines: list[Line] = [(Span(" " * LABEL + place.years(), "muted"),)]
    for judgement in ROWS:
        spans: list[Span] = [Span(f"{judgement.short:<{LABEL}}"), Span(" " * (starts[0] if starts else cells))]
        for number, inspection in enumerate(whole):
            end = starts[number + 1] if number + 1 < len(whole) else cells
            standing = Standing(profile.council, inspection)
            spans += _band(standing, judgement, end - starts[number], filled=filled)
        lines.append(tuple(spans))
    visits = [visit.day for visit in profile.visits.every] if profile.visits else []
    lines.append((Span(f"{'':<{LABEL}}"), Span(place.marks([i.published for i in whole], visits))))
    return lines


def _band(standing: Standing, judgement: Judgement, size: int, *, filled: bool) -> list[Span]:
    """The grade of a judgement from one inspection to the next: `G` on its background, or nothing.

    Another judgement in its place has no background: `Rj──` if it is joint, `R LA──` if it is an earlier one.
    """
    size = max(0, size)
    if given := standing.given(judgement):
        grade, mark = given.grade, "j" if given.joint else ""
    elif judgement in EARLIER and (given := standing.given(EARLIER[judgement])):
        grade, mark = given.grade, f" {EARLIER[judgement].initials}"
    else:
        return [Span(" " * size)]
    if mark:
        return [Span(f"{grade.letter}{mark}{'─' * size}"[:size], grade.column)]
    if filled:
        return [Span(f"{grade.letter}{FILLS[grade.letter] * size}"[:size], grade.column)]
    return [Span(f"{grade.letter}{' ' * size}"[:size], f"tile-{grade.column}")]


class _Places:
    """Where days, up to a last one, are on a line of cells."""

    def __init__(self, last: date, cells: int) -> None:
        self.last, self.cells = last, cells
        self.days = max(1, (last - BEGIN).days)

    def of(self, day: date) -> int:
        """The cell of a day; one before the beginning is in the first."""
        return min(self.cells - 1, max(0, (day - BEGIN).days * (self.cells - 2) // self.days))

    def years(self) -> str:
        """The years at their places."""
        line = [" "] * (self.cells + 4)
        for year in range(BEGIN.year, self.last.year + 1):
            name = str(year) if self.cells >= ROOMY else f"’{year % 100}"
            at = self.of(date(year, 1, 1))
            if "".join(line[max(0, at - 1) : at + len(name)]).strip() == "":
                line[at : at + len(name)] = name
        return "".join(line)[: self.cells].rstrip()

    def marks(self, inspections: Sequence[date], visits: Sequence[date]) -> str:
        """● for an inspection, ○ for a visit."""
        line = [" "] * self.cells
        for mark, days in (("○", visits), ("●", inspections)):
            for day in days:
                if day <= self.last:
                    line[self.of(day)] = mark
        return "".join(line).rstrip()
