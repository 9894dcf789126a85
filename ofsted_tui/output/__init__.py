"""Answers as tables, pages and files; what a screen shows is what is saved."""
