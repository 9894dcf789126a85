"""What a run ends with."""


class ExitCode:
    """The codes that callers of the command line can rely on: plain numbers, since every command imports them."""

    OK = 0
    NOTHING_FOUND = 1
    """The question was understood, but there is nothing to show."""
    USAGE = 2
    """An option or a value that is not known; or a screen was asked for without a terminal."""
    BAD_DATA = 3
    """A table or a report that cannot be used; stderr says which and why."""
    FAILED = 70
    """Something went wrong that should not, or the output could not be written; `EX_SOFTWARE` of sysexits.h."""
    INTERRUPTED = 130
