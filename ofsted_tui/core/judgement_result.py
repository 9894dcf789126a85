"""What an inspection says of a judgement: a grade, no grade although its form has one, or nothing."""

from typing import NamedTuple

from .model import Grade, Inspection, Judgement
from .standing import Standing

JUDGEMENTS = (
    Judgement.OVERALL, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE,
    Judgement.IN_CARE_AND_CARE_LEAVERS, Judgement.LOOKED_AFTER, Judgement.ADOPTION, Judgement.CARE_LEAVERS,
    Judgement.LSCB, Judgement.SAFEGUARDING,
)  # fmt: skip
"""In the order of the columns of `inspections.csv`."""


class JudgementResult(NamedTuple):
    """What an inspection says of a judgement: a grade; or no grade, although its form has one; or nothing at all."""

    grade: Grade | None
    expected: bool
    """Whether inspections of this form have the judgement."""

    @property
    def word(self) -> str:
        """The grade; `not judged` where the report left it out; a dash where the framework has no such judgement."""
        return self.grade.word if self.grade else "not judged" if self.expected else "–"

    @property
    def short(self) -> str:
        """The grade, `not judged` or a dash, in at most eleven letters: `RI` for requires improvement."""
        return self.grade.short if self.grade else self.word

    @property
    def style(self) -> str:
        """The name of the grade's style; muted where there is none."""
        return self.grade.column if self.grade else "muted"


def judgement_rows(standing: Standing) -> tuple[tuple[Judgement, JudgementResult, JudgementResult], ...]:
    """Each judgement of a council's inspection and of the one before, with what they say of it."""
    both = [inspection for inspection in (standing.inspection, standing.previous) if inspection]
    rows = [judgement for judgement in JUDGEMENTS if any(inspection.judges(judgement) for inspection in both)]
    return tuple((j, judgement_result(j, standing.inspection), judgement_result(j, standing.previous)) for j in rows)


def judgement_result(judgement: Judgement, inspection: Inspection | None) -> JudgementResult:
    """What an inspection says of a judgement."""
    grade = inspection.grades.get(judgement) if inspection else None
    return JudgementResult(grade, expected=inspection is not None and inspection.judges(judgement))
