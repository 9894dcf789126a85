"""Every command of the browser, declared once: key line, help, palette, `--keys` and the README follow.

No Textual here, so that the keys can be printed without it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """What a key does."""

    id: str
    keys: str
    """Textual's names of the keys, parted by commas; the first is the one that is shown."""
    action: str
    title: str
    """A word or two, for the key line and the palette."""
    tooltip: str
    """What it does, in one sentence."""
    group: str
    """The part of the help under which it stands."""
    hint: bool = False
    """Whether it stands in the key line."""

    @property
    def key(self) -> str:
        """The key as a person reads it: `/`, `Ctrl+P`, `Enter`."""
        return spoken_key(self.keys.split(",")[0])


def spoken_key(key: str) -> str:
    """A key's name as a person reads it."""
    known = {
        "slash": "/", "exclamation_mark": "!", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
        "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc", "space": "Space",
        "tab": "Tab", "ctrl+p": "Ctrl+P", "f1": "F1", "pageup": "PgUp", "pagedown": "PgDn",
    }  # fmt: skip
    return known.get(key, key)


BROWSE = (
    Command("search", "slash", "search", "Search", "Filter the list by name as you type", "Find", hint=True),
    Command("filter", "f", "filter", "Filter", "Show only some grades or regions", "Find", hint=True),
    Command("judgement", "v", "judgement", "Judgement", "Choose the judgement that list and totals show", "Find", hint=True),
    Command("sort", "s", "sort", "Sort", "Sort by name, grade, newest, region, longest waiting", "Find", hint=True),
    Command("reverse", "r", "reverse", "Reverse", "Turn the order of the list round", "Find"),
    Command("as_at", "d", "as_at", "Day", "See the country as at any day since 2014", "Find", hint=True),
    Command("explain", "exclamation_mark", "explain", "Why differs", "What others printed for the day, where it differs from the reports", "Find"),
    Command("back", "escape", "back", "Clear, back", "Clear the search and filters, then go back to the list", "Find"),
    Command("read", "enter", "read", "Read", "Go to the council's findings", "Council"),
    Command("switch", "tab", "switch", "Other pane", "Go from the list to the council and back", "Council"),
    Command("older", "left_square_bracket,left", "older", "Older", "The inspection before this one", "Council", hint=True),
    Command("newer", "right_square_bracket,right", "newer", "Newer", "The inspection after this one", "Council", hint=True),
    Command("scroll_down", "J,ctrl+d", "scroll_detail(1)", "Scroll down", "Scroll the council from the list", "Council"),
    Command("scroll_up", "K,ctrl+u", "scroll_detail(-1)", "Scroll up", "Scroll the council back up", "Council"),
    Command("open", "o", "open_report", "Open report", "Open the report on Ofsted's site in your browser", "Council", hint=True),
    Command("copy", "y", "copy_address", "Copy address", "Copy the report's address", "Council"),
)  # fmt: skip
"""The keys of the first screen."""

EVERYWHERE = (
    Command("help", "question_mark,f1", "help", "Help", "What the keys do here", "Program", hint=True),
    Command("palette", "ctrl+p", "command_palette", "Commands", "Find a command by typing its name", "Program"),
    Command("theme", "t", "change_theme", "Theme", "Dark, light, colour-blind safe, terminal colours, and more", "Program"),
    Command("about", "i", "about", "About", "Sources, licence, the data's last day", "Program"),
    Command("quit", "q", "quit", "Quit", "Leave; your place is remembered", "Program", hint=True),
)  # fmt: skip
"""The keys of every screen."""


def key_table() -> str:
    """Every key as a Markdown table, as it stands in the README."""
    rows = [f"| `{command.key}` | {command.title} | {command.tooltip} |" for command in (*BROWSE, *EVERYWHERE)]
    return "\n".join(["| key | command | what it does |", "| --- | --- | --- |", *rows])
