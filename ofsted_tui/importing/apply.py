"""From what was read to the library: a preview of what would change, then the change, under the library's lock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..core.sanitise import clean
from ..storage import shipped_data
from ..storage.library import Added, Addition, Library, changing
from .contradictions import contradictions
from .plan import Plan
from .step import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ..core.repository import Repository
    from .reading import Reading, Refusal, VisitReading
    from .sources import Source
    from .step import Options, Step

    Found = Reading | VisitReading | Refusal


def preview(sources: Sequence[Source], repository: Repository, options: Options | None = None) -> tuple[Step, ...]:
    """What would happen to everything that was read, in the order of adding; nothing is written.

    Reports that lack their day of publication come last: a table among the sources may give it. Rows of one file that
    contradict each other are refused, all of them, and the rest is taken as if they were not there.
    """
    readings = [(source.path, found) for source in sources for found in source.found]
    refused: dict[int, Step] = {}
    while True:
        steps = _planned(readings, refused, Plan(repository, options))
        contradicting = contradictions(steps)
        if not contradicting:
            return tuple(steps.values())
        refused |= {number: _refused(steps[number], why, repository) for number, why in contradicting.items()}


def _planned(readings: Sequence[tuple[Path, Found]], refused: Mapping[int, Step], plan: Plan) -> dict[int, Step]:
    """The steps by the numbers of their readings, in the order in which they would be taken."""
    steps: dict[int, Step] = {}
    waiting: list[int] = []
    for number, (file, found) in enumerate(readings):
        step = refused.get(number) or plan.step(file, found)
        if step.waits:
            waiting.append(number)
        else:
            steps[number] = step
    return steps | {number: plan.step(*readings[number]) for number in waiting}


def _refused(step: Step, why: str, repository: Repository) -> Step:
    """The step of a reading that is refused, beside what is held without any reading of this import."""
    return step._replace(
        status=Status.REFUSED, reason=why, differences=(),
        inspection=step.inspection or step.held, held=repository.inspections.get(step.key),
        visit=step.visit or step.held_visit, held_visit=repository.visits.get(step.key),
    )  # fmt: skip


def add_to_library(sources: Sequence[Source], file: Path, options: Options | None = None) -> tuple[Step, ...]:
    """Add to the library what can be added. Raises OSError, library.LibraryUnreadable; then nothing was written.

    What is held is read again under the lock, so that two imports at once lose nothing.
    """
    shipped = shipped_data.load()
    with changing(file) as library:
        steps = preview(sources, library.over(shipped), options)
        inspections = additions([(step, step.inspection) for step in steps], shipped.inspections)
        visits = additions([(step, step.visit) for step in steps], shipped.visits)
        if inspections or visits:
            library.overlaid(inspections, visits).save(file)
    return steps


def additions(rows: Iterable[tuple[Step, Added | None]], shipped: Mapping[str, Added]) -> list[Addition[Added]]:
    """The additions to the library, the last for each inspection or visit; `shipped`: the shipped ones, by key."""
    today = date.today()
    held = {}
    for step, row in rows:
        if step.writes and row:
            theirs = shipped.get(row.key)
            instead = theirs is not None and row._replace(source=theirs.source) != theirs
            held[row.key] = Addition(row, clean(step.file.name), today, step.findings, instead)
    return list(held.values())


def preview_over_library(
    sources: Sequence[Source], file: Path, options: Options | None = None
) -> tuple[tuple[Step, ...], str]:
    """What `add_to_library` would do, and a sentence if the library cannot be read; nothing is written."""
    library, problem = Library.load(file)
    return preview(sources, library.over(shipped_data.load()), options), problem
