"""What holds the panels of a screen, between its bars."""

from __future__ import annotations

from textual.widget import Widget


class Panels(Widget):
    """Panels beside each other, or below. They cover what holds them, which need not be painted too."""

    DEFAULT_CSS = """
    Panels { layout: horizontal; height: 1fr; visibility: hidden; }
    Panels > * { visibility: visible; }
    """
