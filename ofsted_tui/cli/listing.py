"""`list`, `show`, `totals`: the councils, one council, the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.councils import Selection, SortKey
from ..core.sanitise import clean
from ..core.search import UnknownCouncil
from ..output import rows
from . import options
from .basic_options import declare_day
from .errors import NothingFound, UsageError, warn
from .exit_code import ExitCode
from .options import regions_named, repository_of, write_table
from .streams import write_answer

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ..core.councils import Councils
    from ..core.model import Council
    from ..core.repository import Repository


def declare_list(parser: argparse.ArgumentParser) -> None:
    """Options of `list`."""
    parser.add_argument(
        "--search", type=clean, metavar="WORDS", default="", help="only councils whose names match these words"
    )
    parser.add_argument("--grade", type=options.grade, action="append", default=[], metavar="GRADE",
                        help="outstanding, good, RI, inadequate, “not given” …; "
                             "can be used more than once")  # fmt: skip
    parser.add_argument(
        "--region", action="append", default=[], metavar="NAME", help="only this region; can be used more than once"
    )
    parser.add_argument("--sort", choices=[key.value for key in SortKey], default=SortKey.NAME.value)
    parser.add_argument("--reverse", action="store_true", help="reverse the order")
    options.declare_judgement(parser)
    options.declare_framework(parser)
    declare_day(parser)
    options.declare_output(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """Write the councils that fit."""
    repository = repository_of(arguments)
    councils = _councils_on(repository, arguments)
    selection = Selection(
        phrase=arguments.search,
        grades=frozenset(arguments.grade),
        regions=regions_named(repository, arguments.region),
        judgement=arguments.judgement,
    )
    order = SortKey(arguments.sort)
    chosen = councils.sorted_by(order, arguments.judgement, reverse=arguments.reverse).where(selection)
    for other in repository.named_otherwise(arguments.search, councils.as_at):
        _tell_of(repository, other)
    if near := repository.nearest(arguments.search):
        warn(str(UnknownCouncil.of(arguments.search, near)))
    return write_table(rows.council_list(chosen), arguments)


def _tell_of(repository: Repository, council: Council) -> None:
    """Say that a council that was searched for existed on other days, and how to see it."""
    from ..output.council_profile import absent

    day = f"--as-at {council.last_day.isoformat()}" if council.last_day else "without --as-at"
    warn(f"{absent(repository, council)} To see it: {day}.")


def _councils_on(repository: Repository, arguments: argparse.Namespace) -> Councils:
    warn_of_early_day(repository, arguments.as_at)
    return repository.as_at(arguments.as_at, arguments.framework)


def warn_of_early_day(repository: Repository, day: date | None) -> None:
    """Say so when a day is before the first report that counts; for one after the last, every command says so."""
    if day is None or day > repository.last_day:
        return
    from ..output.published_totals import beyond

    if outside := beyond(repository, day):
        warn(outside.sentence)


def declare_show(parser: argparse.ArgumentParser) -> None:
    """Options of `show`."""
    parser.add_argument(
        "council",
        nargs="+",
        metavar="COUNCIL",
        help="a council's name, the start of its name, its key, or its URN, ONS or LA code",
    )
    parser.add_argument("--inspection", metavar="KEY", help="an older inspection, by key or date of publication")
    declare_day(parser)
    options.declare_output(parser)


def run_show(arguments: argparse.Namespace) -> int:
    """Write all about one council."""
    from ..output.council_profile import profile
    from ..output.profile_tables import every_inspection
    from ..output.profile_text import render_profile

    repository = repository_of(arguments)
    warn_of_early_day(repository, arguments.as_at)
    council = repository.council(" ".join(arguments.council))
    found = profile(repository, council, arguments.as_at)
    if arguments.inspection:
        chosen = next((i for i in found.inspections if arguments.inspection in (i.key, i.published.isoformat())), None)
        if chosen is None:
            days = ", ".join(inspection.published.isoformat() for inspection in found.inspections)
            raise NothingFound(f"{council.name} has no inspection “{arguments.inspection}”. It has: {days}.")
        found = found.at(chosen, repository)
    if arguments.format == "csv":
        return write_table(every_inspection(found), arguments)
    if arguments.columns:
        raise UsageError("with show, --columns needs --format csv")
    terminal = options.terminal()
    write_answer(render_profile(found, arguments.format, terminal), styled=bool(terminal and terminal.styled))
    return ExitCode.OK


def declare_totals(parser: argparse.ArgumentParser) -> None:
    """Options of `totals`."""
    parser.add_argument("--by", choices=("region", "year", "month"), help="one row for each region, year or month")
    options.declare_judgement(parser)
    options.declare_framework(parser)
    declare_day(parser)
    options.declare_output(parser)


def run_totals(arguments: argparse.Namespace) -> int:
    """Write how many councils hold each grade."""
    from ..output.published_totals import reported_difference

    repository = repository_of(arguments)
    councils = _councils_on(repository, arguments)
    if arguments.by == "region":
        table = rows.regional_totals(councils, arguments.judgement)
    elif arguments.by == "year":
        table = rows.yearly_totals(repository, arguments.judgement, councils.as_at, arguments.framework)
    elif arguments.by == "month":
        table = rows.monthly_totals(repository, arguments.judgement, councils.as_at, arguments.framework)
    else:
        table = rows.national_totals(councils, arguments.judgement)
    code = write_table(table, arguments)
    if difference := reported_difference(repository, councils, arguments.judgement):
        warn(difference.sentence)
    return code
