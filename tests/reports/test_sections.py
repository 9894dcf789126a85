"""Reports behind the papers of a committee, and several in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ofsted_tui.importing.pdf import read_file, sections
from ofsted_tui.importing.reading import Reading, Refusal
from ofsted_tui.importing.sources import read_path

from ..made_up import LIST, NEW_REPORT, PROSE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ofsted_tui.core.repository import Repository

    Make = Callable[[Sequence[str]], Path]

FRONT = NEW_REPORT.partition(LIST)[0]
LAST = "The Office for Standards in Education\n© Crown copyright 2029"
LEEDS = [FRONT, LIST + PROSE, LAST]
KENT = [page.replace("Leeds", "Kent") for page in LEEDS]
COVERS = ["Public document pack", "Children's Scrutiny Committee: agenda\n4. The inspection of our services", "Report of the "
          "director\nThe inspection took place in June. Inspection dates are below.", "Recommendations\n1. Note the report"]  # fmt: skip
ACTIONS = ["Action plan\nWhat needs to improve?\n\u2022 Something that no inspector said."]


@pytest.fixture(autouse=True)
def _pypdf() -> None:
    pytest.importorskip("pypdf")


def test_a_report_alone_is_the_whole_file() -> None:
    (section,) = sections(LEEDS)
    assert (section.first, section.place, list(section.pages)) == (1, "", LEEDS)


def test_a_report_behind_covering_papers_is_read_and_what_follows_is_not(
    make_pdf: Make, repository: Repository
) -> None:
    file = make_pdf([*COVERS, *LEEDS, *ACTIONS])
    source = read_path(file, repository)
    (found,) = source.found
    assert isinstance(found, Reading)
    assert (found.council.slug, found.place) == ("leeds", "pages 5 to 7")
    assert source.notes == ("1 report found, on pages 5 to 7; the rest was not read",)
    assert found.paper
    assert [entry.page for entry in found.paper.entries] == [6, 6]
    assert read_file(file).grades == found.grades


def test_papers_behind_a_report_are_not_read_as_part_of_it(make_pdf: Make, repository: Repository) -> None:
    (found,) = read_path(make_pdf([*LEEDS, *ACTIONS]), repository).found
    assert isinstance(found, Reading)
    assert found.place == "pages 1 to 3"
    assert len(found.findings) == 2


def test_a_part_about_the_board_behind_the_last_page_of_the_first_belongs_to_the_report() -> None:
    pages = [FRONT, LIST + PROSE, LAST, "The safeguarding board\n" + PROSE, LAST]
    assert [section.place for section in sections(pages)] == [""]


def test_two_reports_in_one_file_are_two_readings(make_pdf: Make, repository: Repository) -> None:
    source = read_path(make_pdf([*LEEDS, *ACTIONS, *KENT]), repository)
    assert [(found.council.slug, found.place) for found in source.found if isinstance(found, Reading)] == [
        ("leeds", "pages 1 to 3"), ("kent", "pages 5 to 7"),
    ]  # fmt: skip
    assert source.notes == ("2 reports found, on pages 1 to 3 and pages 5 to 7; the rest was not read",)


def test_one_of_two_that_cannot_be_read_costs_the_other_nothing(make_pdf: Make, repository: Repository) -> None:
    odd = [page.replace("Leeds", "Nowhere") for page in LEEDS]
    first, second = read_path(make_pdf([*odd, *KENT]), repository).found
    assert isinstance(first, Refusal)
    assert (first.place, "No council is called “Nowhere”" in first.reason) == ("pages 1 to 3", True)
    assert isinstance(second, Reading)


def test_a_pack_without_a_report_says_what_it_holds(make_pdf: Make, repository: Repository) -> None:
    letter = "Focused visit to Leeds local authority children's services\n" + PROSE
    (found,) = read_path(make_pdf([*COVERS, letter]), repository).found
    assert isinstance(found, Refusal)
    assert "page 5 seems to be a letter about a focused visit" in found.reason
