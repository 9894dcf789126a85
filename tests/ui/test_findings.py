"""Findings (2): words, councils' names, filters, visits among the rest, and the highlighted finding in full."""

from __future__ import annotations

from datetime import date

import pytest
from textual.app import App
from textual.events import Key

from ofsted_tui.analysis.finding_hits import VisitHit
from ofsted_tui.analysis.finding_index import said_in_both
from ofsted_tui.analysis.finding_search import FindingQuery, find_findings
from ofsted_tui.cli.main import main
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Kind, Summary
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.visits import Visit, Visits, VisitType
from ofsted_tui.output.cells import spoken
from ofsted_tui.output.formats import as_csv
from ofsted_tui.storage.settings import Settings
from ofsted_tui.tui.widgets.finding_lines import hit_lines, lines_of_a_hit, pages_of
from ofsted_tui.tui.widgets.styled_text import Span, line_text, wrap

from ..conftest import council, finding
from .driver import browsing
from .test_frames import compare

VISITS = (
    Visit("alder-2021-02-20", "alder", VisitType.FOCUSED, date(2021, 2, 1), published=date(2021, 2, 20),
          topics=("care-leavers",), source="letter"),
    Visit("birch-2025-03-20", "birch", VisitType.FOCUSED, date(2025, 3, 1), published=date(2025, 3, 20),
          topics=("care-leavers", "permanence"), priority_action=True, source="letter"),
    Visit("birch-monitoring-2017-02-01", "birch", VisitType.MONITORING, date(2017, 2, 1), topics=("front-door",)),
)  # fmt: skip
LETTERS = (
    finding("alder-2021-02-20", Kind.IMPROVEMENT, "Review every plan of a care leaver.", theme="pathway-planning"),
    finding("birch-2025-03-20", Kind.IMPROVEMENT, "Find homes for 25% more young people.", theme="accommodation"),
    finding("birch-2025-03-20", Kind.PRAISE, "Plans of care leavers are lively.", theme="pathway-planning"),
)
SUMMARIES = (Summary("birch-2025-03-20", "Care leavers in Birch wait for homes. Their plans are good.", (1,)),)


@pytest.fixture
def visited(fuller_country):
    """The small country with three visits, of which two have letters."""
    return Repository(
        fuller_country.councils.values(), fuller_country.inspections.values(), fuller_country.findings, fuller_country.reported, fuller_country.tiles,
        {summary.inspection: summary for summary in SUMMARIES},
        Visits(lambda: VISITS, lambda: Findings.from_findings(LETTERS)), fuller_country.repeats,
    )  # fmt: skip


