"""A report that nobody wrote, as the form of 2023 has it."""

REPORT = """Inspection of Exampleshire local authority children’s services
Inspection dates: 10 to 14 June 2024
Lead inspector: Ann Exemplar, His Majesty’s Inspector
Judgement Grade
The impact of leaders on social work practice with children and families
Good
The experiences and progress of children who need help and protection
Requires improvement to be good
The experiences and progress of children in care
Good
The experiences and progress of care leavers
Outstanding
Overall effectiveness
Good"""

LIST = """What needs to improve?
• Plans for outings, which should say who goes.
• =SUM(A1) as a name for a plan.
The impact of leaders on social work practice: good
"""
PROSE = "1. Leaders go out a lot. They like it, and so do the children who go with them every week.\n" * 6
NEW_REPORT = "\n".join(
    [
        REPORT.replace("Exampleshire", "Leeds")
        .replace("10 to 14 June 2024", "14 to 25 June 2027")
        .replace("\nOverall effectiveness\nGood", ""),
        LIST + PROSE,
    ]
)
"""A made-up report on Leeds, in a year to come: ten days on site, so a standard inspection; an overall grade is given no more."""
