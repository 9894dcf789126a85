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
    file.parent.mkdir(parents=True, exist_ok=True)
    rights = _rights(file)
    whole = file.with_name(f".{file.name}.{os.urandom(8).hex()}")
    # The system takes the umask off a new file's rights. To ask for the umask is to lift it, in every thread.
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(whole, how, 0o666 if rights is None else rights)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content.encode() if isinstance(content, str) else content)
            out.flush()
            os.fsync(out.fileno())
        if rights is not None:
            whole.chmod(rights)
        whole.replace(file)
    except BaseException:
        whole.unlink(missing_ok=True)
        raise


def _rights(file: Path) -> int | None:
    """The rights that a file has; None where there is none yet."""
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        return None


def typed_path(text: str) -> Path:
    """A path as people type it: `~` is their home folder."""
    from pathlib import Path

    try:
        return Path(text).expanduser()
    except RuntimeError:  # the home folder of a user that the system does not know
        return Path(text)


def is_absent(file: str | Path) -> bool:
    """Whether there is no such file. One that may not be looked at is not absent: reading it then says why."""
    try:
        os.stat(file)  # noqa: PTH116 - a Path costs more
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def set_aside(file: Path) -> Path:
    """Rename a file that cannot be read to a free name beside it; returns that name. Raises OSError."""
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

    The lock is a file beside it, since the file itself is replaced at each writing. Raises OSError; TimeoutError if
    another program does not release it.
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
