"""All about one council on a page: as much of it as the panel has room for, in the same order everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dates import month_day, period, short_day
from ...core.model import Judgement, Kind, theme_title
from ...core.standing import WITHOUT_OVERALL, glyph_of
from ...output.council_profile import KINDS, PRIORITIES, life, none_published
from ...output.repeat_words import asked_when
from .grade_table import step_of, write_grades, write_letters
from .styled_text import Page, Span, shortened, unbroken, wrap
from .styles import BULLETS

if TYPE_CHECKING:
    from ...core.councils import Councils
    from ...core.model import Finding
    from ...output.council_profile import Profile
    from .page_room import PageRoom
    from .styled_text import Line

PRIORITY = {priority: f"{words.capitalize()}. " for priority, words in PRIORITIES.items()}
"""What comes before a finding that asks for action soon."""
MOST_ASKS = 3
"""Asks in a preview before what is praised."""
SHORT_LINES = 2
"""Lines that a finding is cut to in a preview."""
PRAISE_LINES = 3
"""Lines that a panel keeps for the heading of what is praised and its first finding."""


def title_of(profile: Profile) -> tuple[Span, ...]:
    """The council's name, its change and grade on its background; if it has no grade, why."""
    standing, council = profile.standing, profile.council
    ended = f" ended {month_day(council.last_day)}" if council.last_day else ""
    if standing.inspection is None:
        return (Span(council.name, "title"), Span(f"{ended} no full inspection yet"))
    earlier = f" {month_day(standing.inspection.published)}" if is_earlier(profile) else ""
    name = Span(f"{council.name}{ended}{earlier} ", "title")
    if standing.four_judgements:
        letters = [Span(f" {g.letter} ", f"tile-{g.column}") if g else Span(" – ") for g in standing.four_judgements]
        return (name, *letters)
    if (grade := standing.grade(Judgement.OVERALL)) is None or not grade.rank:
        return (name,)
    mark = glyph_of(standing.change(Judgement.OVERALL)).strip()
    return (name, Span(mark), Span(f" {grade.word} ", f"tile-{grade.column}"))


def is_earlier(profile: Profile) -> bool:
    """Whether another inspection is shown than the one that gives the council's standing on the date."""
    return profile.inspection is not None and profile.inspection is not profile.most_recent


def write_council(
    page: Page, profile: Profile, room: PageRoom, neighbours: Councils | None = None, note: str = ""
) -> None:
    """Write a council on a page; its headings are places with names, as `praise`."""
    page.ruled, page.airy = True, room.roomy
    for line in filter(None, note.split("\n")):
        page.paragraph(Span("✎ ", "mark"), Span(line))
    _write_opening(page, profile, room)
    if profile.inspection:
        _write_grades(page, profile, room, neighbours)
        _write_summary(page, profile, room)
        _write_all_findings(page, profile, room)
    if room.later:
        from .council_below import write_below

        write_below(page, profile, room, neighbours)


def _write_opening(page: Page, profile: Profile, room: PageRoom) -> None:
    """Who the council is, and which of its inspections is shown."""
    council, inspection = profile.council, profile.inspection
    if inspection is None:
        from .council_history import write_before, write_later

        page.paragraph(Span(f"{council.region} · {council.type}", "muted"))
        _write_life(page, profile, room)
        page.blank()
        page.paragraph(Span(none_published(profile)))
        write_before(page, profile, room)
        write_later(page, profile)
        return
    if inspection.added_by_user:
        page.paragraph(Span("◆ Added by you. Not checked by the project.", "mark"))
    if is_earlier(profile):
        page.paragraph(Span(_which(profile), "mark"))
    kind = f"{inspection.framework.value}, {inspection.type}{'' if 'inspection' in inspection.type else ' inspection'}"
    if room.compact:
        page.line(Span(step_of(inspection, profile.previous), "muted"))
    elif not room.roomy:
        line = f"{council.type} · {kind}"
        page.line(Span(line if len(line) <= page.width else line.removesuffix(" inspection"), "muted"))
    else:
        page.paragraph(Span(f"{council.region} · {council.type} · {kind}", "muted"))
        on_site = f"On site {period(inspection.start, inspection.end)} · " if inspection.start else ""
        page.paragraph(Span(f"{on_site}report published {short_day(inspection.published)}", "muted"))
    _write_life(page, profile, room)


