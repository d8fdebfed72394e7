"""From loose extractions to a story: laws first, then what extractors really write."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._adoption._adopt import _beside as beside
from venezuela_news._adoption._speakers import clean_name
from venezuela_news._matching._speech import quoted_spans
from venezuela_news.grounding import Adoption, AdoptionStatus, Outcome, Status, Text, adopt, ground, locate

TEXT = """The ferry stays away, the council said on Monday.

“This had to happen,” Ann Gray told the council. “Nobody listened,” she said, “for ten years.”
Gray added that the village would not give up. Ben Low, 41, spoke of a “dark day” for the valley.
"""
LINES = tuple(line for line in TEXT.splitlines() if line)


def words_of(adoption: Adoption, number: int = 0) -> list[str]:
    """The words that a statement anchors as said."""
    return [anchor.exact or "" for anchor in adoption.story.statements[number].attributions[0].content]


def statuses(extractions: object, text: str = TEXT) -> list[str]:
    return [entry.status.value for entry in adopt(extractions, text).entries]  # type: ignore[arg-type]


# -- laws -------------------------------------------------------------------------------------------

PIECES = [
    *"aAbá .,\n",
    "“",
    "”",
    '"',
    "…",
    "not",
    "5",
    "no ",
    "Ann ",
    "Gray ",
    "he ",
    "\u00ad",
    "e\u0301",
    "'s",
    "[",
    "]",
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
names = st.one_of(
    st.sampled_from(
        ["Ann Gray", "Gray", "Ben Gray", "he", "", "the clerk", "ANN", "a", "习近平", "5", "statement-1", "text"]
    ),
    texts,
)
values = st.one_of(texts, names, st.none(), st.integers(-3, 40), st.lists(names, max_size=3), st.booleans())
keys = st.sampled_from(
    ["quote", "Quotation", "text", "speaker", "who", "source", "cue", "start", "char_interval", "prefix", "other"]
)
loose = st.one_of(st.dictionaries(keys, values, max_size=4), st.fixed_dictionaries({"quote": texts, "speaker": names}))
classes = st.sampled_from(["quote", "speaker", "cue", "person", ""])
extracted = st.fixed_dictionaries(
    {"extraction_class": classes, "extraction_text": texts, "group_index": st.integers(0, 2)},
    optional={
        "attributes": st.dictionaries(keys, values, max_size=2),
        "char_interval": st.one_of(st.none(), st.fixed_dictionaries({"start_pos": st.integers(0, 30)})),
    },
)


@given(st.lists(st.one_of(loose, values), max_size=6), texts)
def test_every_entry_has_exactly_one_status(extractions, text):
    """What goes in comes out: an entry for each thing given, in order, each with one status."""
    adoption = adopt([each for each in extractions if not isinstance(each, str)], text)
    given_entries = [each for each in extractions if not isinstance(each, str)]
    assert [entry.given for entry in adoption.entries] == given_entries
    assert [entry.index for entry in adoption.entries] == list(range(len(given_entries)))
    assert sum(adoption.counts.values()) == len(given_entries)
    assert {
        *adoption.unplaced,
        *adoption.with_status(AdoptionStatus.ADOPTED, AdoptionStatus.REPEATED, AdoptionStatus.MERGED),
    } == {*adoption.entries}


@given(st.lists(extracted, max_size=6), texts)
def test_every_extraction_of_a_document_has_exactly_one_status(extractions, text):
    """A document of langextract loses nothing either."""
    document = {"document_id": "d", "text": text, "extractions": extractions}
    adoption = adopt(json.dumps(document) + "\n", text)
    assert [entry.given for entry in adoption.entries] == extractions
    assert vn.check(adoption.story) == ()


@given(st.lists(loose, max_size=6), texts)
def test_what_is_adopted_is_a_legal_story_that_stands(extractions, text):
    """The story breaks no rule, and grounding finds everything in it where it says."""
    adoption = adopt(extractions, text)
    assert vn.check(adoption.story) == ()
    report = ground(adoption.story)
    assert {finding.status for finding in report} <= {Status.VERIFIED, Status.SUPPORTED, Status.UNDECIDED}
    for entry in adoption.entries:
        for place in entry.places:
            assert adoption.story.sources[0].paragraphs[place.paragraph][place.start : place.end]


@given(st.lists(loose, max_size=6), texts)
def test_only_what_is_grounded_is_adopted(extractions, text):
    """An entry is adopted if and only if its quotation is grounded in the text; its statement has one of those."""
    adoption = adopt(extractions, text)
    for entry in adoption.entries:
        adopted = entry.status in (AdoptionStatus.ADOPTED, AdoptionStatus.REPEATED)
        assert adopted == (entry.location is not None and entry.location.grounded)
        assert adopted == (entry.statement is not None and entry.statement in adoption.story)
        if entry.location is not None and not adopted:
            assert entry.status.value == entry.location.outcome.value
    assert len(adoption.with_status(AdoptionStatus.ADOPTED)) == len(adoption.story.statements)


@given(texts, st.data())
def test_the_words_of_a_text_are_adopted_with_their_offset(text, data):
    """What stands in the text is adopted where its offset says, though it stands several times."""
    located = [word for word in text.split() if locate(text, word).outcome in (Outcome.FOUND, Outcome.AMBIGUOUS)]
    if not located:
        return
    word = data.draw(st.sampled_from(located))
    start, _ = data.draw(st.sampled_from(locate(text, word).spans))
    (entry,) = adopt([{"quote": word, "speaker": "Ann", "start": start}], text).entries
    assert entry.status is AdoptionStatus.ADOPTED


@given(st.one_of(st.text(max_size=30), st.binary(max_size=30), values))
def test_no_extraction_raises(extractions):
    """Whatever an extractor writes has a status; nothing is raised for it."""
    adoption = adopt(extractions, TEXT)  # type: ignore[arg-type]
    assert vn.check(adoption.story) == ()
    assert json.loads(json.dumps(adoption.as_dict())) == adoption.as_dict()
    assert pickle.loads(pickle.dumps(adoption)) == adoption
    assert str(adoption).startswith(f"{len(adoption.entries)} entries: ")


# -- what becomes of a quotation ------------------------------------------------------------------------


def test_a_quotation_becomes_a_statement_with_its_speaker():
    """Content, speaker and cue are anchored where they stand; words inside marks are direct speech."""
    adoption = adopt([{"speaker": "Ann Gray", "quote": "This had to happen,", "cue": "told"}], TEXT)
    (statement,) = adoption.story.statements
    (attribution,) = statement.attributions
    assert words_of(adoption) == ["This had to happen"]
    assert attribution.mode is vn.Mode.DIRECT
    assert [anchor.exact for anchor in attribution.speaker] == ["Ann Gray"]
    assert [anchor.exact for anchor in attribution.cue] == ["told"]
    assert [quote.text for quote in statement.quotes] == ["This had to happen"]
    (person,) = adoption.story.people
    assert (person.id, person.name, person.anchors) == ("ann-gray", "Ann Gray", attribution.speaker)
    assert adoption.ok


@pytest.mark.parametrize(
    ("quote", "mode", "content", "quotes"),
    [
        ("This had to happen", "direct", ["This had to happen"], ["This had to happen"]),
        ("the village would not give up", "indirect", ["the village would not give up"], []),
        ("a “dark day” for the valley", "mixed", ["a “dark day” for the valley"], ["dark day"]),
        (
            "Nobody listened ... for ten years",
            "direct",
            ["Nobody listened", "for ten years"],
            ["Nobody listened", "for ten years"],
        ),
        ("nobody LISTENED", "direct", ["Nobody listened"], ["Nobody listened"]),
    ],
)
def test_the_marks_of_the_text_tell_direct_from_indirect_speech(quote, mode, content, quotes):
    """Direct speech stands inside quotation marks, mixed has some inside it; what is left out has no anchor."""
    adoption = adopt([{"speaker": "Ann Gray", "quote": quote}], TEXT)
    assert adoption.story.statements[0].attributions[0].mode == mode
    assert words_of(adoption) == content
    assert [each.text for each in adoption.story.statements[0].quotes] == quotes


def test_a_list_of_words_is_one_interrupted_quotation():
    """Parts in a list are located in order, with words between them that are not of the quotation."""
    adoption = adopt([{"who": "Gray", "quote": ["Nobody listened", "for ten years"]}], TEXT)
    assert words_of(adoption) == ["Nobody listened", "for ten years"]
    assert adoption.story.statements[0].gist == "Nobody listened … for ten years"


def test_a_quotation_over_two_paragraphs_has_an_anchor_in_each():
    """An anchor is a span of one paragraph."""
    adoption = adopt([{"who": "Ann", "quote": "One two three four"}], "Ann: one two\n\n  three four.")
    assert words_of(adoption) == ["one two", "three four"]


def test_what_does_not_stand_is_left_and_told_why():
    """Nothing that is not grounded becomes a statement: each such entry has its own status and reason."""
    extractions = [
        {"speaker": "Ann Gray", "quote": "This did not have to happen"},
        {"speaker": "Ann Gray", "quote": "for nine years"},
        {"speaker": "Ann Gray", "quote": "the council"},
        {"speaker": "Ann Gray", "quote": "“!”"},
        {"speaker": "Ann Gray"},
        "{",
        {"extraction_class": "place", "extraction_text": "the valley"},
    ]
    adoption = adopt(extractions, TEXT)
    assert [entry.status.value for entry in adoption.entries] == [
        *["missing", "altered", "ambiguous", "unchecked", "malformed", "malformed", "skipped"]
    ]
    assert adoption.story.statements == adoption.story.people == ()
    assert not adoption.ok
    page = adoption.render(60)
    assert "MISSING entry 0 by Ann Gray" in page
    assert '"ten" where "nine" is quoted (a number)' in page
    assert "stands in several places: 0:22-33, 1:36-47" in page
    assert "→ its class, 'place', is no quotation's" in page
    assert max(map(len, page.splitlines())) <= 60


def test_hints_decide_between_several_places():
    """An offset, or the words beside it, tell which of several places is meant."""
    text = "Ann said no. Ben said no. Eve said no."
    for hint, place in [
        ({"start": 22}, 22),
        ({"char_interval": {"start_pos": 35, "end_pos": 37}}, 35),
        ({"span": [9, 11]}, 9),
        ({"prefix": "Ben said"}, 22),
        ({"after": "Ben"}, 9),
        ({"start": "22", "offset": 36}, 35),
    ]:
        adoption = adopt([{"quote": "no", "who": "x", **hint}], text)
        assert adoption.story.statements[0].attributions[0].content[0].start == place
    assert (
        statuses([{"quote": "no", "start": None}, {"quote": "no", "start": -1}, {"quote": "no", "span": []}], text)
        == ["ambiguous"] * 3
    )


def test_an_offset_is_of_the_text_as_it_was_given():
    """Blank lines, indents and decomposed letters before a place are no part of its place in a paragraph."""
    text = "\n\n   Cafe\u0301 no.  \n\n\t Cafe\u0301 no and\n no."
    for start in (11, text.index("no and"), len(text) - 3):
        (entry,) = adopt([{"quote": "no", "who": "x", "start": start}], text).entries
        assert entry.status is AdoptionStatus.ADOPTED
    assert [
        adopt([{"quote": "no", "start": start}], text).entries[0].places[0].paragraph for start in (0, 11, 24, 99)
    ] == [*[0, 0, 1, 2]]


def test_offsets_place_nothing():
    """An offset does not make a quotation of words that do not stand there."""
    assert statuses([{"quote": "sold", "who": "x", "start": 0, "end": 4}], "said no") == ["missing"]


def test_an_entry_said_twice_is_one_statement():
    """The same words at the same place by the same speakers are repeated; by another they are another statement."""
    adoption = adopt(
        [
            {"speaker": "Ann Gray", "quote": "This had to happen"},
            {"speaker": "Gray", "quote": "“this had to happen.”"},
            {"speaker": "Ben Low", "quote": "This had to happen"},
            {"quote": "Nobody listened"},
            {"quote": "Nobody listened"},
        ],
        TEXT,
    )
    assert [(entry.status.value, entry.statement) for entry in adoption.entries] == [
        ("adopted", "statement-1"),
        ("repeated", "statement-1"),
        ("adopted", "statement-2"),
        ("adopted", "statement-3"),
        ("repeated", "statement-3"),
    ]
    assert adoption.ok


def test_a_mention_is_the_closest_outside_of_what_was_said():
    """Of several mentions the closest is taken, and none inside the quotation."""
    text = "Gray came. “Gray said go,” Gray said, and went. Gray said nothing."
    adoption = adopt([{"speaker": "Gray", "quote": "Gray said go", "cue": "said"}], text)
    (attribution,) = adoption.story.statements[0].attributions
    assert [(anchor.start, anchor.exact) for anchor in attribution.speaker] == [(27, "Gray")]
    assert [(anchor.start, anchor.exact) for anchor in attribution.cue] == [(32, "said")]


edges = st.lists(st.integers(0, 30), unique=True, max_size=12).map(sorted)
spans = edges.map(lambda ends: list(zip(ends[::2], ends[1::2], strict=False)))


@given(spans, spans)
def test_the_closest_place_is_the_one_that_comparing_all_finds(places, inside):
    """Outside of what was said, no place is closer than the closest that is given."""
    outside = [(a, b) for a, b in places if all(b <= start or a >= end for start, end in inside)]
    distances = [min(max(start - b, a - end) for start, end in inside) for a, b in outside if inside]
    found = list(beside(places, inside))
    assert all((place in outside) for _, place in found)
    assert min((distance for distance, _ in found), default=None) == min(distances, default=None)


def test_what_has_no_place_beside_the_quotation_is_said_so():
    """A speaker or a cue that does not stand in the paragraph is lost, and the quotation is not."""
    adoption = adopt([{"speaker": "Tom Baker", "quote": "This had to happen", "verb": "wept"}], TEXT)
    (entry,) = adoption.entries
    assert (entry.status, entry.unanchored) == (AdoptionStatus.ADOPTED, ("speaker", "cue"))
    assert adoption.story.people[0].name == "Tom Baker"
    assert entry.as_dict()["unanchored"] == ["speaker", "cue"]
    (entry,) = adopt([{"quote": "This had to happen", "verb": "—"}], TEXT).entries
    assert (entry.status, entry.unanchored) == (AdoptionStatus.ADOPTED, ("cue",))


# -- people -----------------------------------------------------------------------------------------------


def cast(*speakers: object) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The people made of speakers of the same words."""
    people = adopt([{"quote": "This had to happen", "speaker": each} for each in speakers], TEXT).story.people
    return [(person.id, person.name or person.description, person.aliases) for person in people]


