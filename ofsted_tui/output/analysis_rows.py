"""Each analysis as an answer in rows: what a command prints is what a screen shows and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.changes import ALL_NEW, Published, changes, new_visits
from ..analysis.journeys import Journey, time_out
from ..analysis.next_inspections import due
from ..analysis.repeats import asks_between, day_asked, repeated_asks
from ..analysis.theme_repeats import repeats_by_theme
from ..core.dates import long_day
from ..core.judgement_result import JUDGEMENTS
from ..core.model import Judgement, Kind
from ..core.wording import listed, pluralise
from .captions import (
    FROM_TO,
    NO_SHARED_THEME,
    TIMETABLE,
    WAYS_OUT,
    across_note,
    across_words,
    closeness_words,
    describe_journeys,
    fallen_back,
    how_long,
    joint_judgement_note,
    never_judged_twice,
    no_window,
    why_not_out,
    window_method,
)
from .due_rows import DUE_COLUMNS, due_values
from .finding_rows import theme_cell
from .rows import keyed_topics, keyed_type
from .short_captions import no_report_by, published_between
from .table import Keyed, Table
from .visit_rows import visits_end

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..analysis.changes import ChangesQuery
    from ..analysis.compare import Comparison
    from ..analysis.next_inspections import Due
    from ..core.model import Council, Inspection
    from ..core.repository import Repository
    from ..storage.schema import Value

JOURNEY_COLUMNS = (
    "council", "name", "region", "judgement", "from", "from_published", "to", "published", "steps", "years",
    "from_inspection", "inspection", "between", "across_frameworks", "outcome", "from_report_url", "report_url",
    "from_source", "source",
)  # fmt: skip


def journey_list(
    repository: Repository,
    found: Sequence[Journey],
    way: str,
    judgement: Judgement,
    until: date,
    near: Council | None = None,
) -> Table:
    """Journeys from grade to grade."""
    what = f"{describe_journeys(found, way, near)}, for {judgement.phrase}, in reports up to {long_day(until)}."
    time = time_out(repository, judgement, until, near)
    out = [FROM_TO, how_long(time), why_not_out(time), fallen_back(found), TIMETABLE] if way in WAYS_OUT else []
    if not found:
        out = [why_not_out(time) if way == "out" else "", never_judged_twice(repository, judgement, until)]
    last = "outcome" if way == "waiting" else "across_frameworks"
    own = ["from_source"] if any(journey.start.added_by_user for journey in found) else []
    own += ["source"] if any(journey.end.added_by_user for journey in found) else []
    return Table(
        columns=JOURNEY_COLUMNS,
        rows=tuple(_journey_row(journey) for journey in found),
        caption=" ".join(filter(None, (what, *out, across_note(found), joint_judgement_note(judgement)))),
        display_columns=("name", "region", "from", "from_published", "to", "published", "years", last, *own),
    )


def _journey_row(journey: Journey) -> tuple[Value, ...]:
    before, after = journey.grades
    return (
        journey.council.slug, journey.council.name, journey.council.region, journey.judgement, before,
        journey.start.published, after, journey.end.published, journey.steps, round(journey.years, 1),
        journey.start.key, journey.end.key, tuple(inspection.key for inspection in journey.between),
        journey.across_frameworks, journey.outcome, journey.start.report_url, journey.end.report_url,
        journey.start.source, journey.end.source,
    )  # fmt: skip


def due_list(repository: Repository, day: date, windows: Sequence[Due] | None = None) -> Table:
    """The window of each council's next inspection, or of some."""
    windows = due(repository, day) if windows is None else windows
    late = ("later_than_estimate",) if any(one.overdue for one in windows) else ()
    own = ("source",) if any(one.inspection.added_by_user for one in windows) else ()
    return Table(
        columns=DUE_COLUMNS,
        rows=tuple(tuple(due_values(one).values()) for one in windows),
        caption=_due_caption(repository, day, windows),
        display_columns=("name", "overall", "since", "waiting_days", "earliest", "latest", *late, *own),
    )  # fmt: skip


def _due_caption(repository: Repository, day: date, windows: Sequence[Due]) -> str:
    if not windows:
        return no_window(repository, day)
    number = pluralise(len(windows), "council") + ", longest waiting first"
    who = windows[0].council.name if len(windows) == 1 else number
    since = "Since: when the last inspection began, or was published if its start is not known."
    return f"{who}, as at {long_day(day)}. {since} {window_method(repository, day)}"


BEFORE = ("before_framework", "across_frameworks")
"""By which rules the grade before was given: these columns stand last, also where visits have some of their own."""
CHANGE_COLUMNS = (
    "council", "name", "inspection", "published", "judgement", "grade", "before", "change", "source", "report_url",
    *BEFORE,
)  # fmt: skip


