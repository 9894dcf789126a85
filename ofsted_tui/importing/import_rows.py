"""The steps of an import as rows: what was read, under the names of `inspections.csv`, and what happens to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..core.judgement_result import JUDGEMENTS
from ..core.model import ADDED_BY_USER
from ..core.sanitise import clean
from ..core.wording import pluralise
from ..output.cells import jsonable
from ..output.rows import INSPECTION_ROW
from ..output.table import Table
from .pdf import Report, VisitLetter
from .reading import Reading, VisitReading
from .step import Status, Step, tally, writing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..storage.schema import Value

_COLUMNS = ("council", *INSPECTION_ROW)
_PLAIN = ("framework", "type", "start", "end", "lead_inspector")
_OF_VISITS = ("visit", "topic", "looked_at", "priority_action")
_BESIDE = ("published_from", "council_title", "matched", "held", "held_published")
QUIET = (Status.SAME, Status.PASSED_OVER)
"""What a table for people leaves out and only counts, unless something in it is doubtful."""
_TALLIED = {
    Status.ADDED: "added", Status.CHANGED: "changed", Status.SAME: "already held", Status.KEPT: "kept as we hold it",
    Status.CONFLICT: "in conflict", Status.REFUSED: "refused", Status.PASSED_OVER: "skipped",
}  # fmt: skip


LONGEST = 300
"""Characters of one reason; a cell of a table can hold anything."""


def worth_listing(steps: Sequence[Step]) -> list[Step]:
    """The steps in which something happens or is doubtful; a table for people counts the others."""
    return [step for step in steps if step.status not in QUIET or step.doubts]


def import_list(steps: Sequence[Step]) -> Table:
    """One row for each reading."""
    return Table(
        columns=("file", "place", "status", "what", *_COLUMNS, *_BESIDE, "improvements", *_OF_VISITS),
        rows=tuple(
            (file_name(step), step.place, step.status, outcome(step), *_as_read(step).values(), *_beside(step).values(),
             len(step.entries), *_of_visit(step).values())
            for step in steps
        ),
        caption=summary(steps),
        display_columns=("file", "place", "status", "inspection", *(["visit"] if any(map(_is_visit, steps)) else []),
                         "what"),
    )  # fmt: skip


def import_text(steps: Sequence[Step], width: int | None) -> str:
    """A line of text for each reading, and below it what happens or why not, wrapped to the width (cells)."""
    from textwrap import fill

    lines, indent = [], " " * 12
    for step in steps:
        about = f"→ {step.key}" if step.key else ""
        line = " ".join(filter(None, [f"{step.status.value:<11}", file_name(step), step.place, about]))
        if width:  # names stay whole
            line = fill(line, max(40, width), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        lines.append(line)
        if words := outcome(step):
            lines.append(fill(words, max(40, width or 100), initial_indent=indent, subsequent_indent=indent))
    return "\n".join(lines) + "\n"


def file_name(step: Step) -> str:
    """The name of the file, which may be any text: nothing in it may steer a terminal."""
    return clean(step.file.name or str(step.file))  # `.` and `/` have no name


def outcome(step: Step) -> str:
    """What happens or why not, in words: reason, differences, doubts."""
    said = filter(None, [step.reason, *map(str, step.differences), *step.doubts])
    return "; ".join(words if len(words) <= LONGEST else f"{words[:LONGEST]}…" for words in said)


def summary(steps: Sequence[Step]) -> str:
    """How many readings had which outcome: `12 items: 2 added, 10 refused`; for one: `1 item: refused`."""
    parts = [f"{count:,} {_TALLIED[status]}" for status, count in tally(steps).items()]
    said = ", ".join(parts) if len(steps) > 1 else "".join(parts).removeprefix("1 ")
    return f"{pluralise(len(steps), 'item')}: {said}." if parts else "Nothing was read."


def import_json(steps: Sequence[Step]) -> str:
    """An array of objects, one for each reading.

    The fields of an inspection bear the names of `inspections.csv` and hold what was read from the file; the row that
    is held stands apart.
    """
    return json.dumps([_object(step) for step in steps], ensure_ascii=False, indent=1) + "\n"


def _object(step: Step) -> dict[str, Any]:
    columns = {column: jsonable(value) for column, value in (_as_read(step) | _beside(step)).items()}
    return {
        "file": str(step.file),
        "place": step.place,
        "status": step.status.value,
        "reason": step.reason,
        "differences": [{"column": d.column, "held": d.held, "found": d.found} for d in step.differences],
        "doubts": list(step.doubts),
        **columns,
        "improvements": [
            {"text": e.text, "page": e.page, "paragraph": e.reference, "priority": e.priority, "part": e.part}
            for e in step.entries
        ],
        **{column: jsonable(value) for column, value in _of_visit(step).items()},
    }


def _is_visit(step: Step) -> bool:
    return isinstance(step.read, VisitReading | VisitLetter)


def _of_visit(step: Step) -> dict[str, Value]:
    """What only a visit has, under the names of `visits.csv`; `looked_at` are the letter's or the table's own words."""
    row: dict[str, Value] = dict.fromkeys(_OF_VISITS)
    read = step.read
    if isinstance(read, VisitLetter):
        return row | {"looked_at": read.focus or None}
    if not isinstance(read, VisitReading):
        return row
    known = {None: None, True: "yes", False: "no"}[read.priority_action]
    return {"visit": step.key or None, "topic": read.topics, "looked_at": read.looked_at or None,
            "priority_action": known}  # fmt: skip


def _as_read(step: Step) -> dict[str, Value]:
    """What the file itself says, under the names of `inspections.csv`; None for what it does not say.

    Two things are not the file's: the key of the inspection, and a day of publication that it does not give.
    """
    row: dict[str, Value] = dict.fromkeys(_COLUMNS)
    if (read := step.read) is None:
        return row
    if isinstance(read, VisitReading | VisitLetter):
        row |= {"type": read.type, "start": read.start, "end": read.end}
        row["published"] = read.published or _published_elsewhere(step)
        row["source"] = ADDED_BY_USER if step.writes else None
        if isinstance(read, VisitReading):
            row |= {"council": read.council.slug, "notes": read.notes or None}
        return row
    row["inspection"] = step.key or None
    row["published"] = read.published or _published_elsewhere(step)
    row |= {column: getattr(read, column) or None for column in _PLAIN}
    row |= {judgement.value: read.grades.get(judgement) for judgement in JUDGEMENTS}
    row["source"] = ADDED_BY_USER if step.writes else None
    if isinstance(read, Reading):
        row["council"] = read.council.slug
        row["report_url"] = read.report_url or None
        row["notes"] = read.notes or None
    return row


def _title(paper: Report | VisitLetter | None) -> str | None:
    """The council as the paper names it."""
    if isinstance(paper, VisitLetter):
        return next(iter(paper.council_titles), None)
    return paper.council_title if paper else None


def number_written(steps: Sequence[Step]) -> str:
    """How much the library would hold: `2 inspections`, `1 inspection and 3 visits`."""
    visits = {step.key for step in steps if step.writes and step.visit}
    inspections = writing(steps) - visits
    said = [pluralise(len(inspections), "inspection")] if inspections or not visits else []
    return " and ".join([*said, *([pluralise(len(visits), "visit")] if visits else [])])


def _published_elsewhere(step: Step) -> date | None:
    about = step.held or step.inspection or step.held_visit or step.visit
    return about.published if about else None


def _beside(step: Step) -> dict[str, Value]:
    """What belongs to the reading and is no column of `inspections.csv`: where its day is from, and the row held."""
    read, held, paper = step.read, step.held or step.held_visit, step.paper
    published_from = None
    if read and read.published:
        published_from = ("report" if isinstance(paper, Report) else "letter") if paper else "table"
    elif _published_elsewhere(step):
        published_from = "held" if held else "you"
    return {
        "published_from": published_from,
        "council_title": _title(paper),
        "matched": "yes" if held else "no",
        "held": held.key if held else None,
        "held_published": held.published if held else None,
    }
