"""Citations to paste into a paper."""

import pytest

from ofsted_tui.core.model import Judgement
from ofsted_tui.output.citation import cite, cite_finding


def test_a_grade_with_where_it_stands(country):
    alder = country.councils["alder"]
    assert cite(alder, country.inspections["alder-2019-05-01"], Judgement.OVERALL) == (
        "Alder. Overall effectiveness: Good. Ofsted, ILACS 2018, standard, on site 4–15 Mar 2019, "
        "published 1 May 2019. https://files.ofsted.gov.uk/v1/file/1"
    )


@pytest.mark.parametrize(
    ("key", "judgement", "words"),
    [
        (
            "blackpool-2009-12-04",
            Judgement.OVERALL,
            "Blackpool. Children looked after: Good. Safeguarding: Adequate. Of",
        ),
        (
            "city-of-london-2016-09-20",
            Judgement.ADOPTION,
            "Adoption: not judged. Overall effectiveness: Good. Leadership",
        ),
        ("blackpool-2026-07-28", Judgement.OVERALL, "Overall effectiveness: Not given. Leadership: Outstanding. Help"),
        ("blackpool-2026-07-28", Judgement.IN_CARE, "Blackpool. Children in care: Outstanding. Ofsted, ILACS 2026"),
    ],
)
def test_where_the_judgement_has_no_grade_those_that_were_given_are_cited(repository, key, judgement, words):
    inspection = repository.inspections[key]
    assert words in cite(repository.councils[inspection.council], inspection, judgement)


def test_a_finding_says_that_the_words_are_not_ofsted_s(country):
    inspection = country.inspections["alder-2019-05-01"]
    words = cite_finding(country.councils["alder"], inspection, country.findings_of(inspection)[1])
    assert (
        "(Summary of Ofsted’s report of 1 May 2019, leadership, page 2, bullet 1; page 6, paragraph 17; not Ofsted’s words.)"
        in words
    )


def test_a_finding_in_ofsted_s_own_words_says_so(country):
    inspection = country.inspections["alder-2019-05-01"]
    quoted = country.findings_of(inspection)[1]._replace(theme="")
    words = cite_finding(country.councils["alder"], inspection, quoted)
    assert "(Ofsted’s report of 1 May 2019, leadership, page 2, bullet 1; page 6, paragraph 17, in its words.)" in words
