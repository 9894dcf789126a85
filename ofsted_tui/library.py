"""The user's library: inspections that the user added, laid over the shipped data and shown as the user's own.

One file, written whole, with a version; a lock beside it keeps two programs from losing each other's additions.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from .dataset import inspection_of
from .files import locked, set_aside, write_whole
from .formats import plain
from .model import Finding, Judgement, Kind
from .repository import Repository
from .text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .model import Inspection

VERSION = 1


class LibraryUnreadable(ValueError):
    """The library cannot be read; says where it was kept."""


def library_file() -> Path:
    """Where the library stands: in the platform's folder for data."""
    from platformdirs import user_data_path

    return user_data_path("ofsted-tui", appauthor=False) / "library.json"


@dataclass(frozen=True, slots=True)
class Addition:
    """An inspection that the user added or changed."""

    inspection: Inspection
    file: str
    """The name of the file from which it came."""
    added: date
    findings: tuple[Finding, ...] = ()
    """Its report's list of improvements in Ofsted's words, or the findings that came with it."""


@dataclass(frozen=True, slots=True)
class Library:
    """What the user added, by inspection."""

    additions: tuple[Addition, ...] = ()

    @classmethod
    def load(cls, file: Path) -> tuple[Library, str]:
        """The library of a file and, where it could not be read, a sentence; it is then kept aside, never lost."""
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return cls(), ""
        except OSError as problem:
            return cls(), f"Your library could not be read ({problem.strerror}): {file}"
        except UnicodeDecodeError:
            return cls(), f"Your library could not be read and was kept aside: {set_aside(file)}"
        import json

        try:
            return cls.of(json.loads(text)), ""
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(), f"Your library could not be read and was kept aside: {set_aside(file)}"

    @classmethod
    def of(cls, held: Any) -> Library:
        """A library of what a file held. Raises ValueError (or TypeError, KeyError) where it is none."""
        if not isinstance(held, dict) or held.get("version") != VERSION:
            raise ValueError(f"expected a library of version {VERSION}")
        return cls(tuple(_addition(row) for row in held["inspections"]))

    def as_json(self) -> str:
        """As the file holds it."""
        import json

        rows = [_row(addition) for addition in self.additions]
        return json.dumps({"version": VERSION, "inspections": rows}, ensure_ascii=False, indent=1) + "\n"

    def save(self, file: Path) -> None:
        """Write it whole. Raises OSError."""
        write_whole(file, self.as_json())

    def with_more(self, additions: Iterable[Addition]) -> Library:
        """The same with additions; one of the same inspection takes the place of the one before."""
        held = {addition.inspection.key: addition for addition in (*self.additions, *additions)}
        return Library(tuple(held[key] for key in sorted(held)))

    def without(self, keys: Iterable[str]) -> Library:
        """The same without some inspections."""
        gone = set(keys)
        return Library(tuple(a for a in self.additions if a.inspection.key not in gone))

    def over(self, shipped: Repository) -> Repository:
        """The shipped data with the additions laid over it; those of councils that are not known are left out."""
        mine = [a for a in self.additions if a.inspection.council in shipped.councils]
        if not mine:
            return shipped
        inspections = {**shipped.inspections, **{a.inspection.key: a.inspection for a in mine}}
        findings = shipped.findings.with_more({a.inspection.key: a.findings for a in mine if a.findings})
        return Repository(shipped.councils.values(), inspections.values(), findings, shipped.reported, shipped.tiles)


@contextmanager
def changing(file: Path) -> Iterator[Library]:
    """The library while nobody else may write it. Raises LibraryUnreadable rather than write over what is there."""
    with locked(file):
        library, problem = Library.load(file)
        if problem:
            raise LibraryUnreadable(problem)
        yield library


def _row(addition: Addition) -> dict[str, object]:
    from .answers import INSPECTION_COLUMNS, inspection_list

    answer = inspection_list((addition.inspection,)).only(["council", *INSPECTION_COLUMNS])
    return {
        "inspection": {c: plain(v) for c, v in zip(answer.columns, answer.rows[0], strict=True)},
        "file": addition.file,
        "added": addition.added.isoformat(),
        "findings": [
            {"kind": f.kind.value, "judgement": f.judgement.value if f.judgement else "", "theme": f.theme,
             "priority": f.priority, "repeat": f.repeat, "text": f.text, "paragraph": f.paragraph, "page": f.page}
            for f in addition.findings
        ],
    }  # fmt: skip


def _addition(row: Any) -> Addition:
    inspection = replace(inspection_of({c: str(v) for c, v in row["inspection"].items()}), source="own")
    return Addition(
        inspection=inspection,
        file=clean(str(row["file"])),
        added=date.fromisoformat(row["added"]),
        findings=tuple(_finding(inspection.key, held) for held in row["findings"]),
    )


def _finding(inspection: str, held: Any) -> Finding:
    return Finding(
        inspection=inspection,
        kind=Kind(held["kind"]),
        judgement=Judgement(held["judgement"]) if held["judgement"] else None,
        theme=clean(str(held["theme"])),
        text=clean(str(held["text"])),
        priority=clean(str(held["priority"])),
        repeat=bool(held["repeat"]),
        paragraph=clean(str(held["paragraph"])),
        page=int(held["page"]),
    )
