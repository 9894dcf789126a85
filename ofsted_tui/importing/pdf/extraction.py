"""The text of a PDF's pages by way of pypdf; runs in a process of its own (see `pdf`) and prints JSON.

This is the one place that knows pypdf.
"""

from __future__ import annotations

import json
import logging
import sys

from ..sandbox import limit

MOST_PAGES = 300
"""Reports have up to 60."""
MOST_LETTERS = 5_000_000
MOST_MEMORY = 1_500_000_000
"""Bytes; a report needs a tenth."""
MOST_SECONDS = 90
"""Of work: the limit that holds even if the parent process is gone."""


class Refused(Exception):
    """Why a PDF is not read, in one sentence."""


def main() -> None:
    """Print the pages of the PDF named on the command line, or why there are none."""
    logging.disable(logging.CRITICAL)
    limit(MOST_MEMORY, MOST_SECONDS)
    try:
        answer: dict[str, list[str] | str] = {"pages": extract(sys.argv[1])}
    except Refused as problem:
        answer = {"problem": str(problem)}
    except (MemoryError, RecursionError):
        answer = {"problem": "it is damaged or unsafe: it needs more memory than any report should"}
    json.dump(answer, sys.stdout)


def extract(path: str) -> list[str]:
    """The text of every page. Raises Refused."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
    except ImportError as problem:
        raise Refused("to read a PDF, pypdf must be installed (pip install pypdf)") from problem
    locked = "it is protected by a password"
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(locked)
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise Refused(f"it has {count:,} pages, more than any report")
        found: list[str] = []
        for page in reader.pages:
            found.append(page.extract_text())
            if sum(map(len, found)) > MOST_LETTERS:
                raise Refused("it has more text than any report")
    except FileNotDecryptedError as problem:
        raise Refused(locked) from problem
    except DependencyError as problem:
        # Whether it opens without a password shows only once it can be decrypted.
        raise Refused(
            "it is encrypted (AES); if it opens without a password, first run pip install 'pypdf[crypto]'"
        ) from problem
    except LimitReachedError as problem:
        raise Refused("it unpacks to far more than any report: it is a “zip bomb” or damaged") from problem
    except (PyPdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as problem:
        # A damaged file makes the library fail in many ways that are not its own errors.
        raise Refused("it is damaged: it cannot be read as a PDF") from problem
    return found
