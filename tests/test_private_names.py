"""The private names of Textual that are used: with another Textual, this is what to look at first."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.command import CommandPalette
from textual.drivers.web_driver import WebDriver
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import OptionList
from textual.widgets._toast import ToastRack

from ofsted_tui import tui

LinuxDriver = pytest.importorskip("textual.drivers.linux_driver").LinuxDriver
USED = {
    App: "_background_screens _close_messages_no_wait _disable_notifications _driver _exception _exception_event _exit "
    "_handle_exception _load_screen_css _loop _notifications _return_code _start_widget",
    Screen: "_compositor _compositor_refresh _dirty_widgets _exchange_repaint_regions _extend_compose "
    "_forward_event _layout_required _on_layout _on_timer_update _post_register _repaint_required",
    ScrollView: "_border_subtitle _border_title _set_dirty _size _size_updated _styles_cache _vertical_scrollbar",
    CommandPalette: "_GATHER_COMMANDS_GROUP _gather_commands _placeholder",
    OptionList: "_move_page",
    LinuxDriver: "_app _debug _file _get_terminal_size _loop",
    WebDriver: "_app _loop",
}
"""By the class that has them."""


@pytest.mark.parametrize("holder", USED)
def test_textual_still_has_them(holder):
    of_textual = [base for base in holder.__mro__ if base.__module__.startswith("textual")]
    source = "".join(map(inspect.getsource, of_textual))
    assert [name for name in USED[holder].split() if not re.search(rf"\b{name}\b", source)] == []


def test_what_is_imported_or_unwrapped_is_there():
    assert all((StylesCache, get_time, XTermParser, ToastRack, CommandPalette._gather_commands.__wrapped__))


def test_no_other_is_used():
    ours, used = {"_replace"}, set()
    for file in Path(tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and re.match(r"_[^_]", node.attr):
                (ours if isinstance(node.ctx, ast.Store) else used).add(node.attr)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                ours.add(node.name)
            elif isinstance(node, ast.AnnAssign):
                ours.add(ast.unparse(node.target))
    assert used - ours <= set(" ".join(USED.values()).split())
