"""The sentences that stand over and under the analyses: what was counted, how, and why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.compare import MOST_COMPARED
from ..analysis.journeys import Journey, moves
from ..analysis.next_inspections import FEWEST, GAPS_SINCE_YEAR, Gaps, gaps
from ..core.dates import long_day, short_day
from ..core.model import Council, Grade, Judgement, Kind, theme_title
from ..core.search import folded_words
from ..core.wording import name_list, pluralise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ..analysis.compare import Chosen
    from ..analysis.finding_search import FindingQuery
    from ..core.repository import Repository

WAYS = {
    "out": ("journey", "from inadequate to good or outstanding"),
    "up": ("move", "up"),
    "down": ("move", "down"),
    "all": ("step", "from inspection to inspection"),
}
"""Ways out of inadequate, and steps from one inspection to the next: what one is called, and what it is."""

FROM_TO = "From the first inadequate to the next good or outstanding."


def describe_journeys(found: Sequence[Journey], way: str, near: Council | None = None) -> str:
    """How many of which: `1 move up`, `3 journeys … of the statistical neighbours of Leeds (2025 model)`."""
    noun, what = WAYS[way]
    return f"{pluralise(len(found), noun)} {what}{f' of {neighbours_words(near)}' if near else ''}"


def joint_judgement_note(judgement: Judgement) -> str:
    """What parts the histories by a judgement, in a sentence; empty where nothing does."""
    if judgement not in (Judgement.IN_CARE, Judgement.CARE_LEAVERS):
        return ""
    return "The joint judgements of 2018 to 2022 part a history."


def no_journey(repository: Repository, judgement: Judgement, until: date, near: Council | None = None) -> str:
    """Why there is none up to a day, of all councils or of one's neighbours."""
    if until < repository.first_day:
        return no_report_by(until)
    if not moves(repository, Judgement.OVERALL, until):
        return f"No council had been inspected twice by {long_day(until)}."
    if not moves(repository, judgement, until):
        return f"No council had been judged twice running on {judgement.phrase} by {long_day(until)}."
    return f"{'None of the neighbours' if near else 'No council'} had moved so by {long_day(until)}."


def window_method(repository: Repository, day: date) -> str:
    """How the windows of a day are made, with the gaps that they are taken from."""
    known = gaps(repository, day)
    graded = [f"{g.value}: {_spoken(known[g])}" for g in Grade if g in known]
    return (
        "The window is the shortest and the longest gap, from start to start, between ILACS inspections whose reports "
        f"were out by {long_day(day)}, the later one begun in {GAPS_SINCE_YEAR} or after, by the overall grade of the "
        f"earlier one. {'; '.join([*graded, f'after any grade: {_spoken(known[None])}']).capitalize()}. Where overall "
        f"was not given, or fewer than {FEWEST} gaps followed that grade, all gaps count. No inspection has begun in "
        "August. An estimate: Ofsted announces nothing, and any council can be visited sooner."
    )


def _spoken(found: Gaps) -> str:
    return f"{pluralise(len(found.days), 'gap')}, median {found.middle:,.0f} days"


def no_window(repository: Repository, day: date) -> str:
    """Why no window can be estimated as at a day."""
    if day < repository.first_day:
        return no_report_by(day)
    return (
        f"As at {long_day(day)} no window can be estimated: it would be taken from the gaps between ILACS inspections, "
        f"the later one begun in {GAPS_SINCE_YEAR} or after, and fewer than {FEWEST} were known by then."
    )


def neighbours_words(council: Council) -> str:
    """Whose neighbours, by which model, in words."""
    return f"the statistical neighbours of {council.name} (2025 model)"


def no_neighbours(council: Council) -> str:
    """Why a council has none, in a sentence."""
    ended = " and has ended" if council.last_day else ""
    return f"{council.name} is not in the 2025 model of statistical neighbours{ended}."


def no_report_by(day: date) -> str:
    """Why there is nothing to show on an early day."""
    return f"No report on a whole service (SIF or later) had come out by {long_day(day)}."


SAID = {Kind.PRAISE: "of praise", Kind.IMPROVEMENT: "asking to improve", Kind.CONCERN: "of concern"}
"""What a kind of findings says, behind their number."""


def describe_query(query: FindingQuery, councils: Mapping[str, Council]) -> str:
    """A query's parts in words, but for the last day, which every heading names; `councils` by slug."""
    words = [f"“{query.phrase.strip()}”"] if folded_words(query.phrase) else []
    words += [_any_of(SAID[kind] for kind in query.kinds)] if query.kinds else []
    words += [f"on {_any_of(theme_title(theme).lower() for theme in query.themes)}"] if query.themes else []
    under = [judgement.phrase for judgement in Judgement if judgement in query.judgements]
    words += [f"under {' or '.join(under)}"] if under else []
    grades = [g.value for g in Grade if g in query.grades] + ["not judged"] * (None in query.grades)
    words += [f"where overall was {' or '.join(grades)}"] if grades else []
    words += [f"in {_any_of(query.regions)}"] if query.regions else []
    words += [f"of {_whose(query, councils)}"] if query.councils else []
    forms = [*(framework.value for framework in query.frameworks), *query.forms]
    words += [f"in {_any_of(forms)} inspections"] if forms else []
    words += [f"published in {_any_of(map(str, query.years))}"] if query.years else []
    words += [f"published since {short_day(query.since)}"] if query.since else []
    return ", ".join(words)


def _whose(query: FindingQuery, councils: Mapping[str, Council]) -> str:
    if query.neighbours_of:
        return neighbours_words(councils[query.neighbours_of])
    return name_list(sorted(councils[slug].name for slug in query.councils))


def _any_of(words: Iterable[str]) -> str:
    return " or ".join(sorted(words))


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
