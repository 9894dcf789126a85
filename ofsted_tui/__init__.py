"""Ofsted's inspections of English councils' children's services, in the terminal."""

__version__ = "0.1.0"
