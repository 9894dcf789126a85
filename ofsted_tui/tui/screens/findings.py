"""Findings: what inspectors said, searched as one types; beside the list, where wide, the highlighted one in full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal
from textual.getters import query_one

from ...analysis.finding_hits import Hit, VisitHit
from ...analysis.finding_index import read_ahead
from ...analysis.finding_search import FindingQuery, find_findings
from ...analysis.search_phrase import terms
from ...analysis.words_as_filters import NamedInWords, WordsRead, read_words
from ...core.dates import long_day
from ...core.model import Kind
from ...core.wording import listed, pluralise
from ...output.finding_captions import quoted
from ...output.query_parts import query_parts
from ...output.short_captions import no_report_by
from ..bindings import bindings
from ..cycle import next_choice
from ..keys import BOX, FINDINGS, HINTS_EVERYWHERE, VIEW
from ..widgets.chips import Chip, Chips
from ..widgets.finding_lines import hit_lines, lines_of_a_hit
from ..widgets.finding_preview import citation_of, title_of_hit, write_hit
from ..widgets.key_bar import KeyBar
from ..widgets.panels import Panels
from ..widgets.search_box import SearchBox
from ..widgets.styled_text import Span
from ..widgets.text_panel import TextPanel
from ..widgets.top_line import TopLine
from ..widgets.uniform_list import Rows, UniformList
from .view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen

    from ...analysis.finding_search import FoundFindings
    from ...core.model import Council
    from ...core.repository import Repository
    from ...output.table import Table
    from ..keys import KeyCommand
    from ..state import State
    from ..widgets.styled_text import Line

PLACEHOLDER = "Type words, e.g. care leavers housing"
ROOM_FOR_A_HINT = 80
"""Cells of the window from which a hint is shown beside the filters."""
NARROW_COUNT = 26
"""Cells for the number of findings beside the box in a narrower window, as in `views.tcss`."""
KEYS_BY_USE = (
    "open", "search", "filter", "kind", "save", "open_report", "copy", "leave",
)  # fmt: skip
"""What the key bar offers, by use."""


ORDERS = {"newest": "newest first", "oldest": "oldest first", "council": "by council", "theme": "by theme"}
"""The orders of findings, with their names in the heading."""


def _how_many(found: FoundFindings[Any], *, narrow: bool) -> str:
    """How many findings there are in how many reports and letters, in fewer words if these have no room."""
    papers = pluralise(found.number_of_papers, "document")
    words = f"{pluralise(len(found), 'finding')} · {papers}"
    return f"{len(found):,} in {papers}" if narrow and len(words) > NARROW_COUNT else words


def _spelt_otherwise(repository: Repository, asked: FindingQuery) -> str:
    """The words of a question without answers as they may have been meant; empty where nothing is known."""
    from ...analysis.spelling import well_spelt

    return well_spelt(repository, asked) if terms(asked.phrase) else ""


def _filter_named(name: NamedInWords, councils: Mapping[str, Council]) -> str:
    """What a name in the words was taken for."""
    return name.kind.title if name.kind else listed(sorted(councils[slug].name for slug in name.councils))


class FindingSearch(View):
    """All findings of inspections and visits, narrowed by words and filters."""

    PANEL_TITLE = "Findings"
    FOOT_KEYS = "{neighbours} Neighbours · {sort} Sort"
    FILE_NAME = "findings"
    AUTO_FOCUS = "SearchBox"
    COMMANDS_HERE = (*FINDINGS, *VIEW)
    BINDINGS = bindings(FINDINGS)

    rows = query_one(UniformList)
    box = query_one(SearchBox)
    top = query_one("#top", TopLine)
    count = query_one("#count", TopLine)
    chips = query_one(Chips)

    found: FoundFindings[Any]
    """The findings that match, newest first; set by the first `write`."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.finding_query = FindingQuery()
        self.read = WordsRead(self.finding_query)
        """The query as it is answered: with councils' names taken out of the words."""
        self.hits: Sequence[Hit | VisitHit] = ()
        """The same in the order chosen."""
        self.well_spelt = ""
        """The phrase as it may have been meant, where nothing is found."""
        self.order = "newest"
        self._asking: tuple[FindingQuery, Screen[Any]] | None = None
        """The query from another screen, and that screen: Esc goes back to it while the query is unchanged."""

    def compose(self) -> ComposeResult:
        """The box, the filters that are on, the findings, the one that is highlighted."""
        yield TopLine(id="top")
        with Horizontal(id="searching") as searching:
            searching.border_title = "Search"
            yield SearchBox(placeholder=PLACEHOLDER, compact=True)
            yield TopLine(id="count")
        yield Chips()
        with Panels():
            yield UniformList()
            yield TextPanel()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Follow the box as it changes, and the list as it is gone through."""
        self.rows.follow = self.followed
        self.box.enters = lambda: f"Search for {self.well_spelt}" if self.well_spelt else ""
        self.watch(self.box, "value", self.typed, init=False)
        self.call_after_refresh(self._read_ahead)

    def _read_ahead(self) -> None:
        """Prepare the search in the background while nothing is typed yet."""
        self.run_worker(partial(read_ahead, self.repository), thread=True)

    def key_hints(self) -> list[KeyCommand]:
        """The keys of the list; Enter if there is something to open."""
        by_name = {command.id: command for command in self.COMMANDS_HERE}
        return [*(by_name[name] for name in KEYS_BY_USE if name != "open" or self.hits), *HINTS_EVERYWHERE]

    def ask(self, query: FindingQuery, asking: Screen[Any] | None = None) -> None:
        """Show the findings for another query, which may come from another screen."""
        self._asking = (query, asking) if asking else None
        self._ask_for(query)
        self.rows.focus()

    def _ask_for(self, query: FindingQuery) -> None:
        """Show the findings for another query from the first on, whatever is in the box."""
        self.finding_query = query
        self.box.value = query.phrase
        self.rows.here = 0
        self.write()

    def typed(self, phrase: str) -> None:
        """Ask for the words in the box."""
        if phrase != self.finding_query.phrase:
            self._ask_for(self.finding_query._replace(phrase=phrase))

    def write(self) -> None:
        """Ask, then write."""
        asked = self.finding_query._replace(until=self.finding_query.until or self.state.day)
        self.read = read_words(self.repository, asked)
        self.found = find_findings(self.repository, self.read.query)
        self.hits = self.found.sorted_by(self.order)
        self.well_spelt = "" if self.hits else _spelt_otherwise(self.repository, asked)
        self._write_around()
        if self.hits:
            self.rows.write_rows(Rows(self.hits, self._height, self._drawn))
        else:
            self.rows.write(self.why_nothing)

    # What is written.

    def _write_around(self) -> None:
        """The lines above the list, and its title."""
        remark = self.remark()
        right = remark.brief if remark else f"reports up to {long_day(self.finding_query.until or self.state.as_at)}"
        self.top.show(("Findings · what inspectors said", "Findings"), Span(right, "mark" if remark else "muted"))
        self.count.show((), Span(_how_many(self.found, narrow=self.app.size.width < ROOM_FOR_A_HINT), "muted"))
        self.query_one(KeyBar).refresh_if_other()
        named = [
            Chip(f"{_filter_named(name, self.repository.councils)}, from your words", name) for name in self.read.named
        ]
        parts = query_parts(self.finding_query, self.repository.councils)
        self.chips.chips = (*named, *(Chip(part.words, part.without) for part in parts))
        roomy = self.size.width >= ROOM_FOR_A_HINT and not parts  # the filters themselves say more
        self.chips.left = f"“{self.read.named[0].name}” in quotes finds the word" if named and roomy else ""
        self.rows.set_title(Span(f"{self.PANEL_TITLE} · {ORDERS[self.order]}"))

    def _height(self, width: int) -> int:
        return lines_of_a_hit(width, previewed=self.has_class("-roomy"))

    def _drawn(self, width: int, height: int) -> Callable[[Hit | VisitHit], list[Line]]:
        return lambda hit: hit_lines(hit, self.read.query.phrase, width, height)

    def nothing(self) -> str:
        """Which query found nothing, or that nothing had been published by the date."""
        from ...analysis.themes import has_findings

        if not has_findings(self.repository, self.state.as_at):
            return no_report_by(self.state.as_at)
        words = f" with {quoted(self.finding_query.phrase)}" if terms(self.finding_query.phrase) else ""
        parts = [part.words for part in query_parts(self.finding_query, self.repository.councils)]
        these = f"{' and' if words else ' with'} {'this filter' if len(parts) == 1 else 'these filters'}"
        asked = f"{words}{these}: {', '.join(parts)}" if parts else words
        filters = " {clear} clears the words and all filters, {filter} changes the filters." if self.chips.chips else ""
        if self.well_spelt:
            how = self.keys.in_words("{submit} in the box searches for it.", BOX)
            return f"No findings{asked}. Did you mean “{self.well_spelt}”? {how}"
        return f"No findings{asked}. {self.in_words('{leave} clears the words.' + filters)}"

    def followed(self) -> None:
        """Show the place in the list, and the finding in full."""
        hit = self.rows.target
        by_theme = self.found.number_by_theme if hit else 0
        how = f" · {by_theme:,} matched on theme only" if by_theme else ""
        self.write_foot(f"{self.rows.here + 1:,} of {len(self.hits):,}{how}" if hit else "")
        preview = self.query_one(TextPanel)
        preview.set_class(hit is None, "-empty")
        if hit:
            phrase = self.read.query.phrase
            preview.write(lambda page: write_hit(page, hit, self.repository, phrase, self.keys), *title_of_hit(hit))
            what = "letter" if isinstance(hit, VisitHit) else "report"
            preview.set_foot(*self.border_keys(f"{{open}} Open the {what}"))

    def table(self) -> Table:
        """The hits in rows."""
        from ...output import finding_rows

        return finding_rows.hit_list(self.found, self.read.query, self.repository, self.order)

    # What the keys do.

    def action_search(self) -> None:
        """Go to the box."""
        self.set_focus(self.box)

    def on_input_submitted(self) -> None:
        """Enter in the box goes to the findings; where there is none, to those of the words that may be meant."""
        if self.well_spelt:
            self._ask_for(self.finding_query._replace(phrase=self.well_spelt))
        self.set_focus(self.rows)

    def open(self, target: Any) -> None:
        """Go to the finding in its council's report, or open the visit's letter on it."""
        if isinstance(target, VisitHit):
            self.open_letter(target.visit, target.finding)
            return
        findings = self.repository.findings.for_inspection(target.finding.inspection)
        self.go_to(target.council.slug, target.inspection.key, findings.index(target.finding))

    def action_copy_citation(self) -> None:
        """Copy a citation of the finding highlighted."""
        if self.rows.target is None:
            self.notify_user("There is no finding to cite.")
            return
        words = citation_of(self.rows.target)
        self.app.copy_to_clipboard(words)
        self.notify_user(f"Copied: {words}")

    def action_open_report(self) -> None:
        """Open the report's address, if it is one of Ofsted's."""
        hit = self.rows.target
        if isinstance(hit, VisitHit):
            self.open_report("", "letter")
        else:
            self.open_report(hit.inspection.report_url if hit else None)

    def action_kind(self) -> None:
        """Show only what must improve, only praise, only concerns, then all again."""
        ways = [frozenset[Kind](), *(frozenset({kind}) for kind in (Kind.IMPROVEMENT, Kind.PRAISE, Kind.CONCERN))]
        self._ask_for(self.finding_query._replace(kinds=next_choice(self.finding_query.kinds, ways)))

    def action_sort(self) -> None:
        """Sort by the next order."""
        self.order = next_choice(self.order, tuple(ORDERS))
        self.rows.here = 0
        self.write()

    def action_neighbours(self) -> None:
        """Show only the neighbours of a council, or all again."""
        if self.finding_query.neighbours_of:
            self._ask_for(self.finding_query._replace(councils=frozenset(), neighbours_of=""))
        elif council := self.council_with_neighbours():
            near = frozenset(council.neighbour_slugs)
            self._ask_for(self.finding_query._replace(councils=near, neighbours_of=council.slug))

    def action_filter(self) -> None:
        """Tick what is shown."""
        from ..dialogs.finding_filters import narrow

        asked = self.finding_query._replace(until=self.finding_query.until or self.state.day)
        until = self.finding_query.until

        def narrowed(query: FindingQuery) -> None:
            self._ask_for(query._replace(until=until))

        near = self.repository.councils.get(self.finding_query.neighbours_of or self.state.slug)
        narrow(self.app, self.repository, asked, narrowed, inspections=False, near=near,
               found=lambda: len(self.hits))  # fmt: skip

    @on(Chips.Removed)
    def _chip_removed(self, message: Chips.Removed) -> None:
        if message.chip is None:
            self.clear_filters()
        elif isinstance(message.chip.value, NamedInWords):
            phrase = self.read.as_words(self.finding_query.phrase, message.chip.value)
            self._ask_for(self.finding_query._replace(phrase=phrase))
        else:
            self._ask_for(message.chip.value)

    def clear_filters(self) -> bool:
        """Clear the words and all filters."""
        narrowed = self.finding_query != FindingQuery()
        if narrowed:
            self._ask_for(FindingQuery())
        return narrowed

    def action_leave(self) -> None:
        """Go back to the screen that asked; otherwise clear the words, then the filters, then leave."""
        if self._asking and self._asking[0] == self.finding_query:
            self.app.switch_screen(self._asking[1])
        elif terms(self.finding_query.phrase) or self.box.value:
            self._ask_for(self.finding_query._replace(phrase=""))
        elif not self.clear_filters():
            super().action_leave()
