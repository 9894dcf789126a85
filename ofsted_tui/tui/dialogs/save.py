"""Save what is on the screen: what, as what, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Label
from textual.widgets.option_list import Option

from ...output.document import SAVE_FORMATS, screen_document
from ...storage.atomic_files import typed_path, write_whole
from ..refusals import refused_on_a_page, tell_failure
from ..widgets.option_list import OptionList
from ..widgets.text_box import TextBox
from .modal import Modal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App, ComposeResult

    from ...output.document import Document
    from ...output.table import Table


class Alternatives(OptionList):
    """A list with one thing chosen: the highlighted one, which keeps its mark when the focus is elsewhere."""

    BINDINGS = [Binding("enter", "screen.save", "Save", show=False)]
    words: Sequence[str] = ()

    def __init__(self, words: Sequence[str], chosen: int = 0, *, id: str) -> None:
        prompts = (_marked(one, number == chosen) for number, one in enumerate(words))
        super().__init__(*map(Option, prompts), id=id, compact=True)
        self.highlighted, self.words = chosen, words

    @property
    def chosen(self) -> int:
        """The place of the one chosen."""
        return self.highlighted or 0

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        super().watch_highlighted(highlighted)
        for number, words in enumerate(self.words):
            self.replace_option_prompt_at_index(number, _marked(words, number == highlighted))


def _heading(words: str) -> Label:
    """A heading with a rule to the edge."""
    return Label(Content.assemble((words, "bold $mark"), (f" {'─' * 100}", "$rule")), classes="heading")


def _marked(words: str, chosen: bool) -> Content:  # noqa: FBT001 - a mark is there or not
    return Content(f"({'•' if chosen else ' '}) {words}")


class SaveWindow(Modal[None]):
    """Asks what to save, as what and where. Enter saves, Esc does not."""

    BINDINGS = [
        Binding("escape", "dismiss", "Cancel", show=False),
        Binding("enter", "save", "Save", show=False),
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]
    AUTO_FOCUS = "#as"

    what = query_one("#what", Alternatives)
    form = query_one("#as", Alternatives)
    box = query_one(Input)

    def __init__(self, documents: Sequence[Document], chosen: int) -> None:
        super().__init__()
        self.documents, self.first = documents, chosen
        """What can be saved, and the place of the first choice."""
        self._proposed = ""
        """The last path that the program put into the box; any other was typed."""

    def compose(self) -> ComposeResult:
        """The three questions, each under its heading."""
        with Vertical(classes="chooser") as box:
            box.border_title = "Save"
            self.show_keys(box, "↑ ↓ Choose · Tab Next · Enter Save · Esc Cancel")
            yield _heading("What")
            yield Alternatives([document.title for document in self.documents], self.first, id="what")
            yield _heading("As")
            yield Alternatives(list(SAVE_FORMATS.values()), id="as")
            yield _heading("Where")
            yield TextBox(compact=True)
            yield Label("", id="remark", markup=False)

    @property
    def document(self) -> Document:
        """What to save."""
        return self.documents[self.what.chosen]

    @property
    def ending(self) -> str:
        """As what: the ending of the file."""
        return list(SAVE_FORMATS)[self.form.chosen]

    @on(OptionList.OptionHighlighted)
    def _propose(self) -> None:
        """Put a path into the box; a name that was typed keeps everything except its ending."""
        if self.box.value == self._proposed:
            self._proposed = self.box.value = _shown(Path.cwd() / f"{self.document.file_name}.{self.ending}")
        elif (typed := self._path()).name:
            self.box.value = _shown(typed.with_suffix(f".{self.ending}"))

    def _path(self) -> Path:
        return Path.cwd() / typed_path(self.box.value.strip())

    @on(Input.Changed)
    def _remark(self) -> None:
        """Say what will be written at the path."""
        path, words = self._path(), ""
        try:
            if path.is_dir():
                words = "This is a folder: add a name for the file."
            elif path.exists():
                words = f"This file exists. Yours will be {free_name(path).name}."
            elif not path.parent.is_dir():
                words = "This folder does not exist yet. It will be made."
        except OSError as problem:
            words = f"This path cannot be used: {problem.strerror}."
        self.query_one("#remark", Label).update(Content(words))

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the file, and say where it is."""
        path, document = self._path(), self.document
        try:
            file = None if path.is_dir() else free_name(path)
        except OSError:
            file = None
        if not file:  # the line below the box says why
            self.box.focus()
            return
        self.dismiss()
        try:
            write_whole(file, document.content(self.ending))
        except OSError as problem:
            tell_failure(self.app, f"Not saved ({problem.strerror}): {file}")
        else:
            self.app.notify(f"Saved {document.title}, in {_shown(file)}", markup=False, timeout=4)


def save(app: App[Any], *documents: Document, chosen: int = 0) -> None:
    """Ask which of some documents to save, as what and where; one of them is chosen at first, by its place."""
    if refused_on_a_page(app, "Saving"):
        return
    app.push_screen(SaveWindow(documents, chosen))


def save_rows(app: App[Any], screen: str, *tables: Table) -> None:
    """Ask as what, and where, to save the rows of a screen."""
    save(app, screen_document(screen, *tables))


def _shown(path: Path) -> str:
    """A path as people write it: `~` for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def free_name(file: Path) -> Path:
    """The file, or the same with a number if it already exists: nothing is overwritten."""
    number, free = 2, file
    while free.exists():
        free = file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1
    return free
