"""The reader of visit letters against every letter held: its text, and the PDFs at hand, beside the verified dates."""

from __future__ import annotations

import csv
import importlib.util
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from ofsted_tui.importing.apply import preview
from ofsted_tui.importing.pdf import VisitLetter, identify, read_file
from ofsted_tui.importing.sources import files, read_all
from ofsted_tui.importing.visit_topics import topics_of_letter

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the letters do not lie beside the project")

OTHER_DATE = {
    "bedford-2019-01-04": "2019-01-08",
    "islington-2022-11-23": "2022-11-28",
    "cambridgeshire-2025-08-29": "",
}
"""What letters print that came out on another day, or bear no date."""
ALL_DAYS = {"bury-2020-11-13": "2020-09-29"}
"""The letter names three days, on 29 and 30 September and 1 October; the table of sources has the last alone."""


def read(path: Path) -> tuple[str, VisitLetter]:
    letter = read_file(path)
    assert isinstance(letter, VisitLetter), path
    return path.stem, letter


def read_texts() -> dict[str, VisitLetter]:
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        return dict(workers.map(read, sorted((SHARED / "visits").glob("*.txt")), chunksize=20))


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, str]]:
    with (SHARED / "sources" / "visits.csv").open(encoding="utf-8", newline="") as rows:
        return {row["visit"]: row for row in csv.DictReader(rows)}


@pytest.fixture(scope="module")
def texts() -> dict[str, VisitLetter]:
    return read_texts()


@pytest.fixture(scope="module")
def pdfs() -> dict[str, VisitLetter]:
    return dict(map(read, sorted((SHARED / "visit-pdfs").glob("*.pdf"))))


@pytest.fixture(params=["texts", "pdfs"])
def letters(request: pytest.FixtureRequest) -> dict[str, VisitLetter]:
    """Every letter, read from its text and again, where it is at hand, from its PDF."""
    return request.getfixturevalue(request.param)


def test_every_letter_is_read(texts, pdfs, table):
    assert set(texts) == set(table)
    assert len(texts) == 371
    assert set(pdfs) == {path.stem for path in (SHARED / "visit-pdfs").glob("*.pdf")}


def test_council_type_and_days(letters, table, repository):
    for key, letter in letters.items():
        row, everyone = table[key], repository.councils.values()
        named = (identify(title, everyone, letter.end) for title in letter.council_titles)
        council = next(filter(None, named))
        assert (council.slug, letter.type.value) == (row["council"], row["type"]), key
        assert (str(letter.start), str(letter.end)) == (ALL_DAYS.get(key, row["start"]), row["end"]), key
        assert str(letter.published or "") == OTHER_DATE.get(key, row["published"]), key


def test_topics_and_priority_actions_are_those_of_the_data(letters, repository):
    for key, letter in letters.items():
        held = repository.visits[key]
        assert topics_of_letter(letter.focus, letter.start) == held.topics, key
        assert letter.priority_action is held.priority_action, key


def test_the_entries_of_the_list_are_as_many_as_the_checker_finds(letters):
    spec = importlib.util.spec_from_file_location("check_findings", SHARED / "tools" / "check_findings.py")
    assert spec
    assert spec.loader
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    counted = {key: checker.Report(SHARED / "visits" / f"{key}.txt") for key in letters}
    assert {key: len(letter.entries) for key, letter in letters.items()} == {
        key: len(found.numbered) + sum(found.bullets.values()) for key, found in counted.items()
    }


def test_entries_are_clean_and_in_order(letters):
    for key, letter in letters.items():
        pages = [entry.page for entry in letter.entries]
        assert pages == sorted(pages), key
        for entry in letter.entries:
            assert 8 < len(entry.text) < 900, (key, entry)
            assert not set("■▪•◼\uf06e\n") & set(entry.text), (key, entry)
            for words in ("Yours sincerely", "Piccadilly", "cross-referenced", "Main findings"):
                assert words not in entry.text, (key, entry)


def test_a_pdf_says_what_its_text_says(texts, pdfs):
    for key, letter in pdfs.items():
        assert letter._replace(council_titles=()) == texts[key]._replace(council_titles=()), key


def test_no_letter_contradicts_the_data(repository):
    steps = preview(tuple(read_all(files([SHARED / "visits", SHARED / "visit-pdfs"]), repository)), repository)
    assert [(step.file.name, step.reason, *map(str, step.differences)) for step in steps if step.unsettled] == []
    assert {step.key for step in steps} == {key for key, v in repository.visits.items() if v.source == "letter"}


@pytest.mark.parametrize("name", ["ofsted_in_year_2024_25.csv", "ofsted_in_year_visits_2022_2025.csv"])
def test_ofsteds_tables_of_visits_agree(repository, name):
    steps = preview(tuple(read_all(files([SHARED / "sources" / name]), repository)), repository)
    assert {step.status.value for step in steps} == {"same"}
