"""The user's files: written whole or not at all, and never overwritten unread."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_whole(file: Path, content: str | bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part; a text in UTF-8. Raises OSError."""
    import tempfile  # brings in random numbers and hashes, which reading does not need
    from pathlib import Path

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content.encode() if isinstance(content, str) else content)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(_mode(file))
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(file: Path) -> int:
    """The rights that a file has, or that a new one would be given."""
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def typed_path(text: str) -> Path:
    """A path as people type it: `~` is their home folder."""
    from pathlib import Path

    try:
        return Path(text).expanduser()
    except RuntimeError:  # the home folder of a user that the system does not know
        return Path(text)


def is_absent(file: str | Path) -> bool:
    """Whether there is no such file. One that may not be looked at is not absent: reading it then says why not."""
    try:
        os.stat(file)  # noqa: PTH116 - a Path costs more
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def set_aside(file: Path) -> Path:
    """Move a file that cannot be read beside itself, under a name that is free, and give that name. Raises OSError."""
    number = 1
    while (aside := file.with_name(f"{file.name}.unreadable-{number}")).exists():
        number += 1
    file.rename(aside)
    return aside


PATIENCE = 10
"""Seconds to wait for another program's lock."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a file's lock, waiting while another program has it; it is released when the program ends, however it ends.

    The lock is a file beside it, since the file itself is replaced on each writing. Raises OSError; TimeoutError
    where another program does not release it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f".{file.name}.lock").open("a+b") as lock:
        if os.name == "nt":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            until = time.monotonic() + PATIENCE
            while True:
                try:
                    fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > until:
                        raise TimeoutError(0, "another program is writing it; try again", str(file)) from None
                    time.sleep(0.05)
        yield
