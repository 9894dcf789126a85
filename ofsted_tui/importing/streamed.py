"""Files that come through a pipe: `-`, `/dev/stdin`, `<(…)`. Readers go back and forth, so they get a copy."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .pdf.report_file import LARGEST_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = Path("-")
_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""What this process was given by the shell; another process has others under the same names."""
MOST_BYTES = LARGEST_REPORT + 1
"""The most that is copied, since a stream may never end; the readers refuse a file of that size."""


def shown_path(path: Path) -> Path:
    """The path by which a file is named in messages: `-` is stdin."""
    return Path("stdin") if path == STDIN else path


@contextmanager
def seekable(path: Path) -> Iterator[Path]:
    """The file itself or, of a stream, a copy that lasts as long as the block. Raises OSError."""
    if path != STDIN and not str(path).startswith(_STREAMS):
        yield path
        return
    with TemporaryDirectory(prefix="ofsted-tui-") as folder:
        copy = Path(folder) / "stdin"
        with nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb") as coming:
            copy.write_bytes(coming.read(MOST_BYTES))
        yield copy
