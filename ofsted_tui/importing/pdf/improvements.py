"""Reads a report's own list of what must improve.

Its heading has changed (“What needs to improve”, “Recommendations”, “What does the local authority need to improve?”,
“Areas for improvement”), and its entries are numbered or bulleted; a report may have a second list for the safeguarding
board. A numbered entry may contain bullets, which are not entries; a bulleted list may follow a numbered paragraph that
introduces it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .normalise import BULLETS, letters, one_line
from .report import Entry
from .running_lines import body_lines, opens_footnote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Headings are compared in bare letters, since programs join or split their words.
_OPENS = re.compile(
    r"recommendations?|what(?:does|do)the.{2,60}needs?toimprove|whatneedstoimprove(?:in(?:this)?areaof\w{2,40})?"
    r"|areas?for(?:improvement|priorityaction|development)s?|priority(?:and)?immediateactions?|priorityactions?"
)
_ENDS = re.compile(
    r"the(?:localauthority|council|board|lscb).{0,30}strengths$|progresssince|summaryforchildren|informationabout"
    r"|inspection(?:findings|judge?ments?)|keystrengths|executivesummary|summary$|childrensservicesin"
    r"|(?:the)?experiences?(?:andprogress)?ofchild|(?:the)?experiencesandprogress|(?:the)?impactofleaders"
    r"|(?:main|headline|key)?findings$|(?:strengths|overview|context)$|findingsandevaluationofprogress$"
    r"|ofstedwilltakethefindings|yourssincerely"
    r"|outcomesforlookedafterchildrenand|(?:section)?the(?:effectivenessofthe)?localsafeguardingchildrenboard"
)
_BOARD = re.compile(
    r"section(?:the)?effectiveness.*"
    r"|(?:theeffectivenessof)?thelocalsafeguardingchildren(?:board)?(?:lscb)?(?:(?:is|requires).*)?"
)
_PRIORITIES = (
    (re.compile(r"priority.*action.*|areas?forpriorityactions?|immediately|takeimmediateaction"), "immediate"),
    (re.compile(r"withinthreemonths"), "3-months"),
    (re.compile(r"withinsixmonths"), "6-months"),
    (re.compile(r"areas?for(?:improvement|development)s?|whatneedstoimprove.*"), ""),
)
_NUMBERED = re.compile(r"(\d{1,3}) ?\.(?!\d)\s*(.*)")
_BULLET = re.compile(rf"([{BULLETS}])\s*(.*)")
_ODD_BULLET = re.compile(r"([§·*oØnqlu►–‒-]) (\S.*)")
"""What bullets of a symbol font become if a file does not say which characters they are, and dashes."""
_WITHIN = re.compile(rf"(?<=\S) ?(?=[{BULLETS}])|(?<=[.;)]) (?=(\d{{1,3}}) ?\. ?[A-Z])")
"""Where the next entry may begin within a line."""
_CONTENTS = re.compile(r"\S.* \d{1,3}$|.*\.{4,}")
_NONE = re.compile(
    r"(?:there(?:are|were))?no(?:areas|priority|immediate|urgent).{0,70}"
    r"|theinspection(?:didnotfind|foundno|identifiedno).{0,70}"
)
"""An entry that says that nothing has to be done immediately, in bare letters."""
_WITH_FOOTNOTE = "whatneedstoimprove"
"""The heading that the number of a footnote may follow, or, among the contents, that of a page."""
_WIDEST_GAP = 3
"""How many numbers a list may skip if some were not seen; a larger one is the number of something else."""
_LONGEST = 4_000
"""The most characters of one entry; the longest seen has a quarter of that."""

NO_LIST = "No list of what must improve was found in the report."
NO_ENTRIES = "What must improve is not set out as a list in the report."


def read_improvements(pages: Sequence[str], part: str = "council") -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries in order, and what is doubtful about them. `part`: whose list comes first."""
    reader = _Reader(part)
    before = ""
    for page, line in body_lines(pages):
        for part_of_line in reader.parts(line):
            reader.take(page, part_of_line, before)
            before = part_of_line
    entries = tuple(reader.finish())
    doubts = [f"Entry {number} of the list of what must improve could not be found." for number in reader.lost]
    doubts += [f"The list of what must improve may continue after entry {number}." for number in reader.cut_short()]
    if not entries:
        doubts.append(NO_ENTRIES if reader.met else NO_LIST)
    return entries, tuple(doubts)


@dataclass(slots=True)
class _Mark:
    """An entry while it is being read."""

    page: int
    sign: str
    """The bullet; empty if it is numbered."""
    number: int
    """0 if it is bulleted."""
    priority: str
    part: str
    lines: list[str]


