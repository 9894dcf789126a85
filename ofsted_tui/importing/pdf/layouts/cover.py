"""The first pages of a report, with its title and its table of judgements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..normalise import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOOTNOTE = re.compile(r"(?m)^1? ?Ofsted produces this report under.*", re.DOTALL)
MOST_COVERS = 3
"""Pages in which the one with the facts is looked for."""
_FACTS = "inspectiondate"
_LONGEST_PAGE = 8_000
"""Characters; a page of a report has 4,000 at most."""


def has_facts(page: str) -> bool:
    """Whether a page gives the days of an inspection, as the first of a report does."""
    return _FACTS in letters(page[:_LONGEST_PAGE])


def opening(pages: Sequence[str]) -> Sequence[str]:
    """The pages from the one with the facts on; a sheet with a picture, or a few words, may come before it."""
    bare = [letters(page[:_LONGEST_PAGE]) for page in pages[:MOST_COVERS]]
    facts = next((at for at, page in enumerate(bare) if _FACTS in page), None)
    return pages[next((at for at, page in enumerate(bare) if page), 0) if facts is None else facts :]


def first_page(pages: Sequence[str]) -> str:
    """The page with the facts."""
    return next(iter(opening(pages)), "")[:_LONGEST_PAGE]


def title_letters(pages: Sequence[str]) -> str:
    """The bare letters at the start of the report: with its title, but no prose that could name another."""
    return letters(first_page(pages))[:400]


def table_letters(pages: Sequence[str]) -> str:
    """The bare letters of that page and the next without the footnote that may split a table in two."""
    return "".join(letters(_FOOTNOTE.sub("", page[:_LONGEST_PAGE])) for page in opening(pages)[:2])
