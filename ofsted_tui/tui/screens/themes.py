"""Themes: what inspectors most often ask to improve, and what they praise; every count opens its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...analysis.finding_search import FindingQuery
from ...analysis.themes import (
    BREAKDOWNS,
    BREAKDOWNS_OF_VISITS,
    BY_VISITS,
    ThemeCount,
    ThemePart,
    count_themes,
    findings_of,
    forms_by_default,
    has_findings,
    hits_counted,
    theme_by,
)
from ...core.dates import month_day, short_day
from ...core.model import Kind, theme_title
from ...core.wording import truncate
from ...output import finding_rows
from ...output.finding_captions import FEW_REPORTS, SELECTION, reports_counted
from ...output.query_parts import query_parts
from ...output.short_captions import no_report_by
from ..bindings import bindings
from ..cycle import next_choice
from ..dialogs.finding_filters import narrow
from ..keys import THEMES_VIEW, VIEW
from ..widgets.chips import Chip
from ..widgets.item_list import SORTED, Item
from ..widgets.report_preview import heading_line
from ..widgets.styled_text import Span
from ..widgets.styles import BULLETS
from .filtered_view import FilteredView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...output.table import Table
    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.styled_text import Line, Page

SORTED_BY = {
    Kind.IMPROVEMENT: "asked for in most reports first", Kind.PRAISE: "most praise first",
    Kind.CONCERN: "most concerns first",
}  # fmt: skip
"""The orders of the themes, for the title of the list."""
KINDS = {Kind.IMPROVEMENT: "Improvements", Kind.PRAISE: "Praise", Kind.CONCERN: "Concerns"}
"""The counts of a row, from left to right."""
COUNTED = {Kind.IMPROVEMENT: "the reports that ask for improvement", Kind.PRAISE: "praise", Kind.CONCERN: "concerns"}
"""The orders in a sentence."""
BAR = 20
"""Cells of a bar of 100 percent."""
NAME, SHORTEST = 28, 8
"""Cells of the longest name of a theme, and of the least that is left of one."""
ASKED, BRIEF_ASKED, BRIEFEST = "Asked for in", "Asked in", "Asked"
SHARES, BRIEF_SHARES = ("% reports", "% all"), ("%rep", "%all")
REPORTS = "Reports"
EXAMPLES = 5
"""Findings of each kind that are shown beside a theme."""
ACROSS = " †"
"""The mark of a part whose inspections were made under different frameworks."""
ACROSS_NOTE = "† Different frameworks counted together."
OPENED = "▸"
"""The mark before the column that Enter opens."""


class Themes(FilteredView):
    """Themes by how many inspections ask to improve them; or one theme by year, region, framework, grade."""

    PANEL_TITLE = "Themes"
    FILE_NAME = "themes"
    COMMANDS_HERE = (*THEMES_VIEW, *VIEW)
    BINDINGS = bindings(THEMES_VIEW)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.of_visits = False
        """Whether the letters of visits are counted instead of inspections."""
        self.finding_query = self._counted_by_default = self._default
        self.theme = ""
        """The theme that is broken down; empty for all themes."""
        self.by = "year"
        self.kind = self.order = Kind.IMPROVEMENT
        """The count that Enter opens, and the one by which themes are sorted."""
        self.counts: tuple[ThemeCount, ...] = ()
        self.parts: tuple[ThemePart, ...] = ()

    @property
    def _default(self) -> FindingQuery:
        """What is counted where nothing was ticked: inspections under the framework in force; or visits."""
        if self.of_visits:
            return FindingQuery(found_by=BY_VISITS)
        return FindingQuery(forms=forms_by_default(self.repository, self.state.as_at))

    @property
    def _asked(self) -> FindingQuery:
        """What is counted; broken down by framework, all of them if none was ticked."""
        asked = self.finding_query._replace(until=self.state.day)
        every = self.theme and self.by == "framework" and self.finding_query == self._counted_by_default
        return asked._replace(forms=frozenset()) if every else asked

    def write(self) -> None:
        """Count, then write; if nothing was ticked, by what there is on the day shown."""
        if self.finding_query == self._counted_by_default:
            self.finding_query = self._counted_by_default = self._default
        if self.theme:
            self.parts = theme_by(self.repository, self.theme, self.by, self._asked)
        else:
            self.counts = count_themes(self.repository, self._asked, self.order)
        self.rows.set_title(Span(f"Themes · {f'by {self.by}' if self.theme else SORTED_BY[self.order]}"))
        super().write()

    def filters(self) -> Iterator[Chip]:
        """What was ticked; nothing for the default."""
        query = self.finding_query
        if query == self._default:
            return
        if self._default.forms and not query.forms:
            yield Chip("All frameworks", query._replace(forms=self._default.forms))
        for part in query_parts(query, self.repository.councils):
            if part.without.found_by == query.found_by:  # visits are chosen by a key of their own
                yield Chip(part.words, part.without)

    def filter_by(self, query: FindingQuery | None) -> None:
        """Count other inspections, or visits; None: the default."""
        self.finding_query = query or self._default
        self.rows.here = 0
        self.write()

    def heading(self) -> str:
        """Which inspections are counted, and how many."""
        what = f"{theme_title(self.theme)} by {self.by}" if self.theme else "Themes"
        counted = reports_counted(self._number_counted, self._asked, self.repository.councils)
        return f"{what} · {counted} · to {short_day(self.state.as_at)}"

    @property
    def _number_counted(self) -> int:
        """Inspections, or visits, that are counted."""
        held = [part.counted for part in self.parts] if self.theme else self.counts[:1]
        return sum(count.inspections for count in held)

    def note(self) -> str:
        """How to read a row."""
        counts = [part.counted for part in self.parts] if self.theme else self.counts
        across = ACROSS_NOTE if any(part.across_frameworks for part in self.parts if self.theme) else ""
        under = FEW_REPORTS if any(count.percent_of_reports is None for count in counts) else ""
        # If there is more to say, only the key bar offers the keys that choose a count.
        move = "." if across or under else ", {count_before} {count_after} move it."
        keys = self.in_words(f"{{open}} opens the findings under {OPENED}{move}")
        letters = "Here “reports” means letters about visits." if self.of_visits else ""
        return " ".join(filter(None, (keys, letters, across, under or SELECTION)))

    def nothing(self) -> str:
        """Why there is no row."""
        if not has_findings(self.repository, self.state.as_at):
            return no_report_by(self.state.as_at)
        what = "visit" if self.of_visits else "inspection"
        if not any(self.filters()):
            return f"No {what} with findings by this date."
        return f"No {what}s with findings match. {self.in_words('{filter} changes the filter, {clear} clears it.')}"

    def number_of_rows(self) -> int:
        """Themes, or parts of one."""
        return len(self.parts if self.theme else self.counts)

    def items(self, width: int) -> Sequence[Item]:
        """A row for each theme, or for each part of one, under the names of the counts."""
        targets: Sequence[ThemePart | ThemeCount] = self.parts if self.theme else self.counts
        first = self.by.capitalize() if self.theme else "Theme"
        longest = max(len(_name_of(target)) for target in targets) if self.theme and targets else NAME
        room = ThemeColumns.of(width, longest, reports=bool(self.theme))
        rows = [Item((room.row(_name_of(each), _count_of(each), self.kind),), each) for each in targets]
        return (
            [Item((room.heads(first, self.kind, None if self.theme else self.order),), stays=True), *rows]
            if rows
            else []
        )

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """The theme, or its part."""
        part = f" · {target.part}" if isinstance(target, ThemePart) else ""
        return (Span(f"{theme_title(self.theme or target.theme)}{part}"),)

    def preview(self, target: Any, page: Page) -> None:
        """Examples of what is asked, praised and a concern, from the newest reports."""
        theme = self.theme or target.theme
        by, value = (self.by, target.value) if isinstance(target, ThemePart) else ("", None)
        any_kind = findings_of(self._asked, theme, self.kind, by, value)._replace(kinds=frozenset())
        # Once for all kinds, since every move of the highlight waits for it.
        found = hits_counted(self.repository, any_kind)
        for kind in KINDS:
            hits = [hit for hit in found if hit.finding.kind is kind]
            if hits:
                page.line(*heading_line(kind.title, len(hits), page.width))
            for hit in hits[:EXAMPLES]:
                name = f" {hit.council.name}, {month_day(hit.day)}"
                page.paragraph(Span(hit.finding.text), Span(name, "muted"), first=BULLETS[kind], indent=2)
            page.blank()

    def table(self) -> Table:
        """The themes with their counts, or the parts of one theme, as a table to save."""
        if self.theme:
            return finding_rows.theme_parts(self.parts, self.theme, self.by, self._asked, self.repository)
        return finding_rows.theme_list(self.counts, self._asked, self.repository)

    def open(self, target: Any) -> None:
        """The findings behind the chosen count of a row."""
        count = _count_of(target)
        if not count.findings[self.kind]:
            self.notify_user(self.in_words("That count is zero. {count_before} {count_after} choose another."))
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
        """Sort by the next of the kinds, whose count Enter then opens."""
        if self.theme:
            self.notify_user(self.in_words("These rows cannot be sorted. {leave} goes back to the themes."))
            return
        self.order = self.kind = next_choice(self.order, KINDS)
        self.rows.here = 0
        self.write()
        self.notify_user(f"Sorted by {COUNTED[self.order]}.")

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers: the parts of a theme have an order of their own."""
        return [
            command._replace(title="Inspections") if self.of_visits and command.id == "count_visits" else command
            for command in super().key_hints()
            if command.id != "sort" or not self.theme
        ]

    def action_break_down(self) -> None:
        """Break the theme down by the next of year, region, framework, grade."""
        ways = tuple(BREAKDOWNS_OF_VISITS if self.of_visits else BREAKDOWNS)
        if self.theme:
            self.by = next_choice(self.by, ways)
        elif isinstance(self.rows.target, ThemeCount):
            self.theme, self.by = self.rows.target.theme, ways[0]
        else:
            self.notify_user("There is no theme to break down.")
        self.rows.here = 0
        self.write()

    def action_visits(self) -> None:
        """Count the letters of visits, or inspections again: never both together."""
        self.of_visits = not self.of_visits
        self.theme = ""
        self.finding_query = self._counted_by_default = self._default
        self.rows.here = 0
        self.write()

    def action_filter(self) -> None:
        """Tick the inspections, or the visits, that are counted."""
        before, asked = self.finding_query, self._asked

        def narrowed(query: FindingQuery) -> None:
            self.filter_by(before if query == asked else query._replace(until=None))

        narrow(self.app, self.repository, asked, narrowed, inspections=True, found=lambda: self._number_counted)

    def action_leave(self) -> None:
        """Back to all themes, then clear the filters, then leave."""
        if self.theme:
            self.theme = ""
            self.write()
        else:
            super().action_leave()


