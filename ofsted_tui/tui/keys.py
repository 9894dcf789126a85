"""Every command of the browser, declared once: key line, help, palette, `--keys` and the README follow.

No Textual here, so that the keys can be printed without it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple


class KeyCommand(NamedTuple):
    """What a key does."""

    id: str
    keys: str
    """Textual's names of the keys, separated by commas; the first is the one that is shown."""
    action: str
    title: str
    """A word or two, for the key line and the palette."""
    tooltip: str
    """What it does, in one sentence."""
    group: str
    """The part of the help that it is in."""
    hint: bool = False
    """Whether it is in the key line."""
    opposite: str = ""
    """The id of the command whose key comes before its own in the key line: `← → Judgement`."""


NAMED_KEYS = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc", "space": "Space",
    "tab": "Tab", "backspace": "Backspace", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "insert": "Ins", "delete": "Del", **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip
"""Textual's names of the keys that are not characters, and what is printed for people."""
_CHARACTERS = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Characters whose name in Textual is not Unicode's."""


def key_of_character(character: str) -> str:
    """Textual's name of the key that types a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _CHARACTERS.get(name, name)


def spoken_key(key: str) -> str:
    """A key's name as printed for people: `/`, `Ctrl+P`, `Enter`."""
    for modifier in ("ctrl", "alt", "shift"):
        if key.startswith(f"{modifier}+"):
            rest = spoken_key(key[len(modifier) + 1 :])
            return f"{modifier.title()}+{rest.upper() if len(rest) == 1 else rest}"
    if len(key) == 1 or key in NAMED_KEYS:
        return NAMED_KEYS.get(key, key)
    name = next((unicode for unicode, textual in _CHARACTERS.items() if textual == key), key)
    for words in (name, name.replace("_", "-", 1)):
        try:
            return unicodedata.lookup(words.replace("_", " "))
        except KeyError:
            continue
    return key


NAMED = re.compile(r"\{(\w+)\}")
"""A command's id in a sentence, in place of its key."""


class Keys(NamedTuple):
    """The keys in force: those declared, except for commands that the user gave other keys."""

    own: Mapping[str, str] = MappingProxyType({})
    """The user's, by the command's id, written as in `KeyCommand.keys`."""

    def of(self, command: KeyCommand) -> list[str]:
        """Textual's names of the keys of a command."""
        return self.own.get(command.id, command.keys).split(",")

    def shown(self, command: KeyCommand) -> str:
        """The first key of a command, as printed for people."""
        return spoken_key(self.of(command)[0])

    def in_words(self, sentence: str, commands: Sequence[KeyCommand] = ()) -> str:
        """A sentence with keys in place of the ids of commands, as in `{clear} clears them`.

        `commands`: those of the screen, where another screen has one of the same id on another key.
        """
        by_id = commands_by_id(commands)
        return NAMED.sub(lambda found: self.shown(by_id[found[1]]), sentence)


DECLARED = Keys()
"""The keys in force if the user has chosen none."""


def keys_of(app: object) -> Keys:
    """The keys of the app, with the user's own."""
    keys: Keys = getattr(app, "keys", DECLARED)
    return keys


CLEAR = KeyCommand("clear", "c", "clear", "Clear", "Clear all filters and the search; when none is on, compare councils", "Find")  # fmt: skip
"""Shown beside the filters that are on."""

