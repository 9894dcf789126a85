"""Import of visits: letters and rows of tables go into the user's library, beside the inspections and never among them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from ofsted_tui.core.visits import Visit, VisitType
from ofsted_tui.importing.plan import Plan
from ofsted_tui.importing.reading import VisitReading
from ofsted_tui.importing.step import Options, Prefer, Status
from ofsted_tui.storage import dataset, open_data, shipped_data
from ofsted_tui.storage.library import Addition, Library
from ofsted_tui.storage.library_file import library_file

from .reports.conftest import make_pdf  # noqa: F401
from .reports.test_visit_letters import MONITORING, OF_2025
from .test_cli import run  # noqa: F401
from .test_visits import visited  # noqa: F401

LETTER = OF_2025.replace("Exampleshire", "Leeds").replace("2026", "2027").replace("2025", "2026")
VISITED = LETTER.replace("London Borough of ", "")
TABLE = "Local authority name,Inspection/Visit date,Publication date,Inspection/Visit type,Visit Theme\n"


@pytest.fixture
def letter(tmp_path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(VISITED, encoding="utf-8")
    return file


def told(repository, **changes) -> VisitReading:
    """What a file would say of the visit of Birch that is held, with changes."""
    first = VisitReading("line 2", repository.councils["birch"], VisitType.FOCUSED, date(2023, 3, 1),
                         published=date(2023, 3, 20))  # fmt: skip
    return first._replace(**changes)


@pytest.mark.parametrize(
    ("changes", "prefer", "status", "what"),
    [
        ({}, None, Status.SAME, []),
        ({"published": None}, None, Status.SAME, []),
        ({"start": date(2023, 3, 2)}, None, Status.CONFLICT, ["start: we hold 2023-03-01, the file has 2023-03-02"]),
        ({"start": date(2023, 3, 2)}, Prefer.MINE, Status.KEPT, ["start: we hold 2023-03-01, the file has 2023-03-02"]),
        ({"start": date(2023, 3, 2)}, Prefer.THEIRS, Status.CHANGED, ["start: we hold 2023-03-01, the file has 2023-03-02"]),
        ({"type": VisitType.MONITORING}, None, Status.CONFLICT,
         ["type: we hold focused visit, the file has monitoring visit"]),
    ],
)  # fmt: skip
def test_a_reading_of_a_visit_that_is_held(visited, changes, prefer, status, what):  # noqa: F811
    step = Plan(visited, Options(prefer)).step(Path("t.csv"), told(visited, **changes))
    assert (step.status, [str(difference) for difference in step.differences]) == (status, what)


@pytest.mark.parametrize(("answer", "status"), [(True, Status.SAME), (False, Status.CONFLICT), (None, Status.SAME)])
def test_a_table_may_contradict_whether_a_visit_named_a_priority_action(visited, answer, status):  # noqa: F811
    of_2021 = told(visited, council=visited.councils["alder"], start=date(2021, 2, 1), published=date(2021, 2, 20))
    step = Plan(visited).step(Path("t.csv"), of_2021._replace(priority_action=answer))
    assert step.status is status
    contradicts = ["priority_action: we hold yes, the file has no"] if status is Status.CONFLICT else []
    assert [str(difference) for difference in step.differences] == contradicts


def test_what_was_not_known_is_filled_in(visited):  # noqa: F811
    step = Plan(visited).step(Path("t.csv"), told(visited, end=date(2023, 3, 2), priority_action=True))
    assert (step.status, step.reason) == (Status.CHANGED, "adds end, priority_action")
    assert (step.visit.end, step.visit.topics, step.visit.source) == (date(2023, 3, 2), ("care-leavers",), "own")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"start": None}, "it does not give the dates of the visit"),
        ({"published": None}, "it does not say when the letter was published: give the date with --published DATE"),
        ({"published": date(2024, 1, 1)}, "start 2024-05-01 is after published 2024-01-01"),
    ],
)
def test_a_new_visit_must_be_whole(visited, changes, reason):  # noqa: F811
    new = told(visited, start=date(2024, 5, 1), published=date(2024, 6, 1))._replace(**changes)
    step = Plan(visited).step(Path("t.csv"), new)
    assert (step.status, step.reason) == (Status.REFUSED, reason)


@pytest.mark.parametrize("column", ["start", "end", "published"])
def test_a_visit_more_than_a_year_ahead_is_refused(visited, column):  # noqa: F811
    new = told(visited, type=VisitType.MONITORING, start=date(2026, 5, 1), published=None)
    step = Plan(visited).step(Path("t.csv"), new._replace(**{column: date(2099, 5, 1)}))
    assert step.status is Status.REFUSED
    assert step.reason.startswith(f"{column}: 1 May 2099 is too far ahead; expected a date up to ")


def test_a_monitoring_visit_needs_no_day_of_publication(visited):  # noqa: F811
    new = told(visited, type=VisitType.MONITORING, start=date(2024, 5, 1), published=None)
    step = Plan(visited).step(Path("t.csv"), new)
    assert (step.status, step.key) == (Status.ADDED, "birch-monitoring-2024-05-01")


def test_the_same_visit_in_a_letter_and_a_table_is_added_once(visited):  # noqa: F811
    plan = Plan(visited)
    new = told(visited, start=date(2024, 5, 1), published=date(2024, 6, 1))
    assert [plan.step(Path("t.csv"), new).status for _ in range(2)] == [Status.ADDED, Status.SAME]


def test_a_letter_goes_into_the_library_and_no_total_changes(run, letter):  # noqa: F811
    totals = run("totals", "--format", "csv")[1]
    code, out, err = run("import", str(letter))
    assert (code, "→ leeds-2027-01-12" in out) == (0, True)
    assert "Added to your library: 1 visit" in err
    assert run("totals", "--format", "csv")[1] == totals
    (row,) = csv.DictReader(
        io.StringIO(run("visits", "--council", "leeds", "--since", "2026-12-01", "--format", "csv")[1])
    )
    assert (row["visit"], row["start"], row["topic"]) == (
        "leeds-2027-01-12",
        "2026-12-03",
        "children-in-care permanence",
    )
    assert (row["priority_action"], row["source"]) == ("yes", "own")
    _, out, _ = run("findings", "--council", "leeds", "--since", "2026-12-01", "--format", "csv")
    assert [(row["text"], row["priority"], row["words"]) for row in csv.DictReader(io.StringIO(out))] == [
        ("Visits to children who are missing.", "immediate", "ofsted"),
        ("Life-story work (outcome 3, national framework).", "", "ofsted"),
    ]
    assert "1 item: already held." in run("import", str(letter))[2]


def test_what_was_read_of_a_letter_is_shown_under_the_names_of_the_table(run, letter):  # noqa: F811
    _, out, _ = run("import", "--dry-run", "--format", "json", str(letter))
    (read,) = json.loads(out)
    assert (read["visit"], read["inspection"], read["type"]) == ("leeds-2027-01-12", None, "focused visit")
    assert (read["start"], read["end"], read["published"]) == ("2026-12-03", "2026-12-04", "2027-01-12")
    assert (read["topic"], read["published_from"]) == (["children-in-care", "permanence"], "letter")
    assert read["looked_at"].startswith("Inspectors looked at the local authority's arrangements for children in care")
    assert [entry["priority"] for entry in read["improvements"]] == ["immediate", ""]
    assert not library_file().exists()


def test_a_letter_about_a_monitoring_visit_is_read_from_a_pdf(run, make_pdf):  # noqa: F811
    text = MONITORING.replace("Exampleshire", "Leeds").replace("\u25fc", "•").replace("2024", "2027")
    code, out, _ = run("import", str(make_pdf([text])))
    assert (code, "→ leeds-monitoring-2027-05-22" in out) == (0, True)


def test_a_letter_behind_other_papers_is_found(run, make_pdf):  # noqa: F811
    text = VISITED.replace("\u25fc", "•")
    papers = [
        "Agenda of the cabinet of Leeds. " * 20,
        "Item 4. " * 60,
        "Appendix. " * 60,
        text,
        "Yours sincerely. " * 20,
    ]
    _, out, _ = run("import", "--dry-run", "--format", "json", str(make_pdf(papers)))
    (read,) = json.loads(out)
    assert (read["visit"], read["place"]) == ("leeds-2027-01-12", "pages 4 to 5")
    assert [entry["page"] for entry in read["improvements"]] == [4, 4]


def test_rows_of_ofsteds_table_of_the_year(run, tmp_path):  # noqa: F811
    file = tmp_path / "year.csv"
    file.write_text(TABLE + "Slough,2025-11-19,2026-01-12,ILACS Focused Visit,Care leavers\n"
                    "Bury,2024-10-31,2024-12-02,LA Monitoring visit,Front door\n"
                    "Leeds,2027-05-01,,LA Monitoring visit,Front door\n")  # fmt: skip
    _, out, _ = run("import", "--format", "json", str(file))
    assert [(row["status"], row["visit"]) for row in json.loads(out)] == [
        ("same", "slough-2026-01-12"), ("same", "bury-monitoring-2024-10-31"), ("added", "leeds-monitoring-2027-05-01"),
    ]  # fmt: skip


def test_the_library_lists_and_removes_visits(run, letter):  # noqa: F811
    run("import", str(letter))
    code, out, err = run("library", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (code, row["visit"], row["type"], row["findings"]) == (0, "leeds-2027-01-12", "focused visit", "2")
    assert err.startswith("1 visit added by you to the data supplied")
    assert run("library", "remove", "leeds-2027-01-12")[0] == 0
    assert Library.read(library_file()).keys == ()


def test_a_library_without_visits_can_be_read_by_older_programs():
    assert json.loads(Library().as_json()) == {"version": 1, "inspections": []}


def test_a_later_release_of_a_visit_holds_over_the_users_own(run, letter):  # noqa: F811
    held = shipped_data.load().visits["slough-2026-01-12"]
    mine = held._replace(topics=("permanence",), source="own")
    Library(visits=(Addition(mine, "old.pdf", date(2026, 2, 1)),)).save(library_file())
    assert open_data.load()[0].visits[held.key] == held
    Library(visits=(Addition(mine, "old.pdf", date(2026, 2, 1), instead=True),)).save(library_file())
    assert open_data.load()[0].visits[held.key] == mine


def test_the_library_keeps_a_visit_as_it_was(tmp_path):
    visit = Visit(
        "leeds-2027-01-12", "leeds", VisitType.FOCUSED, date(2026, 12, 3), None, date(2027, 1, 12), (), False, "own"
    )
    library = Library(visits=(Addition(visit, "letter.pdf", date(2027, 2, 1)),))
    library.save(tmp_path / "library.json")
    assert Library.read(tmp_path / "library.json") == library


def test_an_export_with_visits_of_ones_own_keeps_its_own_rules(run, letter, tmp_path):  # noqa: F811
    from .test_data_package import faults

    run("import", str(letter))
    assert run("export", str(tmp_path / "out"))[0] == 0
    assert faults(tmp_path / "out") == []
    words = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert words.startswith("> This copy has additions: 0 inspections and 1 visit added by the person who exported it")


def test_a_data_package_gives_its_visits(run, tmp_path):  # noqa: F811
    run("export", str(tmp_path / "out"))
    _, out, _ = run("import", "--dry-run", "--format", "json", str(tmp_path / "out"))
    visits = [row for row in json.loads(out) if row["visit"]]
    assert {row["status"] for row in visits} == {"same"}
    assert len(visits) == 447


def test_maintain_adds_visits_to_the_table(run, letter, tmp_path):  # noqa: F811
    import shutil

    shutil.copytree(shipped_data.folder(), tmp_path / "data")
    code, _, err = run("maintain", "--data", str(tmp_path / "data"), "--write", str(letter))
    assert (code, "1 row written to" in err) == (0, True)
    row = dataset.load(tmp_path / "data").visits["leeds-2027-01-12"]
    assert (row.source, row.topics) == ("letter", ("children-in-care", "permanence"))
