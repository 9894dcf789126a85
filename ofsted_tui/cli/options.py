"""What the commands have in common: options, the values that these may have, and how an answer is written."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from ..core.sanitise import clean
from ..core.search import fold
from .basic_options import declare_data, not_known, terminal_columns
from .errors import NothingFound, UsageError, warn
from .exit_code import ExitCode
from .streams import write_answer, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Council, Framework, Grade, Judgement
    from ..core.repository import Repository
    from ..output.table import Table
    from ..output.terminal_table import Terminal


OUTPUT_FORMATS = ("table", "csv", "json", "md", "html")
"""The formats in which every command can write its answer."""


def declare_output(parser: argparse.ArgumentParser) -> None:
    """How the answer is written."""
    parser.add_argument("--format", choices=OUTPUT_FORMATS, default="table", help="default: table")
    parser.add_argument("--columns", metavar="A,B,…", help="only these columns, in this order")
    declare_describe(parser)
    declare_data(parser)


def declare_describe(parser: argparse.ArgumentParser) -> None:
    """The option that `main` handles before any other."""
    parser.add_argument("--describe", action="store_true", help="list every column, with its type and meaning")


def declare_limit(parser: argparse.ArgumentParser) -> None:
    """How many rows at most."""
    parser.add_argument("--limit", type=positive, metavar="N", help="only the first N")


def declare_judgement(parser: argparse.ArgumentParser) -> None:
    """Which judgement is meant."""
    default, *others = _counted_judgements()
    parser.add_argument("--judgement", type=judgement, default=default, metavar="NAME",
                        help=", ".join([f"{default.value} (default)", *(one.value for one in others)]))  # fmt: skip


def declare_framework(parser: argparse.ArgumentParser) -> None:
    """Which inspections are counted."""
    parser.add_argument("--framework", type=counted_framework, metavar="NAME",
                        help="count only SIF or ILACS inspections")  # fmt: skip


def declare_visits(parser: argparse.ArgumentParser, what: str) -> None:
    """Whether visits are meant as well; `what` they add."""
    parser.add_argument("--visits", choices=("include", "only", "leave"), default="include", help=what)


def declare_neighbours(parser: argparse._ActionsContainer) -> None:
    """Whose statistical neighbours are meant."""
    parser.add_argument(
        "--neighbours-of", metavar="COUNCIL", help="only this council's ten statistical neighbours (2025 model)"
    )


def positive(text: str) -> int:
    """A whole number above zero. Raises argparse's error."""
    figures = text.lstrip("0")
    if not (figures.isascii() and figures.isdigit()):
        raise argparse.ArgumentTypeError(f"“{clean(text)}” is not a whole number above zero")
    return int(figures[:18])  # more than there is of anything; Python reads no number of thousands of digits


def grade(text: str, *others: str) -> Grade:
    """A grade by its word, its letter, or RI. Raises argparse's error, which names `others` that may be typed too."""
    from ..core.model import Grade

    for known in Grade:
        if fold(text) in (known.value, known.letter.lower(), known.short.lower()):
            return known
    raise argparse.ArgumentTypeError(not_known("a grade", text, [*(grade.value for grade in Grade), *others]))


def judgement(text: str) -> Judgement:
    """A judgement that counts, by the name of its column, or its plain words. Raises argparse's error."""
    from ..core.model import Judgement

    counted = _counted_judgements()
    for known in Judgement:
        if fold(text) in (fold(known.value), fold(known.title)):
            if known in counted:
                return known
            raise argparse.ArgumentTypeError(
                f"only inspections of 2009–2012 judged {known.value}, and they do not count towards a council's latest "
                "grade: use help_and_protection, or “ofsted-tui show COUNCIL” for all inspections of a council"
            )
    raise argparse.ArgumentTypeError(not_known("a judgement", text, [known.value for known in counted]))


def _counted_judgements() -> list[Judgement]:
    """Every judgement but that of the SLAC inspections, which are never counted and of which we hold no finding."""
    from ..core.model import Judgement

    return [known for known in Judgement if known is not Judgement.SAFEGUARDING]


def _framework(text: str) -> Framework | None:
    from ..core.model import Framework

    return next((known for known in Framework if text.strip().upper() == known.value), None)


def counted_framework(text: str) -> Framework:
    """A framework whose inspections give councils a standing, by its initials. Raises argparse's error."""
    from ..core.model import ILACS_FORMS, WHOLE_SERVICE, Framework

    counted = [framework.value for framework in Framework if framework in WHOLE_SERVICE]
    known = _framework(text)
    if known in WHOLE_SERVICE:
        return known
    if known:
        raise argparse.ArgumentTypeError(
            f"{known.value} inspections do not count towards a council's latest grade: use {' or '.join(counted)}, "
            "or “ofsted-tui show COUNCIL” for all inspections of a council"
        )
    if fold(text) in map(fold, ILACS_FORMS):
        raise argparse.ArgumentTypeError(f"“{clean(text)}” works only with findings and themes; here use ILACS")
    raise argparse.ArgumentTypeError(not_known("a framework", text, counted))


