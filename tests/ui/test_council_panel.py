"""The council panel: what stands on it without a key, for every council, and what its keys lead to."""

from __future__ import annotations

import re

import pytest
from textual.color import Color

from ofsted_tui.core.model import Judgement, Kind
from ofsted_tui.output.council_profile import profile
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.council_page import write_council
from ofsted_tui.tui.widgets.grade_table import WORDS, write_grades
from ofsted_tui.tui.widgets.page_room import PageRoom
from ofsted_tui.tui.widgets.styled_text import UNBROKEN, Page, Span, line_text
from ofsted_tui.tui.widgets.text_panel import TextPanel
from ofsted_tui.tui.widgets.time_line import LEGEND, time_line

from .driver import browsing
from .test_colours import drawn

PANELS = {(60, 20): (55, 10), (80, 24): (45, 20), (120, 40): (64, 35)}
"""The cells and lines of the panel in a window."""


def page_of(repository, slug, window):
    width, height = PANELS[window]
    found = profile(repository, repository.councils[slug])
    page = Page(width)
    near = repository.as_at().subset([name for name, _ in found.council.neighbours])
    write_council(page, found, PageRoom(height), near)
    return found, page, height


@pytest.mark.parametrize("window", PANELS)
async def test_the_panel_is_as_large_as_these_tests_take_it(repository, window):
    async with browsing(repository, size=window, settings=Settings(council="lambeth")) as ui:
        assert (ui.browse.detail.text_width - 1, ui.browse.detail.container_size.height) == PANELS[window]


@pytest.mark.parametrize("window", PANELS)
def test_what_must_improve_is_on_the_screen_for_every_council(repository, window):
    for standing in repository.as_at():
        found, page, height = page_of(repository, standing.council.slug, window)
        if found.of_kind(Kind.IMPROVEMENT):
            assert page.places["improvement"] + 1 < height, (standing.council.name, window)


def test_what_is_praised_is_on_a_wide_screen_for_every_council(repository):
    for standing in repository.as_at():
        found, page, height = page_of(repository, standing.council.slug, (120, 40))
        if found.of_kind(Kind.PRAISE):
            assert page.places["praise"] + 1 < height, standing.council.name


@pytest.mark.parametrize("window", PANELS)
def test_no_line_of_a_page_is_wider_than_the_panel(repository, window):
    for slug in repository.councils:
        found, page, _ = page_of(repository, slug, window)
        assert all(len(line_text(line)) <= page.width for line in page.lines), found.council.name


