"""The screens beside the first, driven by keyboard."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ofsted_tui.analysis.finding_search import FindingQuery
from ofsted_tui.core.model import Grade, Judgement
from ofsted_tui.storage.notebook import Notebook
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.styled_text import line_text

from .driver import browsing
from .test_frames import compare

VIEWS = {
    "findings": "2",
    "england": "3",
    "map": "4",
    "themes": "5",
    "journeys": "6",
    "next_inspections": "7",
    "whats_new": "8",
    "compare": "c",
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS)
async def test_frame(fuller_country, view, size):
    async with browsing(fuller_country, size=size) as ui:
        await ui.press(VIEWS[view])
        await ui.pilot.pause()
        compare(ui.frame, f"{view}-{size[0]}x{size[1]}.txt")


async def test_a_word_leads_to_its_finding_in_the_council(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("warm")
        ui.shows("1 finding · 1 document", "Plans are short, warm and clear")
        await ui.press("enter", "enter")
        await ui.pilot.pause()
        ui.highlights("Cedar upon Stour, St Mary's and Great Rowan")
        ui.shows("▶+ Plans are short, warm and clear", "Councils › Cedar")


async def test_words_are_narrowed_and_cleared(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2", "enter", "f", "space", "enter")
        ui.shows("2 findings", "Praised ×   c Clear")
        await ui.press("escape")
        ui.shows("7 findings")
        await ui.press("escape")
        ui.lists(*[s.council.name for s in fuller_country.as_at()])


async def test_words_that_name_no_council_are_asked_of_the_findings(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.search("warm")
        ui.shows("Enter  Search what", "inspectors said")
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("1 finding · 1 document")


async def test_down_leaves_the_box_and_letters_are_commands_again(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("plans")
        ui.shows("Enter Show results  Esc Clear")
        await ui.press("down", "0")
        ui.shows("What reports ask for and praise")


async def test_nothing_said_is_said(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("xyz[/")
        ui.shows("No findings with “xyz[/”. Esc clears the words.")


async def test_esc_goes_back_from_a_region_to_england_and_brings_the_filter_back(fuller_country):
    async with browsing(fuller_country) as ui:
        before = ui.app.state.selection._replace(grades=frozenset({Grade.GOOD}))
        ui.app.state.choose(before)
        slug = ui.browse.slug
        await ui.press("3", "left", "tab", "enter")
        assert ui.app.state.selection.regions == frozenset({"London"})
        assert ui.app.state.day == date(2026, 6, 30)
        await ui.press("down", "escape")
        assert type(ui.app.screen).__name__ == "England"
        assert (ui.app.state.selection, ui.app.state.day, ui.browse.slug) == (before, None, slug)


async def test_the_way_back_outlasts_another_judgement_and_a_look_at_a_council(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3", "down", "enter", "v", "down", "enter", "enter", "escape")
        assert ui.browse.council_list.has_focus
        await ui.press("/", "escape")
        assert ui.app.state.selection.regions == frozenset({"London"})
        judgement = ui.app.state.selection.judgement
        await ui.press("escape")
        assert type(ui.app.screen).__name__ == "England"
        assert ui.app.state.selection.judgement is judgement is not Judgement.OVERALL


async def test_there_is_no_way_back_from_another_list(repository):
    async with browsing(repository) as ui:
        await ui.press("3", "enter", "d")
        await ui.type("2017-12-08")
        await ui.press("enter", "escape", "escape")
        ui.says("Nothing to clear")
        assert ui.app.screen is ui.browse


async def test_esc_in_a_region_first_clears_what_was_typed_there(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3", "down", "enter")
        await ui.search("a")
        await ui.press("escape")
        assert ui.app.state.selection.regions == frozenset({"London"})
        await ui.press("escape")
        assert type(ui.app.screen).__name__ == "England"


async def test_journeys_can_follow_a_judgement_that_is_given_no_more(repository):
    async with browsing(repository) as ui:
        await ui.press("6", "v", *["down"] * 7, "enter", "b")
        ui.shows("Adoption · to 20 Aug 2026")


async def test_the_judgement_can_be_chosen_on_a_screen(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("3", "v", "down", "enter")
        assert ui.app.state.selection.judgement is Judgement.IN_CARE
        ui.shows("England over time · Children in care")


async def test_each_count_of_a_theme_opens_its_findings(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5")
        ui.shows("Themes · 3 ILACS inspections", "▸Asked in", "Fewer than 10 reports: no percentages.")
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("2 findings · 2 documents", "Must improve ×   Planning and review ×   ILACS ×")
        await ui.press("escape")
        ui.shows("Themes · 3 ILACS inspections")
        await ui.press("right", "enter")
        await ui.pilot.pause()
        ui.shows("1 finding · 1 document", "Praised ×   Planning and review ×   ILACS ×")
        await ui.press("5", "right", "enter")
        ui.shows("▸Concerns")
        ui.says("That count is zero.")


async def test_a_theme_is_parted_and_each_part_opens_its_findings(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "b")
        ui.shows("Planning and review by year · 3 ILACS inspections", "2019", "2024")
        await ui.press("b")
        ui.shows("Planning and review by region")
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("1 finding · 1 document", "Must improve ×   Planning and review ×   London ×")
        await ui.press("5", "b")
        ui.shows("Planning and review by framework · 4 inspections", "SIF", "ILACS 2018")
        await ui.press("escape")
        ui.shows("Themes · 3 ILACS inspections")


async def test_themes_are_sorted_and_narrowed_by_year(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "s", "s")
        ui.says("Sorted by concerns.")
        assert ui.app.screen.rows.target.theme == "front-door"
        ui.shows("Themes · most concerns first", "▸Concerns↓")
        await ui.press("f", "end", "up", "space", "enter")
        ui.shows("1 ILACS inspection, published in 2019")


async def test_the_title_of_the_themes_names_the_column_by_which_they_are_sorted(repository):
    async with browsing(repository) as ui:
        await ui.press("5")
        ui.shows("Themes · asked for in most reports first", "▸Asked in↓ % reports")
        rows = [list(map(int, row)) for row in re.findall(r" (\d+)  +(\d+)%   +\d", ui.frame)]
        assert len(rows) > 10
        assert rows == sorted(rows, reverse=True)
        assert all(round(100 * reports / 321) == percent for reports, percent in rows)
        await ui.pilot.resize_terminal(200, 50)
        ui.shows("Asked in↓ % reports ▸Improvements  % all", "93        29%           109   6.6%")
        await ui.pilot.resize_terminal(80, 24)
        await ui.press("s")
        ui.shows("Themes · most praise first", "▸Praise↓", "% reports ")
        praise = [int(line.split()[-3]) for line in ui.frame.splitlines() if re.search(r"\d+% ", line)]
        assert len(praise) > 10
        assert praise == sorted(praise, reverse=True)
        await ui.press("s", "s")
        ui.says("Sorted by the reports that ask for improvement.")
        ui.shows("Themes · asked for in most reports first", "▸Asked in↓ % reports")


async def test_the_column_that_enter_opens_and_the_one_that_sorts_are_told_apart(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("5", "right")
        ui.shows("Enter opens the findings under ▸, ← → move it.", "Asked↓ %rep  %all ▸Praise  Concerns ")
        await ui.press("s", "s")
        ui.shows("%rep  %all  Praise ▸Concerns↓")
        await ui.press("b")
        ui.shows("▸Concerns")
        assert "↓" not in ui.frame, "the parts of a theme have an order of their own"


async def test_the_note_on_the_parts_of_a_theme_is_one_line(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("5", "b")
        ui.app.screen.filter_by(FindingQuery())
        ui.shows("† Different frameworks counted together. Fewer than 10 reports: no percentages.")
        assert ui.frame.split("\n")[2].startswith("╭")


async def test_themes_say_that_no_report_had_come_out(fuller_country):
    async with browsing(fuller_country, settings=Settings(as_at="2010-01-01")) as ui:
        await ui.press("5")
        ui.shows("No report on a whole service (SIF or later) had been published by", "1 January 2010.")
        await ui.press("2")
        ui.shows("No report on a whole service (SIF or later) had been published by", "1 January 2010.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_the_heading_of_the_themes_explains_is_drawn(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("5")
        ui.shows("Themes · 321 ILACS inspections", "▸Asked", "Praise", "Concerns", "29%", "6.6%")
        assert "▇▇" not in ui.frame


async def test_beside_a_theme_stand_examples_of_what_was_said(fuller_country):
    async with browsing(fuller_country, size=(120, 40)) as ui:
        await ui.press("5")
        ui.shows("Must improve 2 ─", "• Give every child a plan", "Thorn, Feb 2022", "Praised 1 ─")
        await ui.press("down")
        ui.shows("• See every child alone")


async def test_a_year_of_two_frameworks_is_marked(repository):
    async with browsing(repository) as ui:
        await ui.press("5", "b")
        assert "†" not in ui.frame, "only ILACS inspections are counted"
        ui.app.screen.filter_by(FindingQuery())
        await ui.pilot.pause()
        ui.shows("2018 †", "2015 †", "† Different frameworks counted together.")


async def test_themes_count_the_framework_in_force_on_the_date_shown(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("5")
        ui.shows("Themes · 153 SIF inspections · to 8 Dec 2017")


async def test_words_are_cited_with_their_place(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("warm")
        await ui.press("enter", "y")
        assert ui.app.clipboard == (
            "Cedar upon Stour, St Mary's and Great Rowan: Plans are short, warm and clear, and children help to write "
            "them. (Summary of Ofsted’s report of 3 March 2024, children in care, page 3, paragraph 9; not Ofsted’s words.)"
        )
        await ui.press("/")
        await ui.type("xyz")
        await ui.press("enter", "y")
        ui.says("There is no finding to cite.")


async def test_words_that_only_the_theme_has_are_told_apart(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        await ui.type("superv")
        ui.shows("2 findings", "1 of 2 · 1 matched on theme only", "Supervision: Leaders know their services well")


async def test_hits_are_laid_out_as_far_as_one_goes(repository):
    async with browsing(repository) as ui:
        await ui.press("2", "enter")
        rows = ui.app.screen.rows
        every = len(ui.app.screen.hits)
        assert every > 11_000
        assert len(rows.items._kept) < 40
        await ui.press("end")
        assert rows.here == every - 1
        assert len(rows.items._kept) < 80
        ui.shows(f"{every:,} of {every:,}")


async def test_the_page_of_a_finding_is_never_cut_away(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("2")
        await ui.type("outstanding")
        await ui.press("enter")
        for item in ui.app.screen.rows.items:
            assert f" {item.target.finding.pages[0]}" in "".join(span.text for span in item.lines[0])


async def test_the_filter_of_words_has_headings_counts_and_letters_that_jump(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2", "enter", "f")
        ui.shows("Kind of finding", "· Must improve                                    4", "Overall grade at the time")
        await ui.press("l", "l", "space")  # Leadership, then London
        assert ui.app.screen_stack[-2].finding_query.regions == frozenset({"London"})
        await ui.press("F", "space", "enter")
        ui.shows("1 finding · 1 document", "Front door ×   London ×")


async def test_journeys_show_moves_and_open_their_reports(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("6")
        ui.shows("No council had made such a move by 1 July 2026.")
        await ui.press("b")
        ui.shows("1 unfinished journey from inadequate", "Birch and", "still waiting")
        await ui.press("b")
        ui.shows("2 moves up", "Birch and")
        await ui.press("[")
        ui.highlights("Birch and Thorn")
        assert ui.browse.profile.inspection.key == "birch-2016-01-05"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2013-06-01", "No report on a whole service (SIF or later) had been published by"),
        ("2014-03-01", "No council had been inspected twice by 1 March 2014."),
    ],
)
async def test_journeys_say_where_the_day_is_the_reason(repository, day, words):
    async with browsing(repository, settings=Settings(as_at=day)) as ui:
        await ui.press("6")
        ui.shows("0 journeys from inadequate", words)


async def test_journeys_say_what_their_mark_means_in_a_narrow_window(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("6")
        ui.shows("†▲", "† SIF to ILACS")


async def test_journeys_of_the_neighbours_alone(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("6")
        ui.shows("37 journeys from inadequate", "10.8  via R, R", "Of all 64, half take 7.3", "† SIF to ILACS")
        await ui.press("n")
        ui.shows("3 journeys from inadequate to good or outstanding", "Neighbours of Leeds ×", "Kirklees")
        await ui.press("[")
        assert ui.browse.profile.inspection.key == "kirklees-2019-08-05"
        ui.says("Inspection 2 of 3 on this journey")
        await ui.press("6", "n", "enter")
        ui.highlights("Lambeth")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_what_lies_between_the_ends_of_a_journey_is_named_or_counted(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("6")
        lambeth = next(line for line in ui.frame.split("\n") if "▌Lambeth" in line)
        named = "via R May 2018, R Dec 2022"
        assert (named if size == (200, 50) else "via 2" if size == (60, 20) else "via R, R") in lambeth
        assert "†▲" in lambeth
        # A larger window never says less than a smaller one.
        coventry = next(line for line in ui.frame.split("\n") if "│ Coventry" in line)
        assert ("via R " if size == (60, 20) else "via R Jun 2017") in coventry


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_an_unfinished_journey_shows_the_better_grade_on_its_way_and_the_fall_after_it(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("6", "b")
        knowsley = next(line for line in ui.frame.split("\n") if "│ Knowsley" in line)
        assert "†▼ I" in knowsley
        named = "via R Jun 2017, R Dec 2021"
        assert (named if size == (200, 50) else "via R, R") in knowsley
        assert ("waiting" in knowsley) is (size != (60, 20))


async def test_beside_a_journey_no_framework_is_cut(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("6")
        ui.shows("Requires improvement  16 Dec 2022  ", "ILACS 2018")
        assert "ILA…" not in ui.frame


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("presses", ["", "b"])
async def test_the_head_of_the_journeys_is_whole_and_says_where_they_are_explained(repository, presses, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("6", *presses)
        head = ui.frame.split("╭")[0]
        assert "…" not in head
        assert "Of all 64, half take 7.3 or more." in " ".join(head.split())
        assert "? how we count" in head
        assert len(head.splitlines()) <= (2 if size[0] >= 120 else 4)
        assert "Kaplan–Meier" in ui.app.screen.explanation()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize(("presses", "whole"), [("", 16), ("b", 13), ("bb", 23), ("bbb", 23), ("bbbb", 23)])
async def test_names_in_the_journeys_have_room_to_be_told_apart(repository, presses, whole, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("6", *presses)
        rows = [item for item in ui.app.screen.rows.items if item.target]
        assert rows
        for row in rows:
            name, line = row.target.council.name, line_text(row.lines[0]).strip()
            seen = line.partition("…")[0] if "…" in line else line[: len(name)]
            assert name.startswith(seen)
            assert len(seen) >= min(len(name), whole - 3), line


async def test_single_moves_have_no_column_for_what_lies_between(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("6")
        ui.shows("Years↓ Via")
        await ui.press("b")
        ui.shows("Years↓ Status", "  waiting", "  ended", "  no grade")
        await ui.press("b")
        ui.shows("Redcar and Cleveland", "To↓")
        assert "Via" not in ui.frame


async def test_the_help_of_the_journeys_tells_how_they_are_counted(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("6", "?")
        ui.shows("A journey runs from the first inadequate grade", "20 are still waiting,",
                 "† 22 of 37", "Full inspections are years apart")  # fmt: skip


async def test_a_journey_with_one_report_has_no_earlier_one(repository):
    async with browsing(repository) as ui:
        await ui.press("6", "b", "end")
        assert len(ui.app.screen.rows.target.inspections) == 1
        await ui.press("[")
        ui.says("This journey has one report so far.")


async def test_beside_a_journey_stands_each_report_in_a_sentence(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("6")
        ui.shows("Lambeth · Overall effectiveness", " Requires improvement  9 May 2018 · SIF", "From SIF to ILACS")


async def test_a_key_of_another_screen_says_where_it_belongs(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("7", "s")
        ui.says("s does nothing here. It is Sort on Councils (1), Findings (2), Themes (5).")
        await ui.press("f")
        ui.says(
            "f does nothing here. It is Filter on Councils (1), Findings (2), Map (4), Themes (5), What's new (8), Visits (V)."
        )
        await ui.press("1", "b")
        ui.says("b does nothing here. It is Names on Map (4); Break down on Themes (5); Which moves on Journeys (6).")
        await ui.press("/", "n")
        assert ui.browse.query_one("#search").value == "n"


async def test_themes_of_the_project_come_first_under_plain_names(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("t")
        ui.shows("Dark", "Colour-blind safe", "Terminal colours")
        await ui.press("home", "down", "enter")
        assert ui.app.theme == "ofsted-light"


async def test_the_palette_opens_a_council(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("6", "ctrl+p")
        await ui.type("elmch")
        await ui.pilot.pause(0.5)
        ui.shows("Open this council")
        await ui.press("enter")
        await ui.pilot.pause(0.3)
        ui.highlights("Elm")
        assert ui.app.screen is ui.browse


async def test_windows_are_drawn_on_an_axis_of_time(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("7", "home")
        ui.shows("Next inspections (estimated) · 20 Aug 2026 · 153 councils", "▏2026", "▏2030", "┃ today")
        assert "│▒" not in ui.frame
        assert "┃▒" in ui.frame
        lines = [line.lstrip("│▌ ") for line in ui.frame.split("\n")]
        rows = {line.split()[0]: line for line in lines if " 202" in line}
        assert "! " in rows["Nottingham"]
        assert re.search("█ +┃", rows["Nottingham"])  # the window is over
        assert "█┃▒" in rows["Bristol"]
        assert "█" not in rows["Barnsley"]
        await ui.press("enter")
        ui.highlights("Nottingham")


async def test_below_the_windows_one_stands_in_words_with_the_hit_rate(repository):
    async with browsing(repository) as ui:
        await ui.press("7", "home", "down", "down")
        ui.shows("Bristol", "Estimated window: may already have begun; by Nov 2026.", "3.6 years ago")
        ui.shows("We tested this on the 52 inspections after 30 June 2025: 39 (75%) began", "3 earlier and 10 later.")


async def test_where_nothing_is_highlighted_no_empty_panel_stands(repository):
    async with browsing(repository) as ui:
        await ui.press("7", "/")
        await ui.type("xyz")
        ui.shows("No council with an inspection is named “xyz”.")
        assert ui.frame.count("╰") == 1
        await ui.pilot.resize_terminal(100, 30)
        await ui.press("escape")
        assert ui.frame.count("╰") == 2


async def test_the_method_of_the_windows_stands_behind_the_question_mark(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("7", "?")
        ui.shows("We measure the 67 gaps, from start to start,", "(75%)")


async def test_a_narrow_screen_tells_the_windows_in_words(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("7", "home")
        ui.shows("later; may have begun", "may have begun – Nov 2026")


async def test_due_begins_at_the_council_of_the_list_and_finds_others(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("7")
        assert ui.app.screen.rows.target.council.slug == "leeds"
        await ui.press("/")
        await ui.type("lamb")
        ui.shows("1 council found", "Lambeth")
        await ui.press("enter", "escape")
        assert ui.app.screen.rows.target.council.slug == "lambeth"
        ui.shows("153 councils")
        await ui.press("enter")
        ui.highlights("Lambeth")


async def test_due_says_why_there_is_no_window(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("7")
        ui.shows("No estimate is possible as at 8 December 2017")


async def test_the_initials_over_the_grades_of_whats_new_are_explained_below_them(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("8")
        ui.shows("6 inspections ·\n", "Date↓", "Ov    Le    HP    IC    CL", "Ov overall effectiveness;",
                 "HP help and protection;", "CL care leavers.")  # fmt: skip
    async with browsing(repository, size=(80, 24)) as ui:
        await ui.press("8")
        ui.shows("Overall Leaders Help")
        assert "HP" not in ui.frame


async def test_the_column_of_grades_of_the_next_inspections_has_a_name_on_a_narrow_screen(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("7")
        ui.shows("Council                 Ov    Window")


async def test_the_box_of_the_next_inspections_stands_on_the_ground_of_the_heading(repository):
    async with browsing(repository) as ui:
        await ui.press("7")
        box = ui.app.screen.query_one("SearchBox")
        assert box.styles.background == ui.app.screen.head.styles.background


@pytest.mark.parametrize(("size", "words"), [((120, 30), "† SIF to ILACS."), ((60, 20), "†")])
async def test_whats_new_marks_a_move_to_another_framework(repository, size, words):
    async with browsing(repository, settings=Settings(as_at="2018-12-18"), size=size) as ui:
        await ui.press("8")
        ui.shows("Leeds", words)
    async with browsing(repository, size=size) as ui:
        await ui.press("8")
        assert "†" not in ui.frame


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("6bbbb", "Leeds ◆ "), ("7", "Leeds ◆ "), ("8", "Leeds ◆ "), ("9", "Leeds ◆ "), ("2", "Leeds ◆ "),
        ("3", "◆ 1 inspection added by you"), ("4", "◆ Added by you."),
    ],
)  # fmt: skip
async def test_what_the_user_added_is_marked_on_every_screen(mine, keys, words):
    settings = Settings(as_at="2025-08-12", council="leeds")
    async with browsing(mine, settings=settings, size=(120, 40)) as ui:
        await ui.press(*keys)
        if keys == "2":
            await ui.search("leeds")
        ui.shows(words)


async def test_whats_new_since_a_day(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8")
        ui.shows("since 1 Jun 2026 · 1 inspection · no visits", "Overall In care", " 1 Jul Elm", "G   –       O")
        await ui.press("d")
        ui.shows("Since which date?", "30 days before", "1 January 2026     start of the year")
        await ui.type("1/1/2022")
        await ui.press("enter")
        ui.shows("since 1 Jan 2022 · 3 inspections", "Overall In care Joint   Leavers", " 2 Feb 22 Birch", "I ▲ R")


async def test_below_what_is_new_stands_the_report_in_brief(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8", "d")
        await ui.type("1/1/2022")
        await ui.press("enter", "end")
        ui.shows("─ Birch and Thorn ", "Must improve 1 ─", "• Give every child a plan")


async def test_visits_are_told_up_to_the_most_recent_that_we_hold(repository):
    end = "The most recent visit we hold is from 27 January 2026."
    async with browsing(repository) as ui:
        await ui.press("8")
        ui.shows("no visits · to 20 Aug 2026", end)
        await ui.press("V")
        ui.shows("447 visits between inspections · 152 councils · to 27 Jan 2026")
    async with browsing(repository, settings=Settings(as_at="2024-06-01")) as ui:
        await ui.press("8")
        assert "most recent" not in ui.frame
        await ui.press("V")
        ui.shows(" · to 1 Jun 2024")


async def test_visits_stand_below_the_new_inspections(repository):
    async with browsing(repository, settings=Settings(as_at="2026-01-27")) as ui:
        await ui.press("8", "end")
        ui.shows("Visits", "which give no grade", "Focused · ")


async def test_whats_new_takes_in_the_day_that_is_chosen(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("8", "d")
        await ui.type("2/2/2022")
        await ui.press("enter")
        ui.shows("since 2 Feb 2022 · 3 inspections", "Birch and Thorn")
        await ui.press("d")
        await ui.type("3/2/2022")
        await ui.press("enter")
        ui.shows("since 3 Feb 2022 · 2 inspections")


async def test_whats_new_begins_the_day_after_the_last_visit(fuller_country, tmp_path):
    """The data then reached to 3 March 2024: Cedar's report of that day was seen."""
    file = tmp_path / "notebook.json"
    Notebook(seen_until="2024-03-03").save(file)
    async with browsing(fuller_country, notebook_file=file) as ui:
        await ui.press("8")
        ui.shows("since 4 Mar 2024 · 1 inspection", "Elm")
        await ui.press("d")
        ui.shows("4 March 2024       when you last looked")


