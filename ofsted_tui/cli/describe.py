"""`COMMAND --describe`: every column of the answer, whatever else the command would need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..output.answer_columns import answer_columns
from .basic_options import Parser
from .options import OUTPUT_FORMATS, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence


def describe(command: str, arguments: Sequence[str]) -> int:
    """Write type and meaning of every column that a command gives; only `--format` and `--columns` also count."""
    parser = Parser(prog=f"ofsted-tui {command} --describe", add_help=False)
    parser.add_argument("--format", choices=OUTPUT_FORMATS, default="table")
    parser.add_argument("--columns")
    return write_table(answer_columns(command), parser.parse_known_args(arguments)[0])
