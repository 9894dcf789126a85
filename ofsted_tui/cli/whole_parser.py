"""One parser of every command, from the declarations of each: only for completion and the man page."""

from __future__ import annotations

from importlib import import_module

from .basic_options import Parser
from .browser import declare_options
from .commands import SUBCOMMANDS

DESCRIPTION = (
    "Ofsted's inspections of English councils' children's services. Without a command, it opens full screen; with a "
    "council's name instead, at that council: ofsted-tui lambeth."
)


def whole_parser() -> tuple[Parser, dict[str, Parser]]:
    """The parser of the program, and those of its commands by name."""
    parser = Parser(prog="ofsted-tui", description=DESCRIPTION)
    declare_options(parser)
    below = parser.add_subparsers(title="commands", metavar="COMMAND")
    commands = {}
    for command in SUBCOMMANDS:
        commands[command.name] = below.add_parser(command.name, help=command.summary, description=command.sentence)
        module = import_module(f".{command.module}", __package__)
        getattr(module, f"declare_{command.name}")(commands[command.name])
    return parser, commands
