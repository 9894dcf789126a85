"""Compare: councils side by side, on every judgement and on the themes that connect them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...analysis.compare import Chosen, Comparison, choose, compare
from ...analysis.finding_search import FindingQuery, search_findings
from ...core.dates import month_day, short_day
from ...core.model import Judgement, theme_title
from ...core.standing import Standing, glyph_of
from ...core.visits import Visit
from ...core.wording import cell_width, truncate
from ...output import analysis_rows
from ...output.captions import NO_SHARED_THEME, closeness_words, who_was_left_out
from ...output.council_profile import profile
from ...output.short_captions import no_report_by
from ...output.visit_words import topics_in_words
from ..bindings import bindings
from ..keys import COMPARE, VIEW
from ..widgets.cells import name_cell
from ..widgets.council_page import title_of
from ..widgets.item_list import Item
from ..widgets.letter_page import write_letter
from ..widgets.report_preview import write_findings, write_report
from ..widgets.styled_text import Page, Span, unbroken
from .headed_view import HeadedView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...analysis.compare import SharedTheme
    from ...core.model import Inspection
    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Line

NAME, LEAST_NAME = 20, 14
"""Cells of a name that are kept before grades are written as words, and in the narrowest table."""
REPORT = 9
"""Cells of the month of the report."""
CLOSENESS = 18
"""Cells of the longest words for similarity, with a blank before them."""
WORD, LETTER, TIGHT = 15, 5, 4
"""Cells of a grade on its background with the mark before it: as a word, as a letter with a blank after it, and
without."""
WITH_TITLES = 72
"""Cells from which the legend gives the judgements their full titles."""

NO_GRADE, NOT_INSPECTED = "–", "·"
OPENS = "▸ what {open} opens"
NEAREST = 2
"""The row of the nearest neighbour, below the headings and the council itself."""


class Compare(HeadedView):
    """The pinned councils; or the one highlighted with its ten neighbours."""

    PANEL_TITLE = "Compare"
    FILE_NAME = "compare"
    HORIZONTAL_BREAKPOINTS = [*HeadedView.HORIZONTAL_BREAKPOINTS, (196, "-vast")]
    COMMANDS_HERE = (*COMPARE, *VIEW)
    BINDINGS = bindings(COMPARE)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.pinned = True
        """Whether the pinned councils are wanted, if two of them can be compared."""
        self.chosen = Chosen((), pinned=False)
        self.comparison: Comparison | None = None
        self.column = 0
        """The judgement whose findings Enter opens, counted from 1; 0 for the council itself."""

    def sources(self) -> tuple[object, ...]:
        """Including the council highlighted."""
        return (*super().sources(), self.state.slug)

    def write(self) -> None:
        """Choose who is compared, compare, then write."""
        day, before = self.state.as_at, self.chosen.slugs
        self.chosen = choose(self.repository, self.state.slug, self.state.notebook.pins, day, pinned=self.pinned)
        self.comparison = compare(self.repository, self.chosen.slugs, day) if self.chosen.slugs else None
        self.column = min(self.column, len(self.comparison.judgements) if self.comparison else 0)
        if self.chosen.slugs != before:  # below the heads: the council itself is known, its neighbours are looked for
            self.rows.here = NEAREST if len(self.chosen.slugs) > 1 and not self.chosen.pinned else 0
        super().write()

    def heading(self) -> str:
        """Who is compared."""
        if self.comparison is None:
            return "Compare"
        first, number = self.comparison.standings[0].council.name, len(self.comparison.standings)
        alone = first if number == 1 else f"{first} and its statistical neighbours"
        whom = f"{number} pinned councils" if self.chosen.pinned else alone
        return f"{whom} · as at {short_day(self.comparison.as_at)}"

    def note(self) -> str:
        """Who was left out and why; how to compare others."""
        model = "2025 model, nearest first." if not self.chosen.pinned and len(self.chosen.slugs) > 1 else ""
        if self.chosen.pinned:
            how = "{neighbours} compares the council highlighted in the list with its neighbours."
        elif len(self.state.notebook.pins) > 1 and not self.pinned:
            how = "{neighbours} compares the pinned councils."
        else:
            narrow = self.size.width < WITH_TITLES  # a second line would hide the end of the legend
            how = "Pin councils in the list ({pin})." if narrow else "Pin councils ({pin} in the list) to compare them."
        return " ".join(filter(None, (self._left_out(), model, self.in_words(how))))

    def _left_out(self) -> str:
        return who_was_left_out(self.chosen, self.repository, self.state.as_at)

    def nothing(self) -> str:
        """Why there is no row."""
        return self.in_words("No council is highlighted. {leave} goes back to the list.")

    def compare_neighbours(self) -> None:
        """Compare the council highlighted with its neighbours, and no pinned ones."""
        if self.chosen.pinned:
            self.pinned = False
            self.write()

    def action_neighbours(self) -> None:
        """Compare the pinned councils, or the one highlighted with its neighbours."""
        if len(self.state.notebook.pins) < 2:
            self.notify_user(
                self.in_words("Pin two councils or more ({pin} in the list) to compare them with each other.")
            )
            return
        self.pinned = not self.chosen.pinned
        self.write()
        if self.pinned and not self.chosen.pinned:
            self.notify_user(self._left_out())

    def number_of_rows(self) -> int:
        """Councils, their last visits, themes in common."""
        return sum(number for _, number in self._parts())

    def _parts(self) -> tuple[tuple[str, int], ...]:
        """What the rows are about, in their order, and how many of each."""
        if (found := self.comparison) is None:
            return ()
        visits = sum(visit is not None for visit in found.last_visits)
        return (("council", len(found.standings)), ("visit", visits), ("theme", len(found.themes)))

    def place(self) -> str:
        """Where one is among the councils, their visits, or the themes: `council 2 of 11`."""
        place = self.rows.place
        for noun, number in self._parts():
            if place <= number:
                return f"{noun} {place} of {number}"
            place -= number
        return ""

    def write_list(self) -> None:
        """The councils, their visits, the themes."""
        self.write_items(self.items)

    def items(self, width: int) -> Sequence[Item]:
        """The councils, what the letters mean, then the themes."""
        if self.comparison is None:
            return []
        comparison = self.comparison
        table = ComparisonColumns.of(comparison, width, closeness=not self.chosen.pinned)
        rows = [Item((table.heads(comparison.judgements, self.column),))]
        together = zip(comparison.standings, comparison.closeness, comparison.last_overall, strict=True)
        for standing, closeness, last in together:
            lines = [_council(standing, comparison.judgements, table, closeness)]
            lines += [_last_overall(last)] if last else []
            rows.append(Item(tuple(lines), standing))
        legend = _legend(comparison, table, width, self.in_words(OPENS))
        return [*rows, legend, *self._last_visits(table.name, width), *self._themes(width)]

    def _last_visits(self, name: int, width: int) -> list[Item]:
        """Each council's last visit: when, and what it looked at."""
        assert self.comparison is not None
        together = zip(self.comparison.standings, self.comparison.last_visits, strict=True)
        rows = [Item((_last_visit(one.council.name, visit, name, width),), visit) for one, visit in together if visit]
        opens = self.in_words(" between inspections; {open} opens the letter")
        heading = (Span("Last visits", "heading"), Span(opens, "muted"))
        return [Item(((), heading)), *rows] if rows else []

    def action_column(self, by: int) -> None:
        """Choose the judgement to the right or left, or the councils: what Enter opens; the last leads to the first."""
        number = len(self.comparison.judgements) if self.comparison else 0
        self.action_choose_column((self.column + by) % (number + 1))

    def action_choose_column(self, column: int) -> None:
        """Choose a judgement, counted from 1, or the councils: 0."""
        self.column = column
        super().write()

    def preview_title(self, target: Any) -> tuple[Span, ...]:
        """The council with its grade, or the theme."""
        if isinstance(target, Standing):
            return title_of(profile(self.repository, target.council, self.state.as_at))
        if isinstance(target, Visit):
            return (Span(self.repository.councils[target.council].name),)
        return (Span(theme_title(target.theme)),)

    def preview(self, target: Any, page: Page) -> None:
        """The council's report in brief; or what the councils were asked and praised for on a theme."""
        if isinstance(target, Standing):
            write_report(page, profile(self.repository, target.council, self.state.as_at))
            return
        if isinstance(target, Visit):
            write_letter(page, target, self.repository)
            return
        assert self.comparison is not None
        for standing in self.comparison.standings:
            found = self.repository.findings_of(standing.inspection) if standing.inspection else ()
            if on_it := tuple(finding for finding in found if finding.theme == target.theme):
                page.line(Span(standing.council.name, "title"))
                write_findings(page, on_it)

    def _themes(self, width: int) -> list[Item]:
        assert self.comparison is not None
        page = Page(width)
        page.lines.append(())
        page.line(Span("Themes in common", "heading"))
        if not self.comparison.themes:
            none = f"{NO_SHARED_THEME}." if self.comparison.judgements else no_report_by(self.comparison.as_at)
            page.paragraph(Span(none, "muted"))
        names = [standing.council.name for standing in self.comparison.standings]
        return [Item(tuple(page.lines)), *(_theme(theme, names, width) for theme in self.comparison.themes)]

    def table(self) -> Table:
        """The councils in rows."""
        assert self.comparison is not None
        return analysis_rows.comparison_list(self.comparison)

    def tables(self) -> tuple[Table, ...]:
        """The councils, and the themes that connect them."""
        assert self.comparison is not None
        return (self.table(), analysis_rows.shared_themes(self.comparison))

    def action_save(self) -> None:
        """Save what is compared, if anything is."""
        if self.comparison is None:
            self.notify_user("There is no comparison to save.")
        else:
            super().action_save()

    def open(self, target: Any) -> None:
        """A council, or its findings on the judgement chosen; or the findings on a theme in these councils."""
        assert self.comparison is not None
        if isinstance(target, Standing):
            self._open_council(target, (None, *self.comparison.judgements)[self.column])
            return
        if isinstance(target, Visit):
            self.open_letter(target)
            return
        councils = frozenset(standing.council.slug for standing in self.comparison.standings)
        self.ask_findings(FindingQuery(themes=frozenset({target.theme}), councils=councils))

    def _open_council(self, standing: Standing, judgement: Judgement | None) -> None:
        inspection = standing.inspection
        if judgement is None or inspection is None:
            self.go_to(standing.council.slug)
            return
        query = FindingQuery(
            # Overall has no findings of its own: it opens the whole report.
            judgements=frozenset() if judgement is Judgement.OVERALL else frozenset({judgement}),
            councils=frozenset({standing.council.slug}),
            since=inspection.published,
            until=inspection.published,
        )
        if search_findings(self.repository, query):
            self.ask_findings(query)
        else:
            self.notify_user(f"We hold no findings on {judgement.phrase} in this report.")


