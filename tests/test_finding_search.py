"""Search in what was said: words match at the beginnings of words, figures whole, phrases as they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted_tui.analysis import finding_index, word_beginnings
from ofsted_tui.analysis.abbreviations import IN_CAPITALS, WRITTEN_OUT
from ofsted_tui.analysis.finding_hits import FoundBy, VisitHit
from ofsted_tui.analysis.finding_index import said_in_both
from ofsted_tui.analysis.finding_search import (
    ORDERS,
    FindingQuery,
    find_findings,
    search_findings,
)
from ofsted_tui.analysis.likely_rows import with_likely_rows
from ofsted_tui.analysis.search_phrase import highlight, searchable, searchable_all, terms
from ofsted_tui.analysis.spelling import well_spelt
from ofsted_tui.analysis.words_as_filters import read_words
from ofsted_tui.cli.main import main
from ofsted_tui.core.findings import Findings
from ofsted_tui.core.model import Framework, Grade, Judgement, Kind
from ofsted_tui.core.repository import Repository
from ofsted_tui.core.visits import Visit, Visits, VisitType
from ofsted_tui.output.finding_captions import describe_query
from ofsted_tui.output.finding_rows import hit_list
from ofsted_tui.storage.shipped_data import load

from .conftest import ALDER, INSPECTIONS, council, finding, inspection

TEXT = (
    "Children's meetings trace who is therapeutic; numbers of those not in education fell from 18% to 3.8% of 3,050. "
    "The front door is busy, 25 per cent of 16-17-year-olds stay in bed and breakfast, and every door is in front."
)


@pytest.mark.parametrize(
    "phrase",
    ["meet", "children's", "childrens", "18%", "18", "3.8%", "3050", "3,050", "25%", "25 per cent", "25", "16", "16-17",
     "B&B", "b&b", "NEET", "bed-and-breakfast", '"front door"', "“front door”", '"front do', "door front", "eduC"],
)  # fmt: skip
def test_is_found_by(phrase):
    assert all(term.stands_in(searchable(TEXT)) for term in terms(phrase))


@pytest.mark.parametrize(
    "phrase",
    ["eet", "race", "rape", "8%", "8", "1", "305", "050", "5%", "50", "B&Q", '"door front"', '"front doo"', "edu-x"],
)  # fmt: skip
def test_is_not_found_by(phrase):
    assert not all(term.stands_in(searchable(TEXT)) for term in terms(phrase))


def test_short_words_in_the_shipped_findings_find_what_they_mean(repository):
    for phrase, most in {"race": 10, "rape": 5, "eet": 0, "8%": 5, "B&B": 60, "NEET": 30}.items():
        found = [hit.finding.text for hit in search_findings(repository, FindingQuery(phrase))]
        assert len(found) <= most, phrase
    assert any("bed and breakfast" in hit.finding.text for hit in search_findings(repository, FindingQuery("B&B")))


def texts_saying(repository, phrase):
    return {hit.finding.text for hit in find_findings(repository, FindingQuery(phrase)) if not hit.by_theme}


def test_three_words_of_one_meaning_are_found_as_one(repository):
    assert texts_saying(repository, "b and b") == texts_saying(repository, "B&B") != set()
    assert texts_saying(repository, "homeless b and b") < texts_saying(repository, "b and b")


@pytest.mark.parametrize("short", [*WRITTEN_OUT, *IN_CAPITALS])
def test_what_the_field_types_in_short_finds_what_it_stands_for(repository, short):
    written = {**WRITTEN_OUT, **IN_CAPITALS}[short]
    meant = set().union(*(texts_saying(repository, f'"{words}') for words in written))
    assert meant
    assert texts_saying(repository, short) >= meant
    assert " " in short or texts_saying(repository, f"{short}s") >= meant


@pytest.mark.parametrize(
    ("word", "abbreviation"), [("send", "SEND"), ("lac", "LAC"), ("pa", "PA"), ("cla", "CLA"), ("scr", "SCR")]
)
def test_a_word_that_is_an_abbreviation_in_capitals_is_found_as_a_word(word, abbreviation):
    assert [term.runs for term in terms(word)] == [(f" {word}",)]
    assert f" {word}" not in terms(abbreviation)[0].runs
    assert terms(f"{abbreviation},") == terms(abbreviation)


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("LAC/CLA", "LAC CLA"), ("SEND/LACs", "SEND LACs"), ("cin/cp plans", "cin cp plans"), ("CP-plans", "CP plans"),
        ("DA/DV", "DA DV"), ("/LAC/", "LAC"), ("looked-after/CIC", "looked after CIC"), ("I.R.O.", "IRO"),
        ("I.R.Os", "IROs"), ("c.p.", "cp"), ("C.P.-plans,", "CP plans"), ("L.A.C.", "LAC"),
    ],
)  # fmt: skip
def test_abbreviations_joined_by_a_sign_or_with_points_are_found_as_without(repository, typed, apart):
    assert terms(typed) == terms(apart)
    assert texts_saying(repository, typed) == texts_saying(repository, apart) != set()


@pytest.mark.parametrize(
    ("typed", "run"),
    [("early-help", "early help"), ("send/lac", "send lac"), ("and/or", "and or"), ("e.g.", "e g"), ('"CP-plans"', "cp plans "),
     ('"I.R.O."', "i r o "), ("s.20", "s 20 ")],
)  # fmt: skip
def test_other_words_with_signs_and_points_stay_together(typed, run):
    (term,) = terms(typed)
    assert term.runs[0] == f" {run}"


def test_the_verb_send_is_no_special_need(repository):
    verbs = {text for text in texts_saying(repository, "send") if " send " in searchable(text)}
    assert verbs
    assert not verbs & texts_saying(repository, "SEND")


def test_words_in_quotes_are_not_written_otherwise():
    assert [term.runs for term in terms('"looked after" "IRO"')] == [(" looked after ",), (" iro ",)]
    assert [term.runs for term in terms("looked after")] == [(" looked after", " in care")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("supervison", "supervision"), ("reviews supervison", "reviews supervision"), ("neglct", "neglect"),
     ("supervison leeds", "supervision leeds"), ("supervision", ""), ("zzz", ""), ("xyzzyx", ""), ("", ""),
     ('"supervison"', ""), ("xyzzyx supervison", "")],
)  # fmt: skip
def test_a_misspelt_word_is_taken_for_the_one_most_like_it(repository, typed, meant):
    assert well_spelt(repository, FindingQuery(typed)) == meant


def test_the_command_suggests_the_word_that_may_be_meant(capsys):
    assert main(["findings", "supervison"]) == 1
    assert "Did you mean “supervision”?" in capsys.readouterr().err


@pytest.mark.parametrize("phrase", ["", "  ", "?", '""', "“", "[/"])
def test_a_phrase_without_words_is_none(phrase):
    assert terms(phrase) == ()


@pytest.mark.parametrize(
    ("text", "phrase", "marks"),
    [
        ("Children's plans", "childrens", ["Children's"]),
        ("Children's plans", "chi", ["Chi"]),
        ("Plans for care leavers", "leav plan", ["Plan", "leav"]),
        ("Café & bar", "cafe and", ["Café", "&"]),
        ("stoke-on-trent", "on trent", ["on", "trent"]),
        ("the front door, not the door", '"front door"', ["front", "door"]),
        ("from 8% to 3.8%", "8%", ["8%"]),
        ("25 per cent of 250", "25%", ["25 per cent"]),
        ("in bed and breakfast", "B&B", ["bed", "and", "breakfast"]),
        ("a child protection plan", "C.P.-plans", ["child", "protection"]),
        ("traces of race", "race", ["race"]),
        ("nothing here", "", []),
    ],
)
def test_the_words_are_marked_where_they_stand(text, phrase, marks):
    parts = highlight(text, phrase)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, hit in parts if hit] == marks


@given(st.text(max_size=60), st.text(max_size=10))
def test_marking_never_changes_a_text(text, phrase):
    assert "".join(part for part, _ in highlight(text, phrase)) == text


@given(st.text(st.characters(codec="ascii"), max_size=40), st.integers(0, 9), st.integers(1, 9))
def test_a_text_is_found_by_each_beginning_of_its_words(text, first, length):
    words = searchable(text).split()
    if words and not words[first % len(words)][0].isdigit():
        assert all(term.stands_in(searchable(text)) for term in terms(words[first % len(words)][:length]))


WORDS = st.text(st.sampled_from("ab AZ09,.%&-–'’´é²ß½\n\t₂ı"), min_size=1, max_size=12)


@given(st.lists(WORDS.map(lambda text: f"x{text}"), max_size=8))
def test_texts_folded_together_are_folded_as_each_alone(texts):
    assert searchable_all(texts) == [searchable(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    ["fell to 8' per cent", "8 p'er cent", "8'.5 weeks", "1',234 children", "8`%", "25 per' cent", "", "—", "&'"],
)
def test_an_apostrophe_in_a_figure_or_a_text_without_words_is_folded_alike(text):
    assert searchable_all([text, "two"]) == [searchable(text), searchable("two")]


@given(st.lists(st.text(max_size=8), max_size=4))
def test_any_texts_folded_together_are_folded_as_each_alone(texts):
    assert searchable_all(texts) == [searchable(text) for text in texts]


def test_the_shipped_texts_folded_together_are_folded_as_each_alone(repository):
    texts = [said.text for said in (*repository.findings, *repository.all_visits.findings)]
    assert searchable_all(texts) == [searchable(text) for text in texts]


LIKELY = [
    *(FindingQuery(phrase) for phrase in (
        "drift", "DRIFT delay", "missing from ho", '"front door"', "children's", "children’s", "b&b", "uasc", "neet cse",
        "8%", "3,050", "16", "and", "an", "a", "&", "é", "café", "health", "neglect supervision", "early-help", "zzz",
        "young ca", "", "“out of hours”", "IRO", "SEND", "PAs", "looked after", "domestic violence", "s47",
    )),
    FindingQuery(councils=frozenset({"leeds"})),
    FindingQuery("plan", councils=frozenset({"leeds", "bury"}), kinds=frozenset({Kind.PRAISE})),
    FindingQuery("plan", regions=frozenset({"London"}), years=frozenset({2022, 2023})),
    FindingQuery(topics=frozenset({"front-door"})),
    FindingQuery("plan", topics=frozenset({"front-door"})),
    FindingQuery("drift", found_by=frozenset({FoundBy.VISIT})),
    FindingQuery(frameworks=frozenset({Framework.SIF}), themes=frozenset({"neglect"})),
    FindingQuery(grades=frozenset({Grade.INADEQUATE, None}), judgements=frozenset({Judgement.LEADERSHIP})),
    FindingQuery(since=date(2024, 1, 1), until=date(2024, 6, 30)),
]  # fmt: skip


@pytest.mark.parametrize("query", LIKELY, ids=lambda query: query.phrase)
@pytest.mark.parametrize("order", ["newest", "theme"])
def test_the_likely_rows_are_all_that_a_query_needs(repository, query, order):
    likely = with_likely_rows(repository, query)
    found, every = find_findings(likely, query), find_findings(repository, query)
    assert tuple(found.sorted_by(order)) == tuple(every.sorted_by(order))


@pytest.mark.parametrize(
    "typed",
    [
        "care leavers",
        "uasc neglect",
        "rose from 8%",
        '"front door" pl',
        "child protection",
        "an and",
        "b&b",
        "looked after ch",
        "IROs",
        "SENDing",
    ],
)
@pytest.mark.parametrize(
    "filters", [FindingQuery(), FindingQuery(kinds=frozenset({Kind.PRAISE}), until=date(2024, 1, 1))]
)
def test_words_typed_letter_by_letter_find_what_they_find_at_once(repository, typed, filters):
    letter_by_letter = [typed[:end] for end in range(1, len(typed) + 1)]
    for phrase in (*letter_by_letter, "drift", *reversed(letter_by_letter)):
        query = filters._replace(phrase=phrase)
        at_once = tuple(find_findings(with_likely_rows(repository, query), query))
        found = find_findings(repository, query)
        assert tuple(found) == at_once
        assert found.number_by_theme == sum(hit.by_theme for hit in at_once)
        assert len(found.papers) == len({hit.finding.inspection for hit in at_once})


def test_the_newest_findings_are_looked_at_without_reading_them_all():
    """Findings opens on them: to read all takes longer than to paint the screen."""
    looked_at, gone_through = load(), load()
    found, every = (find_findings(repository, FindingQuery()) for repository in (looked_at, gone_through))
    places = (0, 1, 60, 61, len(every) // 2, -2, -1)
    assert [found[place] for place in places] == [tuple(every)[place] for place in places]
    assert found[5:20] == list(tuple(every)[5:20])
    assert (len(found), found.papers) == (len(every), every.papers)
    assert "by_paper" in vars(gone_through.findings)
    assert "by_paper" not in vars(looked_at.findings)
    with pytest.raises(IndexError):
        found[len(every)]


@pytest.mark.parametrize(
    "query", [FindingQuery(), FindingQuery("neglect"), FindingQuery(found_by=frozenset({FoundBy.VISIT}))]
)
def test_what_is_found_is_counted_by_where_it_stands(repository, query):
    found = find_findings(repository, query)
    assert found.number_in_letters == sum(isinstance(hit, VisitHit) for hit in found)
    keys = [paper.of.key for paper in found.papers]
    assert len(keys) == len(set(keys))
    assert set(keys) == {hit.finding.inspection for hit in found}


@pytest.mark.parametrize("order", list(ORDERS))
@pytest.mark.parametrize("limit", [None, 0, 1, 30, 150])
@pytest.mark.parametrize("phrase", ["", "neglect", "kinship"])
def test_a_field_of_what_is_found_is_that_of_each(repository, phrase, order, limit):
    found = find_findings(repository, FindingQuery(phrase)).sorted_by(order).first(limit)
    hits = tuple(find_findings(repository, FindingQuery(phrase)).sorted_by(order))[:limit]
    assert tuple(found) == hits
    assert list(found.field("text")) == [hit.finding.text for hit in hits]
    papers = [found.papers_of_index[number].of.key for number in found.paper_numbers]
    assert papers == [hit.finding.inspection for hit in hits]


def test_ofsteds_own_words_are_marked_also_in_an_inspection_that_we_supply(repository):
    """The user's report may be on an inspection whose row we supply without any finding."""
    key = next(i.key for i in repository.inspections.values() if not repository.findings_of(i))
    own = finding(key, Kind.IMPROVEMENT, "Count the widgetry.", theme="")
    laid_over = repository.with_findings(repository.findings.overlaid({key: (own,)}), repository.all_visits)
    table = hit_list(find_findings(laid_over, query := FindingQuery("widgetry")), query, laid_over)
    assert "words" in table.display_columns
    assert table.column("words") == ["ofsted"]
    other = hit_list(find_findings(laid_over, query := FindingQuery("neglect")), query, laid_over)
    assert "words" not in other.display_columns


