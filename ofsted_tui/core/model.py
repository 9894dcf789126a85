"""What the data is about: grades, judgements, frameworks, councils, inspections, findings.

Everything here is a fact from a table of `data/`; nothing is derived that Ofsted did not judge.
"""

# Without `from __future__ import annotations`: it turns the types of fields into text, and NamedTuple compiles each.

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Member(Enum):
    """A member of a fixed list, quick to look up."""

    # There is one object of each, so its identity will do: `Enum` calls Python to hash at every look-up, and grades are
    # counted by the thousand.
    __hash__ = object.__hash__


class Grade(Member):
    """A grade that Ofsted gives; the value is its name in the tables."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires improvement"
    ADEQUATE = "adequate"
    """The third grade until 2013; it does not mean requires improvement."""
    INADEQUATE = "inadequate"
    NOT_GIVEN = "not given"
    """Overall effectiveness in inspections begun from April 2026."""

    @property
    def word(self) -> str:
        """The grade in words: `Requires improvement`."""
        return self.value.capitalize()

    @property
    def short(self) -> str:
        """At most eleven letters, for a column: `Requires improvement` becomes `RI`."""
        return _SHORT[self]

    @property
    def letter(self) -> str:
        """One letter, so that the grade can be read without colour."""
        return _LETTER[self]

    @property
    def column(self) -> str:
        """The grade as the name of a column: `requires_improvement`."""
        return self.value.replace(" ", "_")

    @property
    def rank(self) -> int | None:
        """4 for outstanding down to 1 for inadequate; None if no grade was given."""
        return _RANK.get(self)


_SHORT = {
    Grade.OUTSTANDING: "Outstanding",
    Grade.GOOD: "Good",
    Grade.REQUIRES_IMPROVEMENT: "RI",
    Grade.ADEQUATE: "Adequate",
    Grade.INADEQUATE: "Inadequate",
    Grade.NOT_GIVEN: "Not given",
}
_LETTER = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "R",
    Grade.ADEQUATE: "A",
    Grade.INADEQUATE: "I",
    Grade.NOT_GIVEN: "–",
}
_RANK = {
    Grade.OUTSTANDING: 4,
    Grade.GOOD: 3,
    Grade.REQUIRES_IMPROVEMENT: 2,
    Grade.ADEQUATE: 2,
    Grade.INADEQUATE: 1,
}


class Judgement(Member):
    """What is graded; the value is the column's name in `inspections.csv`."""

    OVERALL = "overall"
    LEADERSHIP = "leadership"
    HELP_AND_PROTECTION = "help_and_protection"
    IN_CARE = "in_care"
    """Children in care, judged separately (inspections begun from January 2023)."""
    CARE_LEAVERS = "care_leavers"
    """Part of the looked-after judgement in the SIF; a separate judgement from January 2023."""
    IN_CARE_AND_CARE_LEAVERS = "in_care_and_care_leavers"
    """The joint judgement of the ILACS until the end of 2022."""
    LOOKED_AFTER = "looked_after"
    """Children looked after and achieving permanence (SIF); looked-after services (SLAC)."""
    ADOPTION = "adoption"
    """Part of the looked-after judgement in the SIF."""
    LSCB = "lscb"
    """The Local Safeguarding Children Board, which Ofsted reviewed alongside a first SIF inspection."""
    SAFEGUARDING = "safeguarding"
    """Safeguarding services (SLAC)."""

    @property
    def title(self) -> str:
        """The judgement in plain words."""
        return _TITLE[self][0]

    @property
    def short(self) -> str:
        """At most 13 characters, for a column's head."""
        return _TITLE[self][1]

    @property
    def initials(self) -> str:
        """Two letters, where not even the short title fits."""
        return _TITLE[self][2]

    @property
    def phrase(self) -> str:
        """The title inside a sentence: `help and protection`, `children in care and care leavers (joint)`."""
        if self is Judgement.IN_CARE_AND_CARE_LEAVERS:
            return "children in care and care leavers (joint)"
        return self.title[:1].lower() + self.title[1:]


