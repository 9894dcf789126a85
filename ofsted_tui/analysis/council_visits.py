"""Visits beside an inspection: what Ofsted looked at in one council before it and since."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..core.model import Inspection, Summary
from ..core.visits import Visit, Visits


class CouncilVisits(NamedTuple):
    """The visits of one council beside one of its inspections, as at a day. They are read when they are asked for."""

    visits: Visits
    council: str
    as_at: date
    inspection: Inspection | None
    summaries: Mapping[str, Summary]

    @property
    def every(self) -> tuple[Visit, ...]:
        """Every visit of the council, newest first, also those after the day."""
        return self.visits.by_council.get(self.council, ())[::-1]

    @property
    def since(self) -> tuple[Visit, ...]:
        """The visits that began after the inspection did and were known on the day, newest first."""
        begun = (self.inspection.start or self.inspection.published) if self.inspection else None
        return tuple(v for v in self.every if v.day <= self.as_at and (begun is None or v.start > begun))

    def summary(self, visit: Visit) -> str:
        """The summary of a visit's letter; empty if none is written yet, or we do not hold the letter."""
        return self.summaries[visit.key].text if visit.key in self.summaries else ""
