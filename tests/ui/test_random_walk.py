"""A walk of 20,000 random events, in bursts, through windows of three sizes: no error, no hang, no growth.

RANDOM_WALK_EVENTS sets another length; a walk of hours is `python -m tests.ui.random_walk` (see there).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("pty")

from .random_walk import SIZES, Walk, run

EVENTS = int(os.environ.get("RANDOM_WALK_EVENTS", "20000"))
ONE_RUN = 1000
MOST_MEMORY = 150
"""Megabytes that a run may take; the most that was seen in a million events is 60."""


def test_nothing_breaks_it(tmp_path_factory):
    seeds = range(1, max(1, EVENTS // ONE_RUN) + 1)
    with ThreadPoolExecutor(2) as pool:
        runs = list(
            pool.map(lambda seed: run(seed, min(EVENTS, ONE_RUN), tmp_path_factory.mktemp(f"walk{seed}")), seeds)
        )
    assert not [f"seed {one.seed}: {one.problem}\n{one.details}\n{one.last}" for one in runs if one.problem]
    assert max(one.memory for one in runs) < MOST_MEMORY
    assert sum(one.events for one in runs) > EVENTS * 0.8  # some leave early, by a click on Quit


def test_it_goes_through_all_sizes_and_kinds_of_input():
    walks = [Walk(seed) for seed in range(1, 21)]
    assert {walk.size for walk in walks} == set(SIZES)
    typed = b"".join(b"".join(walk.burst()) for walk in walks for _ in range(200))
    assert all(part in typed for part in (b"\x1b[200~", b"\x1b[<0;", b"\x1b[27u", b"\x1b[6~", b"\r", b"\x10"))
    assert any(walk.resize() for walk in walks for _ in range(100))