def test_an_inspection_and_a_visit_of_one_day_are_told_apart():
    key = INSPECTIONS[0].key
    seen = Visit(key, "alder", VisitType.FOCUSED, INSPECTIONS[0].published, published=INSPECTIONS[0].published)
    said, written = (
        finding(key, Kind.PRAISE, "Said in the report."),
        finding(key, Kind.PRAISE, "Written in the letter."),
    )
    held = Repository(
        [ALDER], INSPECTIONS[:1], Findings.from_findings([said]),
        visits=Visits(lambda: [seen], lambda: Findings.from_findings([written])),
    )  # fmt: skip
    table = hit_list(find_findings(held, FindingQuery()), FindingQuery(), held)
    assert list(zip(table.column("text"), table.column("inspection"), table.column("visit"), strict=True)) == [
        ("Said in the report.", key, None), ("Written in the letter.", None, key),
    ]  # fmt: skip


TEXTS = (
    "Care leavers have a local offer.", "Care plans drift, and B&B is used.", "The front door is busy: 8% wait.",
    "The door in front rose to 18 per cent, 3,050 in all.", "Children’s café; UASC arrive.", "Bed and breakfast ended.",
    "Neglect, and health for care leavers.", "Children's anxieties", "8.5 weeks of front-door delay.",
)  # fmt: skip
TYPED = st.sampled_from(
    ["care l", " leav", " an", " c", " the", " d", "leav", '"', "“", "front door", "8", "8%", "%", " per cent", "3,0",
     "an", "and", "IRO", "PA", "LAC", "looked after", "domestic violence", "&", "B&B", "neet", "uas", "é", "’s", "'", "neglect", "sup", "child", "e", "c", "d", " "]
)  # fmt: skip
CHOSEN = st.sampled_from(
    [FindingQuery(), FindingQuery(), FindingQuery(kinds=frozenset({Kind.PRAISE})), FindingQuery(until=date(2016, 1, 1)),
     FindingQuery(themes=frozenset({"neglect"})), FindingQuery(found_by=frozenset({FoundBy.INSPECTION}))]
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from([0, 0, 1, 3, 40]), st.one_of(st.just(""), TYPED), CHOSEN), max_size=12
)
"""Where in the phrase letters are taken out, how many, what is put in their place, and the filters then chosen."""


