"""What a screen can save: a council's report, its inspections and visits, or rows; and how to write each format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.dates import short_day
from ..core.wording import pluralise
from .formats import as_markdown, render
from .profile_tables import every_inspection
from .profile_text import render_profile
from .rows import council_list, finding_list
from .visit_rows import council_visit_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.councils import Councils
    from .council_profile import Profile
    from .table import Table

SAVE_FORMATS = {
    "html": "Web page to print (HTML)",
    "md": "Text to paste (Markdown)",
    "csv": "Table for a spreadsheet (CSV)",
    "xlsx": "Workbook (XLSX)",
    "json": "Data for a program (JSON)",
}
"""Formats by the ending of the file, each as it is offered to the reader."""


class Document(NamedTuple):
    """Something to save."""

    title: str
    """What it is: `Lambeth: report of 10 Mar 2026`, `The list: 33 councils`."""
    file_name: str
    """The name of its file, without an ending."""
    make_tables: Callable[[], Mapping[str, Table]]
    """Returns its rows, by the names of a workbook's sheets; CSV and JSON have room only for the first."""
    profile: Profile | None = None
    """The council whose report it is."""

    def content(self, form: str) -> str | bytes:
        """The contents of the file, in one of `SAVE_FORMATS`."""
        if self.profile and form not in ("csv", "xlsx"):
            return render_profile(self.profile, form)
        tables = self.make_tables()
        if form == "xlsx":
            from .workbook import tables_workbook

            return tables_workbook(self.title, tables)
        if form == "html":
            from .web_page import tables_page

            return tables_page(tables.values(), self.title)
        if form == "md":
            return "\n".join(map(as_markdown, tables.values()))
        return render(next(iter(tables.values())), form)


def report_document(profile: Profile) -> Document:
    """A council with the report of the inspection looked at; as a table, the findings of that report."""
    name, inspection = profile.council.name, profile.inspection
    caption = f"What the report on {name} says."
    return Document(
        f"{name}: report of {short_day(inspection.published)}" if inspection else f"{name}: no report yet",
        f"ofsted-{inspection.key if inspection else profile.council.slug}",
        lambda: {"Findings": finding_list(profile.findings, caption), **_history(profile)},
        profile,
    )


def history_document(profile: Profile) -> Document:
    """Every inspection of a council, and every visit between them."""
    council = profile.council
    name = f"ofsted-{council.slug}-history"
    return Document(f"{council.name}: every inspection and visit", name, lambda: _history(profile))


def _history(profile: Profile) -> dict[str, Table]:
    every, visits = {"Inspections": every_inspection(profile)}, profile.visits
    if visits and visits.every:
        caption = f"Every visit to {profile.council.name} between inspections. A visit gives no grade."
        every["Visits"] = council_visit_list(visits)._replace(caption=caption)
    return every


def list_document(councils: Councils) -> Document:
    """The councils that a list shows."""
    name = f"ofsted-councils-{councils.as_at.isoformat()}"
    title = f"The list: {pluralise(len(councils), 'council')}"
    return Document(title, name, lambda: {"Councils": council_list(councils)})


def screen_document(screen: str, *tables: Table) -> Document:
    """What the screen of a name shows: one table, or several with the main one first."""
    name = screen.replace("-", " ").capitalize()
    sheets = [name, *(f"{name} {number}" for number in range(2, len(tables) + 1))]
    title = f"{name}: {pluralise(len(tables[0].rows), 'row')}"
    return Document(title, f"ofsted-{screen}", lambda: dict(zip(sheets, tables, strict=True)))
