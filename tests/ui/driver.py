"""Drive the browser as a person does, so that tests read like sentences."""

from __future__ import annotations

import asyncio
import html
import re
from contextlib import asynccontextmanager

from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.app import OfstedApp
from ofsted_tui.tui.widgets.styled_text import line_text

NAMES = {"/": "slash", "?": "question_mark", "[": "left_square_bracket", "]": "right_square_bracket",
         "!": "exclamation_mark", " ": "space"}  # fmt: skip


class Driver:
    """The app under a person's hands."""

    def __init__(self, app: OfstedApp, pilot) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, by the name that is printed on them."""
        await self.pilot.press(*(NAMES.get(key, key) for key in keys))
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type letters into the box that has the focus."""
        for char in text:
            await self.pilot.press(NAMES.get(char, char))
        await self.pilot.pause()

    async def search(self, phrase: str) -> None:
        """Search by name."""
        await self.press("/")
        await self.type(phrase)

    async def click(self, words: str, *, last: bool = False) -> None:
        """Click on words, where they first stand on the screen: on their first letter, or on their last."""
        self.shows(words)
        row, line = next((row, line) for row, line in enumerate(self.frame.splitlines()) if words in line)
        await self.pilot.click(offset=(line.index(words) + (len(words) - 1 if last else 0), row))
        await self.pilot.pause()

    @property
    def browse(self):
        """The first screen."""
        return self.app.browse

    def lists(self, *names: str) -> None:
        """The list shows exactly these councils, in this order."""
        assert [s.council.name for s in self.browse.shown] == list(names)

    def highlights(self, name: str) -> None:
        """This council is highlighted, and shown in full."""
        assert self.browse.profile is not None
        assert self.browse.profile.council.name == name

    @property
    def detail(self) -> str:
        """All lines of the detail pane."""
        return "\n".join(line_text(line) for line in self.browse.detail._lines)

    def reads(self, *texts: str) -> None:
        """The detail pane has these texts."""
        flat = " ".join(self.detail.split())
        for text in texts:
            assert text in flat, f"{text!r} is not in {flat!r}"

    def says(self, text: str) -> None:
        """The app tells the person so."""
        said = [notification.message for notification in self.app._notifications]
        assert any(text in message for message in said), said

    def shows(self, *texts: str) -> None:
        """The screen shows these texts."""
        for text in texts:
            assert text in self.frame, f"{text!r} is not on the screen:\n{self.frame}"

    @property
    def frame(self) -> str:
        """The screen as plain text, through the public export."""
        return frame(self.app)


def frame(app: OfstedApp) -> str:
    """A screen as plain text."""
    rows: dict[int, list[tuple[int, str]]] = {}
    pattern = r'<text[^>]*? x="([\d.]+)"[^>]*?-line-(\d+)\)"[^>]*>(.*?)</text>'
    for x, row, text in re.findall(pattern, app.export_screenshot(simplify=True), re.DOTALL):
        rows.setdefault(int(row), []).append((round(float(x) / 12.2), html.unescape(text).replace("\xa0", " ")))
    lines = []
    for number in range(app.size.height):
        line = ""
        for column, text in sorted(rows.get(number, [])):
            line = line.ljust(column) + text
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def start_tasks_as_in_a_terminal() -> None:
    """From Python 3.12 on, Textual has each task begin where it is made; in tests it would not."""
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


@asynccontextmanager
async def browsing(repository, size=(80, 24), settings: Settings | None = None, *, toasts: bool = False, **more):
    """The browser on some data, at a size; `toasts`: what it says is shown on the screen."""
    start_tasks_as_in_a_terminal()
    app = OfstedApp(repository, settings or Settings(), **more)
    async with app.run_test(size=size, notifications=toasts) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield Driver(app, pilot)
