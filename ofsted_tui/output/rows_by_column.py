"""Rows of an answer that may have thousands, held by column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..storage.schema import Value

    Row = tuple[Value, ...]


class RowsByColumn(Sequence["Row"]):
    """Rows whose columns are made when they are read: a reader sees few of them.

    `make` returns the values of a column, by its name.
    """

    def __init__(self, columns: Sequence[str], number: int, make: Callable[[str], Sequence[Value]]) -> None:
        self.column = make
        self._columns = columns
        self._number = number

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(zip(*map(self.column, self._columns), strict=True))

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        return self._rows[place]
