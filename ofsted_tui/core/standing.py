"""Standing: a council as it stood on a day; what its latest inspection gave, and how that compares."""

from typing import Literal, NamedTuple

from .model import FOUR_JUDGEMENTS, Council, Grade, Inspection, Judgement, Member

REFORMED = "begun from April 2026"
"""Which inspections give no overall grade. Reports of earlier ones, with a grade, were published after that date."""
WITHOUT_OVERALL = f"Inspections {REFORMED} give no overall grade"
"""The same as a sentence without its full stop."""


class Change(Member):
    """How a grade compares with the one in the inspection before."""

    UP = "up"
    SAME = "same"
    DOWN = "down"

    @property
    def glyph(self) -> str:
        """The mark that stands before the current grade: ▲, = or ▼."""
        return {"up": "▲", "same": "=", "down": "▼"}[self.value]


def change_of(before: Grade | None, now: Grade | None) -> Change | None:
    """Up, same or down from one grade to a later one; None where one of them is missing or was not given."""
    if now is None or before is None or now.rank is None or before.rank is None:
        return None
    return Change.SAME if now.rank == before.rank else Change.UP if now.rank > before.rank else Change.DOWN


def glyph_of(change: Change | None) -> str:
    """The mark of a change; a blank if the two grades cannot be compared."""
    return change.glyph if change else " "


class GivenGrade(NamedTuple):
    """The grade that a council has for a judgement, and whether it is the joint one."""

    grade: Grade
    joint: bool
    """Whether children in care and care leavers were judged together: never shown as a separate grade for either."""


JUDGED_JOINTLY = (Judgement.IN_CARE, Judgement.CARE_LEAVERS)
"""The two judgements that were one until the end of 2022."""


Part = tuple[Grade, bool] | Literal["not judged", "not inspected"]
"""What one council counts as in totals: a grade, and whether it is the joint one; or without a grade."""


class Standing(NamedTuple):
    """A council as it stood on a date: its most recent full inspection published by then, and the one before."""

    council: Council
    inspection: Inspection | None = None
    previous: Inspection | None = None

    def grade(self, judgement: Judgement) -> Grade | None:
        """The grade for exactly that judgement; None if the latest inspection has none."""
        return self.inspection.grades.get(judgement) if self.inspection else None

    def joint_grade(self, judgement: Judgement) -> Grade | None:
        """The joint grade for children in care and care leavers, if they were not judged separately.

        It is shown beside the single judgements and never counted as one of them.
        """
        if judgement not in JUDGED_JOINTLY or any(self.grade(one) for one in JUDGED_JOINTLY):
            return None
        return self.grade(Judgement.IN_CARE_AND_CARE_LEAVERS)

    def given(self, judgement: Judgement) -> GivenGrade | None:
        """The grade to show for a judgement: its own, or else the joint one, marked as joint; None if there is none."""
        if joint := self.joint_grade(judgement):
            return GivenGrade(joint, joint=True)
        grade = self.grade(judgement)
        return GivenGrade(grade, joint=judgement is Judgement.IN_CARE_AND_CARE_LEAVERS) if grade else None

    def part(self, judgement: Judgement) -> Part:
        """The part of the totals for a judgement in which it is counted."""
        if self.inspection is None:
            return "not inspected"
        if grade := self.inspection.grades.get(judgement):
            return grade, False
        joint = self.joint_grade(judgement)
        return (joint, True) if joint else "not judged"

    @property
    def four_judgements(self) -> tuple[Grade | None, ...]:
        """If no overall grade was given, the grades for the other four judgements; otherwise empty.

        They are shown in its place, and sort such councils among themselves. They never count as an overall grade.
        """
        if self.inspection is None or self.grade(Judgement.OVERALL) is not Grade.NOT_GIVEN:
            return ()
        return tuple(self.inspection.grades.get(judgement) for judgement in FOUR_JUDGEMENTS)

    def change(self, judgement: Judgement) -> Change | None:
        """Up, same or down compared with the previous inspection; None if either has no such grade."""
        return change_of(self.previous.grades.get(judgement) if self.previous else None, self.grade(judgement))