def said_in_the_country() -> Repository:
    themes = ("supervision", "neglect", "health", "")
    kinds = (Kind.PRAISE, Kind.IMPROVEMENT)
    said = [
        finding(INSPECTIONS[n % 2].key, kinds[n % 2], text, theme=themes[n % len(themes)])
        for n, text in enumerate(TEXTS)
    ]
    return Repository([ALDER], INSPECTIONS[:2], Findings.from_findings(said))


@given(EDITS)
def test_a_phrase_edited_anywhere_finds_what_it_finds_at_once(edits):
    """Typed, pasted, deleted, replaced in the middle, with a filter changed in between."""
    edited, phrase = said_in_the_country(), ""
    for place, out, put_in, filters in edits:
        phrase = phrase[:place] + put_in + phrase[place + out :]
        query = filters._replace(phrase=phrase)
        assert tuple(find_findings(edited, query)) == tuple(find_findings(said_in_the_country(), query)), phrase


@given(EDITS)
def test_letters_that_are_looked_up_find_what_is_searched_for(edits):
    """Among many findings the first letters of words are gathered before they are typed."""
    many, phrase = said_in_the_country(), ""
    said_in_both(many).gather_beginnings()
    for place, out, put_in, filters in edits:
        phrase = phrase[:place] + put_in + phrase[place + out :]
        query = filters._replace(phrase=phrase)
        looked_up, searched = find_findings(many, query), find_findings(said_in_the_country(), query)
        assert tuple(looked_up) == tuple(searched), phrase
        assert looked_up.number_of_papers == len(searched.papers), phrase