class _Reader:
    """Goes through a report line by line and keeps the entries of its lists."""

    def __init__(self, part: str) -> None:
        self.met = False
        self.lost: list[int] = []
        self._part = part
        self._inside = False
        self._priority = ""
        self._marks: list[_Mark] = []
        self._found: list[_Mark] = []
        self._number = self._numbers_with = 0
        self._bulleted = False
        self._note_on = 0
        self._numbers: list[int] = []
        """Every number that began a line, in a list or not."""
        self._ends: list[tuple[int, int]] = []
        """The last number of each list, and how many numbers had been seen with it."""

    def parts(self, line: str) -> list[str]:
        """A line of a list, split where a bullet or the next number is within it."""
        if not self._inside:
            return [line]
        opening = _NUMBERED.match(line)
        number = int(opening[1]) if opening else self._number
        cuts = [0]
        for found in _WITHIN.finditer(line):
            if not found[1] or (number and int(found[1]) == number + 1):
                number += bool(found[1])
                cuts.append(found.start())
        return [line[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]

    def take(self, page: int, line: str, before: str) -> None:
        """Read one more line; `before` is the one above it."""
        if numbered := _NUMBERED.match(line):
            self._numbers.append(int(numbered[1]))
        if not self._awaits_words() and self._heading(line):
            return
        if not self._inside or self._note_on == page:
            return
        if opens_footnote(line, before):
            self._note_on = page
        elif not self._entry(page, line) and self._marks:
            self._marks[-1].lines.append(line)

    def finish(self) -> Iterator[Entry]:
        """The entries found in the whole report."""
        self._close()
        counts: dict[int, int] = {}
        for mark in self._found:
            words = _words(mark.lines)
            if _NONE.fullmatch(letters(words)):
                continue
            if not mark.number:
                counts[mark.page] = counts.get(mark.page, 0) + 1
            reference = f"R{mark.number}" if mark.number else f"B{counts[mark.page]}"
            at_once = words.startswith("Take immediate action")
            yield Entry(words, mark.page, reference, "immediate" if at_once else mark.priority, mark.part)

    def cut_short(self) -> Iterator[int]:
        """The last entries of lists after which numbers continue, but not with the next one.

        Paragraphs after a list continue its numbers, so a missing number belongs to an entry.
        """
        for last, seen in self._ends:
            later = self._numbers[seen:]
            if last + 1 not in later and any(number > last + 1 for number in later):
                yield last

    def _awaits_words(self) -> bool:
        """Whether a bullet or number is alone on the line above: what comes next are its words, not a heading."""
        return self._inside and bool(self._marks) and not any(self._marks[-1].lines)

    def _heading(self, line: str) -> bool:
        """Whether the line is a heading that begins, divides or ends a list."""
        if not line[:1].isupper():
            return False
        words = letters(line)
        contents = _CONTENTS.fullmatch(line) is not None
        if _OPENS.fullmatch(words) and (not contents or words.startswith(_WITH_FOOTNOTE)):
            if not self._inside:
                self.met, self._inside, self._marks, self._priority = True, True, [], ""
            self._prioritise(words)
            return True
        if contents:
            return False
        ended = self._inside and _ENDS.match(words) is not None
        if ended:
            self._close()
        if (self._found or self._marks) and _BOARD.fullmatch(words):
            # Before the first list the board's part is only named, in the contents.
            self._part = "lscb"
        return ended or (self._inside and self._prioritise(words))

    def _prioritise(self, words: str) -> bool:
        """Whether the words say how soon the entries below them are asked for."""
        found = next((priority for pattern, priority in _PRIORITIES if pattern.fullmatch(words)), None)
        if found is not None:
            self._priority = found
        return found is not None

    def _entry(self, page: int, line: str) -> bool:
        """Whether the line begins an entry, or a bullet that may turn out to be one."""
        if numbered := _NUMBERED.match(line):
            return self._numbered(page, int(numbered[1]), numbered[2])
        if bullet := _BULLET.match(line) or _ODD_BULLET.match(line):
            self._bulleted = self._bulleted or bullet[1] in BULLETS
            self._marks.append(_Mark(page, bullet[1], 0, self._priority, self._part, [bullet[2]]))
            return True
        return False

    def _numbered(self, page: int, number: int, text: str) -> bool:
        """Whether a number begins an entry: a list counts upwards one by one, otherwise it is part of a sentence."""
        capital = text[:1].isupper()
        if self._bulleted and not self._number:
            # Bullets without a number before them are the whole list; the first paragraph follows it.
            if capital:
                self._close()
            return capital
        step = number - self._number if self._number else 1
        if not number or not (step == 1 or (capital and 1 < step <= _WIDEST_GAP)):
            return False
        self.lost += range(number - step + 1, number)
        self._number, self._numbers_with = number, len(self._numbers)
        self._marks.append(_Mark(page, "", number, self._priority, self._part, [text]))
        return True

    def _close(self) -> None:
        """End a list: keep its numbered entries, or its bullets if at most one number introduces them.

        The first sign is that of the list's own bullets, others are of lists within an entry; a sign that is not a
        bullet by itself counts only if there is no other.
        """
        numbers = sum(1 for mark in self._marks if mark.number)
        signs = [mark.sign for mark in self._marks if mark.sign]
        sign = next((sign for sign in signs if sign in BULLETS), signs[0] if signs and not numbers else "")
        if numbers > 1 or not sign:
            sign = ""
        self._found += _entries(self._marks, sign)
        if numbers > 1:
            self._ends.append((self._number, self._numbers_with))
        self._inside, self._marks, self._number, self._bulleted = False, [], 0, False


def _entries(marks: Sequence[_Mark], sign: str) -> list[_Mark]:
    """The marks that begin an entry (those with one sign; without, the numbered), with the lines of the others."""
    entries: list[_Mark] = []
    for mark in marks:
        if mark.sign == sign:
            entries.append(mark)
        elif entries:
            entries[-1].lines += mark.lines
    return entries


def _words(lines: Sequence[str]) -> str:
    """An entry's lines on one line, without a sub-heading below it."""
    kept = [line for line in lines if line]
    ends = [at for at, line in enumerate(kept, 1) if line.rstrip().endswith((".", ")", ";"))]
    if ends and len(kept) - ends[-1] == 1 and kept[-1][:1].isupper():
        kept = kept[: ends[-1]]
    return one_line(" ".join(kept))[:_LONGEST]
