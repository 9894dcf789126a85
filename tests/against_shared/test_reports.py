"""The readers of reports against every report held: the text of each, and the PDFs at hand, beside the verified table."""

from __future__ import annotations

import csv
import importlib.util
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ofsted_tui.core.model import NO_OVERALL, Framework, Judgement
from ofsted_tui.importing.pdf import Report, UnreadableReport, identify, match, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from ofsted_tui.core.repository import Repository

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the reports do not lie beside the project")

Reports = dict[str, Report]
GRADED = [judgement for judgement in Judgement if judgement is not Judgement.SAFEGUARDING]
NOT_A_REPORT = "not-a-report-birmingham-2012-10-19"
PRINTED_OTHERWISE = {"west-berkshire-2015-05-18"}
"""Published on another day than the report says; the table says so too."""
NO_LINE = {
    f"{name}-2014-{day}"
    for name, day in [
        ("bolton", "03-21"), ("bradford", "05-23"), ("coventry", "03-21"), ("derbyshire", "02-11"),
        ("east-sussex", "03-21"), ("essex", "03-21"), ("hampshire", "04-22"), ("hartlepool", "02-11"),
        ("hillingdon", "02-11"), ("hounslow", "03-21"), ("sheffield", "02-21"), ("staffordshire", "03-21"),
    ]
}  # fmt: skip
"""Single inspections whose report prints no day of publication."""
COUNTED = {
    # The checker goes on past the list, into the strengths.
    "barnsley-2014-08-08": 32, "blackpool-2014-09-08": 27, "buckinghamshire-2014-08-08": 43,
    "manchester-2014-09-01": 34, "newham-2014-08-08": 12, "portsmouth-2014-09-01": 15, "southampton-2014-09-15": 42,
    # The checker ends too early, at a sub-heading or a wrapped line.
    "birmingham-2014-05-23": 28, "bristol-2014-12-05": 32, "kingston-upon-hull-2015-02-03": 27,
    # The checker counts a numbered sentence that says that nothing is asked for at once.
    "bexley-2014-05-23": 44, "herefordshire-2014-06-30": 36, "hounslow-2014-03-21": 33, "nottingham-2014-05-14": 32,
    "sheffield-2014-02-21": 15, "staffordshire-2014-03-21": 10, "swindon-2014-05-23": 19,
}  # fmt: skip
"""Entries of a report's list, counted by hand where the checker of findings miscounts."""


def read_report(path: Path) -> tuple[str, Report | str]:
    try:
        return path.stem, read_file(path)
    except UnreadableReport as problem:
        return path.stem, problem.reason


def checker() -> Callable[[str], int]:
    """How many entries the checker of findings finds in a report's text."""
    path = SHARED / "tools" / "check_findings.py"
    spec = importlib.util.spec_from_file_location("check_findings", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    count = lambda found: len(found.numbered) + sum(found.bullets.values())  # noqa: E731
    return lambda key: count(module.Report(SHARED / "reports" / f"{key}.txt"))


def counted_by_checker(keys: list[str]) -> dict[str, int]:
    count = checker()
    return {key: count(key) for key in keys}


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, str]]:
    with (SHARED / "sources" / "inspections.csv").open(encoding="utf-8", newline="") as rows:
        return {row["inspection"]: row for row in csv.DictReader(rows)}


@pytest.fixture(scope="module")
def from_texts() -> dict[str, Report | str]:
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        return dict(workers.map(read_report, sorted((SHARED / "reports").glob("*.txt")), chunksize=20))


@pytest.fixture(scope="module")
def from_pdfs() -> dict[str, Report | str]:
    pytest.importorskip("pypdf")
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return dict(workers.map(read_report, sorted((SHARED / "report-pdfs").glob("*.pdf"))))


@pytest.fixture(scope="module")
def checked(table: dict[str, dict[str, str]]) -> dict[str, int]:
    keys = [key for key, row in table.items() if row["held"] == "yes"]
    with ProcessPoolExecutor(2) as workers:
        parts = list(workers.map(counted_by_checker, [keys[::2], keys[1::2]]))
    return parts[0] | parts[1] | COUNTED