def framework_or_form(text: str) -> Framework | str:
    """A framework by its initials, or a form of it: `ILACS 2023`. Raises argparse's error."""
    from ..core.model import ILACS_FORMS, Framework

    form = next((form for form in ILACS_FORMS if fold(text) in (fold(form), fold(form).replace(" ", ""))), None)
    if known := form or _framework(text):
        return known
    expected = [*(framework.value for framework in Framework), *ILACS_FORMS]
    raise argparse.ArgumentTypeError(not_known("a framework", text, expected))


def theme(text: str) -> str:
    """A theme by its key, or by its title. Raises argparse's error."""
    from ..core.model import THEMES, theme_title

    for known in THEMES:
        if fold(text) in (fold(known), fold(theme_title(known))):
            return known
    raise argparse.ArgumentTypeError(not_known("a theme", text, THEMES))


def topic(text: str) -> str:
    """A topic of visits by its key, or by its title. Raises argparse's error."""
    from ..core.visits import TOPICS, topic_title

    for known in TOPICS:
        if fold(text) in (fold(known), fold(topic_title(known))):
            return known
    raise argparse.ArgumentTypeError(not_known("a topic", text, TOPICS))


def regions_named(repository: Repository, phrases: Iterable[str]) -> frozenset[str]:
    """The regions that phrases name; `north` names three. Raises UsageError for one that names none."""
    known = sorted({council.region for council in repository.councils.values()})
    found = {phrase: [region for region in known if fold(phrase) in fold(region)] for phrase in phrases}
    for phrase, regions in found.items():
        if not regions or not fold(phrase):
            raise UsageError(not_known("a region", phrase, known))
    return frozenset(region for regions in found.values() for region in regions)


def neighbours_asked(arguments: argparse.Namespace, repository: Repository) -> Council | None:
    """The council whose neighbours are asked for. Raises NothingFound if the model has none."""
    from ..output.short_captions import no_neighbours

    if arguments.neighbours_of is None:
        return None
    council = repository.council(arguments.neighbours_of)
    if not council.neighbours:
        raise NothingFound(no_neighbours(council))
    return council


def councils_asked(arguments: argparse.Namespace, repository: Repository) -> tuple[frozenset[str], str]:
    """The councils asked for by `--council` or `--neighbours-of`, and the one whose neighbours they are; all as slugs.

    Empty if all are meant. Raises UnknownCouncil, NothingFound.
    """
    if near := neighbours_asked(arguments, repository):
        return frozenset(near.neighbour_slugs), near.slug
    return frozenset(repository.council(name).slug for name in arguments.council), ""


def repository_of(arguments: argparse.Namespace) -> Repository:
    """The data that the arguments ask for, with the user's library over the shipped data.

    Says so if they ask for a day after the data ends, for which no answer is complete. Raises DataError, and UsageError
    for dates between which there is no day.
    """
    from ..storage import open_data

    since, until = getattr(arguments, "since", None), getattr(arguments, "until", None)
    if since and until and until < since:
        raise UsageError("--until is before --since.")
    repository, problem = open_data.load(arguments.data)
    if problem:
        warn(problem)
    day = getattr(arguments, "as_at", None) or getattr(arguments, "until", None)
    if day and day > repository.last_day:
        from ..output.published_totals import beyond

        if outside := beyond(repository, day):
            warn(outside.sentence)
    return repository


def write_table(table: Table, arguments: argparse.Namespace) -> int:
    """Write an answer as asked. Raises UsageError for an unknown column, NothingFound if there are no rows."""
    from ..output.formats import render, table_lines

    if arguments.columns:
        table = _chosen(table, arguments)
    if not table.rows:
        if arguments.format in ("csv", "json"):
            write_answer(render(table, arguments.format))
        raise NothingFound(_none_of(table.caption))
    if arguments.format == "table" and (where := terminal()):
        from ..output.terminal_table import to_read

        write_answer(to_read(table, where), styled=where.styled)
    elif arguments.format == "table":
        write_lines(table_lines(table))
    else:
        write_answer(render(table, arguments.format))
    if arguments.format in ("csv", "json") and table.caption:
        warn(table.caption)
    return ExitCode.OK


def _none_of(caption: str) -> str:
    """The caption of a table without rows as a message: `0 visits since …` becomes `No visits since …`."""
    if caption.startswith("0 "):
        return f"No {caption[2:]}"
    return caption if caption.startswith("No ") else f"Nothing found. {caption}"


def _chosen(table: Table, arguments: argparse.Namespace) -> Table:
    """The columns that were asked for; a table for people keeps the others at the end, for its links."""
    known = {column.lower(): column for column in table.columns}
    columns = tuple(known.get(column.lower(), column) for column in map(str.strip, arguments.columns.split(",")))
    try:
        only = table.only(columns)
    except KeyError as problem:
        raise UsageError(not_known("a column", str(problem.args[0]), table.columns)) from None
    return table._replace(display_columns=columns, is_chosen=True) if arguments.format == "table" else only


def terminal() -> Terminal | None:
    """The terminal of stdout, or one as wide as `COLUMNS` says; None if nothing has to fit."""
    watched = sys.stdout.isatty()
    if not watched and "COLUMNS" not in os.environ:
        return None
    from ..output.terminal_table import Terminal

    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") in ("dumb", "linux")
    return Terminal(terminal_columns(), styled=watched and not plain)
