"""Words: search in what was said. Every hit shows its sentence with the words marked; Enter goes to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.themes import written
from ..analysis.words import Hit, Question, ask, marked
from ..answers import no_report_by
from ..days import short_day
from ..formats import counted
from ..model import theme_title
from .bindings import bindings
from .commands import VIEW, WORDS
from .document import Document, Span
from .narrowing import OF_FINDINGS, choices, narrowed, ticked
from .rows import Item
from .search_box import SearchBox
from .searched import Searched
from .ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..formats import Answer
    from .app import OfstedApp

MOST = 300
"""Hits that are laid out; the heading says how many there are."""


class Words(Searched):
    """All findings, narrowed by words and filters."""

    AUTO_FOCUS = "SearchBox"
    PLACEHOLDER = "words that must all stand in it"
    COMMANDS_HERE = (*WORDS, *VIEW)
    BINDINGS = bindings(WORDS)

    def __init__(self, app: OfstedApp, question: Question | None = None) -> None:
        super().__init__(app)
        self.question = question or Question()
        self.hits: tuple[Hit, ...] = ()

    def ask(self, question: Question) -> None:
        """Show the answers to another question."""
        self.question = question
        self.query_one(SearchBox).value = question.phrase
        self.rows.here = 0
        self.write()
        self.rows.focus()

    def typed(self, phrase: str) -> None:
        """Ask for the words in the box."""
        if phrase != self.question.phrase:
            self.question = replace(self.question, phrase=phrase)
            self.rows.here = 0
            self.write()

    def write(self) -> None:
        """Ask, then write."""
        self.hits = ask(self.repository, replace(self.question, until=self.question.until or self.browse.day))
        super().write()

    def heading(self) -> str:
        """How many findings, of what."""
        asked = self.question.describe()
        councils = len({hit.council.slug for hit in self.hits})
        day = short_day(self.question.until or self.browse.as_at)
        found = counted(len(self.hits), "finding") + (f" {asked}" if asked else "")
        return f"{found} · {counted(councils, 'council')} · reports up to {day}"

    def note(self) -> str:
        """What is laid out."""
        return f"The newest {MOST} are shown; narrow to see others." if len(self.hits) > MOST else "Newest first."

    def nothing(self) -> str:
        """Which question found nothing, or that nothing had been said by the day."""
        if not written(self.repository, self.browse.as_at):
            return no_report_by(self.browse.as_at)
        return f"No finding {self.question.describe()}. Esc clears."

    def items(self, width: int) -> Sequence[Item]:
        """Each hit with its sentence and place."""
        return [self._item(hit, width) for hit in self.hits[:MOST]]

    def _item(self, hit: Hit, width: int) -> Item:
        page = Document(min(width, 110))
        finding, grade = hit.finding, hit.overall
        theme = theme_title(finding.theme) or "in Ofsted’s words"
        page.line(
            Span(hit.council.name, "title"),
            Span(f"  {short_day(hit.inspection.published)}  ", "muted"),
            Span(grade.short if grade else "", grade.column if grade else ""),
            Span(f"  {finding.kind.title.lower()} · {theme} · p {finding.page}", "muted"),
        )
        parts = marked(finding.text, self.question.phrase)
        page.paragraph(*(Span(text, "match" if hit_ else "") for text, hit_ in parts), first="  ", indent=2)
        return Item(tuple(page.lines), hit)

    def answer(self) -> Answer:
        """The hits in rows."""
        return tabulate.hit_list(self.hits, self.question, self.repository)

    def open(self, target: Any) -> None:
        """Go to the finding in its council."""
        findings = self.repository.findings.of(target.finding.inspection)
        self.go_to(target.council.slug, target.inspection.key, findings.index(target.finding))

    def action_narrow(self) -> None:
        """Tick kinds, themes, grades, regions, frameworks, years."""
        offered = choices(self.repository, OF_FINDINGS)
        self.app.push_screen(Ticks("Show only", offered, ticked(self.question), self._narrowed))

    def _narrowed(self, ticks: frozenset[Any]) -> None:
        self.question = narrowed(self.question, ticks)
        self.write()

    def action_leave(self) -> None:
        """Clear the question, then leave."""
        if self.question != Question():
            self.ask(Question())
        else:
            super().action_leave()
