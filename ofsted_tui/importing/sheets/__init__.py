"""Other people's tables of inspections, CSV, XLSX or ODS -> readings, row by row. Columns are known by their names."""

from __future__ import annotations

from .detect import Found, is_table, read_tables
from .sheet import Sheet, UnreadableTable
from .sheet_file import FileKind, file_kind, sheets

__all__ = ["FileKind", "Found", "Sheet", "UnreadableTable", "file_kind", "is_table", "read_tables", "sheets"]
