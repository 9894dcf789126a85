"""Everything that is held, as files for others: the data package, and one workbook that a committee can read."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from . import dataset
from .answers import INSPECTION_COLUMNS, finding_list, inspection_list
from .formats import as_csv
from .workbook import write_workbook

if TYPE_CHECKING:
    from .repository import Repository

WORKBOOK = "ofsted-inspections.xlsx"
_AS_THEY_ARE = ("councils.csv", "reported_totals.csv", "tilemap.csv", "datapackage.json", "README.md")
"""Tables that no import changes."""


class NotEmpty(ValueError):
    """The folder holds something already, and nothing is overwritten."""


def export(repository: Repository, folder: Path, source: Path | None = None) -> tuple[Path, ...]:
    """Write the data package and the workbook; gives the files. `source`: the tables' folder, else the shipped one.

    All or nothing: the files are made beside the folder and moved there when they are whole. Text cells that a
    spreadsheet would take for a formula get an apostrophe. Raises NotEmpty, OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder} is there already and not empty; name a new folder, nothing is overwritten")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
        _write(repository, Path(made) / "whole", source or dataset.shipped())
        if folder.exists():
            folder.rmdir()
        (Path(made) / "whole").rename(folder)
    return tuple(sorted(folder.iterdir()))


def _write_text(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _write(repository: Repository, folder: Path, source: Path) -> None:
    folder.mkdir()
    for name in _AS_THEY_ARE:
        if (source / name).is_file():
            shutil.copyfile(source / name, folder / name)
    inspections = sorted(repository.inspections.values(), key=lambda i: (i.council, i.published, i.key))
    columns = (INSPECTION_COLUMNS[0], "council", *INSPECTION_COLUMNS[1:])
    _write_text(folder / "inspections.csv", as_csv(inspection_list(tuple(inspections)).only(columns)))
    findings = tuple(f for i in inspections for f in repository.findings_of(i))
    _write_text(folder / "findings.csv", as_csv(finding_list(findings)))
    write_workbook(folder / WORKBOOK, repository)
