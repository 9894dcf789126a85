"""All data as files for others: the data package, and one workbook that a committee can read."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.model import ADDED_BY_USER, Framework, Inspection
from ..core.wording import pluralise
from ..storage import shipped_data
from ..storage.schema import INSPECTION_COLUMNS, inspection_order, visit_order
from .formats import as_csv
from .rows import finding_list, inspection_list, summary_list, visit_finding_list, visit_list
from .workbook import write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..core.model import Finding
    from ..core.repository import Repository
    from ..core.visits import Visit

WORKBOOK = "ofsted-inspections.xlsx"
_AS_THEY_ARE = ("councils.csv", "repeats.csv", "visit_repeats.csv", "reported_totals.csv", "tilemap.csv")
"""Tables that no import changes."""


class NotEmpty(ValueError):
    """The folder is not empty, and nothing is overwritten."""


def export(repository: Repository, folder: Path, source: Path | None = None) -> tuple[Path, ...]:
    """Write the data package and the workbook; returns the files. `source`: the tables' folder, else the shipped one.

    All or nothing: the files are made beside the folder and moved there when they are whole. Text cells that a
    spreadsheet would take for a formula get an apostrophe. Raises NotEmpty, OSError.
    """
    if folder.is_symlink() and not folder.exists():
        raise NotEmpty(f"{folder} is a broken link; name a new folder")
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise NotEmpty(f"{folder} is a file; name a new folder")
    if folder.exists() and any(folder.iterdir()):
        raise NotEmpty(f"{folder} already exists and is not empty; name a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
        _write(repository, Path(made) / "whole", source or shipped_data.folder())
        if folder.exists():
            for file in (Path(made) / "whole").iterdir():
                file.rename(folder / file.name)
        else:
            (Path(made) / "whole").rename(folder)
    return tuple(sorted(folder.iterdir()))


def _write_text(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _write(repository: Repository, folder: Path, source: Path) -> None:
    folder.mkdir()
    for name in _AS_THEY_ARE:
        if (source / name).is_file():
            shutil.copyfile(source / name, folder / name)
    inspections = sorted(repository.inspections.values(), key=inspection_order)
    _write_text(folder / "inspections.csv", as_csv(inspection_list(tuple(inspections)).only(tuple(INSPECTION_COLUMNS))))
    findings = tuple(f for i in inspections for f in repository.findings_of(i))
    _write_text(folder / "findings.csv", as_csv(finding_list(findings)))
    visits = sorted(repository.visits.values(), key=visit_order)
    _write_text(folder / "visits.csv", as_csv(visit_list(visits)))
    visit_findings = tuple(f for visit in visits for f in repository.findings_of_visit(visit))
    _write_text(folder / "visit_findings.csv", as_csv(visit_finding_list(visit_findings)))
    keys = [*(i.key for i in inspections), *(visit.key for visit in visits)]
    summaries = [repository.summaries[key] for key in keys if key in repository.summaries]
    _write_text(folder / "summaries.csv", as_csv(summary_list(summaries)))
    _describe(repository, findings, visit_findings, folder, source)
    write_workbook(folder / WORKBOOK, repository)


def _describe(
    repository: Repository, findings: Sequence[Finding], of_visits: Sequence[Finding], folder: Path, source: Path
) -> None:
    """The package's description and README, which say so if there are rows of the user's own among the others."""
    added = [inspection for inspection in repository.inspections.values() if inspection.added_by_user]
    visits = [visit for visit in repository.visits.values() if visit.added_by_user]
    verbatim = sum(finding.is_verbatim for finding in (*findings, *of_visits))
    if (source / "datapackage.json").is_file():
        package = json.loads((source / "datapackage.json").read_text(encoding="utf-8"))
        fields = {
            (r["name"], f["name"]): f for r in package["resources"] for f in r.get("schema", {}).get("fields", ())
        }
        _widen(fields, added, visits)
        for table, held in (("findings", findings), ("visit_findings", of_visits)):
            if any(finding.is_verbatim for finding in held):
                _admit_ofsteds_words(package, fields, table)
        _write_text(folder / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    if (source / "README.md").is_file():
        words = (source / "README.md").read_text(encoding="utf-8")
        if added or visits or verbatim:
            also = f" and {pluralise(len(visits), 'visit')}" if visits else ""
            words = (
                "> This copy has additions: "
                f"{pluralise(len(added), 'inspection')}{also} added by the person who exported it (source `own`), "
                f"and {pluralise(verbatim, 'improvement')} in Ofsted's own words (findings without a theme)."
                f"{_notice(repository, findings)} The rest of this file describes the data as supplied.\n\n{words}"
            )
        _write_text(folder / "README.md", words)


def _widen(
    fields: Mapping[tuple[str, str], dict[str, Any]], added: Sequence[Inspection], visits: Sequence[Visit]
) -> None:
    """Let the description of the tables allow what the user's own rows have and the shipped ones do not."""
    for table in (["inspections"] if added else []) + (["visits"] if visits else []):
        if source := fields.get((table, "source")):
            source["constraints"]["enum"].append(ADDED_BY_USER)
    if (topic := fields.get(("visits", "topic"))) and not all(visit.topics for visit in visits):
        topic["constraints"].update(required=False)
    address = fields.get(("inspections", "report_url"), {}).get("constraints", {})
    if not _all_fit(address, [inspection.report_url for inspection in added if inspection.report_url]):
        del address["pattern"]


def _admit_ofsteds_words(package: dict[str, Any], fields: Mapping[tuple[str, str], dict[str, Any]], table: str) -> None:
    """Let a table of findings hold lists in Ofsted's words: of any length, unsorted, without a permanent number."""
    for column in ("judgement", "theme", "finding"):
        if field := fields.get((table, column)):
            field["constraints"].update(required=False)
    if text := fields.get((table, "text")):
        for rule in ("unique", "minLength", "maxLength"):
            text["constraints"].pop(rule, None)
    next(r for r in package["resources"] if r["name"] == table)["schema"].pop("primaryKey", None)


def _all_fit(rule: Mapping[str, str], addresses: Sequence[str]) -> bool:
    return "pattern" not in rule or all(re.fullmatch(rule["pattern"], address) for address in addresses)


def _notice(repository: Repository, findings: Sequence[Finding]) -> str:
    """What to bear in mind before Ofsted's own words of 2014 to 2018 are passed on; empty if there are none."""
    frameworks = {repository.inspections[finding.inspection].framework for finding in findings if finding.is_verbatim}
    if not frameworks & {Framework.SIF, Framework.LSCB}:
        return ""
    return (
        " Some of these words are from reports of 2014–2018. Some of those reports carry an older notice that allows "
        "their text to be used only unaltered and for non-commercial purposes: check the report before you share it."
    )