@pytest.mark.parametrize(
    "typed",
    [
        "child",
        "e",
        "1",
        "16",
        "8%",
        "a",
        '"a"',
        '"a b',
        "cse",
        "uasc",
        "neet",
        "b&b",
        "zzz",
        "“care leavers”",
        "health p",
        "and",
        "lscb",
        "x",
    ],
)
def test_letters_are_looked_up_among_all_that_is_said(repository, monkeypatch, typed):
    """A part of the texts at a time, and as the phrase grows."""
    many = load()
    monkeypatch.setattr(finding_index, "MANY", 100)
    monkeypatch.setattr(word_beginnings, "A_PART", 50)
    finding_index.read_ahead(many)
    assert said_in_both(many).looks_up(" chi")
    assert not said_in_both(many).looks_up(" chil")
    for end in range(1, len(typed) + 1):
        query = FindingQuery(typed[:end])
        looked_up, searched = find_findings(many, query), find_findings(repository, query)
        assert tuple(looked_up) == tuple(searched), typed[:end]
        assert looked_up.number_by_theme == searched.number_by_theme
        assert looked_up.papers == searched.papers
        assert looked_up.number_of_papers == searched.number_of_papers == len(searched.papers)


@pytest.mark.parametrize(
    ("letters", "found", "by_theme", "papers"),
    [("l", 2, 0, 1), ("lo", 1, 0, 1), ("loc", 1, 0, 1), ("h", 3, 1, 1), ("neg", 3, 2, 2), ("s", 3, 3, 1)],
)
def test_a_letter_that_is_looked_up_goes_through_nothing(letters, found, by_theme, papers):
    """Nor does a second or third: there may be a million findings, and to go through them takes longer than to paint."""
    many = said_in_the_country()
    index = said_in_both(many)
    index.gather_beginnings()
    vars(index).update(dict.fromkeys(("texts", "themes", "by_theme", "paper_numbers")))
    answer = find_findings(many, FindingQuery(letters))
    assert (len(answer), answer.number_by_theme, answer.number_of_papers) == (found, by_theme, papers)


