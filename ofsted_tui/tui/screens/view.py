"""What the screens besides the first have in common: rows that open something, what they are written from, saving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.getters import query_one

from ...core.wording import cell_width
from ...output.published_totals import beyond
from ...output.short_captions import no_neighbours
from ..bindings import bindings
from ..keys import VIEW, KeyCommand
from ..widgets.border_keys import BETWEEN, FOOT_EDGES, joined
from ..widgets.item_list import Item, ItemList
from ..widgets.styled_text import Page, Span, line_text
from .app_screen import AppScreen, CouncilRequested, FindingsRequested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...analysis.finding_search import FindingQuery
    from ...core.model import Council, Finding
    from ...core.visits import Visit
    from ...output.published_totals import DateOutOfRange, TotalsDifference
    from ...output.table import Table
    from ..state import State


class View(AppScreen[None]):
    """Rows that open something; a subclass lays them out, writes them and what is around them, and opens one."""

    CSS_PATH = "views.tcss"
    AUTO_FOCUS = "ItemList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall"), (36, "-high")]
    COMMANDS_HERE: ClassVar[tuple[KeyCommand, ...]] = VIEW
    BINDINGS = bindings(VIEW)
    PANEL_TITLE: ClassVar[str]
    """What is in the border over the rows."""
    FOOT_KEYS: ClassVar[str] = ""
    """Commands in the border below the rows, since the key bar has no room for them: `{sort} Sort`."""
    FILE_NAME: ClassVar[str]
    """What a saved file is called, without its ending."""

    rows = query_one(ItemList)

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.repository = state.repository
        self._written_for: object = None

    def on_mount(self) -> None:
        """Name the panel, and follow what is highlighted in it."""
        self.rows.set_title(Span(self.PANEL_TITLE))
        self.rows.follow = self.followed

    def followed(self) -> None:
        """Show the place in the list, and beside it what is highlighted."""
        raise NotImplementedError

    def write_foot(self, place: str, name: str = "") -> None:
        """Write the place in the list below the rows, after a name and the commands that there is room for."""
        keys = [self.border_keys(words) for words in self.FOOT_KEYS.split(BETWEEN)]
        named, room = (Span(name),), self.rows.outer_size.width - FOOT_EDGES
        while cell_width(line_text(foot := joined([named, *keys, (Span(place),)]))) > room and keys:
            keys.pop()
        self.rows.set_foot(*foot)

    def on_screen_resume(self) -> None:
        """Rewrite if what it is written from has changed meanwhile; otherwise the place is kept."""
        if (sources := self.sources()) != self._written_for:
            self._written_for = sources
            self.write()

    def sources(self) -> tuple[object, ...]:
        """What the screen is written from, besides its own keys."""
        return (self.state.day, self.state.judgement, self.state.notebook)

    def write(self) -> None:
        """Write the rows, and what stands around them."""
        raise NotImplementedError

    def why_nothing(self, width: int) -> Iterator[Item]:
        """Say why there are no rows."""
        page = Page(width)
        page.paragraph(Span(self.nothing(), "muted"))
        yield Item(tuple(page.lines))

    def nothing(self) -> str:
        """What is said if there are no rows."""
        raise NotImplementedError

    def remark(self) -> TotalsDifference | DateOutOfRange | None:
        """What to say of the day shown: that the data does not cover it."""
        return beyond(self.repository, self.state.as_at)

    def table(self) -> Table:
        """What the screen shows as a table to save: every row, whatever fits on the screen."""
        raise NotImplementedError

    def tables(self) -> tuple[Table, ...]:
        """All that is saved; CSV and JSON have room only for the first."""
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

    def council_with_neighbours(self) -> Council | None:
        """The council meant by a key, if it has neighbours; otherwise says why it has none.

        That is the council of the row that one has gone to; on the first row, to which nobody went, the one with which
        one came here from the list of councils.
        """
        council = self._council_gone_to() or self.repository.councils.get(self.state.slug)
        if council and council.neighbours:
            return council
        self.notify_user(no_neighbours(council) if council else "No council is highlighted in the list.")
        return None

    def _council_gone_to(self) -> Council | None:
        """The council of the highlighted row; None on the first row."""
        found = getattr(self.rows.target, "council", None) if self.rows.place > 1 else None
        return self.repository.councils.get(found) if isinstance(found, str) else found

    def ask_findings(self, query: FindingQuery) -> None:
        """Leave for the findings that answer a query."""
        self.post_message(FindingsRequested(query))
