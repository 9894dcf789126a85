"""When a percentage may be given."""

FEWEST_FOR_PERCENT = 10
"""With fewer reports, or councils, than this there are counts only, no percentages."""
