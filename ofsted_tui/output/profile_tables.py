"""The tables of a council's profile: its judgements beside the previous ones, and every inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import short_day
from ..core.judgement_result import judgement_rows
from .rows import inspection_list
from .table import Table

if TYPE_CHECKING:
    from ..core.standing import Standing
    from .council_profile import Profile


def grade_lines(standing: Standing) -> Table:
    """The judgements of an inspection and of the one before, each under the day of its report."""
    days = [short_day(inspection.published) for inspection in (standing.inspection, standing.previous) if inspection]
    rows = [(judgement.title, now.word, before.word) for judgement, now, before in judgement_rows(standing)]
    return Table(("judgement", *days), tuple(row[: 1 + len(days)] for row in rows))


def every_inspection(profile: Profile) -> Table:
    """Every inspection of the council; `later` marks those published after the day."""
    caption = f"Every inspection of {profile.council.name}."
    return inspection_list(profile.inspections, caption, as_at=profile.as_at)


def history(profile: Profile) -> Table:
    """Every inspection, newest first; if some came out after the day, a column says which."""
    table = every_inspection(profile)
    table = table._replace(rows=table.rows[::-1], caption="")
    later = table.columns.index("later")
    if not any(row[later] for row in table.rows):
        return table
    day = f"as at {short_day(profile.as_at)}"
    return table._replace(
        columns=(*table.columns, day),
        rows=tuple((*row, "later" if row[later] else None) for row in table.rows),
        display_columns=(*table.display_columns, day),
    )
