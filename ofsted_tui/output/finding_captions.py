"""The sentences above and below findings and themes: what was asked for and counted, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..analysis.search_phrase import QUOTES, terms
from ..analysis.shares import FEWEST_FOR_PERCENT
from ..analysis.themes import BY_VISITS
from ..core.dates import long_day, short_day
from ..core.model import ILACS_FORMS, Council, Grade, Judgement, Kind, theme_title
from ..core.visits import topic_title
from ..core.wording import listed, name_list, pluralise, region_in_words
from .short_captions import neighbours_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..analysis.finding_search import FindingQuery
    from ..analysis.themes import ThemeCount, ThemePart
    from ..core.repository import Repository


def shares_note(counts: Sequence[ThemeCount]) -> str:
    """What the percentages of themes are of, and why praise and concerns have none."""
    kinds = {kind for count in counts for kind in count.findings}
    few = [count.inspections < FEWEST_FOR_PERCENT for count in counts]
    shares = "Percentages: reports that ask for improvement on the theme, and its share of all improvements asked for."
    of_asks = [*([shares] if not all(few) else []), *([FEW_REPORTS] if any(few) else [])]
    selected = kinds & {Kind.PRAISE, Kind.CONCERN}
    return " ".join([*(of_asks if Kind.IMPROVEMENT in kinds else []), *([SELECTION] if selected else [])])


FEW_REPORTS = f"Fewer than {FEWEST_FOR_PERCENT} reports: no percentages."
SELECTION = "Praise and concerns are our own selection, so we only count them."


def themes_counted(
    counts: Sequence[ThemeCount], once: Sequence[ThemeCount], query: FindingQuery, repository: Repository
) -> str:
    """Which inspections were counted, up to which date, and how much they say, in a sentence.

    `once`: those of the counts that together count each inspection once.
    """
    until = f"in reports up to {long_day(query.until or repository.last_day)}"
    if not counts:
        asked = describe_query(query, repository.councils)
        return f"No findings{f' {asked}' if asked else ''}, {until}."
    number = reports_counted(sum(count.inspections for count in once), query, repository.councils)
    pooled = not (query.frameworks or query.forms or query.found_by == BY_VISITS)
    every = ", under all frameworks" if pooled else ""
    return f"{number}{every}, {until}: {_what_was_counted(counts, sum(count.asks for count in once))}."


def _what_was_counted(counts: Sequence[ThemeCount], asks: int) -> str:
    """All improvements that shares are taken of; without improvements, the findings that the counts are of."""
    kinds = {kind for count in counts for kind in count.findings}
    if Kind.IMPROVEMENT in kinds:
        return f"{pluralise(asks, 'improvement')} asked for in all"
    number = sum(sum(count.findings.values()) for count in counts)
    return f"{pluralise(number, 'finding')} {_any_of(SAID[kind] for kind in kinds)}"


def reports_counted(number: int, query: FindingQuery, councils: Mapping[str, Council]) -> str:
    """How many inspections, or visits, of which: `321 ILACS inspections, in London`."""
    frameworks = f"{listed(sorted(_forms(query)))} " if query.frameworks or query.forms else ""
    noun = "visit" if query.found_by == BY_VISITS else f"{frameworks}inspection"
    others = query._replace(found_by=frozenset(), kinds=frozenset(), frameworks=frozenset(), forms=frozenset())
    asked = describe_query(others, councils)
    return f"{pluralise(number, noun)}{f', {asked}' if asked else ''}"


def across_frameworks_note(parts: Sequence[ThemePart]) -> str:
    """Which parts count inspections under different frameworks together; empty where none does."""
    across = [part.part for part in parts if part.across_frameworks]
    if not across:
        return ""
    every = 1 < len(across) == len(parts)
    combine = "Every row combines" if every else f"{listed(across)} combine{'s' if len(across) == 1 else ''}"
    return f"{combine} inspections under different frameworks, whose lists of improvements differ in length."


SAID = {Kind.PRAISE: "of praise", Kind.IMPROVEMENT: "asking for improvement", Kind.CONCERN: "of concern"}
"""What a kind of findings says, after their number."""


def describe_query(query: FindingQuery, councils: Mapping[str, Council]) -> str:
    """A query's parts in words, except the last day, which every heading names; `councils` by slug."""
    words = [f"with {quoted(query.phrase)}"] if terms(query.phrase) else []
    words += [_any_of(SAID[kind] for kind in query.kinds)] if query.kinds else []
    words += [f"on {_any_of(theme_title(theme).lower() for theme in query.themes)}"] if query.themes else []
    under = [judgement.phrase for judgement in Judgement if judgement in query.judgements]
    words += [f"under {' or '.join(under)}"] if under else []
    grades = [g.value for g in Grade if g in query.grades] + ["not judged"] * (None in query.grades)
    words += [f"where overall effectiveness was {' or '.join(grades)}"] if grades else []
    words += [f"in {_any_of(map(region_in_words, query.regions))}"] if query.regions else []
    words += [f"for {_whose(query, councils)}"] if query.councils else []
    words += [f"in {_any_of(_forms(query))} inspections"] if query.frameworks or query.forms else []
    words += [f"of visits on {_any_of(topic_title(topic).lower() for topic in query.topics)}"] if query.topics else []
    said = query.topics and query.found_by == BY_VISITS  # the topics say already that it is visits
    words += [f"from {_any_of(f'{by.value}s' for by in query.found_by)}"] if query.found_by and not said else []
    words += [f"published in {_any_of(map(str, query.years))}"] if query.years else []
    words += [f"published since {short_day(query.since)}"] if query.since else []
    return ", ".join(words)


def quoted(phrase: str) -> str:
    """A phrase in one pair of quotes, whatever quotes it has itself: `“front door”`."""
    words = phrase.strip()
    inner = words[1:-1] if words[:1] in QUOTES and words[-1:] in QUOTES else words
    return f"“{words if set(inner) & set(QUOTES) else inner}”"


def _forms(query: FindingQuery) -> list[str]:
    """The frameworks and forms by name; all forms of the ILACS are the ILACS."""
    frameworks = [framework.value for framework in query.frameworks]
    whole = set(ILACS_FORMS) <= query.forms
    return [*frameworks, *(["ILACS", *(query.forms - set(ILACS_FORMS))] if whole else query.forms)]


def _whose(query: FindingQuery, councils: Mapping[str, Council]) -> str:
    if query.neighbours_of:
        return neighbours_words(councils[query.neighbours_of])
    return name_list(sorted(councils[slug].name for slug in query.councils))


def _any_of(words: Iterable[str]) -> str:
    return " or ".join(sorted(words))