def change_list(repository: Repository, since: date, until: date | None = None, query: ChangesQuery = ALL_NEW) -> Table:
    """New inspections with the grades now and before."""
    found = changes(repository, since, until or repository.last_day, query)
    phrases = [judgement.phrase for judgement in JUDGEMENTS if judgement in query.judgements]
    alone = f" ({listed(phrases)} alone)" if phrases else ""
    rows = tuple(
        (new.council.slug, new.council.name, new.inspection.key, new.inspection.published, move.judgement, move.grade,
         move.before, move.change, new.inspection.source, new.inspection.report_url,
         new.previous.framework if new.previous and move.before else None,
         new.across_frameworks and move.change is not None)
        for new in found
        for move in new.moves
    )  # fmt: skip
    across, change = sum(row[-1] is True for row in rows), CHANGE_COLUMNS.index("change")
    compared = sum(row[change] is not None for row in rows)
    published = published_between(since, until, repository.last_day)
    return Table(
        columns=CHANGE_COLUMNS,
        rows=rows,
        caption=f"{pluralise(len(found), 'inspection')}{alone} {published} "
        f"{across_words(across, pluralise(compared, 'comparison'))}".rstrip(),
        display_columns=(
            "name",
            "published",
            "judgement",
            "before",
            "change",
            "grade",
            *(["across_frameworks"] if across else []),
            *(["source"] if any(new.inspection.added_by_user for new in found) else []),
        ),
    )


VISITS_SHOWN = ("visit", "visit_type", "visit_topic", "visit_start")


def changes_and_visits(
    repository: Repository, since: date, until: date | None = None, query: ChangesQuery = ALL_NEW
) -> Table:
    """The same for a program, followed by a row for each visit: its `visit` is filled, its `inspection` is empty."""
    new, last = change_list(repository, since, until, query), len(BEFORE)
    visits = new_visits(repository, since, until or repository.last_day, query)
    rows = tuple(
        (visit.council, repository.councils[visit.council].name, None, visit.published, None, None, None, None,
         visit.source, None, visit.key, keyed_type(visit), keyed_topics(visit), visit.start, None, None)
        for visit in visits
    )  # fmt: skip
    said = [new.caption, _number_of_visits(len(visits))]
    if not query.asks_for(Published.INSPECTIONS):
        said = [f"{pluralise(len(visits), 'visit')} {published_between(since, until, repository.last_day)}"]
    if query.asks_for(Published.VISITS):
        said.append(visits_end(repository, until))
    return Table(
        columns=(*new.columns[:-last], *VISITS_SHOWN, *BEFORE),
        rows=(*((*row[:-last], *(None for _ in VISITS_SHOWN), *row[-last:]) for row in new.rows), *rows),
        caption=" ".join(filter(None, said)),
        display_columns=(*new.display_columns, *(("visit_type", "visit_topic") if visits else ())),
    )


def _number_of_visits(number: int) -> str:
    return f"{pluralise(number, 'visit')}, which give{'s' if number == 1 else ''} no grade." if number else ""


def comparison_list(comparison: Comparison) -> Table:
    """A row for each council with its judgements, and its last visit."""
    columns = tuple(judgement.value for judgement in JUDGEMENTS)
    made = tuple(judgement.value for judgement in comparison.judgements)
    last = ("last_overall", "last_overall_published")
    visited = ("last_visit", "last_visit_type", "last_visit_start", "last_visit_topic")
    none_yet = "" if comparison.judgements else f" {no_report_by(comparison.as_at)}"
    own = ["source"] if any(s.inspection and s.inspection.added_by_user for s in comparison.standings) else []
    together = zip(
        comparison.standings, comparison.closeness, comparison.last_overall, comparison.last_visits, strict=True
    )
    return Table(
        columns=("council", "name", "closeness", "inspection", "framework", "published", *columns, *last, *visited,
                 "report_url", "source"),
        rows=tuple(
            (s.council.slug, s.council.name, _closeness(close), s.inspection.key if s.inspection else None,
             s.inspection.framework if s.inspection else None, s.inspection.published if s.inspection else None,
             *(s.grade(judgement) for judgement in JUDGEMENTS),
             *((earlier.grades[Judgement.OVERALL], earlier.published) if earlier else (None, None)),
             *((visit.key, keyed_type(visit), visit.start, keyed_topics(visit)) if visit else (None,) * len(visited)),
             *((s.inspection.report_url, s.inspection.source) if s.inspection else (None, None)))
            for s, close, earlier, visit in together
        ),
        caption=f"{pluralise(len(comparison.standings), 'council')} as at {long_day(comparison.as_at)}. Similarity to "
        f"the first council is from the 2025 model of statistical neighbours.{none_yet}",
        display_columns=(
            "name", "closeness", "published", *made, *(last if any(comparison.last_overall) else ()), *own
        ),
    )  # fmt: skip


def _closeness(closeness: str) -> Keyed | None:
    return Keyed(closeness, closeness_words(closeness)) if closeness else None


def last_visit_list(comparison: Comparison) -> Table:
    """A row for each council compared with what its last visit looked at, and when."""
    pairs = zip(comparison.standings, comparison.last_visits, strict=True)
    own = ["source"] if any(visit and visit.added_by_user for visit in comparison.last_visits) else []
    return Table(
        columns=("council", "name", "visit", "type", "start", "published", "topic", "source"),
        rows=tuple((s.council.slug, s.council.name, v.key, keyed_type(v), v.start, v.published, keyed_topics(v),
                    v.source) for s, v in pairs if v),
        caption=f"The most recent visit to each, up to {long_day(comparison.as_at)}. A visit gives no grade.",
        display_columns=("name", "type", "start", "topic", *own),
    )  # fmt: skip


