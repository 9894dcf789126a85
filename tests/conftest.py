"""What the tests share: the shipped data, a small country made by hand, and a machine kept out of them."""

from __future__ import annotations

import errno
import os
import webbrowser
from datetime import date
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import ADDED_BY_USER, Council, Finding, Framework, Grade, Inspection, Judgement, Kind, Repeat
from ofsted_tui.core.repository import ReportedTotals, Repository, Tile
from ofsted_tui.storage import shipped_data

# How long a busy machine takes says nothing about what is asserted: times are measured in the bench.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

O, G, R, I, N = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE, Grade.NOT_GIVEN)  # noqa: E741


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """No test reads or writes the settings of the person who runs it."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("COLUMNS", "LINES", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    """Addresses that would have been opened in a browser."""
    addresses = []
    monkeypatch.setattr("webbrowser.open", lambda address, *_: addresses.append(address) or True)
    monkeypatch.setattr("webbrowser.get", lambda: webbrowser.GenericBrowser("firefox"))
    return addresses


@pytest.fixture(scope="session")
def repository() -> Repository:
    """The shipped data."""
    return shipped_data.load()


@pytest.fixture(scope="session")
def mine(repository) -> Repository:
    """The shipped data, of which the user added the last inspection of Leeds."""
    inspections = [
        one._replace(source=ADDED_BY_USER) if one.key == "leeds-2025-08-12" else one
        for one in repository.inspections.values()
    ]
    return Repository(repository.councils.values(), inspections, repository.findings, tiles=repository.tiles)


def council(slug: str, name: str, region: str = "London", **more) -> Council:
    return Council(slug=slug, name=name, official_name=more.pop("official_name", name), region=region,
                   type="Unitary Authority", **more)  # fmt: skip


def inspection(slug: str, published: str, overall: Grade | None, framework=Framework.ILACS, **more) -> Inspection:
    grades = {Judgement.OVERALL: overall} if overall else {}
    grades |= more.pop("grades", {})
    return Inspection(key=f"{slug}-{published}", council=slug, framework=framework, type=more.pop("type", "standard"),
                      published=date.fromisoformat(published), grades=grades, source="report", **more)  # fmt: skip


def finding(about: str, kind: Kind, text: str, **more) -> Finding:
    return Finding(inspection=about, kind=kind, judgement=more.pop("judgement", Judgement.LEADERSHIP),
                   theme=more.pop("theme", "supervision"), text=text, pages=more.pop("pages", (3,)), **more)  # fmt: skip


ALDER = council("alder", "Alder", "North East", neighbours=(("birch", "close"), ("city-of-elm", "close")))
BIRCH = council("birch", "Birch and Thorn", "London", aliases=("B&T",))
CEDAR = council("cedar", "Cedar upon Stour, St Mary's and Great Rowan", "London")
ELM = council("city-of-elm", "Elm", "South West", official_name="Elm, City of", aliases=("Elmchester",))
OLD = council("old-fir", "Old Fir", "South West", last_day=date(2019, 3, 31), successors=("new-fir",))
NEW = council("new-fir", "New Fir", "South West", first_day=date(2019, 4, 1), predecessors=("old-fir",))
INSPECTIONS = (
    inspection("alder", "2015-06-01", R, Framework.SIF, type="first"),
    inspection("alder", "2019-05-01", G, report_url="https://files.ofsted.gov.uk/v1/file/1",
               start=date(2019, 3, 4), end=date(2019, 3, 15), lead_inspector="Ann Example"),
    inspection("birch", "2016-01-05", I, Framework.SIF, type="first"),
    inspection("birch", "2022-02-02", R, grades={Judgement.IN_CARE_AND_CARE_LEAVERS: R}),
    inspection("cedar", "2024-03-03", O, grades={Judgement.IN_CARE: G, Judgement.CARE_LEAVERS: O}),
    inspection("city-of-elm", "2017-07-07", G, Framework.SIF, type="first"),
    inspection("city-of-elm", "2026-07-01", N, start=date(2026, 5, 4), grades={Judgement.IN_CARE: O}),
    inspection("old-fir", "2014-04-04", G, Framework.SIF, type="first"),
    inspection("birch", "2012-01-01", None, Framework.SLAC, type="first",
               grades={Judgement.SAFEGUARDING: Grade.ADEQUATE, Judgement.LOOKED_AFTER: G}),
)  # fmt: skip
FINDINGS = (
    finding("alder-2019-05-01", Kind.PRAISE, "Leaders know their services well and act on what children tell them."),
    finding("alder-2019-05-01", Kind.IMPROVEMENT, "Write plans with dates, and check that the actions happen.",
            paragraph="B1 P17", pages=(2, 6), repeat=True, theme="planning-and-review",
            key="alder-2019-05-01/2"),
    finding("alder-2019-05-01", Kind.IMPROVEMENT, "See every child alone within ten days of a referral.",
            paragraph="R2", pages=(2,), priority="immediate", theme="assessment"),
)  # fmt: skip
TILES = (
    Tile("alder", "ALD", 0, 1),
    Tile("birch", "BIR", 1, 2),
    Tile("cedar", "CED", 2, 0),
    Tile("city-of-elm", "ELM", 2, 3),
)
MORE_FINDINGS = (
    finding("alder-2015-06-01", Kind.IMPROVEMENT, "Write plans that say who acts by when, and review the actions.",
            theme="planning-and-review", paragraph="R1", pages=(7,), key="alder-2015-06-01/1"),
    finding("birch-2022-02-02", Kind.IMPROVEMENT, "Give every child a plan with clear actions, and supervise it.",
            theme="planning-and-review", paragraph="B1", pages=(2,)),
    finding("birch-2022-02-02", Kind.CONCERN, "Children wait for weeks before anyone looks at a referral.",
            theme="front-door", pages=(4,)),
    finding("cedar-2024-03-03", Kind.PRAISE, "Plans are short, warm and clear, and children help to write them.",
            theme="planning-and-review", paragraph="P9", pages=(3,), judgement=Judgement.IN_CARE),
)  # fmt: skip
REPEATS = (Repeat("alder-2019-05-01/2", "alder-2015-06-01/1", report_says_so=True),)
REPORTED = (ReportedTotals(date(2018, 1, 1), "press", Judgement.OVERALL, {I: 2, G: 2}, note="One too many."),)


@pytest.fixture
def country() -> Repository:
    """Six councils made by hand."""
    councils = (ALDER, BIRCH, CEDAR, ELM, OLD, NEW)
    return Repository(councils, INSPECTIONS, Findings.from_findings(FINDINGS), REPORTED)


@pytest.fixture
def fuller_country(country) -> Repository:
    """The small country with more findings, one of them asked twice, and a map."""
    findings = Findings.from_findings((*FINDINGS, *MORE_FINDINGS))
    return Repository(
        country.councils.values(), INSPECTIONS, findings, REPORTED, TILES, repeats={r.finding: r for r in REPEATS}
    )


def closed(*_: object, **__: object) -> NoReturn:
    """What the system says of a folder that one may not look into, or write to."""
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
