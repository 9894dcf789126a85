"""The app that anybody would write: OptionList, Static, Input, Footer over the same data."""

import csv
import sys
from collections import defaultdict
from pathlib import Path

from textual import on
from textual.app import App
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

DATA = Path(__file__).parents[2] / "data"


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


class Bare(App):
    CSS = "OptionList { width: 40; height: 1fr } #left { width: 40 } VerticalScroll { width: 1fr }"
    AUTO_FOCUS = "OptionList"
    BINDINGS = [("slash", "search", "Search"), ("s", "sort", "Sort"), ("q", "quit", "Quit")]

    def compose(self):
        self.councils = [row for row in table("councils.csv") if not row["last_day"]]
        self.latest = {row["council"]: row for row in table("inspections.csv")}
        self.findings = defaultdict(list)
        for row in table("findings.csv"):
            self.findings[row["inspection"]].append(row)
        yield Static(f"{len(self.councils)} councils")
        with Horizontal():
            with Vertical(id="left"):
                yield Input(placeholder="search")
                yield OptionList(markup=False)
            with VerticalScroll():
                yield Static(id="detail", markup=False)
        yield Footer()

    def on_mount(self):
        self.fill("")

    def fill(self, phrase):
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content(f"{c['name'][:28]:<29}{self.latest.get(c['council'], {}).get('overall', '')}"), c["council"])
            for c in self.councils
            if phrase.lower() in c["name"].lower()
        )
        options.highlighted = 0 if options.option_count else None

    @on(OptionList.OptionHighlighted)
    def show(self, event):
        latest = self.latest.get(event.option_id, {})
        lines = [event.option_id, *(f"{k}: {v}" for k, v in latest.items())]
        lines += [f"{row['kind']}: {row['text']}" for row in self.findings.get(latest.get("inspection"), [])]
        self.query_one("#detail", Static).update(Content("\n".join(lines)))

    @on(Input.Changed)
    def filter(self, event):
        self.fill(event.value)

    def action_search(self):
        self.query_one(Input).focus()


if __name__ == "__main__":
    sys.exit(Bare().run())
