"""What every screen and window has in common: it closes once, and copes with what Textual does in a burst of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.events import Mount, MouseDown, MouseMove, Resize, ScreenResume
from textual.renderables.blank import Blank
from textual.widget import Widget
from textual.widgets._toast import ToastRack

from . import memory

if TYPE_CHECKING:
    from textual.events import Event
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # Textual looks for a widget's styles and keys along its first base, which has to be its own

Child = TypeVar("Child", bound=Widget)


class SteadyScreen(_Screen):
    """For a screen that may get keys and clicks faster than it opens and closes.

    Textual closes the topmost screen for each `dismiss`, even if that is another one by now: a second Enter or click in
    one burst would close the screen beneath, or end the program.
    """

    was_shown = False
    """Whether it has been on top and had the time to write what it shows."""

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add nothing: there are no tooltips, and the place for notifications is made when there is one.

        Textual adds both to every screen and window, and each costs a twentieth of its opening.
        """

    def get_child_by_type(self, expect_type: type[Child]) -> Child:
        """A child of a type; the one for notifications is made here when Textual first has one to show."""
        if expect_type is not ToastRack:
            return super().get_child_by_type(expect_type)
        shown = self.app._notifications and not self.app._disable_notifications
        if shown and self.is_attached and not self.query_children(ToastRack):
            from .widgets.notices import Notices

            self.mount(Notices(id="textual-toastrack"))
        return self.query_children(expect_type).first()

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result; does nothing if it is no longer on top."""
        if self.app.screen is not self:
            done: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
            return done
        return super().dismiss(result)

    def action_press_key(self, key: str) -> None:
        """Do what a key does here, after a click on it; nothing if the screen was left in the same burst."""
        if not (pressed := self.active_bindings.get(key)):
            return

        async def act() -> None:
            if self.is_current:
                await self.app.run_action(pressed.binding.action, pressed.node)

        # From the node that has the key: a message sent from here would not bubble up to here.
        pressed.node.call_later(act)

    def on_unmount(self) -> None:
        """Free its memory, once the screen beneath is shown."""
        self.app.call_after_refresh(memory.collect_closed)

    def render(self) -> Any:
        """What shows through a window: the screen directly beneath it.

        Textual takes the next of a list of screens at each drawing, and draws only what has changed: of three windows
        over each other, two can each take the other for the one beneath, without end.
        """
        ground, stack = self.styles.background, self.app.screen_stack
        if ground.a < 1 and self in stack[1:]:
            from .screen_beneath import ScreenBeneath

            return ScreenBeneath(stack[stack.index(self) - 1], ground)
        return Blank(ground)

    def _on_timer_update(self) -> None:
        """Paint what has changed, in a window and beneath it.

        If a part of the screen beneath has changed, Textual would forget what has changed in the window meanwhile.
        """
        if self._repaint_required:
            self._compositor.update_widgets(self._dirty_widgets)
        super()._on_timer_update()

    def _forward_event(self, event: Event) -> None:
        """Pass on what the mouse does, but not a press on a widget that is removed and still on the screen.

        Such as a notification whose time is over: Textual asks for the place of its parent, which it no longer has.
        """
        if isinstance(event, MouseDown | MouseMove) and event.button:
            pressed, _ = self.get_widget_and_offset_at(event.x, event.y)
            if pressed is not None and pressed is not self and pressed.parent is None:
                return
        super()._forward_event(event)

    async def on_event(self, event: Event) -> None:
        """Handle an event, but not Mount or ScreenResume once the screen is gone, nor a size that is out of date.

        Textual stops laying out the widgets of a screen that is closed in the burst in which it was opened, and sends
        it these events all the same. It lays out a screen for the size of each event, and sends it another if that
        differs from before: two sizes that wait at once, as when the edge of a window is dragged, would trigger each
        other without end.
        """
        if isinstance(event, Mount | ScreenResume) and not (self.children and self in self.app.screen_stack):
            return
        if isinstance(event, Resize) and event.size != self.app.size:
            event = Resize(self.app.size, self.app.size)
        try:
            await super().on_event(event)
        except NoMatches:
            if self.app.is_running and self in self.app.screen_stack:
                raise
        self.was_shown = self.was_shown or isinstance(event, ScreenResume)
