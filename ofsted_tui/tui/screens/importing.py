"""Import: add reports and tables of the user's own. First it shows what would happen, then, when asked, it does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from ...core.dates import parse_day
from ...importing.step import Options, Prefer, writing
from ...storage.atomic_files import typed_path
from ..bindings import bindings
from ..cycle import next_choice
from ..keys import BOX, IMPORTING, PREVIEW
from ..widgets.item_list import Item, ItemList
from ..widgets.key_bar import KeyBar
from ..widgets.screen_head import ScreenHead
from ..widgets.styled_text import READABLE, Page, Span
from ..widgets.text_box import TextBox
from .app_screen import AppScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from ...importing.sources import Source
    from ...importing.step import Step
    from ..keys import KeyCommand
    from ..widgets.styled_text import Line

STYLE = {"added": "good", "changed": "good", "conflict": "requires_improvement", "refused": "inadequate"}
"""The colour of a status; the word is shown too."""
WHAT_CAN_BE_READ = (
    ("Report", "PDF. Adds an inspection: its dates, its grades and what must improve. Find the council on "
     "reports.ofsted.gov.uk and save the report."),
    ("Letter", "PDF. Adds a focused or monitoring visit, which has no grade. From the same page."),
    ("Ofsted's tables", "CSV, XLSX or ODS. Add the grades of many councils at once. On gov.uk, look for Ofsted's "
     "statistics on children's social care, with inspection outcomes or management information."),
    ("Other tables", "CSV, XLSX or ODS. Data to Insight's history of inspections, or a table of your own: a row for "
     "each inspection, a column each for council, date and judgements."),
    ("Folder", "Every PDF and table in it."),
)  # fmt: skip
"""Files, and what comes of each."""
WHAT_HAPPENS = (
    ("1  {submit}", "Lists what would be added, and where a file differs from what we hold. Nothing is changed."),
    ("2  {add}", "Adds it to your library, a separate file. The data supplied does not change."),
    ("Later", "“ofsted-tui library” lists what you added, and can remove it."),
)
"""The steps, with the keys of each."""
BESIDE = 17
"""Cells of the names on the left."""
IN_CONFLICTS = {
    None: "Conflicts are left as they are.",
    Prefer.THEIRS: "If a file differs from what we hold, the file is used.",
    Prefer.MINE: "If a file differs from what we hold, we keep what we hold.",
}
"""What happens to a conflict, by who is preferred."""
MOST_ROWS = 200
"""The most rows that are laid out; the heading counts all."""


class PathBox(TextBox):
    """A box whose key is the user's to choose, as that of a search."""

    BINDINGS = bindings((PREVIEW,))


