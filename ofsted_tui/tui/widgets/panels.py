"""The container of a screen's panels, between its bars."""

from __future__ import annotations

from textual.widget import Widget


class Panels(Widget):
    """Panels beside each other, or below. They cover their container, which need not be painted too.

    They may be nested: the second rule is for them as well.
    """

    DEFAULT_CSS = """
    Panels > * { visibility: visible; }
    Panels { layout: horizontal; height: 1fr; visibility: hidden; }
    """