BROWSE = (
    KeyCommand("search", "slash", "search", "Search", "Filter the list by name as you type", "Find", hint=True),
    KeyCommand("filter", "f", "filter", "Filter", "Choose grades and regions to show", "Find", hint=True),
    CLEAR,
    KeyCommand("unfilter", "backspace", "unfilter", "Remove filter", "Remove the filter that was added last", "Find"),
    KeyCommand("judgement", "v", "judgement", "Judgement", "Choose which judgement to show", "Find", hint=True),
    KeyCommand("as_at", "d", "as_at", "Date", "See all councils as they stood on any date since 2014", "Find", hint=True),
    KeyCommand("latest", "D", "latest", "Latest", "Go back to the latest date", "Find"),
    KeyCommand("sort", "s", "sort", "Sort", "Sort by name, grade, date, region or longest wait", "Find", hint=True),
    KeyCommand("reverse", "r", "reverse", "Reverse order", "Reverse the order of the list", "Find"),
    KeyCommand("explain", "exclamation_mark", "explain", "Compare with published totals", "Published totals for this date, and any difference", "Find"),
    KeyCommand("pinned", "P", "pinned", "Pinned", "List only the pinned councils, or all again", "Find"),
    KeyCommand("back", "escape", "back", "Back", "Clear the search, then the filters, then the date; go back to the list, or to the screen you came from", "Find", hint=True),
    KeyCommand("read", "enter", "read", "Open", "Read the council; in a small window it fills the screen", "Council", hint=True),
    KeyCommand("next_heading", "m", "next_heading", "Must improve", "Jump to Must improve, then to each next heading", "Council", hint=True),
    KeyCommand("zoom", "z", "zoom", "Full page", "Show the council on the whole screen", "Council", hint=True),
    KeyCommand("switch", "tab", "switch", "Other panel", "Go from the list to the council and back", "Council"),
    KeyCommand("older", "left_square_bracket,left", "older", "Older", "Show the inspection before this one", "Council", hint=True),
    KeyCommand("newer", "right_square_bracket,right", "newer", "Newer", "Show the inspection after this one", "Council", hint=True),
    KeyCommand("scroll_down", "J,ctrl+d", "scroll_detail(1)", "Scroll down", "Scroll the council's page from the list", "Council"),
    KeyCommand("scroll_up", "K,ctrl+u", "scroll_detail(-1)", "Scroll up", "Scroll the council's page back up", "Council"),
    KeyCommand("open_report", "o", "open_report", "Open report", "Open the report on Ofsted's site in your browser", "Council", hint=True),
    KeyCommand("copy", "y", "copy_citation", "Cite", "Copy a citation: council, grade or the finding marked ▶, report, address", "Council", hint=True),
    KeyCommand("pin", "p", "pin", "Pin", "Pin the council, or unpin it; ★ marks the pinned", "Council"),
    KeyCommand("note", "a", "note", "Note", "Write a private note on the council", "Council", hint=True),
    KeyCommand("save", "x", "save", "Save", "Save the list, or the council: a page to print, a spreadsheet, data", "Program", hint=True),
)  # fmt: skip
"""The keys of the first screen."""

LIST_KEYS = (
    "read",
    "back",
    "search",
    "filter",
    "judgement",
    "as_at",
    "save",
    "zoom",
    "next_heading",
    "older",
    "open_report",
)
FILTERED_LIST_KEYS = ("read", "back", "search", "save", "filter", "as_at", "clear")
"""The same while a filter is on, whose line also has `c`: what was found will be read, or saved."""
ONE_COUNCIL_KEYS = ("read", "back", "save", "compare", "search", "filter", "as_at", "clear")
"""The same if one council was found: it will be read, saved, or compared with its neighbours."""
COUNCIL_KEYS = ("read", "back", "save", "next_heading", "older", "open_report", "copy", "note")
"""What the key bar offers while the list of councils, or a council, has the focus; most used first."""

_ON_THE_PAGE = ("save", "next_heading", "older", "newer", "open_report", "copy", "note", "pin", "judgement")
COUNCIL_PAGE = (
    KeyCommand("leave", "escape", "leave", "Back", "Back to where the page was opened", "Council", hint=True),
    *(next(command for command in BROWSE if command.id == name) for name in _ON_THE_PAGE),
    KeyCommand("open_here", "enter", "open_here", "Visits", "Open the letter about the most recent visit, the neighbour highlighted, or the earlier council if there is no inspection", "Council", hint=True),
    KeyCommand("unzoom", "z", "leave", "Back to the list", "Back to the list of councils", "Council"),
)  # fmt: skip
"""The keys of the council page."""

BOX = (
    KeyCommand("submit", "enter", "submit", "Show results", "Keep the words and go to the results, on another date if needed", "In the box", hint=True),
    KeyCommand("results", "down", "leave_box", "Results", "Keep the words and go to the results", "In the box"),
)  # fmt: skip
"""The keys of a box in which one types; letters and figures are text there."""
PREVIEW = BOX[0]._replace(title="Preview", tooltip="Read the file, and list what would be added")
"""The same key in the boxes of the import."""