@pytest.mark.parametrize("phrase", ["h", "neglect", "health leav"])
def test_a_theme_finds_only_what_fits_the_filters_and_has_the_other_words(phrase):
    held = said_in_the_country()
    praised = find_findings(held, FindingQuery(phrase, kinds=frozenset({Kind.PRAISE})))
    assert [hit for hit in find_findings(held, FindingQuery(phrase)) if hit.finding.kind is Kind.PRAISE] == [*praised]
    words = [f"{hit.finding.text} {hit.finding.theme}".lower() for hit in find_findings(held, FindingQuery(phrase))]
    assert words
    assert all(word in said for said in words for word in phrase.split())


def test_few_findings_are_not_gathered_by_their_first_letters(repository):
    """They are searched through in a moment, and what is gathered would be held in memory."""
    finding_index.read_ahead(repository)
    assert not said_in_both(repository).looks_up(" c")


def test_few_rows_are_likely(repository):
    assert 0 < len(with_likely_rows(repository, FindingQuery("drift")).findings) < len(repository.findings) / 20


READING = council("reading", "Reading", "South East", aliases=("Reading Borough",))
NEW_ALDER = council("new-alder", "New Alder", "London")


@pytest.fixture
def towns():
    said = (
        finding("alder-2019-05-01", Kind.PRAISE, "Care leavers have good homes, and new ones are built."),
        finding("alder-2019-05-01", Kind.PRAISE, "Children enjoy reading with their carers."),
        finding("reading-2024-05-01", Kind.IMPROVEMENT, "Find homes for care leavers."),
        finding("new-alder-2024-05-01", Kind.CONCERN, "Care leavers wait for homes."),
    )
    seen = (*INSPECTIONS, inspection("reading", "2024-05-01", None), inspection("new-alder", "2024-05-01", None))
    known = {one.council: council(one.council, one.council.title()) for one in INSPECTIONS}
    return Repository(
        {**known, "alder": ALDER, "reading": READING, "new-alder": NEW_ALDER}.values(),
        seen,
        Findings.from_findings(said),
    )


