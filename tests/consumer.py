"""A program that uses the package as its users do: run by the tests, and type-checked against the wheel by .ci/run."""

from __future__ import annotations

from datetime import date

import ofsted_tui
from ofsted_tui import (
    Council,
    Councils,
    DataError,
    Finding,
    Framework,
    Grade,
    Inspection,
    Judgement,
    Kind,
    Repository,
    Selection,
    Standing,
    Totals,
    UnknownCouncil,
    Visit,
    VisitType,
)


def outstanding(councils: Councils, region: str) -> list[str]:
    """The outstanding councils of one region."""
    wanted = Selection(grades=frozenset({Grade.OUTSTANDING}), regions=frozenset({region}))
    chosen: list[Standing] = list(councils.where(wanted))
    return [standing.council.name for standing in chosen]


def praised(data: Repository, name: str) -> tuple[Finding, ...]:
    """What the most recent full inspection of a council praised; nothing where no council has the name."""
    try:
        council: Council = data.council(name)
    except UnknownCouncil:
        return ()
    inspection: Inspection | None = data.as_at()[council.slug].inspection
    said = data.findings_of(inspection) if inspection else ()
    return tuple(finding for finding in said if finding.kind is Kind.PRAISE)


def visited_on(data: Repository, topic: str) -> list[Visit]:
    """The focused visits that looked at a topic."""
    return [v for v in data.visits.values() if topic in v.topics and v.type is VisitType.FOCUSED]


def readable(folder: str) -> bool:
    """Whether a folder holds tables that can be used."""
    try:
        ofsted_tui.load(folder)
    except DataError as problem:
        return not problem.faults
    return True


def main() -> None:
    """Some answers, a line each."""
    data: Repository = ofsted_tui.load()
    councils: Councils = data.as_at(date(2017, 12, 8))
    totals: Totals = councils.totals(Judgement.OVERALL)
    rows: list[dict[str, str | int | date | None]] = ofsted_tui.to_rows([totals])
    print(rows[0]["as_at"], [rows[0][grade.column] for grade in totals.grades])
    print("London:", ", ".join(outstanding(councils, "London")))
    ilacs = [one for one in data.inspections.values() if one.framework is Framework.ILACS]
    print("ILACS inspections:", len(ilacs) == len(ofsted_tui.to_rows(ilacs)) > 0)
    print("Praised in Leeds:", len(praised(data, "leeds")) > 0, "in Nowhere:", len(praised(data, "nowhere")))
    leavers = visited_on(data, "care-leavers")
    print("Visits on care leavers:", len(leavers) == len(ofsted_tui.to_rows(leavers)) > 0)
    print("Tables here:", readable("no such folder"))
    print("Rows:", len(ofsted_tui.to_rows(data.councils)) == len(data.councils), len(ofsted_tui.to_rows(councils)))


if __name__ == "__main__":
    main()