VIEW = (
    KeyCommand("open", "enter", "open", "Open", "Open what this line counts", "Here", hint=True),
    KeyCommand("leave", "escape", "leave", "Back", "Clear the filters, then go back to the councils", "Here", hint=True),
    CLEAR,
    KeyCommand("save", "x", "save", "Save", "Save what is shown: a page to print, a spreadsheet, data", "Program", hint=True),
)  # fmt: skip
"""The keys of every other screen."""

FINDINGS = (
    KeyCommand("search", "slash", "search", "Search", "Go to the search box, where you can type any letter or digit", "Here", hint=True),
    KeyCommand("filter", "f", "filter", "Filter", "Filter by kind, visits, theme, judgement, grade, region, year, council", "Here", hint=True),
    KeyCommand("kind", "v", "kind", "Kind", "Show only what must improve, only praise, only concerns, then all", "Here", hint=True),
    KeyCommand("neighbours", "n", "neighbours", "Neighbours", "Show only the ten neighbours of the highlighted row’s council (on the first row: of the council you came from), or all councils", "Here", hint=True),
    KeyCommand("sort", "s", "sort", "Sort", "Newest first, oldest first, by council, by theme", "Here", hint=True),
    KeyCommand("open_report", "o", "open_report", "Open report", "Open the report on Ofsted’s site in your browser", "Here", hint=True),
    KeyCommand("copy", "y", "copy_citation", "Cite", "Copy a citation: council, finding, report, page, address", "Here", hint=True),
)  # fmt: skip
"""The keys of the search in findings."""

VISITS = (
    KeyCommand("topic", "v", "topic", "Topic", "Choose what the visits looked at", "Here", hint=True),
    KeyCommand("filter", "f", "filter", "Filter", "Filter by type, area for priority action, region", "Here", hint=True),
    KeyCommand("neighbours", "n", "neighbours", "Neighbours", "Show only the ten neighbours of the highlighted row’s council (on the first row: of the council you came from), or all councils", "Here", hint=True),
)  # fmt: skip
"""The keys of the visits."""

EXPLAIN = KeyCommand("explain", "exclamation_mark", "explain", "Compare with published totals", "Published totals for this date, and any difference", "Here")  # fmt: skip
LATEST = KeyCommand("latest", "D", "latest", "Latest", "Go back to the latest date", "Here")
ENGLAND = (
    KeyCommand("earlier", "left,left_square_bracket", "month(-1)", "Earlier", "Go back a month", "Here", hint=True),
    KeyCommand("later", "right,right_square_bracket", "month(1)", "Later", "Go forward a month", "Here", hint=True, opposite="earlier"),
    KeyCommand("year_earlier", "shift+left", "year(-1)", "Year before", "Go back a year", "Here", hint=True),
    KeyCommand("year_later", "shift+right", "year(1)", "Year after", "Go forward a year", "Here", opposite="year_earlier"),
    KeyCommand("mark", "m", "mark", "Mark", "Mark this date, to compare others with it", "Here", hint=True),
    KeyCommand("judgement", "v", "judgement", "Judgement", "Choose which judgement to show", "Here", hint=True),
    KeyCommand("as_at", "d", "as_at", "Date", "Go to any date since 2014", "Here", hint=True),
    LATEST,
    KeyCommand("switch", "tab", "switch", "Regions", "Go from the chart to the regions and back", "Here", hint=True),
    EXPLAIN,
)  # fmt: skip
"""The keys of England over time."""

MAP = (
    KeyCommand("filter", "f", "filter", "Filter", "Choose grades and regions; other councils are dimmed", "Here", hint=True),
    KeyCommand("labels", "b", "labels", "Names", "Show names instead of grades, if a tile has no room for both", "Here", hint=True),
    KeyCommand("judgement", "v", "judgement", "Judgement", "Choose which judgement to show", "Here", hint=True),
    KeyCommand("as_at", "d", "as_at", "Date", "See the map on any date since 2014", "Here", hint=True),
    LATEST,
    EXPLAIN,
)  # fmt: skip
"""The keys of the map."""

THEMES_VIEW = (
    KeyCommand("count_before", "left", "count(-1)", "Count", "Choose the count to the left, to open what it counts", "Here"),
    KeyCommand("count_after", "right", "count(1)", "Count", "Choose the count to the right: praised, concerns", "Here", hint=True, opposite="count_before"),
    KeyCommand("sort", "s", "sort", "Sort", "Sort by the reports that ask, by praise or by concerns", "Here", hint=True),
    KeyCommand("break_down", "b", "break_down", "Break down", "Break down one theme by year, region, framework or grade", "Here", hint=True),
    KeyCommand("count_visits", "w", "visits", "Visits", "Count findings of visits instead of inspections, or go back", "Here", hint=True),
    KeyCommand("filter", "f", "filter", "Filter", "Count only some inspections", "Here", hint=True),
)  # fmt: skip
"""The keys of the themes."""

