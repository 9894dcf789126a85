"""How much of a council a panel has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..keys import DECLARED

if TYPE_CHECKING:
    from ..keys import Keys


class PageRoom(NamedTuple):
    """How much of the council there is room for."""

    height: int
    """Lines of the panel."""
    whole: bool = False
    """Whether the page fills the window, so that nothing is left out."""
    filled: bool = False
    """Whether bands have a pattern in place of colour."""
    beside: bool = False
    """Whether time line, visits and neighbours stand beside the page, so that it leaves them out."""
    later: bool = True
    """Whether what lies below the first screenful is written too: the first frame does without it."""
    keys: Keys = DECLARED
    """The keys in force."""

    @property
    def compact(self) -> bool:
        """Letters and themes alone."""
        return self.height < 16 and not self.whole

    @property
    def roomy(self) -> bool:
        """Everything in full."""
        return self.height >= 30 or self.whole
