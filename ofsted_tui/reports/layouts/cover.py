"""The first pages of a report, on which its title and its table of judgements stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..tidying import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOOTNOTE = re.compile(r"(?m)^1? ?Ofsted produces this report under.*", re.DOTALL)
_LONGEST_PAGE = 8_000
"""Characters; a page of a report has 4,000 at most."""


def first_page(pages: Sequence[str]) -> str:
    """The first page that has words on it; a cover sheet may be a picture."""
    return next((page for page in pages if letters(page)), "")[:_LONGEST_PAGE]


def title_letters(pages: Sequence[str]) -> str:
    """The bare letters with which the report opens: its title stands there, and no prose that could name another."""
    return letters(first_page(pages))[:400]


def table_letters(pages: Sequence[str]) -> str:
    """The bare letters of the first two pages without the footnote that may part a table in two."""
    return "".join(letters(_FOOTNOTE.sub("", page[:_LONGEST_PAGE])) for page in pages[:2])
