"""What a visit looked at, as topics: from a letter's own statement, or from Ofsted's theme."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted_tui.importing.visit_topics import topics_of_focus, topics_of_letter, topics_of_theme


@pytest.mark.parametrize(
    ("looked_at", "topics"),
    [
        ("the front door", "front-door"),
        ("contacts and referrals in the hub, and thresholds for children in need and child protection", "front-door"),
        ("child in need and child protection. Specifically, they considered contacts, referrals and assessments",
         "front-door"),
        ("the front door. They also looked at assessments and plans for children in need and those on a plan",
         "front-door children-in-need-and-child-protection"),
        ("children in need or subject to a protection plan", "children-in-need-and-child-protection"),
        ("children in need, children subject to a plan and children in care",
         "children-in-need-and-child-protection children-in-care"),
        ("children in need, those subject to a child protection plan, and the response to children who go missing",
         "children-in-need-and-child-protection vulnerable-adolescents"),
        ("planning and achieving permanence for children in care", "permanence"),
        ("children in care, with a focus on: ◼ Care and permanence planning", "children-in-care permanence"),
        ("care planning for children in care, and the timeliness of permanence", "children-in-care permanence"),
        ("care leavers, including the preparation of relevant children in care", "care-leavers"),
        ("older children in care and care leavers under 21", "children-in-care care-leavers"),
        ("placement decision-making for older children, over 14 but not care leavers", "children-in-care"),
        ("the protection of vulnerable children from extra-familial risk", "vulnerable-adolescents"),
        ("key decision-making across help and protection, children in care and care leavers services", "whole-service"),
        ("the following areas of concern: ◼ The quality of plans for care leavers", "care-leavers"),
        ("the weather", ""),
    ],
)  # fmt: skip
def test_topics_that_a_statement_names(looked_at, topics):
    assert (
        " ".join(topics_of_focus(f"Inspectors looked at the local authority's arrangements for {looked_at}.")) == topics
    )


@pytest.mark.parametrize(("start", "topics"), [(date(2020, 10, 6), ("whole-service",)), (date(2024, 1, 9), ())])
def test_a_letter_that_does_not_say_looked_at_the_whole_service_in_the_pandemic_alone(start, topics):
    assert topics_of_letter("", start) == topics


@pytest.mark.parametrize(
    ("theme", "topics"),
    [
        ("Achieving permanence", ("permanence",)),
        ("children in need/subject to a plan", ("children-in-need-and-child-protection",)),
        ("care-leavers front-door", ("front-door", "care-leavers")),
        ("Weather", ()),
        ("", ()),
    ],
)
def test_topics_of_ofsteds_themes_and_of_our_own(theme, topics):
    assert topics_of_theme(theme) == topics
