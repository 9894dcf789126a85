"""`journeys`, `due`, `compare`, `repeats`, `changes`: inspections side by side and one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.journeys import journeys
from ..analysis.next_inspections import due
from ..core.dates import long_day
from ..output import analysis_rows
from ..output.short_captions import no_neighbours
from ..output.visit_rows import new_visit_list, visits_end
from . import options
from .basic_options import declare_day, first_day, last_day
from .errors import NothingFound, UsageError
from .options import neighbours_asked, repository_of, write_table
from .streams import write_answer

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ..core.model import Council
    from ..core.repository import Repository
    from ..output.table import Table


def declare_journeys(parser: argparse.ArgumentParser) -> None:
    """Options of `journeys`."""
    parser.add_argument("--moves", choices=("waiting", "up", "down", "all"),
                        help="waiting: councils not yet out of inadequate; up, down, all: moves from one inspection "
                             "to the next")  # fmt: skip
    options.declare_neighbours(parser)
    options.declare_judgement(parser)
    declare_day(parser)
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
    parser.add_argument("--council", metavar="NAME", help="only this council")
    declare_day(parser)
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
    parser.add_argument("--themes", action="store_true", help="the themes they have in common, instead of the grades")
    declare_day(parser)
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
            raise UsageError("--neighbours takes only one council")
        if not repository.councils[slugs[0]].neighbours:
            raise NothingFound(no_neighbours(repository.councils[slugs[0]]))
        return with_neighbours(repository, slugs[0], arguments.as_at)
    if not 2 <= len(slugs) <= MOST_COMPARED:
        raise UsageError(f"expected 2 to {MOST_COMPARED} councils, or one with --neighbours; found {len(slugs)}")
    return slugs


def declare_repeats(parser: argparse.ArgumentParser) -> None:
    """Options of `repeats`."""
    parser.add_argument("council", nargs="*", metavar="COUNCIL",
                        help="without one: the themes that councils are most often asked again to improve")  # fmt: skip
    parser.add_argument("--visits", action="store_true",
                        help="improvements asked for more than once, at least once after a visit")  # fmt: skip
    declare_day(parser, "with COUNCIL, without --visits: ")
    options.declare_output(parser)


def run_repeats(arguments: argparse.Namespace) -> int:
    """Write what a council's newest report asks again or, without a council, what councils are asked again most."""
    from ..output.council_profile import profile

    repository = repository_of(arguments)
    if arguments.as_at and (arguments.visits or not arguments.council):
        raise UsageError("--as-at needs a council, and does not work with --visits")
    if arguments.visits:
        council = repository.council(" ".join(arguments.council)) if arguments.council else None
        return write_table(analysis_rows.visit_repeat_list(repository, council), arguments)
    if not arguments.council:
        return write_table(analysis_rows.repeats_by_theme_list(repository), arguments)
    found = profile(repository, repository.council(" ".join(arguments.council)), arguments.as_at)
    inspection = found.inspection
    if inspection is None or not found.findings:
        which = f", inspection published on {long_day(inspection.published)}" if inspection else ""
        why = found.no_findings()
        raise NothingFound(f"{found.council.name}{which}: {why[:1].lower()}{why[1:]}")
    return write_table(analysis_rows.repeat_list(repository, found.council, inspection), arguments)


def declare_changes(parser: argparse.ArgumentParser) -> None:
    """Options of `changes`."""
    parser.add_argument("--since", type=first_day, metavar="DATE",
                        help="reports published on or after this date (default: 30 days before --until)")  # fmt: skip
    parser.add_argument("--until", type=last_day, metavar="DATE",
                        help="reports published on or before this date (default: the latest in the data)")  # fmt: skip
    parser.add_argument("--judgement", type=options.judgement, action="append", default=[], metavar="NAME",
                        help="only inspections with this judgement, and only its grades; can be used more than "
                             "once")  # fmt: skip
    options.declare_visits(
        parser, "new visits: list them after the inspections (default), list only them, or leave them out"
    )
    options.declare_output(parser)


def run_changes(arguments: argparse.Namespace) -> int:
    """Write the inspections published since a date, how their grades changed, and the visits."""
    from ..analysis.changes import ChangesQuery, since_default

    repository = repository_of(arguments)
    since = arguments.since or since_default(repository, arguments.until)
    visits = new_visit_list(repository, since, arguments.until)
    query = ChangesQuery(judgements=frozenset(arguments.judgement))
    inspections = analysis_rows.change_list(repository, since, arguments.until, query)
    if arguments.visits != "include":
        return write_table(visits if arguments.visits == "only" else inspections, arguments)
    for_a_program = arguments.columns or arguments.format in ("csv", "json")  # the same columns, whatever came out
    if visits.rows and not inspections.rows and not for_a_program:
        return write_table(visits, arguments)
    if for_a_program or arguments.format == "html":
        return write_table(analysis_rows.changes_and_visits(repository, since, arguments.until, query), arguments)
    if not visits.rows:
        said = (inspections.caption, visits_end(repository, arguments.until))
        inspections = inspections._replace(caption=" ".join(filter(None, said)))
    return _write_after_another([inspections, visits], arguments)
