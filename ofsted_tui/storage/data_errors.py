"""What is wrong with a folder of tables."""

from __future__ import annotations

from typing import NamedTuple

MOST_SHOWN = 50
"""Faults that are shown, of those of a folder."""


class Fault(NamedTuple):
    """One thing wrong in a table."""

    file: str
    line: int | None
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = self.file + (f", line {self.line}" if self.line else "")
        where += f", column {self.column}" if self.column else ""
        found = f" found “{self.found[:80]}”," if self.found else ""
        return f"{where}:{found} expected {self.expected}"


def csv_fault(problem: Exception) -> str:
    """What is wrong with a line of comma-separated values that cannot be read, as a noun: `a quotation mark that …`."""
    said = str(problem)
    if "unexpected end" in said:
        return "a quotation mark that is never closed"
    if "expected after" in said:
        return "a quotation mark inside a cell that is not doubled"
    return "a cell of more than 131,072 characters" if "field limit" in said else said


class DataError(Exception):
    """A folder of tables that cannot be used; `faults` lists what is wrong with it.

    `more`: whether so many faults were found that the rest of the folder was not looked at.
    """

    def __init__(self, faults: list[Fault], *, more: bool = False) -> None:
        self.faults, self.more = tuple(faults), more
        super().__init__("\n".join(map(str, faults)))
