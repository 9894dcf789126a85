"""All about one council: its standing on a day, one of its inspections with the findings, and every inspection."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..analysis.repeats import EarlierAsk, RepeatedAsk, every_earlier_ask, repeated_asks
from ..core.dates import long_day, period, short_day
from ..core.model import Council, Finding, Inspection, Kind, Summary
from ..core.repository import Repository
from ..core.standing import Standing
from ..core.wording import listed

if TYPE_CHECKING:
    from ..analysis.council_visits import CouncilVisits
    from ..analysis.next_inspections import Due


SOURCE = (
    "Source: Ofsted inspection reports and official statistics, © Crown copyright. Contains public sector information "
    "licensed under the Open Government Licence v3.0. Not affiliated with or endorsed by Ofsted. "
    "Check reports.ofsted.gov.uk for the latest."
)
OWN_WORDS = "Findings are this project’s wording, not Ofsted’s."
NO_LONGER_GIVEN = "Overall effectiveness is no longer given (2026 framework)."
OFSTEDS_WORDS = "These improvements are in Ofsted’s own words, read from the report that you added."


PRIORITIES = {"immediate": "priority", "3-months": "within 3 months", "6-months": "within 6 months"}
"""How soon a finding asks for action, in words."""
KINDS = (Kind.IMPROVEMENT, Kind.PRAISE, Kind.CONCERN)
"""In the order in which people ask: what must we improve, what is praised, what else."""


class Profile(NamedTuple):
    """One council, seen at one of its inspections."""

    council: Council
    as_at: date
    inspection: Inspection | None
    """The one looked at: the latest full inspection by the day, unless another was chosen."""
    previous: Inspection | None
    """The inspection of the whole service before it."""
    findings: tuple[Finding, ...]
    inspections: tuple[Inspection, ...]
    """Every inspection of the council, oldest first, also those after the day."""
    successors: tuple[Council, ...] = ()
    predecessors: tuple[Council, ...] = ()
    before: tuple[Standing, ...] = ()
    """The predecessors at their last full inspections by the day."""
    repeats: tuple[RepeatedAsk, ...] = ()
    """Asks in the inspection that were already in earlier ones, or in letters of visits."""
    last_overall: Inspection | None = None
    """The last inspection before it that graded overall effectiveness."""
    summary: Summary | None = None
    """The summary of the report on the inspection looked at."""
    find_due: Callable[[], "Due | None"] = lambda: None
    """Returns the estimated window of the next inspection."""
    find_visits: Callable[[], "CouncilVisits | None"] = lambda: None
    """Returns its focused and monitoring visits."""

    @property
    def due(self) -> "Due | None":
        """The estimated window of the next inspection, if the newest one is looked at on the data's last day.

        Worked out when it is asked for, since the first screen does not show it.
        """
        return self.find_due()

    @property
    def visits(self) -> "CouncilVisits | None":
        """Its focused and monitoring visits, read when they are asked for."""
        return self.find_visits()

    @property
    def full_inspections(self) -> tuple[Inspection, ...]:
        """The inspections of the whole service, oldest first, also those after the day."""
        return tuple(inspection for inspection in self.inspections if inspection.is_full)

    @property
    def known(self) -> tuple[Inspection, ...]:
        """The inspections of the whole service published by the day, oldest first: the last gives the standing."""
        return tuple(inspection for inspection in self.full_inspections if inspection.published <= self.as_at)

    @property
    def most_recent(self) -> Inspection | None:
        """The inspection that gives the council's standing on the day."""
        return self.known[-1] if self.known else None

    def earlier_asks(self, finding: Finding) -> tuple[EarlierAsk, ...]:
        """The earlier asks that a finding repeats, the nearest first."""
        return next((repeat.earlier for repeat in self.repeats if repeat.finding == finding), ())

    @property
    def standing(self) -> Standing:
        """The inspection looked at as a standing."""
        return Standing(self.council, self.inspection, self.previous)

    def of_kind(self, kind: Kind) -> tuple[Finding, ...]:
        """The findings of one kind; priority actions come first."""
        mine = [finding for finding in self.findings if finding.kind is kind]
        return tuple(sorted(mine, key=lambda finding: finding.priority != "immediate"))

    @property
    def place(self) -> int:
        """Where the one looked at is among `inspections`, from 0; after the last if there is none."""
        return self.inspections.index(self.inspection) if self.inspection else len(self.inspections)

    def at(self, inspection: Inspection, repository: Repository) -> "Profile":
        """A profile of this council that looks at another of its inspections."""
        before = [one for one in self.full_inspections if one.published < inspection.published]
        previous = before[-1] if before else None
        return self._replace(
            inspection=inspection,
            previous=previous,
            findings=repository.findings_of(inspection),
            last_overall=repository.last_overall(self.council.slug, inspection.published),
            summary=repository.summaries.get(inspection.key),
            repeats=repeated_asks(repository, inspection, every_earlier_ask),
            find_due=partial(_due, repository, self.council, inspection, self.as_at),
            find_visits=partial(_visits, repository, self.council, self.as_at, inspection),
        )

    @property
    def wording(self) -> str:
        """Whose words the findings are."""
        return OFSTEDS_WORDS if any(finding.is_verbatim for finding in self.findings) else OWN_WORDS

    def no_findings(self) -> str:
        """Why no finding is shown, in a sentence."""
        if self.inspection is None:
            return no_inspection(self)
        if self.inspection.added_by_user:
            return "You added this inspection; the file had no list of improvements."
        if self.inspection.source == "report":
            return "There are no findings for this inspection yet."
        return "We do not hold the report of this inspection, so there are no findings."


