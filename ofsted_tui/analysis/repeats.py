"""Repeat asks: improvements of a report that come back from an earlier report of the same council."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Kind
from ..core.search import folded_words

if TYPE_CHECKING:
    from ..core.model import Finding, Inspection
    from ..core.repository import Repository

STOP_WORDS = frozenset(
    "about after again against all also and any are before better between both but check children childrens child "
    "each ensure every for from give have help how improve including into its keep make making more most need needs "
    "not now of often on only other out over own people plan plans quality service services so social some staff "
    "sure take than that the their them then there they this those through to too under until use what when where "
    "which while who with work workers young council councils care homes leaders leavers managers olds protection "
    "risk risks safeguarding support supported year years".split()
)
"""Words that say nothing of what is asked for."""
MIN_SHARED = 2
"""Telling words, or beginnings of them, that two asks on one theme must share."""
STEM_LENGTH = 5
"""Letters by which words are taken for the same: plan, planning; assess, assessment."""


class Repeat(NamedTuple):
    """An ask of today beside an earlier one."""

    finding: Finding
    earlier: Finding
    inspection: Inspection
    """The earlier inspection."""
    shared: tuple[str, ...]
    """The word beginnings that both share."""


def telling(text: str) -> frozenset[str]:
    """The beginnings of the words that carry the meaning of an ask."""
    return frozenset(word[:STEM_LENGTH] for word in folded_words(text) if len(word) > 3 and word not in STOP_WORDS)


def repeats(repository: Repository, inspection: Inspection) -> tuple[Repeat, ...]:
    """For each improvement of an inspection the nearest earlier ask on the same theme, where there is one.

    A likeness of theme and words, found by the program; whether the report itself says that it asked before stands
    with the finding.
    """
    earlier = [
        (finding, before)
        for before in repository.inspections_of(inspection.council)
        if before.published < inspection.published
        for finding in repository.findings_of(before)
        if finding.kind is Kind.IMPROVEMENT
    ]
    found = (_nearest(finding, earlier) for finding in repository.findings_of(inspection))
    return tuple(repeat for repeat in found if repeat)


def _nearest(finding: Finding, earlier: list[tuple[Finding, Inspection]]) -> Repeat | None:
    if finding.kind is not Kind.IMPROVEMENT or finding.is_verbatim:
        return None
    # What only names the theme, as “homeless” does under homeless-16-17, is no likeness.
    words = telling(finding.text) - telling(finding.theme)
    alike = [
        Repeat(finding, other, before, tuple(sorted(shared)))
        for other, before in earlier
        if other.theme == finding.theme and len(shared := words & telling(other.text)) >= MIN_SHARED
    ]
    return max(alike, key=lambda repeat: (len(repeat.shared), repeat.inspection.published), default=None)
