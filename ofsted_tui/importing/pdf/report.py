"""What a report says: the inspection that it is about, its grades, and its own list of improvements."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ...core.model import Framework, Grade, Judgement


class Entry(NamedTuple):
    """One entry of the report's own list of improvements, in Ofsted's words."""

    text: str
    """The words as in the report, on one line; empty if only their place could be found."""
    page: int
    """The page of the PDF on which the entry begins, counted from 1."""
    reference: str
    """`R4` the entry numbered 4; `B3` the third bullet of the list on that page."""
    priority: str = ""
    """`immediate` for priority actions; `3-months` and `6-months` in 2013; otherwise empty."""
    part: str = "council"
    """`council`, or `lscb` if the safeguarding board is asked."""


class Report(NamedTuple):
    """One report as it was read. What it does not say, or what could not be read, is None, empty or absent."""

    council_title: str
    """The council as the report's title names it, such as `London Borough of Barnet`."""
    framework: Framework
    type: str
    """first, re-inspection, standard, short, review or looked-after children; empty where it is not known."""
    start: date | None = None
    end: date | None = None
    published: date | None = None
    """The day that the report prints. ILACS reports print none."""
    lead_inspector: str = ""
    """The name; two names are separated by `; `."""
    grades: Mapping[Judgement, Grade] = MappingProxyType({})
    not_judged: tuple[Judgement, ...] = ()
    """Judgements for which the report itself says that none was made."""
    unread: tuple[Judgement, ...] = ()
    """Judgements that such a report gives, and that could not be read."""
    entries: tuple[Entry, ...] = ()
    doubts: tuple[str, ...] = ()
    """Sentences about what could not be read."""
