"""The council panel: one council, at one of its inspections, on a page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from ...core.model import Kind
from ...storage.notebook import Notebook
from .border_keys import BETWEEN, border_keys
from .council_page import place_of, title_of, write_council
from .page_room import PageRoom
from .scroll_lines import SCROLL_KEYS, ScrollLines
from .styled_text import Page, Span

if TYPE_CHECKING:
    from ...core.councils import Councils
    from ...core.model import Finding
    from ...output.council_profile import Profile

READABLE = 100
"""Cells beyond which a line is hard to read."""
FOOT_EDGES = len("╰─  ─╯")
"""Cells of the border beside what is written in it."""
HEADINGS = {
    "improvement": "Must improve", "praise": "Praised", "concern": "Concerns", "since": "Since then",
    "neighbours": "Neighbours", "history": "History",
}  # fmt: skip
"""The places to which `m` jumps, in the order of the page, and how the foot calls them."""


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
    marked: Finding | None = None
    """The finding to which a search led, marked ▶ while its inspection is shown."""

    def __init__(self, *, whole: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.whole = whole
        """Whether nothing is left out, as on the page of its own."""
        self.beside = False
        """Whether time line, visits and neighbours stand beside it."""
        self._places: dict[str, int] = {}
        self._jumped = (-1, -1)
        """The heading jumped to last, and where the page was scrolled then."""
        self._drawn = whole
        """Whether the first frame is there: what lies below it is written afterwards."""

    def watch_notebook(self) -> None:
        """Show another note."""
        self._draw()

    def watch_profile(self, before: Profile | None, now: Profile | None) -> None:
        """Show another council from its top; another inspection of it at the same place."""
        self._drawn = self._drawn or before is not None
        if self.marked and not (now and self.marked in now.findings):
            self.marked = None
        self._draw()
        if not (before and now and before.council is now.council):
            self._jumped = (-1, -1)
            self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def on_width_change(self) -> None:
        """Wrap anew when the size changes."""
        self._draw()

    @property
    def room(self) -> PageRoom:
        """How much there is room for."""
        filled = self.app.no_color or self.app.native_ansi_color
        return PageRoom(self.container_size.height, self.whole, filled, self.beside, later=self._drawn)

    def _draw(self) -> None:
        if not self.container_size.width:
            return
        page = Page(min(self.text_width - 1, READABLE))
        if self.profile:
            note = self.notebook.notes.get(self.profile.council.slug, "")
            write_council(page, self.profile, self.room, self.neighbours, note)
        self._places = page.places
        self.set_title(*title_of(self.profile) if self.profile else ())
        here = self._places.get(place_of(self.marked)) if self.marked else None
        self.show([
            (Span("▶", "mark") if number == here else Span(" "), *line) if line else ()
            for number, line in enumerate(page.lines)
        ])  # fmt: skip
        self._write_foot()
        if not self._drawn:
            self.call_after_refresh(self._draw_the_rest)

    def _draw_the_rest(self) -> None:
        if not self._drawn:
            self._drawn = True
            self._draw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell what is out of sight now."""
        super().watch_scroll_y(old_value, new_value)
        self._write_foot()

    def _write_foot(self) -> None:
        """Where on the page one is, which inspection it is, and what stands below."""
        parts = []
        if self.profile and not self.room.roomy:
            parts.append(f"{'Enter' if self.room.compact else 'z'} Full page")
        elif self.whole and self._lines:
            top = self.scroll_offset.y
            last = min(top + self.container_size.height, len(self._lines))
            parts.append(f"{top + 1}–{last} of {len(self._lines)} lines")
        parts += self._which_inspection()
        written = " · ".join(parts)
        below = self._below(self.outer_size.width - FOOT_EDGES - len(f"{written} · ")) if self.room.roomy else ""
        self.set_foot(*border_keys(BETWEEN.join(filter(None, (written, below)))))

    def _which_inspection(self) -> list[str]:
        profile = self.profile
        if profile is None or profile.inspection is None or len(profile.inspections) < 2:
            return []
        held = len(profile.inspections)
        place = held - profile.inspections.index(profile.inspection)
        keys = " ".join(["["] * (place < held) + ["]"] * (place > 1))
        return [f"{place} of {held} inspections {keys}"]

    def _below(self, room: int) -> str:
        """The headings that are out of sight, below: as many as there is room for."""
        end = self.scroll_offset.y + self.container_size.height
        names = [self._named(name) for name in HEADINGS if self._places.get(name, -1) >= end]
        fitting = [f"↓ {' · '.join(names[:number])}" for number in range(1, len(names) + 1)]
        return next((words for words in reversed(fitting) if len(words) <= room), "")

    def _named(self, name: str) -> str:
        kinds = {kind.value: kind for kind in Kind}
        number = len(self.profile.of_kind(kinds[name])) if self.profile and name in kinds else 0
        return f"{HEADINGS[name]} {number}" if number else HEADINGS[name]

    def next_heading(self) -> None:
        """Scroll to the next heading; from the last one to the first."""
        lines = [self._places[name] for name in HEADINGS if name in self._places]
        if not lines:
            return
        line, top = self._jumped
        here = line if top == self.scroll_offset.y else self.scroll_offset.y if self.scroll_offset.y else -1
        wanted = next((line for line in lines if line > here), lines[0])
        self.scroll_to(y=wanted, animate=False, immediate=True, force=True)
        self._jumped = (wanted, self.scroll_offset.y)

    def holds(self, number: int) -> bool:
        """Whether a finding, by its place in the report's findings, stands on the page: a panel leaves some out."""
        findings = self.profile.findings if self.profile else ()
        return 0 <= number < len(findings) and self.room.roomy and place_of(findings[number]) in self._places

    def show_finding(self, number: int) -> None:
        """Mark a finding of the inspection shown, by its place in the report's findings, and scroll to it."""
        if self.profile is None or not 0 <= number < len(self.profile.findings):
            return
        self.marked = self.profile.findings[number]
        self._draw()
        line = self._places.get(place_of(self.marked), 0)
        self.scroll_to(y=max(0, line - 2), animate=False, immediate=True, force=True)
