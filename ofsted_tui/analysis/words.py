"""Search in what was said: findings in which all words of a phrase stand, with filters, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Grade, Judgement, theme_title
from ..search import fold, folded_words

if TYPE_CHECKING:
    from datetime import date

    from ..model import Council, Finding, Framework, Inspection, Kind
    from ..repository import Repository


@dataclass(frozen=True, slots=True)
class Question:
    """Which findings are asked for: every part narrows, and an empty part leaves things as they are."""

    phrase: str = ""
    """Words that must all stand in the text or the theme, in any order, also as parts of words."""
    kinds: frozenset[Kind] = frozenset()
    themes: frozenset[str] = frozenset()
    judgements: frozenset[Judgement] = frozenset()
    grades: frozenset[Grade | None] = frozenset()
    """The overall grade of that inspection; None: it has no overall grade at all."""
    regions: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()
    frameworks: frozenset[Framework] = frozenset()
    forms: frozenset[str] = frozenset()
    """Forms of a framework: `SIF`, `ILACS 2018`, `ILACS 2023`, `ILACS 2026`."""
    years: frozenset[int] = frozenset()
    """Years of publication."""
    since: date | None = None
    until: date | None = None
    """The first and the last day of publication."""

    def describe(self) -> str:
        """The parts in words."""
        words = [f"“{self.phrase.strip()}”"] if self.phrase.strip() else []
        words += [" or ".join(sorted(kind.value for kind in self.kinds))] if self.kinds else []
        words += [f"on {' or '.join(theme_title(t).lower() for t in sorted(self.themes))}"] if self.themes else []
        words += [f"under {' or '.join(j.phrase for j in Judgement if j in self.judgements)}"] * bool(self.judgements)
        grades = [g.value for g in Grade if g in self.grades] + ["not judged"] * (None in self.grades)
        words += [f"where overall was {' or '.join(grades)}"] if grades else []
        words += [f"in {' or '.join(sorted(self.regions))}"] if self.regions else []
        words += [f"of {' or '.join(sorted(self.councils))}"] if self.councils else []
        words += [f"in {' or '.join(sorted(f.value for f in self.frameworks))} inspections"] * bool(self.frameworks)
        words += [f"in {' or '.join(sorted(self.forms))} inspections"] if self.forms else []
        words += [f"published in {' or '.join(str(year) for year in sorted(self.years))}"] if self.years else []
        words += [f"since {self.since.isoformat()}"] if self.since else []
        words += [f"until {self.until.isoformat()}"] if self.until else []
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding that answers a question."""

    finding: Finding
    inspection: Inspection
    council: Council

    @property
    def overall(self) -> Grade | None:
        """The overall grade then held."""
        return self.inspection.grades.get(Judgement.OVERALL)


def ask(repository: Repository, question: Question) -> tuple[Hit, ...]:
    """The findings that answer, newest report first, in the order of the report."""
    words = folded_words(question.phrase)
    hits = [
        Hit(finding, inspection, repository.councils[inspection.council])
        for finding in repository.findings
        if (inspection := repository.inspections.get(finding.inspection)) is not None
        and _fits_finding(finding, question)
        and _fits_inspection(inspection, repository.councils[inspection.council], question)
        and _has_words(finding, words)
    ]
    return tuple(sorted(hits, key=lambda hit: (hit.inspection.published, hit.inspection.key), reverse=True))


def _has_words(finding: Finding, words: tuple[str, ...]) -> bool:
    if not words:
        return True
    text = fold(finding.text)
    return all(word in text or word in finding.theme for word in words)


def _fits_finding(finding: Finding, question: Question) -> bool:
    return (
        (not question.kinds or finding.kind in question.kinds)
        and (not question.themes or finding.theme in question.themes)
        and (not question.judgements or finding.judgement in question.judgements)
    )


def _fits_inspection(inspection: Inspection, council: Council, question: Question) -> bool:
    return (
        (not question.councils or council.slug in question.councils)
        and (not question.regions or council.region in question.regions)
        and (not question.frameworks or inspection.framework in question.frameworks)
        and (not question.years or inspection.published.year in question.years)
        and (not question.forms or inspection.form in question.forms)
        and (not question.grades or inspection.grades.get(Judgement.OVERALL) in question.grades)
        and (question.since is None or inspection.published >= question.since)
        and (question.until is None or inspection.published <= question.until)
    )


def marked(text: str, phrase: str) -> tuple[tuple[str, bool], ...]:
    """A text in parts, those in which a word of the phrase stands marked True. Joined they are the text again."""
    words = folded_words(phrase)
    hit = [False] * len(text)
    folded, origin = _folded_with_origin(text)
    for word in words:
        at = folded.find(word)
        while at >= 0:
            for place in range(at, at + len(word)):
                hit[origin[place]] = True
            at = folded.find(word, at + 1)
    for place in range(1, len(text) - 1):  # an apostrophe inside a marked word belongs to it
        hit[place] = hit[place] or (
            not text[place].isalnum() and place not in origin and hit[place - 1] and hit[place + 1]
        )
    parts: list[tuple[str, bool]] = []
    for char, is_hit in zip(text, hit, strict=True):
        if parts and parts[-1][1] is is_hit:
            parts[-1] = (parts[-1][0] + char, is_hit)
        else:
            parts.append((char, is_hit))
    return tuple(parts)


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text letter by letter, with the place in the text from which each letter comes."""
    folded, origin = "", []
    for place, char in enumerate(text):
        letters = fold(char) if char.isalnum() else "" if char in "'’‘ʼ`´" else " "
        if letters == " " and folded.endswith(" "):
            continue
        folded += letters
        origin += [place] * len(letters)
    return folded, origin