JOURNEYS = (
    KeyCommand("which_moves", "b", "which_moves", "Which moves", "Choose: out of inadequate, unfinished, moves up, moves down, all steps", "Here", hint=True),
    KeyCommand("earlier", "left_square_bracket,left", "earlier", "Earlier", "Open the earlier report, from which you can go further back", "Here", hint=True),
    KeyCommand("neighbours", "n", "neighbours", "Neighbours", "Show only the ten neighbours of the highlighted row’s council (on the first row: of the council you came from), or all councils", "Here", hint=True),
    KeyCommand("judgement", "v", "judgement", "Judgement", "Choose which judgement to follow", "Here", hint=True),
)  # fmt: skip
"""The keys of the journeys."""

NEXT_INSPECTIONS = (KeyCommand("search", "slash", "search", "Search", "Find a council by name", "Here", hint=True),)
"""The keys of the next inspections."""

COMPARE = (
    KeyCommand("column_before", "left", "column(-1)", "Judgement", "Choose the judgement to the left, then the council", "Here"),
    KeyCommand("column_after", "right", "column(1)", "Judgement", "Choose the judgement whose findings are opened", "Here", hint=True, opposite="column_before"),
    KeyCommand("neighbours", "n", "neighbours", "Neighbours", "Compare the pinned councils, or the highlighted one with its ten neighbours", "Here", hint=True),
)  # fmt: skip
"""The keys of the comparison."""

WHATS_NEW = (
    KeyCommand("as_at", "d", "as_at", "Since", "Choose a date, to show what was published since then", "Here", hint=True),
    KeyCommand("filter", "f", "filter", "Filter", "Show only inspections, only visits, only some judgements", "Here", hint=True),
)  # fmt: skip
"""The keys of what's new."""

IMPORTING = (
    KeyCommand("add", "w", "add", "Add", "Add what the preview lists to your library", "Here", hint=True),
    KeyCommand("prefer", "m", "prefer", "Settle conflicts", "Leave conflicts as they are, use the file, or keep what we hold", "Here", hint=True),
    KeyCommand("leave", "escape", "leave", "Back", "Go back to the councils without adding anything", "Here", hint=True),
    KeyCommand("search", "slash", "search", "Path", "Go to the box for the path", "Here", hint=True),
)  # fmt: skip
"""The keys of the import."""


def _view(name: str, key: str, title: str, tooltip: str) -> KeyCommand:
    """The command that leads to one of the screens in `navigation.VIEWS`."""
    return KeyCommand(name, key, f"view('{name}')", title, tooltip, "Screens")


COMPARE_SCREEN = _view("compare", "9", "Compare", "A council beside its neighbours")
SCREENS = (
    KeyCommand("councils", "1", "councils", "Councils", "The list of councils", "Screens"),
    _view("findings", "2", "Findings", "Search what inspectors said"),
    _view("england", "3", "England", "Grades over time, and by region"),
    _view("map", "4", "Map", "A tile map of England"),
    _view("themes", "5", "Themes", "What reports ask for and praise"),
    _view("journeys", "6", "Journeys", "Who moved up or down, and when"),
    _view("next_inspections", "7", "Next inspections", "When each is likely: an estimate"),
    _view("whats_new", "8", "What's new", "Reports and visits since a date"),
    COMPARE_SCREEN,
    _view("visits", "V", "Visits", "Findings between inspections"),
)
"""The screens, on the digits, and visits on `V`; the comparison also on `c`, if no filter is on that `c` clears."""

HELP = KeyCommand("help", "question_mark,f1", "help", "Help", "What the keys do here", "Program", hint=True)

