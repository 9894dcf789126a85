"""A file of the user's in JSON: read with care, kept aside where it cannot be read, written whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .atomic_files import set_aside, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_Value = TypeVar("_Value")


def load_json(file: Path, read: Callable[[Any], _Value], empty: _Value, name: str) -> tuple[_Value, str]:
    """What `read` makes of a file, or `empty` if there is none or it cannot be read; then with a sentence.

    `name` begins that sentence (“Your pins and notes”). A file that holds something else is kept aside, never lost.
    """
    try:
        text = file.read_text(encoding="utf-8")
        import json  # its import takes longer than reading the file, which a first run does not have

        return read(json.loads(text)), ""
    except FileNotFoundError:
        return empty, ""
    except OSError as problem:
        return empty, f"{name} could not be read ({problem.strerror}): {file}"
    except (ValueError, TypeError, RecursionError):
        try:
            return empty, f"{name} could not be read and were moved to {set_aside(file)}"
        except OSError as problem:
            return empty, f"{name} could not be read or moved ({problem.strerror}): {file}"


def save_json(file: Path, held: Mapping[str, Any], failed: str) -> str:
    """Write it whole; returns a sentence that begins with `failed` if that was not possible, otherwise an empty one."""
    import json

    try:
        write_whole(file, json.dumps(held, ensure_ascii=False, indent=1) + "\n")
    except OSError as problem:
        return f"{failed} ({problem.strerror}): {file}"
    return ""


class Saved(Protocol):
    """Something of the user's that can be written; `save` returns a sentence if that failed."""

    def save(self, file: Path) -> str: ...


class UserFile:
    """A file that is written whenever its contents have changed, and only then."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        """None if nothing is to be kept."""
        self._written: Saved | None = None

    def write(self, held: Saved) -> str:
        """Write it if it has changed; returns a sentence if that failed, otherwise an empty one."""
        if self._file is None or held == self._written:
            return ""
        failed = held.save(self._file)
        if not failed:
            self._written = held
        return failed
