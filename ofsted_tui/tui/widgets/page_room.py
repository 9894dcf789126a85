"""How much of a council a panel has room for."""

from typing import NamedTuple

from ..keys import DECLARED, Keys


class PageRoom(NamedTuple):
    """How much of the council there is room for."""

    height: int
    """Lines of the panel."""
    whole: bool = False
    """Whether the page fills the window, so that nothing is left out."""
    filled: bool = False
    """Whether bands have a pattern instead of colour."""
    beside: bool = False
    """Whether time line, visits and neighbours are beside the page, so that it leaves them out."""
    later: bool = True
    """Whether what is below the first screenful is written too: the first frame does without it."""
    keys: Keys = DECLARED
    """The keys in force."""

    @property
    def compact(self) -> bool:
        """Only letters and themes."""
        return self.height < 16 and not self.whole

    @property
    def roomy(self) -> bool:
        """Everything in full."""
        return self.height >= 30 or self.whole
