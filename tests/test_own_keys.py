"""Keys of the user's own, from `keys.toml`."""

from __future__ import annotations

import ast
import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from ofsted_tui import tui
from ofsted_tui.cli.main import main
from ofsted_tui.storage.key_file import key_file
from ofsted_tui.tui.keys import (
    BROWSE,
    COUNCIL_PAGE,
    EVERYWHERE,
    HERE,
    NAMED_KEYS,
    SCREENS,
    VIEW,
    Keys,
    key_of_character,
    key_rows,
    spoken_key,
)
from ofsted_tui.tui.own_keys import FORMER_IDS, read_own_keys

from .conftest import closed
from .ui.driver import browsing

README = Path(__file__).parents[1] / "README.md"


@pytest.fixture
def chosen(tmp_path):
    """What comes of a file with some lines: the keys, and the sentences without the file's name."""

    def read(*lines: str):
        file = tmp_path / "keys.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        keys, problems = read_own_keys(file)
        assert all(str(file) in problem for problem in problems)
        return dict(keys.own), [problem.replace(f"{file}: ", "") for problem in problems]

    return read


def test_the_declared_keys_do_not_clash(chosen):
    assert chosen("") == ({}, [])


def test_a_command_gets_another_key_or_several(chosen):
    lines = (
        'quit = "Q"',
        'older = [",", "Shift+Left"]',
        'save = "Ctrl+S"',
        'help = "F2"',
        'note = "é"',
        'mark = "shift+m"',
    )
    own = {"quit": "Q", "older": "comma,shift+left", "save": "ctrl+s", "help": "f2", "note": "é", "mark": "M"}
    assert chosen(*lines) == (own, [])


def test_two_commands_can_change_places(chosen):
    assert chosen('sort = "f"', 'filter = "s"') == ({"sort": "f", "filter": "s"}, [])


def test_the_readme_s_example_can_be_followed(chosen):
    (example,) = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    own, said = chosen(example)
    assert (len(own), said) == (4, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('quti = "Q"', "“quti” is not a command; did you mean quit?"),
        ('lately = "Q"', "“lately” is not a command; did you mean whats_new?"),
        ('nation = "Q"', "“nation” is not a command; did you mean england?"),
        ('part = "Q"', "“part” is not a command; did you mean break_down or which_moves?"),
        ('xyzzy = "Q"', "“xyzzy” is not a command; expected an id that ofsted-tui --keys lists"),
        ('quit = "Hyper+Q"', "quit = Hyper+Q: not a key; expected a character or a name such as F2, Enter, Ctrl+S, Shift+Left; several in [ ]"),
        ("quit = 5", "quit = 5: not a key; expected a character or a name such as F2, Enter, Ctrl+S, Shift+Left; several in [ ]"),
        ("quit = []", "quit = []: not a key; expected a character or a name such as F2, Enter, Ctrl+S, Shift+Left; several in [ ]"),
        ('quit = "j"', "quit: j moves in every list; expected another key"),
        ('submit = "w"', "submit: w types text in a box; expected a key such as F2 or Ctrl+S"),
        ('quit = "s"', "quit: s is Sort (sort) on Councils; expected a free key, or another one for sort"),
        ('quit = "/"', "quit: / is Search (search) on Councils; expected a free key, or another one for search"),
        ('pin = "Esc"', "pin: Esc is Back (back) on Councils; expected a free key, or another one for back"),
        ('quit = "w"', "quit: w is Visits (count_visits) on Themes; expected a free key, or another one for count_visits"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_line_and_the_rest_works(chosen, line, said):
    assert chosen(line, 'about = "F9"') == ({"about": "f9"}, [said])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f'quit = "{"x" * 5000}"', f"quit = {'x' * 59}…: not a key; expected a character or a name"),
        (f'{"y" * 5000} = "Q"', f"“{'y' * 59}…” is not a command; expected an id"),
    ],
)
def test_of_a_mistake_as_long_as_a_page_the_beginning_is_told(chosen, line, said):
    """The whole of it would fill the screen and push what was expected off it."""
    own, (told,) = chosen(line)
    assert not own
    assert told.startswith(said)


def test_of_two_that_want_one_key_the_first_in_the_file_has_it(chosen):
    own, said = chosen('about = "ä"', 'theme = "ä"')
    assert own == {"about": "ä"}
    assert said == ["theme: ä is About (about) on Councils; expected a free key, or another one for about"]


@pytest.mark.parametrize("held", [b"quit = Q", b"[" * 5000, b"\xff"])
def test_a_file_that_cannot_be_read_changes_no_key(tmp_path, held):
    file = tmp_path / "keys.toml"
    file.write_bytes(held)
    keys, (said,) = read_own_keys(file)
    assert not keys.own
    assert said.startswith("Your keys could not be read")
    assert str(file) in said
    assert file.read_bytes() == held