class Importing(AppScreen[str | None]):
    """A box for the path, one for the day of publication, and a preview of what would be added."""

    BINDINGS = bindings(IMPORTING)
    COMMANDS_HERE = IMPORTING
    READY_WHEN_MOUNTED = True
    CSS_PATH = "views.tcss"
    AUTO_FOCUS = "#path"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall"), (36, "-high")]

    rows = query_one(ItemList)
    head = query_one(ScreenHead)
    path = query_one("#path", Input)
    published = query_one("#published", Input)

    def __init__(self) -> None:
        super().__init__()
        self.sources: tuple[Source, ...] = ()
        self.steps: tuple[Step, ...] = ()
        self.options = Options()
        """The options that the preview was made with, also used for writing."""
        self.wanted = Options()
        """What the next preview is made with; until it is shown, the last one counts."""

    def compose(self) -> ComposeResult:
        """The heading, the boxes, the preview, the keys."""
        yield ScreenHead(id="head")
        with Widget(id="boxes"):
            with Widget(classes="box") as file:
                file.border_title = "File or folder"
                yield PathBox(placeholder="Path of a PDF report, a table (CSV, XLSX, ODS) or folder",
                              id="path", compact=True)  # fmt: skip
            with Widget(classes="box") as day:
                day.border_title = "Date of publication"
                yield PathBox(placeholder="If a new report does not give one", id="published", compact=True)
        yield ItemList()
        yield KeyBar(self.key_hints, self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Say what this is for."""
        self._write_head(
            "Add to your library", self._in_a_box("Type a path and press {submit} to see what would change.")
        )
        self.rows.set_title(Span("What you can add"))
        self.rows.follow = self._followed
        self.rows.write(self._written)

    def key_hints(self) -> list[KeyCommand]:
        """The keys that the key bar offers; that which adds, where there is something to add."""
        return [one for one in super().key_hints() if one.id != "add" or writing(self.steps)]

    def _followed(self) -> None:
        """Show the place in the preview."""
        number = len(self._listed)
        self.rows.set_foot(Span(f"{self.rows.place} of {number}" if number else ""))

    def on_input_submitted(self) -> None:
        """Read what is at the path."""
        text = self.path.value.strip()
        if not text:
            self.notify_user("Type the path of a file or a folder first.")
            return
        try:
            day = parse_day(self.published.value) if self.published.value.strip() else None
            self.wanted = self.wanted._replace(published=day)
        except ValueError as problem:
            self.notify_user(f"The date of publication: {problem}.")
            return
        self.steps, self.sources = (), ()
        self._write_head("Reading…", text)
        self._read(_path(text), self.wanted)

    @work(thread=True, exclusive=True)
    def _read(self, path: Path, options: Options) -> None:
        from ...importing.apply import preview_over_library
        from ...importing.sources import files, read_all
        from ...storage import shipped_data
        from ...storage.library_file import library_file

        sources = []
        waiting, repository = list(files([path])), shipped_data.load()
        for source in read_all(waiting if not get_current_worker().is_cancelled else [], repository):
            if get_current_worker().is_cancelled:
                return
            sources.append(source)
            self._tell(self._write_head, f"Reading… {len(sources)} of {len(waiting)}", source.path.name)
        steps, problem = preview_over_library(sources, library_file(), options)
        self._tell(self._show, tuple(sources), steps, options, problem)

    @work(thread=True, exclusive=True)
    def _plan_again(self, sources: tuple[Source, ...], options: Options) -> None:
        from ...importing.apply import preview_over_library
        from ...storage.library_file import library_file

        steps, problem = preview_over_library(sources, library_file(), options)
        self._tell(self._show, sources, steps, options, problem)

    def _show(self, sources: tuple[Source, ...], steps: tuple[Step, ...], options: Options, problem: str) -> None:
        """Show what would become of the files under the options, and keep these together: both are written."""
        from ...importing.import_rows import number_written, summary

        if options != self.wanted:  # chosen while the files were read
            self._plan_again(sources, self.wanted)
            return
        self.sources, self.steps, self.options = sources, steps, options
        would = len(writing(steps))
        preferred = self.in_words(f" {IN_CONFLICTS[options.prefer]} {{prefer}} changes that.") if options.prefer else ""
        adds = self.in_words(f"{{add}} adds {number_written(steps)} to your library.")
        hint = adds if would else "There is nothing to add."
        notes = " ".join(note for source in sources for note in source.notes)
        self._write_head(summary(steps), " ".join(filter(None, [hint + preferred, problem, notes])))
        self.rows.set_title(Span("What would be added"))
        self.rows.here = 0
        self.rows.write(self._written)
        self.rows.focus()
        self.query_one(KeyBar).refresh_if_other()

    @property
    def _listed(self) -> list[Step]:
        """The steps that are shown, those that write first."""
        from ...importing.import_rows import worth_listing

        return sorted(worth_listing(self.steps), key=lambda step: not step.writes) or list(self.steps)

    def _written(self, width: int) -> Sequence[Item]:
        ordered = self._listed
        if not ordered:
            return [Item(self._introduction(min(width, READABLE)))]
        items = [_item(step, width) for step in ordered[:MOST_ROWS]]
        if len(ordered) > MOST_ROWS:
            page = Page(width)
            page.paragraph(
                Span(f"… {len(ordered) - MOST_ROWS:,} more; to list all: ofsted-tui import --dry-run", "muted")
            )
            items.append(Item(tuple(page.lines)))
        return items

    def _introduction(self, width: int) -> tuple[Line, ...]:
        """What can be read, and what happens: the preview before there is one."""
        page = Page(width, ruled=True)
        for heading, entries in (("", WHAT_CAN_BE_READ), ("What happens", WHAT_HAPPENS)):  # the title names the first
            if heading:
                page.heading(heading)
            for name, words in entries:
                first = self._in_a_box(name).ljust(BESIDE)
                page.paragraph(Span(words, "muted"), first=first, indent=BESIDE)
                if self.has_class("-high"):
                    page.blank()
        return tuple(page.lines)

    def _in_a_box(self, sentence: str) -> str:
        """A sentence of ours with the keys of a box too."""
        return self.keys.in_words(sentence, (*BOX, *IMPORTING))

    def action_search(self) -> None:
        """Go to the box."""
        self.set_focus(self.path)

    def action_prefer(self) -> None:
        """Who is right if a file differs from the data: undecided, the file, or the data."""
        prefer = next_choice(self.wanted.prefer, (None, Prefer.THEIRS, Prefer.MINE))
        self.wanted = self.wanted._replace(prefer=prefer)
        self.notify_user(IN_CONFLICTS[prefer])
        if self.sources:
            self._plan_again(self.sources, self.wanted)

    def action_add(self) -> None:
        """Write what the preview shows, then go back to the councils."""
        if not any(step.writes for step in self.steps):
            self.notify_user(self._in_a_box("There is nothing to add. Type a path and press {submit}."))
            return
        self._keep(self.sources, self.options)

    @work(thread=True, exclusive=True, group="keep")
    def _keep(self, sources: tuple[Source, ...], options: Options) -> None:
        from ...importing.apply import add_to_library
        from ...importing.import_rows import number_written
        from ...storage.library import LibraryUnreadable
        from ...storage.library_file import library_file

        try:
            steps = add_to_library(sources, library_file(), options)
        except (OSError, LibraryUnreadable) as problem:
            self.app.call_from_thread(self._if_open, self.notify_user, f"Nothing was written. {problem}")
            return
        self.app.call_from_thread(self._if_open, self._leave_with, f"Added to your library: {number_written(steps)}.")

    def _leave_with(self, sentence: str) -> None:
        if self.is_current:  # pressed twice, the second finds nothing to add
            self.dismiss(sentence)

    def action_leave(self) -> None:
        """Back without adding."""
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Cancel reading: the program would wait for it."""
        from ...importing.sandbox import end_children

        self.workers.cancel_node(self)
        end_children()

    def _tell(self, tell: Callable[..., None], *found: object) -> None:
        """From a thread: tell what it found, unless it was called off, also meanwhile: then another finds it anew."""
        worker = get_current_worker()

        def tell_if_wanted() -> None:
            if not worker.is_cancelled:
                self._if_open(tell, *found)

        if not worker.is_cancelled:
            self.app.call_from_thread(tell_if_wanted)

    def _if_open(self, tell: Callable[..., None], *found: object) -> None:
        """Report what a thread found, unless the screen is being left or the program ends: its widgets go first."""
        if self.is_attached and self.display:
            tell(*found)

    def _write_head(self, heading: str, note: str) -> None:
        self.head.show((Span(heading, "title"),), note)


def _path(text: str) -> Path:
    """The path that was typed, pasted or dropped: terminals put quotes round a name with spaces."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return typed_path(text)


def _item(step: Step, width: int) -> Item:
    from ...importing.import_rows import file_name, outcome

    page = Page(width)
    key = step.key
    page.line(
        Span(f"{step.status.value:<9} ", STYLE.get(step.status.value, "muted")),
        Span(key or file_name(step), "title"),
        Span(f"  {file_name(step) if key else ''} {step.place}".rstrip(), "muted"),
    )
    if words := outcome(step):
        page.paragraph(Span(words), first="  ", indent=2)
    return Item(tuple(page.lines), step)
