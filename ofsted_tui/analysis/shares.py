"""When a percentage may be given."""

FEWEST_REPORTS = 10
"""With fewer reports than this there are counts only, no percentages."""
