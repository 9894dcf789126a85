"""The smallest Textual app: what the framework itself costs."""

from textual.app import App
from textual.widgets import Static


class Minimal(App):
    def compose(self):
        yield Static("Leeds 153 councils", markup=False)


Minimal().run()