class ComparisonColumns(NamedTuple):
    """What the table has room for: grades as words before closeness, both before long names."""

    name: int
    """Cells of a council's name."""
    cell: int
    """`WORD`, `LETTER` or `TIGHT`."""
    closeness: bool

    @classmethod
    def of(cls, comparison: Comparison, width: int, *, closeness: bool) -> ComparisonColumns:
        """The layout for a width; `closeness`: whether it is wanted at all."""
        longest = max(cell_width(standing.council.name) for standing in comparison.standings)
        least, number = min(longest, NAME), len(comparison.judgements)
        rooms = ((least, WORD), (LEAST_NAME, LETTER))
        fitting = (cell for name, cell in rooms if width >= name + 1 + REPORT + cell * number)
        cell = next(fitting, TIGHT)
        room = width - 1 - REPORT - cell * number
        close = closeness and any(comparison.closeness) and room >= least + CLOSENESS
        return cls(max(LEAST_NAME, min(longest, room - CLOSENESS * close)), cell, close)

    def heads(self, judgements: Sequence[Judgement], chosen: int) -> Line:
        """The names of the columns, with ▸ before the one that Enter opens."""
        names = [judgement.short if self.cell == WORD else judgement.initials for judgement in judgements]
        cells = [f"{'▸' if number == chosen else ' '}{name:<{self.cell - 1}}" for number, name in enumerate(names, 1)]
        council = "Council" if chosen else "▸Council"
        first = f"{council:<{self.name}} {'Report':<{REPORT}}"
        heads = (Span(words, "muted", _choosing(number)) for number, words in enumerate((first, *cells)))
        return (*heads, Span(" Similarity" if self.closeness else "", "muted"))


