"""By what findings can be narrowed: things to tick, and the question that comes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..model import THEMES, Framework, Grade, Judgement, Kind, theme_title
from .ticks import Choice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..analysis.words import Question
    from ..repository import Repository

AREAS = (Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE, Judgement.ADOPTION,
         Judgement.CARE_LEAVERS, Judgement.LSCB)  # fmt: skip
"""The areas under which findings stand."""
OF_INSPECTIONS = ("grades", "frameworks", "judgements", "regions", "years")
"""The parts of a question by which inspections are chosen."""
OF_FINDINGS = ("kinds", *OF_INSPECTIONS, "themes")
"""Those by which findings are chosen."""


def choices(repository: Repository, parts: Collection[str]) -> list[Choice]:
    """What can be ticked: the value is the part of the question, and what it shall hold."""
    return [Choice(words, (part, value)) for part, words, value in _offered(repository) if part in parts]


def _offered(repository: Repository) -> Iterator[tuple[str, str, Any]]:
    yield from (("kinds", kind.title, kind) for kind in Kind)
    yield from (("grades", f"Overall then: {g.word}", g) for g in Grade if g is not Grade.ADEQUATE)
    yield ("grades", "Overall then: no overall grade", None)
    yield from (
        ("frameworks", f"{framework.value} inspections", framework) for framework in Framework if framework.whole
    )
    yield from (("judgements", f"under {judgement.phrase}", judgement) for judgement in AREAS)
    regions = sorted({council.region for council in repository.councils.values()})
    yield from (("regions", region, region) for region in regions)
    years = range(repository.last_day.year, repository.first_day.year - 2, -1)
    yield from (("years", f"published in {year}", year) for year in years)
    yield from (("themes", f"theme: {theme_title(theme)}", theme) for theme in THEMES)


def ticked(question: Question) -> set[tuple[str, Any]]:
    """What of it a question holds."""
    return {(part, value) for part in OF_FINDINGS for value in getattr(question, part)}


def narrowed(question: Question, ticks: Collection[tuple[str, Any]]) -> Question:
    """The question with what is ticked, and nothing else of the kind."""
    held: dict[str, Any] = {part: frozenset(value for p, value in ticks if p == part) for part in OF_FINDINGS}
    return replace(question, **held)
