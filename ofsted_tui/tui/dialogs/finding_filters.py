"""The filter of words and themes: what can be ticked, by its part of the question, with how much stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.finding_search import facets
from ...core.model import THEMES, Grade, Judgement, Kind, theme_title
from ..themes import COLOUR
from .checklist import Checklist, ChecklistItem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App

    from ...analysis.finding_search import FindingQuery
    from ...core.repository import Repository

HEADINGS = {
    "kinds": "What is said",
    "grades": "Overall grade then",
    "forms": "Framework",
    "judgements": "Judgement",
    "regions": "Region",
    "years": "Year of publication",
    "themes": "Theme",
}
"""The parts of a question, and what stands above their choices."""
ORDER: dict[str, Sequence[Any]] = {
    "kinds": tuple(Kind),
    "grades": tuple(Grade),
    "judgements": tuple(Judgement),
    "themes": THEMES,
}
"""The order of choices that have one of their own."""


def narrow(
    app: App[Any],
    repository: Repository,
    query: FindingQuery,
    then: Callable[[FindingQuery], None],
    *,
    inspections: bool,
) -> None:
    """Tick what findings are shown, or which inspections are counted."""
    counts = facets(repository, query, inspections=inspections)
    parts = [name for name in HEADINGS if not (inspections and name in ("kinds", "themes"))]
    choices = [choice for name in parts for choice in _choices(name, counts[name], getattr(query, name))]
    ticked = {(name, value) for name in parts for value in getattr(query, name)}

    def narrowed(ticked: frozenset[Any]) -> None:
        held: dict[str, Any] = {name: frozenset(v for part, v in ticked if part == name) for name in parts}
        then(query._replace(**held))

    heading = "Count only · inspections" if inspections else "Show only · findings"
    app.push_screen(Checklist(heading, choices, ticked, narrowed))


def _choices(name: str, counts: Counter[Any], ticked: frozenset[Any]) -> list[ChecklistItem]:
    held: Iterable[Any] = (value for value in {*counts, *ticked} if value or name == "grades")
    places = {value: place for place, value in enumerate(ORDER.get(name, ()))}
    if places:
        ordered = sorted(held, key=lambda value: places.get(value, len(places)))
    else:
        ordered = sorted(held, reverse=name == "years")
    return [
        ChecklistItem(_words(name, value), (name, value), counts[value], COLOUR.get(value, ""), HEADINGS[name])
        for value in ordered
    ]


def _words(name: str, value: Any) -> str:
    if name == "themes":
        return theme_title(value)
    if name == "grades":
        return value.word if value else "No overall grade"
    return value.title if isinstance(value, Kind | Judgement) else str(value)