_TITLE = {
    Judgement.OVERALL: ("Overall effectiveness", "Overall", "Ov"),
    Judgement.LEADERSHIP: ("Leadership", "Leadership", "Le"),
    Judgement.HELP_AND_PROTECTION: ("Help and protection", "Help & prot.", "HP"),
    Judgement.IN_CARE: ("Children in care", "In care", "IC"),
    Judgement.CARE_LEAVERS: ("Care leavers", "Care leavers", "CL"),
    Judgement.IN_CARE_AND_CARE_LEAVERS: ("In care and leaving care (joint)", "Care (joint)", "Jt"),
    Judgement.LOOKED_AFTER: ("Children looked after", "Looked after", "LA"),
    Judgement.ADOPTION: ("Adoption", "Adoption", "Ad"),
    Judgement.LSCB: ("Safeguarding board (LSCB)", "LSCB", "SB"),
    Judgement.SAFEGUARDING: ("Safeguarding", "Safeguarding", "Sa"),
}


class Framework(Member):
    """The rules under which an inspection was made."""

    SLAC = "SLAC"
    CPI = "CPI"
    TLAC = "TLAC"
    SIF = "SIF"
    LSCB = "LSCB"
    ILACS = "ILACS"

    @property
    def title(self) -> str:
        """The framework's name in full."""
        return _FRAMEWORK_TITLE[self]


WHOLE_SERVICE = frozenset({Framework.SIF, Framework.ILACS})
"""The frameworks that judge a council's children's services as a whole, so that their grades count as the council's.

The inspections of 2009 to 2013 looked at parts of the service and used another scale, and a separate review of a
safeguarding board does not judge the council. They are shown in its history but never counted.
"""

_FRAMEWORK_TITLE = {
    Framework.SLAC: "Safeguarding and looked after children inspection",
    Framework.CPI: "Child protection inspection",
    Framework.TLAC: "Targeted looked after children inspection",
    Framework.SIF: "Single inspection framework",
    Framework.LSCB: "Review of the Local Safeguarding Children Board",
    Framework.ILACS: "Inspection of local authority children's services",
}

LEAVERS_OWN_JUDGEMENT = date(2023, 1, 1)
"""ILACS inspections begun from this day judge care leavers on their own (Ofsted’s framework document, “Inspecting local
authority children’s services”)."""
NO_OVERALL = date(2026, 4, 1)
"""ILACS inspections begun from this day give no overall effectiveness."""
FOUR_JUDGEMENTS = (Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.IN_CARE, Judgement.CARE_LEAVERS)
"""The judgements that the form of 2026 gives, in the order of its reports."""
_JUDGED = {
    "SLAC": {Judgement.SAFEGUARDING, Judgement.LOOKED_AFTER},
    "CPI": {Judgement.OVERALL},
    "TLAC": {Judgement.OVERALL},
    "SIF": {Judgement.OVERALL, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION, Judgement.LOOKED_AFTER,
            Judgement.ADOPTION, Judgement.CARE_LEAVERS},
    "LSCB": {Judgement.LSCB},
    "ILACS 2018": {Judgement.OVERALL, Judgement.LEADERSHIP, Judgement.HELP_AND_PROTECTION,
                   Judgement.IN_CARE_AND_CARE_LEAVERS},
    "ILACS 2023": {Judgement.OVERALL, *FOUR_JUDGEMENTS},
    "ILACS 2026": {Judgement.OVERALL, *FOUR_JUDGEMENTS},
}  # fmt: skip
"""The judgements of each form. The review of a safeguarding board stood beside a first SIF inspection, not in it."""


ILACS_FORMS = ("ILACS 2018", "ILACS 2023", "ILACS 2026")
"""The forms that the ILACS has had, by the year from which each is used."""


