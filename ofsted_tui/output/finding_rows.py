"""Findings and themes as answers in rows: what a command prints is what a screen shows and saves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..analysis.themes import BY_VISITS
from ..core.dates import long_day
from ..core.model import OF_OFSTEDS_WORDS, Inspection, Judgement, Kind, theme_title
from ..core.wording import pluralise
from .cells import each_once
from .finding_captions import across_frameworks_note, describe_query, shares_note, themes_counted
from .rows import keyed_topics, keyed_type
from .rows_by_column import RowsByColumn
from .short_captions import first_of
from .table import Keyed, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..analysis.finding_index import Paper
    from ..analysis.finding_search import FindingQuery, FoundFindings
    from ..analysis.themes import ThemeCount, ThemePart
    from ..core.repository import Repository
    from ..core.visits import Visit
    from ..storage.schema import Value


HIT_COLUMNS = (
    "inspection", "council", "name", "region", "framework", "published", "overall", "kind", "judgement", "theme",
    "priority", "repeat", "text", "paragraph", "page", "finding", "report_url", "source", "words", "visit",
    "visit_type", "visit_topic",
)  # fmt: skip


def hit_list(
    found: FoundFindings[Any], query: FindingQuery, repository: Repository, order: str = "newest", *,
    limit: int | None = None,
) -> Table:  # fmt: skip
    """Findings with the inspection, or the visit, that they come from; the caption counts also those past the limit."""
    councils = len({paper.of.council for paper in found.papers})
    asked = describe_query(query, repository.councils)
    by_theme, letters = found.number_by_theme, found.number_in_letters
    last = ", listed last" if by_theme < len(found) else ""
    alone = f" {by_theme:,} matched on theme only{last}." if by_theme else ""
    about = f"on {pluralise(councils, 'council')} " if councils and len(query.councils) != 1 else ""
    letters_alone = query.topics or query.found_by == BY_VISITS  # then it is said already where they are from
    from_visits = "All" if letters == len(found) else f"{letters:,} of them"
    no_grade = " Visits give no grade." if letters_alone else f" {from_visits} from visits, which give no grade."
    visits = no_grade if letters else ""
    own = any(paper.of.added_by_user for paper in found.papers)
    words = ("words",) if found.has_ofsteds_words else ()
    return Table(
        columns=HIT_COLUMNS,
        rows=_hit_rows(found.sorted_by(order).first(limit), repository),
        caption=f"{pluralise(len(found), 'finding')}{f' {asked}' if asked else ''}, "
        f"in reports {about}up to "
        f"{long_day(query.until or repository.last_day)}.{visits}{alone}{first_of(found, limit)}",
        display_columns=("name", "published", *(["visit_type"] if letters else []), "overall", "kind", "theme", "page",
                         *(["source"] if own else []), *words, "text"),
    )  # fmt: skip


def _hit_rows(found: FoundFindings[Any], repository: Repository) -> RowsByColumn:
    """A row for each finding; the cells that a report's findings share are made once."""
    numbers = found.paper_numbers
    cells = {number: _paper_cells(found.papers_of_index[number], repository) for number in set(numbers)}

    def column(name: str) -> Sequence[Value]:
        if name in _FIELDS:
            field, cell = _FIELDS[name]
            return [*each_once(cell, found.field(field))] if cell else found.field(field)
        of_paper = {number: known.get(name) for number, known in cells.items()}
        return list(map(of_paper.__getitem__, numbers))

    return RowsByColumn(HIT_COLUMNS, len(found), column)


def _paper_cells(paper: Paper, repository: Repository) -> dict[str, Value]:
    """The cells that the findings of a report or letter share, by column."""
    council = repository.councils[paper.of.council]
    return {
        "council": council.slug, "name": council.name, "region": council.region, "source": paper.of.source,
        **(_inspection_cells(paper.of) if isinstance(paper.of, Inspection) else _visit_cells(paper.of)),
    }  # fmt: skip


