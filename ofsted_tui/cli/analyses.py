"""`findings`, `themes`, `journeys`, `due`, `compare`, `repeats`, `changes`: the analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.council_in_words import read_words
from ..analysis.finding_search import ORDERS as FINDING_ORDERS
from ..analysis.finding_search import FindingQuery, FoundBy, search_all
from ..analysis.journeys import journeys
from ..analysis.next_inspections import due
from ..analysis.themes import PARTS, count_themes, forms_by_default, theme_by
from ..core.dates import long_day
from ..core.model import THEMES, Framework, Kind
from ..core.sanitise import clean
from ..core.visits import TOPICS
from ..core.wording import listed
from ..output import analysis_rows
from ..output.captions import no_neighbours
from ..output.visit_rows import new_visit_list
from . import options
from .errors import NothingFound, UsageError, warn
from .options import neighbours_asked, regions_named, repository_of, write_table
from .streams import write_answer

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ..core.model import Council, Grade
    from ..core.repository import Repository
    from ..output.table import Table


def _declare_question(parser: argparse.ArgumentParser, frameworks: str = "") -> None:
    """Options that narrow the findings; `frameworks`: what to add to the help of that option."""
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], action="append", default=[])
    parser.add_argument("--judgement", type=options.judgement, action="append", default=[], metavar="NAME")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--council", action="append", default=[], metavar="NAME")
    options.declare_neighbours(whose)
    parser.add_argument("--region", action="append", default=[], metavar="NAME")
    parser.add_argument("--grade", type=_grade_or_none, action="append", default=[], metavar="GRADE",
                        help="the overall grade of that inspection; none: it has no overall grade")  # fmt: skip
    parser.add_argument("--framework", type=options.framework_or_form, action="append", default=[], metavar="NAME",
                        help="SIF, ILACS, or a form of it: “ILACS 2018”, “ILACS 2023”, “ILACS 2026”"
                             + frameworks)  # fmt: skip
    parser.add_argument("--since", type=options.first_day, metavar="DAY", help="reports published from this day on")
    parser.add_argument(
        "--until", "--as-at", type=options.last_day, metavar="DAY", help="reports published up to this day"
    )


def _grade_or_none(text: str) -> Grade | None:
    """A grade, or None for `none`. Raises argparse's error."""
    return None if text.strip().lower() == "none" else options.grade(text)


def _question(arguments: argparse.Namespace, repository: Repository) -> FindingQuery:
    near = neighbours_asked(arguments, repository)
    named = [repository.council(name).slug for name in arguments.council]
    return FindingQuery(
        phrase=" ".join(getattr(arguments, "words", [])),
        kinds=frozenset(kind for kind in Kind if kind.value in arguments.kind),
        themes=frozenset(getattr(arguments, "theme", [])),
        judgements=frozenset(arguments.judgement),
        grades=frozenset(arguments.grade),
        regions=regions_named(repository, arguments.region),
        councils=frozenset(slug for slug, _ in near.neighbours) if near else frozenset(named),
        neighbours_of=near.slug if near else "",
        frameworks=frozenset(known for known in arguments.framework if isinstance(known, Framework)),
        forms=frozenset(known for known in arguments.framework if isinstance(known, str)),
        since=arguments.since,
        until=arguments.until,
        topics=frozenset(getattr(arguments, "topic", [])),
    )


def declare_findings(parser: argparse.ArgumentParser) -> None:
    """Options of `findings`."""
    parser.add_argument("words", nargs="*", type=clean, metavar="WORDS",
                        help="beginnings of words that must all stand in it, in any order; '\"front door\"' is a "
                             "phrase; a council’s name finds what was said of it")  # fmt: skip
    parser.add_argument("--theme", type=options.theme, action="append", default=[], metavar="THEME",
                        help=f"one of {', '.join(THEMES)}")  # fmt: skip
    _declare_question(parser)
    parser.add_argument("--topic", type=options.topic, action="append", default=[], metavar="TOPIC",
                        help=f"only of visits that looked at it: {', '.join(TOPICS)}")  # fmt: skip
    _declare_visits(parser, "what the letters of visits say: with the rest (default), alone, or not at all")
    parser.add_argument("--sort", choices=list(FINDING_ORDERS), default="newest", help="default: newest report first")
    options.declare_limit(parser)
    options.declare_output(parser)


