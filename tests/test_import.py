"""Import: what becomes of what is read, the user's library, and that nothing is lost on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ofsted_tui.core.model import Framework, Grade, Judgement, Kind
from ofsted_tui.core.repository import Repository
from ofsted_tui.importing import rules
from ofsted_tui.importing.apply import add_to_library, preview
from ofsted_tui.importing.plan import Plan
from ofsted_tui.importing.reading import Reading
from ofsted_tui.importing.sources import read_path
from ofsted_tui.importing.step import Options, Prefer, Status
from ofsted_tui.storage import open_data
from ofsted_tui.storage.atomic_files import locked, write_whole
from ofsted_tui.storage.library import Addition, Library, LibraryUnreadable, changing
from ofsted_tui.storage.library_file import library_file

from .conftest import closed, finding, inspection
from .made_up import NEW_REPORT as REPORT
from .test_cli import run  # noqa: F401
from .test_visit_import import VISITED as LETTER

G, R, I, N = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE, Grade.NOT_GIVEN  # noqa: E741
UMASK = os.umask(0)
os.umask(UMASK)
TABLE = "Local authority,Publication date,Inspection type,Overall effectiveness,Leadership,Help and protection,In care,Care leavers\n"


@pytest.fixture
def report(tmp_path) -> Path:
    """A new report, as text."""
    file = tmp_path / "leeds.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def table(tmp_path):
    """A table of one row or several."""

    def writing(*rows: str) -> Path:
        file = tmp_path / "table.csv"
        file.write_text(TABLE + "\n".join(rows) + "\n", encoding="utf-8")
        return file

    return writing


def reading(repository, key: str, **changes) -> Reading:
    """What a table would say of an inspection that is held, with changes."""
    i = repository.inspections[key]
    told = Reading(place="line 2", council=repository.councils[i.council], framework=i.framework, type=i.type,
                   published=i.published, start=i.start, end=i.end, lead_inspector=i.lead_inspector, grades=i.grades)  # fmt: skip
    return told._replace(**changes)


# What becomes of a reading.


@pytest.mark.parametrize(
    ("changes", "prefer", "status", "what"),
    [
        ({}, None, Status.SAME, []),
        ({"lead_inspector": "ann  EXAMPLE"}, None, Status.SAME, []),
        ({"grades": {}}, None, Status.SAME, []),
        ({"grades": {Judgement.OVERALL: I}}, None, Status.CONFLICT, ["overall: we hold good, the file has inadequate"]),
        ({"grades": {Judgement.OVERALL: I}}, Prefer.MINE, Status.KEPT, ["overall: we hold good, the file has inadequate"]),
        ({"grades": {Judgement.OVERALL: I}}, Prefer.THEIRS, Status.CHANGED, ["overall: we hold good, the file has inadequate"]),
        ({"grades": {Judgement.LSCB: G}}, None, Status.CONFLICT, ["lscb: we hold nothing, the file has good"]),
        ({"start": date(2019, 3, 5)}, None, Status.CONFLICT, ["start: we hold 2019-03-04, the file has 2019-03-05"]),
    ],
)  # fmt: skip
def test_a_reading_of_what_is_held(country, changes, prefer, status, what):
    told = reading(country, "alder-2019-05-01", **changes)
    step = Plan(country, Options(prefer)).step(Path("t.csv"), told)
    assert step.status is status
    assert [str(difference) for difference in step.differences] == what


def test_a_gap_is_filled_but_a_grade_that_no_report_gave_is_none(country):
    told = reading(country, "alder-2015-06-01", start=date(2015, 4, 1))
    step = Plan(country).step(Path("t.csv"), told)
    assert (step.status, step.reason, step.inspection.start) == (Status.CHANGED, "adds start", date(2015, 4, 1))


def test_an_inspection_that_ought_to_be_held_already_is_not_taken_silently(country):
    told = reading(country, "alder-2019-05-01", published=date(2018, 1, 1), start=None, end=None,
                   grades={Judgement.OVERALL: G, Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G,
                           Judgement.IN_CARE_AND_CARE_LEAVERS: G})  # fmt: skip
    step = Plan(country).step(Path("t.csv"), told)
    assert step.status is Status.CONFLICT
    assert "we hold no such inspection" in step.reason
    assert Plan(country, Options(Prefer.THEIRS)).step(Path("t.csv"), told).status is Status.ADDED


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"framework": None}, "it does not give the framework: add a column “Framework” with ILACS or SIF"),
        ({"published": None}, "it does not say when the report was published"),
        ({"grades": {Judgement.OVERALL: N}}, "no grade for leadership, help_and_protection, in_care, care_leavers"),
        ({"start": date(2026, 12, 9), "end": date(2026, 12, 8)}, "start 2026-12-09 is after end 2026-12-08"),
        ({"end": date(2027, 1, 9)}, "end 2027-01-09 is after published 2027-01-01"),
        ({"start": date(2027, 1, 9)}, "start 2027-01-09 is after published 2027-01-01"),
    ],
)
def test_a_new_inspection_must_be_whole(country, changes, reason):
    told = reading(
        country, "alder-2019-05-01", **({"published": date(2027, 1, 1), "start": None, "end": None} | changes)
    )
    assert Plan(country).step(Path("t.csv"), told).reason == reason


@pytest.mark.parametrize(
    ("today", "published", "reason", "doubts"),
    [
        ("2026-09-01", "2027-09-02", "", ("published: 2 September 2027 is in the future",)),
        ("2026-09-01", "2027-09-03", "published: 3 September 2027 is too far ahead; expected a date up to 2 September "
         "2027: correct the date, then import again", ()),
        ("2020-01-01", "2027-07-02", "", ("published: 2 July 2027 is in the future",)),  # a year after what is held
        ("2020-01-01", "2027-07-03", "published: 3 July 2027 is too far ahead; expected a date up to 2 July 2027: "
         "correct the date, then import again", ()),
        ("2030-01-01", "2027-09-03", "", ()),
    ],
)  # fmt: skip
def test_a_day_more_than_a_year_ahead_is_refused(country, today, published, reason, doubts):
    grades = dict.fromkeys((Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE,
                            Judgement.CARE_LEAVERS), G)  # fmt: skip
    told = reading(country, "alder-2019-05-01", published=date.fromisoformat(published), start=None, end=None,
                   grades=grades)  # fmt: skip
    step = Plan(country, today=date.fromisoformat(today)).step(Path("t.csv"), told)
    assert (step.reason, step.doubts) == (reason, doubts)
    assert step.status is (Status.REFUSED if reason else Status.ADDED)


@pytest.mark.parametrize("prefer", list(Prefer))
def test_a_day_too_far_ahead_replaces_none_that_is_held(country, prefer):
    told = reading(country, "alder-2019-05-01", published=date(2099, 11, 21))
    assert Plan(country, Options(prefer)).step(Path("t.csv"), told).status is Status.REFUSED


def test_a_mistyped_year_takes_over_no_total(run, table):  # noqa: F811
    totals = run("totals", "--format", "csv")
    code, out, _ = run("import", str(table("Leeds,2099-11-21,ILACS Standard,,Good,Good,Good,Good")))
    assert code == 3
    assert out.startswith(
        "refused     table.csv line 2\n            published: 21 November 2099 is too far ahead; expected"
    )
    assert run("totals", "--format", "csv") == totals


def test_a_mistyped_day_of_publication_on_the_command_line(run, report):  # noqa: F811
    code, out, _ = run("import", "--published", "2099-11-21", str(report))
    assert (code, "published: 21 November 2099 is too far ahead" in out) == (3, True)


def test_an_overall_grade_where_ofsted_gives_none_is_not_taken_silently(country):
    grades = {Judgement.OVERALL: G, Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G, Judgement.IN_CARE: G,
              Judgement.CARE_LEAVERS: G}  # fmt: skip
    told = reading(country, "alder-2019-05-01", published=date(2027, 3, 1), start=None, end=None, grades=grades)
    step = Plan(country).step(Path("t.csv"), told)
    assert step.status is Status.CONFLICT
    assert step.reason == "overall: Ofsted gives no overall grade in inspections that began on or after 1 April 2026"
    without = told._replace(grades={j: grade for j, grade in grades.items() if j is not Judgement.OVERALL})
    step = Plan(country).step(Path("t.csv"), without)
    assert (step.status, step.inspection.grades[Judgement.OVERALL]) == (Status.ADDED, N)


def test_an_inspection_published_days_after_another_may_be_the_same(country):
    grades = {Judgement.OVERALL: G, Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G, Judgement.IN_CARE: G,
              Judgement.IN_CARE_AND_CARE_LEAVERS: G}  # fmt: skip
    told = reading(country, "alder-2019-05-01", published=date(2019, 5, 7), start=None, end=None, grades=grades)
    step = Plan(country).step(Path("t.csv"), told)
    assert step.status is Status.CONFLICT
    assert step.reason == "we hold another inspection, published on 1 May 2019: is this the same one?"


@pytest.mark.parametrize(
    ("start", "wanting"),
    [
        ("2022-12-31", ["overall", "in_care_and_care_leavers"]),
        ("2023-01-01", ["overall", "in_care", "care_leavers"]),
        ("2026-03-31", ["overall", "in_care", "care_leavers"]),
        ("2026-04-01", ["in_care", "care_leavers"]),
    ],
)
def test_which_judgements_an_inspection_must_have_goes_by_the_day_it_began(start, wanting):
    grades = {Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G}
    begun = inspection("alder", "2027-01-01", None, start=date.fromisoformat(start), grades=grades)
    assert rules.missing(begun) == wanting


@pytest.mark.parametrize(
    ("start", "judgement", "rule"),
    [
        ("2022-12-31", Judgement.IN_CARE_AND_CARE_LEAVERS, ""),
        ("2022-12-31", Judgement.IN_CARE, "judged together in inspections that began before 1 January 2023"),
        ("2022-12-31", Judgement.CARE_LEAVERS, "judged together in inspections that began before 1 January 2023"),
        (
            "2023-01-01",
            Judgement.IN_CARE_AND_CARE_LEAVERS,
            "judged separately in inspections that began on or after 1 January 2023",
        ),
        ("2023-01-01", Judgement.IN_CARE, ""),
        ("2023-01-01", Judgement.CARE_LEAVERS, ""),
        ("2026-03-31", Judgement.OVERALL, ""),
        (
            "2026-04-01",
            Judgement.OVERALL,
            "Ofsted gives no overall grade in inspections that began on or after 1 April 2026",
        ),
    ],
)
def test_which_judgements_it_may_have_goes_by_the_day_it_began(start, judgement, rule):
    begun = inspection("alder", "2027-01-01", None, start=date.fromisoformat(start), grades={judgement: G})
    assert rules.against_the_rules(begun) == (f"{judgement.value}: {rule}" if rule else "")


@pytest.mark.parametrize(
    ("start", "judged"),
    [
        ("2022-12-31", {Judgement.OVERALL: G, Judgement.IN_CARE_AND_CARE_LEAVERS: R}),
        ("2023-01-01", {Judgement.OVERALL: G, Judgement.IN_CARE: R, Judgement.CARE_LEAVERS: I}),
        ("2026-04-01", {Judgement.OVERALL: N, Judgement.IN_CARE: R, Judgement.CARE_LEAVERS: I}),
    ],
)
def test_what_a_column_of_a_table_means_goes_by_the_day_it_began(country, start, judged):
    given = {Judgement.OVERALL: G} if judged[Judgement.OVERALL] is G else {}
    practice = {Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G}
    told = reading(country, "alder-2019-05-01", published=date(2027, 1, 1), start=date.fromisoformat(start), end=None,
                   grades=given | practice | {Judgement.IN_CARE: R, Judgement.CARE_LEAVERS: I})  # fmt: skip
    assert Plan(country).step(Path("t.csv"), told).inspection.grades == judged | practice


def test_a_row_without_a_first_day_may_have_begun_before_the_rules_changed(country):
    base = {Judgement.OVERALL: G, Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G}
    for published, grades, placed in (
        (date(2023, 2, 10), base | {Judgement.IN_CARE: G}, Judgement.IN_CARE_AND_CARE_LEAVERS),
        (date(2023, 2, 10), base | {Judgement.IN_CARE: G, Judgement.CARE_LEAVERS: R}, Judgement.IN_CARE),
        (date(2026, 6, 17), base | {Judgement.IN_CARE: G, Judgement.CARE_LEAVERS: R}, Judgement.IN_CARE),
    ):
        told = reading(country, "alder-2019-05-01", published=published, start=None, end=None, grades=grades)
        step = Plan(country, Options(Prefer.THEIRS)).step(Path("t.csv"), told)
        assert step.status is Status.ADDED
        assert "Ofsted gives no overall grade" not in step.reason
        assert step.inspection.grades[placed] is G


def test_in_care_of_a_table_is_joint_until_2022_and_looked_after_in_the_sif(country):
    joint = reading(country, "birch-2022-02-02", grades={Judgement.IN_CARE: R, Judgement.CARE_LEAVERS: G})
    step = Plan(country).step(Path("t.csv"), joint)
    assert step.status is Status.SAME
    assert step.doubts == ("care_leavers: not judged separately before 2023, so this grade is not used",)
    sif = reading(country, "birch-2016-01-05", grades={Judgement.IN_CARE: I})
    (difference,) = Plan(country).step(Path("t.csv"), sif).differences
    assert difference.column == "looked_after"


@pytest.mark.parametrize("framework", [None, Framework.ILACS])
def test_nothing_is_matched_because_days_are_only_near(country, framework):
    told = reading(country, "alder-2019-05-01", framework=framework, published=date(2019, 6, 20), end=None,
                   start=date(2019, 3, 6), grades={Judgement.OVERALL: I})  # fmt: skip
    for prefer in (None, Prefer.THEIRS):
        step = Plan(country, Options(prefer)).step(Path("t.csv"), told)
        assert (step.status, step.held) == (Status.REFUSED, None)


def test_near_days_with_the_framework_and_every_grade_are_the_same_inspection(country):
    told = reading(country, "alder-2019-05-01", published=None, end=None, start=date(2019, 3, 5))
    step = Plan(country).step(Path("t.csv"), told)
    assert [str(difference) for difference in step.differences] == [
        "start: we hold 2019-03-04, the file has 2019-03-05"
    ]
    assert Plan(country).step(Path("t.csv"), told._replace(framework=None)).held is None


def test_a_table_without_a_framework_overwrites_nothing(country):
    told = reading(country, "alder-2019-05-01", framework=None, grades={Judgement.OVERALL: I})
    for prefer, status in ((None, Status.CONFLICT), (Prefer.THEIRS, Status.CONFLICT), (Prefer.MINE, Status.KEPT)):
        step = Plan(country, Options(prefer)).step(Path("t.csv"), told)
        assert (step.status, step.inspection, step.writes) == (status, None, False)
        assert step.reason.startswith("it does not give the framework")
    assert Plan(country).step(Path("t.csv"), told._replace(grades={Judgement.OVERALL: G})).status is Status.SAME


def test_an_inspection_begun_days_after_another_may_be_the_same(country):
    grades = {Judgement.OVERALL: I, Judgement.LEADERSHIP: G, Judgement.HELP_AND_PROTECTION: G,
              Judgement.IN_CARE_AND_CARE_LEAVERS: G}  # fmt: skip
    told = reading(
        country, "alder-2019-05-01", published=date(2019, 6, 20), end=None, start=date(2019, 3, 6), grades=grades
    )
    step = Plan(country).step(Path("t.csv"), told)
    assert (step.status, step.held) == (Status.CONFLICT, None)
    assert step.reason == "we hold another inspection, published on 1 May 2019: is this the same one?"


@pytest.mark.parametrize(
    ("key", "changes", "why"),
    [
        ("devon-2025-05-13", {"end": date(2024, 10, 11)}, "D2I’s history gives the end of the first of two periods on site"),
        ("south-tyneside-2023-05-10", {"end": date(2022, 12, 9)}, "D2I’s history gives the end of the first of two periods on site"),
        ("st-helens-2023-09-04", {"grades": {Judgement.HELP_AND_PROTECTION: G, Judgement.IN_CARE: R, Judgement.CARE_LEAVERS: G}},
         "D2I’s history mixes up three grades"),
        ("merton-2022-05-09", {"type": "standard"}, "Ofsted’s table of 2009 to 2023 calls it standard"),
        ("surrey-2015-06-03", {"grades": {Judgement.LSCB: R}}, "we hold it as surrey-2015-08-03"),
        ("nottingham-2022-09-05", {"published": date(2022, 11, 5), "start": None, "end": None}, "we hold as nottingham-2022-09-05"),
    ],
)  # fmt: skip
def test_the_known_errors_of_other_tables_are_said_to_be_known(repository, key, changes, why):
    step = Plan(repository).step(Path("t.csv"), reading(repository, key, **changes))
    assert step.status is Status.CONFLICT
    assert "a known error: " in step.reason
    assert why in step.reason


def test_another_difference_in_the_same_place_is_not_said_to_be_known(repository):
    step = Plan(repository).step(Path("t.csv"), reading(repository, "devon-2025-05-13", end=date(2024, 10, 14)))
    assert (step.status, step.reason) == (Status.CONFLICT, "")


CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("prefer", [[], ["--prefer", "theirs"]])
def test_a_table_of_homes_is_refused_whole(run, prefer):  # noqa: F811
    code, out, _ = run("import", *prefer, str(CASES / "childrens-homes.csv"))
    assert code == 3
    assert "it looks like a table of children's homes" in out
    assert not library_file().exists()


def test_a_table_of_homes_is_known_whatever_its_name(tmp_path, repository):
    file = tmp_path / "homes.txt"
    file.write_bytes((CASES / "childrens-homes.csv").read_bytes())
    assert "it looks like a table of children's homes" in read_path(file, repository).found[0].reason


def test_every_case_but_the_homes_is_read(run):  # noqa: F811
    files = sorted(file for file in CASES.iterdir() if file.name != "childrens-homes.csv")
    code, out, _ = run("import", "--dry-run", "--format", "json", *map(str, files))
    assert code == 0
    assert {row["status"] for row in json.loads(out)} == {"added", "same", "skipped"}


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("table-named.txt", "table.txt"), ("table-named.txt", "table"), ("table-named.txt", "table.pdf"),
        ("strict-ooxml.xlsx", "table.csv"), ("strict-ooxml.xlsx", "table.pdf"), ("far-blank.ods", "table.xlsx"),
        ("far-blank.ods", "table"), ("repeated-headings.csv", "table.xls"),
    ],
)  # fmt: skip
def test_a_table_is_told_by_its_content(case, name, tmp_path, repository):
    file = tmp_path / name
    file.write_bytes((CASES / case).read_bytes())
    assert [row.council.slug for row in read_path(file, repository).found if isinstance(row, Reading)] == [
        "leeds",
        "bristol",
    ]


@pytest.mark.parametrize("name", ["report.csv", "report.xlsx", "report"])
def test_a_report_is_told_by_its_content(name, tmp_path, repository):
    file = tmp_path / name
    file.write_text(REPORT, encoding="utf-8")
    (found,) = read_path(file, repository).found
    assert found.council.slug == "leeds"


@pytest.mark.parametrize("name", ["README.md", "data/README.md", "LICENSE", "pyproject.toml", "ofsted_tui/tui/keys.py"])
def test_a_text_that_only_speaks_of_reports_and_letters_is_not_taken_for_one(name, repository):
    (refused,) = read_path(Path(__file__).parents[1] / name, repository).found
    assert refused.reason == (
        "it is not a report, a letter or a table; expected an Ofsted report or letter (PDF or text) or a table of "
        "inspections (CSV, XLSX or ODS)"
    )


@pytest.mark.parametrize("words", ["Buy milk.", "Children go out often, and they like it. " * 40])
def test_any_other_text_is_told_what_is_expected(words, tmp_path, repository):
    (tmp_path / "note.txt").write_text(words, encoding="utf-8")
    (refused,) = read_path(tmp_path / "note.txt", repository).found
    assert refused.reason.startswith("it is not a report, a letter or a table; expected an Ofsted report or letter")


def test_a_letter_of_another_kind_is_still_called_what_it_is(tmp_path, repository):
    words = "Dear colleague,\nJoint targeted area inspection of services in Exampleshire\n" + "Children are safe. " * 40
    (tmp_path / "letter.txt").write_text(words, encoding="utf-8")
    (refused,) = read_path(tmp_path / "letter.txt", repository).found
    assert refused.reason == "it is a letter about a joint targeted area inspection, which gives none of these grades"


def test_two_readings_of_one_inspection_see_each_other(repository, report):
    source = read_path(report, repository)
    steps = preview([source, source], repository, Options(published=date(2027, 8, 1)))
    assert [step.status for step in steps] == [Status.ADDED, Status.SAME]


# What the command says of a report: what stands in it, and beside that what is held.


def told(run, file, text, *options):  # noqa: F811
    """The one reading of a text, as JSON."""
    file.write_text(text, encoding="utf-8")
    code, out, _ = run("import", "--dry-run", "--format", "json", *options, str(file))
    (row,) = json.loads(out)
    return code, row


HELD = """Inspection of Leeds local authority children’s services
Inspection dates: 30 June to 4 July 2025
Lead inspector: Catherine Heron, His Majesty’s Inspector
Judgement Grade
The impact of leaders on social work practice with children and families Outstanding
The experiences and progress of children who need help and protection Good
The experiences and progress of children in care Outstanding
The experiences and progress of care leavers Outstanding
Overall effectiveness Outstanding
"""
"""What the first page of a report says that is held."""


def test_a_report_that_is_held_gives_its_own_words_and_the_row_beside_them(run, report):  # noqa: F811
    code, row = told(run, report, HELD)
    assert (code, row["status"], row["matched"], row["held"]) == (0, "same", "yes", "leeds-2025-08-12")
    assert (row["inspection"], row["type"], row["start"], row["end"]) == (
        "leeds-2025-08-12", "short", "2025-06-30", "2025-07-04",
    )  # fmt: skip
    assert (row["published"], row["published_from"], row["held_published"]) == ("2025-08-12", "held", "2025-08-12")
    assert (row["report_url"], row["source"]) == (None, None)


def test_what_a_held_report_does_not_say_is_null_not_what_is_held(run, report):  # noqa: F811
    _, row = told(run, report, HELD.replace("Catherine Heron", "CatherineHeron"))
    assert (row["status"], row["lead_inspector"]) == ("same", None)
    assert "The report does not name a lead inspector, or the name could not be read." in row["doubts"]
    lost = HELD.replace("children in care Outstanding", "children in care")
    code, row = told(run, report, lost)
    assert (code, row["status"], row["in_care"], row["care_leavers"]) == (0, "same", None, "outstanding")
    assert "The grade for “Children in care” could not be read." in row["doubts"]


def test_a_day_on_site_that_differs_changes_the_type_that_is_read(run, report):  # noqa: F811
    _, row = told(run, report, HELD.replace("4 July", "10 July"))
    assert (row["status"], row["type"], row["end"], row["inspection"]) == (
        "conflict", "standard", "2025-07-10", "leeds-2025-08-12",
    )  # fmt: skip


def test_a_printed_day_of_publication_comes_before_the_one_held(run, report, repository):  # noqa: F811
    known = repository.inspections["leeds-2015-03-27"]
    text = f"""Leeds
