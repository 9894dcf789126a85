"""The sentences above and below the analyses: what was counted, how, and why there is nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..analysis.compare import MOST_COMPARED
from ..analysis.journeys import Journey, Outcome, TimeOut, moves
from ..analysis.next_inspections import FEWEST, GAPS_FROM, gaps, hit_rate
from ..core.dates import long_day
from ..core.model import Council, Grade, Judgement
from ..core.standing import JUDGED_JOINTLY
from ..core.wording import listed, name_list, pluralise
from .short_captions import neighbours_words, no_neighbours, no_report_by

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..analysis.compare import Chosen
    from ..core.repository import Repository

WAYS = {
    "out": ("journey", "from inadequate to good or outstanding"),
    "waiting": ("unfinished journey", "from inadequate"),
    "up": ("move", "up"),
    "down": ("move", "down"),
    "all": ("step", "from one inspection to the next"),
}
"""Ways out of inadequate, and steps from one inspection to the next: the noun for one, and what it is."""
WAYS_OUT = ("out", "waiting")

FROM_TO = "A journey runs from the first inadequate grade to the next good or outstanding one, report to report."
TIMETABLE = "Full inspections are years apart, so part of the time is the wait for Ofsted to return."


def describe_journeys(found: Sequence[Journey], way: str, near: Council | None = None) -> str:
    """How many of which: `1 move up`, `3 journeys … among the statistical neighbours of Leeds (2025 model)`."""
    noun, what = WAYS[way]
    return f"{pluralise(len(found), noun)} {what}{f' among {neighbours_words(near)}' if near else ''}"


KAPLAN_MEIER = "The figure that counts unfinished journeys too is a Kaplan–Meier estimate."


def how_long(time: TimeOut, *, brief: bool = False) -> str:
    """How long the finished ways out took, and how long if the unfinished ones are counted too.

    `brief`: for one line of a screen, without the name of that estimate; show `KAPLAN_MEIER` elsewhere.
    """
    finished, unfinished = len(time.finished), len(time.unfinished)
    sentences = []
    if time.median_years is not None:
        sentences.append(f"{_took(finished, brief=brief)} {time.median_years:.1f} years.")
    if unfinished and time.estimate_years:
        half = f"half take {time.estimate_years:.1f}"
        if brief:
            sentences.append(f"Of all {finished + unfinished}, {half} or more.")
        else:
            sentences.append(f"Counting the {unfinished} unfinished too, {half} years or more (Kaplan–Meier estimate).")
    elif unfinished:
        some = f"Of all {finished + unfinished}, fewer than half have finished so far."
        sentences.append(some if finished else "None has finished yet.")
    return " ".join(sentences)


def _took(finished: int, *, brief: bool) -> str:
    """How a median begins; of two or three, a half would be confusing."""
    if finished == 1:
        return "The one finished journey took"
    if finished <= 3:
        return f"The median of the {finished} finished journeys is"
    return (
        f"Half of the {finished} finished took under"
        if brief
        else f"Half of the {finished} finished journeys took less than"
    )


def why_not_out(time: TimeOut) -> str:
    """Why some journeys are not finished: how many councils wait, and how many will get no such grade."""
    words_for = {
        Outcome.WAITING: ("is still waiting", "are still waiting"),
        Outcome.NOT_GIVEN: (
            "was next inspected under the 2026 framework (no overall grade)",
            "were next inspected under the 2026 framework (no overall grade)",
        ),
        Outcome.JUDGED_JOINTLY: ("was then judged jointly", "were then judged jointly"),
        Outcome.JUDGED_SEPARATELY: ("was then judged separately", "were then judged separately"),
        Outcome.NOT_JUDGED: (
            "was not given this judgement in its next inspection",
            "were not given this judgement in their next inspection",
        ),
        Outcome.COUNCIL_ENDED: ("council was abolished", "councils were abolished"),
    }
    parts = [f"{number} {words[number > 1]}" for one, words in words_for.items() if (number := time.number(one))]
    return f"Not finished: {listed(parts)}." if parts else ""


def fallen_back(found: Sequence[Journey]) -> str:
    """Who was better in between on a way that ends in inadequate again, in a sentence; empty where nobody was."""
    names = [
        one.council.name
        for one in found
        if one.grades[1] is Grade.INADEQUATE
        and any(passed.grades[one.judgement] is not Grade.INADEQUATE for passed in one.between)
    ]
    if not names:
        return ""
    return f"Better in between, and then inadequate again: {name_list(names)}."


def across_note(found: Sequence[Journey]) -> str:
    """How many of some moves go from one framework to another; empty if none does."""
    return across_words(sum(journey.across_frameworks for journey in found), str(len(found)))


def across_words(across: int, of: str) -> str:
    """That some moves go from one framework to another, `of` how many of what; empty if none does."""
    if not across:
        return ""
    go = "goes" if across == 1 else "go"
    return f"{across:,} of {of} {go} from SIF to ILACS; the two frameworks judge differently."


def joint_judgement_note(judgement: Judgement) -> str:
    """What interrupts the histories by a judgement, in a sentence; empty if nothing does."""
    if judgement not in JUDGED_JOINTLY:
        return ""
    return "Joint judgements from 2018 to 2022 leave gaps in these histories."


def no_journey(repository: Repository, judgement: Judgement, until: date, near: Council | None = None) -> str:
    """Why there is none up to a day, for all councils or for one's neighbours."""
    return (
        never_judged_twice(repository, judgement, until)
        or f"{'None of the neighbours' if near else 'No council'} had made such a move by {long_day(until)}."
    )


