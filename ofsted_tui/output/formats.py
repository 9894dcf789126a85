"""The forms of an answer: a table for people, or CSV, JSON, Markdown for everything else."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from ..core.wording import lined_up
from ..storage.schema import to_csv
from .cells import are_of_one, each_once, heading, jsonable, spoken, spoken_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..storage.schema import Value
    from .table import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text cell that begins with one of these would be a formula in a spreadsheet."""


def render(table: Table, form: str) -> str:
    """A table as text, whole, as `table`, `csv`, `json`, `md` or `html`."""
    match form:
        case "csv":
            return as_csv(table)
        case "json":
            return as_json(table)
        case "md":
            return as_markdown(table)
        case "html":
            from .web_page import tables_page

            return tables_page([table])
        case _:
            return as_table(table)


def as_csv(table: Table) -> str:
    """Comma-separated values with a header; texts cannot start a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    columns = (each_once(lambda value: escape_formula(to_csv(value)), table.column(name)) for name in table.columns)
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def escape_formula(cell: str | int | float) -> str | int | float:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before a text that looks like one."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(FORMULA) else cell


def as_json(table: Table) -> str:
    """An array of objects, one for each row; unknown values are null."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False, indent=1).encode

    def field(name: str, value: Value) -> str:
        return f"{encode(name)}: {encode(jsonable(value))}".replace("\n", "\n  ")

    # Column by column, since thousands of rows repeat few values; the rest is as `encode` would write it.
    fields = [each_once(partial(field, name), table.column(name)) for name in dict.fromkeys(table.columns)]
    rows = ",".join(map("\n {{\n  {}\n }}".format, map(",\n  ".join, zip(*fields, strict=True))))
    return f"[{rows}\n]\n" if rows else "[]\n"


def as_markdown(table: Table) -> str:
    """A Markdown table under its caption."""
    table = table.only(table.display_columns) if table.display_columns else table
    lines = [f"*{escape_markdown(table.caption)}*\n"] if table.caption else []
    lines += [_md_row([heading(column) for column in table.columns]), _md_row(["---"] * len(table.columns))]
    lines += [_md_row([escape_markdown(spoken(value)) for value in row]) for row in table.rows]
    return "\n".join(lines) + "\n"


def as_table(table: Table) -> str:
    """Columns under headings, lined up, whole and captioned: for a pipe. A terminal has `terminal_table`."""
    return "\n".join([*table_lines(table), ""])


def table_lines(table: Table) -> Iterator[str]:
    """The same line by line: of thousands, few need be in memory at a time."""
    # Column by column, as there may be thousands of rows. The last may be a text of hundreds of letters with nothing
    # after it: it need not be padded.
    *names, last = table.display_columns or table.columns
    cells = [_lined_up(heading(name), table.column(name)) for name in names]
    cells.append(_lined_up(heading(last), table.column(last), filled=False))
    yield from map(str.rstrip, map("  ".join, zip(*cells, strict=True)))
    if table.caption:
        yield table.caption


def _lined_up(head: str, values: Sequence[Value], *, filled: bool = True) -> list[str]:
    """A column under its heading, every cell as wide as the widest; numbers to the right, others padded if `filled`."""
    kinds = set(map(type, values))
    numbers = all(issubclass(kind, int | float | None) for kind in kinds)
    if not (filled or numbers):
        return [head, *spoken_column(values, kinds)]
    if not are_of_one(kinds):
        return lined_up([head, *spoken_column(values, kinds)], right=numbers)
    different = set(values)  # of thousands of rows, a few hundred
    first, *cells = lined_up([head, *spoken_column(tuple(different), kinds)], right=numbers)
    return [first, *map(dict(zip(different, cells, strict=True)).__getitem__, values)]


def _md_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escape_markdown(text: str) -> str:
    """A text that Markdown shows as it is, within a line: it makes no link, tag or emphasis."""
    return re.sub(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)", r"\\\g<0>", text)


def markdown_line(text: str) -> str:
    """A text in a line of its own: it makes no heading or list either."""
    return re.sub(r"^(\d*)([#+=.)-])", r"\1\\\2", escape_markdown(text))