def _write_life(page: Page, profile: Profile, room: PageRoom) -> None:
    """When the council began or ended, with the ones before or after it to open; a small panel has less of it."""
    lived = life(profile)
    if not lived or (room.compact and profile.inspection):
        return
    page.paragraph(Span(lived, "muted"))
    if not room.roomy and profile.inspection:
        return
    spans: list[Span] = []
    before = profile.predecessors if profile.inspection else ()  # otherwise they are under a heading of their own
    for council in (*before, *profile.successors):
        spans += [Span(" · ", "muted")] if spans else [Span("Open ", "muted")]
        spans.append(Span(council.name, "link", f"app.open_council('{council.slug}')"))
    if spans:
        page.paragraph(*spans)


def _which(profile: Profile) -> str:
    """That this is not the inspection that gives the council's standing."""
    inspection, newest = profile.inspection, profile.most_recent
    assert inspection is not None
    if inspection.published > profile.as_at:
        return "! This inspection is later than the date shown."
    if newest is None:
        return "! This inspection covers only part of the service."
    grade = newest.grades.get(Judgement.OVERALL)
    held = f": {grade.word}" if grade and grade.rank else ""
    return f"! An earlier inspection. The most recent is {month_day(newest.published)}{held}."


def _write_grades(page: Page, profile: Profile, room: PageRoom, neighbours: Councils | None) -> None:
    if room.roomy:
        page.blank()
    # What the neighbours hold is of the date shown: beside an earlier report it would seem to be of that one's.
    beside = room.roomy and not is_earlier(profile)
    if room.compact:
        write_letters(page, profile.standing)
    else:
        write_grades(page, profile.standing, every=room.roomy, neighbours=neighbours if beside else None)
    if profile.standing.four_judgements and room.roomy:
        page.paragraph(Span(_not_given(profile), "muted"))


def _not_given(profile: Profile) -> str:
    sentence, last = f"{WITHOUT_OVERALL}.", profile.last_overall
    if last is None:
        return sentence
    return f"{sentence} The last was {last.grades[Judgement.OVERALL].value}, in {month_day(last.published)}."


def _write_summary(page: Page, profile: Profile, room: PageRoom) -> None:
    if profile.summary is None:
        return
    first = profile.summary.first_sentence
    if room.roomy:
        page.heading("In brief")
    rest = profile.summary.text[len(first) :].strip() if room.roomy else ""
    page.paragraph(Span(first, "title"), Span(f" {rest}" if rest else ""))


def _write_all_findings(page: Page, profile: Profile, room: PageRoom) -> None:
    """What must improve, what is praised, what else is a concern."""
    if not profile.findings:
        page.blank()
        page.paragraph(Span(profile.no_findings(), "muted"))
    for kind in KINDS:
        findings = profile.of_kind(kind)
        if not findings:
            continue
        if room.compact:
            _write_themes(page, profile, kind)
        else:
            _write_findings(page, profile, kind, room)


def _write_themes(page: Page, profile: Profile, kind: Kind) -> None:
    """One line of themes: `Front door ↺ · Homeless at 16 or 17`."""
    findings = profile.of_kind(kind)
    _heading(page, profile, kind, len(findings))
    words: dict[str, str] = {}
    for finding in findings:
        name = theme_title(finding.theme) if finding.theme else finding.text
        words[name] = words.get(name, "") or (" ↺" if _asked_before(profile, finding) else "")
    page.line(Span(" · ".join(f"{name}{mark}" for name, mark in words.items())))


def _heading(page: Page, profile: Profile, kind: Kind, shown: int) -> None:
    findings = profile.of_kind(kind)
    page.heading(kind.title, _number(findings, shown))
    page.mark_above(kind.value)


def _number(findings: tuple[Finding, ...], shown: int) -> str:
    more = f" · +{len(findings) - shown} more" if shown < len(findings) else ""
    quoted = " · in Ofsted’s words" if any(finding.is_verbatim for finding in findings) else ""
    return f"{len(findings)}{more}{quoted}"


