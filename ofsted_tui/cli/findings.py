"""`findings`: what the reports say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.finding_hits import FoundBy
from ..analysis.finding_search import ORDERS, find_findings
from ..analysis.likely_rows import with_likely_rows
from ..core.model import THEMES
from ..core.sanitise import clean
from ..core.visits import TOPICS
from ..output import finding_rows
from . import options
from .errors import UsageError, warn
from .finding_options import declare_finding_query, finding_query
from .options import repository_of, write_table

if TYPE_CHECKING:
    import argparse

    from ..analysis.finding_search import FindingQuery
    from ..core.repository import Repository


def declare_findings(parser: argparse.ArgumentParser) -> None:
    """Options of `findings`."""
    parser.add_argument("words", nargs="*", type=clean, metavar="WORDS",
                        help="words, or the start of words, in any order; put a phrase in quotes: '\"front door\"'; "
                             "a council's name finds what was said about that council")  # fmt: skip
    parser.add_argument("--theme", type=options.theme, action="append", default=[], metavar="THEME",
                        help=f"one of {', '.join(THEMES)}")  # fmt: skip
    declare_finding_query(parser)
    parser.add_argument("--topic", type=options.topic, action="append", default=[], metavar="TOPIC",
                        help=f"only findings of visits on this topic: {', '.join(TOPICS)}")  # fmt: skip
    options.declare_visits(parser, "findings of visits: include them (default), show only them, or leave them out")
    parser.add_argument("--sort", choices=list(ORDERS), default="newest", help="default: newest report first")
    options.declare_limit(parser)
    options.declare_output(parser)


def run_findings(arguments: argparse.Namespace) -> int:
    """Write the findings that match, of inspections and of visits."""
    repository = repository_of(arguments)
    query = finding_query(arguments, repository)
    if arguments.visits == "only" and query.is_about_inspections:
        raise UsageError("visits have no grade or framework: do not use --grade or --framework with --visits only")
    if arguments.visits == "leave" and query.topics:
        raise UsageError("--topic finds visits: do not use it with --visits leave")
    query = query._replace(found_by=_FOUND_BY[arguments.visits])
    if query.phrase:
        query = _with_names_read(query, repository)
    found = find_findings(with_likely_rows(repository, query), query)
    if query.phrase and not found:
        _suggest(repository, query)
    return write_table(
        finding_rows.hit_list(found, query, repository, arguments.sort, limit=arguments.limit), arguments
    )


def _suggest(repository: Repository, query: FindingQuery) -> None:
    """Say on stderr what a word that no finding has may have been meant for."""
    from ..analysis.spelling import well_spelt

    if meant := well_spelt(repository, query):
        warn(f"Did you mean “{meant}”?")


def _with_names_read(query: FindingQuery, repository: Repository) -> FindingQuery:
    """The query in which names among its words are filters; each is said on stderr."""
    from ..analysis.words_as_filters import read_words
    from ..core.wording import listed

    read = read_words(repository, query)
    for named in read.named:
        councils = sorted(repository.councils[slug].name for slug in named.councils)
        meant = f"the kind of finding “{named.kind.title}”" if named.kind else f"the council {listed(councils)}"
        warn(f"“{named.name}” was read as {meant}; to search for the word, put it in quotes: '\"{named.name}\"'.")
    return read.query


_FOUND_BY = {
    "include": frozenset[FoundBy](),
    "only": frozenset({FoundBy.VISIT}),
    "leave": frozenset({FoundBy.INSPECTION}),
}
