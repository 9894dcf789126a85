"""How the name and the values of a column are written in a table, and what a value is in JSON."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from ..core.model import Grade, Judgement, Kind
from ..storage.schema import Value, to_csv
from .table import Keyed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


def spoken(value: Value) -> str:
    """A value as shown in a table."""
    # Texts and numbers, which most cells are, by looking up their type: a `match` takes three times as long.
    if say := _SPOKEN.get(type(value)):
        return say(value)
    return str(to_csv(value))


def spoken_column(values: Sequence[Value], kinds: set[type]) -> Iterable[str]:
    """The values of a column as shown in a table; if of one type, without a Python step for each of thousands.

    `kinds`: the types of the values.
    """
    known = kinds - {type(None)}
    say = _SPOKEN.get(known.pop()) if len(known) == 1 else None
    if say is None:
        return map(spoken, values)
    if kinds == {tuple}:  # of few pages and topics
        return each_once(say, values)
    return map(say, values) if len(kinds) == 1 else ["" if value is None else say(value) for value in values]


def _spoken_together(values: tuple[Value, ...]) -> str:
    values = tuple(dict.fromkeys(values))  # as a page on which a finding stands twice
    return "; ".join(map(spoken, values)) if Keyed in map(type, values) else " ".join(map(str, values))


_SPOKEN: dict[type, Callable[[Any], str]] = {
    str: str, int: str, float: "{:.1f}".format, date: lru_cache(4096)(date.isoformat), Grade: attrgetter("short"),
    Keyed: attrgetter("words"), tuple: _spoken_together, Kind: attrgetter("_value_"), type(None): lambda _: "",
}  # fmt: skip
"""How each kind of value is written; the others as in `data/`."""


def are_of_one(kinds: set[type]) -> bool:
    """Whether values are of one type, apart from unknown ones: then equal values are the same."""
    return len(kinds - {type(None)}) <= 1


def each_once(say: Callable[[Value], T], values: Sequence[Value]) -> Iterable[T]:
    """What a function makes of each value of a column; if all are of one type, it is called once for equal values.

    Values of different types may be equal without being the same: True and 1.
    """
    if not are_of_one(set(map(type, values))):
        return map(say, values)
    return map({value: say(value) for value in set(values)}.__getitem__, values)


def jsonable(value: Value) -> str | int | float | bool | list[object] | None:
    """A value as JSON holds it: null for what is not known, as an empty text is, and lists for lists."""
    match value:
        case None | "":
            return None
        case bool():
            return value
        case tuple():
            return list(value)
        case _:
            return to_csv(value)


HEADINGS = {
    "closeness": "Similarity",
    "not_judged": "Not in latest inspection",
    "not_inspected": "No full inspection",
    "asked_in": "Asked for in",
    "percent_of_asks": "Percent of improvements",
    "asks": "All improvements",
    "asked_of": "Number asked",
    "asked": "Must improve",
    "times_before": "Earlier reports",
    "earlier_published": "Last asked",
    "earlier_text": "Asked then",
}
"""Columns whose names alone would confuse or mislead a reader."""


def heading(column: str) -> str:
    """A column's name as a heading: `not_given` becomes `Not given`."""
    known = {judgement.value: judgement.short for judgement in Judgement} | HEADINGS
    words = known.get(column, column.replace("_", " "))
    return words[:1].upper() + words[1:]