async def test_whats_new_looks_back_thirty_days_where_all_was_seen(fuller_country, tmp_path):
    file = tmp_path / "notebook.json"
    async with browsing(fuller_country, notebook_file=file) as ui:
        await ui.press("q")
    async with browsing(fuller_country, notebook_file=file) as ui:
        await ui.press("8")
        ui.shows("since 1 Jun 2026 · 1 inspection")
        await ui.press("d")
        assert "you last looked" not in ui.frame


async def test_whats_new_looks_back_from_the_day_chosen(repository):
    async with browsing(repository) as ui:
        await ui.press("8")
        ui.shows("since 21 Jul 2026 · 6 inspections · no visits · to 20 Aug 2026")
        await ui.press("1", "d")
        await ui.type("8/12/2017")
        await ui.press("enter", "8")
        ui.shows("since 8 Nov 2017 · 6 inspections · no visits · to 8 Dec 2017", "Richmond upon Thames")


async def test_compare_the_pinned_or_the_neighbours(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c")
        ui.shows("Alder and its statistical neighbours", "overall last given: Good, 7 Jul 2017")
        await ui.press("n")
        ui.says("Pin two councils or more")
        await ui.press("escape", "p", "down", "p", "c")
        ui.shows("2 pinned councils", "Planning and review  raised in 2 of 2", "must improve: Alder; Birch and Thorn")
        await ui.press("n")
        ui.shows("Birch and Thorn · as at 1 Jul 2026", "the pinned councils.")
        await ui.press("n")
        ui.shows("2 pinned councils")


@pytest.mark.parametrize("screen", ["8", "9"])
async def test_on_a_very_wide_screen_a_wide_table_has_its_preview_beside_it(repository, screen):
    async with browsing(repository, size=(200, 50), settings=Settings(council="leeds")) as ui:
        await ui.press(screen, *(["down"] if screen == "8" else []))
        rows, preview = ui.app.screen.query_one("ItemList").region, ui.app.screen.query_one("TextPanel").region
        assert (rows.y, rows.height) == (preview.y, preview.height)
        ui.shows("─ Portsmouth  O  O  O  O ", "Personal advisers know care leavers exceptionally")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 40), (120, 40)])