@pytest.mark.parametrize("character", string.punctuation + "aZ5é£")
def test_every_character_has_textual_s_name_and_is_shown_as_itself(character):
    assert key_of_character(character) == _character_to_key(character)
    assert spoken_key(key_of_character(character)) == character


async def test_the_key_bar_the_help_and_the_palette_follow(country):
    keys = Keys({"sort": "f", "filter": "s", "older": "comma", "quit": "Q", "palette": "f2"})
    async with browsing(country, size=(140, 40), keys=keys) as ui:
        ui.shows("s Filter", ", Older")
        await ui.press("s")
        ui.shows("Show only")
        await ui.press("escape", "q")
        assert ui.app.is_running
        await ui.press("?", "space")
        ui.shows("f               Sort by name", "s               Choose grades")
        await ui.press("space")
        ui.shows(",               Show the inspection before")
        await ui.press("escape", "f2")
        await ui.type("older")
        ui.shows("Older")
        assert ui.frame.count("Show the inspection before this one") == 1
        await ui.press("escape")


async def test_the_borders_follow_and_their_words_press_the_keys_of_today(country):
    keys = Keys({"zoom": "Z", "older": "comma", "newer": "full_stop", "sort": "S", "leave": "Q", "compare": "C"})
    async with browsing(country, keys=keys) as ui:
        ui.shows("Z Full page · 1 of 2 inspections ,", "S Sort · 1 of 5")
        await ui.click("of 2 inspections ,", last=True)
        ui.shows("2 of 2 inspections .")
        await ui.click("S Sort")
        ui.says("Sorted by")
        await ui.click("Z Full page")
        ui.shows("Councils › Alder")
        await ui.press("Q")
        ui.shows("S Sort")


async def test_the_borders_of_the_council_page_and_of_england_follow(repository):
    keys = Keys({"compare": "C", "next_heading": "M", "mark": "K", "next_inspections": "N", "open_here": "O"})
    async with browsing(repository, size=(120, 40), keys=keys) as ui:
        await ui.press("z")
        ui.shows("M ↓ ", "O Open · C Compare")
        await ui.press("3")
        ui.shows("K Move ┬ here")
    async with browsing(repository, size=(80, 24), keys=keys) as ui:
        await ui.press("z", "end")
        assert "C compares them" in str(ui.app.screen.detail._lines)
        ui.shows("(press N)")


async def test_sentences_name_the_user_s_own_keys(fuller_country):
    keys = Keys({"clear": "C", "as_at": "Z", "pin": "B", "filter": "F", "leave": "Q"})
    async with browsing(fuller_country, keys=keys) as ui:
        await ui.press("8")
        ui.shows("Z chooses another date.")
        await ui.press("9")
        ui.shows("Pin councils (B in the list)")
        await ui.press("2")
        await ui.type("zzz")
        ui.shows("No findings with “zzz”. Q clears the words.")
    async with browsing(fuller_country, keys=keys) as ui:
        await ui.press("F", "space", "enter", "/")
        await ui.type("alder")
        ui.shows("Clear all filters", "F    Change the filters", "C Clear")


KEY_IN_WORDS = re.compile(r"\b(?:Enter|Esc|Tab|Backspace|Shift)\b|(?<!\S)[][?/] [a-z]|\([a-z]\)|← and")
"""A declared key within words."""
FIXED = {"own_keys.py", *(f"{name}.py" for name in "checklist date_picker letter note picker save text_page".split())}
"""Where keys are named that nobody can change: those of windows, and in what is said of `keys.toml`."""


def test_no_sentence_names_a_key_that_may_be_another_one():
    for file in Path(tui.__file__).parent.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8")))) if file.name not in FIXED else []
        comments = [node.value for node in nodes if isinstance(node, ast.Expr)]
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in comments:
                named = node.value not in NAMED_KEYS.values() and KEY_IN_WORDS.search(node.value)
                assert not named, f"{file.name}:{node.lineno}: {node.value}"


