"""Each filter of a query for findings, visits or changes: what a reader calls it, and the query without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ..analysis.changes import Published
from ..analysis.finding_hits import FoundBy
from ..core.dates import short_day
from ..core.judgement_result import JUDGEMENTS
from ..core.model import ILACS_FORMS, THEMES, Grade, Judgement, Kind, theme_title
from ..core.visits import TOPICS, topic_short, topic_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..analysis.changes import ChangesQuery
    from ..analysis.finding_search import FindingQuery
    from ..analysis.visits import VisitQuery
    from ..core.model import Council

MOST_NAMED = 3
"""Up to this number, each council is a filter of its own; more are one filter."""
PRIORITY_ACTION = "With an area for priority action"
"""The filter for visits whose letter names one."""


Query = TypeVar("Query", bound=tuple[object, ...])
"""A query for findings, visits or changes."""


class QueryPart(NamedTuple, Generic[Query]):
    """One filter that is on."""

    words: str
    """`North West`, `Must improve`, `Neighbours of Leeds`."""
    without: Query
    """The query without it."""


def found_by_title(by: FoundBy) -> str:
    """Who found it, as a filter: `Visits`."""
    return f"{by.value.capitalize()}s"


def grade_then(grade: Grade | None) -> str:
    """The overall grade of that inspection, as a filter: `Good overall`."""
    return f"{grade.word} overall" if grade else "No overall grade"


def query_parts(query: FindingQuery, councils: Mapping[str, Council]) -> tuple[QueryPart[FindingQuery], ...]:
    """Every filter that is on except the phrase, in the order of the list of filters; `councils` by slug."""
    return (*_whose(query, councils), *_ticked(query), *_when(query))


def _whose(query: FindingQuery, councils: Mapping[str, Council]) -> Iterator[QueryPart[FindingQuery]]:
    if query.neighbours_of:
        without = query._replace(councils=frozenset(), neighbours_of="")
        yield QueryPart(f"Neighbours of {councils[query.neighbours_of].name}", without)
    elif len(query.councils) > MOST_NAMED:
        yield QueryPart(f"{len(query.councils)} councils", query._replace(councils=frozenset()))
    else:
        for slug in sorted(query.councils):
            yield QueryPart(councils[slug].name, query._replace(councils=query.councils - {slug}))


def _ticked(query: FindingQuery) -> Iterator[QueryPart[FindingQuery]]:
    """A part for each value chosen; one for all forms of the ILACS together."""
    words: dict[str, dict[Any, str]] = {
        "kinds": {kind: kind.title for kind in Kind},
        "themes": {theme: theme_title(theme) for theme in THEMES},
        "judgements": {judgement: judgement.title for judgement in Judgement},
        "grades": {grade: grade_then(grade) for grade in (*Grade, None)},
        "regions": {region: region for region in sorted(query.regions)},
        "frameworks": {framework: framework.value for framework in query.frameworks},
        "forms": {form: form for form in sorted(query.forms)},
        "found_by": {by: found_by_title(by) for by in FoundBy},
        "topics": {topic: f"Visits: {topic_short(topic).lower()}" for topic in TOPICS},
        "years": {year: str(year) for year in sorted(query.years, reverse=True)},
    }
    for name, named in words.items():
        chosen: frozenset[Any] = getattr(query, name)
        if name == "forms" and chosen >= frozenset(ILACS_FORMS):
            yield QueryPart("ILACS", query._replace(forms=query.forms - frozenset(ILACS_FORMS)))
            chosen -= frozenset(ILACS_FORMS)
        for value, title in named.items():
            if value in chosen:
                yield QueryPart(title, query._replace(**{name: getattr(query, name) - {value}}))


def _when(query: FindingQuery) -> Iterator[QueryPart[FindingQuery]]:
    if query.since:
        yield QueryPart(f"Since {short_day(query.since)}", query._replace(since=None))
    if query.until:
        yield QueryPart(f"Until {short_day(query.until)}", query._replace(until=None))


def visit_query_parts(query: VisitQuery, councils: Mapping[str, Council]) -> tuple[QueryPart[VisitQuery], ...]:
    """Every filter of visits that is on, except dates; `councils` by slug."""
    parts = []
    if query.neighbours_of:
        without = query._replace(councils=frozenset(), neighbours_of="")
        parts.append(QueryPart(f"Neighbours of {councils[query.neighbours_of].name}", without))
    else:
        names = {councils[slug].name: slug for slug in query.councils}
        parts += [QueryPart(n, query._replace(councils=query.councils - {names[n]})) for n in sorted(names)]
    topics = [topic for topic in TOPICS if topic in query.topics]
    parts += [QueryPart(topic_title(one), query._replace(topics=query.topics - {one})) for one in topics]
    for kind in sorted(query.types, key=lambda kind: kind.value):
        parts.append(QueryPart(f"{kind.value.capitalize()}s", query._replace(types=query.types - {kind})))
    parts += [QueryPart(one, query._replace(regions=query.regions - {one})) for one in sorted(query.regions)]
    if query.priority_action:
        parts.append(QueryPart(PRIORITY_ACTION, query._replace(priority_action=False)))
    return tuple(parts)


def changes_query_parts(query: ChangesQuery) -> tuple[QueryPart[ChangesQuery], ...]:
    """Every filter of what is new that is on."""
    published = [
        QueryPart(what.value.capitalize(), query._replace(published=query.published - {what}))
        for what in Published
        if what in query.published
    ]
    judgements = [
        QueryPart(judgement.title, query._replace(judgements=query.judgements - {judgement}))
        for judgement in JUDGEMENTS
        if judgement in query.judgements
    ]
    return (*published, *judgements)
