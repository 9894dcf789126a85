"""Ofsted's inspections of English councils' children's services: full screen, as commands, and as a Python package.

    import ofsted_tui

    data = ofsted_tui.load()
    for standing in data.as_at():
        print(standing.council.name, standing.grade(ofsted_tui.Judgement.LEADERSHIP))

You can rely on the names in `__all__`; everything else may change between versions. Each name is imported when it is
first used, so `import ofsted_tui` reads no data and loads no other module of the package.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing; importing that would take a tenth of `--help`
if TYPE_CHECKING:
    from os import PathLike

    from .core.councils import Councils, Selection, Totals
    from .core.model import Council, Finding, Framework, Grade, Inspection, Judgement, Kind
    from .core.repository import Repository
    from .core.search import UnknownCouncil
    from .core.standing import Standing
    from .core.visits import Visit, VisitType
    from .output.plain_rows import to_rows
    from .storage.data_errors import DataError

__version__ = "0.1.0"

__all__ = [
    "Council", "Councils", "DataError", "Finding", "Framework", "Grade", "Inspection", "Judgement", "Kind",
    "Repository", "Selection", "Standing", "Totals", "UnknownCouncil", "Visit", "VisitType", "load", "to_rows",
]  # fmt: skip

_MODULES = {
    "core.councils": ("Councils", "Selection", "Totals"),
    "core.standing": ("Standing",),
    "core.model": ("Council", "Finding", "Framework", "Grade", "Inspection", "Judgement", "Kind"),
    "core.repository": ("Repository",),
    "core.search": ("UnknownCouncil",),
    "core.visits": ("Visit", "VisitType"),
    "output.plain_rows": ("to_rows",),
    "storage.data_errors": ("DataError",),
}
"""Where the public names are defined."""


def load(folder: str | PathLike[str] | None = None, *, library: bool = False) -> Repository:
    """The data supplied with the package, or your own tables in a folder, with names and columns as in `data/`.

    `library=True` adds the inspections that you imported with `ofsted-tui import`, as the screens and commands do.
    Without it, the same version of the package gives the same data on every machine.

    Raises DataError, which lists the faults, if a table cannot be used. Raises ValueError if the library cannot be
    read (the file is left as it is), or if you give both a folder and `library=True`: the library goes with the data
    supplied.
    """
    from pathlib import Path

    from .storage import open_data

    if not library:
        return open_data.tables(None if folder is None else Path(folder))
    if folder is not None:
        raise ValueError("expected a folder or library=True, not both: the library goes with the data supplied")
    from .storage.library import Library
    from .storage.library_file import library_file

    return Library.read(library_file()).over(open_data.tables())


if not TYPE_CHECKING:  # a type checker reads the imports above, and so finds a misspelt name

    def __getattr__(name: str) -> object:
        """A public name, imported when it is first used (PEP 562). Raises AttributeError for any other."""
        module = next((module for module, names in _MODULES.items() if name in names), None)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        globals()[name] = value = getattr(import_module(f".{module}", __name__), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
