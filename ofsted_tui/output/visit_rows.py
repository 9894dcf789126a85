"""Visits as answers in rows, and in words: what a command prints is what a screen shows and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.visits import VisitQuery
from ..core.dates import long_day
from ..core.visits import TOPICS, topic_title
from ..core.wording import name_list, pluralise
from ..storage.schema import VISIT_COLUMNS
from .rows import visit_row
from .short_captions import first_of, neighbours_words, published_between
from .table import Table
from .visit_words import NO_GRADE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..analysis.council_visits import CouncilVisits
    from ..core.repository import Repository
    from ..core.visits import Visit
    from ..storage.schema import Value

FEW = 3
"""Councils that a caption names."""
FOUND_COLUMNS = ("visit", "council", "name", "region", *list(VISIT_COLUMNS)[2:], "summary")


def found_visits(
    repository: Repository, visits: Sequence[Visit], query: VisitQuery, *, limit: int | None = None
) -> Table:
    """Visits with their councils, and the summary of each letter; the caption counts also those past the limit."""
    councils = len({visit.council for visit in visits})
    asked = ", ".join(_query_words(query, repository))
    to = f"{',' if asked else ''} to {pluralise(councils, 'council')}" if councils and len(query.councils) != 1 else ""
    until = f", up to {long_day(query.until)}" if query.until else ""
    own = ["source"] if any(visit.added_by_user for visit in visits) else []
    noun = next(iter(query.types)).value if len(query.types) == 1 else "visit"
    return Table(
        columns=FOUND_COLUMNS,
        rows=tuple(_found_row(repository, visit) for visit in visits[:limit]),
        caption=f"{pluralise(len(visits), noun)}{f' {asked}' if asked else ''}{to}{until}."
        f"{_priority_actions(repository, visits)} {NO_GRADE}{first_of(visits, limit)}",
        display_columns=("name", "type", "start", "topic", *own),
    )


def _priority_actions(repository: Repository, visits: Sequence[Visit]) -> str:
    """How many visits found an area for priority action, and, where they are few, in which councils."""
    urgent = [visit.council for visit in visits if visit.priority_action]
    names = [repository.councils[slug].name for slug in dict.fromkeys(urgent)]
    where = f" ({name_list(names)})" if len(names) <= FEW else ""
    return f" {len(urgent)} with an area for priority action{where}." if urgent else ""


def _found_row(repository: Repository, visit: Visit) -> tuple[Value, ...]:
    council, summary = repository.councils[visit.council], repository.summaries.get(visit.key)
    key, slug, *others = visit_row(visit)
    return (key, slug, council.name, council.region, *others, summary.text if summary else None)


def _query_words(query: VisitQuery, repository: Repository) -> list[str]:
    """What was asked for, in words, but for the last day."""
    topics = [topic_title(topic).lower() for topic in TOPICS if topic in query.topics]
    words = [f"on {' or '.join(topics)}"] if topics else []
    words += [f"in {' or '.join(sorted(query.regions))}"] if query.regions else []
    if query.neighbours_of:
        words.append(f"to {neighbours_words(repository.councils[query.neighbours_of])}")
    elif query.councils:
        words.append(f"to {name_list(sorted(repository.councils[slug].name for slug in query.councils))}")
    words += [f"since {long_day(query.since)}"] if query.since else []
    return words


def new_visit_list(repository: Repository, since: date, until: date | None = None) -> Table:
    """The visits whose letters were published from one date to another (default: the latest in the data)."""
    from ..analysis.changes import new_visits  # no other answer needs it

    visits = new_visits(repository, since, until or repository.last_day)
    published = published_between(since, until, repository.last_day)
    urgent = _priority_actions(repository, visits)
    caption = f"{pluralise(len(visits), 'visit')} {published}{urgent} {NO_GRADE}"
    found = found_visits(repository, visits, VisitQuery())
    shown = tuple("published" if name == "start" else name for name in found.display_columns)
    return found._replace(caption=caption, display_columns=shown)


def council_visit_list(visits: CouncilVisits) -> Table:
    """Every visit of one council, newest first; `since` says whether it came after the inspection looked at.

    `later` marks a visit of which nothing was published by the day looked at.
    """
    since = set(visits.since)
    later = any(visit.day > visits.as_at for visit in visits.every)
    return Table(
        columns=(*VISIT_COLUMNS, "summary", "since", "later"),
        rows=tuple((*visit_row(v), visits.summary(v) or None, v in since, v.day > visits.as_at) for v in visits.every),
        display_columns=("start", "type", "topic", "priority_action", *(["later"] if later else [])),
    )
