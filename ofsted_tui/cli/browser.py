"""The browser: the one way into `tui`."""

from __future__ import annotations

import gc
import sys

from .commands import SUBCOMMANDS
from .exit_code import ExitCode

TYPE_CHECKING = False  # as typing says it; its import would be a tenth of `--help`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from .basic_options import Parser


def _parser() -> Parser:
    from .basic_options import Parser
    from .folded_help import FoldedHelp

    commands = "\n".join(f"  {command.usage:<22} {command.summary}" for command in SUBCOMMANDS)
    parser = Parser(
        FoldedHelp,
        prog="ofsted-tui",
        description="Ofsted's inspections of English councils' children's services, 2014 to today.\n"
        "Without a command, it opens full screen in the terminal.",
        epilog=f"commands (each with --help):\n{commands}\n\n"
        "Exit codes: 0 ok, 1 nothing found, 2 wrong usage, 3 bad data, 70 the program failed.",
    )
    parser.add_argument("council", nargs="*", metavar="COUNCIL", help="open at this council")
    declare_options(parser)
    return parser


def declare_options(parser: argparse.ArgumentParser) -> None:
    """Options of the browser."""
    from .basic_options import declare_data, declare_day

    declare_day(parser)
    declare_data(parser)
    parser.add_argument("--search", metavar="WORDS", help="open with the list filtered by name")
    parser.add_argument(
        "--theme", metavar="NAME", help="colours: dark, light, colour-blind, terminal, or one of Textual's"
    )
    parser.add_argument("--keys", action="store_true", help="list all keys, and exit")
    parser.add_argument("--version", action="store_true", help="print the version, and exit")


def browse(arguments: Sequence[str]) -> int:
    """Open the browser, at a council and a day if asked."""
    # Collecting during the imports costs a third of the start; the app turns it on again after its first frame.
    gc.disable()
    if not arguments:
        return _open_on_terminal()
    parser = _parser()
    _refuse_mistyped_command(parser, arguments)
    chosen = parser.read(arguments)
    if chosen.version:
        from .. import __version__

        print(f"ofsted-tui {__version__}")
        return ExitCode.OK
    misplaced = next((word for word in chosen.council if word in {command.name for command in SUBCOMMANDS}), None)
    if misplaced:
        parser.error(f"put options after the command: ofsted-tui {misplaced} …")
    if chosen.keys:
        return _write_keys()
    return _open_on_terminal(
        data=chosen.data, council=" ".join(chosen.council), as_at=chosen.as_at, phrase=chosen.search, theme=chosen.theme
    )


def _write_keys() -> int:
    """Write every key: as a table that fits a terminal, in a pipe as the Markdown of the README."""
    from ..output.table import Table
    from ..output.terminal_table import to_read
    from ..tui import keys_in_force
    from ..tui.keys import key_rows, key_table
    from .errors import warn
    from .options import terminal

    keys, problems = keys_in_force()
    for problem in problems:
        warn(problem)
    if where := terminal():
        rows = tuple((key, f"{command}. {does}", id_) for key, command, does, id_ in key_rows(keys))
        print(to_read(Table(("key", "what it does", "id"), rows), where), end="")
    else:
        print(key_table(keys))
    return ExitCode.OK


def _refuse_mistyped_command(parser: Parser, arguments: Sequence[str]) -> None:
    """Leave with 2 where the first word is spelt like a command, and is no council's name either."""
    if arguments[0].startswith("-"):
        return
    from ..core.search import LIKENESS, UnknownCouncil
    from .basic_options import nearest_word

    meant = nearest_word(arguments[0], [*(command.name for command in SUBCOMMANDS), "help"], LIKENESS)
    if not meant:
        return
    from ..storage import open_data
    from ..storage.data_errors import DataError

    chosen, _ = parser.parse_known_args(arguments)
    phrase = " ".join(chosen.council)
    try:
        open_data.load(chosen.data)[0].council(phrase)
    except DataError:
        return  # reported when the browser opens them
    except UnknownCouncil:
        way = "--help" if meant == "help" else meant
        parser.error(f"There is no command or council called “{phrase}”. Did you mean “{parser.prog} {way}”?")


def _open_on_terminal(
    *,
    data: Path | None = None,
    council: str = "",
    as_at: date | None = None,
    phrase: str | None = None,
    theme: str | None = None,
) -> int:
    from ..tui.environment import UnusableTerminal, is_on_a_web_page
    from .errors import UsageError, exit_code_of, warn

    if not (sys.stdin.isatty() and sys.stdout.isatty()) and not is_on_a_web_page():
        warn("Opening full screen needs a terminal. As text: ofsted-tui list (or show, totals …; see --help).")
        return ExitCode.USAGE

    def opened() -> int:
        from ..storage import open_data

        repository, problem = open_data.load(data)
        slug = repository.council(council).slug if council else None
        from ..tui import open_browser

        try:
            return open_browser(
                repository, council=slug, as_at=as_at, phrase=phrase, theme=theme, notice=problem, data=data
            )
        except UnusableTerminal as unusable:
            raise UsageError(str(unusable)) from None

    return exit_code_of(opened)