def test_a_surname_is_its_one_bearers():
    """A shorter name belongs to the longer one that has all its words, unless there are two."""
    assert cast("Gray", "Ann Gray", "ann  GRAY", "Ann B. Gray") == [
        ("ann-b-gray", "Ann B. Gray", ("Gray", "Ann Gray", "ann GRAY"))
    ]
    assert [name for _, name, _ in cast("Gray", "Ann Gray", "Ben Gray")] == ["Gray", "Ann Gray", "Ben Gray"]
    assert len(cast("Nicolás Maduro", "Nicolas Maduro Moros")) == len(cast("Low", "Mayor Ben Low")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[
            ("Gray Ann", "Ann Gray"),
            ("Ann", "Ann Gray"),
            ("Gray", "Friends of Gray"),
            ("Gray", "Gray supporter Ben Low"),
        ],
        *[("Ann Gray", "Ann Gray’s Aunt Eve Gray"), ("Ann Gray", "Ann Blue")],
        *[
            ("Ann Low", "Ann Gray friend Ben Low"),
            ("Maduro Moros", "Nicolás Maduro"),
            ("Bob Gray", "Ann Gray Low"),
            ("Ann Gray", "Gray Low and Ann Low"),
        ],
    ],
)
def test_names_that_may_be_two_peoples_are_kept_apart(one, other):
    """First names, other people's words beside a name, and names with other ends make nobody the same."""
    assert len(cast(one, other)) == 2


