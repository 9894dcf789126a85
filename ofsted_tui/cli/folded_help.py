"""Help in lines of our own, folded if the terminal is narrower."""

from __future__ import annotations

import argparse
import os
import sys


class FoldedHelp(argparse.RawDescriptionHelpFormatter):
    """Description and epilog line by line as they are written; in a pipe, nothing is folded."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
            return super()._fill_text(text, width, indent)
        return "\n".join(_folded(line, width) for line in text.splitlines())


def _folded(line: str, width: int) -> str:
    """One line as several. Lines of a list, which begin with blanks, continue below the words after the first gap."""
    if len(line) <= width:
        return line
    from textwrap import wrap

    term = line.strip().partition("  ")[0]
    below = len(line) - len(line.lstrip().removeprefix(term).lstrip()) if line.startswith(" ") else 0
    return "\n".join(wrap(line, width, subsequent_indent=" " * below, break_on_hyphens=False))
