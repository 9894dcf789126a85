"""The options that narrow findings, shared by `findings` and `themes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.finding_search import FindingQuery
from ..core.model import Framework, Grade, Kind
from ..core.standing import REFORMED
from . import options
from .basic_options import first_day, last_day
from .options import councils_asked, regions_named

if TYPE_CHECKING:
    import argparse

    from ..core.repository import Repository

NOT_JUDGED = "none"
"""What is typed for inspections whose report left the overall grade out."""


def declare_finding_query(parser: argparse.ArgumentParser, frameworks: str = "") -> None:
    """Options that narrow the findings; `frameworks`: what to add to the help of that option."""
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], action="append", default=[])
    parser.add_argument("--judgement", type=options.judgement, action="append", default=[], metavar="NAME")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--council", action="append", default=[], metavar="NAME")
    options.declare_neighbours(whose)
    parser.add_argument("--region", action="append", default=[], metavar="NAME")
    parser.add_argument("--grade", type=_grade_or_none, action="append", default=[], metavar="GRADE",
                        help=f"the overall grade of the inspection; “{Grade.NOT_GIVEN.value}”: inspections {REFORMED}, "
                             f"which have none; {NOT_JUDGED}: earlier ones where it was not judged")  # fmt: skip
    parser.add_argument("--framework", type=options.framework_or_form, action="append", default=[], metavar="NAME",
                        help="SIF, ILACS, or a version of ILACS: “ILACS 2018”, “ILACS 2023”, “ILACS 2026”"
                             + frameworks)  # fmt: skip
    parser.add_argument("--since", type=first_day, metavar="DATE", help="reports published on or after this date")
    parser.add_argument(
        "--until", "--as-at", type=last_day, metavar="DATE", help="reports published on or before this date"
    )


def _grade_or_none(text: str) -> Grade | None:
    """A grade, or None for `none`. Raises argparse's error."""
    return None if text.strip().lower() == NOT_JUDGED else options.grade(text, NOT_JUDGED)


def finding_query(arguments: argparse.Namespace, repository: Repository) -> FindingQuery:
    """The query of the options that `findings` and `themes` share, and of those that only one of them has."""
    councils, neighbours_of = councils_asked(arguments, repository)
    return FindingQuery(
        phrase=" ".join(getattr(arguments, "words", [])),
        kinds=frozenset(kind for kind in Kind if kind.value in arguments.kind),
        themes=frozenset(getattr(arguments, "theme", [])),
        judgements=frozenset(arguments.judgement),
        grades=frozenset(arguments.grade),
        regions=regions_named(repository, arguments.region),
        councils=councils,
        neighbours_of=neighbours_of,
        frameworks=frozenset(known for known in arguments.framework if isinstance(known, Framework)),
        forms=frozenset(known for known in arguments.framework if isinstance(known, str)),
        since=arguments.since,
        until=arguments.until,
        topics=frozenset(getattr(arguments, "topic", [])),
    )