def test_equal_names_in_another_order_are_two():
    """The order of words belongs to a name."""
    assert [name for _, name, _ in cast("Gray Ann", "Ann Gray")] == ["Gray Ann", "Ann Gray"]


def test_descriptions_are_no_names():
    """What has no capital or begins with an article describes somebody; pronouns are new people each."""
    assert cast("the clerk", "The clerk", "clerk") == [("the-clerk", "the clerk", ()), ("clerk", "clerk", ())]
    (person, *_) = adopt([{"quote": "This had to happen", "who": "The clerk"}], TEXT).story.people
    assert (person.name, person.description) == (None, "The clerk")
    adoption = adopt([{"quote": "for ten years", "who": "she"}, {"quote": "Nobody listened", "who": "she"}], TEXT)
    assert [person.description for person in adoption.story.people] == ["a speaker called “she”"] * 2
    assert [anchor.exact for anchor in adoption.story.people[0].anchors] == ["she"]


@pytest.mark.parametrize("nobody", [None, "", " ", [], "…", ["", "—"]])
def test_an_entry_without_a_speaker_is_credited_to_nobody(nobody):
    """Where no speaker is given, the statement has none, and no person is made up; twice the same is one."""
    adoption = adopt([{"quote": "This had to happen", "speaker": nobody}] * 2, TEXT)
    (statement,) = adoption.story.statements
    assert (statement.speakers, statement.act, statement.attributions[0].speaker) == ((), None, ())
    assert adoption.story.people == ()
    assert [entry.status for entry in adoption.entries] == [AdoptionStatus.ADOPTED, AdoptionStatus.REPEATED]
    assert adoption.entries[0].unanchored == ()


