"""The council panel: one council, at one of its inspections, on a page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from ...core.model import Kind
from ...storage.notebook import Notebook
from ..keys import keys_of
from .border_keys import BETWEEN, FOOT_EDGES, border_keys, joined
from .council_page import place_of, title_of, write_council
from .page_room import PageRoom
from .scroll_lines import SCROLL_KEYS, ScrollLines
from .styled_text import READABLE, Page, Span, line_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.councils import Councils
    from ...core.model import Finding
    from ...output.council_profile import Profile
    from ..keys import Keys
    from .styled_text import Line

HEADINGS = {
    "improvement": "Must improve", "praise": "Praised", "concern": "Concerns", "since": "Since then",
    "neighbours": "Neighbours", "history": "History",
}  # fmt: skip
"""The places that `m` jumps to, in the order of the page, and their names in the foot."""


class CouncilDetail(ScrollLines):
    """All about the council that is highlighted."""

    DEFAULT_CLASSES = "panel"
    BINDINGS = SCROLL_KEYS

    profile: var[Profile | None] = var(None)
    """The council, at one of its inspections."""
    neighbours: var[Councils | None] = var(None)
    """Its ten statistical neighbours, with the judgement shown."""
    notebook: var[Notebook] = var(Notebook())
    """Pins and notes."""
    no_match: var[str] = var("")
    """What is said if there is no council, with commands' ids in place of their keys."""
    marked: Finding | None = None
    """The finding that a search led to, marked ▶ while its inspection is shown."""

    def __init__(self, *, whole: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.whole = whole
        """Whether nothing is left out, as on the council page."""
        self.beside = False
        """Whether time line, visits and neighbours are beside it."""
        self._page = Page(0)
        """What is written so far."""
        self._jumped = (-1, -1)
        """The heading jumped to last, and the scroll position then."""
        self._drawn = whole
        """Whether the first frame has been painted: what is below it is written afterwards."""
        self.follow: Callable[[], None] | None = None
        """Called at once when the content of the page changes."""

    def watch_notebook(self) -> None:
        """Show another note."""
        self._draw()

    def watch_no_match(self) -> None:
        """Say why there is no council."""
        self._draw()

    def watch_profile(self, before: Profile | None, now: Profile | None) -> None:
        """Show another council from its top; another inspection of the same one at the same place."""
        self._drawn = self._drawn or before is not None
        if self.marked and not (now and self.marked in now.findings):
            self.marked = None
        self._draw()
        if not (before and now and before.council is now.council):
            self._jumped = (-1, -1)
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def on_width_change(self) -> None:
        """Rewrap when the size changes."""
        self._draw()

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return keys_of(self.app)

    @property
    def room(self) -> PageRoom:
        """How much there is room for."""
        return PageRoom(self.container_size.height, self.whole, self.filled, self.beside, self._drawn, self.keys)

    @property
    def is_whole(self) -> bool:
        """Whether what is below the first screenful is written."""
        return self._drawn

    def _draw(self) -> None:
        if not self.container_size.width:
            return
        self._page = Page(min(self.text_width - 1, READABLE))
        if self.profile:
            note = self.notebook.notes.get(self.profile.council.slug, "")
            write_council(self._page, self.profile, self.room, self.neighbours, note)
        elif self.no_match:
            self._page.paragraph(Span(self.keys.in_words(self.no_match), "muted"))
        self._show_page()
        if not self._drawn:
            self.call_after_refresh(self.draw_the_rest)

    def draw_the_rest(self) -> None:
        """Write what is below the first screenful, unless it was written meanwhile, or there is no room."""
        if self._drawn or not self.container_size.width:
            return
        self._drawn = True
        if self.profile:
            from .council_below import write_below

            write_below(self._page, self.profile, self.room, self.neighbours)
        self._show_page()

    def _show_page(self) -> None:
        self.set_title(*title_of(self.profile) if self.profile else ())
        here = self._page.places.get(place_of(self.marked)) if self.marked else None
        self.show([
            (Span("▶", "mark") if number == here else Span(" "), *line) if line else ()
            for number, line in enumerate(self._page.lines)
        ])  # fmt: skip
        self._write_foot()
        if self.follow:
            self.follow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say what is out of sight now."""
        super().watch_scroll_y(old_value, new_value)
        self._write_foot()

    def _write_foot(self) -> None:
        """The place on the page, which inspection it is, and what is below."""
        room = self.outer_size.width - FOOT_EDGES
        first = [self._keys_in(f"{{{'read' if self.room.compact else 'zoom'}}} Full page")]
        which = self._which_inspection()
        if not self.room.roomy:
            self.set_foot(*joined([*(first if self.profile else ()), which]))
            return
        foots = [joined([where, which]) for where in (self._lines_in_sight(), ())]
        below = [self._below(room - len(line_text(foot)) - len(BETWEEN)) for foot in foots]
        # What is out of sight says more than the number of lines, which the scrollbar shows too.
        chosen = 0 if below[0] or not below[1] else 1
        self.set_foot(*joined([foots[chosen], below[chosen]]))

    def _keys_in(self, words: str) -> Line:
        return border_keys(words, self.keys)

    def _lines_in_sight(self) -> Line:
        """The place on the page."""
        if not (self.whole and self._lines):
            return ()
        top = self.scroll_offset.y
        last = min(top + self.container_size.height, len(self._lines))
        return (Span(f"{top + 1}–{last} of {len(self._lines)} lines"),)

    def _which_inspection(self) -> Line:
        """Which of the council's inspections is shown, with the keys to those before and after it."""
        profile = self.profile
        if profile is None or profile.inspection is None or len(profile.inspections) < 2:
            return ()
        held = len(profile.inspections)
        place = held - profile.inspections.index(profile.inspection)
        keys = " ".join(["{older}"] * (place < held) + ["{newer}"] * (place > 1))
        return self._keys_in(f"{place} of {held} inspections {keys}")

    def _below(self, room: int) -> Line:
        """The headings that are out of sight, below, each to be clicked: as many as there is room for."""
        end = self.scroll_offset.y + self.container_size.height
        names = [name for name in HEADINGS if self._page.places.get(name, -1) >= end]
        spans: list[Span] = [*self._keys_in("{next_heading} ↓")]
        fitting: Line = ()
        for number, name in enumerate(names):
            spans += [Span(BETWEEN if number else " "), Span(self._named(name), "", f"screen.to_heading('{name}')")]
            fitting = tuple(spans) if len(line_text(tuple(spans))) <= room else fitting
        return fitting

    def _named(self, name: str) -> str:
        kinds = {kind.value: kind for kind in Kind}
        number = len(self.profile.of_kind(kinds[name])) if self.profile and name in kinds else 0
        return f"{HEADINGS[name]} {number}" if number else HEADINGS[name]

    def to_heading(self, name: str) -> None:
        """Scroll to one of the `HEADINGS`."""
        if (line := self._page.places.get(name)) is not None:
            self.scroll_to(y=line, animate=False, immediate=True, force=True)
            self._jumped = (line, self.scroll_offset.y)

    def next_heading(self) -> None:
        """Scroll to the next heading; from the last one to the first."""
        lines = [self._page.places[name] for name in HEADINGS if name in self._page.places]
        if not lines:
            return
        line, top = self._jumped
        here = line if top == self.scroll_offset.y else self.scroll_offset.y if self.scroll_offset.y else -1
        wanted = next((line for line in lines if line > here), lines[0])
        self.to_heading(next(name for name, line in self._page.places.items() if name in HEADINGS and line == wanted))

    def holds(self, number: int) -> bool:
        """Whether a finding, by its place in the report's findings, is on the page: a panel leaves some out."""
        findings = self.profile.findings if self.profile else ()
        return 0 <= number < len(findings) and self.room.roomy and place_of(findings[number]) in self._page.places

    def show_finding(self, number: int) -> None:
        """Mark a finding of the inspection shown, by its place in the report's findings, and scroll to it."""
        if self.profile is None or not 0 <= number < len(self.profile.findings):
            return
        self.marked = self.profile.findings[number]
        self._draw()
        line = self._page.places.get(place_of(self.marked), 0)
        self.scroll_to(y=max(0, line - 2), animate=False, immediate=True, force=True)
