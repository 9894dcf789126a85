"""Where the user's library is. Light to import: every command asks whether there is one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .atomic_files import is_absent

if TYPE_CHECKING:
    from pathlib import Path


def library_file() -> Path:
    """Where the user's additions are kept: in the platform's folder for data."""
    from platformdirs import user_data_path

    return user_data_path("ofsted-tui", appauthor=False) / "library.json"


def may_have_library() -> bool:
    """Whether to look for a library at all; False only where there can be none.

    `library_file` says where it is on every platform, but importing platformdirs takes a tenth of the time of `list`.
    On Linux a library can be in two places only, and most people have none.
    """
    home = os.environ.get("HOME", "")
    if sys.platform != "linux" or not home.startswith("/"):
        return True
    folders = (os.environ.get("XDG_DATA_HOME", ""), f"{home}/.local/share")
    return any(not is_absent(f"{folder}/ofsted-tui/library.json") for folder in folders)
