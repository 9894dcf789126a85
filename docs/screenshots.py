"""Draw the README's screenshots: `python docs/screenshots.py` writes docs/*.svg from the shipped data.

Each is the real program at 120×40, driven by keys, on the data's last day.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from ofsted_tui.storage import shipped_data
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.app import OfstedApp

HERE = Path(__file__).parent
SIZE = (120, 40)
SHOTS = {
    "council": ("ofsted-dark", ()),
    "england": ("ofsted-dark", ("3",)),
    "findings": ("ofsted-light", ("2", *"supervision", "enter")),
}
"""The name of each picture, its theme, and the keys that lead there."""


async def draw(name: str, theme: str, keys: tuple[str, ...]) -> None:
    """Write one picture."""
    app = OfstedApp(shipped_data.load(), Settings(council="lambeth", theme=theme))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause(1)  # also for what is drawn after a key
        picture = app.export_screenshot(title="ofsted-tui")
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """Write every picture."""
    for name, (theme, keys) in SHOTS.items():
        await draw(name, theme, keys)


if __name__ == "__main__":
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    asyncio.run(main())
