"""The estimated window of a next inspection as a row: `due` gives many, the JSON of `show` one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.model import Judgement
from .due_words import MAY_HAVE_BEGUN
from .table import Keyed

if TYPE_CHECKING:
    from ..analysis.next_inspections import Due
    from ..storage.schema import Value

DUE_COLUMNS = ("council", "name", "region", "overall", "inspection", "start", "since", "waiting_days", "earliest",
               "latest", "may_have_begun", "later_than_estimate", "source")  # fmt: skip


def due_values(one: Due) -> dict[str, Value]:
    """The estimated window of a council's next inspection, values by column; months as `2027-03`."""
    council, inspection, overall = one.council, one.inspection, one.inspection.grades.get(Judgement.OVERALL)
    # For people, words replace a start in the past.
    earliest = f"{one.earliest:%Y-%m}"
    values = (
        council.slug, council.name, council.region, overall, inspection.key, inspection.start, one.since, one.waiting,
        Keyed(earliest, MAY_HAVE_BEGUN) if one.may_have_begun else earliest, f"{one.latest:%Y-%m}",
        one.may_have_begun, one.overdue, inspection.source,
    )  # fmt: skip
    return dict(zip(DUE_COLUMNS, values, strict=True))
