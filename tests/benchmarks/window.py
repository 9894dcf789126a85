"""The plainest windows over the plainest screen, to be held against ours: a few words, and a box with a choice."""

import sys

from textual.app import App
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static


class Words(ModalScreen):
    BINDINGS = [("escape", "dismiss")]
    CSS = "Words { align: center middle } Words > Static { width: 60; height: 9; border: round $primary }"

    def compose(self):
        yield Static("A few words.", markup=False)


class Choice(ModalScreen):
    BINDINGS = [("escape", "dismiss")]
    CSS = "Choice { align: center middle } Choice > Vertical { width: 60; height: 16; border: round $primary }"

    def compose(self):
        with Vertical():
            yield Label("Where to?")
            yield Input("councils.csv")
            yield OptionList(*(f"Form {number}" for number in range(6)))
            yield Label("Enter saves, Esc leaves.")


class Window(App):
    BINDINGS = [("w", "words"), ("c", "choice")]

    def compose(self):
        yield Static("\n".join("153 councils " * 9 for _ in range(40)), markup=False)

    def action_words(self):
        self.push_screen(Words())

    def action_choice(self):
        self.push_screen(Choice())


if __name__ == "__main__":
    sys.exit(Window().run())
