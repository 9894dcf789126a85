"""The browser: the one way into `tui`."""

from __future__ import annotations

import gc
import sys

from .commands import SUBCOMMANDS
from .exit_code import ExitCode

TYPE_CHECKING = False  # as in typing; importing that would take a tenth of `--help`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from ..core.repository import Repository
    from ..core.search import UnknownCouncil
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
        parser, data=chosen.data, council=" ".join(chosen.council), as_at=chosen.as_at, phrase=chosen.search,
        theme=chosen.theme,
    )  # fmt: skip


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
    """Leave with 2 where the first word is spelt like a command, or has a command's options, and names no council."""
    if arguments[0].startswith("-"):
        return
    from ..core.search import LIKENESS
    from .basic_options import nearest_word

    meant = nearest_word(arguments[0], [*(command.name for command in SUBCOMMANDS), "help"], LIKENESS)
    chosen, unknown = parser.parse_known_args(arguments)
    if meant or unknown:
        way = "--help" if meant == "help" else meant
        _refuse_unknown(parser, chosen.data, " ".join(chosen.council), f"{parser.prog} {way}" if meant else "")


def _refuse_unknown(parser: Parser, data: Path | None, phrase: str, meant: str = "") -> None:
    """Leave with 2 where a phrase, which is no command, names no council either. `meant`: what to type instead."""
    from ..core.search import UnknownCouncil
    from ..storage import open_data
    from ..storage.data_errors import DataError

    try:
        open_data.load(data)[0].council(phrase)
    except DataError:
        return  # reported when the browser opens them
    except UnknownCouncil as unknown:
        parser.error(_neither(unknown, meant))


def _neither(unknown: UnknownCouncil, meant: str = "") -> str:
    """That there is neither a command nor a council of a name, and what may be meant."""
    if unknown.several and not meant:
        return str(unknown)
    instead = f" Did you mean “{meant}”?" if meant else unknown.meant
    return f"There is no command or council called “{unknown.phrase}”.{instead}"


def _open_on_terminal(
    parser: Parser | None = None,
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
        if parser and council:
            _refuse_unknown(parser, data, council)
        warn("Opening full screen needs a terminal. As text: ofsted-tui list (or show, totals …; see --help).")
        return ExitCode.USAGE

    def opened() -> int:
        from ..storage import open_data

        repository, problem = open_data.load(data)
        slug = _slug_of(repository, council, parser) if parser and council else None
        from ..tui import open_browser

        try:
            return open_browser(
                repository, council=slug, as_at=as_at, phrase=phrase, theme=theme, notice=problem, data=data
            )
        except UnusableTerminal as unusable:
            raise UsageError(str(unusable)) from None

    return exit_code_of(opened)


def _slug_of(repository: Repository, council: str, parser: Parser) -> str:
    """The key of the council that a phrase names; leaves with 2 where it names none."""
    from ..core.search import UnknownCouncil

    try:
        return repository.council(council).slug
    except UnknownCouncil as unknown:
        parser.error(_neither(unknown))
