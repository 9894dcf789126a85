"""The parser, and the options that the browser and the commands share. Light to import: `--help` needs no more."""

from __future__ import annotations

import argparse
import os
import sys

from ..core.sanitise import clean

TYPE_CHECKING = False  # as in typing; importing that would take a tenth of `--help`
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Any, NoReturn

    from ..core.dates import Days


def terminal_columns() -> int:
    """How wide the terminal is, as `shutil.get_terminal_size` says it: `COLUMNS`, else that of stdout, else 80.

    Argparse asks for it at each option, and shutil imports three compressors: a tenth of `--help`.
    """
    try:
        asked = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        asked = 0
    if asked > 0:
        return asked
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """Argparse with words of its own: full option names only, and a hint at `--help`."""

    _not_ours: Sequence[str] = ()
    """Options on the command line that this command does not have."""

    def __init__(self, form: type[argparse.HelpFormatter] = argparse.HelpFormatter, **settings: object) -> None:
        width = terminal_columns() - 2
        super().__init__(
            allow_abbrev=False,
            formatter_class=lambda prog: form(prog, width=width),
            **settings,  # type: ignore[arg-type]
        )

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The parsed arguments. Leaves with 2 if one is not known, and names the option that may be meant."""
        self._not_ours = [a for a in arguments if a.startswith("--") and not self._is_option(a)]
        found, unknown = self.parse_known_args(arguments)
        if unknown:
            self.error(self._unrecognised(unknown))
        return found

    def _is_option(self, argument: str) -> bool:
        return argument == "--" or argument.partition("=")[0] in self._option_string_actions

    def _unrecognised(self, unknown: Sequence[str]) -> str:
        return f"unrecognised arguments: {' '.join(unknown)}{self._meant(unknown)}"

    def _meant(self, unknown: Sequence[str]) -> str:
        """`. Did you mean --format?`; empty if nothing is similar."""
        known = [option for option in self._option_string_actions if option.startswith("--")]
        mistyped = [argument.partition("=")[0] for argument in unknown if argument.startswith("-")]
        near = [match for option in mistyped if (match := nearest_word(option, known))]
        return f". Did you mean {' and '.join(near)}?" if near else ""

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Argparse's; one of a few values may be typed in capitals, as grades and themes may."""
        value = super()._get_value(action, arg_string)
        if action.choices is None or value in action.choices:
            return value
        return next((one for one in action.choices if str(one).lower() == str(value).lower()), value)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Argparse's check of a value that is one of a few, in our own words."""
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(
                action, not_known("one of the choices", str(value), [str(one) for one in action.choices])
            )

    def _print_message(self, message: str, file: Any = None) -> None:
        """Argparse's, except for help on a full disk: `main` says that it was not written, argparse says nothing."""
        if file is sys.stdout:
            sys.stdout.write(message)
            sys.stdout.flush()
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and leave with 2.

        If an option is not known, only that is said: its value may have been taken for another argument.
        """
        if self._not_ours and not message.startswith("unrecognised"):
            message = self._unrecognised(self._not_ours)
        self.exit(2, f"{self.prog}: {clean(message)}\nTry “{self.prog} --help”.\n")


def nearest_word(text: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word whose spelling is closest to a text; empty if none is close enough (1 is the same)."""
    from difflib import get_close_matches

    folded = {word.lower(): word for word in known}
    return next((folded[match] for match in get_close_matches(text.lower(), folded, 1, likeness)), "")


def not_known(what: str, text: str, known: Collection[str]) -> str:
    """Why a text is not one of the known values, what may be meant, and which they are. `what` they are: `a theme`."""
    near, expected = nearest_word(text, known), f"xpected one of {', '.join(known)}"
    return f"“{clean(text)}” is not {what}" + (f". Did you mean {near}? E{expected}" if near else f"; e{expected}")


def declare_data(parser: argparse.ArgumentParser) -> None:
    """The option that every command has."""
    parser.add_argument("--data", type=folder, metavar="DIR", help="use your own tables instead of the data supplied")


def declare_day(parser: argparse.ArgumentParser, limit: str = "") -> None:
    """The day on which the answer is given; `limit`: with what alone."""
    parser.add_argument(
        "--as-at",
        type=last_day,
        metavar="DATE",
        help=f"{limit}as things stood on this date (default: the latest date in the data)",
    )


def folder(text: str) -> Path:
    """A folder by its path."""
    from pathlib import Path

    return Path(text)


def day(text: str) -> date:
    """One day as people write it. Raises argparse's error."""
    from ..core.dates import parse_day

    try:
        return parse_day(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"“{clean(text)}” is not a date; {problem}") from None


def first_day(text: str) -> date:
    """A day, or the first one of a month or a year. Raises argparse's error."""
    return _days(text).first


def last_day(text: str) -> date:
    """A day, or the last one of a month or a year. Raises argparse's error."""
    return _days(text).last


def _days(text: str) -> Days:
    from ..core.dates import parse_days

    try:
        return parse_days(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"“{clean(text)}” is not a date; {problem}") from None
