"""A screen on which one council is read: the keys that step through its inspections, open, cite, note and pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..keys import step_hints
from ..refusals import tell_failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.council_detail import CouncilDetail
    from .app_screen import AppScreen

    _Screen = AppScreen[None]
else:
    _Screen = object  # Textual inspects each of its classes as it is made, which takes a five-hundredth of the start


class CouncilScreen(_Screen):
    """For an `AppScreen`: acts on the council highlighted in the state. A subclass says in which widget it is shown.

    Textual collects keys, messages and reactive values from its own classes alone: they belong in the subclass.
    """

    state: State

    @property
    def council(self) -> CouncilDetail:
        """The widget that shows the council."""
        raise NotImplementedError

    @property
    def list_is_meant(self) -> bool:
        """Whether the list is offered for saving first, rather than the council."""
        return False

    def with_keys_that_step(self, hints: Iterable[KeyCommand]) -> Iterator[KeyCommand]:
        """The keys of the key bar, with those to the older and the newer inspection only if they lead to one."""
        profile = self.state.profile
        here, held = (profile.place, len(profile.inspections)) if profile else (0, 0)
        for command in hints:
            if command.id == "older":
                yield from step_hints(older=here > 0, newer=here + 1 < held)
            elif command.id != "newer":
                yield command

    def action_next_heading(self) -> None:
        """Jump to Must improve, then to each next heading."""
        self.council.next_heading()

    def action_to_heading(self, name: str) -> None:
        """Jump to a heading of the page, by its name."""
        self.council.to_heading(name)

    def action_older(self) -> None:
        """Show the inspection before."""
        self.notify_if(self.state.step(-1))

    def action_newer(self) -> None:
        """Show the inspection after."""
        self.notify_if(self.state.step(1))

    def action_show_inspection(self, key: str) -> None:
        """Show an inspection by its key."""
        if inspection := self.state.repository.inspections.get(key):
            self.state.look_at(inspection)

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        profile = self.state.profile
        inspection = profile.inspection if profile else None
        self.open_report(inspection.report_url if inspection else None)

    def action_copy_citation(self) -> None:
        """Copy a citation of the inspection shown; of the finding marked, while the council is read."""
        from ...output.citation import cite, cite_finding

        profile = self.state.profile
        if profile is None or profile.inspection is None:
            self.notify_user("There is no inspection to cite.")
            return
        council, inspection, marked = profile.council, profile.inspection, self.council.marked
        if marked and self.council.has_focus:
            words = cite_finding(council, inspection, marked)
        else:
            words = cite(council, inspection, self.state.judgement)
        self.app.copy_to_clipboard(words)
        self.notify_user(f"Copied: {words}")

    def action_pin(self) -> None:
        """Pin the council, or unpin it."""
        if self.state.slug:
            self.app.clear_notifications()  # one may say that no council is pinned
            tell_failure(self.app, self.state.pin())

    def action_note(self) -> None:
        """Write a note on the council."""
        from ..dialogs.note import Note

        if not self.state.slug:
            self.notify_user("No council is highlighted.")
            return
        self.app.push_screen(Note(self.state.repository.councils[self.state.slug], self.state))

    def action_judgement(self) -> None:
        """Choose the judgement shown."""
        from ..dialogs.picker import choose_judgement

        choose_judgement(self.app, self.state)

    def action_save(self) -> None:
        """Save the council, its history or the list."""
        from ...output.document import history_document, list_document, report_document
        from ..dialogs.save import save

        profile = self.state.profile
        council = [report_document(profile), history_document(profile)] if profile else []
        save(self.app, *council, list_document(self.state.shown), chosen=len(council) if self.list_is_meant else 0)
