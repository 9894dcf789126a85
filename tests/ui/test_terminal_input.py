"""Bytes of a terminal become text that holds nothing by which Textual's parser would break or press keys."""

from __future__ import annotations

import pytest

from ofsted_tui.tui.terminal_input import LONGEST_PASTE, PASTE_BEGINS, PASTE_ENDS, TerminalInput


def reads(*chunks: bytes) -> str:
    terminal = TerminalInput()
    return "".join(terminal.feed(chunk) for chunk in chunks) + "".join(terminal.wait() for _ in range(9))


def pasted(text: str) -> str:
    return PASTE_BEGINS + text + PASTE_ENDS


@pytest.mark.parametrize(
    ("arrives", "is_read_as"),
    [
        ("p↓é".encode(), "p↓é"),
        (b"\x1b", "\x1b"),
        (b"\x1b[B\x1b[<0;3;4M", "\x1b[B\x1b[<0;3;4M"),
        (b"a\x1b[M \xa2\x85b", "ab"),
        (b"a\xffb", "a�b"),
        (b"a\x1bPq#0;2;0;0;0~~\x1b\\b", "ab"),
        (b"a\x1bP+q544e\x1b\\b", "ab"),
        (b"a\x1b]11;rgb:0/0/0\x07b", "ab"),
        (b"\x1bP", "\x1bP"),
        (b"\x1b]jj", "\x1b]jj"),
        (pasted("leeds").encode(), pasted("leeds")),
        (pasted("a\x1bPq" + "q" * 40 + "\x1b\\").encode(), pasted("aPq" + "q" * 40 + "\\")),
        (pasted("one\r\ntwo\tthree\x00\x9b").encode(), pasted("one\r\ntwo\tthree")),
        (pasted("x\x1b[200~y").encode() + b"z", pasted("x[200~y") + "z"),
        (pasted("x" * 2 * LONGEST_PASTE).encode(), pasted("x" * LONGEST_PASTE)),
        (PASTE_BEGINS.encode() + b"never ends", pasted("never ends")),
    ],
    ids=repr,
)
def test_input_is_read_the_same_however_it_is_cut(arrives, is_read_as):
    assert reads(arrives) == is_read_as
    for cut in range(min(len(arrives), 60)):
        # Esc is a key, so it is handed on at once; a mouse report is known by its first bytes.
        after_escape = arrives[cut - 1 : cut] == b"\x1b" and b"\x1b[2" not in arrives
        within_mouse_report = b"\x1b[M" in arrives and 1 < cut < 7
        if not (after_escape or within_mouse_report):
            assert reads(arrives[:cut], arrives[cut:]) == is_read_as, cut


def test_a_string_without_an_end_takes_no_memory():
    terminal = TerminalInput()
    assert "".join(terminal.feed(b"\x1bPq" if not n else b"#" * 4096) for n in range(500)) == ""
    assert len(terminal._waiting) < 100
    assert terminal.wait() == ""
    assert terminal.feed(b"j") == "j"
