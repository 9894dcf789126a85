"""A council's profile to read and to print: as text, Markdown or a page for the web; and as CSV and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.model import Grade, Judgement
from ..core.report_address import safe_address
from .cells import jsonable
from .council_profile import KINDS, NO_LONGER_GIVEN, SOURCE, as_at, finding_line, inspection_line, life, next_inspection
from .due_rows import due_values
from .formats import as_csv, as_markdown, as_table, markdown_line
from .profile_tables import every_inspection, grade_lines, history
from .repeat_words import also_asked
from .visit_rows import council_visit_list
from .visit_words import visit_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..analysis.next_inspections import Due
    from ..analysis.repeats import EarlierAsk
    from ..core.model import Kind
    from .council_profile import Profile
    from .table import Table
    from .terminal_table import Terminal


def render_profile(profile: Profile, form: str, terminal: Terminal | None = None) -> str:
    """A profile as `table`, `csv` (its inspections), `json`, `md` or `html`. `terminal`: where a `table` is read."""
    match form:
        case "csv":
            return as_csv(every_inspection(profile))
        case "json":
            return profile_json(profile)
        case "md":
            return profile_text(profile, markdown=True)
        case "html":
            from .web_page import profile_page

            return profile_page(profile)
        case _:
            return profile_text(profile, terminal=terminal)


def _writer(terminal: Terminal | None) -> Callable[[Table], str]:
    """The function that writes a table for people: fitted to the terminal, if there is one."""
    if terminal is None:
        return as_table
    from .terminal_table import to_read

    return lambda table: to_read(table, terminal, "--format csv or json")


def profile_text(profile: Profile, *, markdown: bool = False, terminal: Terminal | None = None) -> str:
    """The whole profile as text to read, or as Markdown to print for a committee."""
    write = as_markdown if markdown else _writer(terminal)
    say = markdown_line if markdown else str
    width = terminal.width if terminal else None
    mark = "# " if markdown else ""
    parts = [f"{mark}{say(profile.council.name)}\n", *_opening(profile, write, say, width)]
    if profile.summary:
        parts += [f"{mark and '## '}In brief\n", _folded(say(profile.summary.text), "", width) + "\n"]
    if not profile.findings:
        parts.append(f"{_folded(profile.no_findings(), '', width)}\n")
    for kind in KINDS:
        parts += _kind_text(profile, kind, markdown=markdown, width=width)
    parts += _visits_since(profile, markdown=markdown, width=width)
    parts += [f"{mark and '## '}Every inspection\n", write(history(profile))]
    if profile.visits and profile.visits.every:
        parts += [f"{mark and '## '}Every visit between inspections\n", write(council_visit_list(profile.visits))]
    if profile.inspection and profile.inspection.report_url:
        url = profile.inspection.report_url
        parts.append(f"Report: {url if safe_address(url) else say(url)}\n")
    parts.append(_folded(f"{profile.wording} {SOURCE}", "", width) + "\n")
    return "\n".join(parts)


def _opening(
    profile: Profile, write: Callable[[Table], str], say: Callable[[str], str], width: int | None
) -> list[str]:
    """Who the council is, the inspection looked at with its grades, and when the next one may come."""
    council, inspection = profile.council, profile.inspection
    parts = [
        _folded(say(f"{council.region}. {council.type}. {life(profile)}".strip()), "", width) + "\n",
        f"{as_at(profile)}\n",
    ]
    if inspection is None:
        return parts
    parts += ["Added by you.\n"] if inspection.added_by_user else []
    parts += [_folded(say(inspection_line(inspection)), "", width) + "\n", write(grade_lines(profile.standing))]
    if inspection.grades.get(Judgement.OVERALL) is Grade.NOT_GIVEN:
        parts.append(f"{NO_LONGER_GIVEN}\n")
    if due := profile.due:
        parts.append(_folded(f"{next_inspection(due)} (method: ofsted-tui due).", "", width) + "\n")
    return parts


def _visits_since(profile: Profile, *, markdown: bool, width: int | None) -> list[str]:
    """The visits after the inspection, each with the summary of its letter; empty if there are none."""
    if profile.visits is None or not profile.visits.since:
        return []
    lines, say = [], markdown_line if markdown else str
    for visit in profile.visits.since:
        summary = profile.visits.summary(visit)
        lines.append(_folded(f"{'- ' if markdown else '• '}{say(visit_line(visit))}", "  ", width))
        lines += [_folded(f"  {say(summary)}", "  ", width)] if summary else []
    return [f"{'## ' if markdown else ''}Since then (visits give no grade)\n", "\n".join(lines) + "\n"]


def _kind_text(profile: Profile, kind: Kind, *, markdown: bool, width: int | None) -> list[str]:
    findings = profile.of_kind(kind)
    if not findings:
        return []
    heading = f"{'## ' if markdown else ''}{kind.title}\n"
    lines, say = [], markdown_line if markdown else str
    for finding in findings:
        lines.append(_folded(f"{'- ' if markdown else '• '}{say(finding_line(finding))}", "  ", width))
        if earlier := profile.earlier_asks(finding):
            lines.append(_folded(f"  {'- ' if markdown else ''}{say(also_asked(earlier))}", "    ", width))
    return [heading, "\n".join(lines) + "\n"]


def _folded(text: str, indent: str, width: int | None) -> str:
    if width is None:
        return text
    from textwrap import fill

    return fill(text, max(20, width), subsequent_indent=indent, break_long_words=False)


def profile_json(profile: Profile) -> str:
    """The whole profile as one JSON object: council, as_at, inspection, findings and so on.

    `next_inspection` is a row of `ofsted-tui due`, null if there is no estimate. Besides its columns a finding has
    `also_asked`: the earlier asks of reports and letters that it repeats, the nearest first. A visit has its `summary`
    and `since`: whether it came after the inspection. `later` marks inspections and visits that nothing had been
    published about by the day.
    """
    import json

    from .rows import finding_list

    def objects(table: Table) -> list[dict[str, object]]:
        return [{c: jsonable(v) for c, v in zip(table.columns, row, strict=True)} for row in table.rows]

    council = {name: jsonable(value) for name, value in profile.council._asdict().items() if name != "neighbours"}
    council["council"] = council.pop("slug")
    neighbours = [{"council": slug, "closeness": closeness} for slug, closeness in profile.council.neighbours]
    table = {
        "council": {**council, "neighbours_2025": neighbours},
        "as_at": profile.as_at.isoformat(),
        "inspection": profile.inspection.key if profile.inspection else None,
        "next_inspection": _window(profile.due),
        "summary": profile.summary.text if profile.summary else None,
        "findings": [
            {**row, "also_asked": [_earlier(ask) for ask in profile.earlier_asks(finding)]}
            for row, finding in zip(objects(finding_list(profile.findings)), profile.findings, strict=True)
        ],
        "inspections": objects(every_inspection(profile)),
        "visits": objects(council_visit_list(profile.visits)) if profile.visits else [],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _window(due: Due | None) -> dict[str, object] | None:
    """The estimated window of the next inspection, as `ofsted-tui due` gives it."""
    return {column: jsonable(value) for column, value in due_values(due).items()} if due else None


def _earlier(ask: EarlierAsk) -> dict[str, object]:
    return {
        "finding": ask.finding.key,
        "inspection": None if ask.on_a_visit else ask.key,
        "visit": ask.key if ask.on_a_visit else None,
        "published": ask.published.isoformat(),
        "text": ask.finding.text,
        "page": list(ask.finding.pages),
        "report_says_so": ask.report_says_so,
    }
