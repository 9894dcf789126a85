"""The steps of an import as rows: what was read, under the names of `inspections.csv`, and what becomes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..answers import INSPECTION_COLUMNS, inspection_list
from ..formats import Answer, Value, counted, jsonable
from ..text import clean
from .plan import Status, Step, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = ("council", *INSPECTION_COLUMNS)
QUIET = (Status.SAME, Status.PASSED_OVER)
"""What a table for people leaves out and only counts."""
_TALLIED = {
    Status.ADDED: "added", Status.CHANGED: "changed", Status.SAME: "already held", Status.KEPT: "kept as held",
    Status.CONFLICT: "in conflict", Status.REFUSED: "refused", Status.PASSED_OVER: "passed over",
}  # fmt: skip


LONGEST = 300
"""Characters of one reason; a cell of a table can hold anything."""


def loud(steps: Sequence[Step]) -> list[Step]:
    """Those in which something happens."""
    return [step for step in steps if step.status not in QUIET]


def import_list(steps: Sequence[Step]) -> Answer:
    """One row for each reading."""
    return Answer(
        columns=("file", "place", "status", "what", *_COLUMNS, "improvements"),
        rows=tuple(
            (name(step), step.place, step.status, what(step), *_held(step), len(step.entries)) for step in steps
        ),
        caption=summary(steps),
        shown=("file", "place", "status", "inspection", "what"),
    )


def import_text(steps: Sequence[Step], width: int | None) -> str:
    """The same to read: a line for each reading, and below it what happens or why not, wrapped to the width."""
    from textwrap import fill

    lines = []
    for step in steps:
        key = step.inspection.key if step.inspection else ""
        lines.append(" ".join(filter(None, [f"{step.status.value:<11}", name(step), step.place, key and f"→ {key}"])))
        if words := what(step):
            indent = " " * 12
            lines.append(fill(words, max(40, width or 100), initial_indent=indent, subsequent_indent=indent))
    return "\n".join(lines) + "\n"


def name(step: Step) -> str:
    """The name of the file, which is anybody's text: nothing in it may steer a terminal."""
    return clean(step.file.name)


def what(step: Step) -> str:
    """What happens or why not, in words: reason, differences, doubts."""
    said = filter(None, [step.reason, *map(str, step.differences), *step.doubts])
    return "; ".join(words if len(words) <= LONGEST else f"{words[:LONGEST]}…" for words in said)


def summary(steps: Sequence[Step]) -> str:
    """How many readings came to what: `12 readings: 2 added, 1 refused`."""
    parts = [f"{count:,} {_TALLIED[status]}" for status, count in tally(steps).items()]
    return f"{counted(len(steps), 'reading')}: {', '.join(parts)}." if parts else "Nothing was read."


def import_json(steps: Sequence[Step]) -> str:
    """An array of objects, one for each reading; the fields of an inspection bear the names of `inspections.csv`."""
    return json.dumps([_object(step) for step in steps], ensure_ascii=False, indent=1) + "\n"


def _object(step: Step) -> dict[str, Any]:
    inspection = {column: jsonable(value) for column, value in zip(_COLUMNS, _held(step), strict=True)}
    return {
        "file": str(step.file),
        "place": step.place,
        "status": step.status.value,
        "reason": step.reason,
        "differences": [{"column": d.column, "held": d.held, "found": d.found} for d in step.differences],
        "doubts": list(step.doubts),
        **inspection,
        "improvements": [
            {"text": e.text, "page": e.page, "paragraph": e.reference, "priority": e.priority, "part": e.part}
            for e in step.entries
        ],
    }


def _held(step: Step) -> tuple[Value, ...]:
    if step.inspection is None:
        return (None,) * len(_COLUMNS)
    row = inspection_list((step.inspection,)).rows[0]
    if not step.inspection.key:  # the day of publication is not known
        unknown = {_COLUMNS.index("inspection"), _COLUMNS.index("published")}
        return tuple(None if place in unknown else value for place, value in enumerate(row))
    return row
