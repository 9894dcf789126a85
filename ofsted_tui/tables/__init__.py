"""Other people's tables of inspections, CSV, XLSX or ODS -> readings, row by row. Columns are known by their names."""

from __future__ import annotations

from .opening import sheets
from .recognising import Found, read
from .sheet import Sheet, UnreadableTable

__all__ = ["Found", "Sheet", "UnreadableTable", "read", "sheets"]
