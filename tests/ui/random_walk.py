"""A walk of random keys, clicks, pastes and resizes through the program, in bursts, half of them without a pause.

The tests take a short one (`test_random_walk.py`). A long one by hand, on two processors, until it is stopped or done:

    python -m tests.ui.random_walk --seeds 1-1000 --events 1000 --processes 2

Each seed is one run of the program with that many events, then Ctrl+Q. What it ended with stands in one line each time
it is another than 0; at the end, and every hundred seeds, the number of events and the most memory that a run took.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .terminal import Terminal

SIZES = ((60, 20), (80, 24), (120, 40))
OTHER_SIZES = ((30, 10), (12, 5), (1, 1), (3, 2), (200, 50), (80, 3), (10, 60))
ENTER, BACKSPACE, PALETTE = b"\r", b"\x7f", b"\x10"
ESCAPE = b"\x1b[27u"
"""In the form in which it needs no pause after it."""
ARROWS = [b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"]
MOVES = [*ARROWS, b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\t", b"\x1b[Z"]
LETTERS = [bytes([code]) for code in b"abcdefghijklmnoprstuvwxyzABDFGHIJKPT0123456789/!?[]+ ,.:;'-"]
"""Not q: it leaves, which the palette and the key bar do often enough."""
PASTES = [
    "leeds care",
    "2017-12-08",
    "[/x [b",
    "one\r\ntwo\nthree",
    "\x1bPq" + "q" * 50,
    "é↓漢字\u202e",
    "",
    "x" * 5000,
]
PATIENCE = 600
"""Seconds in which a run has to answer all that was sent; a busy machine needs minutes for a thousand events."""


class Run(NamedTuple):
    """How a run of the program ended."""

    seed: int
    events: int
    code: int | None
    """The exit code; None where it did not end, or did not answer."""
    problem: str
    """The last line of its error, and the line of code; empty where it ended well."""
    memory: int
    """The most it took, in megabytes; 0 where the system does not tell."""
    last: tuple[bytes, ...]
    """The last bursts."""
    details: str
    """Its error in full."""


class Walk:
    """Random events; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.size = self._random.choice(SIZES)

    def burst(self) -> list[bytes]:
        """What comes without a pause: an event each."""
        return [self._event() for _ in range(self._random.choice([1, 1, 2, 3, 5, 12, 30]))]

    def waits(self) -> bool:
        """Whether a burst is answered before the next one comes."""
        return self._random.random() < 0.5

    def resize(self) -> tuple[int, int] | None:
        """Another size of the window, now and then."""
        if self._random.random() < 0.06:
            self.size = self._random.choice(SIZES * 3 + OTHER_SIZES)
            return self.size
        return None

    def _event(self) -> bytes:
        chance = self._random.random()
        if chance < 0.12:
            return self._click() * self._random.choice([1, 1, 2, 3])
        if chance < 0.15:
            return b"\x1b[<%d;%d;%dM" % (self._random.choice([64, 65, 35, 32]), *self._place())
        if chance < 0.17:
            return b"\x1b[200~" + self._random.choice(PASTES).encode() + b"\x1b[201~"
        keys = self._random.choice([LETTERS, LETTERS, MOVES, [ENTER, ESCAPE], [ESCAPE, PALETTE, BACKSPACE]])
        return self._random.choice(keys) * self._random.choice([1, 1, 1, 1, 2])

    def _click(self) -> bytes:
        place = self._place()
        return b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (*place, *place)

    def _place(self) -> tuple[int, int]:
        return self._random.randint(1, self.size[0] + 1), self._random.randint(1, self.size[1] + 1)


def run(seed: int, events: int, home: Path) -> Run:
    """One run of the program; it may leave before all events were sent, as by the palette."""
    walk = Walk(seed)
    terminal = Terminal(home, size=walk.size)
    sent, alive, last = 0, terminal.read(PATIENCE, until=b"\x1b[?25l"), []
    while alive and sent < events:
        burst = walk.burst()
        last = [*last[-4:], b"".join(burst)]
        alive = terminal.write(last[-1])
        sent += len(burst)
        if alive and walk.waits():
            alive = terminal.read(0.02)
        if size := walk.resize():
            terminal.resize(size)
            last.append(repr(size).encode())
    memory = most_memory(terminal.child.pid)
    try:
        code = terminal.leave(PATIENCE)
    except AssertionError:
        code = None
    terminal.close()
    file = home / "XDG_STATE_HOME/ofsted-tui/last-error.txt"
    details = file.read_text() if file.exists() else terminal.text[-12_000:]
    return Run(seed, sent, code, problem_of(code, terminal.text, details), memory, tuple(last), details)


def problem_of(code: int | None, printed: str, details: str) -> str:
    """What went wrong, in a line; empty where nothing did."""
    if code == 0 and "Traceback" not in printed:
        return ""
    if code is None:
        return "it did not answer"
    places = re.findall(r"([\w.]+\.py)\", line (\d+)", details)[-2:]
    return f"{code}: {details.strip().splitlines()[-1][:200]} ({', '.join(':'.join(place) for place in places)})"


def most_memory(process: int) -> int:
    """Megabytes that a process held at most."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


def main() -> None:
    """Walk for long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1-100")
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    first, _, end = chosen.seeds.partition("-")
    seen: Counter[str] = Counter()
    events = memory = 0

    def walked(seed: int) -> Run:
        with tempfile.TemporaryDirectory() as home:
            return run(seed, chosen.events, Path(home))

    with ThreadPoolExecutor(chosen.processes) as pool:
        for number, result in enumerate(pool.map(walked, range(int(first), int(end or first) + 1)), 1):
            events, memory = events + result.events, max(memory, result.memory)
            seen[result.problem or "ended well"] += 1
            if result.problem and seen[result.problem] == 1:
                print(f"seed {result.seed}, event {result.events}: {result.problem}", flush=True)
                print(result.details, result.last, sep="\n", flush=True)
            if number % 100 == 0:
                print(f"{number} seeds, {events:,} events, at most {memory} MB: {dict(seen)}", flush=True)
    print(f"In all {events:,} events, at most {memory} MB: {dict(seen)}")


if __name__ == "__main__":
    main()