def _council(standing: Standing, judgements: Sequence[Judgement], table: ComparisonColumns, closeness: str) -> Line:
    """A council with each grade on its background, the change directly before it."""
    inspection = standing.inspection
    report, own = (month_day(inspection.published), inspection.added_by_user) if inspection else ("", False)
    spans = [
        *name_cell(standing.council.name, table.name, "", _choosing(0), own=own),
        Span(f" {report:<{REPORT}}", "muted", _choosing(0)),
    ]
    for number, judgement in enumerate(judgements, 1):
        grade, mark = standing.grade(judgement), glyph_of(standing.change(judgement))
        none = NO_GRADE if inspection else NOT_INSPECTED
        word = (grade.short if table.cell == WORD else grade.letter) if grade else none
        chooses = _choosing(number)
        cell = Span(f" {word} ", f"tile-{grade.column}" if grade else "muted", chooses)
        spans += [Span(mark, "muted", chooses), cell, Span(" " * (table.cell - 1 - len(cell.text)), "", chooses)]
    return (*spans, Span(f" {closeness_words(closeness)}" if table.closeness else "", "muted"))


def _choosing(column: int) -> str:
    """What a click in a column does."""
    return f"screen.choose_column({column})"


def _last_overall(inspection: Inspection) -> tuple[Span, ...]:
    grade = inspection.grades[Judgement.OVERALL]
    return (
        Span("  overall last given: ", "muted"), Span(grade.word, grade.column),
        Span(f", {short_day(inspection.published)}", "muted"),
    )  # fmt: skip


