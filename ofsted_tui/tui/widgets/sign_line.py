"""One muted line over the keys: what the abbreviations of the highlighted row, and of the panel beside it, mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .council_detail import CouncilDetail
from .council_list import CouncilList
from .scroll_lines import FixedLines
from .styled_text import Span

if TYPE_CHECKING:
    from .styled_text import Line

GAP = " · "


class SignLine(FixedLines):
    """Explains what is in sight, the highlighted row first. Only tall windows have it (`app.tcss`)."""

    def __init__(self) -> None:
        super().__init__()
        self._list: CouncilList | None = None
        self._detail: CouncilDetail | None = None

    def on_mount(self) -> None:
        """Follow the list and the council, once both are there: the first frame does without this line."""
        self.call_after_refresh(self._follow_both)

    def _follow_both(self) -> None:
        self._list, self._detail = self.screen.query_one(CouncilList), self.screen.query_one(CouncilDetail)
        self._list.follow = self._detail.follow = self._draw
        for attribute in ("scroll_y", "has_focus"):
            self.watch(self._detail, attribute, self._draw, init=False)
        if self._detail.is_whole:  # otherwise it reports once it is, and both are painted in one frame
            self._draw()

    def _draw(self) -> None:
        if self.display:
            self.refresh_if_other()

    def lines(self, width: int) -> list[Line]:
        """As many explanations as fit: of the row, then of the panel; only of the panel while that is read."""
        if self._list is None or self._detail is None:
            return []
        texts = [self._detail.text_in_sight]
        if not self._detail.has_focus:
            texts.insert(0, self._list.highlighted_text)
        from ..glossary import explained_signs  # the first frame has no signs explained

        name, words = type(self.screen).__name__, ""
        for brief in dict.fromkeys(brief for text in texts for brief in explained_signs(name, text)):
            longer = f"{words}{GAP}{brief}" if words else brief
            words = longer if len(longer) <= width else words
        return [(Span(words, "muted"),)]
