"""`maintain`: makes and checks `data/inspections.csv` with the readers of `import`; for maintainers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..core.sanitise import clean
from ..core.wording import pluralise
from ..output.formats import as_csv
from . import options
from .basic_options import day, declare_data
from .errors import warn
from .exit_code import ExitCode

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from ..core.model import Inspection
    from ..core.repository import Repository
    from ..importing.step import Step


def declare_maintain(parser: argparse.ArgumentParser) -> None:
    """Options of `maintain`."""
    parser.add_argument("path", nargs="+", type=Path, metavar="PATH",
                        help="Ofsted's new tables first, then the reports (files or folders)")  # fmt: skip
    parser.add_argument("--write", action="store_true", help="add what is new to inspections.csv")
    parser.add_argument("--published", type=day, metavar="DATE",
                        help="date of publication, for new reports that do not give one")  # fmt: skip
    parser.add_argument("--source", metavar="NAME", help="the source to give for new rows from a table (default: "
                        "the file's name), such as ofsted-ilacs-history-2025")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="also list the rows that agree")
    parser.add_argument("--format", choices=options.OUTPUT_FORMATS, default="table", help="default: table")
    declare_data(parser)


def run_maintain(arguments: argparse.Namespace) -> int:
    """Compare every report and table with the rows of `inspections.csv`; with --write, add the new ones.

    Visits go into `visits.csv`.
    """
    from ..importing.apply import preview
    from ..importing.step import Options
    from ..storage import open_data, shipped_data
    from .additions import read_sources, show_steps

    folder = arguments.data or shipped_data.folder()
    repository = open_data.tables(arguments.data)
    sources = read_sources(arguments.path, arguments.data)
    steps = preview(sources, repository, Options(published=arguments.published))
    show_steps(sources, steps, arguments)
    unsettled = sum(step.unsettled for step in steps)
    if not arguments.write:
        return ExitCode.BAD_DATA if unsettled else ExitCode.OK
    if unsettled:
        warn(f"Nothing was written. First settle {pluralise(unsettled, 'row')}.")
        return ExitCode.BAD_DATA
    file = folder / "inspections.csv"
    new = write_inspections(file, repository, steps, arguments.source)
    warn(f"{pluralise(new, 'row')} written to {file}. Now update the findings, datapackage.json and README.md.")
    if visited := write_visits(file.with_name("visits.csv"), repository, steps, arguments.source):
        warn(f"{pluralise(visited, 'row')} written to {file.with_name('visits.csv')}.")
    return ExitCode.OK


def write_inspections(file: Path, repository: Repository, steps: Sequence[Step], source: str | None = None) -> int:
    """Rewrite `inspections.csv` with the rows that are new or fuller; returns how many. Raises OSError.

    `source` is that of new rows which a table gave; without one, the name of the table's file.
    """
    from ..output.rows import inspection_list
    from ..storage.atomic_files import write_whole
    from ..storage.schema import INSPECTION_COLUMNS, inspection_order

    held = dict(repository.inspections)
    new = set()
    for step in steps:
        if step.writes and step.inspection and (row := _with_source(step, held, source)) != held.get(row.key):
            held[row.key] = row
            new.add(row.key)
    columns = tuple(INSPECTION_COLUMNS)
    table = inspection_list(tuple(sorted(held.values(), key=inspection_order)))
    if new:
        write_whole(file, as_csv(table.only(columns)))
    return len(new)


def _with_source(step: Step, held: Mapping[str, Inspection], source: str | None) -> Inspection:
    """The inspection with its source: `report` if it was read from one, otherwise the first table with it."""
    assert step.inspection is not None
    known = held.get(step.inspection.key)
    from_report = not step.place  # rows of tables and packages say where they are
    from_table = known.source if known else source or clean(step.file.stem)
    return step.inspection._replace(source="report" if from_report else from_table)


def write_visits(file: Path, repository: Repository, steps: Sequence[Step], source: str | None = None) -> int:
    """Rewrite `visits.csv` with the rows that are new or fuller; returns how many. Raises OSError.

    `source` as for `write_inspections`; what was read from a letter says so.
    """
    from ..output.rows import visit_list
    from ..storage.atomic_files import write_whole
    from ..storage.schema import visit_order

    held = dict(repository.visits)
    new = set()
    for step in steps:
        if step.writes and step.visit:
            known = held.get(step.visit.key)
            from_table = known.source if known else source or clean(step.file.stem)
            row = step.visit._replace(source="letter" if step.paper else from_table)
            if row != known:
                held[row.key] = row
                new.add(row.key)
    if new:
        write_whole(file, as_csv(visit_list(sorted(held.values(), key=visit_order))))
    return len(new)
