"""Papers of other kinds are named, in one sentence, instead of being half read."""

import pytest

from ofsted_tui.importing.pdf import UnreadableReport, read_report


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        (
            "Focused visit to Exampleshire local authority children's services",
            "a focused visit, which gives no grades",
        ),
        ("Monitoring visit of Exampleshire children's services", "a monitoring visit, which gives no grades"),
        ("Joint targeted area inspection of Exampleshire", "a joint targeted area inspection"),
        ("Area SEND inspection of Exampleshire Local Area Partnership", "special educational needs"),
        ("Inspection of safeguarding and looked after children services", "a report from 2009 to 2013"),
        ("Inspection report for children's home", "a children's home"),
        ("Inspection of Example Fostering Agency", "a fostering or adoption agency"),
        ("Inspection of Example Primary School", "a school, college or nursery"),
        ("Recipes for honey cake", "not a report of an inspection of a council's children's services"),
        ("", "not a report of an inspection of a council's children's services"),
    ],
)
def test_what_it_is_instead(opening: str, sentence: str) -> None:
    with pytest.raises(UnreadableReport, match=sentence):
        read_report([opening, "The local authority was judged good. Overall effectiveness: inadequate."])


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [
        (["Children and Schools Scrutiny Committee: agenda", "Item 4"], "it is a set of committee papers, not a report of"),
        (["Agenda of the cabinet", "Item 4", "Focused visit to Exampleshire local authority children's services"],
         "page 3 seems to be a letter about a focused visit"),
        (["Minutes of last week", "", "", "Monitoring visit of Exampleshire children's services"],
         "page 4 seems to be a letter about a monitoring visit"),
    ],
)  # fmt: skip
def test_what_papers_of_a_committee_hold(pages: list[str], sentence: str) -> None:
    with pytest.raises(UnreadableReport, match=sentence):
        read_report(pages)
