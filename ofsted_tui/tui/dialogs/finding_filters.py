"""The filter of findings and themes: what can be ticked, by part of the query, with how many it would show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.finding_hits import FoundBy
from ...analysis.finding_search import facets
from ...analysis.themes import BY_VISITS
from ...core.model import THEMES, Grade, Judgement, Kind, theme_title
from ...core.visits import TOPICS, topic_title
from ...output.query_parts import found_by_title
from ..colour_themes import COLOUR
from .checklist import Checklist, ChecklistItem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App

    from ...analysis.finding_search import FindingQuery
    from ...core.model import Council
    from ...core.repository import Repository

HEADINGS = {
    "kinds": "Kind of finding",
    "found_by": "Found by",
    "topics": "Topic of visit",
    "grades": "Overall grade at the time",
    "forms": "Framework",
    "judgements": "Judgement",
    "regions": "Region",
    "years": "Year of publication",
    "themes": "Theme",
    "councils": "Council",
}
"""The parts of a query, and the headings of their choices."""
OF_FINDINGS_ALONE = ("kinds", "found_by", "topics", "themes", "councils")
"""The parts that do not choose inspections to be counted."""
ORDER: dict[str, Sequence[Any]] = {
    "kinds": tuple(Kind),
    "found_by": tuple(FoundBy),
    "topics": TOPICS,
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
    near: Council | None = None,
    found: Callable[[], int],
) -> None:
    """Tick what findings are shown, or which inspections are counted.

    `near`: whose neighbours can be ticked; `found`: how many findings, or inspections, there are by now.
    """
    counts = facets(repository, query, inspections=inspections)
    parts = [name for name in HEADINGS if not (inspections and name in OF_FINDINGS_ALONE)]
    choices = [choice for name in parts for choice in _choices(repository, name, counts[name], getattr(query, name))]
    ticked = {(name, value) for name in parts for value in getattr(query, name)}
    if query.neighbours_of:
        ticked = {tick for tick in ticked if tick[0] != "councils"} | {("neighbours_of", query.neighbours_of)}
    whose = dict.fromkeys(filter(None, (query.neighbours_of, near.slug if near and near.neighbours else "")))
    if not inspections:
        first = next((place for place, choice in enumerate(choices) if choice.value[0] == "councils"), len(choices))
        choices[first:first] = [_neighbours_choice(repository, slug, counts["councils"]) for slug in whose]

    def narrowed(ticked: frozenset[Any]) -> None:
        held: dict[str, Any] = {name: frozenset(v for part, v in ticked if part == name) for name in parts}
        if not inspections:
            held["neighbours_of"] = next((slug for part, slug in ticked if part == "neighbours_of"), "")
        if held.get("neighbours_of"):
            held["councils"] = frozenset(repository.councils[held["neighbours_of"]].neighbour_slugs)
        then(query._replace(**held))

    counted = "visit" if query.found_by == BY_VISITS else "inspection"
    noun = counted if inspections else "finding"
    app.push_screen(Checklist(f"Show only · {noun}s", choices, ticked, narrowed, found, noun))


def _neighbours_choice(repository: Repository, slug: str, counts: Counter[Any]) -> ChecklistItem:
    council = repository.councils[slug]
    number = sum(counts[near] for near in council.neighbour_slugs)
    return ChecklistItem(f"Neighbours of {council.name}", ("neighbours_of", slug), number, group="Neighbours")


def _choices(repository: Repository, name: str, counts: Counter[Any], ticked: frozenset[Any]) -> list[ChecklistItem]:
    held: Iterable[Any] = (value for value in {*counts, *ticked} if value or name == "grades")
    places = {value: place for place, value in enumerate(ORDER.get(name, ()))}
    if places:
        ordered = sorted(held, key=lambda value: places.get(value, len(places)))
    elif name == "councils":
        ordered = sorted(held, key=lambda slug: repository.councils[slug].name)
    else:
        ordered = sorted(held, reverse=name == "years")
    return [
        ChecklistItem(
            _words(repository, name, value), (name, value), counts[value], COLOUR.get(value, ""), HEADINGS[name]
        )
        for value in ordered
    ]


def _words(repository: Repository, name: str, value: Any) -> str:
    match name:
        case "themes":
            return theme_title(value)
        case "topics":
            return topic_title(value)
        case "councils":
            return repository.councils[value].name
        case "found_by":
            return found_by_title(value)
        case "grades":
            return value.word if value else "No overall grade"
        case _:
            return value.title if isinstance(value, Kind | Judgement) else str(value)