def _name_of(target: ThemePart | ThemeCount) -> str:
    """What a theme, or a part of one, is called; a part across frameworks is marked."""
    if isinstance(target, ThemeCount):
        return theme_title(target.theme)
    return f"{target.part}{ACROSS if target.across_frameworks else ''}"


def _count_of(target: ThemePart | ThemeCount) -> ThemeCount:
    """The counts of a theme, or of a part of one."""
    return target.counted if isinstance(target, ThemePart) else target


class ThemeColumns(NamedTuple):
    """What a line has room for: blanks and bar give way first, then the improvements, the longer heads, the name."""

    name: int
    bar: int
    gap: int
    """Blanks before a column's words; one of them is for the mark."""
    asked: str
    """What stands over the number of reports that ask for improvement."""
    shares: tuple[str, str]
    """The headings of the percentages of reports and of improvements."""
    improvements: bool
    """Whether there is a column for the number of improvements."""
    reports: bool
    """Whether there is a column for the number of reports."""

    @classmethod
    def of(cls, width: int, longest: int, *, reports: bool) -> ThemeColumns:
        """The layout for a width and the longest name."""
        rooms = [(BAR, 4, ASKED, SHARES, True), (BAR, 2, ASKED, SHARES, True), (BAR, 2, BRIEF_ASKED, SHARES, True),
                 (0, 4, ASKED, SHARES, True), (0, 2, ASKED, SHARES, True),
                 (0, 2, ASKED, SHARES, False), (0, 2, BRIEF_ASKED, SHARES, False),
                 (0, 2, BRIEFEST, BRIEF_SHARES, False)]  # fmt: skip
        for room in rooms:
            columns = cls(0, *room, reports)
            rest = width - 1 - sum(len(words) + columns.gap for words in columns.heads_of_counts)
            rest -= columns.bar + 1 if columns.bar else 0
            if rest >= max(longest, SHORTEST):
                break
        return columns._replace(name=min(max(SHORTEST, rest), NAME))

    @property
    def heads_of_counts(self) -> tuple[str, ...]:
        """What stands over the columns, from left to right."""
        improvements, *others = KINDS.values()
        of_reports, of_improvements = self.shares
        return (self.asked, of_reports, *([improvements] if self.improvements else []), of_improvements, *others,
                *([REPORTS] if self.reports else []))  # fmt: skip

    def heads(self, first: str, kind: Kind, order: Kind | None) -> Line:
        """The names of the counts above them, with marks at the one that Enter opens and the one that sorts the rows.

        Improvements sort by the number of reports that ask for them.
        """
        sorts = self.asked if order is Kind.IMPROVEMENT else KINDS[order] if order else ""
        opens = KINDS[kind] if self.improvements or kind is not Kind.IMPROVEMENT else self.asked
        label = f"{first:<{self.name + (self.bar + 1 if self.bar else 0)}}"
        text = f"{label}{''.join(self._right(words, words) for words in self.heads_of_counts)} "
        text = text.replace(f" {sorts} ", f" {sorts}{SORTED}") if sorts else text
        return (Span(text.replace(f" {opens}", f"{OPENED}{opens}"), "muted"),)

    def row(self, name: str, count: ThemeCount, kind: Kind) -> Line:
        """A theme or part with its counts, the chosen one marked; its shares; where there is room, a bar."""
        filled = round((count.percent_of_reports or 0) * self.bar / 100)
        drawn = (Span("▇" * filled, "muted"), Span("·" * (self.bar - filled), "rule"), Span(" ")) if self.bar else ()
        improvements, *others = (
            self._number(count.findings[each], words, chosen=each is kind) for each, words in KINDS.items()
        )
        opens_asked = kind is Kind.IMPROVEMENT and not self.improvements
        of_reports, of_improvements = (
            Span(self._right("" if share is None else f"{share:.{n}f}%", words))
            for share, n, words in zip(
                (count.percent_of_reports, count.percent_of_asks), (0, 1), self.shares, strict=True
            )
        )
        return (
            Span(truncate(name, self.name).ljust(self.name)),
            *drawn,
            *self._number(count.asked_in, self.asked, chosen=opens_asked),
            of_reports,
            *(improvements if self.improvements else ()),
            of_improvements,
            *(span for other in others for span in other),
            Span(self._right(str(count.inspections), REPORTS) if self.reports else "", "muted"),
        )

    def _right(self, text: str, words: str) -> str:
        """A cell of the column under some words, aligned to the right."""
        return text.rjust(len(words) + self.gap)

    def _number(self, number: int | None, words: str, *, chosen: bool) -> Line:
        """A count in its column, where known; the chosen one is marked, without the blanks before it."""
        figures = "" if number is None else str(number)
        text = self._right(figures, words)
        blank = len(text) - len(figures)
        return (Span(text[:blank]), Span(text[blank:], "match" if chosen else ""))
