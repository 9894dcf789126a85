"""Visits as answers in rows, and in words: what a command prints is what a screen shows and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.visits import VisitQuery, find_visits
from ..core.dates import long_day
from ..core.visits import TOPICS, topic_title
from ..core.wording import name_list, pluralise, region_in_words
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
    from ..core.visits import Visit, VisitType
    from ..storage.schema import Value

FEW = 3
"""Councils that a caption names."""
FOUND_COLUMNS = ("visit", "council", "name", "region", *list(VISIT_COLUMNS)[2:], "summary")


def found_visits(
    repository: Repository, visits: Sequence[Visit], query: VisitQuery, *, limit: int | None = None
) -> Table:
    """Visits with their councils, and the summary of each letter; the caption counts also those past the limit."""
    own = ["source"] if any(visit.added_by_user for visit in visits) else []
    return Table(
        columns=FOUND_COLUMNS,
        rows=tuple(_found_row(repository, visit) for visit in visits[:limit]),
        caption=f"{_found(repository, visits, query)}{first_of(visits, limit)}",
        display_columns=("name", "type", "start", "published", "topic", *own),
    )


def _found(repository: Repository, visits: Sequence[Visit], query: VisitQuery) -> str:
    """How many visits of which kind, to whom and published when, in sentences."""
    topics = [topic_title(topic).lower() for topic in TOPICS if topic in query.topics]
    unknown = priority_not_known(repository, query)
    parts = [f"on {' or '.join(topics)}"] if topics else []
    if query.priority_action:
        parts.append(f"{'known to have' if unknown else 'with'} an area for priority action{',' if visits else ''}")
    parts += _whom(repository, visits, query)
    noun = next(iter(query.types)).value if len(query.types) == 1 else "visit"
    found = f"{' '.join([pluralise(len(visits), noun), *parts])}{',' if parts else ''}"
    priority = unknown if query.priority_action else _priority_actions(repository, visits)
    published = f"{found} {_published(repository, query)}"
    sentences = [published, _not_dated(visits), priority, NO_GRADE if visits else ""]
    return " ".join(filter(None, sentences))


def _whom(repository: Repository, visits: Sequence[Visit], query: VisitQuery) -> list[str]:
    """To whom the visits were: `to 10 councils`, `in London`."""
    number = len({visit.council for visit in visits})
    words = []
    if query.neighbours_of:
        some = f"{number} of " if number else ""
        words.append(f"to {some}{neighbours_words(repository.councils[query.neighbours_of])}")
    elif query.councils:
        words.append(f"to {name_list(sorted(repository.councils[slug].name for slug in query.councils))}")
    elif number:
        words.append(f"to {pluralise(number, 'council')}")
    return [*words, f"in {' or '.join(map(region_in_words, sorted(query.regions)))}"] if query.regions else words


def _published(repository: Repository, query: VisitQuery) -> str:
    """When the visits were published, to end a sentence; the last day is at most that of the latest of their type."""
    latest = last_visit_day(repository, query.types)
    if query.since and query.since > latest:
        since = long_day(query.since)
        when = f"from {since} to {long_day(query.until)}" if query.until else f"since {since}"
        such = find_visits(repository, query._replace(since=None, until=None, priority_action=False))
        newest = max((visit.day for visit in such), default=latest)
        return f"published {when}. {_most_recent(newest)}"
    first = f"from {long_day(query.since)} to" if query.since else "up to"
    return f"published {first} {long_day(min(query.until or latest, latest))}."


def last_visit_day(repository: Repository, types: frozenset[VisitType] = frozenset()) -> date:
    """The day of the most recent visit that we hold of some types (default: all); without one, the data's last day."""
    held = (visit.day for visit in repository.visits.values() if not types or visit.type in types)
    return max(held, default=repository.last_day)


def _most_recent(day: date, noun: str = "") -> str:
    return f"The most recent {noun}we hold is from {long_day(day)}."


def visits_end(repository: Repository, until: date | None) -> str:
    """Which visit is the most recent that we hold, in a sentence; empty if a period ends no later than that."""
    latest = last_visit_day(repository)
    return _most_recent(latest, "visit ") if (until or repository.last_day) > latest else ""


def priority_not_known(repository: Repository, query: VisitQuery) -> str:
    """Of how many visits nobody knows whether a filter for areas for priority action would keep them; empty if none."""
    asked = find_visits(repository, query._replace(priority_action=False)) if query.priority_action else ()
    unknown = sum(visit.priority_action is None for visit in asked)
    return f"It is not known whether {pluralise(unknown, 'visit')} had an area for priority action." if unknown else ""


def _priority_actions(repository: Repository, visits: Sequence[Visit]) -> str:
    """How many visits found an area for priority action, where they are few in which councils, and what is not known.

    Empty where none is known to have found one.
    """
    urgent = [visit.council for visit in visits if visit.priority_action]
    if not urgent:
        return ""
    names = [repository.councils[slug].name for slug in dict.fromkeys(urgent)]
    where = f" ({name_list(names)})" if len(names) <= FEW else ""
    unknown = sum(visit.priority_action is None for visit in visits)
    others = f"; not known for {unknown}" if unknown else ""
    return f"{len(urgent)} with an area for priority action{where}{others}."


def _not_dated(visits: Sequence[Visit]) -> str:
    """How many visits have no date of publication, and which day counts instead; empty if all have one."""
    number = sum(visit.published is None for visit in visits)
    counted = "is counted by its" if number == 1 else "are counted by their"
    return f"{number} without a date of publication {counted} first day on site." if number else ""


def _found_row(repository: Repository, visit: Visit) -> tuple[Value, ...]:
    council, summary = repository.councils[visit.council], repository.summaries.get(visit.key)
    key, slug, *others = visit_row(visit)
    return (key, slug, council.name, council.region, *others, summary.text if summary else None)


def new_visit_list(repository: Repository, since: date, until: date | None = None) -> Table:
    """The visits whose letters were published from one date to another (default: the latest in the data)."""
    from ..analysis.changes import new_visits  # no other answer needs it

    visits = new_visits(repository, since, until or repository.last_day)
    published = published_between(since, until, repository.last_day)
    urgent = _priority_actions(repository, visits)
    number = f"{pluralise(len(visits), 'visit')} {published}"
    sentences = [number, _not_dated(visits), visits_end(repository, until), urgent, NO_GRADE if visits else ""]
    caption = " ".join(filter(None, sentences))
    found = found_visits(repository, visits, VisitQuery())
    dated = all(visit.published for visit in visits)
    shown = tuple(name for name in found.display_columns if name != "start" or not dated)
    return found._replace(caption=caption, display_columns=shown)


def council_visit_list(visits: CouncilVisits) -> Table:
    """Every visit of one council, newest first; `since` says whether it came after the inspection looked at.

    `later` marks a visit that nothing had been published about by the day looked at.
    """
    since = set(visits.since)
    later = any(visit.day > visits.as_at for visit in visits.every)
    return Table(
        columns=(*VISIT_COLUMNS, "summary", "since", "later"),
        rows=tuple((*visit_row(v), visits.summary(v) or None, v in since, v.day > visits.as_at) for v in visits.every),
        display_columns=("start", "type", "topic", "priority_action", *(["later"] if later else [])),
    )
