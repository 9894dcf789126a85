"""The background colours of grades in a workbook and on a page to print."""

from ..core.model import Grade

GRADE_FILLS = {
    Grade.OUTSTANDING: "#cfe2f3", Grade.GOOD: "#d9ead3", Grade.REQUIRES_IMPROVEMENT: "#fff2cc",
    Grade.ADEQUATE: "#fff2cc", Grade.INADEQUATE: "#f4cccc", Grade.NOT_GIVEN: "#eeeeee",
}  # fmt: skip
"""Black text is easy to read on each; the word is there too, so no grade is shown by colour alone."""