def test_names_of_any_script_have_ids():
    """Ids are made of Latin letters and digits, and never twice."""
    assert [id for id, _, _ in cast("习近平", "李强", "José Ñ", "3CPO", "text", "Extractions", "Statement 1")] == [
        *["speaker", "speaker-2", "jose-n", "speaker-3cpo", "text-2", "extractions-2", "statement-1-2"]
    ]
    assert [id for id, _, _ in cast("A" * 80, "A" * 81)] == ["a" * 60, "a" * 60 + "-2"]


def test_a_statement_may_have_several_speakers():
    """A list of speakers is several people, each once."""
    adoption = adopt([{"quote": "This had to happen", "speakers": ["Ann Gray", {"name": "Ben Low"}, "Gray"]}], TEXT)
    assert adoption.story.statements[0].speakers == ("ann-gray", "ben-low")


def test_a_surname_is_no_mention_of_whom_it_may_not_be():
    """Where two people go by a surname, only the full name is taken for a mention."""
    text = "“Go,” Gray said. Ann Gray agreed."
    one = adopt([{"quote": "Go", "who": "Ann Gray"}, {"quote": "agreed", "who": "Gray"}], text)
    assert [anchor.exact for anchor in one.story.statements[0].attributions[0].speaker] == ["Ann Gray"]
    two = adopt([{"quote": "Go", "who": "Tom Gray"}], text)
    assert [anchor.exact for anchor in two.story.statements[0].attributions[0].speaker] == ["Gray"]
    three = adopt([{"quote": "Go", "who": "Tom Gray"}, {"quote": "agreed", "who": "Ann Gray"}], text)
    assert three.story.statements[0].attributions[0].speaker == ()


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        *[
            ("  “Ann\n Gray”, ", "Ann Gray"),
            ("Ann Gray Jr.", "Ann Gray Jr."),
            ("U.S.", "U.S."),
            ("Ann Gray.", "Ann Gray"),
        ],
        *[("Jose\u0301", "José"), ("\x00Ann\ud800", "Ann"), ("-", ""), ("(Ann)", "Ann")],
    ],
)
def test_names_are_clean_name(words, clean):
    """Marks around a name, control characters and runs of white space go; the point of its last word stays."""
    assert clean_name(words) == clean


