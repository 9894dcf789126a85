"""Every column that a command gives: its type and what it means. `--describe` and `data/README.md` are made from this.

What is in a table of `data/` is described only in `datapackage.json`; this file refers to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.judgement_result import JUDGEMENTS
from ..core.standing import REFORMED
from ..core.wording import pluralise
from .table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


class AnswerColumn(NamedTuple):
    """A column of an answer."""

    name: str
    type: str = ""
    """string, integer, number, boolean, date, month or list; empty: the type of the field."""
    meaning: str = ""
    """Empty: the meaning of the field."""
    field: str = ""
    """The table and the column of `data/` that it is: `councils.type`."""


class Answer(NamedTuple):
    """A command, with the options that change its columns."""

    words: str
    columns: tuple[AnswerColumn, ...]

    @property
    def command(self) -> str:
        """The command alone."""
        return self.words.split()[0]


def _of(table: str, names: str, *, type: str = "") -> tuple[AnswerColumn, ...]:
    """Columns as in a table of `data/`."""
    return tuple(AnswerColumn(name, type, field=f"{table}.{name}") for name in names.split())


def _own(name: str, type: str, meaning: str) -> AnswerColumn:
    return AnswerColumn(name, type, meaning)


def _as(name: str, field: str, *, type: str = "") -> AnswerColumn:
    """A column of `data/` under another name."""
    return AnswerColumn(name, type, field=field)


_GRADES = " ".join(judgement.value for judgement in JUDGEMENTS)
_COUNCIL = _of("councils", "council name region")
_SOURCE = _own("source", "string", "Where the inspection or visit comes from: the report or letter, one of Ofsted's "
                                   "tables, or own if you added it.")  # fmt: skip
_INSPECTION = (
    *_of("inspections", f"inspection framework type start end published lead_inspector {_GRADES} report_url"),
    _SOURCE, *_of("inspections", "notes"),
)  # fmt: skip
_PUBLISHED = _own("published", "date", "The date the report or letter was published; empty if not known.")
_JUDGEMENT = _own("judgement", "string", "The judgement that was graded.")
_REPORT_URL = _own("report_url", "string", "The web address of the report on Ofsted's site; empty if we do not hold "
                                           "the report, and for a visit.")  # fmt: skip
_THEME = _own("theme", "string", "A theme of findings.")
_OF_EITHER = {
    "type": _own("type", "string", "The type of inspection within its framework, or the type of visit."),
    "start": _own("start", "date", "The first day on site; empty if not known."),
    "published": _PUBLISHED,
}
"""Columns that inspections and visits share in the answers that have both."""
_OVERALL = _own("overall", "string", "The overall grade of the inspection; empty if it has none, and for a visit.")
_COUNTS = (
    _own("as_at", "date", "The date of the count."),
    _own("framework", "string", "The framework counted; empty if all are."),
    _own("judgement", "string", "The judgement counted."),
    *(_own(grade, "integer", f"How many councils have the grade {grade.replace('_', ' ')}.")
      for grade in ("outstanding", "good", "requires_improvement", "inadequate")),
    _own("not_given", "integer", f"How many councils were given no overall grade (inspections {REFORMED})."),
    _own("joint", "integer", "How many councils were judged jointly on children in care and care leavers; 0 where "
                             "another judgement is counted."),
    _own("not_judged", "integer", "How many councils were not given this judgement in their latest inspection."),
    _own("not_inspected", "integer", "How many councils have no full inspection yet."),
    _own("councils", "integer", "How many councils existed on that date: the sum of the other counts."),
)  # fmt: skip
_VISIT = (*_of("visits", "visit"), _as("visit_type", "visits.type"), _as("visit_topic", "visits.topic", type="list"))
_SUMMARY = _own("summary", "string", "A summary of the letter in one to three sentences, in the project's own words.")
_VISITS = (*_of("visits", "visit"), *_COUNCIL, *_of("visits", "type start end published"),
           *_of("visits", "topic", type="list"), *_of("visits", "priority_action"), _SOURCE, *_of("visits", "notes"),
           _SUMMARY)  # fmt: skip
_CHANGES = (
    *_of("councils", "council name"), *_of("inspections", "inspection"), _PUBLISHED, _JUDGEMENT,
    _own("grade", "string", "The grade given."), _own("before", "string", "The grade in the previous inspection."),
    _own("change", "string", "up, down or same; empty if the two cannot be compared."), _SOURCE,
    _REPORT_URL,
)  # fmt: skip
_ACROSS = _own(
    "across_frameworks", "boolean", "Whether it compares or combines inspections under different frameworks."
)
_BEFORE = (
    _own("before_framework", "string", "The framework of the previous inspection; empty if it gave no such grade."),
    _ACROSS,
)
_THEMES = (
    _own("asked_in", "integer", "How many inspections ask for improvement on the theme; empty if --kind leaves "
                                "improvements out."),
    _own("percent_of_reports", "number", "The percentage of inspections that ask for improvement; empty for fewer than "
                                         "ten inspections, or if --kind leaves improvements out."),
    _own("improvements", "integer", "How many improvements are asked for on the theme; empty if --kind leaves them "
                                    "out."),
    _own("percent_of_asks", "number", "Improvements on the theme as a percentage of all; empty for fewer than ten "
                                      "inspections, or if --kind leaves improvements out."),
    _own("praise", "integer", "How many findings of praise are on the theme: examples, chosen by the project; empty if "
                              "--kind leaves them out."),
    _own("concerns", "integer", "How many findings of concern are on the theme: examples, chosen by the project; empty "
                                "if --kind leaves them out."),
    _own("inspections", "integer", "How many inspections are counted."),
    _own("asks", "integer", "How many improvements these inspections ask for in total, on any theme."),
)  # fmt: skip
_DUE = (
    *_COUNCIL,
    *_of("inspections", "overall inspection start"),
    _own("since", "date", "The date the wait began: the start of the last inspection, or its publication."),
    _own("waiting_days", "integer", "How many days the council has waited, up to the date shown."),
    _own("earliest", "month", "The first month in which we expect the next inspection: an estimate."),
    _own("latest", "month", "The last month in which we expect it: an estimate."),
    _own("may_have_begun", "boolean", "Whether the estimated window has opened, so that an inspection may have begun."),
    _own(
        "later_than_estimate",
        "boolean",
        "Whether the estimated window closed so long ago that a report should have been published.",
    ),
    _SOURCE,
)
_REPEATS = (
    *_of("findings", "finding theme judgement text"),
    *_of("findings", "page", type="list"),
    _own("times_before", "integer", "How many earlier reports of the council had asked for it."),
    _own("first_asked", "date", "When the earliest of those reports was published."),
    _own("earlier", "string", "The number of the most recent earlier finding that asked for the same."),
    _own("earlier_published", "date", "When the report with the earlier finding was published."),
    _own("earlier_text", "string", "What was asked earlier, in the project's own words."),
    _own("earlier_page", "list", "The pages where the earlier finding is."),
    _own("report_says_so", "boolean", "Whether the later report says itself that this had been asked for before."),
)
_IMPORT = (
    _own("file", "string", "The file that was read."),
    _own("place", "string", "Where in the file: pages, or a row of a table."),
    _own("status", "string", "What happens to it: added, changed, same, kept, conflict, refused or skipped."),
    _own("what", "string", "The reason, any differences and any doubts, in words (JSON: reason, differences, doubts)."),
    *_of("councils", "council"), *(_OF_EITHER.get(column.name, column) for column in _INSPECTION),
    _own("published_from", "string", "Where the date of publication comes from: report, letter, table, held or you."),
    _own("council_title", "string", "The council's name in the title of the report."),
    _own("matched", "string", "Whether we already hold the inspection or visit: yes or no."),
    _own("held", "string", "The key of the row that we hold."),
    _own("held_published", "date", "The date of publication of the row that we hold."),
    _own("improvements", "integer", "How many entries the report's own list has (JSON: the list itself)."),
    *_of("visits", "visit"), *_of("visits", "topic", type="list"),
    _own("looked_at", "string", "What a visit looked at, in the words of the letter or table."),
    *_of("visits", "priority_action"),
)  # fmt: skip

ANSWERS = (
    Answer("list", (*_COUNCIL, *_INSPECTION, *_of("councils", "urn ons_code la_code"),
                    _as("council_type", "councils.type"))),
    Answer("show", (*_of("inspections", "council"), *_INSPECTION,
                    _own("later", "boolean", "Whether it was published after the date asked for (--as-at)."))),
    Answer("totals", (_own("area", "string", "England."), *_COUNTS)),
    Answer("totals --by region", (
        _own("region", "string", "One of the nine regions of England; England in the last row."), *_COUNTS,
        _own("level", "string", "The area counted: a region, or country for the row for England (region, country)."))),
    Answer("totals --by year", (
        _own("year", "string", "The year; the count is at its end, in the last row on the last date."), *_COUNTS)),
    Answer("totals --by month", (
        _own("month", "month", "The month; the count is at its end, in the last row on the last date."), *_COUNTS)),
    Answer("findings", (
        *_of("findings", "inspection"), *_COUNCIL, *_of("inspections", "framework"), _PUBLISHED, _OVERALL,
        *_of("findings", "kind judgement theme priority"), *_of("findings", "repeat", type="boolean"),
        *_of("findings", "text paragraph"), *_of("findings", "page", type="list"), *_of("findings", "finding"),
        _REPORT_URL, _SOURCE,
        _own("words", "string", "Whose words: project, or ofsted for lists that you imported."), *_VISIT)),
    Answer("themes", (_THEME, *_THEMES)),
    *(Answer(f"themes --theme THEME --by {part}", (
        _own(part, "string", f"The {part} that the row counts inspections for."), *_THEMES, _ACROSS))
      for part in ("year", "region", "framework", "grade")),
    Answer("journeys", (
        *_COUNCIL, _JUDGEMENT, _own("from", "string", "The earlier grade."),
        _own("from_published", "date", "When the report that gave the earlier grade was published."),
        _own("to", "string", "The later grade; in an unfinished journey, the latest so far."),
        _own("published", "date", "When the report that gave the later grade was published."),
        _own("steps", "integer", "By how many grades the later one is better, or worse where the number is negative."),
        _own("years", "number", "Years from report to report; in an unfinished journey, from the first report to the "
                                "date shown, the next report or the council's last day."),
        _own("from_inspection", "string", "The key of the earlier inspection."),
        _own("inspection", "string", "The key of the later inspection."),
        _own("between", "list", "The keys of the inspections between."), _ACROSS,
        _own("outcome", "string", "How it ended, or why it has not ended."),
        _as("from_report_url", "inspections.report_url"), *_of("inspections", "report_url"),
        _own("from_source", "string", "Where the earlier inspection comes from, as in source."), _SOURCE)),
    Answer("due", _DUE),
    Answer("compare", (
        *_of("councils", "council name"),
        _own("closeness", "string", "How similar the council is to the first one, as in closeness_2025; empty for "
                                    "that one, and for councils that are not its neighbours."),
        *_of("inspections", f"inspection framework published {_GRADES}"),
        _own("last_overall", "string", "The last overall grade, if the latest inspection gave none."),
        _own("last_overall_published", "date", "When the report that gave the last overall grade was published."),
        _as("last_visit", "visits.visit"), _as("last_visit_type", "visits.type"),
        _as("last_visit_start", "visits.start"), _as("last_visit_topic", "visits.topic", type="list"),
        *_of("inspections", "report_url"), _SOURCE)),
    Answer("compare --themes", (
        _THEME,
        _own("asked_of", "integer", "How many of the councils are asked to improve on it in their latest reports."),
        _own("asked", "list", "The keys of the councils asked to improve on it."),
        _own("praised", "list", "The keys of the councils praised for it."))),
    Answer("repeats", (
        _THEME,
        _own("repeated", "integer", "How many improvements an earlier report of the same council had asked for."),
        _own("asks", "integer", "How many improvements on the theme are asked for in all reports after a council's "
                                "first."),
        _own("councils", "integer", "How many councils were asked again."),
        _own("came_back", "integer", "How many of those repeated were not in the report just before."))),
    Answer("repeats COUNCIL", _REPEATS),
    Answer("repeats --visits", (
        *_of("councils", "council name"),
        _own("published", "date", "When the report or letter with the later finding was published."),
        *_of("findings", "finding theme text"),
        *_of("findings", "page", type="list"),
        _own("earlier", "string", "The number of the most recent earlier finding that asked for the same."),
        _own("earlier_published", "date", "When the report or letter with the earlier finding was published."),
        _own("earlier_on_a_visit", "boolean", "Whether the earlier finding is in a visit's letter."),
        _own("earlier_text", "string", "What was asked earlier, in the project's own words."),
        _own("earlier_page", "list", "The pages where the earlier finding is."),
        _own("report_says_so", "boolean", "Whether the later one says itself that this had been asked for before."))),
    Answer("visits", _VISITS),
    Answer("changes", (*_CHANGES, *_VISIT, _as("visit_start", "visits.start"), *_BEFORE)),
    Answer("changes --visits only", _VISITS),
    Answer("changes --visits leave", (*_CHANGES, *_BEFORE)),
    Answer("library", (
        *_of("inspections", "inspection"), *_of("councils", "name"),
        *_of("inspections", "framework"), _OF_EITHER["type"], _PUBLISHED, *_of("inspections", _GRADES),
        _own("findings", "integer", "How many findings were added with it."),
        _own("shipped", "boolean", "Whether the data supplied with the program also has it."),
        _own("file", "string", "The file that it was read from."), _own("added", "date", "The date you added it."),
        *_of("visits", "visit"), _OF_EITHER["start"])),
    Answer("import", _IMPORT),
)  # fmt: skip
"""Every answer in rows, with its columns in order."""


def described(column: AnswerColumn, fields: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Type and meaning of a column; `fields`: those of every table of `data/`, from `data_fields`."""
    type_, meaning = fields[column.field] if column.field else ("", "")
    return column.type or type_, column.meaning or meaning


