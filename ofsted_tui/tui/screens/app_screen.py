"""A screen of ours: the state it shows, how it speaks to the person at the keyboard, and what it asks of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.events import ScreenResume, ScreenSuspend
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Input

from ...core.report_address import safe_address
from ..environment import has_web_browser
from ..keys import hints_of, keys_of
from ..painted_once import PaintedOnce
from ..steady_screen import SteadyScreen
from ..widgets.border_keys import border_keys
from ..widgets.key_bar import KeyBar
from ..widgets.styles import needs_patterns

if TYPE_CHECKING:
    from datetime import date

    from textual.app import App
    from textual.widget import Widget

    from ...analysis.finding_search import FindingQuery
    from ..keys import KeyCommand, Keys
    from ..widgets.styled_text import Span

T = TypeVar("T")
TO_READ_TOTALS = 12
"""Seconds for which the totals that others printed are shown."""


def only_removes_what_was_said(app: App[Any], key: str) -> bool:
    """Remove what was said; returns whether a key does only that, as one that leads back does from others' totals."""
    totals = any(notice.timeout == TO_READ_TOTALS for notice in app._notifications)
    app.clear_notifications()
    bound = app.screen.active_bindings.get(key)
    return totals and bound is not None and bound.binding.action in ("back", "leave")


class CouncilRequested(Message):
    """A screen leads to a council, at an inspection, at a finding of it."""

    def __init__(self, screen: Screen[Any], council: str, inspection: str = "", finding: int | None = None) -> None:
        super().__init__()
        self.screen, self.council, self.inspection, self.finding = screen, council, inspection, finding


class CountryRequested(Message):
    """A screen leads to the list of councils on a day (None: the data's last), of a region or of all."""

    def __init__(self, screen: Screen[Any], day: date | None, region: str = "") -> None:
        super().__init__()
        self.screen, self.day, self.region = screen, day, region


class FindingsRequested(Message):
    """A screen leads to the findings that answer a query."""

    def __init__(self, query: FindingQuery) -> None:
        super().__init__()
        self.query = query


class AppScreen(PaintedOnce, SteadyScreen, Screen[T]):
    """A screen of the app; a subclass says what it shows."""

    COMMANDS_HERE: ClassVar[tuple[KeyCommand, ...]] = ()
    """The commands of this screen, besides those of every screen."""
    READY_WHEN_MOUNTED: ClassVar[bool] = False
    """Whether keys count before it was on top: not where it is written only then, by `on_screen_resume`."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus. Textual would repaint the whole screen when that changes; widgets that then look different
    say so themselves."""

    @property
    def filled(self) -> bool:
        """Whether patterns replace colours."""
        return needs_patterns(self.app)

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return keys_of(self.app)

    def in_words(self, sentence: str) -> str:
        """A sentence of ours, without data, with keys in place of the ids of commands, as in `{clear} clears them`."""
        return self.keys.in_words(sentence, self.COMMANDS_HERE)

    def border_keys(self, words: str) -> tuple[Span, ...]:
        """The words of a border, in which the keys of commands can be clicked: `{open} Open`."""
        return border_keys(words, self.keys, self.COMMANDS_HERE)

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers, the most useful first."""
        return hints_of(self.COMMANDS_HERE)

    async def action_clear(self) -> None:
        """Clear the filters; if none is on, compare councils."""
        if not self.clear_filters():
            await self.app.run_action("view('compare')")

    def clear_filters(self) -> bool:
        """Clear the filters of the screen; whether there were any."""
        return False

    @on(ScreenSuspend)
    @on(ScreenResume)
    def _other_keys(self) -> None:
        """A window has its keys in its own border, and the bar beneath has none."""
        for bar in self.query(KeyBar):
            bar.draw_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No action before the screen is there, as in a burst of keys; in a box `/` is a letter."""
        if not (self.is_mounted and (self.was_shown or self.READY_WHEN_MOUNTED)):
            return False
        if action == "search" and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)

    def explain(self, totals: str) -> None:
        """Show what others printed for a date, and how our totals differ, until it can have been read."""
        self.notify_user(totals, seconds=TO_READ_TOTALS)

    def notify_user(self, sentence: str, seconds: float = 4) -> None:
        """Show a sentence to the person at the keyboard, in place of the one before; never markup."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False, timeout=seconds)

    def open_report(self, address: str | None, paper: str = "report") -> None:
        """Open the address of a report, or of a letter, if it is one of Ofsted's; None if there is no report."""
        safe = safe_address(address or "")
        if safe and has_web_browser():
            self.app.open_url(safe)
            self.notify_user(f"Asked your browser to open {safe}")
        elif safe:
            self.app.copy_to_clipboard(safe)
            self.notify_user(f"There is no web browser here. Copied: {safe}", seconds=8)
        elif address is None:
            self.notify_user("There is no report to open.")
        else:
            self.notify_user(f"We hold no web address for this {paper}.")

    def notify_if(self, sentence: str) -> None:
        """Show the person at the keyboard a sentence for 8 seconds; an empty one is not shown."""
        if sentence:
            self.notify_user(sentence, seconds=8)
