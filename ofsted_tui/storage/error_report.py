"""The file with the details of an error that should not have happened, in place of a traceback on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .atomic_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def error_report_file() -> Path:
    """Where the last error is written: in the platform's folder for state."""
    from platformdirs import user_state_path

    return user_state_path("ofsted-tui", appauthor=False) / "last-error.txt"


def write_error_report(error: BaseException, command: str, file: Path) -> str:
    """Write the traceback with the command and the versions; returns a sentence that says where the file is."""
    import platform
    import traceback
    from datetime import datetime
    from importlib.metadata import version

    text = (
        f"{command}\n"
        f"{datetime.now().isoformat(timespec='seconds')}\n"
        f"Python {platform.python_version()}, Textual {version('textual')}, {platform.platform()}\n\n"
        f"{''.join(traceback.format_exception(error))}"
    )
    try:
        write_whole(file, text)
    except OSError as problem:
        return f"The details could not be written ({problem.strerror}): {file}"
    return f"The details are in {file}"
