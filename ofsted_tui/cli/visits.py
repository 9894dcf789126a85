"""`visits`: the focused and monitoring visits between inspections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.visits import VisitQuery, find_visits
from ..core.visits import TOPICS, VisitType
from ..output.visit_rows import found_visits
from . import options
from .basic_options import first_day, last_day
from .options import councils_asked, regions_named, repository_of, write_table

if TYPE_CHECKING:
    import argparse

_TYPES = {"focused": VisitType.FOCUSED, "monitoring": VisitType.MONITORING}


def declare_visits(parser: argparse.ArgumentParser) -> None:
    """Options of `visits`."""
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument(
        "--council", action="append", default=[], metavar="NAME", help="only this council; can be used more than once"
    )
    options.declare_neighbours(whose)
    parser.add_argument(
        "--region", action="append", default=[], metavar="NAME", help="only this region; can be used more than once"
    )
    parser.add_argument("--topic", type=options.topic, action="append", default=[], metavar="TOPIC",
                        help=f"what the visit looked at: {', '.join(TOPICS)}; can be used more than once")  # fmt: skip
    parser.add_argument("--type", choices=list(_TYPES), help="monitoring: visits to councils judged inadequate")
    parser.add_argument(
        "--priority-action", action="store_true", help="only visits that found an area for priority action"
    )
    parser.add_argument("--since", type=first_day, metavar="DATE", help="letters published on or after this date")
    parser.add_argument("--until", "--as-at", type=last_day, metavar="DATE",
                        help="letters published on or before this date")  # fmt: skip
    options.declare_limit(parser)
    options.declare_output(parser)


def run_visits(arguments: argparse.Namespace) -> int:
    """Write the visits that match, newest first."""
    repository = repository_of(arguments)
    councils, neighbours_of = councils_asked(arguments, repository)
    query = VisitQuery(
        councils=councils,
        neighbours_of=neighbours_of,
        regions=regions_named(repository, arguments.region),
        topics=frozenset(arguments.topic),
        types=frozenset({_TYPES[arguments.type]} if arguments.type else ()),
        priority_action=arguments.priority_action,
        since=arguments.since,
        until=arguments.until,
    )
    found = found_visits(repository, find_visits(repository, query), query, limit=arguments.limit)
    return write_table(found, arguments)
