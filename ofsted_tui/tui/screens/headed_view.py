"""A screen with a heading over its rows and, where there is room, a preview of the highlighted one beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.getters import query_one

from ..widgets.item_list import Item, ItemList
from ..widgets.key_bar import KeyBar
from ..widgets.panels import Panels
from ..widgets.screen_head import ScreenHead
from ..widgets.styled_text import Page, Span
from ..widgets.text_panel import TextPanel
from .view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.app import ComposeResult

    from ..keys import KeyCommand


class HeadedView(View):
    """A subclass gives `heading`, `note`, `number_of_rows` and `preview`, and writes its rows in `write_list`."""

    LIST: ClassVar[type[ItemList]] = ItemList
    """The kind of list in which the rows stand."""

    head = query_one(ScreenHead)

    def compose(self) -> ComposeResult:
        """The heading, the panels, the keys."""
        yield ScreenHead(id="head")
        yield from self.compose_panels()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def compose_panels(self) -> ComposeResult:
        """The rows and, if there is room, a preview of the highlighted one beside them."""
        with Panels():
            yield self.LIST()
            yield TextPanel()

    def followed(self) -> None:
        """Show the place in the list, and beside it what is highlighted."""
        self.write_foot(self.place(), self._name_cut_off())
        self._show_preview()

    def place(self) -> str:
        """The number of the highlighted row, of how many: `2 of 447`; empty if there is none."""
        number = self.number_of_rows()
        return f"{self.rows.place:,} of {number:,}" if number else ""

    def _name_cut_off(self) -> str:
        """The name of the highlighted row if the row has no room for it and no preview shows it."""
        target, text = self.rows.target, self.rows.highlighted_text
        if "…" not in text or self.query_one(TextPanel).display:
            return ""
        name = self.preview_title(target)[0].text.strip()
        return "" if name in text else name

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers: those of the screen that are not in the border below the rows."""
        return [command for command in super().key_hints() if f"{{{command.id}}}" not in self.FOOT_KEYS]

    def number_of_rows(self) -> int:
        """How many rows open something."""
        raise NotImplementedError

    def _show_preview(self) -> None:
        """Write what the highlighted row is about; if there is none, hide the empty panel."""
        preview, target = self.query_one(TextPanel), self.rows.target
        preview.set_class(target is None, "-empty")
        if target is not None:
            preview.write(lambda page: self.preview(target, page), *self.preview_title(target))

    def write(self) -> None:
        """Write heading and rows."""
        remark = self.remark()
        said = (Span(f" · {remark.brief}", "mark"),) if remark else ()
        self.head.show((Span(self.heading(), "title"), *said), self.note())
        self.write_list()

    def write_list(self) -> None:
        """Write the rows into their list."""
        raise NotImplementedError

    def write_items(self, items: Callable[[int], Iterable[Item]]) -> None:
        """Write the rows that a function gives for a width, or why there is none."""

        def written(width: int) -> Iterator[Item]:
            number = -1
            for number, item in enumerate(items(width)):  # noqa: B007 - whether there was one
                yield item
            if number < 0:
                yield from self.why_nothing(width)

        self.rows.write(written)

    def heading(self) -> str:
        """What the screen shows, as at which day, of how many."""
        raise NotImplementedError

    def note(self) -> str:
        """One line on how to read it."""
        raise NotImplementedError

    def preview(self, target: Any, page: Page) -> None:
        """Write what a row is about, for the panel beside the rows."""
        raise NotImplementedError

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """What is in the border over the preview."""
        raise NotImplementedError