@pytest.mark.parametrize(
    ("phrase", "words", "councils"),
    [
        ("alder care leavers", "care leavers", {"alder"}),
        ("care leavers Alder's", "care leavers", {"alder"}),
        ("homes in new alder", "homes", {"new-alder"}),  # “in” belongs to the name
        ('homes "in" new alder', "", set()),  # in quotes it is a word, which stands in none of New Alder's
        ("in alder", "", {"alder"}),
        ("care leavers of the alder and reading", "care leavers", {"alder", "reading"}),
        ("homes new alder", "homes", {"new-alder"}),  # the longest name
        ("alder", "", {"alder"}),
        ("alder housing", "alder housing", set()),  # nothing of Alder answers
        ('"alder" homes', '"alder" homes', set()),
        ("reading", "reading", set()),  # a word of a finding
        ("reading carers", "reading carers", set()),
        ("reading care leavers", "care leavers", {"reading"}),  # no finding has all three words
        ("reading borough", "", {"reading"}),
        ("ald care", "ald care", set()),  # a name is whole
        ("alder reading homes", "homes", {"alder", "reading"}),
    ],
)
def test_a_name_among_the_words_is_a_council_where_that_finds_something(towns, phrase, words, councils):
    read = read_words(towns, FindingQuery(phrase))
    if not councils:
        words = phrase
    assert (read.query.phrase, read.query.councils) == (words, councils)


