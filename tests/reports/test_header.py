"""Who led an inspection, as first pages write it."""

import pytest

from ofsted_tui.importing.pdf.header import lead_inspector
from ofsted_tui.importing.pdf.normalise import tidy

ANN = "Ann Exemplar"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lead inspector: Ann Exemplar, His Majesty\u2019s Inspector", ANN),
        ("Lead inspector:\nAnn Exemplar\nHer Majesty\u2019s Inspector", ANN),
        ("Lead inspector: Ann ExemplarHMI", ANN),
        ("Lead inspector: Ann Exemplar \u2013 His Majesty\u2019s Inspector", ANN),
        ("Lead inspector: Ann Exemplar, His Majesty \u2019 s Inspector", ANN),
        ("Lead inspector: Ann Exemplar, HisMajesty\u2019sInspector", ANN),
        ("Lead inspector: Ann Exemplar, His Majesty\u2019s Lead Inspector", ANN),
        ("Lead inspector: Ann Exemplar, Regulatory Inspection Manager", ANN),
        ("Lead inspector: Ann Exemplar\nTeam inspectors: Ben Sample", ANN),
        ("Inspection dates 10 to 21 July 2023 Lead inspector Ann Exemplar HMI", ANN),
        ("Lead inspectors: Ann Exemplar, HMI\nBen Sample, HMI", "Ann Exemplar; Ben Sample"),
        ("Joint lead inspectors: Ann Exemplar and Ben Sample, HMIs", "Ann Exemplar; Ben Sample"),
        (
            "Lead inspectors: Ann Exemplar, HMI\nBen Sample, HMI\nServices for children are good",
            "Ann Exemplar; Ben Sample",
        ),
        ("Lead inspector: Ann van der Exemplar-O\u2019Sample, HMI", "Ann van der Exemplar-O'Sample"),
    ],
)
def test_names(text: str, names: str) -> None:
    assert lead_inspector(tidy(f"{text}\nJudgement Grade")) == names


@pytest.mark.parametrize(
    "text",
    [
        "Lead inspector: AnnExemplar, HMI",
        "Lead inspector: Ann Exem plar, HMI",
        "Lead inspectors: Ann Exemplar and BenSample, HMIs",
        "Deputy lead inspector: Ann Exemplar",
        "The lead inspector: Ann Exemplar",
    ],
)
def test_a_name_that_is_not_clear_is_not_guessed(text: str) -> None:
    assert lead_inspector(tidy(text)) == ""


def test_a_name_that_the_first_page_garbles_is_not_sought_elsewhere() -> None:
    assert lead_inspector("Lead inspector: AnnExemplar", ["Lead inspector: Ben Sample"]) == ""
    assert lead_inspector("Contents", ["Lead inspector: Ben Sample"]) == "Ben Sample"
