"""When a share may be told."""

FEWEST_REPORTS = 10
"""Under so many reports there are counts and no percentages."""
