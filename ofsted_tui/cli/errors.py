"""How a command ends: what went wrong in plain words on stderr, and an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..core.sanitise import clean
from ..core.search import UnknownCouncil
from ..storage.data_errors import DataError
from .exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable


class UsageError(ValueError):
    """A value on the command line that the data does not know."""


class NothingFound(LookupError):
    """The question was understood, and nothing answers it; says what was looked for."""


def answered(run: Callable[[], int]) -> int:
    """Run a command and put what went wrong into plain words on stderr, and into the exit code."""
    try:
        return run()
    except DataError as problem:
        warn(f"The data cannot be used: {len(problem.faults)} fault{'' if len(problem.faults) == 1 else 's'}.")
        for fault in problem.faults[:50]:
            warn(str(fault))
        return ExitCode.BAD_DATA
    except UsageError as problem:
        warn(str(problem))
        return ExitCode.USAGE
    except (NothingFound, UnknownCouncil) as problem:
        warn(str(problem))
        return ExitCode.NOTHING_FOUND


def warn(sentence: str) -> None:
    """A sentence for the person at the keyboard, never mixed with the data."""
    print("\n".join(clean(line) for line in sentence.split("\n")), file=sys.stderr)