def _inspection_cells(inspection: Inspection) -> dict[str, Value]:
    return {
        "inspection": inspection.key, "framework": inspection.framework, "published": inspection.published,
        "overall": inspection.grades.get(Judgement.OVERALL), "report_url": inspection.report_url,
    }  # fmt: skip


def _visit_cells(visit: Visit) -> dict[str, Value]:
    return {
        "published": visit.published, "visit": visit.key, "visit_type": keyed_type(visit),
        "visit_topic": keyed_topics(visit),
    }  # fmt: skip


@cache
def theme_cell(theme: str) -> Keyed:
    """A theme as it is in tables, with its title; thousands of findings share one."""
    return Keyed(theme, theme_title(theme))


_FIELDS: dict[str, tuple[str, Callable[[Any], Value] | None]] = {
    "kind": ("kind", None), "judgement": ("judgement", None), "theme": ("theme", theme_cell),
    "priority": ("priority", None), "repeat": ("repeat", None), "text": ("text", None),
    "paragraph": ("paragraph", None), "page": ("pages", None), "finding": ("key", None),
    "words": ("theme", lambda theme: "ofsted" if theme == OF_OFSTEDS_WORDS else "project"),
}  # fmt: skip
"""The columns that come from the finding itself: from which field, and how it is converted; the others come from its
report."""


THEME_COLUMNS = (
    "asked_in", "percent_of_reports", "improvements", "percent_of_asks", "praise", "concerns", "inspections", "asks",
)  # fmt: skip
THEMES_SHOWN = ("asked_in", "percent_of_reports", "improvements", "percent_of_asks", "praise", "concerns")


def theme_list(counts: Sequence[ThemeCount], query: FindingQuery, repository: Repository) -> Table:
    """Themes with counts, and with their percentages of reports and of improvements."""
    cells = [_theme_row(count) for count in counts]
    return Table(
        columns=("theme", *THEME_COLUMNS),
        rows=tuple((theme_cell(count.theme), *row) for count, row in zip(counts, cells, strict=True)),
        caption=_sentences(themes_counted(counts, counts[:1], query, repository), shares_note(counts)),
        display_columns=("theme", *_shown(cells)),
    )


def theme_parts(parts: Sequence[ThemePart], theme: str, by: str, query: FindingQuery, repository: Repository) -> Table:
    """One theme, broken down."""
    counts, across = [part.counted for part in parts], across_frameworks_note(parts)
    cells = [_theme_row(count) for count in counts]
    return Table(
        columns=(by, *THEME_COLUMNS, "across_frameworks"),
        rows=tuple((part.part, *row, part.across_frameworks) for part, row in zip(parts, cells, strict=True)),
        caption=_sentences(f"{theme_title(theme)} by {by}." if parts else "",
                           themes_counted(counts, counts, query, repository), across, shares_note(counts)),
        display_columns=(
            by, *_shown(cells), "inspections", *(["across_frameworks"] if across else []),
        ),
    )  # fmt: skip


def _sentences(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _shown(rows: Sequence[Sequence[Value]]) -> tuple[str, ...]:
    """The columns to read of rows with the cells of `THEME_COLUMNS`: none that is empty in every row."""
    known = {
        column for column, cells in zip(THEME_COLUMNS, zip(*rows, strict=True), strict=False) if {*cells} != {None}
    }
    return tuple(column for column in THEMES_SHOWN if not rows or column in known)


def _theme_row(count: ThemeCount) -> tuple[Value, ...]:
    """The cells of `THEME_COLUMNS`; empty where a kind of findings was left out."""
    shares = [
        None if percent is None else round(percent, 1) for percent in (count.percent_of_reports, count.percent_of_asks)
    ]
    asked, praise, concerns = map(count.findings.get, (Kind.IMPROVEMENT, Kind.PRAISE, Kind.CONCERN))
    return count.asked_in, shares[0], asked, shares[1], praise, concerns, count.inspections, count.asks