def _last_visit(name: str, visit: Visit, room: int, width: int) -> Line:
    """A council with the month of its last visit, and what that looked at."""
    topics = truncate(topics_in_words(visit), max(8, width - room - 1 - REPORT))
    named = name_cell(name, room, own=visit.added_by_user)
    return (*named, Span(f" {month_day(visit.day):<{REPORT}}", "muted"), Span(topics))


def _legend(comparison: Comparison, table: ComparisonColumns, width: int, opens: str) -> Item:
    """What letters and marks mean."""
    page = Page(width)
    named = [(j.initials, j.title if width >= WITH_TITLES else j.short) for j in comparison.judgements]
    titles = [f"{initials} {_within(name)}" for initials, name in named] if table.cell != WORD else []
    missing = [f"{NO_GRADE} no grade"]
    if not all(standing.inspection for standing in comparison.standings):
        missing.append(f"{NOT_INSPECTED} no full inspection yet")
    marks = [f"{unbroken('▲ = ▼')} compared with the previous inspection", *map(unbroken, (*missing, opens))]
    page.paragraph(Span("; ".join([*titles, *marks]) + ".", "muted"))
    return Item(tuple(page.lines))


def _within(name: str) -> str:
    """A name as it stands within a sentence: `care leavers`, but `LSCB`."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _theme(theme: SharedTheme, names: list[str], width: int) -> Item:
    page = Page(min(width, 110))
    title = theme_title(theme.theme)
    page.line(Span(title, "title"), Span(f"  raised in {theme.asked_of} of {len(names)}", "muted"))
    asked = "; ".join(name for name, count in zip(names, theme.asked, strict=True) if count)
    praised = "; ".join(name for name, count in zip(names, theme.praised, strict=True) if count)
    page.paragraph(Span("• must improve: ", "muted"), Span(asked or "none of them"), first="  ", indent=4)
    if praised:
        page.paragraph(Span("+ praised: ", "muted"), Span(praised), first="  ", indent=4)
    return Item(tuple(page.lines), theme)
