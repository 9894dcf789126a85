"""A finding in a list: what it says, about which council, when, with the words that were searched for marked."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from ...analysis.finding_hits import VisitHit
from ...analysis.search_phrase import highlight
from ...core.dates import month_day
from ...core.model import Kind, theme_title
from ...core.wording import cell_width
from .cells import name_cell
from .styled_text import Span, shortened, wrap
from .styles import BULLETS

if TYPE_CHECKING:
    from ...analysis.finding_hits import Hit
    from ...core.model import Finding
    from .styled_text import Line

LONGEST = 216
"""Cells of the longest finding, including those lost at the ends of lines."""
MOST_LINES = 4
"""Lines of text in a list; more is in the preview, or in the report."""
CUT_LINES = 2
"""Lines of text if the whole text is beside the list."""
WORD = {Kind.IMPROVEMENT: "Must improve", Kind.PRAISE: "Praised", Kind.CONCERN: "Concern"}
"""What a single finding is called."""
KIND = 15
"""Cells of the shape and the name of a kind."""
INDENT = 2
"""Cells before the text, below the shape of its kind."""
ROOMY = 58
"""Cells from which a visit has the word beside its mark."""


def lines_of_a_hit(width: int, *, previewed: bool) -> int:
    """How many lines a finding takes in a list of a width; `previewed`: its whole text is beside the list."""
    needed = ceil(LONGEST / max(8, width - 2))
    return 1 + min(needed, CUT_LINES if previewed else MOST_LINES)


def hit_lines(hit: Hit | VisitHit, phrase: str, width: int, height: int) -> list[Line]:
    """A finding under its headline, in at most a number of lines."""
    spans = marked_words(hit.finding.text, phrase)
    if hit.by_theme:
        spans = [*marked_words(theme_title(hit.finding.theme), phrase, "muted"), Span(": ", "muted"), *spans]
    text = wrap(spans, width, first=" " * INDENT, indent=INDENT)
    return [_headline(hit, width), *_excerpt(text, height - 1, width)]


def _excerpt(text: list[Line], most: int, width: int) -> list[Line]:
    """Some lines of a text, with a word that was searched for among them: the first lines, if they have one."""
    for start in range(max(1, len(text) - most + 1)):
        lines = shortened(text[start:], most, width)
        if any(span.style == "match" for line in lines for span in line):
            return _cut_before(lines) if start else lines
    return shortened(text, most, width)


def _cut_before(lines: list[Line]) -> list[Line]:
    """The lines of a text that begins earlier: with an ellipsis in their indent."""
    (begin, *others), *more = lines
    return [(Span("… ", "muted"), begin._replace(text=begin.text[INDENT:]), *others), *more]


def marked_words(text: str, phrase: str, style: str = "") -> list[Span]:
    """A text in which the words that were searched for are marked."""
    return [Span(part, "match" if found else style) for part, found in highlight(text, phrase)]


def _headline(hit: Hit | VisitHit, width: int) -> Line:
    """Kind, council, grade at the time, month, page; the name gives way, less beside a grade than beside a visit."""
    kind = hit.finding.kind
    then = _grade_then(hit, named=width >= ROOMY)
    when, pages = f"  {month_day(hit.day)}", f"  {pages_of(hit.finding):<8}"
    size = sum(cell_width(part.text) for part in then)
    room = max(8, width - KIND - size - len(when) - len(pages))
    own = (hit.visit if isinstance(hit, VisitHit) else hit.inspection).added_by_user
    return (
        Span(BULLETS[kind], "mark"),
        Span(f"{WORD[kind]:<{KIND - 2}}", "muted"),
        *name_cell(hit.council.name, room - 1, "title", own=own),
        Span(" "),
        *then,
        Span(when, "muted"),
        Span(pages, "muted"),
    )


def _grade_then(hit: Hit | VisitHit, *, named: bool) -> tuple[Span, ...]:
    """The overall grade of the inspection on its background; or that it was a visit, which has none."""
    if isinstance(hit, VisitHit):
        return (Span("○ visit" if named else " ○ ", "muted"),)
    if hit.overall is None or not hit.overall.rank:
        return (Span(" – ", "muted"),)
    return (Span(f" {hit.overall.letter} ", f"tile-{hit.overall.column}"),)


def pages_of(finding: Finding) -> str:
    """`p 6`, `p 2, 6`: each page once; empty if none is known."""
    return f"p {', '.join(map(str, dict.fromkeys(finding.pages)))}" if finding.pages else ""
