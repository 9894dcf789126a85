"""Tables about homes, schools and other providers, which are refused: their grades are not those of councils."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ...core.search import fold, rank
from ..council_lookup import identify_named
from . import cell_values
from .columns import places, without_notes
from .council_cells import sums_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...core.repository import Repository
    from .sheet import Sheet
    from .sheet_table import SheetTable

_WITHIN = 20
"""Lines in which headings are looked for."""
_FEWEST_CELLS = 3
"""Cells of a line of headings."""
_FEWEST_ROWS = 3
"""The fewest rows without any council's name: fewer may be slips."""
_MOST_NAMES = 200
"""Rows whose names are looked up."""
_LONGEST_SHOWN = 100
"""Characters of a cell that are shown."""
_WHO = (
    "provider|provision|school|academy|nursery|setting|home|establishment|agency|college|childminder|childcare|centre"
)
_CERTAIN = re.compile(
    rf"(?:ofsted )?(?:{_WHO})s? (?:name|(?:sub ?)?type|status|group|phase|urn|id|number|reference|ukprn|town|address)"
    rf"|name of (?:the )?(?:{_WHO})|provider|provision|school|establishment|childminder"
    r"|(?:number of |registered |maximum |max |total )*(?:places|users)|(?:\w+ )?post ?code|postal code"
    r"|laestab|la estab|ukprn|upin|dfe number|(?:ofsted )?phase of education|ofsted phase|type of education"
    r"|(?:total |number of |no of )*pupils(?: on roll)?|number on roll|admissions policy|sixth form|school open date"
    r"|quality of education|behaviour and attitudes|personal development|(?:early years|sixth form) provision.*"
    r"|registration (?:status|number)|registered (?:person|manager|provider)|responsible individual"
    r"|overall experiences and progress of children and young people"
    r"|how well children (?:and young people )?are helped and protected"
)
"""Headings, folded, any one of which shows that a table is about providers."""
_LIKELY = re.compile(
    r"sector|phase|ward|(?:parliamentary )?constituency|registration date|ownership|owner|organisation(?: name| urn)?"
    r"|organisation which owns.*|capacity|address|town|faith.*|gender|manager"
)
"""Headings any two of which show it."""
_KINDS = (
    (r"school|academ|pupil|laestab|sixth form|quality of education", "schools"),
    (r"nurser|childmind|childcare|early years", "nurseries and childminders"),
    (r"college|ukprn|further education", "colleges"),
    (r"adoption agenc|fostering agenc|voluntary adoption|independent fostering", "fostering or adoption agencies"),
    (r"childrens homes?|secure home|residential", "children's homes"),
)  # fmt: skip
_OTHERS = "providers, such as homes, schools or nurseries"


def about_providers(sheet: Sheet, tables: Iterable[SheetTable], repository: Repository) -> str:
    """What a sheet looks like, and by what, if it is about providers; empty if it may be about councils."""
    why = _headings(sheet) or next(filter(None, (_rows(table, repository) for table in tables)), "")
    if not why:
        return ""
    return (
        f"it looks like a table of {_kind(sheet)} ({why}), not of inspections of councils' children's services: "
        "nothing was taken from it"
    )


def _headings(sheet: Sheet) -> str:
    """The headings that only tables about providers have."""
    for _, cells in sheet.lines[:_WITHIN]:
        if sum(map(bool, cells)) < _FEWEST_CELLS:
            continue
        words = [(cell, fold(without_notes(cell))) for cell in cells]
        certain = [cell for cell, word in words if _CERTAIN.fullmatch(word)]
        likely = [cell for cell, word in words if _LIKELY.fullmatch(word)]
        if certain or len(likely) > 1:
            shown = (certain + likely)[:2]
            return f"{'columns' if len(shown) > 1 else 'column'} {' and '.join(f'“{cell}”' for cell in shown)}"
    return ""


def _rows(table: SheetTable, repository: Repository) -> str:
    """What the rows of a table name that is not a council: by most of their numbers, or of their names."""
    found = places(table.headings)
    if "urn" in found:
        known = {council.urn for council in repository.councils.values()}
        urns = [urn.removesuffix(".0") for urn in _column(table, found["urn"])]
        if odd := _most(urns, [urn for urn in urns if urn not in known]):
            return f"the URN {odd} is not a council's"
    if "name" in found and "council" in found and (odd := _most(*_names(table, found["name"], repository))):
        return f"“{odd}” is not a council"
    if (
        not found.keys() & {"urn", "ons_code", "la_code"}
        and (place := found.get("council", found.get("name"))) is not None
    ):
        names, strangers = _names(table, place, repository)
        if len(names) == len(strangers) >= _FEWEST_ROWS:
            return f"none of its rows names a council; the first has “{names[0][:_LONGEST_SHOWN]}”"
    return ""


def _names(table: SheetTable, place: int, repository: Repository) -> tuple[list[str], list[str]]:
    """The names in the first rows of a column, and those that are no council's."""
    names = [n for n in islice(_column(table, place), _MOST_NAMES) if not sums_up({"name": n})]
    return names, [name for name in names if not _is_council(name, repository)]


def _column(table: SheetTable, place: int) -> Iterator[str]:
    for _, cells in table.lines:
        if place < len(cells) and (cell := cell_values.name(cells[place])) and not table.repeats_headings(cells):
            yield cell


def _most(everything: list[str], odd: list[str]) -> str:
    """The first of the odd ones if they are more than half of all."""
    return odd[0][:_LONGEST_SHOWN] if len(odd) * 2 > len(everything) else ""


def _is_council(name: str, repository: Repository) -> bool:
    councils = repository.councils.values()
    return any(rank(c, name) is not None for c in councils) or identify_named(name, councils) is not None


def _kind(sheet: Sheet) -> str:
    """Which sort of provider its first lines speak of most."""
    words = [fold(cell) for _, cells in sheet.lines[:_WITHIN] for cell in cells]
    counts = {kind: sum(bool(re.search(pattern, word)) for word in words) for pattern, kind in _KINDS}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else _OTHERS
