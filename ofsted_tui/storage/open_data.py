"""All data: the shipped data with the user's library over it, or a folder of the user's alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import shipped_data
from .atomic_files import is_absent
from .library_file import library_file, may_have_library

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.repository import Repository


def tables(folder: Path | None = None) -> Repository:
    """A folder's tables, or those supplied; without what the user added. Raises DataError."""
    if folder is None:
        return shipped_data.load()
    from . import dataset

    return dataset.load(folder)


def load(folder: Path | None = None) -> tuple[Repository, str]:
    """The data and, where the library could not be read, a sentence. Raises DataError.

    The library belongs to the shipped data: it is not added to a folder of the user's own.
    """
    held = tables(folder)
    if folder is not None or not may_have_library() or is_absent(file := library_file()):
        return held, ""
    from .library import Library

    library, problem = Library.load(file)
    return library.over(held), problem
