"""One question about the data in each file: functions from the repository to values, of which it keeps some."""