def never_judged_twice(repository: Repository, judgement: Judgement, until: date) -> str:
    """Why no council can have made any move up to a day; empty where one can."""
    if until < repository.first_day:
        return no_report_by(until)
    if not moves(repository, Judgement.OVERALL, until):
        return f"No council had been inspected twice by {long_day(until)}."
    if not moves(repository, judgement, until):
        return f"No council had been judged twice in a row on {judgement.phrase} by {long_day(until)}."
    return ""


def window_method(repository: Repository, day: date) -> str:
    """How the windows of a day are made, with the gaps that they come from, and how often they held before."""
    known = gaps(repository, day)
    numbers = [f"{len(known[grade].finished)} after {grade.value}" for grade in Grade if grade in known]
    middle = known[None].reached_by(0.5)
    half = f" Half of all gaps last {middle:,.0f} days or more." if middle else ""
    return (
        f"We measure the {len(known[None].finished)} gaps, from start to start, between two ILACS inspections of a "
        f"council, where the first began after {_month_before(GAPS_FROM)} and the second was published by "
        f"{long_day(day)} ({', '.join(numbers)}). Councils still waiting are counted too (Kaplan–Meier estimate)."
        f"{half} The window runs from the 10th to the 90th percentile of the gaps that followed the same overall "
        "grade, for a council that has already waited this long. If fewer than "
        f"{FEWEST} of those gaps are longer than the wait so far, we use all gaps. Reports are published about seven "
        "weeks after an inspection begins, so an inspection may already have begun. No ILACS inspection has begun in "
        f"August. Ofsted does not publish its timetable and can come sooner. {hit_rate_words(repository, day)}"
    )


def _month_before(day: date) -> str:
    return long_day(day - timedelta(days=1)).split(" ", 1)[1]


def hit_rate_words(repository: Repository, day: date) -> str:
    """How often the windows held, tried on the past: `39 of the 52 inspections that followed …`."""
    rate = hit_rate(repository, day)
    if rate is None:
        return "Too few inspections have followed to say how often such windows are right."
    percent = round(100 * rate.inside / rate.followed)
    return (
        f"We tested this on the {rate.followed} inspections after {long_day(rate.as_at)}: {rate.inside} ({percent}%) "
        f"began within the window estimated then, {rate.early} earlier and {rate.late} later."
    )


def no_window(repository: Repository, day: date) -> str:
    """Why no window can be estimated as at a day."""
    if day < repository.first_day:
        return no_report_by(day)
    return (
        f"No estimate is possible as at {long_day(day)}. It needs at least {FEWEST} gaps between ILACS inspections "
        f"that began after {_month_before(GAPS_FROM)}, and there were fewer by then."
    )


NO_SHARED_THEME = "No theme that two of them must improve, or that one must improve and another is praised for"


def closeness_words(closeness: str) -> str:
    """How similar a neighbour is, in words: `very-close` in `data/` is very similar."""
    return closeness.replace("-", " ").replace("close", "similar")


def who_was_left_out(chosen: Chosen, repository: Repository, day: date) -> str:
    """Who is not compared and why, in sentences; empty if nobody was left out."""
    left = chosen.left_out
    sentences = []
    if left.comparable_pins:
        there, pins = left.comparable_pins
        sentences.append(f"Of your {pins} pinned councils, {f'only {there}' if there else 'none'} can be compared.")
    if left.did_not_exist:
        known = repository.councils
        names = "; ".join(known[slug].name if slug in known else slug for slug in left.did_not_exist)
        sentences.append(f"Did not exist on {long_day(day)}: {names}.")
    if left.over_the_most:
        sentences.append(f"At most {MOST_COMPARED} can be compared; you have pinned {left.over_the_most} more.")
    if left.not_in_the_model:
        sentences.append(no_neighbours(repository.councils[chosen.slugs[0]]))
    return " ".join(sentences)
