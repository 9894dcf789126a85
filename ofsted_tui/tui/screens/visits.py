"""Visits: which councils Ofsted visited between inspections, on what, and what its letters say; newest first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from textual.content import Content

from ...analysis.visits import VisitQuery, find_visits
from ...core.dates import month_day, short_day
from ...core.visits import TOPICS, VisitType, topic_short, topic_title
from ...core.wording import cell_width, pluralise, truncate
from ...output.query_parts import PRIORITY_ACTION, visit_query_parts
from ...output.visit_rows import found_visits, last_visit_day, priority_not_known
from ...output.visit_words import NO_GRADE, topics_in_words
from ..bindings import bindings
from ..keys import VIEW, VISITS
from ..widgets.cells import name_cell
from ..widgets.chips import Chip
from ..widgets.item_list import Item
from ..widgets.letter_page import write_letter
from ..widgets.styled_text import Span, shortened, wrap
from .filtered_view import FilteredView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.visits import Visit
    from ...output.table import Table
    from ..state import State
    from ..widgets.styled_text import Page

ROOMY, NAME, NARROW_NAME = 62, 25, 20
"""Cells from which a line is roomy; cells of a council's name there, and in a narrower line."""
SUMMARY_LINES = 2
"""Lines of a letter's summary in the list."""


