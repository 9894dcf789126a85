"""`findings`, `themes`: what the reports say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.finding_hits import FoundBy
from ..analysis.finding_search import ORDERS as FINDING_ORDERS
from ..analysis.finding_search import FindingQuery, find_findings
from ..analysis.likely_rows import with_likely_rows
from ..analysis.themes import BREAKDOWNS, count_themes, forms_by_default, theme_by
from ..analysis.words_as_filters import read_words
from ..core.model import THEMES, Framework, Kind
from ..core.sanitise import clean
from ..core.visits import TOPICS
from ..core.wording import listed
from ..output import finding_rows
from . import options
from .basic_options import first_day, last_day
from .errors import UsageError, warn
from .options import councils_asked, regions_named, repository_of, write_table

if TYPE_CHECKING:
    import argparse

    from ..core.model import Grade
    from ..core.repository import Repository


def _declare_query(parser: argparse.ArgumentParser, frameworks: str = "") -> None:
    """Options that narrow the findings; `frameworks`: what to add to the help of that option."""
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], action="append", default=[])
    parser.add_argument("--judgement", type=options.judgement, action="append", default=[], metavar="NAME")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--council", action="append", default=[], metavar="NAME")
    options.declare_neighbours(whose)
    parser.add_argument("--region", action="append", default=[], metavar="NAME")
    parser.add_argument("--grade", type=_grade_or_none, action="append", default=[], metavar="GRADE",
                        help="the overall grade of the inspection; none: inspections without one")  # fmt: skip
    parser.add_argument("--framework", type=options.framework_or_form, action="append", default=[], metavar="NAME",
                        help="SIF, ILACS, or a version of ILACS: “ILACS 2018”, “ILACS 2023”, “ILACS 2026”"
                             + frameworks)  # fmt: skip
    parser.add_argument("--since", type=first_day, metavar="DATE", help="reports published on or after this date")
    parser.add_argument(
        "--until", "--as-at", type=last_day, metavar="DATE", help="reports published on or before this date"
    )


def _grade_or_none(text: str) -> Grade | None:
    """A grade, or None for `none`. Raises argparse's error."""
    return None if text.strip().lower() == "none" else options.grade(text)


def _query(arguments: argparse.Namespace, repository: Repository) -> FindingQuery:
    """The query of the options that `findings` and `themes` share, and of those that only one of them has."""
    councils, neighbours_of = councils_asked(arguments, repository)
    return FindingQuery(
        phrase=" ".join(getattr(arguments, "words", [])),
        kinds=frozenset(kind for kind in Kind if kind.value in arguments.kind),
        themes=frozenset(getattr(arguments, "theme", [])),
        judgements=frozenset(arguments.judgement),
        grades=frozenset(arguments.grade),
        regions=regions_named(repository, arguments.region),
        councils=councils,
        neighbours_of=neighbours_of,
        frameworks=frozenset(known for known in arguments.framework if isinstance(known, Framework)),
        forms=frozenset(known for known in arguments.framework if isinstance(known, str)),
        since=arguments.since,
        until=arguments.until,
        topics=frozenset(getattr(arguments, "topic", [])),
    )


def declare_findings(parser: argparse.ArgumentParser) -> None:
    """Options of `findings`."""
    parser.add_argument("words", nargs="*", type=clean, metavar="WORDS",
                        help="words, or the start of words, in any order; put a phrase in quotes: '\"front door\"'; "
                             "a council's name finds what was said about that council")  # fmt: skip
    parser.add_argument("--theme", type=options.theme, action="append", default=[], metavar="THEME",
                        help=f"one of {', '.join(THEMES)}")  # fmt: skip
    _declare_query(parser)
    parser.add_argument("--topic", type=options.topic, action="append", default=[], metavar="TOPIC",
                        help=f"only findings of visits on this topic: {', '.join(TOPICS)}")  # fmt: skip
    options.declare_visits(parser, "findings of visits: include them (default), show only them, or leave them out")
    parser.add_argument("--sort", choices=list(FINDING_ORDERS), default="newest", help="default: newest report first")
    options.declare_limit(parser)
    options.declare_output(parser)


def run_findings(arguments: argparse.Namespace) -> int:
    """Write the findings that match, of inspections and of visits."""
    repository = repository_of(arguments)
    query = _query(arguments, repository)
    if arguments.visits == "only" and query.is_about_inspections:
        raise UsageError("visits have no grade or framework: do not use --grade or --framework with --visits only")
    if arguments.visits == "leave" and query.topics:
        raise UsageError("--topic finds visits: do not use it with --visits leave")
    read = read_words(repository, query._replace(found_by=_FOUND_BY[arguments.visits]))
    for named in read.named:
        councils = sorted(repository.councils[slug].name for slug in named.councils)
        meant = f"the kind of finding “{named.kind.title}”" if named.kind else f"the council {listed(councils)}"
        warn(f"“{named.name}” was read as {meant}; to search for the word, put it in quotes: '\"{named.name}\"'.")
    found = find_findings(with_likely_rows(repository, read.query), read.query)
    table = finding_rows.hit_list(found, read.query, repository, arguments.sort, limit=arguments.limit)
    return write_table(table, arguments)


_FOUND_BY = {
    "include": frozenset[FoundBy](),
    "only": frozenset({FoundBy.VISIT}),
    "leave": frozenset({FoundBy.INSPECTION}),
}


def declare_themes(parser: argparse.ArgumentParser) -> None:
    """Options of `themes`."""
    parser.add_argument("--theme", type=options.theme, metavar="THEME", help="one theme; use it with --by")
    parser.add_argument("--by", choices=list(BREAKDOWNS),
                        help="break down one theme by year, region, framework or grade")  # fmt: skip
    parser.add_argument("--sort", choices=list(ORDERS), default="asked",
                        help="by improvements asked for (default), praise or concerns")  # fmt: skip
    _declare_query(parser, frameworks="; default: ILACS")
    options.declare_output(parser)


ORDERS = {"asked": Kind.IMPROVEMENT, "praised": Kind.PRAISE, "concerns": Kind.CONCERN}


def run_themes(arguments: argparse.Namespace) -> int:
    """Write how often each theme is praised and asked to improve."""
    if bool(arguments.theme) != bool(arguments.by):
        raise UsageError("use --theme and --by together: themes --theme neglect --by year")
    repository = repository_of(arguments)
    theme, arguments.theme = arguments.theme, []
    query = _query(arguments, repository)
    if not arguments.framework and arguments.by != "framework":
        query = query._replace(forms=forms_by_default(repository, query.until or repository.last_day))
    likely = with_likely_rows(repository, query)
    if theme:
        parts = theme_by(likely, theme, arguments.by, query)
        return write_table(finding_rows.theme_parts(parts, theme, arguments.by), arguments)
    counts = count_themes(likely, query, ORDERS[arguments.sort])
    return write_table(finding_rows.theme_list(counts, query, repository), arguments)