def shared_themes(comparison: Comparison) -> Table:
    """A row for each theme that connects the councils compared."""
    names = [Keyed(standing.council.slug, standing.council.name) for standing in comparison.standings]

    def those(counts: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(name for name, count in zip(names, counts, strict=True) if count)

    return Table(
        columns=("theme", "asked_of", "asked", "praised"),
        rows=tuple((theme_cell(t.theme), t.asked_of, those(t.asked), those(t.praised)) for t in comparison.themes),
        caption=_shared_themes_caption(comparison),
    )


def _shared_themes_caption(comparison: Comparison) -> str:
    if not comparison.judgements:
        return no_report_by(comparison.as_at)
    where = f"in their most recent reports as at {long_day(comparison.as_at)}"
    if not comparison.themes:
        return f"{NO_SHARED_THEME}, {where}."
    return f"Themes in common {where}: who must improve, and who is praised."


NOT_READ_YET = "The list that you added is in Ofsted’s own words; it has not been compared with earlier reports yet."


def repeat_list(repository: Repository, council: Council, inspection: Inspection) -> Table:
    """The asks in a report that were in earlier reports, how often and since when, beside the nearest earlier one."""
    rows = tuple(
        (r.finding.key, theme_cell(r.finding.theme), r.finding.judgement, r.finding.text, r.finding.pages,
         len(r.earlier), r.earlier[-1].published, nearest.finding.key, nearest.published,
         nearest.finding.text, nearest.finding.pages, nearest.report_says_so)
        for r in repeated_asks(repository, inspection) for nearest in r.earlier[:1]
    )  # fmt: skip
    findings = repository.findings_of(inspection)
    asks = sum(finding.kind is Kind.IMPROVEMENT for finding in findings)
    return Table(
        columns=("finding", "theme", "judgement", "text", "page", "times_before", "first_asked", "earlier",
                 "earlier_published", "earlier_text", "earlier_page", "report_says_so"),
        rows=rows,
        caption=f"{council.name}: {_how_many_again(asks, len(rows), inspection)}"
        + (f" {NOT_READ_YET}" if any(finding.is_verbatim for finding in findings) else ""),
        display_columns=("theme", "text", "times_before", "earlier_published", "earlier_text"),
    )  # fmt: skip


def _how_many_again(asks: int, again: int, inspection: Inspection) -> str:
    """How many of the improvements asked for in a report had been asked for before, in a sentence."""
    report = f"the report of {long_day(inspection.published)}"
    if not asks:
        return f"{report} asks for no improvement."
    if asks == 1:
        found = f"the one improvement asked for in {report} had {'' if again else 'not '}been asked for before."
    else:
        found = f"{again or 'none'} of the {asks} improvements asked for in {report} had been asked for before."
    return f"{found} Found by reading the council’s reports."


def visit_repeat_list(repository: Repository, council: Council | None = None) -> Table:
    """The asks in letters that were repeated, and those in reports that a letter repeated, of one council or of all."""
    again = asks_between(repository, council.slug if council else None)
    rows = tuple(
        (slug, repository.councils[slug].name, day_asked(repository, ask.finding), ask.finding.key,
         theme_cell(ask.finding.theme), ask.finding.text, ask.finding.pages, earlier.finding.key, earlier.published,
         earlier.on_a_visit, earlier.finding.text, earlier.finding.pages, earlier.report_says_so)
        for slug, ask in again for earlier in ask.earlier
    )  # fmt: skip
    return Table(
        columns=("council", "name", "published", "finding", "theme", "text", "page", "earlier", "earlier_published",
                 "earlier_on_a_visit", "earlier_text", "earlier_page", "report_says_so"),
        rows=rows,
        caption=f"{council.name if council else 'All councils'}: "
        f"{pluralise(len(rows), 'improvement') if rows else 'no improvement was'} asked for more "
        f"than once, at least once after a visit, up to {long_day(repository.last_day)}. Found by reading letters and "
        "reports.",
        display_columns=(*(() if council else ("name",)), "published", "text", "earlier_published", "earlier_text"),
    )  # fmt: skip


def repeats_by_theme_list(repository: Repository) -> Table:
    """A row for each theme on which councils were asked again, the most often repeated first."""
    themes = repeats_by_theme(repository)
    number = sum(theme.repeated for theme in themes)
    return Table(
        columns=("theme", "repeated", "asks", "councils", "came_back"),
        rows=tuple((theme_cell(t.theme), t.repeated, t.asks, t.councils, t.came_back) for t in themes),
        caption=f"{pluralise(number, 'improvement')} that an earlier report on the same council had asked for, as at "
        f"{long_day(repository.last_day)}. All improvements: every one asked for on the theme, leaving out each "
        "council’s first report. Came back: repeated, but not asked for in the report just before.",
    )
