"""Letters about focused and monitoring visits: whose council, when, what inspectors looked at, what must improve.

A letter has no table and no line of facts: its date stands above the salutation, the council and the days of the visit
in its first sentences, and what inspectors looked at in those that follow.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import MONTHS
from ...core.visits import VisitType
from . import improvements
from .days_on_site import read_days
from .normalise import letters, one_line, spaced_pattern
from .running_lines import body_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .report import Entry

_VISIT = r"(?P<kind>focuss?ed|monitoring)\s*visits?"
_OPENING = re.compile(r"(focuss?ed|monitoring)visits?(to|of|in|at|on)")
_OTHER_PAPERS = re.compile(r"jointtargetedarea|jtai|areasend|specialeducationalneeds|inspectiondate|childrenshome")
_DEAR = re.compile(r"(?im)^\W*dear\b.*$")
_MONTH = "|".join(map(spaced_pattern, MONTHS))
_DATE = re.compile(rf"\b(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH}))\s+(20\d{{2}}\b)?", re.IGNORECASE)
_DAYS = re.compile(
    rf"visit(?P<who>[^.]{{0,240}}?)(?:\b|(?<=s))(?:on|between|from)\s*(?:the\s+)?"
    rf"(?P<days>\d{{1,2}}\b(?:[^.;:A-Z]|{_MONTH})*)",
)
_NAMED = re.compile(rf"{_VISIT}\s*(?:to|of|in|at)\s+(?:the\s+)?(?=(?P<who>.{{3,160}}))", re.IGNORECASE | re.DOTALL)
_BEHIND_NAME = re.compile(
    r"(?:\W|'s)*\b(?:local authority\W*)?(?:children(?:'?s?|s'?)\W*(?:and|&)?\W*(?:families'?|young people'?s?)?\W*"
    r"(?:social care )?services?|children'?s social care|local authority|this letter|h(?:er|is) majesty|i am writing"
    r"|on \d)\b.*|\(.*",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESSEE = re.compile(r"(?im)^.*\b(?:council|borough|authority|corporation|trust)\b.*$")
_HEADING = re.compile(
    r"(headline|main|key)?findings|overview|whatneedstoimprove.*|areas?for(priorityaction|improvement)s?"
    r"|findingsandevaluationofprogress|summaryoffindings"
)
_COVERED = "areascoveredbythevisit"
_LETTERHEAD = re.compile(
    r"(?m)^(?:Ofsted|Piccadilly Gate\b.*|Store Street\b.*|Manchester(?: M1 2WD)?|M1 2WD\b.*|T 0300 123.*|Textphone\b.*"
    r"|enquiries@ofsted\S*|www\.(?:gov\.uk/)?ofsted\S*)$"
)
"""Ofsted's own address, which some programs put at the bottom of the page."""
_LONGEST_VISIT = timedelta(days=31)
"""From the first day on site to the last; nearly all visits last two days."""
_REMAIN = re.compile(
    r"existing areas? for priority action|areas? for priority action [^.]{0,90}\bremains?\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)\s+(?=[A-Z])")
_LOOKED = re.compile(
    r"\b(?:looked|considered|reviewed|evaluated|examined|explored|assessed|focus(?:s?ed)? (?:on|of)|focus was)\b",
    re.IGNORECASE,
)
_ARRANGEMENTS = re.compile(
    r"(?:looked at|considered|reviewed|evaluated) the local authority's (?:arrangements|service)", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:They|Inspectors|We) also|This (?:included|visit)|Specifically|In doing so|Within this")
_MEANS = re.compile(
    r"evidence|quality assurance|case records|case files|delivery model|methodology|performance management"
    r"|leading Ofsted|agreed arrangements|in line with the|spoke (?:to|with)|video calls|\bon site\b|remote"
    r"|findings of|inspectors (?:were|for this|was)",
    re.IGNORECASE,
)
"""What sentences about how inspectors worked say, which is not what they looked at."""


class VisitLetter(NamedTuple):
    """One letter as it was read. What it does not say, or what could not be read, is None or empty."""

    council_titles: tuple[str, ...]
    """The council as the letter names it: in its title, its first sentence, its address."""
    type: VisitType
    start: date | None = None
    end: date | None = None
    published: date | None = None
    """The date of the letter."""
    focus: str = ""
    """What inspectors looked at, in the letter's own words."""
    priority_action: bool = False
    """Whether it names an area for priority action, or says that an earlier one remains."""
    entries: tuple[Entry, ...] = ()
    """Its list of what must improve; areas for priority action are among them."""
    doubts: tuple[str, ...] = ()
    """Sentences about what could not be read, or is not as it should be."""


def recognises(pages: Sequence[str]) -> bool:
    """Whether the pages open with a letter about a visit of a council's children's services."""
    opening = letters("".join(pages[:2]))[:1600]
    dear, visit, other = opening.find("dear"), _OPENING.search(opening), _OTHER_PAPERS.search(opening)
    return dear >= 0 and visit is not None and "children" in opening and not (other and other.start() < visit.start())


