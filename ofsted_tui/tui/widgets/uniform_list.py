"""A list of many items of one height: each is laid out when it is drawn, so the end is as near as the top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast, overload

from .item_list import Item, ItemList
from .styled_text import Span, line_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.selection import Selection

    from .styled_text import Line

KEPT = 400
"""How many items are kept laid out: more than a screen has."""


class Rows(NamedTuple):
    """What a list of items of one height shows."""

    targets: Sequence[Any]
    """What each item opens."""
    height: Callable[[int], int]
    """The lines of an item for a width."""
    draw: Callable[[int, int], Callable[[Any], Sequence[Line]]]
    """For a width and a height, what draws an item from its target: as many lines as the height, or fewer."""
    stays: bool = False
    """Whether the first stays at the top and opens nothing, as the names of columns."""


class UniformList(ItemList):
    """Items of one height, one below the other; without `Rows`, written item by item like any list."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Rows | None = None

    def write_rows(self, rows: Rows) -> None:
        """Show these items; they are asked for again when the width changes."""
        self._rows = rows
        if self.container_size.width:
            self._lay_out()

    def write(self, write: Callable[[int], Any]) -> None:
        """Show what a function writes item by item."""
        self._rows = None
        super().write(write)

    def _lay_out(self) -> None:
        if self._rows is None:
            super()._lay_out()
            return
        width = self.text_width - 1
        items = _LaidOut(self._rows, width, self._rows.height(width))
        self.items = cast("list[Item]", items)
        self._first = cast("list[int]", range(0, len(items) * items.height, items.height))
        self._owner = cast("list[int]", _Owners(len(items), items.height))
        self._lines = cast("list[Line]", _Lines(items))
        self._staying = items.height * self._rows.stays
        self.set_height(len(self._lines))
        self.here = self._next(self.here, 0)
        self.refresh()
        self._keep_in_sight(centred=True)
        if self.follow:
            self.follow()

    def _reach(self, number: int) -> None:
        if self._rows is None:
            super()._reach(number)

    def _fill(self, top: float) -> None:
        if self._rows is None:
            super()._fill(top)

    def _next(self, here: int, step: int) -> int:
        if self._rows is None:
            return super()._next(here, step)
        return max(min(here + step, len(self.items) - 1), int(self._rows.stays))

    @property
    def place(self) -> int:
        """Counted without laying them out."""
        return super().place if self._rows is None else self.here + 1 - self._rows.stays

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse selected: only its lines are laid out."""
        lines = [line_text(self._lines[row]) if selection.get_span(row) else "" for row in range(len(self._lines))]
        return selection.extract("\n".join(lines)), "\n"


class _LaidOut(Sequence[Item]):
    """Items laid out when they are asked for; the last of them are kept."""

    def __init__(self, rows: Rows, width: int, height: int) -> None:
        self.targets, self.height = rows.targets, height
        self._draw = rows.draw(width, height)
        self._kept: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self.targets)

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Item]: ...
    def __getitem__(self, number: int | slice) -> Item | Sequence[Item]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            target = self.targets[number]
            lines = [*self._draw(target), *[()] * self.height][: self.height]
            self._kept[number] = Item(tuple(lines), target)
        return self._kept[number]


class _Lines(Sequence["Line"]):
    """The lines of items of one height."""

    def __init__(self, items: _LaidOut) -> None:
        self.items = items

    def __len__(self) -> int:
        return len(self.items) * self.items.height

    @overload
    def __getitem__(self, row: int) -> Line: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Line]: ...
    def __getitem__(self, row: int | slice) -> Line | Sequence[Line]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        number, place = divmod(row, self.items.height)
        return (Span(" "), *self.items[number].lines[place])


class _Owners(Sequence[int]):
    """The item that each line belongs to."""

    def __init__(self, items: int, height: int) -> None:
        self._owners = range(items * height)
        self._height = height

    def __len__(self) -> int:
        return len(self._owners)

    @overload
    def __getitem__(self, row: int) -> int: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[int]: ...
    def __getitem__(self, row: int | slice) -> int | Sequence[int]:
        if isinstance(row, slice):
            return [one // self._height for one in self._owners[row]]
        return self._owners[row] // self._height
