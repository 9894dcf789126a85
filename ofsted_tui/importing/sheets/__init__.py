"""Other people's tables of inspections, CSV, XLSX or ODS -> readings, row by row. Columns are known by their names."""

from __future__ import annotations

from .detect import Found, read_tables
from .sheet import Sheet, UnreadableTable
from .sheet_file import sheets

__all__ = ["Found", "Sheet", "UnreadableTable", "read_tables", "sheets"]
