"""The sentences that stand over and under the analyses: what was counted, how, and why there is nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..analysis.compare import MOST_COMPARED
from ..analysis.journeys import Journey, Outcome, TimeOut, moves
from ..analysis.next_inspections import FEWEST, GAPS_FROM, gaps, hit_rate
from ..core.dates import long_day
from ..core.model import Council, Grade, Judgement
from ..core.standing import JUDGED_JOINTLY
from ..core.wording import listed, pluralise
from .short_captions import neighbours_words, no_neighbours, no_report_by

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..analysis.compare import Chosen
    from ..core.repository import Repository

WAYS = {
    "out": ("journey", "from inadequate to good or outstanding"),
    "waiting": ("journey", "from inadequate, not finished"),
    "up": ("move", "up"),
    "down": ("move", "down"),
    "all": ("step", "from inspection to inspection"),
}
"""Ways out of inadequate, and steps from one inspection to the next: what one is called, and what it is."""

FROM_TO = "From the first inadequate to the next good or outstanding."
TIMETABLE = "Full inspections are years apart, so part of the time is the wait for Ofsted to return."


def describe_journeys(found: Sequence[Journey], way: str, near: Council | None = None) -> str:
    """How many of which: `1 move up`, `3 journeys … of the statistical neighbours of Leeds (2025 model)`."""
    noun, what = WAYS[way]
    return f"{pluralise(len(found), noun)} {what}{f' of {neighbours_words(near)}' if near else ''}"


def how_long(time: TimeOut) -> str:
    """How long the finished ways out took, and how long with those counted that are not finished."""
    finished, unfinished = len(time.finished), len(time.unfinished)
    sentences = []
    if time.median_years is not None:
        took = f"{time.median_years:.1f} years, from report to report"
        sentences.append(f"It took {took}." if finished == 1 else f"Half of the {finished} took less than {took}.")
    if unfinished:
        years = time.estimate_years
        half = "fewer than half have got there"
        if years:
            half = f"half take {years:.1f} years or more (Kaplan–Meier estimate)"
        sentences.append(f"Counting the {unfinished} not there yet, {half}.")
    return " ".join(sentences)


def why_not_out(time: TimeOut) -> str:
    """Why some ways out of inadequate are not finished: how many wait, and of how many nobody can tell any more."""
    told = {
        Outcome.WAITING: ("is still waiting", "are still waiting"),
        Outcome.NOT_GIVEN: (
            "was inspected next under the 2026 form (no overall grade)",
            "were inspected next under the 2026 form (no overall grade)",
        ),
        Outcome.JUDGED_OTHERWISE: ("was then judged jointly or not at all", "were then judged jointly or not at all"),
        Outcome.COUNCIL_ENDED: ("ended as a council", "ended as councils"),
    }
    parts = [f"{number} {words[number > 1]}" for one, words in told.items() if (number := time.number(one))]
    return f"Not there yet: {listed(parts)}." if parts else ""


def across_note(found: Sequence[Journey]) -> str:
    """How many of some moves lead from one framework to another; empty where none does."""
    across = sum(journey.across_frameworks for journey in found)
    if not across:
        return ""
    return f"{across} of {len(found)} across frameworks (SIF to ILACS), which judge differently."


def joint_judgement_note(judgement: Judgement) -> str:
    """What parts the histories by a judgement, in a sentence; empty where nothing does."""
    if judgement not in JUDGED_JOINTLY:
        return ""
    return "The joint judgements of 2018 to 2022 interrupt these histories."


def no_journey(repository: Repository, judgement: Judgement, until: date, near: Council | None = None) -> str:
    """Why there is none up to a day, of all councils or of one's neighbours."""
    if until < repository.first_day:
        return no_report_by(until)
    if not moves(repository, Judgement.OVERALL, until):
        return f"No council had been inspected twice by {long_day(until)}."
    if not moves(repository, judgement, until):
        return f"No council had been judged twice in a row on {judgement.phrase} by {long_day(until)}."
    return f"{'None of the neighbours' if near else 'No council'} had made such a move by {long_day(until)}."


def window_method(repository: Repository, day: date) -> str:
    """How the windows of a day are made, with the gaps that they are taken from, and how often they held before."""
    known = gaps(repository, day)
    numbers = [f"{len(known[grade].finished)} after {grade.value}" for grade in Grade if grade in known]
    middle = known[None].reached_by(0.5)
    half = f" Half of all gaps last {middle:,.0f} days or more." if middle else ""
    return (
        f"We measure the {len(known[None].finished)} gaps, from start to start, between two ILACS inspections where "
        f"the first began after {_month_before(GAPS_FROM)} and the second was published by {long_day(day)} "
        f"({', '.join(numbers)}). Councils still waiting are counted too (Kaplan–Meier estimate).{half} The window "
        "runs from the 10th to the 90th percentile of the gaps after the same overall grade, given the wait so far; "
        f"if fewer than {FEWEST} of these are longer than that wait, we use all gaps. Reports are published about "
        "seven "
        "weeks after an inspection begins, so one may already have begun. No ILACS inspection has begun in August. "
        f"Ofsted announces nothing in advance and can come sooner. {hit_rate_words(repository, day)}"
    )


def _month_before(day: date) -> str:
    return long_day(day - timedelta(days=1)).split(" ", 1)[1]


def hit_rate_words(repository: Repository, day: date) -> str:
    """How often the windows held, tried on the past: `39 of the 52 inspections that followed …`."""
    rate = hit_rate(repository, day)
    if rate is None:
        return "There have been too few inspections since to say how often such windows are right."
    percent = round(100 * rate.inside / rate.followed)
    return (
        f"Tested on the past: of the {rate.followed} inspections that followed {long_day(rate.as_at)}, {rate.inside} "
        f"({percent}%) began inside the window estimated then, {rate.early} before it and {rate.late} after it."
    )


def no_window(repository: Repository, day: date) -> str:
    """Why no window can be estimated as at a day."""
    if day < repository.first_day:
        return no_report_by(day)
    return (
        f"No window can be estimated as at {long_day(day)}: it takes at least {FEWEST} gaps between ILACS "
        f"inspections, the first begun after {_month_before(GAPS_FROM)}, and there were fewer by then."
    )


def closeness_words(closeness: str) -> str:
    """How close a neighbour is, in words: `very-close`, as it stands in `data/`, is very close."""
    return closeness.replace("-", " ")


def who_was_left_out(chosen: Chosen, repository: Repository, day: date) -> str:
    """Who is not compared and why, in sentences; empty where nobody was left out."""
    left = chosen.left_out
    sentences = []
    if left.comparable_pins:
        there, pins = left.comparable_pins
        sentences.append(f"Of {pins} pinned councils {there or 'none'} can be compared.")
    if left.did_not_exist:
        known = repository.councils
        names = "; ".join(known[slug].name if slug in known else slug for slug in left.did_not_exist)
        sentences.append(f"Did not exist on {long_day(day)}: {names}.")
    if left.over_the_most:
        sentences.append(f"At most {MOST_COMPARED} are compared; {left.over_the_most} more are pinned.")
    if left.not_in_the_model:
        sentences.append(no_neighbours(repository.councils[chosen.slugs[0]]))
    return " ".join(sentences)
