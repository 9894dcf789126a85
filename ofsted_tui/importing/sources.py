"""Files and folders -> what each file says, or why it says nothing. One bad file never stops the rest."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..core.model import Finding, Judgement, Kind
from ..core.report_address import safe_address
from ..core.sanitise import clean
from ..core.search import UnknownCouncil, nearest
from ..core.wording import pluralise
from ..storage import dataset
from ..storage.data_errors import MOST_SHOWN, DataError
from . import pdf, sheets
from .council_lookup import when_it_existed
from .pdf.matching import notes
from .pdf.unreadable import UnreadableReport
from .reading import Reading, Refusal, VisitReading
from .sandbox import end_children
from .sheets.sheet_file import SUFFIXES
from .streamed import seekable, shown_path
from .visit_topics import topics_of_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.repository import Repository
    from .pdf import Report, Section, VisitLetter

PACKAGE = "datapackage.json"
"""What marks a folder as a data package."""
_LOOKED_AT = SUFFIXES | {".pdf", ".txt"}
_LONGEST_TITLE = 100
"""Characters of a title that are shown."""
_READERS = 4
"""Reports read at once, each in a process of its own."""


class Source(NamedTuple):
    """A file, or the folder of a data package, and what was found in it."""

    path: Path
    found: tuple[Reading | VisitReading | Refusal, ...]
    notes: tuple[str, ...] = ()


MOST_FILES = 20_000
"""The most names that are looked at in a folder; a whole disk is a mistyped path."""


def files(paths: Iterable[Path]) -> Iterator[Path | Source]:
    """Every file to be read, folders looked through by name; one that cannot be searched becomes a source at once."""
    for path in paths:
        try:
            alone = not path.is_dir() or (path / PACKAGE).is_file()
        except OSError as problem:
            yield _refused(path, f"this cannot be opened ({problem.strerror})")
            continue
        if alone:
            yield path
            continue
        refused: list[OSError] = []
        within: list[Path] = []
        seen = 0
        for folder, below, names in os.walk(path, onerror=refused.append):
            seen += len(below) + len(names)
            if seen > MOST_FILES:
                break
            below.sort()
            within += [Path(folder) / n for n in names if Path(n).suffix.lower() in _LOOKED_AT and n[:1] not in ".~"]
        if seen > MOST_FILES:
            yield _refused(
                path,
                f"there are more than {MOST_FILES:,} files and folders here; name the folder that holds the reports",
            )
            continue
        yield from sorted(within)
        for closed in refused:
            yield _refused(Path(closed.filename or path), f"this folder cannot be opened ({closed.strerror})")
        if not within and not refused:
            yield _refused(path, "there is no report or table in this folder")


def read_all(waiting: Iterable[Path | Source], repository: Repository) -> Iterator[Source]:
    """What each file of `files` says, in their order."""
    with ThreadPoolExecutor(max_workers=min(_READERS, os.cpu_count() or 1)) as readers:
        try:
            yield from readers.map(lambda w: w if isinstance(w, Source) else read_path(w, repository), waiting)
        except BaseException:
            readers.shutdown(wait=False, cancel_futures=True)
            end_children()
            raise


def read_path(path: Path, repository: Repository) -> Source:
    """What one file says, whatever its name ends in: its contents tell a table from a report."""
    try:
        if path.is_dir():
            return _package(path)
        with seekable(path) as file:
            found = _tables(file, repository)
            source = found if found is not None else _reports(file, repository)
            return source._replace(path=shown_path(path))
    except UnreadableReport as problem:
        return _refused(path, problem.reason)
    except sheets.UnreadableTable as problem:
        return _refused(path, str(problem))
    except OSError as problem:
        return _refused(path, f"this cannot be opened ({problem.strerror})")


def _tables(path: Path, repository: Repository) -> Source | None:
    """What a file of tables says; None for a report. Raises UnreadableTable for a table that cannot be read."""
    kind = sheets.file_kind(path)
    if kind is sheets.FileKind.OTHER:
        return None
    named_so = kind is sheets.FileKind.SPREADSHEET or path.suffix.lower() in SUFFIXES
    try:
        held = sheets.sheets(path)
    except sheets.UnreadableTable:
        if named_so:
            raise
        return None
    if not sheets.is_table(held) and (not named_so or pdf.may_be_report(path)):
        return None
    found = sheets.read_tables(held, repository)
    return Source(path, found.rows, found.notes)


def _reports(path: Path, repository: Repository) -> Source:
    """What each report of a file says. Raises UnreadableReport where the file cannot be opened."""
    sections = pdf.sections(pdf.pages(path))
    found = tuple(_section(section, repository) for section in sections)
    if isinstance(found[0], Refusal) and found[0].read is None and not pdf.is_paper(path):
        raise UnreadableReport(pdf.NO_PAPER)
    if sections[0].alone:
        return Source(path, found)
    places = " and ".join(section.place for section in sections)
    return Source(path, found, (f"{pluralise(len(sections), 'report')} found, on {places}; the rest was not read",))


def _section(section: Section, repository: Repository) -> Reading | VisitReading | Refusal:
    try:
        paper = section.read()
        if isinstance(paper, pdf.VisitLetter):
            return _letter(paper, repository, section.place)
        return _report(paper, repository, section.place)
    except UnreadableReport as problem:
        found = _report(problem.report, repository) if problem.report else None
        read = found.read if isinstance(found, Refusal) else found
        return Refusal(section.place, clean(problem.reason), read=read)


def _refused(path: Path, reason: str) -> Source:
    return Source(shown_path(path), (Refusal("", clean(reason)),))


def _report(report: Report, repository: Repository, place: str = "") -> Reading | Refusal:
    day = report.published or report.end or report.start
    council = pdf.identify(report.council_title, repository.councils.values(), day)
    if council is None:
        return Refusal(place, _unknown_council(report.council_title, repository), read=report)
    unread = sum(not entry.text for entry in report.entries)
    doubts = [*report.doubts]
    if unread:
        doubts.append(f"{unread} of {len(report.entries)} entries of the list could not be read")
    return Reading(
        place=place,
        council=council,
        framework=report.framework,
        type=report.type,
        published=report.published,
        start=report.start,
        end=report.end,
        lead_inspector=report.lead_inspector,
        grades=report.grades,
        notes=notes(report),
        paper=report,
        findings=tuple(_quoted(report)),
        doubts=tuple(doubts),
    )


def _letter(letter: VisitLetter, repository: Repository, place: str) -> VisitReading | Refusal:
    """The visit that a letter is about."""
    everyone = repository.councils.values()
    named = (pdf.identify(title, everyone, letter.end or letter.published) for title in letter.council_titles)
    council = next(filter(None, named), None)
    if council is None:
        return Refusal(place, _unknown_council(next(iter(letter.council_titles), ""), repository), read=letter)
    return VisitReading(
        place=place,
        council=council,
        type=letter.type,
        start=letter.start,
        end=letter.end,
        published=letter.published,
        topics=topics_of_letter(letter.focus, letter.start),
        looked_at=clean(letter.focus),
        priority_action=letter.priority_action,
        paper=letter,
        findings=tuple(_quoted(letter)),
        doubts=letter.doubts,
    )


def _unknown_council(title: str, repository: Repository) -> str:
    """That a report's title names no council that is known, and which one may be meant."""
    if not title:
        return "the title of the report, which names the council, could not be read"
    if known := pdf.identify(title, repository.councils.values()):
        return clean(f"the report’s title: {when_it_existed(repository, known)}")
    near = nearest(title, repository.councils.values())
    return clean(f"the report’s title: {UnknownCouncil.of(title[:_LONGEST_TITLE], near)}")


