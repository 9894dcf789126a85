"""A table: rows under named columns, the answer to any question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..storage.schema import Value
    from .rows_by_column import Row, RowsByColumn


class Keyed(str):
    """A key as in `data/`, with words for people, which tables show."""

    words: str

    def __new__(cls, key: str, words: str) -> Keyed:
        made = super().__new__(cls, key)
        made.words = words
        return made


class Table(NamedTuple):
    """Rows under named columns: the answer to any question."""

    columns: tuple[str, ...]
    """Named as in `data/`."""
    rows: tuple[Row, ...] | RowsByColumn
    caption: str = ""
    """What the rows are, as at which day, of how many."""
    display_columns: tuple[str, ...] = ()
    """The columns that a table for people shows; empty for all."""
    is_chosen: bool = False
    """Whether a reader named those columns, so that none of them is left out."""

    def column(self, name: str) -> Sequence[Value]:
        """The values of a column, from the first row to the last. Raises ValueError for an unknown name."""
        if not isinstance(self.rows, tuple):
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
