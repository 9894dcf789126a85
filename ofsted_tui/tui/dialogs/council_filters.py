"""The filter of the list of councils: grades of the judgement shown, and regions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ...core.councils import COUNTED
from ...core.model import Grade
from ..colour_themes import COLOUR
from .checklist import Checklist, ChecklistItem

if TYPE_CHECKING:
    from textual.app import App

    from ..state import State


def filter_councils(app: App[Any], state: State) -> None:
    """Tick the grades and regions of the councils that the list shows."""
    totals = state.national.totals(state.judgement)
    lying = Counter(standing.council.region for standing in state.national)
    choices = [
        *(ChecklistItem(g.word, g, totals.grades[g], COLOUR[g], "Grade") for g in COUNTED if totals.grades.get(g)),
        *(ChecklistItem(region, region, lying[region], group="Region") for region in state.national.regions()),
    ]

    def ticked(values: frozenset[Any]) -> None:
        grades = frozenset(value for value in values if isinstance(value, Grade))
        regions = frozenset(value for value in values if isinstance(value, str))
        state.choose(state.selection._replace(grades=grades, regions=regions))

    heading = f"Show only · {state.judgement.title}"
    app.push_screen(
        Checklist(
            heading,
            choices,
            {*state.selection.grades, *state.selection.regions},
            ticked,
            lambda: len(state.shown),
            "council",
        )
    )
