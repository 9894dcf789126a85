"""A page to print: whole by itself, and data in it is never markup."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Grade, Kind
from ofsted_tui.core.repository import Repository
from ofsted_tui.output.council_profile import SOURCE, profile
from ofsted_tui.output.formats import render
from ofsted_tui.output.grade_fills import GRADE_FILLS
from ofsted_tui.output.profile_text import render_profile
from ofsted_tui.output.rows import council_list
from ofsted_tui.output.table import Table

from .conftest import council, finding, inspection

NASTY = "</style></title><script>alert('&amp;')</script>\" onload=\"x"


class Reader(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.said = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.said.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.said).split())


def test_a_council_to_print_says_what_its_report_says_and_where_it_comes_from(repository):
    found = profile(repository, repository.councils["lambeth"])
    page = render_profile(found, "html")
    read = Reader(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    for words in ("Lambeth", "As at 20 August 2026.", "In brief", "Must improve", "Praised", "also asked in",
                  "Every inspection", "Report: https://files.ofsted.gov.uk", SOURCE, "not Ofsted’s"):  # fmt: skip
        assert words in read.text, words
    assert all(finding.text in read.text for finding in found.findings)
    assert ("td", {"class": "good"}) in read.tags


def test_every_grade_stands_on_its_ground():
    page = render(Table(("overall",), tuple((grade,) for grade in Grade)), "html")
    classes = [attrs["class"] for tag, attrs in Reader(page).tags if tag == "td"]
    assert [re.search(rf"td\.{name} {{ background: (#\w+); }}", page)[1] for name in classes] == list(
        GRADE_FILLS.values()
    )


def test_a_page_prints_on_paper_and_fetches_nothing(repository):
    page = render_profile(profile(repository, repository.councils["lambeth"]), "html")
    assert "@media print" in page
    assert "@page { size: A4" in page
    assert "default-src 'none'" in page
    tags = Reader(page).tags
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert all(attrs["href"].startswith("https://files.ofsted.gov.uk/") for _, attrs in tags if "href" in attrs)


def test_a_list_to_print_has_its_date_and_its_grades_in_colour(repository):
    page = render(council_list(repository.as_at(date(2017, 12, 8))), "html")
    read = Reader(page)
    assert "152 councils as at 8 December 2017" in read.text
    assert SOURCE in read.text
    assert len([1 for tag, _ in read.tags if tag == "tr"]) == 153
    assert [attrs["class"] for tag, attrs in read.tags if tag == "td" and "class" in attrs].count("inadequate") >= 29


@pytest.mark.parametrize("form", ["profile", "table"])
def test_data_is_never_markup(form):
    where = council("nasty", NASTY, NASTY, aliases=(NASTY,))
    seen = inspection("nasty", "2020-01-01", Grade.GOOD, lead_inspector=NASTY, report_url=f"javascript:{NASTY}")
    said = [finding(seen.key, kind, NASTY, theme=NASTY, paragraph=NASTY) for kind in Kind]
    repository = Repository([where], [seen], Findings.from_findings(said))
    shown = profile(repository, where)
    page = render_profile(shown, "html") if form == "profile" else render(council_list(repository.as_at()), "html")
    read = Reader(page)
    assert NASTY in "".join(read.said)
    assert not re.search("<script|javascript:", page)
    assert "onload" not in {name for _, attrs in read.tags for name in attrs}
    assert [tag for tag, _ in read.tags].count("title") == [tag for tag, _ in read.tags].count("style") == 1
