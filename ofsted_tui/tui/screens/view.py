"""The screens beside the first: a heading, a panel of rows that open something, keys; where wide, a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.getters import query_one

from ...core.wording import cell_width
from ...output.published_totals import beyond
from ..bindings import bindings
from ..keys import VIEW, KeyCommand
from ..widgets.border_keys import BETWEEN, FOOT_EDGES, joined
from ..widgets.item_list import Item, ItemList
from ..widgets.key_bar import KeyBar
from ..widgets.panels import Panels
from ..widgets.screen_head import ScreenHead
from ..widgets.styled_text import Page, Span, line_text
from ..widgets.text_panel import TextPanel
from .app_screen import AppScreen, CouncilRequested, FindingsRequested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult

    from ...analysis.finding_search import FindingQuery
    from ...core.model import Finding
    from ...core.visits import Visit
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from ...output.table import Table
    from ..state import State


class View(AppScreen[None]):
    """A heading over rows; a subclass gives `heading`, `note`, `items` and `table`, and opens a row with `open`."""

    CSS_PATH = "views.tcss"
    AUTO_FOCUS = "ItemList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall"), (36, "-high")]
    COMMANDS_HERE: ClassVar[tuple[KeyCommand, ...]] = VIEW
    BINDINGS = bindings(VIEW)
    PANEL_TITLE: ClassVar[str]
    """What stands in the border over the rows."""
    LIST: ClassVar[type[ItemList]] = ItemList
    """The kind of list in which the rows stand."""
    HAS_PREVIEW: ClassVar[bool] = False
    """Whether a panel beside the rows tells, on a wide screen, what the highlighted one is about: see `preview`."""
    FOOT_KEYS: ClassVar[str] = ""
    """Commands that stand in the border below the rows, for which the key bar is too short: `{sort} Sort`."""
    FILE_NAME: ClassVar[str]
    """What a saved file is called, without its ending."""

    rows = query_one(ItemList)
    head = query_one(ScreenHead)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.repository = state.repository
        self._written_for: object = None

    def compose(self) -> ComposeResult:
        """The heading, the panels, the keys."""
        yield ScreenHead(id="head")
        yield from self.compose_panels()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def compose_panels(self) -> ComposeResult:
        """The rows, and beside them what the highlighted one is about, where there is room for it."""
        with Panels():
            yield self.LIST()
            if self.HAS_PREVIEW:
                yield TextPanel()

    def on_mount(self) -> None:
        """Name the panel, and tell what is highlighted in it."""
        self.rows.set_title(Span(self.PANEL_TITLE))
        self.rows.follow = self.followed

    def followed(self) -> None:
        """Say where in the list one is; show beside it what is highlighted."""
        self.write_foot(self.place())
        if self.HAS_PREVIEW:
            self._show_preview()

    def place(self) -> str:
        """Which row one is on, of how many: `2 of 447`; empty where there is none."""
        number = self.number_of_rows()
        return f"{self.rows.place:,} of {number:,}" if number else ""

    def write_foot(self, place: str) -> None:
        """Write below the rows where one is, behind the commands for which there is room."""
        keys = [self.border_keys(words) for words in self.FOOT_KEYS.split(BETWEEN)]
        named, room = (Span(self._name_cut_off()),), self.rows.outer_size.width - FOOT_EDGES
        while cell_width(line_text(foot := joined([named, *keys, (Span(place),)]))) > room and keys:
            keys.pop()
        self.rows.set_foot(*foot)

    def _name_cut_off(self) -> str:
        """The name of the highlighted row where the row has no room for it, and no preview tells it."""
        target, text = self.rows.target, self.rows.highlighted_text
        if "…" not in text or not self.HAS_PREVIEW or self.query_one(TextPanel).display:
            return ""
        name = self.preview_title(target)[0].text.strip()
        return "" if name in text else name

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers: those of the screen that do not stand in the border below the rows."""
        return [command for command in super().key_hints() if f"{{{command.id}}}" not in self.FOOT_KEYS]

    def number_of_rows(self) -> int:
        """How many rows open something."""
        raise NotImplementedError

    def _show_preview(self) -> None:
        """Write what the highlighted row is about; where there is none, nothing empty is shown."""
        preview, target = self.query_one(TextPanel), self.rows.target
        preview.set_class(target is None, "-empty")
        if target is not None:
            preview.write(lambda page: self.preview(target, page), *self.preview_title(target))

    def on_screen_resume(self) -> None:
        """Write anew when what it is written from was changed meanwhile; else the place is kept."""
        if (sources := self.sources()) != self._written_for:
            self._written_for = sources
            self.write()

    def sources(self) -> tuple[object, ...]:
        """What the screen is written from, beside its own keys."""
        return (self.state.day, self.state.judgement, self.state.notebook)

    def write(self) -> None:
        """Write heading and rows."""
        remark = self.remark()
        said = (Span(f" · {remark.brief}", "mark"),) if remark else ()
        self.head.show((Span(self.heading(), "title"), *said), self.note())
        self.write_list()

    def write_list(self) -> None:
        """Write the rows into their list."""
        self.rows.write(self._written)

    def _written(self, width: int) -> Iterator[Item]:
        number = -1
        for number, item in enumerate(self.items(width)):  # noqa: B007 - whether there was one
            yield item
        if number < 0:
            yield from self.why_nothing(width)

    def why_nothing(self, width: int) -> Iterator[Item]:
        """Say in place of rows why there is none."""
        page = Page(width)
        page.paragraph(Span(self.nothing(), "muted"))
        yield Item(tuple(page.lines))

    def heading(self) -> str:
        """What the screen shows, as at which day, of how many."""
        raise NotImplementedError

    def note(self) -> str:
        """One line on how to read it."""
        return ""

    def remark(self) -> TotalsDifference | DateOutOfRange | None:
        """What is to be said of the day shown: that the data does not reach it."""
        return beyond(self.repository, self.state.as_at)

    def explanation(self) -> str:
        """How the figures of the screen are made, for the head of the help; empty where they need no words."""
        return ""

    def preview(self, target: Any, page: Page) -> None:
        """Write what a row is about, for the panel beside the rows; asked only where `HAS_PREVIEW` is set."""

    def preview_title(self, target: Any) -> tuple[Span, ...]:  # noqa: ARG002
        """What stands in the border over the preview."""
        return ()

    def nothing(self) -> str:
        """What is said where there is no row."""
        return "Nothing to show."

    def items(self, width: int) -> Iterable[Item]:
        """The rows for a width."""
        raise NotImplementedError

    def table(self) -> Table:
        """What the screen shows as a table to save: every row, whatever fits on the screen."""
        raise NotImplementedError

    def tables(self) -> tuple[Table, ...]:
        """All that is saved; CSV and JSON have room for the first alone."""
        return (self.table(),)

    def open(self, target: Any) -> None:
        """Open what a row counts."""
        raise NotImplementedError

    @on(ItemList.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the highlighted row."""
        if self.rows.target is None:
            self.notify_user("There is nothing to open here.")
        else:
            self.open(self.rows.target)

    def action_leave(self) -> None:
        """Back to the councils."""
        self.dismiss()

    def action_save(self) -> None:
        """Save what is shown."""
        from ..dialogs.save import save_rows

        save_rows(self.app, self.FILE_NAME, *self.tables())

    def go_to(self, council: str, inspection: str = "", finding: int | None = None) -> None:
        """Leave for a council, at an inspection, at a finding of it."""
        self.post_message(CouncilRequested(self, council, inspection, finding))

    def open_letter(self, visit: Visit, marked: Finding | None = None) -> None:
        """Show what the letter of a visit says, in a window; `marked`: at one of its findings."""
        from ..dialogs.letter import Letter

        self.app.push_screen(Letter(self.repository, visit, marked))

    def ask_findings(self, query: FindingQuery) -> None:
        """Leave for the findings that answer a query."""
        self.post_message(FindingsRequested(query))
