"""The entry point: opens the browser, or runs one command whose answer goes to stdout.

Nothing here imports Textual; `browser` opens the screen, and every other command answers without it.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from contextlib import suppress

from .commands import SUBCOMMANDS
from .exit_code import ExitCode

TYPE_CHECKING = False  # as in typing; importing that would take a tenth of `--help`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def program() -> NoReturn:
    """The program: runs what its command line asks for, and ends the process with the exit code.

    After a command it ends at once. Python would first free every row separately: a fifth of the time of `findings`, a
    tenth of `list`. The browser may have threads to wait for.
    """
    try:
        code = main()
    except SystemExit as left:  # raised by argparse: the help, or a wrong option
        code = int(left.code or 0)
    if "textual" in sys.modules:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # a full disk or a closed pipe: `main` has reported it for stdout; stderr has failed
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Data on stdout, everything else on stderr; never a prompt."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    _speak_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _write_no_more()
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - said in a sentence; the traceback goes into a file
        return _failed(error, arguments)
    finally:
        if argv is not None:
            gc.enable()  # commands and browser start without it; a caller goes on with it, the program ends


def _run(arguments: Sequence[str]) -> int:
    """Run the command that the first argument names, otherwise open the browser. Returns the exit code."""
    command = next((c for c in SUBCOMMANDS if arguments and c.name == arguments[0]), None)
    if command is None:
        from .browser import browse

        return browse(arguments)
    from importlib import import_module

    from .basic_options import Parser
    from .errors import exit_code_of

    gc.disable()  # a short run ends before collecting would pay; `main` turns it on again
    module = import_module(f".{command.module}", __package__)
    parser = Parser(prog=f"ofsted-tui {command.name}", description=command.sentence)
    getattr(module, f"declare_{command.name}")(parser)
    if "--describe" in arguments and "--describe" in parser.format_usage():
        from .describe import describe

        return exit_code_of(lambda: describe(command.name, arguments[1:]))
    return exit_code_of(lambda: getattr(module, f"run_{command.name}")(parser.read(arguments[1:])))


def _failed(error: Exception, arguments: list[str]) -> int:
    """Say in one line that something unexpected went wrong, and where the details are."""
    from .errors import warn

    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        _write_no_more()
        warn(f"The output could not be written: {error.strerror}.")
        return ExitCode.FAILED
    from .. import __version__
    from ..storage.error_report import error_report_file, write_error_report

    where = write_error_report(error, f"ofsted-tui {__version__} {' '.join(arguments)}", error_report_file())
    warn(f"Something went wrong, and ofsted-tui has stopped. {where}")
    return ExitCode.FAILED


def _write_no_more() -> None:
    """Drop what is still to be written to stdout, since nothing reads it: the interpreter would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Python has None for one that a shell closed (`2>&-`); everything here may rely on the three."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    from pathlib import Path  # a tenth of a short run, and hardly any run needs it here

    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - stays open
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _speak_utf8() -> None:
    """UTF-8 on every stream, whatever the locale: names and findings have more than ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