def _declare_visits(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--visits", choices=("include", "only", "leave"), default="include", help=what)


def run_findings(arguments: argparse.Namespace) -> int:
    """Write the findings that answer, of inspections and of visits."""
    repository = repository_of(arguments)
    query = _question(arguments, repository)
    if arguments.visits == "only" and query.is_about_inspections:
        raise UsageError("visits have no grade and no framework: leave out --grade and --framework with --visits only")
    if arguments.visits == "leave" and query.topics:
        raise UsageError("--topic asks for visits: leave out --visits leave")
    read = read_words(repository, query._replace(found_by=_FOUND_BY[arguments.visits]))
    for named in read.named:
        council = listed(sorted(repository.councils[slug].name for slug in named.councils))
        warn(f"“{named.name}” is read as the council {council}; in quotes it is a word: '\"{named.name}\"'.")
    hits = search_all(repository, read.query, arguments.sort)
    return write_table(analysis_rows.hit_list(hits, read.query, repository, limit=arguments.limit), arguments)


_FOUND_BY = {
    "include": frozenset[FoundBy](),
    "only": frozenset({FoundBy.VISIT}),
    "leave": frozenset({FoundBy.INSPECTION}),
}


def declare_themes(parser: argparse.ArgumentParser) -> None:
    """Options of `themes`."""
    parser.add_argument("--theme", type=options.theme, metavar="THEME", help="one theme, with --by")
    parser.add_argument("--by", choices=list(PARTS), help="part one theme by year, region, framework or grade")
    parser.add_argument("--sort", choices=list(ORDERS), default="asked",
                        help="asked in most reports first (default), or most praise, or most concerns")  # fmt: skip
    _declare_question(parser, frameworks="; themes count ILACS inspections unless told otherwise")
    options.declare_output(parser)


ORDERS = {"asked": Kind.IMPROVEMENT, "praised": Kind.PRAISE, "concerns": Kind.CONCERN}


def run_themes(arguments: argparse.Namespace) -> int:
    """Write how often each theme is praised and asked to improve."""
    if bool(arguments.theme) != bool(arguments.by):
        raise UsageError("--theme and --by go together: themes --theme neglect --by year")
    repository = repository_of(arguments)
    theme, arguments.theme = arguments.theme, []
    query = _question(arguments, repository)
    if not arguments.framework and arguments.by != "framework":
        query = query._replace(forms=forms_by_default(repository, query.until or repository.last_day))
    if theme:
        parts = theme_by(repository, theme, arguments.by, query)
        return write_table(analysis_rows.theme_parts(parts, theme, arguments.by), arguments)
    counts = count_themes(repository, query, ORDERS[arguments.sort])
    return write_table(analysis_rows.theme_list(counts, query, repository), arguments)


def declare_journeys(parser: argparse.ArgumentParser) -> None:
    """Options of `journeys`."""
    parser.add_argument("--moves", choices=("waiting", "up", "down", "all"),
                        help="waiting: ways out of inadequate that are not finished; the others: steps between "
                             "inspections")  # fmt: skip
    options.declare_neighbours(parser)
    options.declare_judgement(parser)
    options.declare_day(parser)
    options.declare_output(parser)


def run_journeys(arguments: argparse.Namespace) -> int:
    """Write who moved, and how long it took."""
    repository = repository_of(arguments)
    near = neighbours_asked(arguments, repository)
    until, way = arguments.as_at or repository.last_day, arguments.moves or "out"
    found = journeys(repository, way, arguments.judgement, until, near)
    return write_table(analysis_rows.journey_list(repository, found, way, arguments.judgement, until, near), arguments)


def declare_due(parser: argparse.ArgumentParser) -> None:
    """Options of `due`."""
    parser.add_argument("--council", metavar="NAME", help="one council alone")
    options.declare_day(parser)
    options.declare_output(parser)


def run_due(arguments: argparse.Namespace) -> int:
    """Write the window of each council's next inspection, or of one council's."""
    repository = repository_of(arguments)
    day = arguments.as_at or repository.last_day
    windows = due(repository, day)
    if arguments.council:
        council = repository.council(arguments.council)
        alone = tuple(one for one in windows if one.council is council)
        if windows and not alone:
            raise NothingFound(_not_due(council, day))
        windows = alone
    return write_table(analysis_rows.due_list(repository, day, windows), arguments)


def _not_due(council: Council, day: date) -> str:
    why = "had no inspection published by" if council.existed_on(day) else "did not exist on"
    return f"{council.name} {why} {long_day(day)}."


def declare_compare(parser: argparse.ArgumentParser) -> None:
    """Options of `compare`."""
    parser.add_argument("councils", nargs="+", metavar="COUNCIL")
    parser.add_argument("--neighbours", action="store_true", help="one council with its ten statistical neighbours")
    parser.add_argument("--themes", action="store_true", help="the themes that connect them, in place of the grades")
    options.declare_day(parser)
    options.declare_output(parser)


def run_compare(arguments: argparse.Namespace) -> int:
    """Write councils side by side: to read, their themes follow; for a program, one of the two."""
    from ..analysis.compare import compare

    repository = repository_of(arguments)
    comparison = compare(repository, _whom(arguments, repository), arguments.as_at)
    councils, themes = analysis_rows.comparison_list(comparison), analysis_rows.shared_themes(comparison)
    if arguments.themes:
        return write_table(themes, arguments)
    return _write_after_another([councils, analysis_rows.last_visit_list(comparison), themes], arguments)


def _write_after_another(tables: list[Table], arguments: argparse.Namespace) -> int:
    """The first table and, for a person to read, those after it that have a row."""
    first, *others = tables
    to_read = arguments.format in ("table", "md") and not arguments.columns
    code = write_table(first, arguments)
    for table in (other for other in others if other.rows and to_read):
        write_answer("\n")
        write_table(table, arguments)
    return code


def _whom(arguments: argparse.Namespace, repository: Repository) -> tuple[str, ...]:
    """The councils to compare. Raises NothingFound for one that did not exist, UsageError for too few or too many."""
    from ..analysis.compare import MOST_COMPARED, with_neighbours

    slugs = tuple(dict.fromkeys(repository.council(name).slug for name in arguments.councils))
    existing = repository.as_at(arguments.as_at)
    for slug in slugs:
        if slug not in existing:
            raise NothingFound(f"{repository.councils[slug].name} did not exist on {long_day(existing.as_at)}.")
    if arguments.neighbours:
        if len(slugs) != 1:
            raise UsageError("--neighbours goes with one council")
        if not repository.councils[slugs[0]].neighbours:
            raise NothingFound(no_neighbours(repository.councils[slugs[0]]))
        return with_neighbours(repository, slugs[0], arguments.as_at)
    if not 2 <= len(slugs) <= MOST_COMPARED:
        raise UsageError(f"expected 2 to {MOST_COMPARED} councils, or one with --neighbours; found {len(slugs)}")
    return slugs


def declare_repeats(parser: argparse.ArgumentParser) -> None:
    """Options of `repeats`."""
    parser.add_argument("council", nargs="*", metavar="COUNCIL",
                        help="without one: the themes on which councils are most often asked again")  # fmt: skip
    parser.add_argument("--visits", action="store_true",
                        help="asks of letters made again, and of reports that letters made again")  # fmt: skip
    options.declare_day(parser)
    options.declare_output(parser)


def run_repeats(arguments: argparse.Namespace) -> int:
    """Write what a council's newest report asks again or, without a council, what councils are asked again most."""
    from ..output.council_profile import profile

    repository = repository_of(arguments)
    if arguments.as_at and (arguments.visits or not arguments.council):
        raise UsageError("--as-at goes with a council, without --visits")
    if arguments.visits:
        council = repository.council(" ".join(arguments.council)) if arguments.council else None
        return write_table(analysis_rows.visit_repeat_list(repository, council), arguments)
    if not arguments.council:
        return write_table(analysis_rows.repeats_by_theme_list(repository), arguments)
    found = profile(repository, repository.council(" ".join(arguments.council)), arguments.as_at)
    if found.inspection is None or not found.findings:
        raise NothingFound(found.no_findings())
    return write_table(analysis_rows.repeat_list(repository, found.council, found.inspection), arguments)


def declare_changes(parser: argparse.ArgumentParser) -> None:
    """Options of `changes`."""
    parser.add_argument("--since", type=options.first_day, metavar="DAY",
                        help="reports published from this day on (default: thirty days before --until)")  # fmt: skip
    parser.add_argument("--until", type=options.last_day, metavar="DAY",
                        help="reports published up to this day (default: the data's last day)")  # fmt: skip
    _declare_visits(parser, "visits whose letters came out: behind the inspections (default), alone, or not at all")
    options.declare_output(parser)


def run_changes(arguments: argparse.Namespace) -> int:
    """Write the inspections that came out since a day, how their grades moved, and the visits."""
    from ..analysis.changes import since_default

    repository = repository_of(arguments)
    since = arguments.since or since_default(repository, arguments.until)
    if arguments.until and arguments.until < since:
        warn("--until lies before --since.")
    visits = new_visit_list(repository, since, arguments.until)
    inspections = analysis_rows.change_list(repository, since, arguments.until)
    if arguments.visits == "only" or (not inspections.rows and visits.rows and arguments.visits == "include"):
        return write_table(visits, arguments)
    if arguments.visits == "leave":
        return write_table(inspections, arguments)
    if arguments.columns or arguments.format in ("csv", "json"):
        return write_table(analysis_rows.changes_and_visits(repository, since, arguments.until), arguments)
    return _write_after_another([inspections, visits], arguments)
