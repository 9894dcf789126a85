"""`python -m ofsted_tui`."""

from .cli.main import program

program()