Inspection of services for children in need of help and protection, children looked after and care leavers
Inspection dates: {known.start:%d %B %Y} to {known.end:%d %B %Y}
Report published: 25 March 2015
The overall judgement is that children’s services are good
1. Children who need help and protection Good
2. Children looked after and achieving permanence Good
2.1 Adoption performance Good
2.2 Experiences and progress of care leavers Good
3. Leadership, management and governance Outstanding
The effectiveness of the Local Safeguarding Children Board is good
"""
    _, row = told(run, report, text)
    assert (row["published"], row["published_from"], row["held_published"]) == ("2015-03-25", "report", "2015-03-27")
    assert "published: the report gives 2015-03-25, but was published on 2015-03-27" in row["doubts"]
    assert row["status"] == "same"


def test_days_that_cannot_be_read_cost_nothing_else_and_are_the_reason(run, report):  # noqa: F811
    code, row = told(
        run, report, REPORT.replace("14 to 25 June 2027", "11 to 22 June 20 29"), "--published", "2027-08-01"
    )
    assert (code, row["status"], row["reason"]) == (3, "refused", "the dates of the inspection could not be read")
    assert (row["council"], row["start"], row["type"], row["leadership"]) == ("leeds", None, None, "good")
    assert len(row["improvements"]) == 2


def test_a_council_that_cannot_be_made_out_costs_nothing_else(run, report):  # noqa: F811
    code, row = told(run, report, REPORT.replace("Leeds", "Lleedss"))
    assert (code, row["status"], row["council"], row["council_title"]) == (3, "refused", None, "Lleedss")
    assert row["reason"].startswith("the report’s title: No council is called “Lleedss”. Did you mean Leeds")
    assert (row["framework"], row["start"], row["in_care"]) == ("ILACS", "2027-06-14", "good")


def test_a_judgement_that_cannot_be_read_refuses_a_new_report_but_not_its_other_fields(run, report):  # noqa: F811
    text = REPORT.replace("children in care\nGood", "children in care\n")
    for prefer in ([], ["--prefer", "theirs"]):
        code, row = told(run, report, text, "--published", "2027-08-01", *prefer)
        assert (code, row["status"], row["reason"]) == (3, "refused", "no grade could be read for in_care")
    assert (row["leadership"], row["in_care"], row["care_leavers"]) == ("good", None, "outstanding")


def test_a_report_without_any_grade_shows_the_rest(run, report):  # noqa: F811
    code, row = told(run, report, REPORT.partition("Judgement Grade")[0] + "Children go out. " * 20)
    assert (code, row["status"], row["council"], row["start"], row["lead_inspector"]) == (
        3, "refused", "leeds", "2027-06-14", "Ann Exemplar",
    )  # fmt: skip
    assert row["reason"] == "it looks like an inspection report, but none of its judgements could be read"


@pytest.mark.parametrize(
    ("dates", "published", "more", "reason"),
    [
        ("10 to 14 June 2024", "2024-08-01", "Overall effectiveness Good",
         "we hold no such inspection, although our data is complete up to 20 August 2026"),
        ("14 to 25 June 2027", "2027-08-01", "Overall effectiveness Good",
         "overall: Ofsted gives no overall grade in inspections that began on or after 1 April 2026"),
    ],
)  # fmt: skip
def test_a_new_report_that_cannot_be_is_never_added_silently(dates, published, more, reason, run, report):  # noqa: F811
    text = REPORT.replace("14 to 25 June 2027", dates).replace("What needs", f"{more}\nWhat needs")
    code, row = told(run, report, text, "--published", published)
    assert (code, row["status"], row["reason"]) == (3, "conflict", reason)
    assert told(run, report, text, "--published", published, "--prefer", "theirs")[1]["status"] == "added"


def test_a_joint_judgement_of_a_time_when_none_was_given_is_not_added_silently(run, report):  # noqa: F811
    text = REPORT.replace("children in care\nGood", "children in care and care leavers\nGood")
    text = text.replace("The experiences and progress of care leavers\nOutstanding\n", "")
    _, row = told(run, report, text, "--published", "2027-08-01")
    assert (row["status"], row["reason"]) == (
        "conflict", "in_care_and_care_leavers: judged separately in inspections that began on or after 1 January 2023",
    )  # fmt: skip


def test_a_table_gives_a_report_its_day_whichever_comes_first(run, report):  # noqa: F811
    table = report.with_name("z.csv")
    table.write_text(
        "Local authority,Inspection start date,Publication date,Inspection type,Leadership,Help and protection,In care,"
        "Care leavers\nLeeds,2027-06-14,2027-08-01,ILACS Standard,Good,Requires improvement,Good,Outstanding\n"
    )
    code, out, _ = run("import", "--format", "json", str(report), str(table))
    rows = json.loads(out)
    assert code == 0
    assert [(Path(row["file"]).name, row["status"]) for row in rows] == [("z.csv", "added"), ("leeds.txt", "changed")]
    (addition,) = Library.load(library_file())[0].additions
    assert (addition.row.key, len(addition.findings)) == ("leeds-2027-08-01", 2)
    assert addition.row.lead_inspector == "Ann Exemplar"


# The command, from file to library.


def test_a_new_report_needs_its_day_of_publication(run, report):  # noqa: F811
    code, out, err = run("import", "--dry-run", "--format", "json", str(report))
    (row,) = json.loads(out)
    assert code == 3
    assert row["status"] == "refused"
    assert row["reason"] == "the report does not say when it was published: give the date with --published DATE"
    assert (row["published"], row["start"], row["in_care"]) == (None, "2027-06-14", "good")
    assert "Nothing was written (--dry-run)." in err


def test_what_an_import_says_fits_a_narrow_terminal_with_names_whole(run, report, monkeypatch):  # noqa: F811
    monkeypatch.setenv("COLUMNS", "44")
    _, out, _ = run("import", "--dry-run", "--published", "2027-08-01", str(report))
    assert max(map(len, out.splitlines())) <= 44
    assert {report.name, "leeds-2027-08-01"} <= set(out.split())


def test_a_report_becomes_part_of_every_answer(run, report):  # noqa: F811
    code, out, err = run("import", "--published", "2027-08-01", str(report))
    assert code == 0
    assert "leeds-2027-08-01" in out
    assert "Added to your library: 1 inspection" in err
    _, shown, _ = run("show", "leeds")
    assert "Added by you." in shown
    assert "Plans for outings, which should say who goes." in shown
    assert "in Ofsted’s own words" in shown
    _, listed, _ = run("list", "--search", "leeds", "--format", "json")
    assert json.loads(listed)[0]["source"] == "own"
    assert json.loads(listed)[0]["care_leavers"] == "outstanding"
    _, found, _ = run("findings", "outings")
    assert "Plans for outings" in found


def test_what_is_ones_own_is_marked_in_every_listing(run, report):  # noqa: F811
    before = [run(*words)[1] for words in (["list"], ["findings", "plans"], ["changes"])]
    assert not any("Source" in out.split("\n")[0] for out in before)
    run("import", "--published", "2027-08-01", str(report))
    found = json.loads(run("findings", "plans", "--format", "json")[1])
    assert {(row["source"], row["words"]) for row in found if row["inspection"] == "leeds-2027-08-01"} == {
        ("own", "ofsted")
    }
    assert {(row["source"], row["words"]) for row in found if row["inspection"] != "leeds-2027-08-01"} <= {
        ("report", "project"), ("letter", "project"),
    }  # fmt: skip
    assert "own" in run("findings", "plans", "--council", "leeds")[1]
    assert json.loads(run("changes", "--format", "json")[1])[0]["source"] == "own"
    for words in (["list"], ["findings", "plans"], ["changes"]):
        assert "Source" in run(*words)[1].split("\n")[0]


def test_why_nothing_is_told_as_asked_again_in_ofsteds_words(run, report):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    _, _, err = run("repeats", "leeds")
    assert "it has not been compared with earlier reports yet" in err


def test_the_same_file_twice_changes_nothing(run, report):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    before = library_file().read_bytes()
    code, _, err = run("import", "--published", "2027-08-01", str(report))
    assert code == 0
    assert "1 item: already held." in err
    assert library_file().read_bytes() == before


def test_a_dry_run_writes_nothing(run, report):  # noqa: F811
    code, out, _ = run("import", "--dry-run", "--published", "2027-08-01", str(report))
    assert code == 0
    assert "added" in out
    assert not library_file().exists()


def test_bad_files_do_not_stop_the_rest(run, report, tmp_path):  # noqa: F811
    page, letter = tmp_path / "page.pdf", tmp_path / "letter.txt"
    page.write_text("<html>gone</html>")
    letter.write_text("Dear director, thank you for the focused visit to Leeds. " * 20)
    code, out, _ = run("import", "--published", "2027-08-01", "--format", "json", str(page), str(letter), str(report),
                       str(tmp_path / "none.pdf"))  # fmt: skip
    assert code == 3
    assert [row["status"] for row in json.loads(out)] == ["refused", "refused", "added", "refused"]
    assert all(row["reason"] for row in json.loads(out) if row["status"] == "refused")
    assert len(Library.load(library_file())[0].additions) == 1


def test_nothing_in_the_name_of_a_file_can_steer_a_terminal(run, tmp_path):  # noqa: F811
    (tmp_path / "odd\x1b[31m.csv").write_text("a,b")
    code, out, err = run("import", str(tmp_path))
    assert code == 3
    assert "\x1b" not in out + err
    assert "odd[31m.csv" in out


def test_a_pipe_is_not_waited_for(run, tmp_path):  # noqa: F811
    os.mkfifo(tmp_path / "pipe.zip")
    code, out, _ = run("import", str(tmp_path / "pipe.zip"))
    assert code == 3
    assert "it is not an ordinary file" in out


def test_a_folder_too_large_to_look_through_is_a_mistyped_path(run, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr("ofsted_tui.importing.sources.MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.pdf").touch()
    code, out, _ = run("import", str(tmp_path))
    assert code == 3
    assert "there are more than 3 files and folders here; name the folder that holds the reports" in out


def test_a_folder_without_a_name_is_named_all_the_same(run, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.chdir(tmp_path)
    _, out, _ = run("import", ".")
    assert out.split() == "refused . there is no report or table in this folder".split()


def test_a_name_too_long_for_the_system_is_refused_like_any_other(run):  # noqa: F811
    code, out, err = run("import", "x" * 5_000)
    assert code == 3
    assert "too long" in (out + err)


def test_a_cell_without_end_does_not_fill_the_screen(run, tmp_path):  # noqa: F811
    (tmp_path / "table.csv").write_text(
        f"Local authority,Publication date,Overall effectiveness\n{'x' * 9_000},2027-01-01,Good\n"
    )
    _, out, _ = run("import", "--format", "csv", str(tmp_path / "table.csv"))
    assert len(out) < 1_000


def test_a_day_of_publication_for_what_is_held_is_not_dropped_in_silence(run, report):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    code, out, err = run("import", "--published", "2027-08-05", str(report))
    assert code == 0
    assert out.startswith("kept ")
    assert "published: we hold 2027-08-01; to change it, ofsted-tui library remove leeds-2027-08-01" in out + err


def test_a_conflict_waits_for_a_word(run, table):  # noqa: F811
    file = table("Leeds,2022-05-09,ILACS Standard,Good,,,,")
    code, out, err = run("import", str(file))
    assert code == 3
    assert "overall: we hold outstanding, the file has good" in out
    assert "--prefer theirs" in err
    assert run("import", "--prefer", "mine", str(file))[0] == 0
    assert not library_file().exists()
    assert run("import", "--prefer", "theirs", str(file))[0] == 0
    assert open_data.load()[0].inspections["leeds-2022-05-09"].grades[Judgement.OVERALL] is G


def test_a_folder_is_looked_through(run, report, table):  # noqa: F811
    table("Leeds,2027-08-01,ILACS Standard,,Good,Good,Good,Outstanding")
    (report.parent / "notes.docx").write_text("not looked at")
    code, out, _ = run("import", "--published", "2027-08-01", "--format", "json", str(report.parent))
    rows = json.loads(out)
    assert [Path(row["file"]).name for row in rows] == ["leeds.txt", "table.csv"]
    assert code == 3
    assert rows[1]["differences"] == [
        {"column": "help_and_protection", "held": "requires improvement", "found": "good"}
    ]  # fmt: skip


def test_an_empty_folder_is_said(run, tmp_path):  # noqa: F811
    (tmp_path / "empty").mkdir()
    code, out, _ = run("import", str(tmp_path / "empty"))
    assert code == 3
    assert "no report or table in this folder" in out


def test_a_package_of_the_projects_own(run, tmp_path, report):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    run("export", str(tmp_path / "out"))
    library_file().unlink()
    code, out, _ = run("import", "--format", "json", str(tmp_path / "out"))
    rows = json.loads(out)
    assert code == 0
    assert [row["inspection"] for row in rows if row["status"] == "added"] == ["leeds-2027-08-01"]
    assert {row["status"] for row in rows} == {"added", "same"}
    assert len(open_data.load()[0].findings.for_inspection("leeds-2027-08-01")) == 2


@pytest.mark.parametrize("table", ["inspections.csv", "visits.csv", "ofsted-inspections.xlsx"])
def test_every_table_of_an_export_is_read_back_whole(run, tmp_path, report, table):  # noqa: F811
    """What is not held is added with every value, and what is held is the same; no column of a table is left out."""
    run("import", "--published", "2027-08-01", str(report))
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    run("import", str(tmp_path / "letter.txt"))
    before = Library.load(library_file())[0]
    run("export", str(tmp_path / "out"))
    assert run("import", str(tmp_path / "out" / table))[2].endswith("already held.\nNothing was written.\n")
    library_file().unlink()
    code, _, err = run("import", str(tmp_path / "out" / table))
    again = Library.load(library_file())[0]
    assert (code, "columns not used" in err) == (0, False)
    if table != "visits.csv":
        assert [a.row for a in again.additions] == [a.row for a in before.additions]
    if table != "inspections.csv":
        assert [v.row for v in again.visits] == [v.row for v in before.visits]


def test_the_programs_own_list_is_read_back(run, tmp_path):  # noqa: F811
    file = tmp_path / "list.csv"
    file.write_text(run("list", "--format", "csv")[1], encoding="utf-8")
    assert run("import", "--dry-run", str(file)) == (
        0, "", "153 items: 153 already held.\nNothing was written (--dry-run).\n",
    )  # fmt: skip


def test_a_report_on_a_council_that_had_ended_is_told_so(run, report):  # noqa: F811
    report.write_text(REPORT.replace("Leeds", "Cumbria"), encoding="utf-8")
    _, out, _ = run("import", str(report))
    assert "the report’s title: Cumbria existed until 31 March 2023; replaced by Cumberland" in out.replace(
        "\n" + " " * 12, " "
    )


SELF = (
    "the file contradicts itself: leadership is {} on line 2 and {} on line {}; correct the file, then import it again"
)


@pytest.mark.parametrize("prefer", [None, *Prefer])
def test_rows_of_one_file_that_contradict_each_other_are_all_refused(repository, table, prefer):
    """Also those that agree with one of them, and the report that stands in another file is taken by itself."""
    rows = [f"Leeds,2027-08-01,ILACS Standard,,{grade},Good,Good,Good" for grade in ("Good", "Inadequate", "Good")]
    other = "Kent,2027-08-01,ILACS Standard,,Good,Good,Good,Good"
    *steps, kent = preview([read_path(table(*rows, other), repository)], repository, Options(prefer))
    assert [step.status for step in steps] == [Status.REFUSED] * 3
    assert {step.reason for step in steps} == {SELF.format("good", "inadequate", 3)}
    assert {(step.key, step.held) for step in steps} == {("leeds-2027-08-01", None)}
    assert kent.status is Status.ADDED


def test_rows_of_one_file_that_would_both_replace_what_is_held(repository, table):
    key, council = "leeds-2022-05-09", "Leeds,2022-05-09,ILACS Standard"
    source = read_path(table(f"{council},,Good,,,", f"{council},,Inadequate,,,"), repository)
    for prefer, status in ((None, Status.CONFLICT), (Prefer.MINE, Status.KEPT), (Prefer.THEIRS, Status.REFUSED)):
        steps = preview([source], repository, Options(prefer))
        assert [(step.status, step.key) for step in steps] == [(status, key)] * 2
    assert [step.reason for step in steps] == [SELF.format("good", "inadequate", 3)] * 2
    assert [step.held for step in steps] == [repository.inspections[key]] * 2


def test_a_report_beside_a_table_that_contradicts_itself_is_taken_alone(repository, table, report):
    rows = [f"Leeds,2027-08-01,ILACS Standard,,{grade},Good,Good,Good" for grade in ("Good", "Inadequate")]
    sources = [read_path(table(*rows), repository), read_path(report, repository)]
    *refused, taken = preview(sources, repository, Options(published=date(2027, 8, 1)))
    assert [step.status for step in refused] == [Status.REFUSED] * 2
    assert (taken.status, taken.held, taken.reason) == (Status.ADDED, None, "")


def test_visits_of_one_file_that_contradict_each_other_are_refused(repository, tmp_path):
    file = tmp_path / "visits.csv"
    file.write_text("Council,Type,Start,Published,Theme,Priority action\nLeeds,focused visit,2027-05-01,2027-06-01,,yes\n"
                    "Leeds,focused visit,2027-05-01,2027-06-01,,no\n", encoding="utf-8")  # fmt: skip
    for step in preview([read_path(file, repository)], repository):
        assert (step.status, step.key) == (Status.REFUSED, "leeds-2027-06-01")
        assert step.reason.startswith("the file contradicts itself: priority_action is yes on line 2 and no on line 3;")


def test_rows_of_one_file_that_add_to_each_other_do_not_contradict(repository, tmp_path):
    file = tmp_path / "table.csv"
    file.write_text(
        "Council,Published,Framework,Leadership,Help and protection,In care,Care leavers,Inspector\n"
        "Leeds,2027-08-01,ILACS,Good,Good,Good,Good,\nLeeds,2027-08-01,ILACS,Good,,,,Ann Exemplar\n", encoding="utf-8",
    )  # fmt: skip
    added, more = preview([read_path(file, repository)], repository)
    assert (added.status, more.status, more.reason) == (Status.ADDED, Status.CHANGED, "adds lead_inspector")


# The library.


def test_a_file_in_the_place_of_the_librarys_folder_is_said_plainly(run):  # noqa: F811
    library_file().parent.parent.mkdir(parents=True, exist_ok=True)
    library_file().parent.write_text("in the way", encoding="utf-8")
    code, _, err = run("library", "remove", "leeds-2027-08-01")
    assert code == 3
    assert err == f"Nothing was removed. The library could not be written (File exists): {library_file()}\n"


def test_a_key_that_the_library_has_not_is_quoted(run, report):  # noqa: F811
    code, _, err = run("library", "remove", "one", "two")
    assert (code, err) == (1, "Your library has no “one” and no “two”. Nothing was removed.\n")


def test_list_remove_path(run, report):  # noqa: F811
    assert run("library")[0] == 1
    run("import", "--published", "2027-08-01", str(report))
    code, out, _ = run("library", "list", "--format", "json")
    (row,) = json.loads(out)
    assert (code, row["inspection"], row["file"], row["shipped"]) == (0, "leeds-2027-08-01", "leeds.txt", False)
    assert run("library", "path")[1].strip() == str(library_file())
    assert run("library", "remove", "no-such-thing")[0] == 1
    assert run("library", "remove")[0] == 2
    assert run("library", "remove", "leeds-2027-08-01")[0] == 0
    assert run("library")[0] == 1


def test_a_damaged_library_is_kept_aside_and_everything_goes_on(run):  # noqa: F811
    library_file().parent.mkdir(parents=True)
    library_file().write_text("[")
    code, out, err = run("totals")
    assert code == 0
    assert "153" in out
    assert "moved to" in err
    assert [file.read_text() for file in library_file().parent.glob("library.json.unreadable-1")] == ["["]
    assert run("totals")[2] == ""


def test_a_library_of_another_version_is_left_as_it_is(run, report):  # noqa: F811
    """The version of the program that wrote it can still read it."""
    library_file().parent.mkdir(parents=True)
    library_file().write_text('{"version": 99}')
    code, out, err = run("totals")
    assert (code, "153" in out) == (0, True)
    assert "another version of ofsted-tui (99, this one reads 2)" in err
    code, _, err = run("import", "--published", "2027-08-01", str(report))
    assert (code, "another version" in err) == (3, True)
    assert library_file().read_text() == '{"version": 99}'


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"\xff\xfe\x00", b'{"version": 1}', b'{"version": 1, "inspections": [{}]}',
     b'{"version": 1, "inspections": [{"inspection": {"inspection": "x"}, "file": "f", "added": "2027-01-01"}]}',
     b"[" * 100_000],
)  # fmt: skip
def test_whatever_stands_in_its_place_is_not_written_over(content, run, report):  # noqa: F811
    library_file().parent.mkdir(parents=True)
    library_file().write_bytes(content)
    code, _, err = run("import", "--published", "2027-08-01", str(report))
    assert code == 3
    assert "moved to" in err
    assert library_file().with_name("library.json.unreadable-1").read_bytes() == content
    assert run("import", "--published", "2027-08-01", str(report))[0] == 0


def test_a_damaged_library_that_cannot_be_kept_aside_is_left(run, monkeypatch):  # noqa: F811
    library_file().parent.mkdir(parents=True)
    library_file().write_text("[")
    monkeypatch.setattr(Path, "rename", closed)
    code, _, err = run("totals")
    assert code == 0
    assert f"Your library could not be read or moved (Permission denied): {library_file()}.\n" in err
    assert library_file().read_text() == "["


def test_a_library_that_may_not_be_looked_at_is_said_by_name(run, report, monkeypatch):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    stat, read_text = os.stat, Path.read_text

    def of_the_library(this, else_this):
        return lambda file, **how: this() if str(file).endswith("/library.json") else else_this(file, **how)

    monkeypatch.setattr(os, "stat", of_the_library(closed, stat))
    monkeypatch.setattr(Path, "read_text", of_the_library(closed, read_text))
    code, _, err = run("totals")
    assert code == 0
    assert f"Your library could not be read (Permission denied): {library_file()}. It is left as it is.\n" in err


def test_an_interrupt_leaves_it_as_it_was(run, report, monkeypatch):  # noqa: F811
    run("import", "--published", "2027-08-01", str(report))
    before = library_file().read_bytes()
    report.write_text(REPORT.replace("Leeds", "Kent"), encoding="utf-8")
    monkeypatch.setattr("ofsted_tui.importing.sources.read_path", interrupt)
    assert run("import", "--published", "2027-08-01", str(report))[0] == 130
    assert library_file().read_bytes() == before


def test_an_interrupt_says_that_nothing_was_written(run, report, monkeypatch):  # noqa: F811
    monkeypatch.setattr("ofsted_tui.importing.sources.read_path", interrupt)
    code, out, err = run("import", "--published", "2027-08-01", str(report))
    assert (code, out, err) == (130, "", "Interrupted. Nothing was written.\n")


def interrupt(*_):
    raise KeyboardInterrupt


def test_two_programs_at_once_lose_nothing(report):
    councils = ["Leeds", "Kent", "Surrey", "Devon", "Essex", "Bury"]
    running = []
    for council in councils:
        file = report.with_name(f"{council}.txt")
        file.write_text(REPORT.replace("Leeds", council), encoding="utf-8")
        command = [sys.executable, "-m", "ofsted_tui", "import", "--published", "2027-08-01", str(file)]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    assert [program.wait() for program in running] == [0] * len(councils)
    library, problem = Library.load(library_file())
    assert not problem
    assert {a.row.council for a in library.additions} == {council.lower() for council in councils}


def test_a_library_goes_there_and_back(repository, report):
    add_to_library([read_path(report, repository)], library_file(), Options(published=date(2027, 8, 1)))
    library, _ = Library.load(library_file())
    assert Library.of(json.loads(library.as_json())) == library
    (addition,) = library.additions
    assert addition.row.framework is Framework.ILACS
    assert [finding.is_verbatim for finding in addition.findings] == [True, True]


def test_it_is_never_written_over_what_cannot_be_read():
    library_file().parent.mkdir(parents=True)
    library_file().write_text("[]")
    with pytest.raises(LibraryUnreadable), changing(library_file()):
        pass


def test_a_later_release_of_the_data_holds_over_what_was_added_before_it(repository, report):
    add_to_library([read_path(report, repository)], library_file(), Options(published=date(2027, 8, 1)))
    library, _ = Library.load(library_file())
    (addition,) = library.additions
    released = addition.row._replace(source="report", lead_inspector="Released Name")
    later = Repository(repository.councils.values(), [*repository.inspections.values(), released], repository.findings)
    assert library.over(later).inspections[released.key].lead_inspector == "Released Name"
    chosen = Library((addition._replace(instead=True),))
    assert chosen.over(later).inspections[released.key].lead_inspector == "Ann Exemplar"


@pytest.mark.parametrize("instead", [False, True])
def test_findings_that_are_shipped_are_never_hidden_by_imported_ones(repository, instead):
    """Nor added to: a list in Ofsted's words says the same as ours."""
    held = repository.inspections["leeds-2025-08-12"]
    quoted = finding(held.key, Kind.IMPROVEMENT, "Plans for outings, which should say who goes.", theme="")
    over = Library((Addition(held, "leeds.pdf", date(2026, 9, 1), (quoted,), instead),)).over(repository)
    assert over.findings_of(held) == repository.findings_of(held) != ()
    assert len(over.findings) == len(repository.findings)


