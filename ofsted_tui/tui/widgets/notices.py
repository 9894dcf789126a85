"""Where notifications are shown."""

from __future__ import annotations

from textual.widgets._toast import ToastRack


class Notices(ToastRack):
    """Textual's place for notifications, over the key bar: anywhere else they could cover what they are about.

    Its style is here and not in `app.tcss`: at most launches there is no notification.
    """

    DEFAULT_CSS = """
    Notices { margin: 0; overflow-y: hidden; }
    Notices Toast, Notices Toast:ansi { background: $cursor; }
    Notices Toast { width: 1fr; max-width: 100%; margin: 0; padding: 0 1; color: $ink; }
    Notices Toast.-information, Notices Toast.-warning, Notices Toast.-error { border: none; }
    Notices Toast.-error, Notices Toast.-error:ansi { background: $past; color: $on-past; text-style: bold; }
    """
