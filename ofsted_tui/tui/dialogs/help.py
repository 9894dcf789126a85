"""Help: what the words of the screen beneath mean, and what its keys do, taken from the declared commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..glossary import GLOSSARY
from ..keys import BOX, EVERYWHERE, spoken_key
from ..steady_screen import SteadyScreen
from ..widgets.styled_text import Page, Span, wrap
from .text_page import TextPage

if TYPE_CHECKING:
    from textual.screen import Screen

    from ..keys import KeyCommand, Keys


class Help(TextPage):
    """The words, the purpose and the keys of a screen."""

    def __init__(self, beneath: Screen[object], keys: Keys) -> None:
        super().__init__()
        self.beneath, self.keys = beneath, keys
        name, focused = type(beneath).__name__, type(beneath.focused).__name__ if beneath.focused else ""
        title, self.terms = GLOSSARY.get(name, ("", ()))
        self.heading = f"Help · {title}" if title else "Help"
        where = WHERE.get(name, WHERE.get(focused, ""))
        self.commands: tuple[KeyCommand, ...] = (*getattr(beneath, "COMMANDS_HERE", ()), *EVERYWHERE)
        where = keys.in_words(where, (*self.commands, *BOX))
        self.words = tuple(filter(None, (where, getattr(beneath, "explanation", str)())))

    def write(self, page: Page) -> None:
        """What the words mean, what the screen is for, the keys that move, then the commands by group."""
        if self.terms:
            page.heading("Words on this screen")
        for term in self.terms:
            _write_entry(page, term.words, term.meaning)
        if self.words:
            page.heading("This screen")
        for words in self.words:
            page.paragraph(Span(words))
        page.heading("Move")
        for keys, words in MOVES:
            _write_entry(page, keys, words)
        for group in dict.fromkeys(command.group for command in self.commands):
            page.heading(group)
            for command in self.commands:
                if command.group == group:
                    action = f"screen.do('{command.id}')"
                    _write_entry(page, all_keys(command, self.keys), command.tooltip, action)

    def action_do(self, name: str) -> None:
        """Close, and do a command on the screen beneath: the way to those for which its key bar has no room."""
        command = next(command for command in self.commands if command.id == name)
        self.dismiss()
        if isinstance(self.beneath, SteadyScreen):
            self.beneath.call_after_refresh(self.beneath.action_press_key, self.keys.of(command)[0])


WHERE = {
    "CouncilList": "You are in the list of councils. The highlighted council is shown beside it; {read} goes there.",
    "CouncilDetail": "This is one council's page. {older} and {newer} go through its inspections; {switch} goes "
    "back to the list.",
    "FindingSearch": "What inspectors said, newest first. Type words, or the start of words, in any order; put a "
    "phrase in quotes, such as “front door”. A council's name finds what was said about that council; in quotes, it "
    "finds the name as a word. {submit} goes from the box to the findings, then opens a finding on its council's "
    "page. ○ marks a finding of a visit.",
    "England": "Councils by grade, month by month: ┳ is the date shown, ┬ the date you marked with {mark}. "
    "{earlier} {later} move by a month, {year_earlier} {year_later} by a year. {open} lists the councils on that date; "
    "{switch} goes to the regions.",
    "TileMap": "A tile for each council, near its place on the map. The arrows move, {open} opens the council. A "
    "letter with j is a joint grade: children in care and care leavers were judged together, not separately.",
    "Themes": "How often inspectors ask councils to improve each theme. Asked in: how many reports ask; % reports: "
    "of every hundred. Improvements, in a wide window: how many are asked for; % all: the theme's share of all. Two "
    "percentages are given because reports' lists have become shorter. Every improvement is included; praise and "
    "concerns are our own selection, so we only count them. Unless you filter, only inspections under the framework in "
    "force on the date shown are counted: ILACS; SIF before the first ILACS report; TLAC before that. {count_before} "
    "{count_after} choose what {open} opens.",
    "Journeys": "How councils moved from grade to grade, report by report. {open} opens the later report.",
    "NextInspections": "When each council's next inspection is likely: an estimated period, not a date. {open} "
    "opens the council.",
    "WhatsNew": "Inspections published since a date, with each judgement before and after. {open} opens the report.",
    "Compare": "Councils side by side, then the themes they have in common. {column_before} {column_after} choose"
    " a judgement: {open} then opens the council's findings on it. On a theme, {open} opens the findings of all the "
    "councils.",
    "VisitList": "Ofsted's focused and monitoring visits between inspections, newest first. {topic} chooses the "
    "topic; {open} opens what the letter says. A visit gives no grade and is not counted as an inspection.",
    "SearchBox": "You are searching by name. {submit} keeps the search and goes to the list; {back} clears it.",
}
BESIDE = 16
"""Cells of the words on the left."""
MOVES = (
    ("↓ ↑  j k", "Line by line"),
    ("PgDn PgUp", "Page by page (Space: down)"),
    ("Home End  g G", "To the first line and the last"),
    ("Mouse", "Click a key or its words, here too; the wheel scrolls"),
)


def all_keys(command: KeyCommand, keys: Keys) -> str:
    """All keys of a command, as printed for people."""
    return " ".join(spoken_key(key) for key in keys.of(command))


def _write_entry(page: Page, words: str, meaning: str, action: str = "") -> None:
    """A word or a key, and beside it what it means; `action` is what a click on either does."""
    lines = wrap([Span(meaning, action=action)], page.width - BESIDE)
    page.lines += [
        (Span(f"{'' if number else words:<{BESIDE}}", "mark", action), *line) for number, line in enumerate(lines)
    ]
