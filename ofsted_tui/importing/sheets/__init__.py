"""Other people's tables of inspections, CSV, XLSX or ODS -> readings, row by row. Columns are known by their names."""

from __future__ import annotations

from .detect import Found, is_table, read_tables
from .sheet import Sheet, UnreadableTable
from .sheet_file import Kind, kind_of, sheets

__all__ = ["Found", "Kind", "Sheet", "UnreadableTable", "is_table", "kind_of", "read_tables", "sheets"]
