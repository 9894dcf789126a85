"""The first screen as plain text at fixed sizes. `UPDATE_FRAMES=1 pytest` writes them anew: read the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .driver import browsing

FRAMES = Path(__file__).parent / "frames"
SCENES = {
    "first": (),
    "search": ("/", "r"),
    "detail": ("enter", "space"),
    "filter": ("f", "space"),
    "day": ("d",),
    "judgement": ("v",),
    "help": ("?",),
    "about": ("i",),
    "older": ("down", "["),
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
async def test_frame(country, scene, size):
    async with browsing(country, size=size) as ui:
        await ui.press(*SCENES[scene])
        compare(ui.frame, f"{scene}-{size[0]}x{size[1]}.txt")


def compare(frame: str, name: str) -> None:
    """A frame against the one that was read and kept."""
    kept = FRAMES / name
    if os.environ.get("UPDATE_FRAMES"):
        kept.write_text(frame, encoding="utf-8")
    assert kept.exists(), f"no frame {name}; write it with UPDATE_FRAMES=1 and read it"
    assert frame == kept.read_text(encoding="utf-8")
