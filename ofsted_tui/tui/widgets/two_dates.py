"""Councils by grade on two dates side by side, and at the end of each year: tables beside the chart of England."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ...analysis.totals_over_time import counts_by_part, differences, good_or_better
from ...core.councils import SCALE
from ...core.dates import MONTHS, short_day
from ...core.model import Grade
from ...core.standing import REFORMED, WITHOUT_OVERALL
from .bands import BANDS, SKY, swatch
from .grade_chart import CURSOR, MARKED
from .styled_text import Span, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ...core.councils import Totals
    from .styled_text import Page

LABEL, CHANGE = 14, 5
"""Cells of a part's name, and of how it changed."""
WIDE_COUNT = 13
COUNTS = (WIDE_COUNT, WIDE_COUNT), (8, 8), (6, 8)
"""Cells of the counts of both dates, under long dates or short ones: the headings never touch."""
IN_BRIEF = f"{'/'.join(band.head for band in BANDS[: len(SCALE)])}  "
"""What the counts of a date in brief are: `O/G/RI/I`."""
REFORM = f"{WITHOUT_OVERALL}, so fewer councils have one as they are re-inspected."


def in_brief(totals: Totals) -> str:
    """A date and its counts from outstanding to inadequate: `8 Dec 2017 3/52/68/29`."""
    return f"{short_day(totals.as_at)} {'/'.join(str(count) for count in counts_by_part(totals)[: len(SCALE)])}"


def counts_in_letters(totals: Totals) -> str:
    """Every council by the letters of the grades: `O 46  G 61  RI 24  I 11  – 11`."""
    counts = zip(BANDS, counts_by_part(totals), strict=True)
    return "  ".join(f"{band.head} {count}" for band, count in counts if count)


def write_two_dates(page: Page, cursor: Totals, marked: Totals | None, height: int, *, filled: bool) -> None:
    """The counts of the date under the cursor beside those of the marked one, the earlier at the left.

    `height`: the lines of the panel; notes that do not fit into it are left out.
    """
    dates = sorted([(cursor, CURSOR[0]), *([(marked, MARKED[0])] if marked else [])], key=lambda one: one[0].as_at)
    cells = next((cells for cells in COUNTS if page.width >= LABEL + sum(cells) + CHANGE), COUNTS[-1])
    heads = (f"{mark}{_date(totals.as_at, size)}" for (totals, mark), size in zip(dates, cells, strict=False))
    page.line(*_under((LABEL + cells[0], cells[1]), heads, "mark"))
    counts = [counts_by_part(totals) for totals, _ in dates]
    changes = differences(dates[0][0], dates[-1][0]) if marked else ()
    for part, (band, change) in enumerate(zip_longest(BANDS, changes)):
        if not any(count[part] for count in counts):
            continue
        name = swatch(band, filled=filled)
        page.line(
            *name,
            Span(" " * (LABEL - sum(len(span.text) for span in name))),
            *_under(cells, (str(count[part] or "–") for count in counts)),
            Span("" if change is None else f"{_signed(change):>{CHANGE}}", "muted"),
        )
    shares = [good_or_better(totals) for totals, _ in dates]
    percents = (f"{share.percent:.0f}%" if share.percent is not None else str(share.councils) for share in shares)
    page.line(Span(f"{'Good or better':<{LABEL}}"), *_under(cells, percents, "title"))
    graded = " and ".join(dict.fromkeys(str(share.graded) for share in shares))
    page.line(Span(f"of the {graded} with a grade", "muted"))
    for note in _notes([totals for totals, _ in dates]):
        lines = wrap([Span(note, "muted")], page.width)
        page.lines += lines if len(page.lines) + len(lines) <= height else []


def _under(cells: Sequence[int], words: Iterable[str], style: str = "") -> list[Span]:
    """What is in the columns of the dates."""
    return [Span(f"{word:>{size}}", style) for word, size in zip(words, cells, strict=False)]


def _notes(dates: Sequence[Totals]) -> list[str]:
    """Why the counts of two dates do not add up to the same, most important first."""
    numbers = [totals.councils for totals in dates]
    reform = any(Grade.NOT_GIVEN in totals.grades for totals in dates)
    merged = f"Councils merged or split: {numbers[0]} became {numbers[-1]}."
    return [f"Not given: {REFORMED}."] * reform + [merged] * (numbers[0] != numbers[-1])


def _date(day: date, cells: int) -> str:
    return short_day(day) if cells == WIDE_COUNT else f"{MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else f"−{-change}" if change else "0"


def write_years(page: Page, years: Sequence[Totals]) -> None:
    """A line for the end of each year; a click goes there."""
    counts = [counts_by_part(totals) for totals in years]
    parts = [part for part in range(SKY) if part < len(SCALE) or any(count[part] for count in counts)]
    heads = "".join(f"{BANDS[part].head:>4}" for part in parts)
    page.line(Span(f"Year{heads} Good+", "muted"))
    for totals, count in zip(years, counts, strict=True):
        action = f"screen.go_to_date('{totals.as_at.isoformat()}')"
        share = good_or_better(totals)
        percent = f"{share.percent:.0f}%" if share.percent is not None else str(share.councils)
        page.line(
            Span(f"{totals.as_at.year}", "title", action),
            *(
                Span(f"{count[part] or '·':>4}", BANDS[part].colour if count[part] else "muted", action)
                for part in parts
            ),
            Span(f" {percent:>4}", "title", action),
            Span(f" of {share.graded}", "muted", action),
        )
    page.blank()
    page.paragraph(Span("Good+ is good or outstanding, of the councils with a grade.", "muted"))
    if any(Grade.NOT_GIVEN in totals.grades for totals in years):
        page.paragraph(Span(REFORM, "muted"))
