"""The user's library: inspections and visits that the user added, over the shipped data, marked as the user's own.

One file, written whole, with a version; a lock beside it keeps two programs from losing each other's additions.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ..core.model import ADDED_BY_USER
from ..core.repository import Repository
from ..core.sanitise import clean
from .atomic_files import locked, set_aside, write_whole
from .schema import (
    finding_from_cells,
    finding_values,
    inspection_from_cells,
    inspection_values,
    to_csv,
    visit_from_cells,
    visit_values,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from ..core.model import Finding, Inspection
    from ..core.visits import Visit
    from .schema import Value

LIBRARY_VERSION = 2
"""2 has visits as well. A library without one is written as 1, so that older programs go on reading it."""
_READ = (1, LIBRARY_VERSION)


class LibraryUnreadable(ValueError):
    """The library cannot be read; says why. `damaged`: the file is no library, rather than one of another version."""

    def __init__(self, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged


Added = TypeVar("Added", "Inspection", "Visit")


class Addition(NamedTuple, Generic[Added]):
    """An inspection or a visit that the user added or changed."""

    row: Added
    file: str
    """The name of the file that it came from."""
    added: date
    findings: tuple[Finding, ...] = ()
    """A report's list of improvements in Ofsted's words, what a letter asks, or the findings that came with it."""
    instead: bool = False
    """Whether it replaces a shipped row; otherwise a shipped row of the same key, older or newer, is used."""


class _Form(Generic[Added]):
    """How additions of one kind are stored in the file; `name`: under which name the inspection or visit is."""

    def __init__(
        self,
        name: str,
        values: Callable[[Added], Mapping[str, Value]],
        from_cells: Callable[[Mapping[str, str]], Added],
    ) -> None:
        self.name = name
        self.values: Callable[[Added], Mapping[str, Value]] = values
        self.from_cells: Callable[[Mapping[str, str]], Added] = from_cells

    def to_json(self, addition: Addition[Added]) -> dict[str, object]:
        """An addition as the file holds it."""
        return {
            self.name: {column: to_csv(value) for column, value in self.values(addition.row).items()},
            "file": addition.file,
            "added": addition.added.isoformat(),
            "instead": addition.instead,
            "findings": _finding_rows(addition.findings),
        }

    def read(self, held: Any) -> Addition[Added]:
        """An addition from what the file holds. Raises ValueError (or TypeError, KeyError) if it is not one."""
        row = self.from_cells({column: str(value) for column, value in held[self.name].items()})
        return Addition(
            row=row._replace(source=ADDED_BY_USER),
            file=clean(str(held["file"])),
            added=date.fromisoformat(held["added"]),
            findings=tuple(_finding(row.key, finding) for finding in held["findings"]),
            instead=held["instead"] is True,
        )


_INSPECTIONS = _Form("inspection", inspection_values, inspection_from_cells)
_VISITS = _Form("visit", visit_values, visit_from_cells)


class Library(NamedTuple):
    """What the user added, by inspection and by visit."""

    additions: tuple[Addition[Inspection], ...] = ()
    visits: tuple[Addition[Visit], ...] = ()

    @classmethod
    def load(cls, file: Path) -> tuple[Library, str]:
        """The library of a file and, if it could not be read, a sentence; a damaged one is kept aside."""
        try:
            return cls.read(file), ""
        except LibraryUnreadable as problem:
            if not problem.damaged:
                return cls(), f"{problem} It is left as it is."
        try:
            with changing(file) as library:
                return library, ""  # it was repaired meanwhile
        except (LibraryUnreadable, OSError) as problem:
            return cls(), str(problem)

    @classmethod
    def read(cls, file: Path) -> Library:
        """The library of a file, empty if there is none. Raises LibraryUnreadable."""
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return cls()
        except OSError as problem:
            raise LibraryUnreadable(f"Your library could not be read ({problem.strerror}): {file}.") from problem
        except UnicodeDecodeError as problem:
            raise LibraryUnreadable(f"Your library could not be read: {file}.", damaged=True) from problem
        import json

        try:
            held = json.loads(text)
            version = held.get("version") if isinstance(held, dict) else None
            if isinstance(version, int) and version not in _READ:
                raise LibraryUnreadable(
                    f"Your library was written by another version of ofsted-tui "
                    f"({version}, this one reads {LIBRARY_VERSION}): {file}."
                )
            return cls.of(held)
        except LibraryUnreadable:
            raise
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
            raise LibraryUnreadable(f"Your library could not be read: {file}.", damaged=True) from problem

    @classmethod
    def of(cls, held: Any) -> Library:
        """A library from what a file held. Raises ValueError (or TypeError, KeyError) if it is not one."""
        if not isinstance(held, dict) or held.get("version") not in _READ:
            raise ValueError(f"expected a library of version {LIBRARY_VERSION}")
        visits = tuple(_VISITS.read(row) for row in held.get("visits", ()))
        return cls(tuple(_INSPECTIONS.read(row) for row in held["inspections"]), visits)

    def as_json(self) -> str:
        """As the file holds it."""
        import json

        held: dict[str, object] = {"version": 1, "inspections": [*map(_INSPECTIONS.to_json, self.additions)]}
        if self.visits:
            held |= {"version": LIBRARY_VERSION, "visits": [*map(_VISITS.to_json, self.visits)]}
        return json.dumps(held, ensure_ascii=False, indent=1) + "\n"

    def save(self, file: Path) -> None:
        """Write it whole. Raises OSError."""
        write_whole(file, self.as_json())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all that was added."""
        return (*(a.row.key for a in self.additions), *(a.row.key for a in self.visits))

    def overlaid(self, additions: Iterable[Addition[Inspection]], visits: Iterable[Addition[Visit]] = ()) -> Library:
        """A library with more additions; one of an inspection or visit already in it replaces the earlier one."""
        return Library(_last_of_each((*self.additions, *additions)), _last_of_each((*self.visits, *visits)))

    def without(self, keys: Iterable[str]) -> Library:
        """A library without the inspections and visits of some keys; keys that it does not have are ignored."""
        gone = set(keys)
        return Library(
            tuple(a for a in self.additions if a.row.key not in gone),
            tuple(a for a in self.visits if a.row.key not in gone),
        )

    def over(self, shipped: Repository) -> Repository:
        """The shipped data with the additions over it; those of unknown councils are left out.

        Shipped findings come first, so that a later release's are not hidden by a list imported before.
        """
        mine = [a for a in self.additions if a.row.council in shipped.councils]
        visits = [a for a in self.visits if a.row.council in shipped.councils]
        if not mine and not visits:
            return shipped
        rows = [a.row for a in mine if a.instead or a.row.key not in shipped.inspections]
        inspections = {**shipped.inspections, **{row.key: row for row in rows}}
        findings = shipped.findings.overlaid(
            {a.row.key: a.findings for a in mine if a.findings and not shipped.findings.for_inspection(a.row.key)}
        )
        all_visits = shipped.all_visits.overlaid(
            {a.row: a.findings for a in visits}, [a.row.key for a in visits if a.instead]
        )
        return Repository(shipped.councils.values(), inspections.values(), findings, shipped.reported, shipped.tiles,
                          shipped.summaries, all_visits, shipped.repeats)  # fmt: skip


