"""How a command ends: what went wrong in plain words on stderr, and an exit code."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ..core.sanitise import clean
from ..core.search import UnknownCouncil
from ..core.wording import pluralise
from .exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..storage.data_errors import DataError


class UsageError(ValueError):
    """A value on the command line that the data does not know."""


class NothingFound(LookupError):
    """The question was understood, but there is nothing to show; says what was looked for."""


def exit_code_of(run: Callable[[], int]) -> int:
    """Run a command; returns its exit code or, if it failed, says why on stderr and returns the code for that."""
    try:
        return run()
    except UsageError as problem:
        warn(str(problem))
        return ExitCode.USAGE
    except (NothingFound, UnknownCouncil) as problem:
        warn(str(problem))
        return ExitCode.NOTHING_FOUND
    except Exception as problem:
        from ..storage.data_errors import MOST_SHOWN, DataError  # a command that succeeds need not wait for this import

        if not isinstance(problem, DataError):
            raise
        _tell_faults(problem, MOST_SHOWN)
        return ExitCode.BAD_DATA


def _tell_faults(problem: DataError, most: int) -> None:
    at_least = "at least " if problem.more else ""
    warn(f"The data cannot be used: {at_least}{pluralise(len(problem.faults), 'fault')}.")
    for fault in problem.faults[:most]:
        warn(str(fault))
    if problem.more:
        warn("… and more")
    elif (rest := len(problem.faults) - most) > 0:
        warn(f"… and {rest:,} more")


def warn(sentence: str) -> None:
    """Write a sentence for the person at the keyboard on stderr, where it never mixes with the data.

    If stderr cannot be written to, the answer and the exit code stay the same.
    """
    with suppress(OSError):
        print("\n".join(clean(line) for line in sentence.split("\n")), file=sys.stderr)