def profile(repository: Repository, council: Council, day: date | None = None) -> Profile:
    """A council as at a day; without one, the last day of the data."""
    found = _unread(repository, council, day or repository.last_day)
    return found.at(found.known[-1], repository) if found.known else found


def _unread(repository: Repository, council: Council, day: date) -> Profile:
    """A council as at a day, before any of its inspections is looked at."""
    known = repository.councils
    return Profile(
        council=council,
        as_at=day,
        inspection=None,
        previous=None,
        findings=(),
        inspections=repository.inspections_of(council.slug),
        successors=tuple(known[slug] for slug in council.successors if slug in known),
        predecessors=tuple(known[slug] for slug in council.predecessors if slug in known),
        before=tuple(_last_standing(repository, known[slug], day) for slug in council.predecessors if slug in known),
        find_visits=partial(_visits, repository, council, day),
    )


def _last_standing(repository: Repository, council: Council, day: date) -> Standing:
    """A council at its last full inspection by a day, whether or not it still existed then."""
    known = [one for one in repository.full_inspections_of(council.slug) if one.published <= day]
    return Standing(council, known[-1] if known else None, known[-2] if len(known) > 1 else None)


def _due(repository: Repository, council: Council, inspection: Inspection, day: date) -> "Due | None":
    from ..analysis.next_inspections import next_window

    return next_window(repository, council, inspection, day)


def _visits(
    repository: Repository, council: Council, day: date, inspection: Inspection | None = None
) -> "CouncilVisits":  # fmt: skip
    from ..analysis.council_visits import CouncilVisits

    return CouncilVisits(repository.all_visits, council.slug, day, inspection, repository.summaries)


def none_published(profile: Profile) -> str:
    """That a council has no grade on the day, in a sentence."""
    return f"No full inspection had been published by {long_day(profile.as_at)}."


def no_inspection(profile: Profile) -> str:
    """Why a council has no grade on the day, and when its first full inspection after that was published."""
    later = next((one for one in profile.full_inspections if one.published > profile.as_at), None)
    first = f" The first was published on {long_day(later.published)}." if later else ""
    return none_published(profile) + first


def life(profile: Profile) -> str:
    """When a council began and ended, and what it came from or became; empty for one that has always existed."""
    council, parts = profile.council, []
    if council.first_day:
        made_of = f", replacing {listed([c.name for c in profile.predecessors])}" if profile.predecessors else ""
        parts.append(f"Created on {long_day(council.first_day)}{made_of}.")
    if council.last_day:
        became = f"; replaced by {listed([c.name for c in profile.successors])}" if profile.successors else ""
        parts.append(f"Existed until {long_day(council.last_day)}{became}.")
    return " ".join(parts)


def as_at(profile: Profile) -> str:
    """The day on which a council is seen, in a sentence."""
    return f"As at {long_day(profile.as_at)}."


def absent(repository: Repository, council: Council) -> str:
    """When a council existed, for those who look at another date: `Poole existed until 31 March 2019; …`."""
    words = life(_unread(repository, council, repository.last_day))
    return f"{council.name} {'was ' if council.first_day else ''}{words[:1].lower()}{words[1:]}"


def finding_line(finding: Finding) -> str:
    """A finding with its marks and its place: `[priority] Visit … (page 7, recommendation 2)`."""
    marks = [PRIORITIES[finding.priority]] if finding.priority else []
    marks += ["asked before"] if finding.repeat else []
    start = f"[{', '.join(marks)}] " if marks else ""
    return f"{start}{finding.text} ({finding.place})"


def inspection_line(inspection: Inspection) -> str:
    """An inspection in one line: `ILACS 2023, short, on site 29 Apr – 3 May 2024, published 11 Jun 2024`."""
    parts = [inspection.form, inspection.type]
    if inspection.end:
        parts.append(f"on site {period(inspection.start, inspection.end)}")
    elif inspection.start:
        parts.append(f"begun {short_day(inspection.start)}")
    parts.append(f"published {short_day(inspection.published)}")
    return ", ".join(filter(None, parts))


def next_inspection(due: "Due") -> str:
    """The estimated window of a council's next inspection."""
    from .due_words import window_words  # the first screen needs no estimate before it is seen

    return f"Next inspection (estimated): {window_words(due)}"