class Council(NamedTuple):
    """A council that has, or had, children's services."""

    slug: str
    """The project's own key, because ONS codes can change when the council does not."""
    name: str
    """The name people use: Hull, Bristol, Durham."""
    official_name: str
    aliases: tuple[str, ...] = ()
    urn: str = ""
    """Ofsted's unique reference number for the council."""
    ons_code: str = ""
    la_code: str = ""
    """The Department for Education's three-digit number for the council."""
    region: str = ""
    """One of the nine regions of England."""
    type: str = ""
    """County, London Borough, Metropolitan District, Unitary Authority."""
    first_day: date | None = None
    """None if it existed before the first inspection that we hold."""
    last_day: date | None = None
    """None if it still exists."""
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()
    """Its ten statistical neighbours in the 2025 model, each with how similar it is, most similar first."""

    def __hash__(self) -> int:
        """By the slug alone: names are looked up once a letter for every council."""
        return hash(self.slug)

    @property
    def neighbour_slugs(self) -> tuple[str, ...]:
        """Its statistical neighbours by slug, nearest first; empty for one that is not in the model."""
        return tuple(slug for slug, _ in self.neighbours)

    def existed_on(self, day: date) -> bool:
        """Whether the council had children's services on a day."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)


ADDED_BY_USER = "own"
"""The source of inspections that the user added."""


class Inspection(NamedTuple):
    """One inspection, with every grade that its report gives."""

    key: str
    """The council's slug and the day of publication."""
    council: str
    framework: Framework
    type: str
    """first, re-inspection, standard, short, review or looked-after children."""
    published: date
    start: date | None = None
    end: date | None = None
    lead_inspector: str = ""
    grades: Mapping[Judgement, Grade] = MappingProxyType({})
    report_url: str = ""
    source: str = ""
    """`report`, the name of the Ofsted table that it comes from, or `own` if the user added it."""
    notes: str = ""

    @property
    def form(self) -> str:
        """The framework with the year of its version: `SIF`, `ILACS 2018`, `ILACS 2023`, `ILACS 2026`.

        The version depends on the date the inspection began, not on the date of publication: eight reports of April to
        June 2026 still give an overall grade.
        """
        if self.framework is not Framework.ILACS:
            return str(self.framework.value)
        begun = self.start or self.published
        return f"ILACS {2026 if begun >= NO_OVERALL else 2023 if begun >= LEAVERS_OWN_JUDGEMENT else 2018}"

    def judges(self, judgement: Judgement) -> bool:
        """Whether its version of the framework includes a judgement, so that a missing grade means it was not judged.

        For an inspection that the user added, only the grades it has count: the file may have given only some of them.
        """
        return judgement in self.grades or (not self.added_by_user and judgement in _JUDGED[self.form])

    @property
    def is_full(self) -> bool:
        """Whether it judged the council's children's services as a whole, and so gives the council a standing."""
        return self.framework in WHOLE_SERVICE

    @property
    def added_by_user(self) -> bool:
        """Whether the user added it."""
        return self.source == ADDED_BY_USER


class Kind(Member):
    """What a finding says: something praised, something to improve, a serious concern."""

    PRAISE = "praise"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"

    @property
    def title(self) -> str:
        """The heading for findings of this kind."""
        return _KIND_TITLE[self]


_KIND_TITLE = {Kind.PRAISE: "Praised", Kind.IMPROVEMENT: "Must improve", Kind.CONCERN: "Concerns"}


