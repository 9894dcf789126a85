"""What is made when a wheel is built: the two large tables by column, which the program reads in less time."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ColumnFiles(BuildHookInterface):
    """Puts a file of columns beside each large table; an editable install has none, since its tables may be at work."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files and have them included."""
        sys.path.insert(0, self.root)
        from ofsted_tui.storage.column_file import SUFFIX, column_lines

        self._made = Path(tempfile.mkdtemp())
        for table in sorted(Path(self.root, "data").glob("*findings.csv")) if version != "editable" else ():
            with table.open(encoding="utf-8", newline="") as lines:
                _, *rows = csv.reader(lines)
            made = self._made / f"{table.stem}{SUFFIX}"
            made.write_bytes(b"\n".join(column_lines(rows)))
            build_data["force_include"][str(made)] = f"ofsted_tui/data/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made, once it is in the wheel."""
        shutil.rmtree(self._made)
