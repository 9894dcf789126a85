"""What every screen that can be left has in common: it answers once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # Textual looks for a widget's styles and keys along its first base, which has to be its own


class AnswersOnce(_Screen):
    """For a screen that is left once, however often it is told to.

    Textual takes the topmost screen away for each `dismiss`, also where that is another one by now: a second Enter or
    click in one burst would then close the screen beneath, or end the program.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result; nothing where it is not on top any more."""
        if self.app.screen is not self:
            done: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
            return done
        return super().dismiss(result)
