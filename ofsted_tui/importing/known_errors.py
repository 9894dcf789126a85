"""Errors of other people's tables that are known: where they differ from what is held, the reports were looked at.

Ofsted's table is that of all inspections of 2009 to 2023; the history is that of Data to Insight (D2I), which a program
takes from the reports (state of June 2026).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Framework

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..core.model import Inspection
    from .diff import FieldDifference


class KnownError(NamedTuple):
    """What a table gives for an inspection, and why it is not accepted."""

    inspection: str
    given: Mapping[str, str]
    """What it gives, by column."""
    why: str


class MistakenDay(NamedTuple):
    """A day of publication on which nothing was published."""

    council: str
    framework: Framework
    given: date
    why: str


_D2I, _OFSTED = "D2I’s history", "Ofsted’s table of 2009 to 2023"
_KNOWN = (
    KnownError("devon-2025-05-13", {"end": "2024-10-11"},
               f"{_D2I} gives the end of the first of two periods on site; the report gives 30 September to 11 October "
               "2024 and 13 to 16 January 2025"),
    KnownError("south-tyneside-2023-05-10", {"end": "2022-12-09"},
               f"{_D2I} gives the end of the first of two periods on site; the report gives 5 to 9 December 2022 and "
               "14 to 15 February 2023"),
    KnownError("st-helens-2023-09-04",
               {"help_and_protection": "good", "in_care": "requires improvement", "care_leavers": "good"},
               f"{_D2I} mixes up three grades; the report gives help and protection requires improvement, children "
               "in care good, care leavers outstanding"),
    KnownError("merton-2022-05-09", {"type": "standard"},
               f"{_OFSTED} calls it standard; the inspectors were on site for one week (28 February to 4 March 2022), "
               "as in a short inspection"),
    KnownError("surrey-2015-06-03", {"lscb": "requires improvement"},
               f"{_OFSTED} lists the review of the safeguarding board with this inspection; it was published "
               "separately, on 3 August 2015, and we hold it as surrey-2015-08-03"),
)  # fmt: skip
_DAYS = (
    MistakenDay("nottingham", Framework.ILACS, date(2022, 11, 5),
                f"{_OFSTED} gives 5 November 2022 for the report published on 5 September 2022, which we hold as "
                "nottingham-2022-09-05"),
)  # fmt: skip


def known_error(held: Inspection, differences: Iterable[FieldDifference]) -> str:
    """Why a table that says exactly this about an inspection is wrong; empty if no such error is known."""
    given = {difference.column: difference.found for difference in differences}
    for known in _KNOWN:
        if known.inspection == held.key and known.given.items() <= given.items():
            return f"a known error: {known.why}"
    return ""


def known_mistaken_day(inspection: Inspection) -> str:
    """Why a day of publication is wrong; empty if no such error is known."""
    about = (inspection.council, inspection.framework, inspection.published)
    return next((f"a known error: {known.why}" for known in _DAYS if about == known[:3]), "")