def test_a_name_in_the_words_narrows_the_councils_that_are_chosen(towns):
    near = FindingQuery("alder homes", councils=frozenset({"alder", "reading"}), neighbours_of="new-alder")
    assert read_words(towns, near).query == FindingQuery("homes", councils=frozenset({"alder"}))
    other = FindingQuery("alder homes", councils=frozenset({"reading"}))
    assert read_words(towns, other).query == other


def test_a_name_can_be_put_back_into_the_words(towns):
    phrase = "homes alder care"
    [name] = read_words(towns, FindingQuery(phrase)).named
    assert read_words(towns, FindingQuery(phrase)).as_words(phrase, name) == 'homes "alder" care'


def test_portsmouth_and_bath_are_councils_and_reading_alone_is_a_word(repository):
    asked = {"portsmouth care leavers": "portsmouth", "bath care leavers": "bath-and-north-east-somerset"}
    for phrase, slug in asked.items():
        read = read_words(repository, FindingQuery(phrase))
        assert read.query.councils == {slug}
        assert {hit.council.slug for hit in find_findings(repository, read.query)} == {slug}
    assert read_words(repository, FindingQuery("reading")).named == ()


@pytest.mark.parametrize(
    ("phrase", "words", "kind"),
    [
        ("praised leadership", "leadership", Kind.PRAISE),
        ("Must improve front door", "front door", Kind.IMPROVEMENT),
        ("concerns supervision", "supervision", Kind.CONCERN),
        ("portsmouth praised care leavers", "care leavers", Kind.PRAISE),
        ('"praised" leadership', '"praised" leadership', None),
        ("praised zzz", "praised zzz", None),  # nothing is found either way
        ("improve", "improve", None),  # a word that findings have
    ],
)
def test_words_for_a_kind_of_finding_are_a_filter_where_nothing_has_them_as_words(repository, phrase, words, kind):
    read = read_words(repository, FindingQuery(phrase))
    assert (read.query.phrase, read.query.kinds) == (words, frozenset({kind} - {None}))
    found = find_findings(repository, read.query)
    assert all(hit.finding.kind is kind for hit in found if kind)
    for name in read.named:
        assert f'"{name.name}"' in read.as_words(phrase, name)


def test_a_kind_that_is_chosen_already_is_not_read_from_the_words(repository):
    asked = FindingQuery("praised leadership", kinds=frozenset({Kind.CONCERN}))
    assert read_words(repository, asked).query == asked


def test_the_command_says_that_a_word_is_taken_for_a_kind_of_finding(capsys):
    assert main(["findings", "praised", "leadership", "--format", "csv"]) == 0
    said = capsys.readouterr()
    assert (
        "“praised” was read as the kind of finding “Praised”; to search for the word, put it in quotes: '\"praised\"'."
        in said.err
    )
    assert ",improvement," not in said.out


def test_the_command_says_that_a_name_is_taken_for_a_council(capsys):
    assert main(["findings", "portsmouth", "care", "leavers", "--format", "csv"]) == 0
    said = capsys.readouterr()
    assert (
        "“portsmouth” was read as the council Portsmouth; to search for the word, put it in quotes: '\"portsmouth\"'."
        in said.err
    )
    assert all(",portsmouth," in line for line in said.out.splitlines()[1:])


def test_a_question_in_words_has_one_pair_of_quotes():
    assert describe_query(FindingQuery('"front door"'), {}) == "with “front door”"
    assert describe_query(FindingQuery('"front door" mash'), {}) == 'with “"front door" mash”'
    assert describe_query(FindingQuery("homes", found_by=frozenset({FoundBy.VISIT})), {}) == "with “homes”, from visits"
