"""What changed since a day: new inspections, and how their grades moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ..councils import Change, Standing

if TYPE_CHECKING:
    from datetime import date

    from ..model import Council, Inspection, Judgement
    from ..repository import Repository

LATELY = timedelta(days=30)
"""How far back is looked where no day is given, from the data's last day."""


@dataclass(frozen=True, slots=True)
class New:
    """An inspection that came out since, beside the one before it."""

    council: Council
    inspection: Inspection
    previous: Inspection | None

    def change(self, judgement: Judgement) -> Change | None:
        """Up, same or down by a judgement."""
        return Standing(self.council, self.inspection, self.previous).change(judgement)


def since_default(repository: Repository) -> date:
    """The day from which changes are shown where none is given."""
    return repository.last_day - LATELY


def changes(repository: Repository, since: date, until: date | None = None) -> tuple[New, ...]:
    """Inspections of the whole service published after a day, up to another (default: the last one), newest first."""
    until = until or repository.last_day
    found = []
    for slug, council in repository.councils.items():
        whole = [inspection for inspection in repository.inspections_of(slug) if inspection.framework.whole]
        for number, inspection in enumerate(whole):
            if since < inspection.published <= until:
                found.append(New(council, inspection, whole[number - 1] if number else None))
    return tuple(sorted(found, key=lambda new: (new.inspection.published, new.council.name), reverse=True))
