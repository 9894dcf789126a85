"""Facts of the field and what follows from them; knows no files, no output, no screen."""
