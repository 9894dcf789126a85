"""Moving about from the list: to a council or a region, and back to the screen that led there."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.screen import Screen

from ..core.councils import Selection
from ..core.dates import long_day
from .state import Place, region_named

if TYPE_CHECKING:
    from ..core.model import Council
    from .keys import KeyCommand
    from .screens.browse import Browse


class Origin(NamedTuple):
    """Where a council, or the list of a region, was opened from."""

    screen: Screen[Any]
    opened: Place
    """What it opened; `slug` is empty if that was a list. Once something else is shown, there is no way back."""
    before: Place
    """What was shown before, which that screen may refer to."""


class WayBack:
    """Where Esc leads from what another screen opened; nowhere once something else is shown."""

    def __init__(self, browse: "Browse") -> None:
        self.browse, self.state = browse, browse.state
        self.origin: Origin | None = None

    @property
    def leads_somewhere(self) -> bool:
        """Whether Esc in the list does something: goes back, clears, or shows the latest date again."""
        return bool(self.origin) or self.state.selection.is_active or self.state.day is not None

    def forget(self) -> None:
        """Remove the way back."""
        self.origin = None

    def forget_another_list(self) -> None:
        """Remove the way back if another list is shown than the one that was opened."""
        if self.origin and not self.origin.opened.lists_the_same_as(self.state.place):
            self.origin = None

    def forget_another_council(self) -> None:
        """Remove the way back if another council is highlighted than the one that was opened."""
        if self.origin and self.origin.opened.slug:
            self.origin = None

    def go_to(self, slug: str, inspection: str = "", finding: int | None = None) -> None:
        """Show a council, at an inspection, at a finding; what would hide it is cleared."""
        browse = self.browse
        if slug not in self.state.shown:
            browse.clear(Selection(judgement=self.state.judgement))
        browse.notify_if(self.state.go_to(slug))
        self.forget()
        if inspection:
            browse.action_show_inspection(inspection)
        if finding is not None:
            browse.call_after_refresh(browse.show_finding, finding)
        else:
            browse.council_list.focus()

    def list_region(self) -> bool:
        """List the region whose name is searched for, instead of searching; whether there is one."""
        region = region_named(self.state)
        if region:
            self.browse.clear(Selection(judgement=self.state.judgement, regions=frozenset({region})))
        return bool(region)

    def go_to_named(self) -> bool:
        """Show what a phrase names that no council of the day does; whether there is anything.

        That is a region, or a council of another day, or the one whose spelling is closest to the phrase.
        """
        if len(self.state.shown):
            return False
        if self.list_region():
            return True
        found = self.state.named_otherwise or self.state.nearest
        if found:
            self.go_to(found[0].slug)
        return bool(found)

    def of_enter(self) -> str:
        """What Enter does in the box, as `go_to_named` does it; empty where it shows the councils found."""
        state = self.state
        if len(state.shown):
            return ""
        if region_named(state):
            return "List the region"
        if found := state.named_otherwise or state.nearest:
            return f"Go to {found[0].name}"
        return "Search the findings" if state.nobody_is_named else ""

    def choose_day(self) -> None:
        """Choose a date, or go to the council of another date that a phrase names beside those of the date shown."""
        from .dialogs.date_picker import choose_day

        if self.named_beside:
            self.go_to(self.named_beside.slug)
        else:
            choose_day(self.browse.app, self.state)

    @property
    def named_beside(self) -> "Council | None":
        """The council of another date that a phrase names, beside those of the date shown that it names too."""
        found = self.state.named_otherwise
        return found[0] if found and len(self.state.shown) else None

    def titled(self, command: "KeyCommand") -> "KeyCommand":
        """A command of the list, with the title for what `choose_day` does just now."""
        other = self.named_beside if command.id == "as_at" else None
        return command._replace(title=f"Go to {other.name}") if other else command

    def open_council(self, screen: Screen[Any], slug: str, inspection: str = "", finding: int | None = None) -> None:
        """Show a council, or one of its inspections or findings, for another screen, to which Esc goes back."""
        before = self.state.place
        self.go_to(slug, inspection, finding)
        self.origin = Origin(screen, self.state.place, before)

    def open_list(self, screen: Screen[Any], day: date | None, region: str = "") -> None:
        """Show the country on a day, or one region of it, for another screen, to which Esc goes back."""
        before = self.state.place
        self.state.choose_day(day)
        regions = frozenset({region} if region else ())
        self.browse.clear(Selection(judgement=self.state.judgement, regions=regions))
        self.origin = Origin(screen, self.state.place._replace(slug=""), before)
        self.browse.council_list.focus()

    def step_back(self, *, in_the_box: bool, in_the_list: bool) -> None:
        """Back to the screen that led here; otherwise clear the search, the filters, the date: one at a time."""
        state, browse = self.state, self.browse
        if self.origin and self._leads_back(self.origin, in_the_list=in_the_list) and not in_the_box:
            self._return(self.origin)
            return
        if not state.selection.phrase and (in_the_box or (self.origin and not in_the_list)):
            pass
        elif state.selection.phrase:
            browse.clear(state.selection)
        elif state.selection.is_active:
            browse.clear(Selection(judgement=state.judgement))
        elif in_the_list and state.day is not None:
            state.choose_day(None)
            another = browse.in_words("{as_at} chooses another")
            browse.notify_user(f"Back to the latest date, {long_day(state.as_at)}; {another}.")
        elif in_the_list:
            browse.notify_user(browse.in_words("Nothing to clear. {quit} quits."))
        browse.council_list.focus()

    def leave_page(self) -> None:
        """From the page of a council that another screen opened, back to that screen."""
        if self.origin and self.origin.opened.slug == self.state.slug:
            self._return(self.origin)

    def _leads_back(self, origin: Origin, *, in_the_list: bool) -> bool:
        """Whether what was opened is what is looked at: a council, or the list itself with nothing typed."""
        if origin.opened.slug:
            return origin.opened.slug == self.state.slug
        return in_the_list and self.state.selection.phrase == origin.opened.selection.phrase

    def _return(self, origin: Origin) -> None:
        self.forget()
        before = origin.before
        self.browse.app.clear_notifications()
        self.state.day = before.day
        self.browse.clear(before.selection._replace(judgement=self.state.judgement), before.selection.phrase)
        if before.slug in self.state.shown:
            self.state.highlight(before.slug)
        self.browse.app.push_screen(origin.screen)
