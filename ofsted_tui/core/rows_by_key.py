"""The rows of a table: made many at a time, or found by their keys and read only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Row = TypeVar("Row", bound=tuple[object, ...])


def made_together(kind: type[Row], *columns: Iterable[object]) -> Iterator[Row]:
    """Named tuples from the columns of all their fields, as long as the shortest column.

    This saves calling the constructor for each: there are thousands to make before an answer is shown.
    """
    return map(tuple.__new__, repeat(kind), zip(*columns, strict=False))


class RowsByKey(Mapping[str, Row]):
    """Rows by their first column, over the bytes of a clean table with a line for each.

    A row that is asked for is found in the bytes and parsed alone, since the first screen shows one summary of
    hundreds; iterating over the mapping parses all. `read` gives the table, `parse` the rows of some of its lines.
    """

    def __init__(self, read: Callable[[], bytes], parse: Callable[[bytes], Iterable[Row]]) -> None:
        self._read = read
        self._parse = parse

    @cached_property
    def _table(self) -> bytes:
        return self._read()

    @cached_property
    def _every(self) -> dict[str, Row]:
        return {str(row[0]): row for row in self._parse(self._table.partition(b"\n")[2])}

    def __getitem__(self, key: str) -> Row:
        if "_every" in self.__dict__:
            return self._every[key]
        place = self._table.find(f"\n{key},".encode())
        if place < 0:
            raise KeyError(key)
        end = self._table.find(b"\n", place + 1)
        (row,) = self._parse(self._table[place + 1 : end if end >= 0 else None])
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)
