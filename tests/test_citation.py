"""Citations to paste into a paper."""

from ofsted_tui.citation import cite, cite_finding
from ofsted_tui.model import Judgement


def test_a_grade_with_where_it_stands(country):
    alder = country.councils["alder"]
    assert cite(alder, country.inspections["alder-2019-05-01"], Judgement.OVERALL) == (
        "Alder. Overall effectiveness: Good. Ofsted, ILACS 2018, standard, on site 4–15 Mar 2019, "
        "published 1 May 2019. https://files.ofsted.gov.uk/v1/file/1"
    )
    assert "Adoption: not judged." in cite(alder, country.inspections["alder-2019-05-01"], Judgement.ADOPTION)


def test_a_finding_says_that_the_words_are_not_ofsted_s(country):
    inspection = country.inspections["alder-2019-05-01"]
    words = cite_finding(country.councils["alder"], inspection, country.findings_of(inspection)[1])
    assert "(Summary of Ofsted’s report of 1 May 2019, page 6, bullet 1, paragraph 17; not Ofsted’s words.)" in words
