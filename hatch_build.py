"""What is made when a wheel is built: the two large tables by column, which the program reads in less time."""

from __future__ import annotations

import csv
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ColumnFiles(BuildHookInterface):
    """Puts a file of columns beside each table of findings."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files and have them included; not for an editable install, whose tables are edited."""
        if version == "editable":
            return
        column_file = run_path(str(Path(self.root, "ofsted_tui/storage/column_file.py")))
        self._made = TemporaryDirectory()  # removed with the builder, once the files are in the wheel
        for table in Path(self.root, "data").glob("*findings.csv"):
            with table.open(encoding="utf-8", newline="") as lines:
                _, *rows = csv.reader(lines)
            made = Path(self._made.name, table.stem + column_file["SUFFIX"])
            made.write_bytes(column_file["to_columns"](rows, table.stat().st_size))
            build_data["force_include"][str(made)] = f"ofsted_tui/data/{made.name}"
