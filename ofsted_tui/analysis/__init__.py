"""One question about the data in each file: pure functions from the repository to plain values."""