async def test_old_grades_stand_left_current_ones_right_and_the_change_before_them(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        ui.shows("Overall           RI          ▲ Good", "Children in care  RI joint      Good")
    async with browsing(repository, size=(60, 20), settings=Settings(council="lambeth")) as ui:
        ui.shows("ILACS · Dec 2022 (RI) → 10 Mar 2026", "Leadership     R ▲ G    In care       Rj   G")


async def test_a_wide_panel_counts_the_neighbours_by_judgement_and_names_them(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        ui.shows("Neighbours", "O6 G4")
        ui.reads("Statistical neighbours 10 · 2025 model · 9 compares them", "Southwark", "Wandsworth")


async def test_asks_that_were_made_before_are_marked_with_when(repository):
    async with browsing(repository, size=(120, 60), settings=Settings(council="lambeth")) as ui:
        ui.reads("↺ Explore fully the needs of homeless", "↺ also asked May 2015, Dec 2022")


async def test_m_jumps_to_what_must_improve_and_on_to_each_heading(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        for heading in ("Must improve 3", "Praised 7", "Concerns 1", "Statistical neighbours 10"):
            await ui.press("m")
            top = line_text(ui.browse.detail._lines[ui.browse.detail.scroll_offset.y]).strip()
            assert top.startswith(heading)
        assert ui.browse.council_list.has_focus


async def test_the_name_and_grade_stay_in_the_border_while_the_text_scrolls(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("tab", "end")
        ui.shows("Lambeth ▲ Good")


async def test_enter_opens_the_page_in_a_small_window_and_escape_comes_back(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("Councils › Lambeth · 68 of 153", " lines · 1 of 5 inspections", "Must improve 3")
        await ui.press("[")
        ui.shows("An earlier inspection. The most recent is Mar 2026: Good.", "Lambeth Dec 2022")
        await ui.press("escape")
        assert ui.app.screen is ui.browse
        assert ui.browse.council_list.has_focus


@pytest.mark.parametrize(("day", "beside"), [
    ("2017-12-08", "no visits between inspections by this date"), ("2019-06-01", "Feb 2018"), ("2022-01-01", "Aug 2021"),
])  # fmt: skip
async def test_visits_after_the_date_shown_are_not_beside_the_page(repository, day, beside):
    """The page itself has them, as what came later."""
    async with browsing(repository, size=(200, 50), settings=Settings(council="leeds", as_at=day)) as ui:
        await ui.press("z")
        await ui.pilot.pause()
        lines = ui.app.screen.query_one("#visits", TextPanel)._lines
        visits = " ".join(" ".join(map(line_text, lines)).split())
        assert beside in visits
        assert ("Aug 2021" in visits) is (day == "2022-01-01")


async def test_the_page_of_a_wide_window_has_time_line_visits_and_neighbours_beside(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="lambeth")) as ui:
        await ui.press("z")
        await ui.pilot.pause()
        ui.shows("Inspections and visits since 2014", "Visits between inspections", "Statistical neighbours", "Rj")
        await ui.press("tab", "down", "enter")
        await ui.pilot.pause()
        ui.shows("Councils › Lewisham")
        await ui.press("z")
        ui.highlights("Lewisham")
        assert ui.app.screen is ui.browse


async def test_a_finding_that_the_panel_leaves_out_is_shown_on_the_page(repository):
    async with browsing(repository) as ui:
        await ui.press("2")
        await ui.type("caseloads")
        await ui.press("enter", "enter")
        await ui.pilot.pause()
        await ui.pilot.pause()
        assert type(ui.app.screen).__name__ == "CouncilPage"
        ui.shows("▶")
        await ui.press("escape")
        await ui.pilot.pause()
        assert type(ui.app.screen).__name__ == "FindingSearch"


async def test_a_joint_judgement_never_looks_like_a_single_one(repository):
    for size in ((60, 20), (80, 24), (120, 40)):
        left = Settings(judgement=Judgement.CARE_LEAVERS.value, as_at="2022-12-31", council="lambeth")
        async with browsing(repository, size=size, settings=left) as ui:
            ui.shows("Rj" if size[0] == 80 else "RI joint")
            assert "Outstanding j " not in ui.frame


async def test_a_council_without_a_full_inspection_says_so_in_its_title(repository):
    async with browsing(repository, settings=Settings(council="cumberland", as_at="2023-06-30")) as ui:
        ui.shows("Cumberland no full inspection yet")
        ui.reads("No full inspection had been published by 30 June 2023.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_new_council_shows_what_the_one_before_it_had_last_and_what_came_later(repository, size):
    left = Settings(council="cumberland", as_at="2023-06-30")
    async with browsing(repository, size=size, settings=left) as ui:
        ui.shows(
            "Earlier councils ──",
            "Requires improvement, Nov 2022",
            "Later after the date shown ──",
            "● Nov 2024 ILACS 2023",
        )
        shown = ui.detail
        assert (
            shown.index("Earlier councils") < shown.rindex("Cumbria") < shown.index("Later") < shown.index("Nov 2024")
        )
        if size != (60, 20):
            ui.shows("Leadership     G ▼ R    Care (joint)   –   G")


async def test_a_council_made_of_several_shows_the_grades_of_each(repository):
    left = Settings(council="bournemouth-christchurch-and-poole", as_at="2020-06-30")
    async with browsing(repository, settings=left) as ui:
        for before in ui.browse.profile.before:
            ui.reads(before.council.name)
            assert before.inspection.published <= before.council.last_day


async def test_enter_on_the_page_of_a_new_council_opens_the_one_before_it(repository):
    left = Settings(council="cumberland", as_at="2023-06-30")
    async with browsing(repository, settings=left) as ui:
        await ui.press("z")
        ui.shows("Earlier councils Enter opens ──")
        await ui.press("enter")
        ui.shows("Cumbria ended Mar 2023")


async def test_what_came_after_the_date_shown_stands_apart_in_the_history(repository):
    left = Settings(council="leeds", as_at="2019-01-01")
    async with browsing(repository, size=(120, 40), settings=left) as ui:
        later, known = ui.detail.split("Every inspection and visit")
        later = later.split("Later after the date shown")[1]
        assert "Aug 2025" in later
        assert "Dec 2018" not in later
        assert "Dec 2018" in known
        assert "Aug 2025" not in known


async def test_an_abolished_council_has_its_end_in_the_title(repository):
    left = Settings(council="northamptonshire", as_at="2021-03-31")
    async with browsing(repository, settings=left) as ui:
        ui.shows("Northamptonshire ended Mar 2021")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_border_of_the_page_names_whole_headings_only(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="lambeth")) as ui:
        await ui.press("z")
        foot = next(line for line in ui.frame.splitlines() if "1 of 5 inspections" in line)
        assert "…" not in foot
        assert "m ↓ " in foot


async def test_headings_below_come_before_the_number_of_lines_where_the_border_is_short(repository):
    async with browsing(repository, size=(60, 20), settings=Settings(council="lambeth")) as ui:
        await ui.press("z")
        ui.shows("1 of 5 inspections [ · m ↓ Must improve 3 · Praised 7")
        await ui.press("end")
        ui.shows("lines · 1 of 5 inspections [")


async def test_the_page_can_be_saved_from_its_keys_however_small_the_terminal(repository):
    async with browsing(repository, size=(60, 20), settings=Settings(council="lambeth")) as ui:
        await ui.press("z")
        ui.shows("Esc Back  x Save  [ Older  Enter Visits  0 Screens  ? Help")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_keys_name_those_of_the_older_and_the_newer_inspection_that_lead_somewhere(repository, size):
    async with browsing(repository, size=size, settings=Settings(council="leeds")) as ui:
        await ui.press("z")
        ui.shows("  [ Older  ")
        await ui.press("[")
        ui.shows("2 of 6 inspections [ ]")
        assert ("  [ ] Inspection  " in ui.frame) == (size[0] == 120)
        assert "  [ ]  " not in ui.frame, "keys without a word: the border names them"
        await ui.press(*"[[[[")
        ui.shows("6 of 6 inspections ]", "  ] Newer  ")


async def test_the_list_s_keys_name_the_newer_inspection_beside_the_older(repository):
    async with browsing(repository, size=(130, 40), settings=Settings(council="leeds")) as ui:
        ui.shows("  [ Older  ")
        await ui.press("[")
        ui.shows("  [ ] Inspection  ")
        await ui.press("tab")
        ui.shows("  [ ] Inspection  ")
        await ui.click("] Inspection")
        ui.shows("  [ Older  ")


async def test_a_council_of_one_inspection_has_no_keys_to_others(fuller_country):
    alone = next(slug for slug in fuller_country.councils if len(fuller_country.inspections_of(slug)) == 1)
    async with browsing(fuller_country, size=(120, 40), settings=Settings(council=alone)) as ui:
        assert "Older" not in ui.frame
        assert "Newer" not in ui.frame


def test_the_counts_of_neighbours_are_written_alike_in_every_row(repository):
    columns = {}
    for standing in repository.as_at():
        found = profile(repository, standing.council)
        page = Page(PANELS[120, 40][0])
        near = repository.as_at(found.as_at).subset([name for name, _ in found.council.neighbours])
        if standing.inspection and len(near):
            write_grades(page, found.standing, neighbours=near)
            columns[standing.council.slug] = [line_text(line)[WORDS:] for line in page.lines[1:]]
    assert any("O3 G3 R2 I2" in column for column in columns.values())
    for slug, column in columns.items():
        blanks = {len(counts.split()) == len(re.findall("[OGRI–]", counts)) for counts in column if len(counts) > 3}
        assert len(blanks) <= 1, (slug, column)


@pytest.mark.parametrize("filled", [False, True])
def test_the_time_line_shows_looked_after_under_its_own_initials_in_the_row_of_children_in_care(repository, filled):
    lines = {
        line_text(line)[:14].strip(): line
        for line in time_line(profile(repository, repository.councils["lambeth"]), 118, filled=filled)
    }
    looked_after = [span for span in lines["In care"] if " LA" in span.text]
    assert [(span.text[:7], span.style) for span in looked_after] == [
        ("I LA───", "inadequate"), ("R LA───", "requires_improvement"),
    ]  # fmt: skip
    assert not any(" LA" in span.text for span in lines["Care leavers"])
    assert "R LA── looked after" in LEGEND.replace(UNBROKEN, " ")


@pytest.mark.parametrize("width", [40, 50, 74, 118])
def test_no_entry_of_the_legend_below_the_time_line_is_broken(width):
    page = Page(width)
    page.paragraph(Span(LEGEND, "muted"))
    lines = [line_text(line) for line in page.lines]
    entries = [entry.strip() for line in lines for entry in line.split(" · ")]
    assert entries == [entry.replace(UNBROKEN, " ") for entry in LEGEND.split(" · ")]


async def test_the_title_in_focus_ends_with_the_chip_of_the_grade(repository):
    async with browsing(repository, settings=Settings(council="lambeth")) as ui:
        await ui.press("tab")
        focus, ground = (Color.parse(ui.app.theme_variables[name]) for name in ("focus", "background"))
        runs = list(drawn(ui.app))
        name = next(place for place, (text, _, back) in enumerate(runs) if "Lambeth" in text and back == focus)
        after = [back for _, _, back in runs[name + 1 : name + 5]]
        chip = Color.parse(ui.app.theme_variables["grade-good"])
        assert after[after.index(chip) + 1] == ground


async def test_counts_of_neighbours_stand_apart_and_long_grades_give_way(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="knowsley")) as ui:
        ui.reads("Neighbours Overall RI ▼ Inadequate O3 G3 R1 I1 –2", "Children in care RI joint RI O3 G4 R2 I1")
        columns = [line.index(words) for words in ("Neighbours", "O3 G3", "O2 G4") for line in ui.detail.split("\n")
                   if words in line]  # fmt: skip
        assert len(set(columns)) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_counts_in_the_bar_stand_apart(repository, size):
    async with browsing(repository, size=size, settings=Settings(as_at="2021-03-31")) as ui:
        assert re.search(r" I ?21 +· ?2", ui.frame.split("\n")[0])


async def test_the_neighbours_of_today_do_not_stand_beside_an_earlier_report(repository):
    async with browsing(repository, size=(120, 40), settings=Settings(council="leeds")) as ui:
        ui.reads("12 Aug 2025 Neighbours")
        await ui.press("[")
        ui.reads("An earlier inspection")
        assert "Neighbours" not in ui.detail


@pytest.mark.parametrize(
    ("slug", "life"),
    [
        ("northamptonshire", "Existed until 31 March 2021; replaced by North Northamptonshire and West Northamptonshire."),
        ("bournemouth-christchurch-and-poole",
         "Created on 1 April 2019, replacing Bournemouth, Dorset County and Poole."),
    ],
)  # fmt: skip
async def test_when_a_council_began_or_ended_is_whole_in_a_small_panel(repository, slug, life):
    as_at = "2021-03-31" if slug == "northamptonshire" else ""
    async with browsing(repository, settings=Settings(council=slug, as_at=as_at)) as ui:
        ui.reads(life)
