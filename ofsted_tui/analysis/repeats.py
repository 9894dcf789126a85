"""Repeated asks: improvements that an earlier report or letter of the same council had already asked for.

Which ask repeats which was found by reading each council’s reports and letters (`data/repeats.csv`,
`data/visit_repeats.csv`), not by comparing words.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ..core.model import Finding, Inspection, Kind, Repeat, day_of_paper, paper_of
from ..core.repository import Repository


class EarlierAsk(NamedTuple):
    """An ask of an earlier report or letter."""

    finding: Finding
    published: date
    """The day of publication of the report or letter."""
    on_a_visit: bool
    """Whether a visit's letter asked it."""
    report_says_so: bool
    """Whether the later one says itself that this had been asked before; otherwise a reader of both found it."""

    @property
    def key(self) -> str:
        """The key of the inspection or visit."""
        return self.finding.inspection


class RepeatedAsk(NamedTuple):
    """An ask with the earlier ones that it repeats."""

    finding: Finding
    earlier: tuple[EarlierAsk, ...]
    """The nearest first; each was repeated by the one before it."""


def earlier_asks(repository: Repository, finding: Finding) -> tuple[EarlierAsk, ...]:
    """The asks in earlier reports that one in a report repeats, the nearest first; empty if it repeats none."""
    found: list[EarlierAsk] = []
    key = finding.key
    while (repeat := repository.repeats.get(key)) and (earlier := _earlier(repository, repeat)):
        found.append(earlier)
        key = earlier.finding.key
    return tuple(found)


def every_earlier_ask(repository: Repository, finding: Finding) -> tuple[EarlierAsk, ...]:
    """The asks in earlier reports and letters that one repeats, the nearest first; empty if it repeats none."""
    every = [*earlier_asks(repository, finding)]
    if (repeat := repository.all_visits.repeats.get(finding.key)) and (between := _earlier(repository, repeat)):
        every.append(between)
    return tuple(sorted(every, key=lambda ask: ask.published, reverse=True))


def asks_between(repository: Repository, council: str | None = None) -> tuple[tuple[str, RepeatedAsk], ...]:
    """Every ask in a letter that a later report or letter repeats, and in a report that a letter repeats.

    Each with its council, newest first; of one council or of all.
    """
    again = []
    if council is None:
        repository.findings.read()
        repository.all_visits.findings.read()
    for key, repeat in repository.all_visits.repeats.items():
        paper = paper_of(key)
        asked_by = repository.inspections.get(paper) or repository.visits.get(paper)
        if asked_by is None or council not in (None, asked_by.council):
            continue
        finding = repository.finding(key)
        if finding and (earlier := _earlier(repository, repeat)):
            again.append((asked_by.council, RepeatedAsk(finding, (earlier,))))
    return tuple(sorted(again, key=lambda pair: day_of_paper(pair[1].finding.inspection), reverse=True))


def _earlier(repository: Repository, repeat: Repeat) -> EarlierAsk | None:
    """What a repeat refers to; None if a table of the user's own does not have it."""
    finding = repository.finding(repeat.earlier)
    if finding is None:
        return None
    on_a_visit = finding.inspection not in repository.inspections
    return EarlierAsk(finding, day_asked(repository, finding), on_a_visit, repeat.report_says_so)


def day_asked(repository: Repository, finding: Finding) -> date:
    """The day of publication of the report or letter that asked it."""
    if inspection := repository.inspections.get(finding.inspection):
        return inspection.published
    # A letter's key ends in its day, so that the visits need not be read for the first screen.
    return date.fromisoformat(day_of_paper(finding.inspection))


def repeated_asks(
    repository: Repository,
    inspection: Inspection,
    before: Callable[[Repository, Finding], tuple[EarlierAsk, ...]] = earlier_asks,
) -> tuple[RepeatedAsk, ...]:
    """The improvements of an inspection that had been asked for before, in the report's order.

    `before` says where: only in earlier reports, or with `every_earlier_ask` in letters of visits too.
    """
    asks = (finding for finding in repository.findings_of(inspection) if finding.kind is Kind.IMPROVEMENT)
    return tuple(RepeatedAsk(ask, earlier) for ask in asks if (earlier := before(repository, ask)))
