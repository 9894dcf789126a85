"""Screens that are painted once when they open, where Textual paints each of them twice or three times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.events import ScreenResume, ScreenSuspend
from textual.widget import Widget

if TYPE_CHECKING:
    from typing import Self

    from textual.events import Event
    from textual.geometry import Region
    from textual.messages import Update
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # Textual looks for a widget's styles and keys along its first base, which has to be its own


class PaintedOnce(_Screen):
    """For a screen of many widgets.

    When it opens, Textual lays it out and paints it whole; then once more, since each widget asked to be painted when
    it was made and styled; and a third time, since the screen itself asks for it whenever it comes to the top.
    """

    _just_painted = False
    """Whether all that was asked for before the whole was painted is still to be heard of."""

    async def on_event(self, event: Event) -> None:
        """When the screen has opened, let nothing be painted again that is painted by now."""
        opens = isinstance(event, ScreenResume) and self.outer_size != self.app.size
        if opens:
            self._fit()
        await super().on_event(event)
        if isinstance(event, ScreenSuspend):
            self._repaint_required = False  # Textual asks for it with each screen that is opened over this one
        if opens and self.outer_size == self.app.size:
            self._just_painted = True
            for widget in self.walk_children(Widget, with_self=True):
                widget._repaint_required = False
                widget._exchange_repaint_regions()
            self.call_later(self._listen_again)

    def _fit(self) -> None:
        """Take the classes of the size, which Textual gives only once the screen was laid out without them."""
        size = self.app.size
        for cells, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS),
        ):  # fmt: skip
            fitting = [name for least, name in breakpoints or () if cells >= least]
            self.add_class(*fitting[-1:], update=False)

    def _listen_again(self) -> None:
        self._just_painted = False

    def on_update(self, message: Update) -> None:
        """Pass over what a widget asked for before the whole was painted."""
        if self._just_painted:
            message.stop()
            message.prevent_default()

    def _compositor_refresh(self) -> None:
        super()._compositor_refresh()
        if self.app.screen is not self:
            self._repaint_required = False  # Textual asks for the whole where a part of what is beneath has changed

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:  # fmt: skip
        """Paint the screen anew; but a layout paints by itself what it changes.

        Nor for parts of a screen beneath: Textual asks for those also where they cannot be seen.
        """
        if regions:
            if self.styles.background.a < 1:  # a window, and what shines through it
                self._set_dirty(*regions)
                self._dirty_widgets.add(self)
                self.check_idle()
            return self
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)