def test_imported_findings_stand_where_none_are_shipped(country):
    held = country.inspections["birch-2022-02-02"]
    quoted = finding(held.key, Kind.IMPROVEMENT, "Plans for outings, which should say who goes.", theme="")
    over = Library((Addition(held, "birch.pdf", date(2026, 9, 1), (quoted,)),)).over(country)
    assert over.findings_of(held) == (quoted,)


def test_a_file_keeps_its_rights(tmp_path):
    file = tmp_path / "kept.json"
    write_whole(file, "one")
    assert file.stat().st_mode & 0o777 == 0o666 & ~UMASK
    file.chmod(0o600)
    write_whole(file, "two")
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("two", 0o600)


def test_a_new_file_is_written_without_lifting_the_umask_of_all_threads(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "umask", closed)
    write_whole(tmp_path / "new.json", "one")
    assert (tmp_path / "new.json").stat().st_mode & 0o777 == 0o666 & ~UMASK


def test_who_reads_a_file_while_it_is_written_sees_the_old_one_whole(tmp_path):
    file = tmp_path / "kept.json"
    write_whole(file, "the old one")
    with file.open(encoding="utf-8") as reader:
        write_whole(file, "one")
        assert reader.read() == "the old one"
    assert file.read_text(encoding="utf-8") == "one"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "no space")

    file = tmp_path / "kept.json"
    write_whole(file, "the old one")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "half of the new one\ud800")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(file, "the new one")
    assert file.read_text(encoding="utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [file]


def test_a_lock_that_is_never_given_up_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("ofsted_tui.storage.atomic_files.PATIENCE", 0.1)
    with locked(tmp_path / "f"), pytest.raises(TimeoutError, match="another program is writing it"), \
            locked(tmp_path / "f"):  # fmt: skip
        pass


def test_additions_of_unknown_councils_are_left_out(country, repository, report):
    add_to_library([read_path(report, repository)], library_file(), Options(published=date(2027, 8, 1)))
    library, _ = Library.load(library_file())
    assert library.over(country) is country


# The maintainers' command.


def test_maintain_checks_and_extends_the_table(run, report, tmp_path):  # noqa: F811
    data = tmp_path / "data"
    run("export", str(data))
    (data / "ofsted-inspections.xlsx").unlink()
    assert run("maintain", "--data", str(data), str(report))[0] == 3
    assert run("maintain", "--data", str(data), "--published", "2027-08-01", str(report))[0] == 0
    before = (data / "inspections.csv").read_text(encoding="utf-8").splitlines()
    code, _, err = run("maintain", "--data", str(data), "--published", "2027-08-01", "--write", str(report))
    after = (data / "inspections.csv").read_text(encoding="utf-8").splitlines()
    assert code == 0
    assert "1 row written" in err
    (new,) = set(after) - set(before)
    assert new.startswith("leeds-2027-08-01,leeds,ILACS,standard,2027-06-14,2027-06-25,2027-08-01,Ann Exemplar,")
    assert new.split(",")[-2] == "report"
    assert len(after) == len(before) + 1


def test_maintain_gives_a_tables_row_the_tables_source(run, tmp_path):  # noqa: F811
    data, table = tmp_path / "data", tmp_path / "table.csv"
    run("export", str(data))
    table.write_text(f"{TABLE}Leeds,2027-08-01,ILACS Standard,,Good,Good,Good,Good\n")
    assert run("maintain", "--data", str(data), "--write", str(table))[0] == 0
    (new,) = (row for row in (data / "inspections.csv").read_text(encoding="utf-8").splitlines() if "2027" in row)
    assert new.split(",")[-2] == "table"


def test_maintain_takes_the_source_of_new_rows_from_its_maker(run, tmp_path, report):  # noqa: F811
    data, table = tmp_path / "data", tmp_path / "table.csv"
    run("export", str(data))
    table.write_text(f"{TABLE}Leeds,2027-08-01,ILACS Standard,,Good,Requires improvement,Good,Outstanding\n")
    code, _, err = run("maintain", "--data", str(data), "--write", "--source", "ofsted-2027", str(table))
    assert (code, "1 row written" in err) == (0, True)
    (new,) = (row for row in (data / "inspections.csv").read_text(encoding="utf-8").splitlines() if "2027" in row)
    assert new.split(",")[-2] == "ofsted-2027"


def test_one_row_that_table_and_report_give_together_is_one(run, tmp_path, report):  # noqa: F811
    data, table = tmp_path / "data", tmp_path / "table.csv"
    run("export", str(data))
    table.write_text(f"{TABLE}Leeds,2027-08-01,ILACS Standard,,Good,Requires improvement,Good,Outstanding\n")
    _, _, err = run("maintain", "--data", str(data), "--write", str(table), str(report))
    assert "1 row written" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["library", "path", "leeds-2027-08-01"], "path does not take an inspection"),
        (["library", "list", "--all"], "--all works only with remove"),
    ],
)
def test_words_that_do_not_belong_are_usage_errors(run, words, sentence):  # noqa: F811
    code, _, err = run(*words)
    assert (code, sentence in err) == (2, True)


