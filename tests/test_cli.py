"""The command line: data on stdout, words on stderr, exit codes that mean something."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from ofsted_tui.cli.exit_code import ExitCode
from ofsted_tui.cli.main import main
from ofsted_tui.core.model import Judgement
from ofsted_tui.storage import shipped_data


@pytest.fixture
def run(capsys):
    """Run a command line; gives its exit code, stdout and stderr."""

    def running(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = left.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return running


def test_list_as_at_a_day(run):
    code, out, err = run("list", "--as-at", "2017-12-08", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert len(rows) == 152
    assert list(rows[0])[:4] == ["council", "name", "region", "inspection"]
    richmond = next(row for row in rows if row["council"] == "richmond-upon-thames")
    assert richmond["overall"] == "good"
    assert richmond["published"] == "2017-12-08"
    assert "152 councils as at 8 December 2017" in err


def test_every_filter_of_a_list_is_in_its_caption(run):
    said = run("list", "--framework", "SIF", "--grade", "inadequate")[1].splitlines()[-1]
    assert said == (
        "19 councils judged inadequate for overall effectiveness, counting only SIF inspections, as at 20 August 2026, "
        "by name."
    )
    assert run("totals", "--framework", "SIF")[1].endswith(
        "for overall effectiveness, counting only SIF inspections, as at 20 August 2026.\n"
    )
    narrow = ("--framework", "ILACS", "--grade", "good", "--region", "london", "--search", "b", "--sort", "grade")
    assert run("list", *narrow, "--judgement", "leadership", "--as-at", "2024")[1].splitlines()[-1] == (
        "5 councils named “b”, judged good for leadership, in London, counting only ILACS inspections, "
        "as at 31 December 2024, by grade for leadership."
    )


def test_list_joins_with_tables_of_others(run):
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv")[1])))
    leeds = next(row for row in rows if row["council"] == "leeds")
    assert [leeds[column] for column in ("urn", "ons_code", "la_code", "council_type", "type")] == [
        "80481", "E08000035", "383", "Metropolitan District", "short",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    ["list", "findings --limit 500", "journeys", "visits", "changes --since 2014", "changes --since 2018 --visits only",
     "show poole", "totals", "repeats leeds", "compare leeds --neighbours", "due"],
)  # fmt: skip
def test_what_is_not_known_is_null_in_json(run, command):
    out = run(*command.split(), "--format", "json")[1]
    assert isinstance(json.loads(out), list | dict)
    assert '""' not in out


def test_values_are_spelt_as_in_the_data_by_every_format(run):
    asked = ("compare", "leeds", "--neighbours", "--columns", "council,closeness")
    by_json = {row["council"]: row["closeness"] for row in json.loads(run(*asked, "--format", "json")[1])}
    by_csv = {
        row["council"]: row["closeness"] for row in csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1]))
    }
    council = json.loads(run("show", "leeds", "--format", "json")[1])["council"]
    held = {near["council"]: near["closeness"] for near in council["neighbours_2025"]}
    assert by_json == {"leeds": None, **held}
    assert by_csv == {"leeds": "", **held}
    assert "very-close" in held.values()
    assert "very similar" in run("compare", "leeds", "--neighbours")[1]


def test_the_row_of_england_is_marked_in_a_column_of_its_own(run):
    rows = json.loads(run("totals", "--by", "region", "--format", "json")[1])
    assert [row["level"] for row in rows] == ["region"] * 9 + ["country"]


def test_findings_are_limited_and_sorted(run):
    asked = ("findings", "drift", "--format", "json")
    everything = json.loads(run(*asked)[1])
    _, out, err = run(*asked, "--limit", "5")
    assert json.loads(out) == everything[:5]
    assert f"{len(everything)} findings" in err
    assert "Showing the first 5." in err
    oldest = [row["published"] for row in json.loads(run(*asked, "--sort", "oldest")[1])]
    assert oldest == sorted(oldest)
    councils = [row["name"] for row in json.loads(run(*asked, "--sort", "council")[1])]
    assert councils == sorted(councils)
    themes = [row["theme"] for row in json.loads(run(*asked, "--sort", "theme")[1])]
    assert len([1 for before, after in pairwise(themes) if before != after]) == len(set(themes)) - 1
    assert run("findings", "--limit", "0")[0] == 2
    assert "Showing the first 2." in run("visits", "--limit", "2", "--format", "csv")[2]


def test_a_year_or_a_month_is_its_last_day_for_as_at_and_its_first_for_since(run):
    assert "2017-12-31" in run("totals", "--as-at", "2017", "--format", "csv")[1]
    assert "2017-11-30" in run("totals", "--as-at", "nov 2017", "--format", "csv")[1]
    assert "from 1 November 2017 to 31 December 2017" in run(
        "changes", "--since", "nov 2017", "--until", "2017", "--format", "csv")[2]  # fmt: skip


def test_a_misspelt_name_offers_the_nearest(run):
    for command in (("show", "lambth"), ("list", "--search", "lambth"), ("themes", "--neighbours-of", "lambth")):
        code, out, err = run(*command)
        assert code == 1
        assert not out
        assert "No council is called “lambth”. Did you mean Lambeth" in err, command


def test_list_has_filters_that_combine(run):
    code, out, _ = run("list", "--grade", "inadequate", "--region", "london", "--as-at", "8 Dec 2017", "--format", "json",
                       "--columns", "name,overall")  # fmt: skip
    assert code == 0
    assert json.loads(out) == [
        {"name": name, "overall": "inadequate"}
        for name in ("Barnet", "Bromley", "Croydon", "Lambeth", "Tower Hamlets", "Wandsworth")
    ]


def test_search_sort_and_reverse(run):
    _, out, _ = run("list", "--search", "north", "--columns", "name", "--format", "csv", "--sort", "name", "--reverse")
    assert out.splitlines()[1:3] == ["Northumberland", "North Yorkshire"]


def test_a_council_of_another_day_is_pointed_to(run):
    code, out, err = run("list", "--search", "cumbria")
    assert (code, out) == (1, "")
    assert "Cumbria existed until 31 March 2023; replaced by Cumberland, and Westmorland and Furness." in err
    assert "To see it: --as-at 2023-03-31." in err
    code, out, err = run("list", "--search", "poole")
    assert (code, "Bournemouth, Christchurch and Poole" in out) == (0, True)
    assert "Poole existed until 31 March 2019" in err


def test_totals(run):
    code, out, err = run("totals", "--as-at", "2017-12-08", "--format", "json")
    assert code == 0
    [row] = json.loads(out)
    held = [row[c] for c in ("outstanding", "good", "requires_improvement", "inadequate", "councils")]
    assert held == [3, 52, 68, 29, 152]
    assert "The press reported 30 inadequate" in err


def test_totals_by_year_are_captioned_as_such(run):
    _, _, err = run("totals", "--by", "year", "--format", "csv")
    assert err.startswith("Councils by grade for overall effectiveness at the end of each year, up to 20 August 2026.")


def test_totals_by_region_add_up(run):
    _, out, _ = run("totals", "--by", "region", "--judgement", "help and protection", "--format", "json")
    rows = json.loads(out)
    assert rows[-1]["region"] == "England"
    for column in ("outstanding", "good", "councils"):
        assert sum(row[column] for row in rows[:-1]) == rows[-1][column]


def test_themes_have_titles_in_a_table_and_their_own_names_in_csv(run):
    assert run("themes")[1].splitlines()[1].startswith("Planning and review ")
    assert run("themes", "--format", "csv")[1].splitlines()[1].startswith("planning-and-review,")
    rows = list(csv.DictReader(io.StringIO(run("themes", "--sort", "praised", "--format", "csv")[1])))
    praise = [int(row["praise"]) for row in rows]
    assert praise == sorted(praise, reverse=True)


def test_findings_of_inspections_without_an_overall_grade(run):
    _, out, err = run("findings", "--grade", "none", "--format", "csv", "--columns", "inspection,overall")
    assert set(out.splitlines()[1:]) == {"surrey-2015-08-03,"}
    assert "where overall effectiveness was not judged" in err


@pytest.mark.parametrize("command", ["findings", "themes"])
def test_the_help_and_the_refusal_name_both_ways_of_asking_for_no_overall_grade(run, command):
    said = " ".join(run(command, "--help")[1].split())
    assert (
        "“not given”: inspections begun from April 2026, which have none; none: earlier ones where it was not" in said
    )
    assert "inadequate, not given, none" in run(command, "--grade", "xyz")[2]
    code, _, err = run(command, "--grade", "not given", "--format", "csv")
    assert code == 0
    assert "11 " in err
    assert "where overall effectiveness was not given" in err


def test_changes_up_to_a_day_begin_thirty_days_before_it(run):
    code, _, err = run("changes", "--until", "2017-12-08", "--format", "csv")
    assert code == 0
    assert err == "6 inspections published from 8 November 2017 to 8 December 2017.\n"


@pytest.mark.parametrize("command", ["findings", "themes", "changes"])
def test_since_and_until_take_in_their_own_day(run, command):
    """On 8 December 2017 the last two reports of the first round came out, and no other until the 21st."""

    def asked(since, until):
        return run(command, "--since", since, "--until", until, "--format", "csv")

    code, day, _ = asked("2017-12-08", "2017-12-08")
    assert code == 0
    assert day.count("\n") > 2
    assert asked("2017-12-08", "2017-12-09")[1] == day
    assert asked("2017-12-07", "2017-12-08")[1] == day
    for other in ("2017-12-07", "2017-12-09"):
        code, none, _ = asked(other, other)
        assert code == 1
        assert len(none.splitlines()) == 1


@pytest.mark.parametrize("command", ["findings", "themes", "changes", "visits"])
def test_dates_between_which_there_is_no_day_are_wrong_usage(run, command):
    for last in ("--until", "--as-at") if command != "changes" else ("--until",):
        assert run(command, "--since", "2023", last, "2022") == (2, "", "--until is before --since.\n")
    assert run(command, "--since", "2022", "--until", "2022")[0] == 0


def test_due_names_the_council_and_says_what_the_window_is_taken_from(run):
    code, out, err = run("due", "--council", "leeds", "--format", "csv")
    assert code == 0
    [row] = csv.DictReader(io.StringIO(out))
    assert (row["since"], row["earliest"], row["latest"]) == ("2025-06-30", "2028-07", "2029-03")
    assert err.startswith("Leeds, as at 20 August 2026")
    assert "the 67 gaps, from start to start" in err
    assert "39 (75%) began within the window estimated then" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--as-at", "2017-12-08"), "No estimate is possible as at 8 December 2017"),
        (
            ("--as-at", "2010-01-01"),
            "No report on a whole service (SIF or later) had been published by 1 January 2010.",
        ),
        (("--council", "cumbria"), "Cumbria did not exist on 20 August 2026."),
    ],
)
def test_where_nothing_is_due_the_reason_is_said(run, arguments, words):
    code, out, err = run("due", *arguments)
    assert (code, out) == (1, "")
    assert words in err


def test_show_has_everything_about_one_council(run):
    code, out, _ = run("show", "blackburn", "--as-at", "2017-12-08")
    assert code == 0
    for text in ("Blackburn with Darwen", "SIF, first, on site 25 Sep – 19 Oct 2017, published 8 Dec 2017", "Praised",
                 "Must improve", "Every inspection", "https://files.ofsted.gov.uk/", "Open Government Licence"):  # fmt: skip
        assert text in out


def test_show_marks_in_every_format_what_came_out_after_the_day(run):
    asked = ("show", "leeds", "--as-at", "2024-01-01")
    history = run(*asked)[1].partition("Every inspection")[2].splitlines()
    assert [line.endswith("later") for line in history if line[:4].isdigit()][:2] == [True, False]
    assert "| later |" in run(*asked, "--format", "md")[1]
    inspections = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1])))
    assert {row["published"]: row["later"] for row in inspections}["2025-08-12"] == "yes"
    assert {row["published"]: row["later"] for row in inspections}["2022-05-09"] == ""
    held = json.loads(run(*asked, "--format", "json")[1])
    assert {row["published"] for row in held["inspections"] if row["later"]} == {"2025-08-12"}
    assert held["next_inspection"] is None  # an estimate as at an older day is `due`'s


def test_the_json_of_show_has_the_estimate_as_due_gives_it(run):
    [due] = json.loads(run("due", "--council", "leeds", "--format", "json")[1])
    assert json.loads(run("show", "leeds", "--format", "json")[1])["next_inspection"] == due


def test_visits_after_the_day_are_marked_too(run):
    visits = json.loads(run("show", "slough", "--as-at", "2024-12-31", "--format", "json")[1])["visits"]
    assert [visit["visit"] for visit in visits if visit["later"]] == ["slough-2026-01-12"]


def test_show_in_every_format(run):
    for form in ("csv", "json", "md"):
        code, out, _ = run("show", "leeds", "--format", form)
        assert code == 0
        assert "leeds" in out.lower()
    held = json.loads(run("show", "leeds", "--format", "json")[1])
    assert set(held) == {
        "council", "as_at", "inspection", "next_inspection", "summary", "findings", "inspections", "visits",
    }  # fmt: skip
    assert held["inspections"][0]["overall"] is None  # 2009: two grades, no overall


def test_show_lists_visits_since_the_inspection_and_all_of_them(run):
    _, out, _ = run("show", "slough")
    since, _, rest = out.partition("Since then (visits give no grade)")[2].partition("Every inspection")
    assert "Focused visit, 19–20 Nov 2025, published 12 Jan 2026: care leavers; an area for priority action" in since
    assert "2022" not in since
    assert "2022-01-18" in rest.partition("Every visit between inspections")[2]
    held = json.loads(run("show", "slough", "--format", "json")[1])["visits"]
    assert [(visit["visit"], visit["since"]) for visit in held] == [
        ("slough-2026-01-12", True), ("slough-2024-07-12", True), ("slough-2022-02-22", False),
        ("slough-2020-11-27", False),
    ]  # fmt: skip


def test_show_of_an_older_inspection_lists_the_visits_since_that_one(run):
    _, out, _ = run("show", "slough", "--inspection", "2019-03-04", "--as-at", "2022-12-31", "--format", "json")
    assert [visit["visit"] for visit in json.loads(out)["visits"] if visit["since"]] == [
        "slough-2022-02-22", "slough-2020-11-27",
    ]  # fmt: skip


def test_show_an_older_inspection(run):
    code, out, _ = run("show", "leeds", "--inspection", "2015-03-27", "--format", "json")
    assert code == 0
    assert json.loads(out)["inspection"] == "leeds-2015-03-27"
    code, _, err = run("show", "leeds", "--inspection", "1999")
    assert code == 1
    assert "Leeds has no inspection “1999”. It has: 2010-" in err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "lambth"), 1, "Did you mean Lambeth"),
        (("list", "--search", "xyzzy"), 1, "No councils named “xyzzy”"),
        (("list", "--as-at", "soon"), 2, "is not a date; expected a date such as"),
        (("list", "--grade", "splendid"), 2, "is not a grade; expected one of outstanding"),
        (("list", "--region", "Wales"), 2, "is not a region; expected one of East Midlands"),
        (("list", "--judgement", "charm"), 2, "is not a judgement"),
        (("list", "--columns", "name,charm"), 2, "“charm” is not a column; expected one of council"),
        (("list", "--frmat", "csv"), 2, "unrecognised arguments: --frmat csv. Did you mean --format?"),
        (("findings", "drift", "--colums=text"), 2, "Did you mean --columns?"),
        (("leeds", "--asat", "2017-12-08"), 2, "Did you mean --as-at?"),
        (("list", "--grade", "god"), 2, "“god” is not a grade. Did you mean good? Expected one of outstanding"),
        (("list", "--region", "Lodnon"), 2, "Did you mean London? Expected one of East Midlands"),
        (("list", "--columns", "name,councl"), 2, "“councl” is not a column. Did you mean council?"),
        (("list", "--format", "JSNO"), 2, "“JSNO” is not one of the choices. Did you mean json?"),
        (("visits", "--topic", "careleavers"), 2, "Did you mean care-leavers?"),
        (("lsit",), 2, "There is no command or council called “lsit”. Did you mean “ofsted-tui list”?"),
        (("shwo", "leeds", "--format", "csv"), 2, "called “shwo leeds”. Did you mean “ofsted-tui show”?"),
        (("Findngs", "care", "leavers", "--limit", "9"), 2, "Did you mean “ofsted-tui findings”?"),
        (("lsit", "--data", "/nonexistent"), 2, "Opening full screen needs a terminal"),
        (("visits", "--limit", "0"), 2, "“0” is not a whole number above zero"),
        (("help",), 2, "Did you mean “ofsted-tui --help”?"),
        (("zzzz",), 2, "ofsted-tui: There is no command or council called “zzzz”.\nTry “ofsted-tui --help”.\n"),
        (("frobnicate", "--grade", "good"), 2, "There is no command or council called “frobnicate”.\n"),
        (("lambth",), 2, "There is no command or council called “lambth”. Did you mean Lambeth?"),
        (("north",), 2, "“north” matches several councils. Did you mean North East Lincolnshire"),
        (("dudley",), 2, "Opening full screen needs a terminal"),  # a council whose name is like a command's
        (("list", "--xyzzy"), 2, "unrecognised arguments: --xyzzy\nTry"),
        (("totals", "--framework", "GCSE"), 2, "is not a framework; expected one of SIF, ILACS"),
        (
            ("totals", "--framework", "SLAC"),
            2,
            "SLAC inspections do not count towards a council's latest grade: use SIF or ILACS",
        ),
        (("list", "--framework", "cpi"), 2, "or “ofsted-tui show COUNCIL” for all inspections of a council"),
        (("totals", "--framework", "ILACS 2018"), 2, "works only with findings and themes; here use ILACS"),
        (("findings", "--framework", "GCSE"), 2, "expected one of SLAC, CPI, TLAC, SIF, LSCB, ILACS, ILACS 2018"),
        (("findings", "--visits", "only", "--grade", "good"), 2, "visits have no grade or framework"),
        (("findings", "--topic", "permanence", "--visits", "leave"), 2, "--topic finds visits"),
        (("visits", "--topic", "weather"), 2, "“weather” is not a topic; expected one of front-door, children-in-need"),
        (("visits", "--type", "full"), 2, "“full” is not one of the choices; expected one of focused"),
        (("visits", "--region", "Wales"), 2, "is not a region"),
        (("visits", "--council", "leeds", "--neighbours-of", "leeds"), 2, "not allowed with argument"),
        (("visits", "--neighbours-of", "poole"), 1, "Poole has been abolished, so it is not in the 2025 model"),
        (
            ("visits", "--since", "2026-06-01"),
            1,
            "No visits published since 1 June 2026. The most recent we hold is from 27 January 2026.",
        ),
        (
            ("visits", "--since", "2027", "--until", "2028"),
            1,
            "No visits published from 1 January 2027 to 31 December 2028. The most recent we hold is from",
        ),
        (
            ("visits", "--priority-action", "--council", "leeds"),
            1,
            "No visits with an area for priority action to Leeds, published up to 27 January 2026.\n",
        ),
        (
            ("visits", "--type", "monitoring", "--priority-action"),
            1,
            "No monitoring visits known to have an area for priority action, published up to 29 April 2025. "
            "It is not known whether 76 visits had an area for priority action.\n",
        ),
        (
            ("visits", "--topic", "care-leavers", "--priority-action", "--region", "london"),
            1,
            "No visits on care leavers with an area for priority action in London, published up to 27 January 2026.\n",
        ),
        (("findings", "--theme", "charm"), 2, "is not a theme; expected one of early-help"),
        (("compare", "leeds", "leeds"), 2, "expected 2 to 11 councils"),
        (
            ("compare", "poole", "--neighbours", "--as-at", "2017-12-08"),
            1,
            "Poole has been abolished, so it is not in the 2025 model",
        ),
        (
            ("compare", "leeds", "bradford", "--themes"),
            1,
            "No theme that two of them must improve, or that one must improve and another is praised for, in their "
            "most recent reports as at 20 August 2026.",
        ),
        (("compare", "leeds", "bury", "--themes", "--as-at", "2013"), 1, "No report on a whole service (SIF or later)"),
        (("repeats", "cumbria"), 1, "Cumbria, inspection published on 15 November 2022: we do not hold the report"),
        (("repeats", "leeds", "--as-at", "2013"), 1, "Leeds: no full inspection had been published by 31 December"),
        (("repeats", "cumberland"), 1, "Cumberland: none of the 4 improvements asked for in the report of 26 November"),
        (("repeats", "--visits", "cumbria"), 1, "Cumbria: no improvement was asked for more than once, at least once"),
        (("repeats", "--as-at", "2020"), 2, "--as-at needs a council, and does not work with --visits"),
        (("journeys", "--neighbours-of", "poole"), 1, "Poole has been abolished, so it is not in the 2025 model"),
        (("findings", "--council", "leeds", "--neighbours-of", "leeds"), 2, "not allowed with argument"),
        (("--as-at", "2017-12-08", "list"), 2, "put options after the command"),
        (
            ("list", "--data", "/no/such/folder"),
            3,
            "/no/such/folder: expected a folder of tables; there is no such folder",
        ),
        (("list", "--data", __file__), 3, "test_cli.py: expected a folder of tables; this is a file"),
        (("library", "--data", "/nonexistent"), 2, "ofsted-tui library: unrecognised arguments: --data\nTry"),
        (("changes", "--judgement", "charm"), 2, "is not a judgement; expected one of overall"),
        (
            ("list", "--judgement", "Safeguarding"),
            2,
            "only inspections of 2009–2012 judged safeguarding, and they do not count towards a council's latest grade",
        ),
        (("show",), 2, "required: COUNCIL"),
        ((), 2, "Opening full screen needs a terminal"),
        (("leeds",), 2, "ofsted-tui list"),
    ],
)
def test_what_cannot_be_answered_is_said_on_stderr(run, arguments, code, words):
    left, out, err = run(*arguments)
    assert left == code
    assert out == ""
    assert words in err


def test_a_limit_may_be_any_number(run):
    assert run("visits", "--limit", "9" * 5000) == run("visits")
    assert run("visits", "--limit", "007") == run("visits", "--limit", "7")


def test_a_day_after_the_data_is_answered_with_a_warning(run):
    code, _, err = run("totals", "--as-at", "2030-01-01")
    assert code == 0
    assert "The data ends on 20 August 2026" in err


@pytest.mark.parametrize("argument", ["--help", "--version", "--keys"])
def test_what_needs_no_data(run, argument):
    code, out, _ = run(argument)
    assert code == 0
    assert out


def test_a_broken_pipe_is_quiet():
    command = f"{sys.executable} -m ofsted_tui list --format csv | head -2"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Error" not in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_names_are_written_whole_under_any_locale():
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "ofsted_tui", "show", "leeds"], env=environment,
                          capture_output=True, check=True)  # fmt: skip
    assert "© Crown" in done.stdout.decode("utf-8")


def test_forms_of_a_framework_narrow_the_findings(run):
    code, out, err = run("findings", "--framework", "ilacs 2026", "--format", "json")
    assert code == 0
    assert {row["published"][:4] for row in json.loads(out)} == {"2026"}
    assert "findings in ILACS 2026 inspections, in reports on 11 councils" in err


def test_as_at_is_another_word_for_until(run):
    until = run("themes", "--until", "2014-12-31", "--format", "csv")
    assert until[0] == 0
    assert run("themes", "--as-at", "2014-12-31", "--format", "csv") == until


def test_themes_count_inspections_under_the_framework_in_force_unless_told_otherwise(run):
    _, out, err = run("themes", "--format", "csv")
    assert "321 ILACS inspections" in err
    assert out == run("themes", "--framework", "ilacs", "--format", "csv")[1]
    _, _, err = run("themes", "--framework", "sif", "--format", "csv")
    assert err.startswith("167 SIF inspections, in reports up to ")
    _, out, _ = run("themes", "--theme", "neglect", "--by", "framework", "--format", "csv")
    assert "\nSIF," in out
    _, out, err = run("themes", "--as-at", "2017-12-08", "--format", "csv")
    assert err.startswith("153 SIF inspections, in reports up to 8 December 2017: ")
    assert out == run("themes", "--as-at", "2017-12-08", "--framework", "sif", "--format", "csv")[1]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ((), "321 ILACS inspections, in reports up to 20 August 2026: 1,645 improvements asked for in all."),
        (("--framework", "SIF"), "167 SIF inspections, in reports up to 20 August 2026: 3,369 improvements asked for in "
                                 "all."),
        (("--since", "2023", "--until", "2025", "--council", "leeds", "--kind", "improvement"),
         "1 ILACS inspection, for Leeds, published since 1 Jan 2023, in reports up to 31 December 2025: 2 improvements "
         "asked for in all."),
    ],
)  # fmt: skip
def test_a_theme_broken_down_says_of_which_inspections_and_up_to_when(run, asked, counted):
    for by in ("year", "region", "grade"):
        _, _, err = run("themes", "--theme", "neglect", "--by", by, *asked, "--format", "csv")
        assert err.startswith(f"Neglect by {by}. {counted} ")
    assert run("themes", *asked, "--format", "csv")[2].startswith(f"{counted} ")


def test_themes_without_a_finding_say_what_was_asked_for(run):
    none = "No findings for Leeds, in ILACS inspections, published since 1 Aug 2026, in reports up to 20 August 2026.\n"
    for by in ((), ("--theme", "neglect", "--by", "region")):
        assert run("themes", "--council", "leeds", "--since", "2026-08", *by) == (1, "", none)


def test_findings_of_inspections_or_of_visits_alone_are_said_to_come_from_them(run):
    assert " findings from inspections, in reports on " in run("findings", "--visits", "leave", "--format", "csv")[2]
    asked = run("findings", "--visits", "only", "--council", "leeds", "--topic", "front-door", "--format", "csv")
    assert asked[2] == (
        "7 findings for Leeds, of visits on front door, in reports up to 20 August 2026. Visits give no grade.\n"
    )


def test_councils_like_us_and_what_was_praised_there(run):
    _, out, err = run("findings", "--neighbours-of", "leeds", "--kind", "praise", "--grade", "good", "--format", "json")
    rows = json.loads(out)
    assert "bournemouth-christchurch-and-poole" in {row["council"] for row in rows}
    assert {(row["kind"], row["overall"]) for row in rows} == {("praise", "good")}
    assert "for the statistical neighbours of Leeds (2025 model)" in err
    _, out, err = run("journeys", "--neighbours-of", "leeds", "--format", "csv")
    assert len(out.splitlines()) == 4
    assert "3 journeys from inadequate to good or outstanding among the statistical neighbours of Leeds" in err
    assert "from the first inadequate grade to the next good or outstanding one, report to report." in err


def test_joint_judgements_part_a_history_and_it_is_said(run):
    code, _, err = run("journeys", "--judgement", "care_leavers", "--moves", "up", "--format", "csv")
    assert code == 0
    assert "Joint judgements from 2018 to 2022 leave gaps in these histories." in err


def test_themes_have_titles_for_people_and_keys_for_programs(run):
    _, table, _ = run("findings", "--theme", "Homeless at 16 or 17", "--until", "2014-12-31")
    assert "Homeless at 16 or 17" in table
    _, csv_, _ = run("findings", "--theme", "homeless-16-17", "--until", "2014-12-31", "--format", "csv")
    assert ",homeless-16-17," in csv_


def test_a_comparison_to_print_has_the_themes_too(run):
    code, out, _ = run("compare", "bcp", "leeds", "city of london", "--format", "md")
    assert code == 0
    assert "| Theme | Number asked | Must improve | Praised |" in out
    assert "Bournemouth, Christchurch and Poole; City of London" in out
    code, out, _ = run("compare", "bcp", "leeds", "--themes", "--format", "json")
    assert json.loads(out)[0]["asked"] == ["bournemouth-christchurch-and-poole"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "blackpool --as-at 2026-08-20",
            "the one improvement asked for in the report of 28 July 2026 had not been asked",
        ),
        (
            "haringey --as-at 2026-08-20",
            "the one improvement asked for in the report of 24 February 2026 had been asked",
        ),
        ("thurrock --as-at 2024-12-31", "the report of 29 October 2024 asks for no improvement."),
    ],
)
def test_a_report_that_asks_for_one_improvement_or_none_is_told_so(run, asked, told):
    answered = run("repeats", *asked.split())
    assert told in " ".join(" ".join(answered[1:]).split())


def test_the_most_recent_visit_is_one_of_those_asked_for(run):
    for asked, newest in {
        "--council leeds": "31 August 2021", "--topic care-leavers": "12 January 2026", "": "27 January 2026",
    }.items():  # fmt: skip
        _, _, err = run("visits", *asked.split(), "--since", "2026-08-01")
        assert f"The most recent we hold is from {newest}." in " ".join(err.split())


def test_totals_by_month_before_the_first_report_are_those_of_the_day(run):
    code, out, _ = run("totals", "--by", "month", "--as-at", "2013-06-30", "--format", "csv")
    assert code == 0
    [row] = csv.DictReader(io.StringIO(out))
    assert (row["month"], row["as_at"], row["not_inspected"]) == ("2013-06", "2013-06-30", "152")


def test_no_visits_have_no_note_on_grades(run):
    answered = run("changes", "--since", "2026-05-01", "--visits", "only")
    said = "to 20 August 2026. The most recent visit we hold is from 27 January 2026."
    assert " ".join(" ".join(answered[1:]).split()).endswith(said)


def test_changes_beyond_the_visits_that_we_hold_say_where_these_end(run):
    end = "The most recent visit we hold is from 27 January 2026."
    for since in ("2026-07-21", "2026-01-01"):
        for more in ((), ("--format", "csv"), ("--visits", "only")):
            answered = run("changes", "--since", since, *more)
            assert " ".join(" ".join(answered[1:]).split()).count(end) == 1
        assert end not in " ".join(" ".join(run("changes", "--since", since, "--visits", "leave")[1:]).split())
    assert "most recent" not in "".join(run("changes", "--since", "2025-12-01", "--until", "2026-01-27")[1:])


def test_the_help_of_repeats_says_what_a_date_goes_with(run):
    assert "with COUNCIL, without --visits: as things stood on this date" in " ".join(
        run("repeats", "--help")[1].split()
    )


def test_a_comparison_before_the_first_report_says_why_it_is_bare(run):
    code, out, _ = run("compare", "leeds", "--neighbours", "--as-at", "2013-06-01")
    assert code == 0
    assert "Leeds" in out
    assert "No report on a whole service (SIF or later) had been published by 1 June 2013." in out


def test_who_was_visited_on_a_topic_since_a_day(run):
    code, out, err = run("visits", "--topic", "care leavers", "--since", "2025-06-01", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(row["council"], row["priority_action"]) for row in rows] == [
        ("slough", "yes"), ("westmorland-and-furness", "no"), ("barnet", "no"), ("cambridgeshire", "no"),
        ("lincolnshire", "no"), ("plymouth", "no"),
    ]  # fmt: skip
    assert list(rows[0]) == [
        "visit", "council", "name", "region", "type", "start", "end", "published", "topic", "priority_action", "source",
        "notes", "summary",
    ]  # fmt: skip
    assert err == (
        "6 visits on care leavers to 6 councils, published from 1 June 2025 to 27 January 2026. "
        "1 with an area for priority action (Slough). A visit gives no grade.\n"
    )


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        (("findings", "--kind", "PRAISE", "--sort", "Oldest"), ("findings", "--kind", "praise", "--sort", "oldest")),
        (("totals", "--by", "Region"), ("totals", "--by", "region")),
        (("visits", "--type", "Monitoring"), ("visits", "--type", "monitoring")),
        (("totals", "--format", "JSON", "--columns", "Outstanding, GOOD"), ("totals", "--format", "json", "--columns",
                                                                         "outstanding,good")),
    ],
)  # fmt: skip
def test_what_is_one_of_a_few_may_be_typed_in_capitals(run, asked, plainly):
    assert run(*asked) == run(*plainly)
    assert run(*plainly)[0] == 0


def test_the_help_of_judgement_lists_what_is_accepted(run):
    listed = re.search(r"overall \(default\), [a-z_, \n]+", run("totals", "--help")[1])[0]
    names = listed.replace(" (default)", "").replace(",", " ").split()
    counted = [one for one in shipped_data.load().inspections.values() if one.is_full]
    held = {judgement for one in counted for judgement in one.grades}
    assert names == [judgement.value for judgement in Judgement if judgement in held]
    assert all(run("totals", "--judgement", name)[0] == 0 for name in names)


@pytest.mark.parametrize(
    ("arguments", "caption"),
    [
        (
            (),
            "447 visits to 152 councils, published up to 27 January 2026. 52 without a date of publication are counted "
            "by their first day on site. 24 with an area for priority action; "
            "not known for 76. A visit gives no grade.",
        ),
        (
            ("--priority-action",),
            "24 visits known to have an area for priority action, to 21 councils, published up to 27 January 2026. "
            "It is not known whether 76 visits had an area for priority action. A visit gives no grade.",
        ),
        (
            ("--type", "monitoring", "--council", "bcp", "--council", "hull"),
            "7 monitoring visits to Bournemouth, Christchurch and Poole; Hull, published up to 29 April 2025. "
            "7 without a date of publication are counted by their first day on site. A visit gives no grade.",
        ),
        (
            ("--council", "hull", "--council", "leeds"),
            "8 visits to Hull and Leeds, published up to 27 January 2026. 2 without a date of publication are counted by "
            "their first day on site. A visit gives no grade.",
        ),
        (
            ("--neighbours-of", "leeds", "--until", "2020"),
            "6 visits to 4 of the statistical neighbours of Leeds (2025 model), published up to 31 December 2020. "
            "1 with an area for priority action (Bournemouth, Christchurch and Poole). A visit gives no grade.",
        ),
    ],
)
def test_the_caption_of_visits_says_every_filter_and_up_to_which_date(run, arguments, caption):
    assert run("visits", *arguments)[1].splitlines()[-1] == caption


def test_visits_show_the_date_by_which_they_are_sorted(run):
    head, *rows, _ = run("visits", "--since", "2024-01-01", "--until", "2024-02-01")[1].splitlines()
    assert head.split() == ["Name", "Type", "Start", "Published", "Topic"]
    at = head.index("Published")
    published = [row[at : at + 10].strip() or row[head.index("Start") :][:10] for row in rows]
    assert published == sorted(published, reverse=True)
    assert all("2024-01-01" <= day <= "2024-02-01" for day in published)


def test_visits_have_filters_that_combine(run):
    def keys(*arguments):
        return run("visits", *arguments, "--format", "csv", "--columns", "visit")[1].split()[1:]

    assert len(keys()) == 447
    assert keys("--council", "bury", "--type", "monitoring")[-1] == "bury-monitoring-2022-10-12"
    assert keys("--priority-action", "--region", "london") == ["hackney-2019-03-04"]
    assert keys("--topic", "permanence", "--topic", "vulnerable adolescents", "--council", "ealing", "--council", "sutton"
                ) == ["ealing-2018-11-16", "sutton-2018-07-19"]  # fmt: skip
    near = keys("--neighbours-of", "leeds", "--until", "2018-12-31")
    assert "leeds-2018-02-22" not in near
    assert near


def test_since_and_until_of_visits_take_in_their_own_day(run):
    day = run("visits", "--since", "2018-02-22", "--until", "2018-02-22", "--format", "csv", "--columns", "visit")[1]
    assert day.split()[1:] == ["coventry-2018-02-22", "leeds-2018-02-22", "nottinghamshire-2018-02-22"]
    _, out, _ = run("visits", "--since", "2022-10-12", "--until", "2022-10-12", "--columns", "visit", "--format", "csv")
    assert out.split()[1:] == ["bury-monitoring-2022-10-12"]  # its publication is not known: by its start


def test_visits_in_a_table_fit_a_terminal_and_no_topic_is_cut(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = run("visits", "--region", "north west")
    assert "Children in need, protection" in " ".join(out.split())
    assert "…" not in out


def test_changes_tell_visits_apart(run):
    window = ("--since", "2026-01-20", "--until", "2026-01-28")
    _, out, _ = run("changes", *window)
    inspections, _, visits = out.partition("inspections published from 20 January 2026")
    assert "Bracknell Forest" in inspections
    assert "Middlesbrough" not in inspections
    assert "Middlesbrough" in visits
    assert "3 visits published from 20 January 2026" in visits
    _, both, err = run("changes", *window, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(both)))
    assert all(bool(row["visit"]) != bool(row["inspection"]) for row in rows)
    assert not any(row["grade"] for row in rows if row["visit"])
    assert "3 visits, which give no grade." in err
    _, alone, err = run("changes", *window, "--format", "csv", "--visits", "leave")
    assert [row["inspection"] for row in csv.DictReader(io.StringIO(alone))] == [
        row["inspection"] for row in rows if row["inspection"]
    ]
    assert "visit" not in err
    _, only, _ = run("changes", *window, "--format", "csv", "--visits", "only")
    assert {row["council"] for row in csv.DictReader(io.StringIO(only))} == {
        "middlesbrough", "staffordshire", "stockton-on-tees",
    }  # fmt: skip


def test_changes_of_one_judgement_are_its_grades_alone(run):
    code, out, _ = run("changes", "--since", "2026-01-20", "--until", "2026-01-28", "--format", "csv")
    every = list(csv.DictReader(io.StringIO(out)))
    chosen = ("--judgement", "leadership", "--judgement", "care leavers")
    code, out, err = run("changes", "--since", "2026-01-20", "--until", "2026-01-28", "--format", "csv", *chosen)
    assert code == 0
    asked = [row for row in every if row["judgement"] in ("leadership", "care_leavers") or row["visit"]]
    assert asked
    assert list(csv.DictReader(io.StringIO(out))) == asked
    assert "(leadership and care leavers alone) published from" in err


def test_what_matches_on_theme_only_is_listed_last_only_among_others(run):
    assert run("findings", "domestic abuse in bristol")[1].rstrip().endswith("1 matched on theme only.")
    assert run("findings", "front door")[1].rstrip().endswith("matched on theme only, listed last.")


def test_a_visit_without_a_date_of_publication_shows_the_day_that_counts(run):
    answer = run("changes", "--visits", "only", "--since", "2023-05-10", "--until", "2023-05-20")[1]
    assert "2023-05-16" in answer
    assert "1 without a date of publication is counted by its first day on site." in answer


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_changes_have_the_same_columns_for_a_program_whatever_came_out(run, format_):
    both, only_visits, neither = (
        run("changes", "--since", since, "--until", until, "--format", format_)[1]
        for since, until in (("2026-01-20", "2026-01-28"), ("2026-01-27", "2026-01-27"), ("2026-08-21", "2026-08-21"))
    )
    if format_ == "csv":
        assert both.splitlines()[0] == only_visits.splitlines()[0] == neither.splitlines()[0]
    else:
        assert list(json.loads(both)[0]) == list(json.loads(only_visits)[0])
    assert "slough" not in both
    assert "middlesbrough-2026-01-27" in only_visits


def test_changes_take_the_columns_of_inspections_where_only_visits_came_out(run):
    only_visits = ("changes", "--since", "2026-01-27", "--until", "2026-01-27")
    code, out, _ = run(*only_visits, "--columns", "name,grade,visit_type")
    assert code == 0
    assert out.splitlines()[0].split() == ["Name", "Grade", "Visit", "type"]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_list_of_commands_fits_the_terminal(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    help_ = run("--help")[1]
    assert max(map(len, help_.splitlines())) <= columns
    if columns == 60:
        assert "councils have each\n                         grade: on any date" in help_


@pytest.mark.parametrize(
    "command",
    ["list", "totals", "show leeds", "journeys", "due", "compare leeds york", "repeats lambeth", "findings neglect",
     "themes", "visits", "changes --since 2026"],
)  # fmt: skip
def test_every_command_says_once_that_the_data_ends_before_the_day(run, command):
    day = ("--until" if command.startswith("changes") else "--as-at", "2027-06-01")
    code, _, err = run(*command.split(), *day)
    assert code == 0
    assert err.count("The data ends on 20 August 2026; later reports are not in it.\n") == 1
    assert "The data ends" not in run(*command.split(), day[0], "2026-08-20")[2]


def test_changes_since_a_date_after_the_data_say_where_it_ends(run):
    code, out, err = run("changes", "--since", "2026-09-01")
    assert (code, out) == (1, "")
    assert err == (
        "No inspections published since 1 September 2026: the data ends on 20 August 2026. "
        "The most recent visit we hold is from 27 January 2026.\n"
    )
    assert "No visits published since 1 September 2026: the data ends" in run(
        "changes", "--since", "2026-09-01", "--visits", "only")[2]  # fmt: skip


def test_a_page_of_changes_has_the_visits_too(run):
    page = run("changes", "--since", "2026-01-20", "--until", "2026-01-28", "--format", "html")[1]
    assert "Bracknell Forest" in page
    assert "Middlesbrough" in page


def test_a_comparison_has_the_same_columns_for_a_program_whoever_is_compared(run):
    sif = run("compare", "leeds", "york", "--as-at", "2017-12-08", "--format", "csv")[1]
    ilacs = run("compare", "leeds", "york", "--format", "csv")[1]
    assert sif.splitlines()[0] == ilacs.splitlines()[0]
    assert "LSCB" not in run("compare", "leeds", "york")[1]


def test_changes_where_only_visits_came_out(run):
    code, out, _ = run("changes", "--since", "2026-01-27", "--until", "2026-01-27")
    assert code == 0
    assert "Middlesbrough" in out


def test_a_comparison_has_the_topic_and_the_date_of_each_ones_last_visit(run):
    _, out, _ = run("compare", "leeds", "bury", "--as-at", "2024-06-01")
    assert "The most recent visit to each, up to 1 June 2024." in out
    assert "Bury   Monitoring  2023-11-01  Care leavers" in out
    _, out, _ = run("compare", "leeds", "bury", "--format", "json")
    assert [(row["last_visit"], row["last_visit_start"], row["last_visit_topic"]) for row in json.loads(out)] == [
        ("leeds-2021-08-31", "2021-07-20", ["front-door"]),
        ("bury-monitoring-2024-10-31", "2024-10-31", ["front-door"]),
    ]


def test_a_failure_that_should_not_be_has_a_code_of_its_own(run, monkeypatch, tmp_path):
    def fails(_):
        raise RuntimeError("a fault")

    monkeypatch.setattr("ofsted_tui.cli.listing.repository_of", fails)
    details = tmp_path / "home/ofsted-tui/last-error.txt"  # as the fixture says: never the developer's own
    assert run("list") == (
        70, "", f"Something went wrong, and ofsted-tui has stopped. The details are in {details}\n",
    )  # fmt: skip
    assert "RuntimeError: a fault" in details.read_text(encoding="utf-8")
    codes = [code for name, code in vars(ExitCode).items() if name.isupper()]
    assert len(set(codes)) == len(codes) == 6


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["list"], ["--version"]])
def test_what_a_full_disk_does_not_take_is_said(arguments, unbuffered):
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "ofsted_tui", *arguments], stdout=full, stderr=subprocess.PIPE, text=True,
            check=False, env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    assert ended.returncode == 70
    assert ended.stderr == f"The output could not be written: {os.strerror(errno.ENOSPC)}.\n"


@pytest.mark.skipif(os.name != "posix", reason="needs a limit to the size of files")
def test_a_file_that_may_not_grow_is_said(tmp_path):
    limited = 'ulimit -f 16; exec "$0" -m ofsted_tui findings > all.txt'
    ended = subprocess.run(
        ["sh", "-c", limited, sys.executable], stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "", "PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    assert ended.returncode == 70
    assert ended.stderr == f"The output could not be written: {os.strerror(errno.EFBIG)}.\n"


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "--format", "csv"], 0),
        (["show", "nowhere"], 1),
        (["list", "--bogus"], 2),
        (["list", "--data", "no"], 3),
    ],
)
def test_an_answer_is_the_same_where_nothing_can_be_said_beside_it(arguments, code):
    command = [sys.executable, "-m", "ofsted_tui", *arguments]
    with FULL.open("w") as full:
        unsaid = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, check=False,
                                env={**os.environ, "PYTHONUNBUFFERED": ""})  # fmt: skip
    said = subprocess.run(command, capture_output=True, check=False)
    assert unsaid.returncode == said.returncode == code
    assert unsaid.stdout == said.stdout