def data_fields() -> dict[str, tuple[str, str]]:
    """Type and meaning of `councils.type` and every other column of `data/`, from `datapackage.json`."""
    import json

    from ..storage import shipped_data

    package = json.loads((shipped_data.folder() / "datapackage.json").read_text(encoding="utf-8"))
    return {
        f"{table['name']}.{field['name']}": (field["type"], field["description"])
        for table in package["resources"]
        for field in table["schema"]["fields"]
    }


def answer_columns(command: str) -> Table:
    """The columns of a command's answers, a row each."""
    answers, fields = [answer for answer in ANSWERS if answer.command == command], data_fields()
    rows = tuple(
        (answer.words, column.name, *described(column, fields)) for answer in answers for column in answer.columns
    )
    return Table(
        columns=("answer", "column", "type", "meaning"),
        rows=rows,
        caption=f"{pluralise(len(rows), 'column')}. In CSV a boolean is yes or empty, and a list is separated by "
        "spaces.",
        display_columns=(*(["answer"] if len(answers) > 1 else []), "column", "type", "meaning"),
    )


def every_column() -> Table:
    """Every column of any command, and which commands use it in that sense."""
    fields, given = data_fields(), dict[tuple[str, str, str], list[str]]()
    for answer in ANSWERS:
        for column in answer.columns:
            commands = given.setdefault((column.name, *described(column, fields)), [])
            commands += [answer.command] if answer.command not in commands else []
    rows = sorted((*key, ", ".join(commands)) for key, commands in given.items())
    return Table(("column", "type", "meaning", "given by"), tuple(rows))