async def test_what_is_new_fills_the_screen_at_every_size(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("8")
        *_, last, keys, _ = ui.frame.split("\n")
        assert last.startswith("╰")
        assert "? Help" in keys
        assert ("Lancashire  O  G  G  O" in ui.frame) == (size[1] >= 24)


async def test_a_few_new_reports_leave_the_room_to_what_they_say(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("8")
        rows, preview = ui.app.screen.query_one("ItemList").region, ui.app.screen.query_one("TextPanel").region
        assert rows.height < preview.height
        await ui.press("d")
        await ui.type("2026")
        await ui.press("enter")
        assert ui.app.screen.query_one("ItemList").region.height > rows.height


@pytest.mark.parametrize("screen", ["4", "5", "7", "8", "9", "V"])
async def test_the_key_that_saves_is_in_the_key_bar_of_a_roomy_screen(repository, screen):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press(screen)
        ui.shows("x Save")


async def test_the_list_of_screens_has_a_line_for_each(repository):
    async with browsing(repository) as ui:
        await ui.press("0")
        lines = ui.frame.splitlines()
        first = next(number for number, line in enumerate(lines) if "1  Councils  " in line)
        assert [line.split("│")[2].split()[0] for line in lines[first : first + 10]] == [*"123456789", "V"]


async def test_the_change_stands_directly_before_the_current_grade(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c")
        ui.shows("▲ Good", "▲ RI")


async def test_enter_on_a_grade_opens_the_findings_on_that_judgement(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c", "up", "right", "right")
        ui.shows("▸In care")
        await ui.press("enter")
        ui.says("We hold no findings on children in care in this report.")
        await ui.press("left", "enter")
        await ui.pilot.pause()
        ui.shows("3 findings · 1 document", "Alder ×   Since 1 May 2019 ×")
        await ui.press("escape", "left", "enter")
        ui.highlights("Alder")


async def test_enter_on_a_grade_keeps_to_that_judgement(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("c", "up", "right", "right", "enter")
        await ui.pilot.pause()
        ui.shows("Leeds ×   Leadership ×")


async def test_compare_opens_on_the_nearest_neighbour(repository):
    async with browsing(repository, settings=Settings(council="leeds")) as ui:
        await ui.press("9")
        ui.shows("Leeds and its statistical neighbours", "▌Portsmouth")
        await ui.press("enter")
        ui.highlights("Portsmouth")
        ui.shows("Care leavers      RI          ▲ Outstanding", "Praised")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_each_mark_of_compare_stands_at_its_own_grade(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="lambeth")) as ui:
        await ui.press("9")
        ui.shows("Mar 2026 ▲ G  ▲ G  = R    G    O")
        ui.shows("Ov overall", "CL care leavers; ▲ = ▼ compared", "inspection; – no grade; ▸ what Enter opens.")


async def test_compare_says_which_themes_it_looks_for_where_there_is_none(repository):
    """Leeds and Bradford are both praised for early help."""
    async with browsing(repository, size=(80, 50), settings=Settings(council="leeds")) as ui:
        for slug in ("leeds", "bradford"):
            ui.app.state.marks.pin(slug)
        await ui.press("9")
        ui.shows("No theme that two of them must improve, or that one must improve and")


async def test_themes_of_visits_before_the_first_visit_offer_no_key_that_clears(repository):
    async with browsing(repository, settings=Settings(as_at="2017-12-08")) as ui:
        await ui.press("5", "w")
        ui.shows("No visit with findings by this date.")
        assert "clears" not in ui.frame


async def test_themes_in_common_before_the_first_report_say_that_there_was_none(repository):
    async with browsing(repository, settings=Settings(as_at="2012-01-01", council="leeds")) as ui:
        await ui.press("9")
        ui.shows("No report on a whole service (SIF or later) had been published by", "1 January 2012.")
        assert "No theme that" not in ui.frame


async def test_compare_counts_councils_visits_and_themes_each_by_itself(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("9")
        ui.shows("─ council 2 of 11 ─")
        await ui.press(*["down"] * 10)
        ui.shows("─ visit 1 of 11 ─")
        await ui.press("G")
        themes = len(ui.app.screen.comparison.themes)
        ui.shows(f"─ theme {themes} of {themes} ─")


async def test_topics_of_visits_are_not_cut_beside_the_letter(repository):
    async with browsing(repository, size=(120, 40)) as ui:
        await ui.press("V")
        ui.shows("Children in need, protection", "Children in care and 1 more")
        ui.shows("Westmorland and Furness")
        assert "…  ││" not in "".join(line for line in ui.frame.splitlines(keepends=True) if "○" in line)


async def test_a_very_wide_screen_cuts_no_name_of_the_journeys(repository):
    async with browsing(repository, size=(200, 50)) as ui:
        await ui.press("6")
        ui.shows("Bournemouth, Christchurch and Poole ", "via R May 2018, R Dec 2022")


async def test_compare_is_about_the_council_highlighted_now(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c")
        ui.shows("Alder and its statistical neighbours")
        await ui.press("escape", "down", "down", "c")
        ui.shows("Cedar upon Stour, St Mary's and Great Rowan · as at 1 Jul 2026")
        assert [row[0] for row in ui.app.screen.table().rows] == ["cedar"]
        ui.shows("is not in the 2025 model of")


async def test_back_from_a_council_the_comparison_is_the_same(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("c", "enter")
        ui.highlights("Birch and Thorn")
        await ui.press("escape")
        ui.shows("Alder and its statistical neighbours")


async def test_compare_says_which_pinned_councils_are_not_there(fuller_country):
    async with browsing(fuller_country, settings=Settings(as_at="2018-01-01")) as ui:
        await ui.search("old fir")
        await ui.press("enter", "p", "escape", "escape", "home", "p", "down", "p", "escape", "c")
        ui.shows("2 pinned councils", "Did not exist on 1 July 2026: Old Fir.")


async def test_nothing_compared_is_nothing_saved(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.search("xyz")
        await ui.press("down", "9", "x")
        ui.says("There is no comparison to save")


async def test_a_saved_comparison_has_the_themes_in_markdown(fuller_country, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with browsing(fuller_country) as ui:
        await ui.press("c", "x", "down", "enter")
    [file] = tmp_path.glob("*.md")
    assert "| Planning and review | 2 | Alder; Birch and Thorn |" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 140])
async def test_no_heading_of_the_comparison_is_cut(repository, width):
    async with browsing(repository, size=(width, 40), settings=Settings(council="nottingham")) as ui:
        await ui.press("c")
        words = "Overall Leadership Help & prot. In care Care leavers Care (joint)".split()
        head = next(line for line in ui.frame.split("\n") if line.lstrip("│ ").startswith("▸Council"))
        assert all(word in head for word in words) or "Ov Le HP IC CL Jt" in " ".join(head.split())
        ui.shows("▲ = ▼" if width > 60 else "Ov overall; Le leadership")


async def test_pins_are_marked_listed_and_kept(fuller_country, tmp_path):
    file = tmp_path / "notebook.json"
    async with browsing(fuller_country, notebook_file=file) as ui:
        await ui.press("P")
        ui.says("No council is pinned.")
        await ui.press("down", "p", "P")
        ui.lists("Birch and Thorn")
        ui.shows("★")
        await ui.press("P", "a")
        await ui.type("Ask about plans")
        await ui.press("enter")
        ui.reads("✎ Ask about plans")
        await ui.press("q")
    kept, _ = Notebook.load(file)
    assert kept.pins == ("birch",)
    assert kept.notes == {"birch": "Ask about plans"}
    assert kept.seen_until == "2026-07-01"


@pytest.mark.parametrize(
    ("which", "sentence"),
    [("notebook_file", "Pins and notes could not be written"), ("settings_file", "Your place could not be saved")],
)
async def test_what_could_not_be_kept_is_still_told_when_it_is_tried_again(country, tmp_path, which, sentence):
    (tmp_path / "no folder").touch()
    async with browsing(country, **{which: tmp_path / "no folder" / "file.json"}) as ui:
        ui.app.keep()
        ui.app.keep()
        assert ui.app.not_kept.startswith(sentence)


@pytest.mark.parametrize("keys", [("p",), ("a", "x", "enter")], ids=["pin", "note"])
async def test_a_pin_or_note_that_could_not_be_kept_is_told_until_a_key_is_pressed(country, tmp_path, keys):
    (tmp_path / "no folder").touch()
    async with browsing(country, notebook_file=tmp_path / "no folder" / "file.json") as ui:
        await ui.press(*keys)
        ui.says("Pins and notes could not be written")
        (notice,) = ui.app._notifications
        assert notice.severity == "error"
        assert notice.timeout > 3600
        await ui.press("down")
        assert not list(ui.app._notifications)


async def test_a_repeat_stands_beside_the_earlier_ask(fuller_country):
    async with browsing(fuller_country, size=(120, 40)) as ui:
        ui.reads("↺ Write plans with dates, and check that the actions happen.", "↺ also asked Jun 2015")


async def test_a_citation_is_copied(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("y")
        assert ui.app.clipboard.startswith("Alder. Overall effectiveness: Good. Ofsted, ILACS 2018")


async def test_screens_keep_their_place_and_one_leads_to_another(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("5", "down", "6", "5")
        assert ui.app.screen.rows.target.theme == "assessment"
        await ui.press("1")
        assert ui.app.screen is ui.browse


@pytest.mark.parametrize("view", VIEWS)
async def test_help_opens_on_every_screen(fuller_country, view):
    async with browsing(fuller_country) as ui:
        await ui.press(VIEWS[view])
        if view == "findings":
            await ui.press("enter")
        await ui.press("?")
        ui.shows("Help · ", "Words on this screen", "Esc Close")


async def test_all_screens_can_be_chosen_from_a_list(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("0")
        ui.shows("3  England", "8  What's new", "9  Compare")
        await ui.press("down", "down", "enter")
        await ui.pilot.pause()
        assert type(ui.app.screen).__name__ == "England"


async def test_a_name_cut_off_in_a_small_window_stands_whole_below_the_rows(repository):
    async with browsing(repository, size=(60, 20)) as ui:
        await ui.press("8", "d")
        await ui.type("june 2026")
        await ui.press("enter", *["down"] * 6)
        ui.shows("▌ 7 Jul West Northampto", "─ West Northamptonshire · 7 of 12 ─")
        await ui.press("up")
        ui.shows("─ 6 of 12 ─")


@pytest.mark.parametrize(("key", "words"), [("V", "n Neighbours · 1 of 447"), ("6", "n Neighbours · 1 of 37")])
async def test_commands_without_room_in_the_key_bar_stand_below_the_rows(repository, key, words):
    async with browsing(repository, size=(60, 20), settings=Settings(council="leeds")) as ui:
        await ui.press(key)
        ui.shows(words)
        await ui.click("n Neighbours")
        assert words not in ui.frame
        assert ui.frame.count("n Neighbours") == 1


@pytest.mark.parametrize(("day", "mark"), [("2026-08-20", "–"), ("2014-02-20", "·")])
async def test_compare_says_of_each_mark_without_a_grade_what_it_means(repository, day, mark):
    async with browsing(repository, size=(100, 40), settings=Settings(council="brent", as_at=day)) as ui:
        await ui.press("9")
        table, _, legend = " ".join(ui.frame.replace("│", "").split()).partition("▲ = ▼ compared")
        assert f" {mark} " in table
        assert ("– no grade; · no full inspection yet; ▸" if mark == "·" else "– no grade; ▸") in legend


async def test_compare_spells_the_abbreviation_of_a_judgement_as_it_is(repository):
    async with browsing(repository, size=(60, 20), settings=Settings(council="leeds", as_at="2017-12-08")) as ui:
        await ui.press("9", "down", "down", "down", "down", "down")
        ui.shows("SB LSCB;", "Ad adoption;")
