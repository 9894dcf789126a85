"""Files that may be hostile are read in a process of its own, which can be limited and ended without harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


class ChildFailed(Exception):
    """Why a child process gave no answer, in one plain sentence."""


def run_in_child(program: str, file: Path, seconds: int) -> dict[str, Any]:
    """Run a line of Python with the name of a file, and return the JSON object that it prints.

    Raises ChildFailed, also with the sentence that the child itself gives as its `problem`.
    """
    search = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])
    surroundings = {**os.environ, "PYTHONPATH": search, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
    try:
        child = subprocess.Popen(
            [sys.executable, "-c", program, str(file.absolute())],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings,
        )  # fmt: skip
    except (OSError, ValueError) as problem:
        raise ChildFailed("the program that reads such files could not start") from problem
    try:
        answer = json.loads(_output_of(child, seconds))
    except ValueError as problem:
        raise ChildFailed("it is damaged or unsafe: the program that reads such files could not read it") from problem
    if not isinstance(answer, dict):
        raise ChildFailed("it is damaged")
    if "problem" in answer:
        raise ChildFailed(str(answer["problem"]))
    return answer


_running: set[subprocess.Popen[bytes]] = set()
"""Children that read; from several threads, so what is taken from it is a copy."""


def _output_of(child: subprocess.Popen[bytes], seconds: int) -> bytes:
    """All that a child prints; it is ended if it takes too long."""
    _running.add(child)
    with child:
        try:
            return child.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired as problem:
            raise ChildFailed(f"reading it took longer than {seconds} seconds, so it was stopped") from problem
        finally:
            child.kill()
            _running.discard(child)


def end_children() -> None:
    """End all reading at once, as when the program is left: each call of `run_in_child` raises ChildFailed then."""
    for child in _running.copy():
        child.kill()


def limit(memory: int, seconds: int) -> None:
    """In the child: ask the system to keep it small (bytes) and short, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue
