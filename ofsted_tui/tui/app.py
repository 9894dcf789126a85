"""The app: themes, the keys of every screen, what it says, and the place that is remembered."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ScreenError
from textual.css.query import QueryError
from textual.events import Event, Key
from textual.notifications import Notify
from textual.widget import MountError
from textual.widgets import Input
from textual.worker import WorkerFailed

from ..storage.user_json import UserFile
from . import memory, preloading
from .bindings import bindings
from .colour_themes import APP_THEMES, own_variables, without_colours
from .environment import driver_class
from .keys import DECLARED, EVERYWHERE, Keys, elsewhere, spoken_key
from .marks import Marks
from .navigation import Navigation
from .refusals import refused_on_a_page
from .screens.app_screen import (
    AppScreen,
    CouncilRequested,
    CountryRequested,
    FindingsRequested,
    only_removes_what_was_said,
)
from .screens.browse import Browse
from .state import State
from .theme_choice import ThemeChoice
from .typed_ahead import TypedAhead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType
    from textual.actions import ActionParseResult
    from textual.app import SystemCommand
    from textual.binding import Binding
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme
    from textual.timer import Timer

    from ..core.repository import Repository
    from ..storage.settings import Settings


OWN_THEMES = {theme.name: theme for theme in APP_THEMES}


class OfstedApp(App[str]):
    """Ofsted's inspections of children's services, in the terminal."""

    TITLE = "ofsted-tui"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(EVERYWHERE)
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        repository: Repository,
        settings: Settings,
        *,
        notices: tuple[str, ...] = (),
        settings_file: Path | None = None,
        notebook_file: Path | None = None,
        can_import: bool = True,
        keys: Keys = DECLARED,
    ) -> None:
        self.theme_choice = ThemeChoice(self, settings.theme)
        # Set before Textual asks for its colours: chosen afterwards, all styles would be read twice.
        self.set_reactive(App.theme, self.theme_choice.wanted)
        super().__init__()
        for theme in APP_THEMES:
            self.register_theme(theme)
        self.repository = repository
        self.keys = keys
        if keys.own:
            self.set_keymap(dict(keys.own))
        self.settings = settings
        """As remembered; updated when the app is left."""
        self._settings_file = UserFile(settings_file)
        self.not_kept = ""
        """What could not be written when the app was left, in a sentence."""
        self.failure: Exception | None = None
        """The error that ended the app."""
        self._can_import = can_import
        self._preloading: Timer | None = None
        marks = Marks(notebook_file)
        self.notices = [words for words in (*notices, marks.unread, self.theme_choice.begin()) if words]
        self.state = State(repository, settings, marks)
        self.browse = Browse(self.state)
        self.navigation = Navigation(self, self.browse)
        self._typed_ahead = TypedAhead(self)
        self.COMMANDS = {self._palette}  # type: ignore[misc]
        if self.theme != self.theme_choice.wanted:  # there is none of that name, or the terminal cannot show it
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """The terminal without the faults of Textual's own."""
        return driver_class()

    def get_key_display(self, binding: Binding) -> str:
        """A key as printed for people."""
        return binding.key_display or spoken_key(binding.key)

    def get_theme(self, theme_name: str) -> Theme | None:
        """The project's own are known before they can be registered."""
        return OWN_THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under `NO_COLOR` the filter that removes the colours of the current theme: Textual keeps to the first one."""
        filters = super().get_line_filters()
        return without_colours(filters, ansi=self.native_ansi_color) if self.no_color else filters

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the current theme, and our own under it."""
        colours = super().get_css_variables()
        self.theme_variables = {**own_variables(self.current_theme, colours), **colours}
        return self.theme_variables

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Reread the sheets for another theme; not at the start, when Textual would read them twice."""
        if self.browse.is_mounted:
            super().refresh_css(animate)

    def get_default_screen(self) -> Browse:
        """The browser itself: no empty screen is laid out beneath it."""
        return self.browse

    def on_mount(self) -> None:
        """Say what went wrong before, and which filters are still on."""
        if said := [*self.notices, *self.browse.reminders()]:
            self.notify("\n\n".join(said), markup=False, timeout=10)
        self.call_after_refresh(memory.freeze)
        self._preloading = preloading.begin(self)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key or a click is for; nothing if it is for the widget in focus and none is.

        A click is answered later than it is made, and Textual ends in an error if its target has gone meanwhile.
        """
        if isinstance(action, str) and action.startswith("focused.") and self.focused is None:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def action_help(self) -> None:
        """What the keys do here."""
        from .dialogs.help import Help

        self.push_screen(Help(self.screen, self.keys))

    def action_councils(self) -> None:
        """Back to the list of councils."""
        self.navigation.to_councils()

    def action_screens(self) -> None:
        """Choose a screen."""
        self.navigation.choose_screen()

    def action_view(self, name: str) -> None:
        """Go to one of the screens."""
        self.navigation.to_view(name)

    def action_open_council(self, slug: str) -> None:
        """Go to a council."""
        self.navigation.to_council(slug)

    def action_compare_council(self, slug: str) -> None:
        """Compare a council with its neighbours."""
        self.navigation.to_comparison(slug)

    def _palette(self) -> type[Provider]:
        """The palette's source of commands, imported when the palette opens."""
        from .dialogs.palette import palette_of

        return palette_of(self.state.repository.councils.values())

    def action_command_palette(self) -> None:
        """Find a command, or a council."""
        from .dialogs.palette import PaletteWindow

        if not isinstance(self.screen, PaletteWindow):
            self.push_screen(PaletteWindow())

    def action_open_visit(self, key: str) -> None:
        """Show what the letter of a visit says, in a window."""
        self.navigation.open_visit(key)

    def clear_notifications(self) -> None:
        """Remove the notifications, and the box around them, which Textual would keep for good."""
        super().clear_notifications()
        self.query("ToastHolder").remove()
        memory.let_go()

    @on(Notify)
    def _one_sentence_at_a_time(self) -> None:
        self.clear_notifications()

    async def on_event(self, event: Event) -> None:
        """Remove what was said, which the next key may make untrue; preloading waits while somebody types."""
        if isinstance(event, Key) and not event.is_forwarded:
            if self._preloading:
                self._preloading.reset()
            if self._typed_ahead.keeps(event):
                return
            if self._notifications and only_removes_what_was_said(self, event.key):
                return
        await super().on_event(event)

    # What screens ask for: one never reads another.

    @on(CouncilRequested)
    def _open_council(self, message: CouncilRequested) -> None:
        self.navigation.open_council(message)

    @on(CountryRequested)
    def _open_list(self, message: CountryRequested) -> None:
        self.navigation.open_list(message)

    @on(FindingsRequested)
    def _open_findings(self, message: FindingsRequested) -> None:
        self.navigation.open_findings(message.query)

    def action_change_theme(self) -> None:
        """Choose the colours: the project's own first, then Textual's."""
        from .dialogs.theme_picker import choose_theme

        choose_theme(self, self.theme_choice)

    def on_key(self, event: Key) -> None:
        """Say where a key belongs that does nothing here; not in a window or a box."""
        if event.key in self.screen.active_bindings or not isinstance(self.screen, AppScreen):
            return
        if not isinstance(self.focused, Input) and (sentence := elsewhere(event.key, self.keys)):
            self.notify(sentence, markup=False, timeout=4)

    def action_about(self) -> None:
        """Sources, licence, the data's last day."""
        from .dialogs.about import About

        self.push_screen(About(self.repository))

    def action_import(self) -> None:
        """Add reports or tables of the user's own."""
        if refused_on_a_page(self, "Importing"):
            return
        if not self._can_import:
            self.notify("Your library goes with the data supplied; leave out --data to add to it.", markup=False)
            return
        from .screens.importing import Importing

        self.push_screen(Importing(), self._imported)

    def _imported(self, sentence: str | None) -> None:
        """Start again on the data with what was added."""
        if sentence:
            self.exit(sentence)

    async def action_quit(self) -> None:
        """Leave, remembering the place."""
        self.exit()

    def exit(self, result: str | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, in whatever way; what the user made is saved."""
        self.keep()
        super().exit(result, return_code, message)

    def keep(self) -> None:
        """Write the place, and the text of a note that is open; pins and other notes were written when made."""
        self.settings = self.state.settings._replace(theme=self.theme_choice.to_remember)
        marks_not_kept = self.state.marks.save_all(self.repository.last_day)
        self.not_kept = self._settings_file.write(self.settings) or marks_not_kept

    def _handle_exception(self, error: Exception) -> None:
        """End after an error, of ours or of the framework's; Textual itself would print a page of code.

        Overrides the one method that Textual calls for an error, wherever it was raised.
        """
        if self._exit and isinstance(error, MountError | QueryError | ScreenError):
            return  # Textual goes on laying out what was opened in the burst in which the app was left
        self._return_code = 1
        if self._exception is None:
            self._exception = error  # what `run_test` raises
            self._exception_event.set()
            self.failure = error
            if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
                self.failure = error.error  # tells where it came from
        with suppress(Exception):  # what is saved may itself be at fault
            self.keep()
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of Textual's: the palette offers the declared commands."""
        return ()
