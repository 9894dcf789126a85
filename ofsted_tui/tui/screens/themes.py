"""Themes: what inspectors most often ask to improve and praise; every count opens its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.finding_search import FindingQuery
from ...analysis.themes import PARTS, ThemeCount, ThemePart, count_themes, findings_of, theme_by, written
from ...core.dates import short_day
from ...core.model import Kind, theme_title
from ...core.wording import pluralise, truncate
from ...output import analysis_rows
from ...output.captions import describe_query, no_report_by
from ..bindings import bindings
from ..dialogs.finding_filters import narrow
from ..keys import THEMES_VIEW, VIEW
from ..widgets.item_list import Item
from ..widgets.styled_text import Span
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Line

KINDS = {Kind.IMPROVEMENT: "Asked", Kind.PRAISE: "Praised", Kind.CONCERN: "Concerns"}
"""The counts of a row, from left to right."""
BAR = 20
"""Cells of a bar of 100 percent."""
CELL = 10
"""Cells of a count: `100% (334)`."""


class Themes(View):
    """Themes by how many inspections ask to improve them; or one theme by year, region, framework, grade."""

    FILE_NAME = "themes"
    COMMANDS_HERE = (*THEMES_VIEW, *VIEW)
    BINDINGS = bindings(THEMES_VIEW)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.finding_query = FindingQuery()
        self.theme = ""
        """One theme that is parted; empty for all themes."""
        self.by = "year"
        self.kind = self.order = Kind.IMPROVEMENT
        """The count that Enter opens, and the one by which themes are sorted."""
        self.counts: tuple[ThemeCount, ...] = ()
        self.parts: tuple[ThemePart, ...] = ()

    @property
    def _asked(self) -> FindingQuery:
        return self.finding_query._replace(until=self.state.day)

    def write(self) -> None:
        """Count, then write."""
        if self.theme:
            self.parts = theme_by(self.repository, self.theme, self.by, self._asked)
        else:
            self.counts = count_themes(self.repository, self._asked, self.order)
        super().write()

    def heading(self) -> str:
        """Which inspections are counted, and how many."""
        asked = describe_query(self.finding_query, self.repository.councils)
        what = f"{theme_title(self.theme)} by {self.by}" if self.theme else "Themes"
        held = [part.counted for part in self.parts] if self.theme else self.counts[:1]
        number = pluralise(sum(count.inspections for count in held), "inspection")
        return f"{what} · {number}{f', {asked}' if asked else ''} · reports up to {short_day(self.state.as_at)}"

    def note(self) -> str:
        """How to read a row."""
        return f"Percent of inspections (how many findings). Enter opens ▸{KINDS[self.kind].lower()}; ← → choose."

    def nothing(self) -> str:
        """Why there is no row."""
        if not written(self.repository, self.state.as_at):
            return no_report_by(self.state.as_at)
        return "No inspection with findings fits. f narrows, Esc clears."

    def items(self, width: int) -> Sequence[Item]:
        """A row for each theme, or for each part of one, under the names of the counts."""
        if self.theme:
            rows = [
                Item((count_line(part.part, part.counted, self.kind, width, of=True),), part) for part in self.parts
            ]
        else:
            rows = [Item((count_line(theme_title(c.theme), c, self.kind, width),), c) for c in self.counts]
        if self.theme:
            head = head_line(self.by.capitalize(), self.kind, width, of=True)
        else:
            head = head_line("Theme", self.kind, width, order=self.order)
        return [Item((head,)), *rows] if rows else []

    def table(self) -> Table:
        """The themes with their counts, or the parts of one theme, as a table to save."""
        if self.theme:
            return analysis_rows.theme_parts(self.parts, self.theme, self.by)
        return analysis_rows.theme_list(self.counts, self._asked, self.repository)

    def open(self, target: Any) -> None:
        """The findings that the chosen count of a row counts."""
        count = target.counted if isinstance(target, ThemePart) else target
        if not count.findings[self.kind]:
            self.notify_user("That count is nought. ← → choose another.")
        elif isinstance(target, ThemePart):
            self.ask_findings(findings_of(self._asked, self.theme, self.kind, self.by, target.value))
        else:
            self.ask_findings(findings_of(self._asked, count.theme, self.kind))

    def action_count(self, by: int) -> None:
        """Choose the count to the left or right."""
        kinds = list(KINDS)
        self.kind = kinds[min(max(kinds.index(self.kind) + by, 0), len(kinds) - 1)]
        super().write()

    def action_sort(self) -> None:
        """Sort by the next of the counts."""
        if self.theme:
            self.notify_user("The parts stand in their own order. Esc goes back to the themes.")
            return
        kinds = list(KINDS)
        self.order = kinds[(kinds.index(self.order) + 1) % len(kinds)]
        self.rows.here = 0
        self.write()
        self.notify_user(f"Sorted by {KINDS[self.order].lower()}.")

    def action_part(self) -> None:
        """Part the theme by the next of year, region, framework, grade."""
        ways = list(PARTS)
        if self.theme:
            self.by = ways[(ways.index(self.by) + 1) % len(ways)]
        elif isinstance(self.rows.target, ThemeCount):
            self.theme, self.by = self.rows.target.theme, ways[0]
        else:
            self.notify_user("There is no theme to part.")
        self.rows.here = 0
        self.write()

    def action_narrow(self) -> None:
        """Tick the inspections that are counted."""
        narrow(self.app, self.repository, self._asked, self._narrowed, inspections=True)

    def _narrowed(self, query: FindingQuery) -> None:
        self.finding_query = query._replace(until=None)
        self.write()

    def action_leave(self) -> None:
        """Back to all themes, then clear the filters, then leave."""
        if self.theme:
            self.theme = ""
        elif self.finding_query != FindingQuery():
            self.finding_query = FindingQuery()
        else:
            super().action_leave()
            return
        self.write()


def count_line(name: str, count: ThemeCount, kind: Kind, width: int, *, of: bool = False) -> Line:
    """A theme or part with its three counts, the chosen one marked and, where there is room, drawn."""
    label, bar = _room(width, of=of)
    filled = round(count.share(kind) * bar / 100)
    cells = [
        Span(f"{count.share(k):3.0f}% ({count.findings[k]})".ljust(CELL), "match" if k is kind else "") for k in KINDS
    ]
    drawn = (Span("▇" * filled, "mark"), Span("·" * (bar - filled), "rule"), Span(" ")) if bar else ()
    return (
        Span(truncate(name, label).ljust(label)),
        *drawn,
        *cells,
        Span(f"{count.inspections:>4}" if of else "", "muted"),
    )


def head_line(first: str, kind: Kind, width: int, *, of: bool = False, order: Kind | None = None) -> Line:
    """The names of the counts over them, with the one that Enter opens and the one that rows are sorted by."""
    label, bar = _room(width, of=of)
    names = "".join(
        f"{'▸' if k is kind else ' '}{words}{'↓' if k is order else ''}".ljust(CELL) for k, words in KINDS.items()
    )
    return (Span(f"{first:<{label + (bar + 1 if bar else 0)}}{names}{'  of' if of else ''}", "heading"),)


def _room(width: int, *, of: bool) -> tuple[int, int]:
    """The cells of a name, and of a bar, which gives way first."""
    rest = width - len(KINDS) * CELL - (4 if of else 0)
    return (28, BAR) if rest >= 28 + BAR + 1 else (max(8, min(28, rest)), 0)
