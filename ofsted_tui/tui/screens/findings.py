"""Words: search in what was said. Every hit shows its sentence with the words marked; Enter goes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...analysis.finding_search import FindingQuery, Hit, search_findings
from ...analysis.search_phrase import highlight
from ...analysis.themes import written
from ...core.dates import short_day
from ...core.model import Finding, theme_title
from ...core.wording import pluralise, truncate
from ...output import analysis_rows
from ...output.captions import describe_query, no_report_by
from ...output.citation import cite_finding
from ..bindings import bindings
from ..dialogs.finding_filters import narrow
from ..keys import VIEW, WORDS
from ..widgets.item_list import Item
from ..widgets.search_box import SearchBox
from ..widgets.styled_text import Document, Span
from .searchable_view import Searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from ...output.table import Table
    from ..state import State

MOST_SHOWN = 300
"""Hits that are shown; the heading says how many there are."""


class FindingSearch(Searched):
    """All findings, narrowed by words and filters."""

    PANEL_TITLE = "Findings"
    FILE_NAME = "words"
    AUTO_FOCUS = "SearchBox"
    PLACEHOLDER = "words that must all stand in it"
    COMMANDS_HERE = (*WORDS, *VIEW)
    BINDINGS = bindings(WORDS)

    def __init__(self, state: State, query: FindingQuery | None = None) -> None:
        super().__init__(state)
        self.finding_query = query or FindingQuery()
        self.hits: tuple[Hit, ...] = ()
        self._asking: tuple[FindingQuery, Screen[Any]] | None = None
        """The question of another screen, to which Esc goes back while it stands."""

    def ask(self, query: FindingQuery, asking: Screen[Any] | None = None) -> None:
        """Show the answers to another question, which another screen may ask."""
        self.finding_query = query
        self._asking = (query, asking) if asking else None
        self.query_one(SearchBox).value = query.phrase
        self.rows.here = 0
        self.write()
        self.rows.focus()

    def typed(self, phrase: str) -> None:
        """Ask for the words in the box."""
        if phrase != self.finding_query.phrase:
            self.finding_query = self.finding_query._replace(phrase=phrase)
            self.rows.here = 0
            self.write()

    def write(self) -> None:
        """Ask, then write."""
        self.hits = search_findings(
            self.repository, self.finding_query._replace(until=self.finding_query.until or self.state.day)
        )
        super().write()

    def heading(self) -> str:
        """How many findings, of what."""
        asked = describe_query(self.finding_query, self.repository.councils)
        councils = len({hit.council.slug for hit in self.hits})
        day = short_day(self.finding_query.until or self.state.as_at)
        found = pluralise(len(self.hits), "finding") + (f" {asked}" if asked else "")
        by_theme = sum(hit.by_theme for hit in self.hits)
        alone = f" (of them {by_theme:,} by theme alone)" if by_theme else ""
        return f"{found}{alone} · {pluralise(councils, 'council')} · reports up to {day}"

    def note(self) -> str:
        """What is laid out, in which order."""
        by_theme = any(hit.by_theme for hit in self.hits)
        order = "Newest first; those in which only the theme has the words come last." if by_theme else "Newest first."
        return (
            f"The first {MOST_SHOWN} are shown; narrow to see others. {order}" if len(self.hits) > MOST_SHOWN else order
        )

    def nothing(self) -> str:
        """Which question found nothing, or that nothing had been said by the day."""
        if not written(self.repository, self.state.as_at):
            return no_report_by(self.state.as_at)
        return f"No finding {describe_query(self.finding_query, self.repository.councils)}. Esc clears."

    def items(self, width: int) -> Iterator[Item]:
        """Each hit with its sentence and place; laid out when it is asked for."""
        return (self._item(hit, width) for hit in self.hits[:MOST_SHOWN])

    def _item(self, hit: Hit, width: int) -> Item:
        page = Document(min(width, 110))
        page.line(*_headline(hit, page.width, self.finding_query.phrase))
        parts = highlight(hit.finding.text, self.finding_query.phrase)
        page.paragraph(*(Span(text, "match" if hit_ else "") for text, hit_ in parts), first="  ", indent=2)
        return Item(tuple(page.lines), hit)

    def table(self) -> Table:
        """The hits in rows."""
        return analysis_rows.hit_list(self.hits, self.finding_query, self.repository)

    def open(self, target: Any) -> None:
        """Go to the finding in its council."""
        findings = self.repository.findings.for_inspection(target.finding.inspection)
        self.go_to(target.council.slug, target.inspection.key, findings.index(target.finding))

    def action_copy_citation(self) -> None:
        """Copy a citation of the finding highlighted."""
        hit = self.rows.target
        if hit is None:
            self.notify_user("There is no finding to cite.")
            return
        words = cite_finding(hit.council, hit.inspection, hit.finding)
        self.app.copy_to_clipboard(words)
        self.notify_user(f"Copied: {words}")

    def action_narrow(self) -> None:
        """Tick kinds, grades, frameworks, judgements, regions, years, themes."""
        asked = self.finding_query._replace(until=self.finding_query.until or self.state.day)

        def narrowed(query: FindingQuery) -> None:
            self.finding_query = query._replace(until=self.finding_query.until)
            self.rows.here = 0
            self.write()

        narrow(self.app, self.repository, asked, narrowed, inspections=False)

    def action_leave(self) -> None:
        """Go back to the screen that asked; else clear the question, then leave."""
        if self._asking and self._asking[0] == self.finding_query:
            self.app.switch_screen(self._asking[1])
        elif self.finding_query != FindingQuery():
            self.ask(FindingQuery())
        else:
            super().action_leave()


def _headline(hit: Hit, width: int, phrase: str) -> list[Span]:
    """Council, day, grade, kind, page, theme: the name gives way where the page would be cut off."""
    finding, grade, narrow_ = hit.finding, hit.overall, width < 90
    held = (grade.letter if narrow_ else grade.short) if grade else ""
    day = f"  {short_day(hit.inspection.published)}  "
    place = f"  {finding.kind.title.lower()} · {_pages(finding)} · "
    name = truncate(hit.council.name, max(12, width - len(day) - len(held) - len(place)))
    theme = theme_title(finding.theme) if finding.theme else "in Ofsted’s words"
    return [
        Span(name, "title"), Span(day, "muted"), Span(held, grade.column if grade else ""), Span(place, "muted"),
        *(Span(text, "match" if hit_ else "muted") for text, hit_ in highlight(theme, phrase if hit.by_theme else "")),
    ]  # fmt: skip


def _pages(finding: Finding) -> str:
    """`p 6`, `pp 2, 6`."""
    return f"p{'p' * (len(finding.pages) > 1)} {', '.join(map(str, finding.pages))}"
