"""Whose row it is: a council, by code and name; or several that it sums up, in which case none is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.search import fold
from ..council_lookup import council_of
from . import cell_values
from .columns import without_notes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ...core.model import Council
    from ...core.repository import Repository

_OF_SUMS = frozenset(
    "england english total totals all grand sub national average averages mean median sum overall councils council "
    "local authority authorities las la of the in count number uk united kingdom".split()
)
_TELLING = frozenset("england total totals all national average averages mean median sum overall uk kingdom".split())
_REGIONS = frozenset({
    "east midlands", "east of england", "london", "inner london", "outer london", "north east", "north west",
    "south east", "south west", "west midlands", "yorkshire and the humber", "yorkshire and humber",
    "north east yorkshire and the humber", "north east yorkshire and humber",
})  # fmt: skip
_CODES = ("E92", "E12", "K0", "E13")
"""How ONS codes of countries and regions begin."""


def name_in(who: Mapping[str, str]) -> str:
    """The name that the cells of a row give its council."""
    return without_notes(who.get("council") or who.get("name", ""))


def council_of_row(who: Mapping[str, str], day: date | None, repository: Repository) -> Council:
    """The council that the cells of a row name as at a day. Raises UnknownPlace."""
    return council_of(
        repository, day, urn=cell_values.name(who.get("urn", "")), ons_code=who.get("ons_code", ""),
        la_code=who.get("la_code", ""), name=name_in(who),
    )  # fmt: skip


def sums_up(who: Mapping[str, str]) -> str:
    """That a row is about several councils, by what its cells call it; empty where it is not."""
    name = name_in(who)
    words = set(fold(name).split())
    sums = bool(words & _TELLING) and words <= _OF_SUMS
    if sums or fold(name) in _REGIONS or who.get("ons_code", "").upper().startswith(_CODES):
        return f"“{name or who.get('ons_code', '')}” is several councils, not one"
    return ""
