"""Whatever a file holds, reading ends in a report or in one sentence."""

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.importing.pdf import Report, UnreadableReport, identify, read_report
from ofsted_tui.importing.pdf.normalise import tidy

PIECES = st.sampled_from(
    [
        "Inspection of Exampleshire local authority children's services\n", "Inspection dates: 1 to 5 May 2024\n",
        "Judgement Grade\n", "The impact of leaders on social work practice with children and families ",
        "The experiences and progress of children who need help and protection ", "Overall effectiveness ", "Good\n",
        "Requires improvement\n", "Inspection of services for children in need of help and protection\n",
        "Children who need help and protection ", "Adoption performance ", "The overall judgement is ", "Recommendations\n",
        "What needs to improve?\n", "\u25fc ", "1. ", "2. ", "999. ", "Lead inspector: ", "31 February 2024 ", "\f", "\n",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40))
def test_any_text(pieces: list[str]) -> None:
    pages = [tidy(page) for page in "".join(pieces).split("\f")]
    end = report_or_reason(pages)
    assert "\n" not in end if isinstance(end, str) else end.grades
    assert end


def report_or_reason(pages: list[str]) -> Report | str:
    try:
        return read_report(pages)
    except UnreadableReport as problem:
        return problem.reason


@given(st.text())
def test_any_title(title: str) -> None:
    assert identify(title, []) is None