def _write_findings(page: Page, profile: Profile, kind: Kind, room: PageRoom) -> None:
    findings = profile.of_kind(kind)
    texts = [_finding_lines(page.width, profile, finding) for finding in findings]
    if room.roomy:
        blocks = [text + _about_lines(page.width, profile, one) for text, one in zip(texts, findings, strict=True)]
    else:
        blocks = [shortened(text, SHORT_LINES, page.width) for text in texts]
    if kind is Kind.IMPROVEMENT and not room.whole:
        blocks = _asks_that_fit(page, profile, blocks, texts, room)
    _heading(page, profile, kind, len(blocks))
    for finding, lines in zip(findings, blocks, strict=False):
        page.mark(place_of(finding))
        page.lines += lines


def _asks_that_fit(
    page: Page, profile: Profile, blocks: list[list[Line]], texts: list[list[Line]], room: PageRoom
) -> list[list[Line]]:
    """The asks in a panel, so that what is praised begins on it too: in full, or shortened, or only the first."""
    if not room.roomy:
        return blocks[:MOST_ASKS]
    left = room.height - len(page.lines) - 2 - (PRAISE_LINES + 1 if profile.of_kind(Kind.PRAISE) else 0)
    if sum(map(len, blocks)) <= left:
        return blocks
    short = [shortened(text, SHORT_LINES, page.width) for text in texts]
    about = [block[len(text) :] for block, text in zip(blocks, texts, strict=True)]
    shorter = [lines + more for lines, more in zip(short, about, strict=True)]
    blocks = shorter if sum(map(len, shorter)) <= left else short
    while len(blocks) > 1 and sum(map(len, blocks)) > left:
        blocks = blocks[:-1]
    return blocks


def _finding_lines(width: int, profile: Profile, finding: Finding) -> list[Line]:
    """A finding in full after its mark."""
    mark = "↺ " if _asked_before(profile, finding) else BULLETS[finding.kind]
    spans = [Span(PRIORITY.get(finding.priority, ""), "mark"), Span(finding.text)]
    lines = wrap(spans, width - len(mark))
    indent = Span(" " * len(mark))
    return [(Span(mark, "mark"), *lines[0]), *((indent, *line) for line in lines[1:])]


def _about_lines(width: int, profile: Profile, finding: Finding) -> list[Line]:
    """Theme, judgement, place and earlier asks, muted, below a finding."""
    return wrap(_about(profile, finding), width, first="    ", indent=4)


def _about(profile: Profile, finding: Finding) -> list[Span]:
    """Theme, judgement, place, and when the same was asked before: a click opens that inspection."""
    parts = [theme_title(finding.theme)] if finding.theme else []
    parts += [finding.judgement.short] if finding.judgement else []
    parts += [short_place(finding)]
    spans = [Span(" · ".join(filter(None, parts)), "muted")]
    earlier = profile.earlier_asks(finding)
    for number, ask in enumerate(reversed(earlier)):
        spans.append(Span(", " if number else f" · {unbroken('↺ also asked ')}", "muted"))
        opens = "app.open_visit" if ask.on_a_visit else "screen.show_inspection"
        spans.append(Span(unbroken(asked_when(ask)), "muted", f"{opens}('{ask.key}')"))
    if finding.repeat and not earlier:
        spans.append(Span(" · ↺ the report says this was asked before", "muted"))
    return spans


def _asked_before(profile: Profile, finding: Finding) -> bool:
    return finding.repeat or bool(profile.earlier_asks(finding))


def place_of(finding: Finding) -> str:
    """The name of a finding's place on the page."""
    return f"finding {finding.inspection} {finding.text}"


def short_place(finding: Finding) -> str:
    """Where a finding is, briefly: `p 12 ¶26`, `p 2 B1 · p 6 ¶17`."""
    places = [" ".join([f"p {page}", *(ref.replace("P", "¶") for ref in refs)]) for page, refs in finding.places]
    return " · ".join(map(unbroken, places))