@contextmanager
def changing(file: Path) -> Iterator[Library]:
    """The library, locked against other programs. Raises LibraryUnreadable rather than overwrite what is there.

    A damaged one is kept aside first, so that the next import begins a new one. Raises OSError.
    """
    with locked(file):
        try:
            library = Library.read(file)
        except LibraryUnreadable as problem:
            if not problem.damaged:
                raise
            try:
                aside = set_aside(file)
            except OSError as closed:
                raise LibraryUnreadable(
                    f"Your library could not be read or moved ({closed.strerror}): {file}."
                ) from closed
            raise LibraryUnreadable(
                f"Your library could not be read and was moved to {aside}. The next import starts a new one.",
                damaged=True,
            ) from problem
        yield library


def _last_of_each(additions: Iterable[Addition[Added]]) -> tuple[Addition[Added], ...]:
    """The last addition of each inspection or visit, by key."""
    held = {addition.row.key: addition for addition in additions}
    return tuple(held[key] for key in sorted(held))


def _finding_rows(findings: Iterable[Finding]) -> list[dict[str, object]]:
    return [
        {column: value if column == "repeat" else to_csv(value)
         for column, value in finding_values(finding).items() if column != "inspection"}
        for finding in findings
    ]  # fmt: skip


def _finding(inspection: str, held: Any) -> Finding:
    return finding_from_cells(
        {"inspection": inspection, **{column: str(to_csv(value)) for column, value in held.items()}}
    )