# -- what extractors write --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "extractions",
    [
        [{"speaker": "Ann Gray", "quote": "This had to happen"}],
        ({"SOURCE": "Ann Gray", "Content": "This had to happen"} for _ in range(1)),
        {"Said By": "Ann Gray", "text": "This had to happen"},
        {"quotes": [{"name": "Ann Gray", "words": "This had to happen"}]},
        {"data": [{"who": {"name": "Ann Gray"}, "quote": {"text": "This had to happen", "start": 50}}]},
        '[{"speaker": "Ann Gray", "quote": "This had to happen"}]',
        '{"speaker": "Ann Gray", "quote": "This had to happen"}\n\n',
        b'\xef\xbb\xbf{"speaker": "Ann Gray", "quote": "This had to happen"}',
        ['{"speaker": "Ann Gray", "quote": "This had to happen"}\n', "\n"],
        '```json\n[{"speaker": "Ann Gray", "quote": "This had to happen"}]\n```\n',
        {"extractions": [{"quote": "This had to happen", "quote_attributes": {"speaker": "Ann Gray"}}]},
        [{"extraction_class": "quote", "extraction_text": "This had to happen", "attributes": {"speaker": "Ann Gray"}}],
        [{"extraction_class": "x", "extraction_text": "This had to happen", "attributes": {"Speaker": ["Ann Gray"]}}],
    ],
)
def test_loose_shapes_are_read(extractions):
    """Objects, lists, JSON, JSON lines, fenced JSON and langextract's shapes all say the same."""
    adoption = adopt(extractions, Text(TEXT))
    assert words_of(adoption) == ["This had to happen"]
    assert [person.name for person in adoption.story.people] == ["Ann Gray"]
    assert adoption.ok


