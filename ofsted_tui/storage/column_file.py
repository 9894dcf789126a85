"""A large table by column: a line for each, with a tab between two cells; read in a third of the time of a CSV file.

The wheel has one beside each table of findings, made when it is built; a source tree, whose tables are edited, has
none. Its first line says how many bytes the CSV file has, and how many follow.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing; the wheel is built without the rest of the program
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUFFIX = ".columns"


def to_columns(rows: Iterable[Sequence[str]], size: int) -> bytes:
    """The file for the rows of a CSV file of `size` bytes. Raises ValueError for a tab or line break in a cell."""
    body = b"\n".join(column_lines(rows))
    return b"%d %d\n%b" % (size, len(body), body)


def lines_of(content: bytes, size: int) -> list[bytes]:
    """The columns of a file, none if it has no row.

    Raises ValueError if it is cut off or changed, or was made from a CSV file of another size.
    """
    head, *lines = content.split(b"\n")
    follow = len(content) - len(head) - 1
    if head != b"%d %d" % (size, follow):
        raise ValueError(f"found {head[:40]!r}, expected {size} {follow}")
    return lines if follow else []


def column_lines(rows: Iterable[Sequence[str]]) -> list[bytes]:
    """The columns of rows. Raises ValueError for a tab or a line break in a cell."""
    columns = list(zip(*rows, strict=True))
    lines = list(map("\t".join, columns))
    for line, column in zip(lines, columns, strict=True):
        if line.count("\t") >= len(column) or "\n" in line:
            raise ValueError(f"found a tab or a line break in the column that begins with {column[0]!r}, expected none")
    return [line.encode() for line in lines]


def cells_of(line: bytes) -> list[str]:
    """The cells of a column."""
    if line.isascii():
        return line.decode().split("\t")
    # One by one: decoded together, a few dashes would make each letter of the table take twice the memory.
    return list(map(bytes.decode, line.split(b"\t")))
