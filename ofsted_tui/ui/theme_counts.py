"""Themes: what inspectors most often ask to improve and praise; every count opens its findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.themes import PARTS, ThemeCount, count_themes, theme_by
from ..analysis.words import Question
from ..days import short_day
from ..model import Grade, theme_title
from .bindings import bindings
from .commands import THEMES_VIEW, VIEW
from .document import Span
from .narrowing import narrow
from .rows import Item
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..formats import Answer
    from .app import OfstedApp

BAR = 20
"""Cells of a bar of 100 percent."""


class Themes(View):
    """Themes by how many inspections ask to improve them; or one theme by year, region, framework, grade."""

    COMMANDS_HERE = (*THEMES_VIEW, *VIEW)
    BINDINGS = bindings(THEMES_VIEW)

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        self.question = Question()
        self.theme = ""
        """One theme that is parted; empty for all themes."""
        self.by = "year"

    @property
    def _asked(self) -> Question:
        return replace(self.question, until=self.browse.day)

    def heading(self) -> str:
        """Which inspections are counted."""
        asked = self.question.describe(self.repository.councils)
        what = f"{theme_title(self.theme)} by {self.by}" if self.theme else "Themes"
        return f"{what}{f' · {asked}' if asked else ''} · reports up to {short_day(self.browse.as_at)}"

    def note(self) -> str:
        """How to read a row."""
        return "Percent of inspections that ask to improve it ▇, and that praise it; in brackets, how many findings."

    def nothing(self) -> str:
        """Why there is no row."""
        return "No inspection with findings fits. f narrows, Esc clears."

    def items(self, width: int) -> Sequence[Item]:
        """A row for each theme, or for each part of one."""
        if self.theme:
            parts = theme_by(self.repository, self.theme, self.by, self._asked)
            return [Item((count_line(part.part, part.count, width),), part.part) for part in parts]
        return [
            Item((count_line(theme_title(c.theme), c, width),), c.theme)
            for c in count_themes(self.repository, self._asked)
        ]

    def answer(self) -> Answer:
        """The same in rows."""
        if self.theme:
            parts = theme_by(self.repository, self.theme, self.by, self._asked)
            return tabulate.theme_parts(parts, self.theme, self.by)
        return tabulate.theme_list(count_themes(self.repository, self._asked), self._asked, self.repository)

    def open(self, target: Any) -> None:
        """The findings that a row counts."""
        self.ask_words(self._question_of(target))

    def _question_of(self, target: str) -> Question:
        if not self.theme:
            return replace(self._asked, themes=frozenset({target}))
        asked = replace(self._asked, themes=frozenset({self.theme}))
        if self.by == "region":
            return replace(asked, regions=frozenset({target}))
        if self.by == "grade":
            return replace(asked, grades=frozenset(g for g in Grade if g.word == target))
        if self.by == "framework":
            return replace(asked, forms=frozenset({target}))
        year = int(target)
        return replace(asked, since=date(year, 1, 1), until=min(date(year, 12, 31), asked.until or date.max))

    def action_part(self) -> None:
        """Part the theme by the next of year, region, framework, grade."""
        if not self.theme:
            self.theme, self.by = str(self.rows.target), next(iter(PARTS))
        else:
            ways = list(PARTS)
            self.by = ways[(ways.index(self.by) + 1) % len(ways)]
        self.rows.here = 0
        self.write()

    def action_narrow(self) -> None:
        """Tick the inspections that are counted."""
        narrow(self.app, self.repository, self._asked, self._narrowed, inspections=True)

    def _narrowed(self, question: Question) -> None:
        self.question = replace(question, until=None)
        self.write()

    def action_leave(self) -> None:
        """Back to all themes, then clear the filters, then leave."""
        if self.theme:
            self.theme = ""
        elif self.question != Question():
            self.question = Question()
        else:
            super().action_leave()
            return
        self.write()


def count_line(name: str, count: ThemeCount, width: int) -> tuple[Span, ...]:
    """A theme or part with its two rates."""
    bar = round(count.asked_share * BAR / 100)
    asked = f" {count.asked_share:3.0f}% ({count.to_improve})"
    praised = f"praised {count.praised_share:3.0f}% ({count.praised})"
    of = f"  of {count.inspections}"
    label = f"{name[:27]:<28}"
    if width < len(label) + BAR + len(asked) + len(praised) + len(of) + 4:
        return Span(label), Span(f"{asked:<12}"), Span(praised, "good"), Span(of, "muted")
    return (
        Span(label), Span("▇" * bar, "requires_improvement"), Span("·" * (BAR - bar), "rule"), Span(f"{asked:<13}"),
        Span(f"{praised:<20}", "good"), Span(of, "muted"),
    )  # fmt: skip