EVERYWHERE = (
    *SCREENS,
    KeyCommand("screens", "0", "screens", "Screens", "All screens, to choose from", "Screens", hint=True),
    HELP,
    KeyCommand("palette", "ctrl+p", "command_palette", "Commands", "Find a command by typing its name", "Program"),
    KeyCommand("theme", "t", "change_theme", "Theme", "Dark, light, colour-blind safe, terminal colours, and more", "Program"),
    KeyCommand("import", "I", "import", "Import", "Add reports or tables of your own: preview first, then add", "Program"),
    KeyCommand("about", "i", "about", "About", "Sources, licence, the latest date in the data", "Program"),
    KeyCommand("quit", "q", "quit", "Quit", "Leave; your place is remembered", "Program", hint=True),
)  # fmt: skip
"""The keys of every screen."""


def commands_by_id(commands: Sequence[KeyCommand] = ()) -> dict[str, KeyCommand]:
    """Every command by its id; `commands` take precedence over others of the same id."""
    return {command.id: command for command in reversed((*commands, *BROWSE, *COUNCIL_PAGE, *VIEW, *EVERYWHERE))}


HERE = {"Box": BOX, "Findings": FINDINGS, "Visits": VISITS, "England": ENGLAND, "Map": MAP, "Themes": THEMES_VIEW,
        "Journeys": JOURNEYS, "Next inspections": NEXT_INSPECTIONS, "Compare": COMPARE, "What's new": WHATS_NEW,
        "Importing": IMPORTING}  # fmt: skip
"""The keys that only one screen has, by its name."""


HINTS_EVERYWHERE = tuple(command for command in EVERYWHERE if command.hint and command is not HELP)
"""The keys of every screen that are in the key bar, except the one that it shows by itself."""


def hints_of(commands: Sequence[KeyCommand]) -> list[KeyCommand]:
    """The commands in the key bar: Enter and Esc first, then the others of a screen, then the screens."""
    first = {"enter": 0, "escape": 1}
    shown = [*(command for command in commands if command.hint), *HINTS_EVERYWHERE]
    return sorted(shown, key=lambda command: first.get(command.keys, 2))


def step_hints(*, older: bool, newer: bool) -> list[KeyCommand]:
    """Of the keys to the older and the newer inspection, those that lead to one; both together."""
    by_id = commands_by_id()
    if older and newer:
        return [by_id["newer"]._replace(title="Inspection", opposite="older")]
    return [by_id["older"]] * older + [by_id["newer"]] * newer


def page_hints() -> list[KeyCommand]:
    """The keys of the council page, the most useful first."""
    return [command for command in COUNCIL_PAGE if command.hint and command.id != "judgement"]


def elsewhere(key: str, keys: Keys = DECLARED) -> str:
    """What a key that does nothing here does on other screens; empty if it does nothing anywhere.

    `s does nothing here. It is Sort on Councils (1).`
    """
    owners: dict[str, list[str]] = {}
    for screen in SCREENS:
        here = BROWSE if screen.id == "councils" else HERE.get(screen.title, ())
        for command in here:
            if key in keys.of(command):
                owners.setdefault(command.title, []).append(f"{screen.title} ({keys.shown(screen)})")
    if not owners:
        return ""
    uses = "; ".join(f"{title} on {', '.join(screens)}" for title, screens in owners.items())
    return f"{spoken_key(key)} does nothing here. It is {uses}."


def key_rows(keys: Keys = DECLARED) -> tuple[tuple[str, str, str, str], ...]:
    """Every key, its command (after the name of its screen, if it belongs to one), what it does, and its id."""
    ids, titles = {one.id for one in VIEW}, {one.title for one in VIEW}
    every = [("Councils: " * (one.title in titles and one.id not in ids), one) for one in BROWSE]  # the list's own id
    every += [("", one) for one in EVERYWHERE]
    listed = {one.id for _, one in every}
    for name, commands in {"Council page": COUNCIL_PAGE, "Other screens": VIEW}.items():
        every += [(f"{name}: ", one) for one in commands if one.id not in listed]
    every += [(f"{name}: ", one) for name, commands in HERE.items() for one in commands]
    return tuple((keys.shown(one), f"{screen}{one.title}", one.tooltip, one.id) for screen, one in every)


def key_table(keys: Keys = DECLARED) -> str:
    """Every key as a Markdown table, as in the README."""
    rows = [f"| `{key}` | {command} | {does} | `{id_}` |" for key, command, does, id_ in key_rows(keys)]
    return "\n".join(["| key | command | what it does | id |", "| --- | --- | --- | --- |", *rows])
