"""A page of text as lines of styled spans, wrapped to a width: what the panes draw, and what can be selected."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...core.wording import cell_width, truncate


class Span(NamedTuple):
    """A run of text in one style; `action` is what a click on it does."""

    text: str
    style: str = ""
    """The name of a component class without its prefix: `muted`, `good`, `heading`."""
    action: str = ""


Line = tuple[Span, ...]
UNBROKEN = "\u00a0"
"""A non-breaking blank; on the page it is a blank like any other."""
DOT = f"{UNBROKEN}· "
"""The separator between two facts, which no line begins with."""
READABLE = 100
"""Cells above which a line is hard to read."""


_DATE = re.compile(r"(?:\d )?\b[A-Z][a-z]{2,8} (?=\d{4})")
"""The blanks of `8 Dec 2017`: any word may be the month."""


def dates_unbroken(text: str) -> str:
    """A text with its dates kept on one line."""
    return _DATE.sub(lambda found: unbroken(found[0]), text)


def unbroken(text: str) -> str:
    """A date, or a mark with its word, kept on one line."""
    return text.replace(" ", UNBROKEN)


class Page:
    """Lines being written: paragraphs are wrapped to the width, and places can be named to scroll to."""

    def __init__(self, width: int, *, ruled: bool = False, airy: bool = True) -> None:
        self.width = max(8, width)
        self.ruled, self.airy = ruled, airy
        """Whether a heading has a rule to the edge, and an empty line above it."""
        self.lines: list[Line] = []
        self.places: dict[str, int] = {}
        """The line where a named place begins."""

    def blank(self) -> None:
        """An empty line, never two in a row and none at the top."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def mark(self, name: str) -> None:
        """Name the place of the next line."""
        self.places[name] = len(self.lines)

    def mark_above(self, name: str) -> None:
        """Name the place of the last line, such as a heading."""
        self.places[name] = len(self.lines) - 1

    def line(self, *spans: Span) -> None:
        """One line that is cut, not wrapped, if it is too long."""
        self.lines.append(_cut_line(spans, self.width))

    def heading(self, text: str, note: str = "") -> None:
        """A heading followed by a muted note."""
        if self.airy:
            self.blank()
        spans = (Span(text, "heading"), Span(f" {note}" if note else "", "muted"))
        rest = self.width - cell_width(line_text(spans)) - 1
        if self.ruled and rest > 0:
            self.lines.append((*spans, Span(f" {'─' * rest}", "rule")))
        else:
            self.line(*spans)

    def paragraph(self, *spans: Span, first: str = "", indent: int = 0) -> None:
        """Text wrapped at blanks; `first` begins the first line, `indent` blanks the others."""
        self.lines += wrap(spans, self.width, first=first, indent=indent)


def shortened(lines: list[Line], most: int, width: int) -> list[Line]:
    """The first lines of a paragraph; if some are left out, the last ends in ` …`."""
    if len(lines) <= most:
        return lines
    last = list(lines[most - 1])
    while last and cell_width(line_text(tuple(last))) > width - 2:
        last[-1] = last[-1]._replace(text=last[-1].text.rpartition(" ")[0])
        if not last[-1].text:
            last.pop()
    return [*lines[: most - 1], (*last, Span(" …", "muted"))]


def wrap(spans: Iterable[Span], width: int, *, first: str = "", indent: int = 0) -> list[Line]:
    """Lines of at most `width` cells, broken at blanks; a word that is longer than a line is split.

    What follows a word without a blank, such as a comma, stays with it. None of the dots that separate facts begins or
    ends a line: there the end of the line separates them.
    """
    lines: list[Line] = []
    line = [Span(first)] if first else []
    pieces = list(_pieces(spans))
    column, begun = cell_width(first), False
    for place, (text, style, action, glued) in enumerate(pieces):
        rest, behind = text, _glued_behind(pieces, place)
        while rest:
            gap = int(begun and not glued)
            end = _whole_words(rest, width - column - gap, behind)
            if not end and column > indent:
                lines.append(_without_dot(line))
                line = [Span(" " * indent)] if indent else []
                column, gap = indent, 0
                end = _whole_words(rest, width - column, behind) or _whole_words(rest, width - column)
            piece = rest[: end or max(4, width - indent)]
            shown = piece if piece.isascii() else piece.replace(UNBROKEN, " ")
            _put(line, Span(" " * gap + shown, style, action))
            column, begun = column + gap + cell_width(piece), True
            rest = rest[len(piece) :]
            glued = not rest.startswith(" ")
            rest = rest.removeprefix(" ")
    return [*lines, tuple(line)]


def _without_dot(line: list[Span]) -> Line:
    """A full line of facts, without the dot at its end that would separate it from the next.

    After a semicolon the dot is a sign that is being explained.
    """
    if line and line[-1].style == "muted" and line[-1].text[-1:] == "·":
        *before, last = line
        words = last.text[:-1].rstrip()
        if words and words[-1] != ";":
            return (*before, last._replace(text=words))
        if not words and before and not before[-1].text.isspace():
            return (*before[:-1], before[-1]._replace(text=before[-1].text.rstrip()))
    return tuple(line)


def _pieces(spans: Iterable[Span]) -> Iterable[tuple[str, str, str, bool]]:
    """The texts with single blanks, style and action; True if one follows the one before without a blank."""
    blank_before = True
    for held, style, action in spans:
        if not held:
            continue
        text = held.replace(" · ", DOT)
        if style == "muted":  # facts; in the text of a finding a date may be broken like anything else
            text = dates_unbroken(text)
        yield " ".join(filter(None, text.split(" "))), style, action, not blank_before and text[0] != " "
        blank_before = text[-1] == " "


def _glued_behind(pieces: Sequence[tuple[str, str, str, bool]], place: int) -> int:
    """The cells of what follows the last word of a piece without a blank."""
    size = 0
    for following in range(place + 1, len(pieces)):
        text, _, _, glued = pieces[following]
        if not glued:
            break
        word = text.partition(" ")[0]
        size += cell_width(word)
        if len(word) < len(text):
            break
    return size


def _whole_words(text: str, room: int, behind: int = 0) -> int:
    """How many characters of a text fit into some cells without breaking a word; 0 if its first word does not.

    `behind`: cells of what follows its last word on the same line.
    """
    if len(text) + behind <= room and cell_width(text) + behind <= room:
        return len(text)
    end = text.rfind(" ", 0, max(0, room) + 1)
    while end > 0 and cell_width(text[:end]) > room:
        end = text.rfind(" ", 0, end)
    return max(end, 0)


def _put(line: list[Span], span: Span) -> None:
    """A word at the end of a line, in one span with those of its style; the blank before another style has no style."""
    if line and line[-1][1:] == span[1:]:
        line[-1] = Span(line[-1].text + span.text, *span[1:])
    elif line and span.text[0] == " " and span[1:] != ("", ""):
        plain = line[-1] == (line[-1].text, "", "")
        line[-1:] = [Span(f"{line[-1].text} ")] if plain else [line[-1], Span(" ")]
        line.append(Span(span.text[1:], *span[1:]))
    else:
        line.append(span)


def _cut_line(spans: Sequence[Span], width: int) -> Line:
    kept: list[Span] = []
    for span in spans:
        room = width - sum(cell_width(k.text) for k in kept)
        if room <= 0 or not span.text:
            continue
        kept.append(span._replace(text=truncate(span.text, room)))
    return tuple(kept)


def line_text(line: Line) -> str:
    """A line as plain text."""
    return "".join(span.text for span in line)
