"""The only door: the browser by default, or one command whose answer goes to stdout.

Nothing here imports Textual; `commands.browse` opens the screen, and every other command answers without it.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from .exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Answer one command line. Data on stdout, everything else on stderr; never a prompt."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    from .commands import run

    try:
        code = run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read us has had enough; the interpreter must not complain about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    finally:
        gc.enable()  # commands and browser start without it; whoever called us as a function goes on with it


def _speak_utf8() -> None:
    """UTF-8 on every stream, whatever the locale: names and findings hold more than ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
