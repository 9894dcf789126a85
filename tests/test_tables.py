"""Other people's tables: columns by name, grades and days as they are written there, and files that are none."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ofsted_tui.core.model import Framework, Grade, Judgement
from ofsted_tui.core.visits import VisitType
from ofsted_tui.importing import sheets
from ofsted_tui.importing.reading import Reading, Refusal, VisitReading
from ofsted_tui.importing.sheets import UnreadableTable, cell_values

SCRAPED = """urn,local_authority,inspection_link,publication_date,inspection_framework,inspector_name,inspection_start_date,\
inspection_end_date,overall_effectiveness_grade,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,\
care_leavers_grade,parser_version
80426,barnsley,https://files.ofsted.gov.uk/v1/file/1,19/11/29,standard,jan example,08/10/2029,19/10/2029,good,good,\
requires improvement,outstanding,good,1
"""
OFSTEDS = """Local authority area code,Local authority name,Inspection/Visit date,Publication date,Inspection/Visit type,\
Overall effectiveness,The impact of leaders on social work practice with children and families,\
The experiences and progress of children who need help and protection,\
The experiences and progress of children in care,The experiences and progress of care leavers,Visit Theme
E08000035,Leeds,2029-03-26,2029-04-29,ILACS Focused Visit,,,,,,Children in care
E08000035,Leeds,2029-06-10,2029-07-23,ILACS Short Inspection,Good,Good,Good,Outstanding,Requires improvement to be good,
"""


@pytest.fixture
def read(tmp_path, repository):
    """The rows and notes of a table given as text or bytes."""

    def reading(content: str | bytes, name: str = "table.csv"):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return sheets.read_tables(sheets.sheets(file), repository)

    return reading


@pytest.fixture
def refused(tmp_path, repository):
    """Why a file gives no table: one line."""

    def refusing(content: bytes, name: str = "table.csv") -> str:
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(UnreadableTable) as problem:
            sheets.read_tables(sheets.sheets(file), repository)
        assert "\n" not in str(problem.value)
        return str(problem.value)

    return refusing


def workbook(rows: list[list[object]], above: int = 0, name: str = "Overview", **options: bool) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet(name)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for line, row in enumerate(rows, above):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(line, column, value, day)
                else:
                    sheet.write(line, column, value)
        book.add_worksheet("Notes").write(0, 0, "Made on a Monday")
    return out.getvalue()


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("Good", Grade.GOOD),
        ("requires improvement", Grade.REQUIRES_IMPROVEMENT),
        ("Requires improvement to be good", Grade.REQUIRES_IMPROVEMENT),
        ("RI", Grade.REQUIRES_IMPROVEMENT),
        ("Adequate", Grade.ADEQUATE),
        ("not_reported_post_reform", Grade.NOT_GIVEN),
        ("Not reported (2026 framework change)", Grade.NOT_GIVEN),
        ("inspection_pre_dates_judgement", None),
        ("n/a", None),
        ("[x]", None),
        ("Good [1]", Grade.GOOD),
        ("", None),
    ],
)
def test_a_grade_is_told_by_its_words(cell, grade):
    assert cell_values.grade(cell) is grade


@pytest.mark.parametrize("cell", ["to requires improvement", "excellent", "data_unreadable", "2"])
def test_what_is_no_grade_is_not_guessed(cell):
    with pytest.raises(ValueError, match="expected a grade"):
        cell_values.grade(cell)


@pytest.mark.parametrize("cell", ["19/11/18", "19/11/2018", "2018-11-19", "2018-11-19 00:00:00", "43423", "43423.0",
                                  "19 November 2018", "19-Nov-18", "19-Nov-2018", "19/11/2018 00:00", "19/11/2018 14:30:05",
                                  "2018-11-19T00:00:00Z", "2018-11-19T00:00:00.000+01:00", "2018/11/19", "19-11-2018",
                                  "43423.604166667", "Monday 19 November 2018", "Mon, 19 Nov 2018 at 10:30 GMT",
                                  "November 19, 2018", "2018-11-19 12:00 AM"])  # fmt: skip
def test_a_day_however_it_is_written(cell):
    assert cell_values.DateOrder().read(cell) == date(2018, 11, 19)


@pytest.mark.parametrize("cell", ["31/02/2018", "soon", "99", "2018", "10:30", "2018-11", "Monday"])
def test_what_is_no_day_is_not_guessed(cell):
    with pytest.raises(ValueError, match="expected a date"):
        cell_values.DateOrder().read(cell)


DAYS = "Local authority,Publication date,Overall effectiveness,Inspection type\n"


def test_months_stand_first_in_all_days_of_a_table_or_in_none(read):
    found = read(f"{DAYS}Leeds,11/10/2026,Good,short\nKent,11/13/2026,Good,short\nBury,10/10/2026,Good,short\n")
    assert [row.published for row in found.rows] == [date(2026, 11, 10), date(2026, 11, 13), date(2026, 10, 10)]
    assert found.notes == ("dates are read with the month first, as in “11/13/2026”",)


def test_one_column_tells_the_order_of_the_others(read):
    table = "Local authority,Publication date,Start date,Overall effectiveness\nLeeds,11/10/2026,09/14/2026,Good\n"
    (row,) = read(table).rows
    assert (row.published, row.start) == (date(2026, 11, 10), date(2026, 9, 14))


def test_where_both_orders_stand_nothing_that_may_be_two_days_is_guessed(read):
    rows = "Leeds,11/10/2026,Good,short\nKent,11/13/2026,Good,short\nBury,10/10/2026,Good,short\nHull,13/10/2026,Good,short\n"
    found = read(DAYS + rows).rows
    assert [row.published for row in found] == [None, None, date(2026, 10, 10), date(2026, 10, 13)]
    assert found[0].doubts == (
        "published: “11/10/2026” could be two different dates: some dates in the table have the day first, some the month; "
        "write them as 2026-11-10",
    )  # fmt: skip


def test_a_column_without_one_has_the_day_first(read):
    assert read(f"{DAYS}Leeds,11/10/2026,Good,ILACS\nKent,13/11/2026,Good,ILACS\n").rows[0].published == date(
        2026, 10, 11
    )


def test_a_workbook_that_counts_its_days_from_1904(read):
    day = date(2029, 7, 23)
    rows = [["Local authority", "Publication date", "Overall effectiveness"], ["Leeds", day, "Good"]]
    assert read(workbook(rows), "table.xlsx").rows[0].published == day
    assert read(workbook(rows, date_1904=True), "table.xlsx").rows[0].published == day


@pytest.mark.parametrize("word", ["None", "n/a", ""])
def test_no_type_is_no_unknown_type(read, word):
    (row,) = read(f"{DAYS}Leeds,2029-07-23,Good,{word}\n").rows
    assert (row.type, row.doubts) == ("", ())


def test_a_title_with_other_signs_above_the_table(read):
    above = "Outcomes, by council, of the year, as published\n"
    assert read(above + OFSTEDS.replace(",", ";")).rows[1].published == date(2029, 7, 23)


def test_the_scrape_tools_history(read):
    found = read(SCRAPED)
    (row,) = found.rows
    assert isinstance(row, Reading)
    assert (row.council.slug, row.framework, row.type) == ("barnsley", Framework.ILACS, "standard")
    assert (row.published, row.start, row.end) == (date(2029, 11, 19), date(2029, 10, 8), date(2029, 10, 19))
    assert row.grades[Judgement.HELP_AND_PROTECTION] is Grade.REQUIRES_IMPROVEMENT
    assert found.notes == ("columns not used: parser_version",)


def test_ofsteds_table_of_the_year_with_its_visits(read):
    visit, inspection = read(OFSTEDS).rows
    assert isinstance(visit, VisitReading)
    assert (visit.council.slug, visit.type, visit.start) == ("leeds", VisitType.FOCUSED, date(2029, 3, 26))
    assert (visit.published, visit.topics) == (date(2029, 4, 29), ("children-in-care",))
    assert (inspection.type, inspection.published, inspection.start) == ("short", date(2029, 7, 23), date(2029, 6, 10))
    assert inspection.grades[Judgement.CARE_LEAVERS] is Grade.REQUIRES_IMPROVEMENT


VISITS = "Local authority name,Inspection/Visit date,Publication date,Inspection/Visit type,Visit Theme\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Leeds,2029-03-26,,LA Monitoring visit,Front door", ("monitoring visit", ("front-door",), ())),
        ("Leeds,2029-03-26,,ILACS Focused Visit,Weather", ("focused visit", (), ("theme: “Weather” is not known",))),
        ("Leeds,2029-03-26,2029-04-29,focused visit,", ("focused visit", (), ())),
    ],
)
def test_a_table_of_visits_alone(read, row, said):
    (visit,) = read(VISITS + row + "\n").rows
    assert (visit.type.value, visit.topics, visit.doubts) == said


@pytest.mark.parametrize(
    ("cell", "answer", "doubts"),
    [("yes", True, ()), ("No", False, ()), ("", None, ()),
     ("perhaps", None, ("priority_action: “perhaps” is not known; expected yes or no",))],
)  # fmt: skip
def test_whether_a_visit_named_a_priority_action(read, cell, answer, doubts):
    (visit,) = read(f"council,type,start,topic,priority_action\nleeds,focused visit,2029-03-26,,{cell}\n").rows
    assert (visit.priority_action, visit.doubts) == (answer, doubts)


@pytest.mark.parametrize(
    ("framework", "kind", "said"),
    [
        ("ILACS", "", (Framework.ILACS, "", ())),
        ("ILACS", "Short inspection", (Framework.ILACS, "short", ())),
        ("ILACS Standard Inspection", "", (Framework.ILACS, "standard", ())),
        ("standard", "", (Framework.ILACS, "standard", ())),
        ("ILACS 2026", "", (Framework.ILACS, "", ())),
        ("ilacs 2023", "", (Framework.ILACS, "", ())),
        ("ILACS 2018", "Short", (Framework.ILACS, "short", ())),
        ("Annual", "", (None, "", ("framework: “Annual” is not known",))),
        ("ILACS", "Annual", (Framework.ILACS, "", ("type: “Annual” is not known",))),
    ],
)
def test_an_inspection_framework_is_the_framework_and_may_tell_the_type(read, framework, kind, said):
    headings = "Local authority,Publication date,Overall effectiveness,Inspection framework,Inspection type\n"
    found = read(f"{headings}Leeds,2019-07-23,Good,{framework},{kind}\n")
    (row,) = found.rows
    assert ((row.framework, row.type, row.doubts), found.notes) == (said, ())


@pytest.mark.parametrize("kind", ["JTAI", "Joint Targeted Area Inspection", "ILACS pilot"])
def test_visits_of_other_kinds_are_passed_over(read, kind):
    (row,) = read(VISITS + f"Leeds,2029-03-26,2029-04-29,{kind},\n").rows
    assert row.passed_over
    assert row.reason == f"{kind}: a visit gives no grade"


def test_ofsteds_table_of_many_years_restores_adequate(read):
    found = read(
        "Local authority name,SLAC inspection publication date,SLAC Safeguarding Overall effectiveness (OE),"
        "First SIF publication date,First SIF Overall Judgement (OE),LSCB Overall Effectiveness,"
        "First ILACS framework inspection type,First ILACS framework publication date,"
        "First ILACS framework overall effectiveness\n"
        "Leeds,2012-01-02,Requires improvement to be good,2015-03-04,Requires improvement to be good,Good,"
        "ILACS Short Inspection,2019-05-06,Outstanding\n"
        "Kent,2012-01-03,Good,,,,,,\n"
    ).rows
    assert [(r.framework.value, r.type, str(r.published)) for r in found] == [
        ("SLAC", "first", "2012-01-02"), ("SIF", "first", "2015-03-04"), ("ILACS", "short", "2019-05-06"),
        ("SLAC", "first", "2012-01-03"),
    ]  # fmt: skip
    assert found[0].grades == {Judgement.SAFEGUARDING: Grade.ADEQUATE}
    assert found[1].grades == {Judgement.OVERALL: Grade.REQUIRES_IMPROVEMENT, Judgement.LSCB: Grade.GOOD}


def test_a_workbook_with_a_title_above_and_another_sheet(read):
    rows = [
        ["Overview of inspections"],
        ["Local authority", "Publication date", "Inspection type", "Overall effectiveness", "Mood"],
        ["Leeds", date(2029, 7, 23), "ILACS Standard", "Good", "sunny"],
    ]
    found = read(workbook(rows, above=2), "overview.xlsx")
    assert [(row.council.slug, row.published) for row in found.rows] == [("leeds", date(2029, 7, 23))]
    assert found.rows[0].place == "sheet “Overview”, line 5"
    assert found.notes == ("sheet “Overview”: columns not used: Mood", "sheet “Notes”: not a table of inspections")


CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize(
    "name",
    ["blank-coloured-columns.xlsx", "capital-shared-strings.xlsx", "far-blank.ods", "heading-over-two-lines.ods",
     "hidden-sheet.xlsx", "repeated-headings.csv", "strict-ooxml.xlsx", "table-named.txt", "us-dates.csv"],
)  # fmt: skip
def test_tables_as_people_have_them(name, repository):
    found = sheets.read_tables(sheets.sheets(CASES / name), repository)
    rows = [row for row in found.rows if isinstance(row, Reading)]
    assert [row for row in found.rows if isinstance(row, Refusal) and not row.passed_over] == []
    assert [(row.council.slug, row.published, row.start, row.end) for row in rows] == [
        ("leeds", date(2026, 11, 3), date(2026, 9, 7), date(2026, 9, 18)),
        ("bristol", date(2026, 11, 10), date(2026, 9, 14), date(2026, 9, 25)),
    ]
    assert [list(row.grades.values()) for row in rows] == [
        [Grade.GOOD, Grade.GOOD, Grade.OUTSTANDING, Grade.GOOD],
        [Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.GOOD, Grade.GOOD],
    ]
    assert all(row.doubts == () for row in rows)


@pytest.mark.parametrize("name", ["day-with-time.csv", "iso-timestamp.csv"])
def test_a_time_beside_a_day_means_nothing(name, repository):
    (row,) = sheets.read_tables(sheets.sheets(CASES / name), repository).rows
    assert (row.council.slug, row.published, row.doubts) == ("leeds", date(2026, 11, 3), ())


def test_a_hidden_sheet_is_named_and_not_read(repository):
    found = sheets.read_tables(sheets.sheets(CASES / "hidden-sheet.xlsx"), repository)
    assert {row.place for row in found.rows} == {"sheet “Sheet”, line 2", "sheet “Sheet”, line 3"}
    assert found.notes == (
        "sheet “old”: it is hidden, so it was not read; to read it, unhide it in the spreadsheet",
    )  # fmt: skip


def test_a_workbook_of_hidden_sheets_only_says_so(refused):
    names = ["xl/workbook.xml"]
    honest = zipfile.ZipFile(io.BytesIO(workbook([["a"]])))
    book = honest.read(names[0]).replace(b"<sheet ", b'<sheet state="veryHidden" ')
    assert "all of its sheets are hidden" in refused(made({names[0]: book}), "odd.xlsx")


def test_both_groups_of_a_table_of_two_are_read(repository):
    found = sheets.read_tables(sheets.sheets(CASES / "two-groups.csv"), repository)
    assert [(row.published, row.type) for row in found.rows] == [
        (date(2019, 4, 1), "standard"), (date(2023, 9, 4), "standard"),
    ]  # fmt: skip
    assert [len(row.grades) for row in found.rows] == [4, 5]
    assert found.notes == ()


def test_the_words_of_a_link_are_no_address_and_no_fault(repository):
    found = sheets.read_tables(sheets.sheets(CASES / "web-link-text.csv"), repository)
    assert [(row.report_url, row.doubts) for row in found.rows] == [("", ())] * 4
    assert found.notes == ("columns not used: Ofsted region",)


def test_addresses_that_are_left_out_are_counted_once(read):
    odd = "https://files.ofsted.gov.uk/[red]x"
    found = read("Local authority,Publication date,Overall effectiveness,Report link\n"
                 f"Leeds,2029-07-23,Good,{odd}\nKent,2029-07-23,Good,http://evil.example/x\n"
                 "Bury,2029-07-23,Good,https://files.ofsted.gov.uk/v1/file/1\n"
                 "Hull,2029-07-23,Good,Report: see the page\n")  # fmt: skip
    assert [row.report_url for row in found.rows] == ["", "", "https://files.ofsted.gov.uk/v1/file/1", ""]
    assert all(row.doubts == () for row in found.rows)
    assert found.notes == (
        f"2 addresses are not used (first: line 2, “{odd}”); expected an address such as "
        "https://files.ofsted.gov.uk/v1/file/50004407",
    )


def test_headings_that_stand_again_are_passed_over(repository):
    found = sheets.read_tables(sheets.sheets(CASES / "repeated-headings.csv"), repository)
    assert found.rows[1] == Refusal("line 4", "the headings are repeated here", passed_over=True)


def test_other_headings_further_down_begin_another_table(read):
    found = read(
        f"{DAYS}Leeds,2029-07-23,Good,ILACS\n\nOverall grade,Council,Published,Type\nInadequate,Kent,2029-07-24,ILACS\n"
    )
    assert [(row.council.slug, row.grades[Judgement.OVERALL]) for row in found.rows] == [
        ("leeds", Grade.GOOD), ("kent", Grade.INADEQUATE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        "Local authority [note 1],Publication date¹,Overall effectiveness (see note 2)",
        "Local authority*,Publication  date,Overall effectiveness footnote 3",
        '"Local\nauthority","Publication\ndate","Overall\neffectiveness"',
        "Local,Publication,Overall\nauthority,date,effectiveness",
        "Local authority,,\n,Publication date,Overall effectiveness",
        "Outcomes of inspections,,\nLocal authority,Publication date,Overall effectiveness",
    ],
)
def test_headings_with_notes_or_over_two_lines(read, heading):
    (row,) = read(f"{heading}\nLeeds,23/07/2029,Good [note 4]\n").rows
    assert (row.council.slug, row.published, row.grades) == (
        "leeds",
        date(2029, 7, 23),
        {Judgement.OVERALL: Grade.GOOD},
    )


def test_groups_named_on_a_line_above(read):
    above = ",First ILACS inspection,,Second ILACS inspection,"
    names = "Local authority,Publication date,Overall effectiveness,Publication date,Overall effectiveness"
    found = read(f"{above}\n{names}\nLeeds,2019-01-02,Good,2029-01-02,Outstanding\n").rows
    assert [(str(row.published), row.grades[Judgement.OVERALL]) for row in found] == [
        ("2019-01-02", Grade.GOOD), ("2029-01-02", Grade.OUTSTANDING),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "who", ["England", "Total", "Grand total", "England average", "All local authorities", "London", "North East",
            "North East, Yorkshire and the Humber", "TOTAL (all councils)"],
)  # fmt: skip
def test_rows_that_sum_up_are_passed_over_without_a_guess(read, who):
    (row,) = read(f'Local authority,Publication date,Overall effectiveness\n"{who}",2029-07-23,Good\n').rows
    assert row.passed_over
    assert row.reason == f"“{who}” is several councils, not one"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("LB Camden", "camden"),
        ("LB of Camden", "camden"),
        ("London Borough of Camden", "camden"),
        ("Camden LB", "camden"),
        ("Royal Borough of Greenwich", "greenwich"),
        ("RB Kingston upon Thames", "kingston-upon-thames"),
        ("Kent County Council", "kent"),
        ("Kent CC", "kent"),
        ("Rutland County Council", "rutland"),
        ("Dorset County Council", "dorset"),
        ("Leeds [note 2]", "leeds"),
        ("Reading (UA)", "reading"),
    ],
)
def test_councils_as_tables_call_them(read, name, slug):
    (row,) = read(f"Local authority,Publication date,Overall effectiveness\n{name},2029-07-23,Good\n").rows
    assert row.council.slug == slug


PROVIDERS = {
    "children's homes": "Web link,URN,Provision type,Name,Local authority,Places,Inspection date,Overall effectiveness\n"
                        "x,SC999001,Children's home,REDACTED,Surrey,4,22/02/2018,Outstanding\n",
    "schools": "URN,LAESTAB,School name,Ofsted phase,Local authority,Postcode,Publication date,Overall effectiveness\n"
               "100001,2013614,Example School,Secondary,Kent,ZZ1 1ZZ,05/04/2018,Good\n",
    "nurseries and childminders": "Provider URN,Provider name,Provider type,Local authority,Publication date,Overall effectiveness\n"
                                  "EY1,Example,Childminder,Kent,05/04/2018,Good\n",
    "colleges": "Provider UKPRN,Provider name,Local authority,Publication date,Overall effectiveness\n"
                "1,Example College,Kent,05/04/2018,Good\n",
    "fostering or adoption agencies": "Name,Sector,Local authority,Organisation,Publication date,Overall effectiveness\n"
                                      "Example,Independent fostering agency,Kent,Example,05/04/2018,Good\n",
    "providers, such as homes, schools or nurseries": "URN,Local authority,Publication date,Overall effectiveness\n"
                                                      "SC1,Kent,05/04/2018,Good\n80471,Kent,06/04/2018,Good\nSC2,Bury,05/04/2018,Good\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", PROVIDERS)
def test_tables_about_providers_are_refused_whole(refused, kind):
    reason = refused(PROVIDERS[kind].encode())
    assert reason.startswith(f"it looks like a table of {kind} (")
    assert reason.endswith("not of inspections of councils' children's services: nothing was taken from it")


def test_names_that_are_no_councils_beside_a_column_of_councils(refused):
    table = "Name,Local authority,Publication date,Overall effectiveness\nRose House,Kent,05/04/2018,Good\n"
    assert "“Rose House” is not a council" in refused(table.encode())


def test_a_table_of_which_no_row_names_a_council(refused):
    head = "Local authority,Publication date,Overall effectiveness\n"
    rows = "".join(f"{who},05/04/2018,Good\n" for who in ("Rose House", "Oak Lodge", "England", "Elm View"))
    assert "none of its rows names a council; the first has “Rose House”" in refused((head + rows).encode())


def test_the_case_of_childrens_homes(refused):
    assert "a table of children's homes" in refused((CASES / "childrens-homes.csv").read_bytes())


def test_one_row_with_a_number_that_is_no_councils(read):
    rows = "80426,Barnsley,2029-07-23,Good\n80471,Kent,2029-07-23,Good\nSC1,Surrey,2029-07-23,Good\n"
    found = read(f"URN,Local authority,Publication date,Overall effectiveness\n{rows}").rows
    assert found[2].reason == "the URN SC1 is not a council's; providers in Surrey are not imported"


def test_a_sheet_about_providers_beside_one_about_councils(read):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Homes").write_row(0, 0, ["URN", "Provision type", "Places", "Local authority"])
        sheet = book.add_worksheet("Councils")
        sheet.write_row(0, 0, ["Local authority", "Publication date", "Overall effectiveness"])
        sheet.write_row(1, 0, ["Leeds", "23/07/2029", "Good"])
    found = read(out.getvalue(), "both.xlsx")
    assert [row.council.slug for row in found.rows] == ["leeds"]
    assert "sheet “Homes”: it looks like a table of" in found.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(read, encoding):
    table = "Local authority,Publication date,Overall effectiveness,Café\nLeeds,2029-07-23,Good,é\n"
    found = read(table.encode(encoding))
    assert found.rows[0].council.slug == "leeds"
    assert found.notes == ("columns not used: Café",)


@pytest.mark.parametrize(
    ("table", "note"),
    [
        ("Local authority,Publication date,Overall effectiveness\n", "there is no row below the headings"),
        ("Local authority,Publication date,Overall effectiveness,Overall effectiveness\nLeeds,2029-07-23,Good,Good\n",
         "columns not used: Overall effectiveness"),
    ],
)  # fmt: skip
def test_what_is_odd_of_a_table_is_said(read, table, note):
    assert read(table).notes == (note,)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(read, delimiter):
    assert read(OFSTEDS.replace(",", delimiter)).rows[1].council.slug == "leeds"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Atlantis,2029-07-23,Good", "No council is called “Atlantis”"),
        (",2029-07-23,Good", "the row does not name a council"),
        ("Leeds,2029-07-23,", "the row has no grade"),
        ("Leeds,2029-07-23,data_unreadable", "the report could not be read"),
        ("Leeds,2029-07-23,Satisfactory", "overall: “Satisfactory” is not a grade"),
    ],
)
def test_rows_that_give_no_inspection(read, row, sentence):
    (found,) = read(f"Local authority,Publication date,Overall effectiveness\n{row}\n").rows
    assert sentence in found.reason
    assert found.place == "line 2"


def test_a_code_and_a_name_of_two_councils(read):
    (row,) = read(SCRAPED.replace("barnsley", "leeds")).rows
    assert row.reason == "the code 80426 is for Barnsley, but the name is Leeds"


@pytest.mark.parametrize(
    ("who", "day", "sentence"),
    [
        ("Cumbria", "2026-05-04", "Cumbria existed until 31 March 2023; replaced by Cumberland, and Westmorland and Furness"),
        ("Cumberland", "2016-05-04", "Cumberland was created on 1 April 2023, replacing Cumbria"),
        ("Hul", "2026-05-04", "No council is called “Hul”. Did you mean Hull?"),
        ("Birm", "2026-05-04", "No council is called “Birm”. Did you mean Birmingham?"),
        ("Brad", "2026-05-04", "No council is called “Brad”. Did you mean Bradford?"),
    ],
)  # fmt: skip
def test_only_a_council_of_that_whole_name_and_day_is_meant(read, who, day, sentence):
    (row,) = read(f"Local authority,Publication date,Overall effectiveness\n{who},{day},Good\n").rows
    assert row.reason == sentence


def test_a_code_of_a_council_that_had_ended(read):
    (row,) = read("ONS code,Publication date,Overall effectiveness\nE10000006,2026-05-04,Good\n").rows
    assert row.reason.startswith("Cumbria existed until 31 March 2023")


@pytest.mark.parametrize(
    "name", ["Hull", "hull", "kingston-upon-hull", "E06000010", "Kingston upon Hull, City of", "BCP"]
)
def test_a_name_an_alias_a_code_or_a_slug_is_enough(read, name):
    (row,) = read(f'Local authority,Publication date,Overall effectiveness\n"{name}",2026-05-04,Good\n').rows
    assert row.council.slug in ("kingston-upon-hull", "bournemouth-christchurch-and-poole")


def test_the_council_of_that_day(read):
    rows = read(
        "Local authority,Publication date,Overall effectiveness\nDorset,2016-05-04,Good\nDorset,2029-05-04,Good\n"
    )
    assert [row.council.slug for row in rows.rows] == ["dorset-county", "dorset"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<!DOCTYPE html><html>no</html>", "table.csv", "it is a web page"),
        (b"%PDF-1.7 ...", "table.csv", "it is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "table.xls", "old Excel workbook"),
        (b"PK\x03\x04broken", "table.xlsx", "damaged archive"),
        (b"", "table.csv", "it is empty"),
        (b"\x00\x01\x02\x03", "table.csv", "it is not text"),
        (b'a,b\n"never closed', "table.csv", "line 2: there is a quotation mark that is never closed; expected"),
        (b'a,b\n"West" Ham,2', "table.csv", "line 2: there is a quotation mark inside a cell that is not doubled"),
        (b"a,b\n" + b"x" * 200_000, "table.csv", "line 2: there is a cell of more than 131,072 characters"),
        (b"a,b,c\n1,2,3\n", "table.csv", "no line has the column headings"),
        (b"\xff\xfeodd", "table.csv", "UTF-16"),
        (b"x," * 700, "table.csv", "far beyond any table"),
    ],
)
def test_what_is_no_table_is_said_in_one_line(refused, content, name, sentence):
    assert sentence in refused(content, name)


def made(parts: dict[str, bytes]) -> bytes:
    """A workbook of these parts, over those of an honest one."""
    honest = zipfile.ZipFile(io.BytesIO(workbook([["a"]])))
    held = {name: honest.read(name) for name in honest.namelist()} | parts
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (MAIN % b'<row r="1"><c r="XFD1"><v>1</v></c></row>', "line 1, column 16,384"),
        (MAIN % b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "line 1,048,576"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + MAIN % b"", "definitions (DTD)"),
        (MAIN % b"<row", "open it in Excel and save it again"),
        (MAIN % (b" " * 31_000_000), "zip bomb"),
    ],
    ids=["far column", "far line", "DTD", "broken XML", "bomb"],
)
def test_a_hostile_workbook(refused, part, sentence):
    assert sentence in refused(made({"xl/worksheets/sheet1.xml": part}), "odd.xlsx")


def test_parts_that_are_bombs_only_together(refused):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for _ in range(3):
            book.add_worksheet()
    archive = zipfile.ZipFile(out)
    large = {name: MAIN % (b" " * 12_000_000) for name in archive.namelist() if "worksheets/sheet" in name}
    assert len(large) == 3
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made_up:
        for name in archive.namelist():
            made_up.writestr(name, large.get(name) or archive.read(name))
    assert "zip bomb" in refused(bomb.getvalue(), "odd.xlsx")


def test_a_workbook_is_read_by_another_process(refused, monkeypatch):
    monkeypatch.setattr("ofsted_tui.importing.sheets.xlsx._PROGRAM", "import os; os.abort()")
    assert "damaged or unsafe" in refused(workbook([["a"]]), "odd.xlsx")


def test_a_workbook_that_asks_for_more_memory_than_any_table_is_given_up(refused, monkeypatch):
    pytest.importorskip("resource")
    greedy = "from ofsted_tui.importing.sheets import in_subprocess; in_subprocess.print_sheets(lambda path: bytearray(2_000_000_000) and ())"
    monkeypatch.setattr("ofsted_tui.importing.sheets.xlsx._PROGRAM", greedy)
    assert "it needs more memory than any table should" in refused(workbook([["a"]]), "odd.xlsx")


def test_an_archive_that_is_no_workbook(refused):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert "neither a workbook" in refused(out.getvalue(), "odd.xlsx")


def test_a_table_of_two_gigabytes_is_refused_unread(tmp_path):
    file = tmp_path / "large.csv"
    with file.open("wb") as out:
        out.truncate(2_000_000_000)
    with pytest.raises(UnreadableTable, match="2,000 MB"):
        sheets.sheets(file)


def test_nothing_in_a_cell_can_steer_a_terminal(read):
    row = read("Local authority,Publication date,Overall effectiveness,\x1b[31mred\nLeeds,2029-07-23,\x1b[2JGood,\n")
    assert row.notes == ("columns not used: [31mred",)
    assert "\x1b" not in str(row.rows)