async def test_digits_typed_in_the_box_are_words_and_the_keys_say_how_to_get_out(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        ui.shows("Enter Show results  Esc Back")
        await ui.type("25%")
        ui.shows("1 finding · 1 document", "Find homes for 25% more young people.", "Enter Show results  Esc Clear")
        await ui.press("escape")
        ui.shows("10 findings", "Esc Back")
        await ui.press("enter", "1")
        assert ui.app.screen is ui.browse


async def test_kinds_are_told_by_shape_and_word(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.press("2")
        ui.shows("+ Praised      Cedar", "• Must improve Birch", "- Concern      Birch")
        await ui.press("enter", "v")
        ui.shows("4 findings", "Must improve ×")
        await ui.press("v", "v", "v")
        ui.shows("7 findings")


async def test_a_councils_name_in_the_words_is_a_filter_that_says_so_and_can_be_undone(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("alder plan")
        ui.shows("3 findings", "Alder, from your words ×", "“alder” in quotes finds the word")
        await ui.pilot.click("Chips", offset=(4, 0))
        await ui.pilot.pause()
        assert ui.app.screen.box.value == '"alder" plan'
        ui.shows("No finding")


async def test_findings_of_a_councils_neighbours(visited):
    async with browsing(visited) as ui:
        await ui.press("2", "enter", "n")
        ui.shows("Neighbours of Alder ×", "4 findings")
        await ui.press("n")
        ui.shows("10 findings")
        await ui.press("f", "end", "up", "up", "up", "space", "enter")
        ui.shows("Neighbours of Alder ×", "4 findings")
        await ui.press("c")
        ui.shows("10 findings")


async def test_findings_of_one_council_are_ticked_in_the_filter(visited):
    async with browsing(visited) as ui:
        await ui.press("2", "enter", "f", "end", "space", "enter")
        ui.shows("Cedar upon Stour, St Mary's and Great Rowan ×", "1 finding")


async def test_what_visits_found_is_labelled_and_can_be_shown_alone(visited):
    async with browsing(visited) as ui:
        await ui.press("2", "enter")
        ui.shows("○ visit  Mar 2025")
        await ui.press("f", "V", "space", "enter")
        ui.shows("Visits ×", "3 findings · 2 documents")


async def test_filters_that_are_on_are_chips_and_a_click_takes_one_away(visited):
    async with browsing(visited, size=(120, 40)) as ui:
        await ui.press("2", "enter", "v", "n")
        ui.shows("Neighbours of Alder ×   Must improve ×   c Clear")
        await ui.pilot.click("Chips", offset=(4, 0))
        await ui.pilot.pause()
        ui.shows(" Must improve ×   c Clear")


async def test_escape_clears_the_words_then_the_filters_then_leaves(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("plan")
        await ui.press("enter", "v", "escape")
        ui.shows("Must improve ×")
        assert ui.app.screen.box.value == ""
        await ui.press("escape")
        ui.shows("10 findings")
        await ui.press("escape")
        assert ui.app.screen is ui.browse


async def test_a_wide_screen_shows_the_highlighted_finding_in_full(visited):
    async with browsing(visited, size=(120, 40)) as ui:
        await ui.press("2")
        await ui.type("write plans with")
        ui.shows(
            "Alder  Good ", "Planning and review · Leadership", "Also asked", "↺ Jun 2015 Write plans that say who"
        )
        await ui.press("escape")
        await ui.type("homes for")
        ui.shows("Birch and Thorn ○ visit Mar 2025", "In brief", "Care leavers in Birch wait for homes.", "Cite (y)")


async def test_enter_on_a_visits_finding_opens_its_letter(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("lively")
        await ui.press("enter", "enter")
        await ui.pilot.pause()
        ui.shows("Birch and Thorn ○ visit Mar 2025", "▶ Plans of care leavers are lively.", "1 of 2 visits · [ Older")
        ui.shows("an area for priority action", "• Find homes for 25% more")
        await ui.press("[")
        ui.shows("2 of 2 visits · ] Newer", "We do not hold the letter")
        await ui.press("escape")
        assert type(ui.app.screen).__name__ == "FindingSearch"


async def test_a_letter_opens_at_its_finding_in_one_frame(visited, monkeypatch):
    async with browsing(visited, size=(60, 14)) as ui:
        await ui.press("2")
        await ui.type("lively")
        await ui.press("enter")
        frames = []
        display = App._display
        monkeypatch.setattr(App, "_display", lambda *shown: frames.append(shown[-1]) or display(*shown))
        await ui.press("enter")
        ui.shows("▶ Plans of care leavers are lively.")
        assert len([*filter(None, frames)]) == 1
        await ui.press("home")
        ui.shows("Focused visit, 1 Mar 2025")
        assert "lively" not in ui.frame, "the whole letter is in sight: nothing to scroll to"


async def test_a_councils_letters_are_turned_and_closed_by_clicks(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("lively")
        await ui.press("enter", "enter")
        await ui.click("[ Older")
        ui.shows("2 of 2 visits · ] Newer")
        await ui.click("] Newer")
        ui.shows("1 of 2 visits · [ Older")
        await ui.click("Esc Close")
        assert type(ui.app.screen).__name__ == "FindingSearch"


async def test_a_visits_finding_is_cited_as_such(visited):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("lively")
        await ui.press("enter", "y")
        assert "Summary of Ofsted’s letter of 20 March 2025 on a focused visit, leadership, page 3" in ui.app.clipboard


async def test_findings_are_sorted_otherwise(visited):
    async with browsing(visited) as ui:
        await ui.press("2", "enter", "s")
        ui.shows("Findings · oldest first", "Jun 2015")
        await ui.press("s")
        ui.shows("Findings · by council")


async def test_the_report_of_a_finding_is_opened(visited, opened):
    async with browsing(visited) as ui:
        await ui.press("2")
        await ui.type("write plans with")
        await ui.press("enter", "o")
        assert opened == ["https://files.ofsted.gov.uk/v1/file/1"]
        await ui.press("escape", "/")
        await ui.type("lively")
        await ui.press("enter", "o")
        ui.says("We hold no web address for this letter.")
        await ui.press("escape", "/")
        await ui.type("qqqqzz")
        await ui.press("enter", "o")
        ui.says("There is no report to open.")


async def test_a_date_in_the_past_ends_what_is_found(visited):
    async with browsing(visited, settings=Settings(as_at="2021-02-19")) as ui:
        await ui.press("2")
        ui.shows("4 findings", "reports up to 19 February 2021")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_every_finding_has_its_headline_on_the_screen(repository, size):
    async with browsing(repository, size=size) as ui:
        await ui.press("2")
        rows = ui.app.screen.rows
        for number in range(0, len(rows.items), 997):
            headline = line_text(rows.items[number].lines[0])
            assert len(headline) <= rows.text_width - 1
            assert f" {rows.items[number].target.finding.pages[0]}" in headline


def test_a_marked_word_is_marked_without_the_blank_before_it():
    [line] = wrap([Span("plans for "), Span("care", "match"), Span(" leavers")], 40)
    assert line == (Span("plans for "), Span("care", "match"), Span(" leavers"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frame_of_the_visits(visited, size):
    async with browsing(visited, size=size) as ui:
        await ui.press("V")
        compare(ui.frame, f"visits-{size[0]}x{size[1]}.txt")


async def test_which_councils_were_visited_on_care_leavers_and_what_was_found_is_answered_in_four_keys(repository):
    async with browsing(repository) as ui:
        await ui.press("V", "v", "down", "enter")
        await ui.pilot.pause()
        ui.shows("Care leavers ×   c Clear", "2025 ", "Jan 2026 Slough", "! means an area for priority action.")
        ui.shows("Care leavers have stronger, longer-lasting relationships with their")
        assert all("care-leavers" in visit.topics for visit in ui.app.screen.visits)


async def test_that_a_visit_gives_no_grade_is_said_once(visited):
    async with browsing(visited, size=(120, 40)) as ui:
        await ui.press("V")
        assert ui.frame.count("A visit gives no grade.") == 1
        await ui.press("enter")
        ui.shows("action. A visit gives no grade.")


async def test_a_visit_opens_what_its_letter_says(visited):
    async with browsing(visited) as ui:
        await ui.press("V")
        ui.shows(
            "3 visits between inspections · 2 councils",
            "! Care leavers and permanence",
            "! means an area for priority action.",
        )
        await ui.press("enter")
        ui.shows("Care leavers in Birch wait for homes.", "Must improve 1", "Praised 1", "A visit gives no grade.")
        await ui.press("escape", "escape")
        assert ui.app.screen is ui.browse


async def test_visits_are_filtered_by_neighbours_type_and_priority_action(visited):
    async with browsing(visited) as ui:
        await ui.press("V", "n")
        ui.shows("Neighbours of Alder ×", "2 visits")
        await ui.press("f", "down", "space", "enter")
        ui.shows("Neighbours of Alder ×   Monitoring visits ×", "1 visit ", "Monitoring · Front door")
        await ui.press("escape")
        ui.shows("3 visits")
        await ui.press("f", "W", "space", "enter")
        ui.shows("With an area for priority action ×", "1 visit ")


async def test_the_visits_are_those_known_on_the_date_shown(visited):
    async with browsing(visited, settings=Settings(as_at="2021-02-20")) as ui:
        await ui.press("V")
        ui.shows("2 visits between inspections", "to 20 Feb 2021")


async def test_what_the_visits_screen_saves_is_what_the_command_writes(repository, capsys):
    async with browsing(repository) as ui:
        await ui.press("V")
        shown = as_csv(ui.app.screen.table())
    assert main(["visits", "--format", "csv"]) == 0
    assert capsys.readouterr().out == shown


async def test_enter_on_a_councils_page_opens_its_newest_visit(visited):
    async with browsing(visited, settings=Settings(council="birch")) as ui:
        await ui.press("enter")
        await ui.pilot.pause()
        ui.shows("Since then 1 · a visit gives no grade · Enter opens", "Enter Visits")
        await ui.press("enter")
        ui.shows("Birch and Thorn ○ visit Mar 2025", "Find homes for 25% more young people.")
        await ui.press("escape", "escape")
        assert ui.app.screen is ui.browse


async def test_a_council_that_was_never_visited_says_so(visited):
    async with browsing(visited, settings=Settings(council="cedar")) as ui:
        await ui.press("enter")
        await ui.pilot.pause()
        await ui.press("enter")
        ui.says("We hold no visit to this council by this date.")


async def test_a_new_visit_opens_its_letter(visited):
    async with browsing(visited, settings=Settings(as_at="2025-03-21")) as ui:
        await ui.press("8", "enter")
        ui.shows("Birch and Thorn ○ visit Mar 2025", "Plans of care leavers are lively.")


async def test_themes_count_what_visits_found_apart_from_inspections(visited):
    async with browsing(visited, (120, 40)) as ui:
        await ui.press("5")
        before = ui.app.screen.counts
        ui.shows("w Visits")
        await ui.press("w")
        ui.shows("Themes · 2 visits", "w Inspections", "Here “reports” means letters about visits.", "Pathway planning")
        asks = {count.theme: count.findings[Kind.IMPROVEMENT] for count in ui.app.screen.counts}
        assert asks == {"pathway-planning": 1, "accommodation": 1}
        await ui.press("b")
        ui.shows("by year · 2 visits", "2021", "2025")
        await ui.press("b")
        ui.shows("by region")
        await ui.press("b")
        ui.shows("by year")
        await ui.press("escape", "enter")
        await ui.pilot.pause()
        ui.shows("1 finding · 1 document", "Visits ×")
        await ui.press("escape", "w")
        ui.shows("w Visits")
        assert ui.app.screen.counts == before


async def test_compare_shows_each_councils_last_visit_and_opens_its_letter(visited):
    async with browsing(visited, settings=Settings(council="alder")) as ui:
        await ui.press("9")
        ui.shows("Last visits between inspections", "Feb 2021 Care leavers", "Mar 2025 Care leavers and permanence")
        await ui.press("down", "down", "enter")
        ui.shows("Alder ○ visit Feb 2021", "Review every plan of a care leaver.")


async def test_the_texts_are_folded_before_a_word_is_typed(fuller_country):
    """Folding thousands of texts takes longer than a letter."""
    async with browsing(fuller_country) as person:
        await person.press("2")
        await person.app.workers.wait_for_complete()
        assert "texts" in vars(said_in_both(fuller_country))


async def test_a_key_in_the_burst_in_which_the_box_is_left_is_a_command(fuller_country):
    async with browsing(fuller_country, (120, 40)) as person:
        await person.press("2")
        for key in ("p", "down", "s"):  # as the terminal hands them on: without waiting for any to be answered
            person.app.post_message(Key(key, key if len(key) == 1 else None))
        await person.pilot.pause()
        assert person.app.screen.box.value == "p"
        assert "oldest first" in person.frame


@pytest.mark.parametrize("width", [40, 58, 110])
def test_the_word_that_was_searched_for_is_in_sight_in_every_row(repository, width):
    hits = find_findings(repository, FindingQuery(phrase="supervision"))[:150]
    for hit in hits:
        height = lines_of_a_hit(width, previewed=True)
        lines = hit_lines(hit, "supervision", width, height)
        assert "match" in {span.style for line in lines for span in line}, lines
        assert len(lines) <= height
        assert all(len(line_text(line)) <= width for line in lines[1:])


def test_a_row_that_begins_later_in_its_finding_says_so():
    said = finding("alder-2021-02-20", Kind.PRAISE, "Plans are drawn up with children, and read, signed and kept safe.")
    hit = VisitHit(said, VISITS[0], council("alder", "Alder"))
    _, first, second = (line_text(line) for line in hit_lines(hit, "kept", 32, 3))
    assert first.startswith("… ")
    assert "kept safe." in first + second


@pytest.mark.parametrize(("width", "count"), [(60, "11,210 in 864 documents"), (80, "11,210 findings · 864 documents")])
async def test_how_many_findings_there_are_is_said_in_whole_words(repository, width, count):
    async with browsing(repository, size=(width, 20)) as ui:
        await ui.press("2")
        ui.shows(f" {count}")
        await ui.type("mould")
        ui.shows("findings · ")


async def test_the_longest_name_has_room_beside_its_grade(repository):
    async with browsing(repository) as ui:
        await ui.press("2")
        await ui.type("bournemouth, christchurch and poole")
        await ui.press("enter")
        ui.shows("Bournemouth, Christchurch and Poole ")


def test_a_page_on_which_a_finding_stands_twice_is_named_once():
    twice = finding("birch-2024-01-05", Kind.PRAISE, "Plans are warm.", paragraph="B1 P51 P53", pages=(2, 10, 10))
    assert pages_of(twice) == "p 2, 10"
    assert spoken(twice.pages) == "2 10"