# What comes through a pipe.


def piped(command: str, **streams) -> subprocess.CompletedProcess:
    return subprocess.run(["bash", "-c", f"{sys.executable} -m ofsted_tui {command}"], capture_output=True, check=False,
                          **streams)  # fmt: skip


@pytest.mark.parametrize("path", ["-", "/dev/stdin"])
def test_a_report_may_come_from_stdin(report, path):
    command = f"import --dry-run --published 2027-08-01 --format json {path}"
    for done in (piped(command, input=report.read_bytes()), piped(f"{command} <{report}")):
        [read] = json.loads(done.stdout)
        assert (read["status"], read["council"]) == ("added", "leeds"), done.stderr
        assert read["file"] in ("stdin", "/dev/stdin")


def test_a_table_may_come_from_stdin_and_another_from_a_process(table):
    file = table("Leeds,2026-11-20,ILACS,,Good,Good,Good,Good")
    for done in (piped("import --dry-run --format json -", input=file.read_bytes()),
                 piped(f"import --dry-run --format json <(cat {file})")):  # fmt: skip
        [read] = json.loads(done.stdout)
        assert (read["council"], read["leadership"]) == ("leeds", "good")


def test_what_never_ends_is_refused():
    done = piped("import --dry-run - </dev/zero")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"refused" in done.stdout


def test_nothing_on_stdin_is_refused():
    done = piped("import --dry-run - </dev/null")
    assert done.returncode == 3
    assert b"refused" in done.stdout
