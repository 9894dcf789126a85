"""A table: rows under named columns, which any question is answered with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..storage.schema import Value

    Row = tuple[Value, ...]


class Keyed(str):
    """A key as it stands in `data/`, with the words by which a reader knows it: tables show those."""

    words: str

    def __new__(cls, key: str, words: str) -> Keyed:
        made = super().__new__(cls, key)
        made.words = words
        return made


class RowsByColumn(Sequence["Row"]):
    """Rows of an answer that may have thousands: each column is made when it is read, and a reader sees few of them.

    `make` gives the values of a column, by its name.
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


class Table(NamedTuple):
    """Rows under named columns: what any question is answered with."""

    columns: tuple[str, ...]
    """Named as in `data/`."""
    rows: Sequence[Row]
    caption: str = ""
    """What the rows are, as at which day, of how many."""
    display_columns: tuple[str, ...] = ()
    """The columns that a table for people shows; empty for all."""
    is_chosen: bool = False
    """Whether a reader named those columns, so that none of them is left out."""

    def column(self, name: str) -> Sequence[Value]:
        """The values of a column, from the first row to the last. Raises ValueError for an unknown name."""
        if isinstance(self.rows, RowsByColumn):
            return self.rows.column(name)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def only(self, columns: Sequence[str]) -> Table:
        """A table of the named columns alone, in that order, with all rows. Raises KeyError with the unknown name."""
        for column in columns:
            if column not in self.columns:
                raise KeyError(column)
        rows = tuple(zip(*map(self.column, columns), strict=True))
        return self._replace(columns=tuple(columns), rows=rows, display_columns=())
