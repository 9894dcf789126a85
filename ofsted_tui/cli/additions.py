"""`import`, `library`, `export`: the user's own additions, and everything as files for others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.judgement_result import JUDGEMENTS
from ..core.model import Inspection
from ..core.wording import pluralise
from ..output.formats import render
from ..output.table import Table
from . import options
from .basic_options import day, declare_data
from .errors import NothingFound, UsageError, warn
from .exit_code import ExitCode
from .options import write_table
from .streams import write_answer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from ..core.repository import Repository
    from ..core.visits import Visit
    from ..importing.sources import Source
    from ..importing.step import Step
    from ..storage.library import Addition
    from ..storage.schema import Value


def declare_import(parser: argparse.ArgumentParser) -> None:
    """Options of `import`."""
    parser.add_argument("path", nargs="+", type=Path, metavar="PATH",
                        help="reports (PDF), tables (CSV, XLSX, ODS), data packages, folders; - for stdin")  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="show what would happen, without writing anything")
    parser.add_argument("--prefer", choices=("mine", "theirs"), help="if a file differs from what we hold: mine "
                        "keeps what we hold, theirs uses the file")  # fmt: skip
    parser.add_argument("--published", type=day, metavar="DATE",
                        help="date of publication, for new reports that do not give one")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="also list what we already hold and what was skipped")
    parser.add_argument("--format", choices=options.OUTPUT_FORMATS, default="table",
                        help="default: table; csv and json give what was read, in columns named as in inspections.csv, "
                        "and the matching row that we hold (matched, held, held_published); published_from says "
                        "where the date of publication comes from: the report, the row we hold, or you")  # fmt: skip
    options.declare_describe(parser)


def run_import(arguments: argparse.Namespace) -> int:
    """Read files and add what they say to the library."""
    from ..importing.apply import add_to_library, preview_over_library
    from ..importing.step import Options, Prefer
    from ..storage.library import LibraryUnreadable
    from ..storage.library_file import library_file

    sources = read_sources(arguments.path)
    prefer = Prefer(arguments.prefer) if arguments.prefer else None
    options = Options(prefer, arguments.published)
    lost = ""
    try:
        if arguments.dry_run:
            steps, lost = preview_over_library(sources, library_file(), options)
        else:
            steps = add_to_library(sources, library_file(), options)
    except LibraryUnreadable as unreadable:
        warn(f"Nothing was written. {unreadable}")
        return ExitCode.BAD_DATA
    except OSError as failed:
        warn(f"Your library could not be written ({failed.strerror}): {library_file()}. It has not changed.")
        return ExitCode.BAD_DATA
    if lost:
        warn(lost)
    show_steps(sources, steps, arguments)
    warn("Nothing was written (--dry-run)." if arguments.dry_run else _where(steps))
    return ExitCode.BAD_DATA if any(step.unsettled for step in steps) else ExitCode.OK


def read_sources(paths: Sequence[Path], data: Path | None = None) -> tuple[Source, ...]:
    """What the files say, with a progress bar on a terminal. `data`: the folder of tables whose councils they name."""
    from ..importing.sources import files, read_all
    from ..storage import open_data

    waiting = list(files(paths))
    try:
        return tuple(_watched(read_all(waiting, open_data.tables(data)), len(waiting)))
    except KeyboardInterrupt:
        warn("Interrupted. Nothing was written.")
        raise


def _watched(sources: Iterable[Source], count: int) -> Iterable[Source]:
    if count < 3 or not sys.stderr.isatty():
        return sources
    from rich.console import Console
    from rich.progress import track

    return track(sources, "Reading", total=count, console=Console(stderr=True), transient=True)


def show_steps(sources: Sequence[Source], steps: Sequence[Step], arguments: argparse.Namespace) -> None:
    """The rows on stdout, everything else on stderr."""
    from ..importing.import_rows import import_json, import_list, import_text, summary, worth_listing

    for source in sources:
        for note in source.notes:
            warn(f"{source.path.name}: {note}")
    if arguments.format == "json":
        write_answer(import_json(steps))
    elif arguments.format == "table":
        shown = steps if arguments.all else worth_listing(steps)
        terminal = options.terminal()
        write_answer(import_text(shown, terminal.width if terminal else None) if shown else "")
    else:
        write_answer(render(import_list(steps), arguments.format))
    warn(summary(steps))
    if any(step.status.value == "conflict" for step in steps):
        warn(
            "Conflicts are left as they are. To settle them: --prefer theirs uses the file, --prefer mine keeps "
            "what we hold."
        )


def _where(steps: Sequence[Step]) -> str:
    from ..importing.import_rows import number_written
    from ..storage.library_file import library_file

    if not any(step.writes for step in steps):
        return "Nothing was written."
    return f"Added to your library: {number_written(steps)}. Library file: {library_file()}"


def declare_library(parser: argparse.ArgumentParser) -> None:
    """Options of `library`."""
    parser.add_argument("action", nargs="?", choices=("list", "remove", "path"), default="list",
                        help="list (default), remove, or path (where the file is)")  # fmt: skip
    parser.add_argument(
        "inspection", nargs="*", metavar="INSPECTION", help="keys of the inspections or visits to remove"
    )
    parser.add_argument("--all", action="store_true", help="remove everything")
    parser.add_argument("--format", choices=options.OUTPUT_FORMATS, default="table", help="default: table")
    parser.add_argument("--columns", metavar="A,B,…", help="only these columns, in this order")
    options.declare_describe(parser)


def run_library(arguments: argparse.Namespace) -> int:
    """Show or shorten the library."""
    from ..storage.library import LibraryUnreadable
    from ..storage.library_file import library_file

    file = library_file()
    if arguments.all and arguments.action != "remove":
        raise UsageError("--all works only with remove: ofsted-tui library remove --all")
    if arguments.inspection and arguments.action == "path":
        raise UsageError("path does not take an inspection; it shows where your library file is")
    if arguments.action == "path":
        write_answer(f"{file}\n")
        return ExitCode.OK
    if arguments.action == "remove":
        try:
            return _remove(file, arguments)
        except LibraryUnreadable as problem:
            warn(f"Nothing was removed. {problem}")
        except OSError as problem:
            warn(f"Nothing was removed. The library could not be written ({problem.strerror}): {file}")
        return ExitCode.BAD_DATA
    if arguments.inspection:
        raise UsageError("list does not take an inspection; to remove one: ofsted-tui library remove INSPECTION")
    return _list_library(file, arguments)


def _list_library(file: Path, arguments: argparse.Namespace) -> int:
    """Every inspection that the user added, one row each."""
    from ..output.rows import GRADE_COLUMNS
    from ..storage import shipped_data
    from ..storage.library import Library

    library, lost = Library.load(file)
    if lost:
        warn(lost)
        return ExitCode.BAD_DATA
    if not library.keys:
        raise NothingFound("Your library is empty. ofsted-tui import PATH adds reports and tables to it.")
    shipped = shipped_data.load()
    columns = ("inspection", "name", "framework", "type", "published", *GRADE_COLUMNS, "findings", "shipped", "file",
               "added", "visit", "start")  # fmt: skip
    rows = (
        *(_library_row(addition, shipped) for addition in library.additions),
        *(_library_row(addition, shipped) for addition in library.visits),
    )
    held = [pluralise(len(library.additions), "inspection")] if library.additions else []
    held += [pluralise(len(library.visits), "visit")] if library.visits else []
    caption = f"{' and '.join(held)} added by you to the data supplied: {file}"
    displayed = (
        *(["inspection", "framework", "overall"] if library.additions else []),
        *(["visit", "type"] if library.visits else []), "findings", "shipped", "file", "added",
    )  # fmt: skip
    return write_table(Table(columns, rows, caption, displayed), arguments)


def _library_row(addition: Addition[Inspection] | Addition[Visit], shipped: Repository) -> tuple[Value, ...]:
    row, known = addition.row, shipped.councils.get(addition.row.council)
    inspection, visit = (row, None) if isinstance(row, Inspection) else (None, row)
    return (
        inspection and inspection.key, known.name if known else None, inspection and inspection.framework, row.type,
        row.published, *(inspection and inspection.grades.get(judgement) for judgement in JUDGEMENTS),
        len(addition.findings), row.key in shipped.inspections or row.key in shipped.visits, addition.file,
        addition.added, visit and visit.key, row.start,
    )  # fmt: skip


def _remove(file: Path, arguments: argparse.Namespace) -> int:
    from ..storage.library import changing

    if bool(arguments.inspection) == arguments.all:
        raise UsageError("name the inspections to remove (ofsted-tui library lists them), or use --all")
    with changing(file) as library:
        held = library.keys
        unknown = [key for key in arguments.inspection if key not in held]
        if unknown:
            raise NothingFound(f"Your library has no “{'” and no “'.join(unknown)}”. Nothing was removed.")
        gone = held if arguments.all else arguments.inspection
        if gone:
            library.without(gone).save(file)
    warn(f"{pluralise(len(set(gone)), 'addition')} removed; the data supplied has not changed.")
    return ExitCode.OK


def declare_export(parser: argparse.ArgumentParser) -> None:
    """Options of `export`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    declare_data(parser)


def run_export(arguments: argparse.Namespace) -> int:
    """Write everything, shipped and own, as a data package and a workbook."""
    from ..output.export import NotEmpty, export

    repository: Repository = options.repository_of(arguments)
    try:
        written = export(repository, arguments.folder, arguments.data)
    except NotEmpty as problem:
        raise UsageError(str(problem)) from problem
    except OSError as problem:
        warn(f"Not exported ({problem.strerror}): {arguments.folder}")
        return ExitCode.BAD_DATA
    for file in written:
        write_answer(f"{file}\n")
    return ExitCode.OK