def langextract(*extractions: dict[str, object], text: str = TEXT) -> str:
    """A line as langextract saves it."""
    rest = {"alignment_status": "match_exact", "description": None, "attributes": {}, "char_interval": None}
    return (
        json.dumps({"extractions": [rest | each for each in extractions], "text": text, "document_id": "doc_1"}) + "\n"
    )


def test_a_group_of_langextract_tells_of_one_quotation():
    """Speaker and cue of the same group are the quotation's, and are merged with it."""
    line = langextract(
        {"extraction_class": "speaker", "extraction_text": "Ann Gray", "group_index": 0},
        {"extraction_class": "quote", "extraction_text": "This had to happen", "group_index": 0},
        {"extraction_class": "cue", "extraction_text": "told", "group_index": 0},
        {"extraction_class": "speaker", "extraction_text": "Ben Low", "group_index": 0},
        {
            "extraction_class": "quote",
            "extraction_text": "dark day",
            "group_index": 0,
            "attributes": {"speaker": "Ben Low"},
        },
        {"extraction_class": "speaker", "extraction_text": "Nobody", "group_index": 1},
        {"extraction_class": "quote", "extraction_text": "bright day", "group_index": 2},
        {"extraction_class": "speaker", "extraction_text": "Ben Low", "group_index": 2},
        {"extraction_class": "speaker", "extraction_text": "", "group_index": 2},
    )
    adoption = adopt(line, TEXT)
    assert [(entry.status.value, entry.statement) for entry in adoption.entries] == [
        ("merged", "statement-1"),
        ("adopted", "statement-1"),
        ("merged", "statement-1"),
        ("merged", "statement-2"),
        ("adopted", "statement-2"),
        ("skipped", None),
        ("missing", None),
        ("skipped", None),
        ("malformed", None),
    ]
    assert [statement.speakers for statement in adoption.story.statements] == [("ann-gray",), ("ben-low",)]
    assert adoption.story.statements[0].attributions[0].cue[0].exact == "told"
    assert adoption.entries[7].reason == "it tells of entry 6, which is missing"


