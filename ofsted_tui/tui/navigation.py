"""Going from screen to screen: by key, and where one screen leads to what another shows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import memory
from .keys import SCREENS, keys_of

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from ..analysis.finding_search import FindingQuery
    from .screens.app_screen import CouncilRequested, CountryRequested
    from .screens.browse import Browse

VIEWS = {
    "findings": ("findings", "FindingSearch"),
    "england": ("england", "England"),
    "map": ("tile_map", "TileMap"),
    "themes": ("themes", "Themes"),
    "journeys": ("journeys", "Journeys"),
    "next_inspections": ("next_inspections", "NextInspections"),
    "whats_new": ("whats_new", "WhatsNew"),
    "compare": ("compare", "Compare"),
    "visits": ("visits", "VisitList"),
}
"""The screens by name: the file and the class."""


class Navigation:
    """The way between the screens, none of which reads another; each keeps its place while the program runs."""

    def __init__(self, app: App[str], browse: Browse) -> None:
        self.app, self.browse, self.state = app, browse, browse.state

    def to_councils(self) -> None:
        """Back to the list of councils."""
        self.app.clear_notifications()
        self.browse.way_back.forget()
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def to_view(self, name: str) -> None:
        """Go to one of the screens in `VIEWS`, which is made when it is first asked for."""
        self.to_councils()
        if not self.app.is_screen_installed(name):
            memory.pause_collector()
            module, screen = VIEWS[name]
            view: Screen[None] = getattr(import_module(f".screens.{module}", __package__), screen)(self.state)
            self.app.install_screen(view, name)
            self.app.call_after_refresh(memory.freeze)
        self.app.push_screen(name)

    def to_council(self, slug: str) -> None:
        """Go to a council in the list."""
        self.to_councils()
        self.browse.way_back.go_to(slug)

    def to_comparison(self, slug: str) -> None:
        """Compare a council with its neighbours, whatever is pinned."""
        self.to_council(slug)
        self.to_view("compare")
        self.app.call_after_refresh(self._compare_neighbours)

    def _compare_neighbours(self) -> None:
        from .screens.compare import Compare

        if isinstance(self.app.screen, Compare):
            self.app.screen.compare_neighbours()

    def choose_screen(self) -> None:
        """Choose a screen from a list of all."""
        from textual.content import Content

        from .dialogs.picker import Choice, Picker

        shown = keys_of(self.app).shown
        offers = [Choice(Content(f"{shown(c)}  {c.title:<17} {c.tooltip}"), c.action) for c in SCREENS]

        async def chosen(action: str | None) -> None:
            if action:
                await self.app.run_action(action)

        self.app.push_screen(Picker("Screens", offers), chosen)

    def open_visit(self, key: str) -> None:
        """Show what the letter of a visit says, in a window."""
        from .dialogs.letter import Letter

        repository = self.state.repository
        if visit := repository.visits.get(key):
            self.app.push_screen(Letter(repository, visit))

    def open_council(self, asked: CouncilRequested) -> None:
        """Show the council for which a screen asks; from there Esc leads back to it."""
        if asked.screen is self.app.screen:
            self.browse.way_back.open_council(asked.screen, asked.council, asked.inspection, asked.finding)
            self.app.pop_screen()

    def open_list(self, asked: CountryRequested) -> None:
        """Show the list for which a screen asks; from there Esc leads back to it."""
        if asked.screen is self.app.screen:
            self.browse.way_back.open_list(asked.screen, asked.day, asked.region)
            self.app.pop_screen()

    def open_findings(self, query: FindingQuery) -> None:
        """Show the findings that answer a query; from there Esc leads back to the screen that asked."""
        asking = self.app.screen if self.app.screen is not self.browse else None
        self.to_view("findings")
        self.app.call_after_refresh(self._ask, query, asking)

    def _ask(self, query: FindingQuery, asking: Screen[Any] | None) -> None:
        from .screens.findings import FindingSearch

        if isinstance(self.app.screen, FindingSearch):
            self.app.screen.ask(query, asking)