class VisitList(FilteredView):
    """Every visit, filtered by topic, council's neighbours, type and region."""

    PANEL_TITLE = "Visits · newest first"
    FOOT_KEYS = "{neighbours} Neighbours"
    FILE_NAME = "visits"
    COMMANDS_HERE = (*VISITS, *VIEW)
    BINDINGS = bindings(VISITS)

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.query_of_visits = VisitQuery()
        self.visits: tuple[Visit, ...] = ()

    @property
    def _asked(self) -> VisitQuery:
        return self.query_of_visits._replace(until=self.state.as_at)

    def write(self) -> None:
        """Ask, then write."""
        self.visits = find_visits(self.repository, self._asked)
        super().write()

    def filters(self) -> Iterator[Chip]:
        """Topic, neighbours, type, region, area for priority action."""
        for part in visit_query_parts(self.query_of_visits, self.repository.councils):
            yield Chip(part.words, part.without)

    def filter_by(self, query: VisitQuery | None) -> None:
        """Show other visits, from the first on."""
        self.query_of_visits = query or VisitQuery()
        self.rows.here = 0
        self.write()

    def heading(self) -> str:
        """How many visits of how many councils, to which day: at most that of the latest that we hold."""
        councils = pluralise(len({visit.council for visit in self.visits}), "council")
        number = pluralise(len(self.visits), "visit")
        last = min(self.state.as_at, last_visit_day(self.repository, self.query_of_visits.types))
        return f"{number} between inspections · {councils} · to {short_day(last)}"

    def note(self) -> str:
        """How to read a row."""
        priority = any(visit.priority_action for visit in self.visits)
        return f"{NO_GRADE}{' ! means an area for priority action.' if priority else ''}"

    def nothing(self) -> str:
        """Why there is no row."""
        if not any(self.filters()):
            return "No visit by this date."
        unknown = priority_not_known(self.repository, self._asked)
        clear = self.in_words("{clear} clears them.")
        return " ".join(filter(None, ["No visit matches these filters.", unknown, clear]))

    def number_of_rows(self) -> int:
        """Visits."""
        return len(self.visits)

    def items(self, width: int) -> Iterator[Item]:
        """Each visit under its year, with the beginning of the letter's summary."""
        numbers = Counter(visit.day.year for visit in self.visits)
        year = 0
        for visit in self.visits:
            if visit.day.year != year:
                year = visit.day.year
                yield Item(((Span(str(year), "heading"), Span(f" {numbers[year]}", "muted")),))
            yield self._item(visit, width)

    def _item(self, visit: Visit, width: int) -> Item:
        room = NAME if width >= ROOMY else NARROW_NAME
        name = self.repository.councils[visit.council].name
        priority = "! " if visit.priority_action else "  "
        monitoring = "Monitoring · " if visit.type is VisitType.MONITORING else ""
        space = max(8, width - room - 13)
        what = truncate(f"{monitoring}{_topics(visit, space - len(monitoring))}", space)
        head = (
            Span(f"○ {month_day(visit.day)} ", "muted"),
            *name_cell(name, room - 1, "title", own=visit.added_by_user),
            Span(" "),
            Span(priority, "mark"),
            Span(what),
        )
        words = Span(self._in_a_sentence(visit), "muted")
        lines = shortened(wrap([words], width, first="  ", indent=2), SUMMARY_LINES, width)
        return Item((head, *lines), visit)

    def _in_a_sentence(self, visit: Visit) -> str:
        """The gist of a letter; its first finding if it has no summary yet."""
        if summary := self.repository.summaries.get(visit.key):
            return summary.first_sentence
        said = self.repository.findings_of_visit(visit)
        return said[0].text if said else "We do not hold the letter."

    def preview_title(self, target: Visit) -> tuple[Span, ...]:
        """Which council the visit was to, and when."""
        name = self.repository.councils[target.council].name
        return (Span(f"{name} ", "title"), Span(f"○ visit {month_day(target.day)}"))

    def preview(self, target: Visit, page: Page) -> None:
        """What the letter says."""
        write_letter(page, target, self.repository, said_above=True)

    def table(self) -> Table:
        """The visits as a table to save."""
        return found_visits(self.repository, self.visits, self._asked)

    def open(self, target: Visit) -> None:
        """What the letter says, in a window."""
        self.open_letter(target)

    # What the keys do.

    def action_topic(self) -> None:
        """Choose the topic, each with its visits."""
        from ..dialogs.picker import Choice, Picker

        every = find_visits(self.repository, self._asked._replace(topics=frozenset()))
        numbers = Counter(topic for visit in every for topic in visit.topics)
        offers = [Choice(Content(f"{'All topics':<42}{len(every):>4}"), "")]
        offers += [Choice(Content(f"{topic_title(one):<42}{numbers[one]:>4}"), one) for one in sorted(TOPICS)]
        chosen = next(iter(self.query_of_visits.topics), "")

        def choose(topic: str | None) -> None:
            if topic is not None:
                self.filter_by(self.query_of_visits._replace(topics=frozenset({topic} if topic else ())))

        self.app.push_screen(Picker("Visits on", offers, chosen), choose)

    def action_neighbours(self) -> None:
        """Show only the neighbours of a council, or all again."""
        query = self.query_of_visits
        if query.neighbours_of:
            self.filter_by(query._replace(councils=frozenset(), neighbours_of=""))
        elif council := self.council_with_neighbours():
            near = frozenset(council.neighbour_slugs)
            self.filter_by(query._replace(councils=near, neighbours_of=council.slug))

    def action_filter(self) -> None:
        """Tick types and regions."""
        from ..dialogs.checklist import Checklist, ChecklistItem

        query = self.query_of_visits
        every = find_visits(
            self.repository, self._asked._replace(types=frozenset(), regions=frozenset(), priority_action=False)
        )
        types = Counter(visit.type for visit in every)
        regions = Counter(self.repository.councils[visit.council].region for visit in every)
        priority = sum(visit.priority_action is True for visit in every)
        choices = [
            *(ChecklistItem(f"{one.value.capitalize()}s", one, types[one], group="Type") for one in VisitType),
            ChecklistItem(PRIORITY_ACTION, PRIORITY_ACTION, priority, group="Priority"),
            *(ChecklistItem(region, region, regions[region], group="Region") for region in sorted(regions)),
        ]
        ticked: set[Any] = {*query.types, *query.regions, *([PRIORITY_ACTION] if query.priority_action else [])}

        def narrowed(values: frozenset[Any]) -> None:
            self.filter_by(query._replace(
                types=frozenset(value for value in values if isinstance(value, VisitType)),
                regions=frozenset(value for value in values if value in regions),
                priority_action=PRIORITY_ACTION in values,
            ))  # fmt: skip

        self.app.push_screen(Checklist("Show only · visits", choices, ticked, narrowed, self.number_of_rows, "visit"))


def _topics(visit: Visit, room: int) -> str:
    """What a visit looked at: in full, otherwise the first topic by its short title and how many more, if that fits."""
    if cell_width(whole := topics_in_words(visit)) <= room:
        return whole
    first, *others = visit.topics
    brief = f"{topic_short(first)}{f' and {len(others)} more' if others else ''}"
    return brief if cell_width(brief) <= room else whole