class Finding(NamedTuple):
    """One point of a report or letter, in the project's own words; in the user's additions, in Ofsted's."""

    inspection: str
    """The key of the inspection or visit whose report or letter says it."""
    kind: Kind
    judgement: Judgement | None
    """None if not known: Ofsted's own list of improvements does not say."""
    theme: str
    """One of `THEMES`, or `OF_OFSTEDS_WORDS`."""
    text: str
    priority: str = ""
    """`immediate` for priority actions; `3-months` or `6-months` in 2013; otherwise empty."""
    repeat: bool = False
    """Whether the report itself says that an earlier one asked for this."""
    paragraph: str = ""
    """`R4` for an entry in the list of improvements, `P26` a paragraph, `B3` a bullet; separated by spaces."""
    pages: tuple[int, ...] = ()
    """The page of the PDF for each place in `paragraph`, counted from 1; one page if they share it."""
    key: str = ""
    """Its permanent number in its report, `lambeth-2026-03-10/7`; empty if the user added it."""

    @property
    def is_verbatim(self) -> bool:
        """Whether the words are Ofsted's own, read from a report that the user added."""
        return self.theme == OF_OFSTEDS_WORDS

    @property
    def place(self) -> str:
        """Where it is, in words: `page 2, bullet 1; page 6, paragraph 17`."""
        words = {"R": "recommendation", "P": "paragraph", "B": "bullet"}
        places = [
            ", ".join([f"page {page}", *(f"{words.get(ref[:1], '')} {ref[1:]}".strip() for ref in references)])
            for page, references in self.places
        ]
        return "; ".join(places)

    @property
    def places(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Each page with the places on it: `((2, ("B1",)), (6, ("P17",)))`."""
        references = tuple(self.paragraph.split())
        if len(self.pages) == len(references) > 1:
            return tuple((page, (reference,)) for page, reference in zip(self.pages, references, strict=True))
        return tuple((page, references) for page in self.pages[:1])


OF_OFSTEDS_WORDS = ""
"""The theme of findings in Ofsted's own words, which have not been given one."""


def paper_of(finding: str) -> str:
    """The key of the inspection or visit that a finding comes from, taken from the finding's key."""
    return finding.rpartition("/")[0]


def day_of_paper(key: str) -> str:
    """The day at the end of the key of an inspection or visit, by which papers can be sorted: `2026-03-10`."""
    return key[-10:]


_SENTENCE_END = r"(?<=[.!?])\s+(?=[A-Z'‘])"


class Summary(NamedTuple):
    """A summary of a report or of a visit's letter, in one to three sentences of the project's own."""

    inspection: str
    """The key of the inspection, or of the visit."""
    text: str
    pages: tuple[int, ...] = ()
    """The pages of the PDF that it is based on."""

    @property
    def first_sentence(self) -> str:
        """Its first sentence, which can be read on its own."""
        end = re.search(_SENTENCE_END, self.text)
        return self.text[: end.start()] if end else self.text


class Repeat(NamedTuple):
    """An improvement that an earlier report or letter on the same council had asked for; found by a reader."""

    finding: str
    """The number of the later finding, `lambeth-2026-03-10/9`."""
    earlier: str
    """The number of the most recent earlier finding."""
    report_says_so: bool = False
    """Whether the later report or letter says so itself; otherwise a reader of both found it."""


THEMES = (
    "early-help", "front-door", "out-of-hours", "assessment", "planning-and-review", "visits-and-relationships",
    "child-protection", "neglect", "domestic-abuse", "exploitation-and-missing", "radicalisation",
    "disabled-children", "young-carers", "homeless-16-17", "private-fostering", "allegations",
    "pre-proceedings-and-court", "edge-of-care", "placements-and-sufficiency", "fostering", "kinship", "permanence",
    "adoption", "life-story", "health", "emotional-wellbeing", "education", "unaccompanied-children",
    "youth-justice", "accommodation", "employment-and-training", "pathway-planning", "local-offer", "participation",
    "corporate-parenting", "strategy-and-governance", "management-oversight", "supervision",
    "workforce-and-caseloads", "practice-model", "quality-assurance", "performance-data", "case-recording",
    "partnership", "commissioning", "resources", "equality-and-identity", "lscb",
)  # fmt: skip
"""What a finding is about: first in the order in which a child meets the services, then how they are run."""
_THEME_TITLE = {
    "homeless-16-17": "Homeless at 16 or 17", "kinship": "Kinship care", "lscb": "Safeguarding board",
    "pre-proceedings-and-court": "Pre-proceedings and court",
}  # fmt: skip


def theme_title(theme: str) -> str:
    """A theme as a reader meets it: `Planning and review`; in tables it stands as `planning-and-review`."""
    return _THEME_TITLE.get(theme) or theme.replace("-", " ").capitalize()
