"""What holds the panels of a screen, between its bars."""

from __future__ import annotations

from textual.widget import Widget


class Panels(Widget):
    """Panels beside each other, or below. They cover what holds them, which need not be painted too.

    In a panel's place may stand others of these: the second rule holds for them as well.
    """

    DEFAULT_CSS = """
    Panels > * { visibility: visible; }
    Panels { layout: horizontal; height: 1fr; visibility: hidden; }
    """
