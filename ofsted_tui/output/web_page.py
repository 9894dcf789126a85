"""A page to print: HTML that opens in a browser by itself, with a print style of its own.

It is built as a tree, so that the library that writes it out escapes every text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from ..core.dates import short_day
from ..core.judgement_result import judgement_rows
from ..core.model import Grade, Judgement
from ..core.report_address import safe_address
from .cells import heading, spoken
from .council_profile import KINDS, NO_LONGER_GIVEN, SOURCE, as_at, finding_line, inspection_line, life, next_inspection
from .grade_fills import GRADE_FILLS
from .profile_tables import history
from .repeat_words import also_asked
from .visit_rows import council_visit_list
from .visit_words import visit_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..core.model import Kind
    from .council_profile import Profile
    from .table import Table

TITLE = "Ofsted inspections of children’s services"
STYLE = """
body { font: 11pt/1.45 system-ui, sans-serif; color: #1b2230; background: #fff; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { margin: 0; font-size: 1.7em; } h2 { font-size: 1.15em; margin: 1.4em 0 .4em; border-bottom: 1px solid #b9bec8; }
p { margin: .4em 0; } li { margin: .35em 0; } .quiet, footer { color: #555d6b; font-size: .88em; }
table { border-collapse: collapse; margin: .5em 0; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .25em .7em .25em .4em; border-bottom: 1px solid #d7dae0; }
td.number { text-align: right; }
footer { margin-top: 2em; border-top: 1px solid #b9bec8; }
@page { size: A4; margin: 16mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; }
  li, tr { break-inside: avoid; } thead { display: table-header-group; } td { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
"""


def _style(value: object) -> str:
    """The class of a cell that holds a grade: `td.ri`."""
    return value.short.lower().replace(" ", "-") if isinstance(value, Grade) else ""


GRADE_STYLES = "\n".join(f"td.{_style(grade)} {{ background: {fill}; }}" for grade, fill in GRADE_FILLS.items())


def profile_page(profile: Profile) -> str:
    """All about one council, at the inspection looked at: what to print for a committee."""
    council, inspection = profile.council, profile.inspection
    page, body = _page(f"{council.name}: {TITLE}")
    _put(body, "h1", council.name)
    _put(body, "p", f"{council.region}. {council.type}. {life(profile)}".strip())
    _put(body, "p", as_at(profile), "quiet")
    if inspection:
        _write_inspection(body, profile)
    if profile.summary:
        _put(body, "h2", "In brief")
        _put(body, "p", profile.summary.text)
    if not profile.findings:
        _put(body, "p", profile.no_findings())
    for kind in KINDS:
        _write_findings(body, profile, kind)
    _write_visits(body, profile)
    _put(body, "h2", "Every inspection")
    _write_table(body, history(profile))
    if profile.visits and profile.visits.every:
        _put(body, "h2", "Every visit between inspections")
        _write_table(body, council_visit_list(profile.visits))
    footer = _footer(body, profile.wording)
    if inspection and (url := safe_address(inspection.report_url)):
        line = Element("p")
        line.text = "Report: "
        SubElement(line, "a", href=url).text = url
        footer.insert(0, line)
    return _written(page)


def tables_page(tables: Iterable[Table], title: str = TITLE) -> str:
    """Tables under their captions, each with the columns that a reader needs."""
    page, body = _page(title)
    _put(body, "h1", title)
    for table in tables:
        if table.caption:
            _put(body, "p", table.caption)
        _write_table(body, table)
    _footer(body)
    return _written(page)


def _page(title: str) -> tuple[Element, Element]:
    """A page that fetches nothing and runs nothing, and its body."""
    page = Element("html", lang="en-GB")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    _put(head, "title", title)
    _put(head, "style", f"{STYLE}{GRADE_STYLES}\n")
    return page, SubElement(page, "body")


def _put(parent: Element, tag: str, text: str, style: str = "") -> Element:
    """Add an element that holds a text."""
    made = SubElement(parent, tag, {"class": style} if style else {})
    made.text = text
    return made


def _footer(body: Element, words: str = "") -> Element:
    footer = SubElement(body, "footer")
    _put(footer, "p", f"{words} {SOURCE}".strip())
    return footer


def _written(page: Element) -> str:
    for part in page.iter():
        if part.tag in ("head", "body", "h1", "h2", "p", "ul", "li", "table", "tr", "footer"):
            part.tail = "\n"
    return f"<!DOCTYPE html>\n{tostring(page, encoding='unicode', method='html')}\n"


def _write_inspection(body: Element, profile: Profile) -> None:
    """The inspection looked at, each judgement beside the one before, and when the next may come."""
    inspection, standing = profile.inspection, profile.standing
    assert inspection is not None
    _put(body, "p", f"{'Added by you. ' if inspection.added_by_user else ''}{inspection_line(inspection)}.")
    days = [short_day(i.published) for i in (standing.inspection, standing.previous) if i]
    lines = _table(body, ["Judgement", *days])
    for judgement, *said in judgement_rows(standing):
        line = SubElement(lines, "tr")
        _put(line, "td", judgement.title)
        for result in said[: len(days)]:
            _put(line, "td", result.word, _style(result.grade))
    if inspection.grades.get(Judgement.OVERALL) is Grade.NOT_GIVEN:
        _put(body, "p", NO_LONGER_GIVEN)
    if due := profile.due:
        _put(body, "p", f"{next_inspection(due)}.")


def _write_findings(body: Element, profile: Profile, kind: Kind) -> None:
    if findings := profile.of_kind(kind):
        _put(body, "h2", kind.title)
        points = SubElement(body, "ul")
        for finding in findings:
            point = _put(points, "li", finding_line(finding))
            if earlier := profile.earlier_asks(finding):
                _put(point, "p", also_asked(earlier), "quiet")


def _write_visits(body: Element, profile: Profile) -> None:
    if profile.visits and profile.visits.since:
        _put(body, "h2", "Since then (visits give no grade)")
        points = SubElement(body, "ul")
        for visit in profile.visits.since:
            point = _put(points, "li", visit_line(visit))
            if summary := profile.visits.summary(visit):
                _put(point, "p", summary)


def _table(body: Element, headings: Sequence[str]) -> Element:
    """An empty table under its headings; returns the element for its rows."""
    table = SubElement(body, "table")
    head = SubElement(SubElement(table, "thead"), "tr")
    for words in headings:
        SubElement(head, "th", scope="col").text = words
    return SubElement(table, "tbody")


def _write_table(body: Element, table: Table) -> None:
    table = table.only(table.display_columns) if table.display_columns else table
    lines = _table(body, [heading(column) for column in table.columns])
    for row in table.rows:
        line = SubElement(lines, "tr")
        for value in row:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            _put(line, "td", spoken(value), "number" if number else _style(value))
