"""The lines of a large table that is sorted by its first column, found by binary search: the rest is not read."""

from __future__ import annotations

from io import BufferedReader, FileIO
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 16_384
"""Bytes that are read at a time: more than twice the longest line, as the tests hold."""


def lines_with(key: str, file: str) -> bytes:
    """The lines whose first cell is a key; empty if there is none. Raises OSError.

    The file is opened for each look-up, so that it can be replaced while the program runs.
    """
    wanted = key.encode()
    with BufferedReader(FileIO(file), BLOCK) as table:
        low = len(table.readline())
        high = table.seek(0, 2)
        while high - low > BLOCK:  # the first such line begins between the two, if there is one
            middle = (low + high) // 2
            table.seek(middle)
            table.readline()
            start, key_there = table.tell(), _key_of(table.readline())
            if key_there < wanted:
                low = start
            else:
                high = start
        table.seek(low)
        from_there = dropwhile(lambda line: _key_of(line) < wanted, iter(table.readline, b""))
        found: Iterator[bytes] = takewhile(lambda line: _key_of(line) == wanted, from_there)
        return b"".join(found)


def _key_of(line: bytes) -> bytes:
    return line.partition(b",")[0]
