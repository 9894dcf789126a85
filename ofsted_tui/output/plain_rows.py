"""Councils, inspections, visits, findings and totals -> plain dicts, which pandas and Polars take as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..core.councils import Totals
from ..core.model import Council, Finding, Inspection, Summary
from ..core.standing import Standing
from ..core.visits import Visit
from ..storage.schema import (
    COUNCIL_COLUMNS,
    INSPECTION_COLUMNS,
    finding_values,
    inspection_values,
    to_csv,
    visit_values,
)
from .rows import COUNCIL_CODES, TOTAL_COLUMNS, council_codes, total_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..storage.schema import Value

    Item = Council | Inspection | Visit | Finding | Summary | Standing | Totals
    Cell = str | int | date | None


def to_rows(items: Item | Iterable[Item] | Mapping[str, Item]) -> list[dict[str, Cell]]:
    """A list of dicts, one for each item, in their order; every dict has the same columns. One item gives one dict.

    What you can pass, and the columns you get:

    - councils (`data.councils`): those of `councils.csv`
    - inspections (`data.inspections`): those of `inspections.csv`
    - focused and monitoring visits (`data.visits`): those of `visits.csv`
    - findings (`data.findings`): those of `findings.csv`; those of a visit (`data.findings_of_visit(visit)`) too, with
      its key in `inspection`
    - summaries (`data.summaries`): those of `summaries.csv`
    - councils as at a date (`data.as_at(day)`): council, name, region, then those of `inspections.csv` for the most
      recent full inspection (empty where there is none yet), then urn, ons_code, la_code, council_type
    - totals (`data.as_at(day).totals(judgement)`), or a list of them: as_at, judgement, a number of councils for each
      grade, joint, not_judged, not_inspected, councils

    Values are written as in `data/`: `requires improvement`, `yes`, lists in one cell. Dates are `datetime.date`,
    numbers of councils int, everything else str; an empty cell is None. Polars guesses a column's type from the first
    rows, which may be empty: use `polars.DataFrame(rows, infer_schema_length=None)`.

    Raises TypeError for anything else, and for items of two kinds together.
    """
    if isinstance(items, Council | Inspection | Visit | Finding | Summary | Standing | Totals):
        return to_rows([items])
    listed: list[Item] = list(items.values() if isinstance(items, Mapping) else items)
    kinds = {type(item): None for item in listed}
    if len(kinds) > 1:
        raise TypeError(f"to_rows takes items of one kind, not {' and '.join(kind.__name__ for kind in kinds)}")
    return [{column: _cell(value) for column, value in _values(item).items()} for item in listed]


def _values(item: Item) -> dict[str, Value]:
    match item:
        case Council():
            return _council_values(item)
        case Inspection():
            return inspection_values(item)
        case Visit():
            return visit_values(item)
        case Finding():
            return finding_values(item)
        case Summary():
            return {"inspection": item.inspection, "text": item.text, "page": item.pages}
        case Standing():
            return _standing_values(item)
        case Totals():
            counts = zip(TOTAL_COLUMNS, total_row(item), strict=True)
            return {"as_at": item.as_at, "judgement": item.judgement, **dict(counts)}
        case _:
            raise TypeError(f"to_rows takes what a repository holds, or totals, not {type(item).__name__}")


def _council_values(council: Council) -> dict[str, Value]:
    """A council as a row of `councils.csv`, values by column."""
    values: dict[str, Value] = {
        **council._asdict(),
        "council": council.slug,
        "aliases": ";".join(council.aliases),
        "neighbours_2025": council.neighbour_slugs,
        "closeness_2025": tuple(closeness for _, closeness in council.neighbours),
    }
    return {column: values[column] for column in COUNCIL_COLUMNS}


def _standing_values(standing: Standing) -> dict[str, Value]:
    """A council with its most recent full inspection, as `ofsted-tui list` gives it."""
    council, inspection = standing.council, standing.inspection
    empty: dict[str, Value] = dict.fromkeys(INSPECTION_COLUMNS)
    values = inspection_values(inspection) if inspection else empty
    named: dict[str, Value] = {"council": council.slug, "name": council.name, "region": council.region}
    codes = dict(zip(COUNCIL_CODES, council_codes(council), strict=True))
    return named | {column: value for column, value in values.items() if column != "council"} | codes


def _cell(value: Value) -> Cell:
    """A value spelt as in `data/`, dates as dates; None for an empty cell."""
    if isinstance(value, date):
        return value
    spelt = to_csv(value)
    return spelt if isinstance(spelt, int) else str(spelt) or None
