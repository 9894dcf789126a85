"""Compare: councils side by side, on every judgement and on the themes that connect them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import tabulate
from ..analysis.compare import Comparison, with_neighbours
from ..analysis.words import Question
from ..days import month_day, short_day
from ..formats import cut
from ..model import theme_title
from .document import Document, Span
from .rows import Item
from .view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..analysis.compare import SharedTheme
    from ..councils import Standing
    from ..formats import Answer
    from ..model import Judgement
    from .app import OfstedApp

CLOSENESS = 14
"""Cells of the longest word of closeness."""
MOST_PINS = 4


class Compare(View):
    """The pinned councils (two to four); or the one highlighted with its ten neighbours."""

    def __init__(self, app: OfstedApp) -> None:
        super().__init__(app)
        self.comparison: Comparison | None = None

    def write(self) -> None:
        """Compare, then write."""
        day = self.browse.as_at
        existing = self.repository.as_at(day)
        pins = [slug for slug in self.browse.notebook.pins if slug in existing]
        slug = self.browse.slug
        chosen = pins[:MOST_PINS] if len(pins) > 1 else with_neighbours(self.repository, slug, day) if slug else ()
        self.comparison = tabulate.compared(self.repository, chosen, day) if chosen else None
        super().write()

    def heading(self) -> str:
        """Who is compared."""
        if self.comparison is None:
            return "Compare"
        first = self.comparison.standings[0].council.name
        pinned = len(self.browse.notebook.pins) > 1
        number = len(self.comparison.standings)
        whom = f"{number} pinned councils" if pinned else f"{first} and its statistical neighbours"
        return f"{whom} · as at {short_day(self.comparison.as_at)}"

    def note(self) -> str:
        """How to change who is compared."""
        if len(self.browse.notebook.pins) > 1:
            return "Unpin councils (p in the list) to compare one with its neighbours instead."
        return "2025 model, nearest first. Pin two to four councils (p in the list) to compare those instead."

    def nothing(self) -> str:
        """Why there is no row."""
        return "No council is highlighted. Esc goes back to the list."

    def items(self, width: int) -> Sequence[Item]:
        """The councils, then the themes."""
        if self.comparison is None:
            return []
        comparison = self.comparison
        cell = 12 if width >= 28 + 12 * len(comparison.judgements) + 9 else 3
        head = Document(width)
        name = max(14, min(36, width - 11 - cell * len(comparison.judgements) - CLOSENESS))
        titles = "".join(f"{_title(j, cell):<{cell}}" for j in comparison.judgements)
        head.line(Span(f"{'':<{name}} {'report':<9}{titles}", "muted"))
        rows = [Item(tuple(head.lines))]
        for standing, close in zip(comparison.standings, comparison.closeness, strict=True):
            rows.append(Item((self._council(standing, close, name, cell),), standing))
        return [*rows, *self._themes(width)]

    def _council(self, standing: Standing, close: str, name: int, cell: int) -> tuple[Span, ...]:
        assert self.comparison is not None
        inspection = standing.inspection
        spans = [Span(f"{cut(standing.council.name, name):<{name}} "),
                 Span(f"{month_day(inspection.published) if inspection else '':<9}", "muted")]  # fmt: skip
        for judgement in self.comparison.judgements:
            grade = standing.grade(judgement)
            word = (grade.short if cell > 3 else grade.letter) if grade else "·"
            spans.append(Span(f"{word:<{cell}}", grade.column if grade else "muted"))
        return (*spans, Span(close, "muted"))

    def _themes(self, width: int) -> list[Item]:
        assert self.comparison is not None
        page = Document(width)
        page.lines.append(())
        page.line(Span("Themes that connect them", "heading"))
        if not self.comparison.themes:
            page.paragraph(Span("No theme connects their newest reports, as far as findings are written.", "muted"))
        names = [standing.council.name for standing in self.comparison.standings]
        return [Item(tuple(page.lines)), *(_theme(theme, names, width) for theme in self.comparison.themes)]

    def answer(self) -> Answer:
        """The councils in rows."""
        assert self.comparison is not None
        return tabulate.comparison_list(self.comparison)

    def open(self, target: Any) -> None:
        """A council; or the findings on a theme in these councils."""
        if hasattr(target, "council"):
            self.go_to(target.council.slug)
            return
        assert self.comparison is not None
        councils = frozenset(standing.council.slug for standing in self.comparison.standings)
        self.ask_words(Question(themes=frozenset({target.theme}), councils=councils))


def _title(judgement: Judgement, cell: int) -> str:
    return judgement.short[: cell - 1] if cell > 3 else judgement.initials


def _theme(theme: SharedTheme, names: list[str], width: int) -> Item:
    page = Document(min(width, 110))
    page.line(Span(theme_title(theme.theme), "title"), Span(f"  asked of {theme.asked_of} of {len(names)}", "muted"))
    asked = ", ".join(name for name, count in zip(names, theme.asked, strict=True) if count)
    praised = ", ".join(name for name, count in zip(names, theme.praised, strict=True) if count)
    page.paragraph(Span("must improve: ", "requires_improvement"), Span(asked or "nobody"), first="  ", indent=4)
    if praised:
        page.paragraph(Span("praised: ", "good"), Span(praised), first="  ", indent=4)
    return Item(tuple(page.lines), theme)