def has_salutation(page: str) -> bool:
    """Whether a letter begins on a page."""
    return _DEAR.search(page) is not None


def read(pages: Sequence[str]) -> VisitLetter:
    """The letter; see `VisitLetter` for what may be missing."""
    pages = [_LETTERHEAD.sub("", page) for page in pages]
    head, body = _parted("\n".join(pages[:2]))
    head += "\n" + "\n".join(line for line in pages[0].split("\n") if _is_date(line))
    opening, covered = _before_findings(body)
    words = one_line(opening)
    kind = _OPENING.search(letters(body)) or _OPENING.search(letters(head))
    start, end, doubts = _days(words, _written(head))
    published, more_doubts = _published(head, end)
    entries, list_doubts = improvements.read_improvements(pages)
    remains = _REMAIN.search(one_line("\n".join(line for _, line in body_lines(pages))))
    return VisitLetter(
        council_titles=tuple(dict.fromkeys(_named(opening, head))),
        type=VisitType.MONITORING if kind and kind[1] == "monitoring" else VisitType.FOCUSED,
        start=start,
        end=end,
        published=published,
        focus=covered or _focus(words),
        priority_action=bool(remains) or any(entry.priority == "immediate" for entry in entries),
        entries=entries,
        doubts=(*doubts, *more_doubts, *(list_doubts if entries else ())),
    )


def _parted(text: str) -> tuple[str, str]:
    """What comes before the salutation, and what after it."""
    found = _DEAR.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, text)


def _before_findings(body: str) -> tuple[str, str]:
    """The first sentences, up to what was found; and what stands under a heading of its own on the areas covered."""
    opening: list[str] = []
    covered: list[str] = []
    into = opening
    for line in body.split("\n"):
        bare = letters(line)
        if bare == _COVERED:
            into = covered
        elif line[:1].isupper() and _HEADING.fullmatch(bare):
            break
        else:
            into.append(line)
    return "\n".join(opening)[:6000], one_line(" ".join(covered))[:2000]


def _is_date(line: str) -> bool:
    """Whether a line holds a date and nothing else: some programs put that of the letter at the foot of the page."""
    found = _DATE.match(f"{line} ")
    return found is not None and found.end() >= len(line)


def _written(head: str) -> tuple[str, date | None]:
    """The date above the salutation: its day and month, and the whole of it where its year can be read."""
    found = _DATE.search(one_line(head) + " ")
    if not found:
        return "", None
    days = read_days(found[0]) if found[2] else ()
    return found[1], days[0] if days else None


def _published(head: str, end: date | None) -> tuple[date | None, tuple[str, ...]]:
    """The date of the letter; where it cannot be, the first such day after the visit, with a doubt."""
    words, printed = _written(head)
    if printed and (end is None or printed >= end):
        return printed, ()
    for year in (end.year, end.year + 1) if words and end else ():
        days = read_days(f"{words} {year}")
        if days and end and days[0] >= end:
            return days[0], (f"published: the letter's date has an impossible year; taken as {days[0]}",)
    return None, ("The letter has no date that can be read.",)


def _days(words: str, written: tuple[str, date | None]) -> tuple[date | None, date | None, tuple[str, ...]]:
    """The first and the last day on site; a year that is not printed is that of the letter's date or the one before."""
    for found in _DAYS.finditer(words):
        text = found["days"]
        letter = written[1]
        days = read_days(text)
        if not days and letter:
            days = read_days(f"{text.rstrip()} {letter.year}")
            if days and days[-1] > letter:
                days = read_days(f"{text.rstrip()} {letter.year - 1}")
        if not days:
            continue
        start, end = days[0], days[-1]
        if timedelta(0) <= end - start <= _LONGEST_VISIT:
            return start, end, ()
        mended = _in_year(start, end.year)
        if mended and timedelta(0) <= end - mended <= _LONGEST_VISIT:
            return mended, end, (f"start: the letter gives {start}, which is not possible; taken as {mended}",)
    return None, None, ("The dates of the visit could not be read.",)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _named(opening: str, head: str) -> Iterator[str]:
    """The names of the council: in the title, in the first sentence, in the address."""
    for found in _NAMED.finditer(opening):
        if name := _BEHIND_NAME.sub("", one_line(found["who"])).strip(" .,:-–'"):
            yield name.removesuffix("'s")
    yield from (line.strip() for line in _ADDRESSEE.findall(head))


def _focus(words: str) -> str:
    """The sentences that say what inspectors looked at."""
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(words):
        means = _MEANS.search(sentence)
        if _ARRANGEMENTS.search(sentence) or (
            not means and (_LOOKED.search(sentence) or (kept and _GOES_ON.match(sentence)))
        ):
            kept.append(sentence)
    return " ".join(kept)[:2000]
