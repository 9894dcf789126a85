"""Screens that are painted once when they open, where Textual paints each of them three or four times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._time import get_time
from textual.events import ScreenResume
from textual.widget import Widget

if TYPE_CHECKING:
    from typing import Self

    from textual.app import App
    from textual.events import Event
    from textual.geometry import Region
    from textual.messages import Layout
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # Textual looks for a widget's styles and keys along its first base, which has to be its own


class PaintedOnce(_Screen):
    """For a screen of many widgets: without it a launch costs a fifth more, and another screen twice as many frames."""

    _opening = False
    """Whether it is being laid out and painted whole for the first time."""
    _laid_out = 0.0
    """When the screen was laid out whole as it opened."""

    async def on_event(self, event: Event) -> None:
        """When the screen has opened, it is laid out and painted whole: forget all earlier requests for that.

        Each widget made one when it was created and when it was styled; so did changes on the screen beneath a window,
        which was painted with it.
        """
        if not isinstance(event, ScreenResume) or self.outer_size == self.app.size:
            await super().on_event(event)
            return
        beneath = [(screen, {*screen._dirty_widgets}) for screen in self.app._background_screens]
        fitted = self._fit()
        event.refresh_styles = event.refresh_styles and (fitted or self._laid_out > 0)
        self._laid_out = get_time()
        self._opening = True
        try:
            await super().on_event(event)
        finally:
            self._opening = False
        if self.outer_size == self.app.size:
            self._forget_what_was_asked()
            for screen, painted in beneath:
                screen._dirty_widgets -= painted

    def _forget_what_was_asked(self) -> None:
        shown = self.walk_children(Widget, with_self=True)
        bars = [widget._vertical_scrollbar for widget in shown if widget._vertical_scrollbar]
        for widget in (*shown, *bars):
            widget._layout_required = widget._repaint_required = False
            widget._exchange_repaint_regions()

    async def _on_layout(self, message: Layout) -> None:
        """Lay out nothing for requests from before the screen was laid out whole."""
        if message.time < self._laid_out:
            message.prevent_default()

    def begin_at(self, widget: Widget) -> None:
        """Give a widget the focus from the start: given afterwards, everything around it would be styled twice more.

        Textual styles the widget's containers before it is there; they have to be styled once it is.
        """
        self.set_reactive(type(self).focused, widget)
        widget.set_reactive(Widget.has_focus, True)  # noqa: FBT003 - as Textual has it

    def _post_register(self, app: App[Any]) -> None:
        """Read its own sheets, and fit it to the terminal, before it is styled; Textual does both once it has begun.

        It would be styled for no size, and then once more; and from Python 3.12 on it makes its widgets as soon as it
        is registered.
        """
        super()._post_register(app)
        app._load_screen_css(self)
        self._fit()

    def _fit(self) -> bool:
        """Set the classes for the size, which Textual does only once the screen was laid out without them.

        Returns whether the classes changed.
        """
        size, before = self.app.size, self.classes
        for cells, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS),
        ):  # fmt: skip
            fitting = [name for least, name in breakpoints or () if cells >= least]
            self.add_class(*fitting[-1:], update=False)
        return self.classes != before

    def _compositor_refresh(self) -> None:
        super()._compositor_refresh()
        if self.app.screen is not self:
            self._repaint_required = False  # Textual asks for the whole if a part of what is beneath has changed

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:  # fmt: skip
        """Repaint the screen; not after a layout, which paints what it changes, nor while it opens and all is painted.

        Nor for a part where nothing shows through: the screen beneath asks for what changed there.
        """
        if regions and self.styles.background.a == 1:
            return self
        if self._opening and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)