def test_offsets_into_another_text_are_not_read():
    """The intervals of langextract count in the document's text: if that is another, they say nothing."""
    extraction = {"extraction_class": "quote", "extraction_text": "no", "char_interval": {"start_pos": 0, "end_pos": 2}}
    assert statuses(langextract(extraction, text="no and no"), "no and no") == ["adopted"]
    assert statuses(langextract(extraction, text="no, no"), "no and no") == ["ambiguous"]


def test_a_document_without_extractions_has_no_entries():
    """A document in which nothing was found is no quotation of its own text."""
    assert statuses({"text": TEXT, "document_id": "d", "extractions": None}) == []
    assert statuses({"text": TEXT, "document_id": "d", "extractions": []}) == []
    assert statuses("") == statuses([]) == statuses(["\n"]) == []


def test_lines_that_are_no_json_are_told():
    """A broken line is one malformed entry, and the lines around it are read."""
    good = json.dumps({"who": "Ann", "quote": "for ten years"})
    adoption = adopt(f"{good}\n{{'who'\n{good}", TEXT)
    assert [entry.status.value for entry in adoption.entries] == ["adopted", "malformed", "repeated"]
    assert adoption.entries[1].reason.startswith("line 2 is no JSON")
    assert adoption.entries[1].given == "{'who'"
    assert statuses("[" * 100_000) == ["malformed"]
    assert statuses(None) == statuses(5) == statuses([[]]) == ["malformed"]


def test_a_blank_text_checks_nothing():
    """Without a text there is no source, and every quotation is unchecked."""
    adoption = adopt([{"who": "Ann", "quote": "Go"}], " \n ")
    assert [entry.status for entry in adoption.entries] == [AdoptionStatus.UNCHECKED]
    assert adoption.story.sources == ()
    assert "nothing to look for, or no text" in str(adoption)


def test_the_story_is_called_as_one_likes():
    """Ids, title and day are the caller's; what is not legal is refused with its problems."""
    adoption = adopt([], TEXT, source="paper", language="es", id="ferry", title="F", summary="S", as_of="2020-03-02")
    assert adoption.story.sources == (vn.Source(id="paper", language="es", paragraphs=LINES),)
    assert str(adoption.story.as_of) == "2020-03-02"
    assert repr(adoption) == "<Adoption of 0 entries: nothing given>"
    with pytest.raises(vn.InvalidStory, match="bad-id"):
        adopt([], TEXT, source="The Paper")
    with pytest.raises(vn.InvalidStory, match="control-character"):
        adopt([], "a\x00b")
    assert adopt([{"quote": "ferry", "who": "x"}], TEXT, source="statement-1").story.statements[0].id == "statement-2"


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("“a” b “c”", ["a", "c"]),
        ('"a" b "c', ["a", "c"]),
        ("„a“ «b» »c« 「d」", ["a", "b", "c", "d"]),
        ('a 6" board', []),
        ('"6" board', ["6"]),
        ("“” a", []),
        ("it's 'a' b", []),
        ("“a", ["a"]),
        ("“", []),
    ],
)
def test_what_stands_inside_marks(line, inside):
    """Double marks count, in pairs or to the end of the paragraph; apostrophes and inches do not."""
    assert [line[start:end] for start, end in quoted_spans(line)] == inside