@pytest.fixture(params=["from_texts", "from_pdfs"])
def reports(request: pytest.FixtureRequest) -> Reports:
    """Every report, read from its text and again from its PDF."""
    found = request.getfixturevalue(request.param)
    return {key: report for key, report in found.items() if isinstance(report, Report)}


def differences(
    reports: Reports, table: dict[str, dict[str, str]], ours: Callable[[Report], object], column: str
) -> list[tuple[str, str, str]]:
    """Where what was read differs from the table: the report, what it says there, what was read."""
    pairs = [(key, table[key][column], str(ours(report) or "")) for key, report in reports.items()]
    return [pair for pair in pairs if pair[1] != pair[2]]


def test_every_report_is_read_and_nothing_else(
    from_texts: dict[str, Report | str], from_pdfs: dict[str, Report | str], table: dict[str, dict[str, str]]
) -> None:
    refused = {key: why for key, why in {**from_texts, **from_pdfs}.items() if isinstance(why, str)}
    assert refused == {NOT_A_REPORT: "it is a web page (HTML), not a PDF: the report may no longer be at that address"}
    assert set(from_texts) == {key for key, row in table.items() if row["held"] == "yes"}
    assert len(from_pdfs) == 51


@pytest.mark.parametrize("judgement", GRADED, ids=lambda judgement: judgement.value)
def test_every_judgement(reports: Reports, table: dict[str, dict[str, str]], judgement: Judgement) -> None:
    grade = lambda report: report.grades[judgement].value if judgement in report.grades else ""  # noqa: E731
    assert differences(reports, table, grade, judgement.value) == []


def test_overall_is_not_given_just_where_the_framework_gives_none(reports: Reports) -> None:
    for report in reports.values():
        if report.framework is Framework.ILACS:
            without = report.grades[Judgement.OVERALL].value == "not given"
            assert report.start
            assert without == (report.start >= NO_OVERALL)


@pytest.mark.parametrize("column", ["start", "end", "type", "lead_inspector"])
def test_days_type_and_lead_inspector(reports: Reports, table: dict[str, dict[str, str]], column: str) -> None:
    assert differences(reports, table, lambda report: getattr(report, column), column) == []


def test_framework(reports: Reports, table: dict[str, dict[str, str]]) -> None:
    assert differences(reports, table, lambda report: report.framework.value, "framework") == []


def test_the_day_of_publication_where_a_report_prints_it(reports: Reports, table: dict[str, dict[str, str]]) -> None:
    different = differences(reports, table, lambda report: report.published, "published")
    different = [(key, wanted, got) for key, wanted, got in different if got or table[key]["framework"] != "ILACS"]
    assert {key for key, _, got in different if got} <= PRINTED_OTHERWISE
    assert {key for key, _, got in different if not got} <= NO_LINE


def test_the_entries_of_the_list(reports: Reports, checked: dict[str, int]) -> None:
    counts = {key: len(report.entries) for key, report in reports.items()}
    assert counts == {key: checked[key] for key in counts}


def test_entries_are_short_clean_and_in_order(reports: Reports) -> None:
    for key, report in reports.items():
        pages = [entry.page for entry in report.entries]
        assert pages == sorted(pages), key
        for entry in report.entries:
            assert 15 < len(entry.text) < 1_500, (key, entry)
            assert not set("■▪•◼\uf06e\n") & set(entry.text), (key, entry)


def test_only_what_is_truly_missing_is_doubted(reports: Reports) -> None:
    doubted = {key for key, report in reports.items() if report.doubts}
    assert doubted <= {
        "city-of-london-2016-09-20", "devon-2025-05-13", "north-lincolnshire-2022-11-25", "thurrock-2024-10-29",
        "warwickshire-2025-10-14",
    }  # fmt: skip


def test_every_council_is_recognised_and_every_inspection_found_again(reports: Reports, repository: Repository) -> None:
    councils, inspections = repository.councils.values(), repository.inspections.values()
    found = partial(identify, councils=councils)
    for key, report in reports.items():
        council = found(report.council_title, day=report.end)
        assert council, key
        known = match(council.slug, report, inspections)
        assert known, key
        assert known.key == key
        assert (report.type, dict(report.grades)) == (known.type, dict(known.grades))
