from datetime import date

from ofsted_tui.core.model import Framework, Grade, Judgement
from ofsted_tui.importing.pdf import read_report

PAGES = [
    """1
Exampleshire Safeguarding Children Board
Review of the effectiveness of the Local Safeguarding Children
Board
Inspection date: 15 June 2015 – 17 June 2015
Report published: 3 August 2015

The Local Safeguarding Children Board requires improvement""",
    "Recommendations\n1. Meet more often.\n2. Write it down.\nInspection findings\n3. The board meets.",
    "The inspection team\nLead inspector: Ann Exemplar, HMI",
]


def test_a_review_of_a_safeguarding_board_alone() -> None:
    report = read_report(PAGES)
    assert (report.framework, report.type) == (Framework.LSCB, "review")
    assert report.council_title == "Exampleshire"
    assert report.grades == {Judgement.LSCB: Grade.REQUIRES_IMPROVEMENT}
    assert (report.start, report.published) == (date(2015, 6, 15), date(2015, 8, 3))
    assert report.lead_inspector == "Ann Exemplar"
    assert [(entry.reference, entry.part) for entry in report.entries] == [("R1", "lscb"), ("R2", "lscb")]
    assert report.doubts == ()
