"""The commands of the command line: each declared once, in a file with its kin, and imported when it is called."""

from __future__ import annotations


class Subcommand:
    """A command: its name, where it is written, and what it gives."""

    def __init__(self, name: str, module: str, usage: str, summary: str) -> None:
        self.name = name
        self.module = module
        """A module of this package with `declare_NAME(parser)` and `run_NAME(arguments)`."""
        self.usage = usage
        self.summary = summary

    @property
    def sentence(self) -> str:
        """What it gives, as a sentence."""
        return f"{self.summary[:1].upper()}{self.summary[1:]}."


SUBCOMMANDS = (
    Subcommand("list", "listing", "list", "councils with their latest grades: filter, sort, any date"),
    Subcommand("show", "listing", "show COUNCIL", "one council: judgements, findings, every inspection"),
    Subcommand(
        "totals", "listing", "totals", "how many councils have each grade: on any date, by region, year or month"
    ),
    Subcommand("findings", "findings", "findings [WORDS]", "what was praised and what must improve: words and filters"),
    Subcommand("themes", "themes", "themes", "how often each theme is praised or must improve"),
    Subcommand("journeys", "analyses", "journeys", "who moved from grade to grade, and how long it took"),
    Subcommand("due", "analyses", "due", "when each council's next inspection is likely (an estimate)"),
    Subcommand("compare", "analyses", "compare A B …", "councils side by side, or one with its neighbours"),
    Subcommand(
        "repeats", "analyses", "repeats [COUNCIL]", "improvements asked for more than once: of one council, or of all"
    ),
    Subcommand("visits", "visits", "visits", "focused and monitoring visits between inspections: topic, council, date"),
    Subcommand("changes", "analyses", "changes", "new inspections and visits since a date, and how grades changed"),
    Subcommand("import", "additions", "import PATH…", "add reports (PDF) and tables to your own library"),
    Subcommand("library", "additions", "library", "what you added: list, remove, path"),
    Subcommand("export", "additions", "export DIR", "everything as a data package and one workbook"),
    Subcommand("completion", "completion", "completion SHELL", "a script that completes commands in bash, zsh or fish"),
    Subcommand("serve", "serve", "serve", "the same screens in a web browser, on this computer only"),
    Subcommand(
        "maintain", "maintain", "maintain PATH…", "for maintainers: check the data supplied and add inspections to it"
    ),
)
