"""The way out: what a command answers, without anything that could steer the terminal that shows it."""

from __future__ import annotations

import sys

from ..core.sanitise import without_controls


def write_answer(text: str) -> None:
    """Write to stdout. Data, words and names of files were cleaned where they came in; nothing relies on that alone."""
    sys.stdout.write(without_controls(text))
