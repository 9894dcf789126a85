"""Findings and themes as answers in rows: what a command prints is what a screen shows and saves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..analysis.finding_search import VisitHit
from ..core.dates import long_day
from ..core.model import Kind, theme_title
from ..core.wording import pluralise
from .finding_captions import describe_query, reports_counted, shares_note, split_years_note
from .rows import keyed_topics, keyed_type
from .short_captions import first_of
from .table import Keyed, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..analysis.finding_search import FindingQuery, Hit
    from ..analysis.themes import ThemeCount, ThemePart
    from ..core.model import Finding
    from ..core.repository import Repository
    from ..storage.schema import Value


HIT_COLUMNS = (
    "inspection", "council", "name", "region", "framework", "published", "overall", "kind", "judgement", "theme",
    "priority", "repeat", "text", "paragraph", "page", "finding", "report_url", "source", "words", "visit",
    "visit_type", "visit_topic",
)  # fmt: skip


def hit_list(
    hits: Sequence[Hit | VisitHit], query: FindingQuery, repository: Repository, *, limit: int | None = None
) -> Table:
    """Findings with the inspection, or the visit, that they come from; the caption counts also those past the limit."""
    councils = len({hit.council.slug for hit in hits})
    asked = describe_query(query, repository.councils)
    by_theme = sum(hit.by_theme for hit in hits)
    alone = f" {by_theme:,} matched on theme only, listed last." if by_theme else ""
    letters = sum(isinstance(hit, VisitHit) for hit in hits)
    of = f"of {pluralise(councils, 'council')}, " if councils else ""
    visits = f" {letters:,} of them from visits, which give no grade." if letters else ""
    return Table(
        columns=HIT_COLUMNS,
        rows=tuple(_hit_rows(hits[:limit])),
        caption=f"{pluralise(len(hits), 'finding')}{f' {asked}' if asked else ''}, "
        f"{of}in reports up to "
        f"{long_day(query.until or repository.last_day)}.{visits}{alone}{first_of(hits, limit)}",
        display_columns=("name", "published", *(["visit_type"] if letters else []), "overall", "kind", "theme", "text",
                         "page", *_own_columns(hits)),
    )  # fmt: skip


def _own_columns(hits: Sequence[Hit | VisitHit]) -> tuple[str, ...]:
    """What a table also shows where the user's own additions stand among the findings."""
    held = (hit.visit if isinstance(hit, VisitHit) else hit.inspection for hit in hits)
    own = ("source",) if any(one.added_by_user for one in held) else ()
    return (*own, "words") if any(hit.finding.is_verbatim for hit in hits) else own


def _hit_rows(hits: Iterable[Hit | VisitHit]) -> Iterator[tuple[Value, ...]]:
    """A row for each finding; the cells that a report's findings have in common are made once."""
    known: dict[str, tuple[tuple[Value, ...], ...]] = {}
    for hit in hits:
        finding = hit.finding
        if (common := known.get(finding.inspection)) is None:
            common = _visit_cells(hit) if isinstance(hit, VisitHit) else _inspection_cells(hit)
            known[finding.inspection] = common
        before, source, behind = common
        yield (*before, *_finding_cells(finding), *source, _words(finding), *behind)


def _inspection_cells(hit: Hit) -> tuple[tuple[Value, ...], ...]:
    inspection, council = hit.inspection, hit.council
    before = (inspection.key, council.slug, council.name, council.region, inspection.framework, inspection.published,
              hit.overall)  # fmt: skip
    return before, (inspection.report_url, inspection.source), (None, None, None)


def _visit_cells(hit: VisitHit) -> tuple[tuple[Value, ...], ...]:
    visit, council = hit.visit, hit.council
    before = (None, council.slug, council.name, council.region, None, visit.published, None)
    return before, (None, visit.source), (visit.key, keyed_type(visit), keyed_topics(visit))


def _finding_cells(finding: Finding) -> tuple[Value, ...]:
    return (
        finding.kind, finding.judgement, theme_cell(finding.theme), finding.priority, finding.repeat, finding.text,
        finding.paragraph, finding.pages, finding.key,
    )  # fmt: skip


def _words(finding: Finding) -> str:
    return "ofsted" if finding.is_verbatim else "project"


@cache
def theme_cell(theme: str) -> Keyed:
    """A theme as it stands in tables, with its title; thousands of findings share one."""
    return Keyed(theme, theme_title(theme))


THEME_COLUMNS = (
    "asked_in", "percent_of_reports", "improvements", "percent_of_asks", "praise", "concerns", "inspections", "asks",
)  # fmt: skip
THEMES_SHOWN = ("asked_in", "percent_of_reports", "improvements", "percent_of_asks", "praise", "concerns")


def theme_list(counts: Sequence[ThemeCount], query: FindingQuery, repository: Repository) -> Table:
    """Themes with counts, and with the shares of reports and of asks."""
    inspections, asks = (counts[0].inspections, counts[0].asks) if counts else (0, 0)
    number = reports_counted(inspections, query, repository.councils)
    until = long_day(query.until or repository.last_day)
    return Table(
        columns=("theme", *THEME_COLUMNS),
        rows=tuple((theme_cell(count.theme), *_theme_row(count)) for count in counts),
        caption=f"{number}, in reports up to {until}: {pluralise(asks, 'ask')} in all. {shares_note(counts)}",
        display_columns=("theme", *_shown(counts)),
    )


def theme_parts(parts: Sequence[ThemePart], theme: str, by: str) -> Table:
    """One theme, parted."""
    counts, split = [part.counted for part in parts], split_years_note(parts)
    return Table(
        columns=(by, *THEME_COLUMNS, "across_frameworks"),
        rows=tuple((part.part, *_theme_row(part.counted), part.across_frameworks) for part in parts),
        caption=" ".join(filter(None, (f"{theme_title(theme)} by {by}.", split, shares_note(counts)))),
        display_columns=(
            by, *_shown(counts), "inspections", *(["across_frameworks"] if split else []),
        ),
    )  # fmt: skip


def _shown(counts: Sequence[ThemeCount]) -> tuple[str, ...]:
    """The columns to read: no percentages where no row has any."""
    known = any(count.percent_of_reports is not None for count in counts)
    return tuple(column for column in THEMES_SHOWN if known or not column.startswith("percent"))


def _theme_row(count: ThemeCount) -> tuple[Value, ...]:
    shares = [
        None if percent is None else round(percent, 1) for percent in (count.percent_of_reports, count.percent_of_asks)
    ]
    return (
        count.asked_in, shares[0], count.findings[Kind.IMPROVEMENT], shares[1], count.findings[Kind.PRAISE],
        count.findings[Kind.CONCERN], count.inspections, count.asks,
    )  # fmt: skip