async def test_no_screen_names_a_key_that_was_given_up(fuller_country):
    ids = {
        command.id: command
        for commands in (BROWSE, COUNCIL_PAGE, EVERYWHERE, VIEW, *HERE.values())
        for command in commands
    }
    names = [
        f"{modifier}+f{number}"
        for modifier in ("alt", "ctrl", "alt+shift", "ctrl+alt", "ctrl+shift", "shift")
        for number in range(1, 13)
    ]
    own = dict(zip(ids, names, strict=False))
    assert len(own) == len(ids)
    async with browsing(fuller_country, size=(120, 40), keys=Keys(own)) as ui:

        async def names_none(*commands: str) -> None:
            await ui.press(*(own[command] for command in commands))
            lines = [line for line in ui.frame.replace("Shift+F", "").splitlines() if "Scroll · Esc Close" not in line]
            assert not KEY_IN_WORDS.search("\n".join(lines)), ui.frame

        await names_none("search")
        await ui.type("qqq")
        await names_none("submit")
        await names_none("leave", "councils", "clear", "zoom")
        for screen in (*SCREENS, ids["import"]):
            await names_none("leave", screen.id)
            await names_none("help")
            await ui.press("escape")


async def test_the_box_of_an_import_has_the_user_s_own_key(country):
    async with browsing(country, keys=Keys({"submit": "f2"})) as ui:
        await ui.press("I", "enter")
        ui.shows("Type a path and press F2 to see", "F2 Preview")
        assert not ui.app._notifications
        await ui.press("f2")
        ui.says("Type the path of a file or a folder first.")


async def test_a_brace_that_somebody_types_is_no_key(fuller_country):
    async with browsing(fuller_country) as ui:
        await ui.search("{clear} zzz")
        ui.shows("“{clear} zzz”")
        await ui.press("escape", "2")
        await ui.type("{clear} zzz")
        ui.shows("No findings with “{clear} zzz”.")


async def test_the_keys_that_were_given_up_do_nothing(country):
    async with browsing(country, keys=Keys({"older": "comma", "council": "x"})) as ui:
        shown = ui.browse.profile.inspection
        await ui.press("[", "left")
        assert ui.browse.profile.inspection is shown
        await ui.press("comma")
        assert ui.browse.profile.inspection is not shown


async def test_a_key_of_another_screen_is_named_as_it_is_now(country):
    async with browsing(country, keys=Keys({"labels": "F", "map": "f4"})) as ui:
        await ui.press("F")
        ui.says("F does nothing here. It is Names on Map (F4).")


def test_the_printed_keys_follow_and_mistakes_go_to_stderr(capsys):
    file = key_file()
    file.parent.mkdir(parents=True)
    file.write_text('quit = "Q"\nabuot = "F9"\n', encoding="utf-8")
    assert main(["--keys"]) == 0
    out, err = capsys.readouterr()
    assert "| `Q` | Quit | Leave; your place is remembered | `quit` |" in out
    assert err == f"{file}: “abuot” is not a command; did you mean about?\n"


def test_the_printed_keys_have_every_id_and_tell_the_list_from_the_other_screens():
    rows = key_rows(Keys({"leave": "f5", "back": "f4"}))
    every = (BROWSE, COUNCIL_PAGE, EVERYWHERE, VIEW, *HERE.values())
    assert {id_ for *_, id_ in rows} == {command.id for commands in every for command in commands}
    assert [(key, title, id_) for key, title, _, id_ in rows if title.endswith(": Back")] == [
        ("F4", "Councils: Back", "back"),
        ("F5", "Council page: Back", "leave"),
        ("F5", "Other screens: Back", "leave"),
        ("F5", "Importing: Back", "leave"),
    ]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_terminal_the_printed_keys_fit_it(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["--keys"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    assert lines[0].split() == ["Key", "What", "it", "does", "Id"]
    if columns == 80:
        assert "s          Sort. Sort by name, grade, date, region or longest   sort" in lines
        assert "           wait" in lines


def test_a_folder_that_may_not_be_looked_into_is_said_by_name(capsys, monkeypatch):
    monkeypatch.setattr(os, "stat", closed)
    monkeypatch.setattr(Path, "read_text", closed)
    assert main(["--keys"]) == 0
    assert capsys.readouterr().err == f"Your keys could not be read (Permission denied): {key_file()}\n"


def test_without_the_file_nothing_of_it_is_loaded():
    code = "import sys\nfrom ofsted_tui.tui import keys_in_force\nkeys_in_force()\n"
    code += "print([name for name in ('tomllib', 'ofsted_tui.tui.own_keys') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_id_has_one_meaning_on_a_screen():
    for commands in (BROWSE, *HERE.values(), VIEW):
        ids = [command.id for command in (*commands, *EVERYWHERE)]
        assert len(set(ids)) == len(ids)


def test_no_former_id_is_that_of_a_command_and_each_leads_to_one():
    ids = {command.id for commands in (BROWSE, COUNCIL_PAGE, EVERYWHERE, VIEW, *HERE.values()) for command in commands}
    assert not ids & FORMER_IDS.keys()
    assert {new for news in FORMER_IDS.values() for new in news} <= ids
