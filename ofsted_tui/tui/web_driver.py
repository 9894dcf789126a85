"""The program in a web browser: shown by textual-serve, with no terminal of its own."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver


class WebPage(WebDriver):
    """Textual's driver, except that the program ends once the server is gone; Textual would wait for ever."""

    def run_input_thread(self) -> None:
        """Read keys and clicks until the program is left or the server is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._loop.call_soon_threadsafe(self._app.exit)
