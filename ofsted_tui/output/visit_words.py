"""A visit in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import period, short_day
from ..core.visits import topic_title
from ..core.wording import listed

if TYPE_CHECKING:
    from ..core.visits import Visit

NO_GRADE = "A visit gives no grade."


def topics_in_words(visit: Visit) -> str:
    """What a visit looked at: `Care leavers`, `Children in care and permanence`."""
    first, *others = [topic_title(topic) for topic in visit.topics] or ["Topic not known"]
    return listed([first, *(title.lower() for title in others)])


def visit_line(visit: Visit) -> str:
    """A visit in one line: `Focused visit, 5–6 Nov 2024, published 5 Dec 2024: children in care`."""
    parts = [visit.type.value.capitalize(), period(visit.start, visit.end)]
    parts += [f"published {short_day(visit.published)}"] if visit.published else []
    topics = topics_in_words(visit)
    priority = "; an area for priority action" if visit.priority_action else ""
    return f"{', '.join(parts)}: {topics[:1].lower()}{topics[1:]}{priority}"
