"""A finding with where it was said: in an inspection's report, or in the letter of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..core.model import Judgement, Member

if TYPE_CHECKING:
    from datetime import date

    from ..core.model import Council, Finding, Grade, Inspection
    from ..core.visits import Visit


class FoundBy(Member):
    """What a finding is from: an inspection, or a visit between inspections."""

    INSPECTION = "inspection"
    VISIT = "visit"


class Hit(NamedTuple):
    """A finding that matches a query."""

    finding: Finding
    inspection: Inspection
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase is only in the theme, not in the text."""

    @property
    def found_by(self) -> FoundBy:
        """An inspection."""
        return FoundBy.INSPECTION

    @property
    def overall(self) -> Grade | None:
        """The overall grade at the time."""
        return self.inspection.grades.get(Judgement.OVERALL)

    @property
    def day(self) -> date:
        """The day of publication of the report."""
        return self.inspection.published


class VisitHit(NamedTuple):
    """A finding of a visit's letter that matches a query."""

    finding: Finding
    visit: Visit
    council: Council
    by_theme: bool = False
    """Whether a word of the phrase is only in the theme, not in the text."""

    @property
    def found_by(self) -> FoundBy:
        """A visit."""
        return FoundBy.VISIT

    @property
    def day(self) -> date:
        """The day of publication of the letter."""
        return self.visit.day


AnyHit = TypeVar("AnyHit", bound=Hit | VisitHit)
