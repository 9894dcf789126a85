"""Rows of one file that contradict each other: which of them is right, no order of rows can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .diff import FieldDifference, alike
from .reading import Reading, VisitReading
from .step import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .step import Step

_PLAIN = ("framework", "type", "published", "start", "end", "lead_inspector", "priority_action")


def contradictions(steps: Mapping[int, Step]) -> dict[int, str]:
    """Why readings are to be refused, by their numbers: those of one file about one inspection or visit that differ.

    Where none of them would be written, each differs from what is held, and that is said of each already.
    """
    if not any(step.writes for step in steps.values()):
        return {}
    about: dict[tuple[Path, str], list[int]] = {}
    for number, step in steps.items():
        if step.key and step.status not in (Status.REFUSED, Status.PASSED_OVER):
            about.setdefault((step.file, step.key), []).append(number)
    refused: dict[int, str] = {}
    for numbers in about.values():
        if any(steps[number].writes for number in numbers) and (why := _first(steps[number] for number in numbers)):
            refused |= dict.fromkeys(numbers, why)
    return refused


def _first(steps: Iterable[Step]) -> str:
    """What the first of the readings that contradicts one before it says otherwise; empty where none does."""
    before: dict[str, tuple[object, str]] = {}
    for step in steps:
        differing = []
        for column, value in _given(step):
            first, place = before.setdefault(column, (value, step.place))
            if not alike(column, first, value):
                told = FieldDifference.of(column, first, value)
                differing.append(f"{column} is {told.held} on {place} and {told.found} on {step.place}")
        if differing:
            return f"the file contradicts itself: {', '.join(differing)}; correct the file, then import it again"
    return ""


def _given(step: Step) -> Iterator[tuple[str, object]]:
    """What a reading says, by column."""
    read = step.read
    if isinstance(read, Reading | VisitReading):
        yield from ((column, value) for column in _PLAIN if (value := getattr(read, column, None)) not in (None, ""))
    if isinstance(read, Reading):
        yield from ((judgement.value, grade) for judgement, grade in read.grades.items())