def _quoted(report: Report | VisitLetter) -> Iterator[Finding]:
    """The entries of the report's or letter's own list, in Ofsted's words."""
    for entry in report.entries:
        if entry.text:
            yield Finding(
                inspection="", kind=Kind.IMPROVEMENT, judgement=Judgement.LSCB if entry.part == "lscb" else None,
                theme="", text=clean(entry.text), priority=entry.priority, paragraph=entry.reference,
                pages=(entry.page,),
            )  # fmt: skip


def _package(folder: Path) -> Source:
    """Every inspection and visit of a data package, with its findings."""
    try:
        theirs = dataset.load(folder)
    except DataError as problem:
        told = [str(fault) for fault in problem.faults[:MOST_SHOWN]]
        told += ["… and more"] if problem.more or len(problem.faults) > MOST_SHOWN else []
        return Source(folder, tuple(Refusal("", sentence) for sentence in told))
    found = tuple(
        Reading(
            place=i.key, council=theirs.councils[i.council], framework=i.framework, type=i.type,
            published=i.published, start=i.start, end=i.end, lead_inspector=i.lead_inspector, grades=i.grades,
            report_url=safe_address(i.report_url), key=i.key, notes=i.notes,
            findings=tuple(f._replace(inspection="") for f in theirs.findings_of(i)),
        )
        for i in theirs.inspections.values()
    )  # fmt: skip
    visits = tuple(
        VisitReading(
            place=v.key, council=theirs.councils[v.council], type=v.type, start=v.start, end=v.end,
            published=v.published, topics=v.topics, priority_action=v.priority_action, key=v.key, notes=v.notes,
            findings=tuple(f._replace(inspection="") for f in theirs.findings_of_visit(v)),
        )
        for v in theirs.visits.values()
    )  # fmt: skip
    return Source(folder, (*found, *visits), ("councils, national totals and the map are not imported from a package",))
