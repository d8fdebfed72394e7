"""What hostile input costs, counted in work and never by the clock."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._adoption._speakers import Ids
from venezuela_news._grounding import _anchor_search
from venezuela_news._grounding._paragraphs import ParagraphMap
from venezuela_news._grounding._speakers import name_parts
from venezuela_news._matching import _folding as folding
from venezuela_news._matching._characters import decomposed, in_order
from venezuela_news.grounding import Outcome, Status, adopt, ground, locate
from work import grows_linearly

# -- growth -------------------------------------------------------------------------------------------


def story_of(source: vn.Source, *anchors: vn.Anchor, name: str = "Ann") -> vn.Story:
    person = vn.Person(id="ann", name=name, anchors=anchors)
    return vn.Story(
        id="one",
        title="One",
        summary="One.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        sources=(source,),
        people=(person,),
    )


def long_name(size: int):
    source = vn.Source(id="paper", language="en", paragraphs=("Ann spoke.",))
    story = story_of(source, name=" ".join(f"Word{number}" for number in range(size)))
    return lambda: ground(story)


def bracketed_words(size: int):
    return lambda: locate("some of the words " * size, "some " + "[word] " * size + "words")


def fence(size: int):
    return lambda: adopt("```" + "\n" * size, "text")


def marks_around(size: int):
    return lambda: locate("we go", "-'" * size + "we go" + "'-" * size)


def one_long_word(size: int):
    return lambda: locate("é" * 6 * size, "É" * 9)


def tags(size: int):
    return lambda: locate("<b>a</b> " * size, "a a z")


def thai(size: int):
    return lambda: locate("ไม่ไป" * size, "ไปไหน")


def marks_of_another_kind(size: int):
    return lambda: locate("a, " * size, "a; " * 9 + "a")


def interruptions(size: int):
    return lambda: locate("“a,” b, “c,” " * size, "a, c, z")


def line_ends(size: int):
    return lambda: locate("a-\n" * size, "a")


def open_quotations(size: int):
    return lambda: locate("“a b\n" * size, "a b. c")


def brackets_around(size: int):
    return lambda: locate("we go", "(" * size + "we go" + ")" * size)


def dots(size: int):
    return lambda: locate("we . " * size, "we … go … we")


def moved_anchors(size: int):
    line = " ".join(f"word{number} and" for number in range(size))
    source = vn.Source(id="paper", language="en", paragraphs=(line,))
    story = story_of(source, *(source.anchor(f"word{number}") for number in range(size)))
    return lambda: ground(story, {"paper": f"So {line}"})


def moved_repeats(size: int):
    line = "no and " * size + "so"
    source = vn.Source(id="paper", language="en", paragraphs=(line,))
    anchors = [vn.Anchor(source="paper", paragraph=0, start=7 * n, end=7 * n + 2, exact="no") for n in range(size)]
    story = story_of(source, *anchors)
    return lambda: ground(story, {"paper": f"So {line}"})


def changed_paragraphs(size: int):
    lines = tuple(f"line {number}" for number in range(size))
    source = vn.Source(id="paper", language="en", paragraphs=lines)
    story = story_of(source, *(source.anchor(f"line {number}") for number in range(size)))
    changed = "\n".join(f"{line} more" if number % 2 else line for number, line in enumerate(lines))
    return lambda: ground(story, {"paper": f"First.\n{changed}"})


def swapped_paragraphs(size: int):
    old, new = ["a", "b"] * size, ["b", "a"] * size
    return lambda: [ParagraphMap(old, new).likeliest(number) for number in (0, size, 2 * size - 1)]


def pronouns(size: int):
    text = " ".join(f"“Go to place{number},” he said." for number in range(size))
    entries = [{"quote": f"Go to place{number}", "speaker": "he", "cue": "said"} for number in range(size)]
    return lambda: adopt(entries, text)


def names_of_one_slug(size: int):
    entries = [{"quote": "Go", "speaker": chr(0x4E00 + number)} for number in range(size)]
    return lambda: adopt(entries, "Go")


def surnames(size: int):
    entries = [{"quote": "Go", "speaker": f"Ann{number} Gray"} for number in range(size)]
    return lambda: adopt(entries, "Go")


@pytest.mark.parametrize(
    ("make", "size"),
    [
        *[(long_name, 30), (bracketed_words, 20), (fence, 200), (marks_around, 200), (moved_anchors, 20)],
        *[(changed_paragraphs, 20), (swapped_paragraphs, 50), (pronouns, 20)],
        *[(names_of_one_slug, 30), (surnames, 30)],
        *[
            (one_long_word, 50),
            (tags, 50),
            (thai, 50),
            (marks_of_another_kind, 50),
            (interruptions, 50),
            (line_ends, 50),
        ],
        *[(open_quotations, 50), (brackets_around, 200), (dots, 50)],
    ],
)
def test_work_grows_as_the_input_does(make, size):
    """Four times the input takes about four times the work."""
    assert grows_linearly(make, size)


def test_words_that_stand_very_often_take_no_more_work_each(monkeypatch):
    """Of an anchor's many places only the closest are compared."""
    monkeypatch.setattr(_anchor_search, "_MOST_PLACES", 5)
    assert grows_linearly(moved_repeats, 10)


# -- bounds -------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("\u0300\u0316\u0345\u0334\u0344\u0f73a🦜"), max_size=80).map("".join))
def test_long_runs_of_marks_are_put_in_order_and_stay_equivalent(text):
    """Ordered before it is normalized, a text normalizes to the same; and no run of marks is left out of order."""
    run = "e" + "\u0316\u0300" * 20 + text
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert unicodedata.normalize(form, in_order(run)) == unicodedata.normalize(form, run)
    assert decomposed(run) == unicodedata.normalize("NFD", run)
    classes = [unicodedata.combining(char) for char in in_order("\u0300\u0316\u0344" * 20)]
    assert classes == sorted(classes)


def test_a_hundred_thousand_marks_out_of_order_have_an_outcome():
    """Marks that Python orders in quadratic time are ordered here before, in texts and quotations."""
    marks = "e" + "\u0300\u0316" * 50_000
    assert locate(f"{marks} we go", "we came").outcome is Outcome.MISSING
    assert locate("e we go", marks).folds == ("accents",)
    adoption = adopt([{"quote": "we go", "speaker": marks, "start": 100_002}], f"{marks} we go")
    assert len(adoption.story.statements) == 1


def test_what_is_remembered_of_characters_is_bounded():
    """Long units, and more characters than an alphabet has, are not kept."""
    before = folding._fold_known_unit.cache_info().currsize
    for number in range(20):
        locate("e" + "\u0301" * (100 + number), "a b")
    assert folding._fold_known_unit.cache_info().currsize <= before + 1
    normalizer = folding.Normalizer(folding.ALL_FOLDS)
    letters = "".join(filter(str.isalpha, map(chr, range(sys.maxunicode + 1))))
    for start in range(0, len(letters), 1_000):
        normalizer.key(letters[start : start + 1_000])
        normalizer.with_map(letters[start : start + 1_000])
    for known in (normalizer._table, normalizer._alone, normalizer._simple):
        assert len(known) <= folding._MOST_KNOWN


def test_a_long_name_has_parts_of_at_most_twelve_words():
    """The parts of a name are as many as its words, a dozen times."""
    parts = list(name_parts(" ".join(f"Word{number}" for number in range(50))))
    assert max(len(part.split()) for part in parts) == 12
    assert len(parts) == 12 * 50 - sum(range(12))


def test_of_very_many_places_the_closest_are_looked_at():
    """Words that stand in more than 200 places have at most so many that are told, the closest ones."""
    source = vn.Source(id="paper", language="en", paragraphs=("so no it is",))
    lines = ["x no y"] * 300
    (finding,) = ground(story_of(source, source.anchor("no")), {"paper": "\n".join(lines)})
    assert (finding.status, len(finding.places)) == (Status.AMBIGUOUS, 200)
    assert finding.places[0].paragraph == 0
    source = vn.Source(id="paper", language="en", paragraphs=("so no it is", "End."))
    hidden = story_of(source, source.anchor("no")).detach("paper")
    (finding,) = ground(hidden, {"paper": "\n".join(["End.", *["so no it is"] * 300])})
    assert (finding.status, len(finding.places)) == (Status.AMBIGUOUS, 200)


# -- nesting ----------------------------------------------------------------------------------------


def nested(value: object, depth: int, key: str | None = None) -> object:
    for _ in range(depth):
        value = [value] if key is None else {key: value}
    return value


def test_nesting_does_not_raise():
    """Lists and attributes nested 500 deep, and values that hold themselves, are read as far as 16 levels."""
    loop: list[object] = ["Go"]
    loop.append(loop)
    ring: dict[str, object] = {"quote": "Go"}
    ring["attributes"] = ring
    given = [
        {"quote": nested("Go", 10)},
        {"quote": nested("Go", 500)},
        nested({"quote": "Go"}, 10, "attributes"),
        nested({"quote": "Go"}, 500, "attributes"),
        {"quote": loop, "start": loop},
        ring,
        {"quote": "Go", "start": nested(3, 500)},
        {"quote": "Go", "start": nested(3, 500, "start")},
    ]
    adoption = adopt(given, "Go")
    assert [entry.status.value for entry in adoption.entries] == [
        *["adopted", "malformed", "repeated", "malformed", "repeated", "repeated", "repeated", "repeated"]
    ]
    assert adoption.entries[1].reason.startswith("it has no quotation")
    assert "malformed" in adoption.render()


def test_a_value_that_is_held_many_times_is_read_once():
    """Shared lists and attributes take no time of the product of their sharing."""
    text: object = ["Go"]
    shared: dict[str, object] = {"quote": "Go"}
    for _ in range(16):
        text = [text] * 10
        shared = {"attributes": shared, "a_attributes": shared, "b_attributes": shared}
    assert [entry.quote for entry in adopt([{"quote": text}, shared], "Go").entries] == ["", ""]
    assert adopt([{"quote": [["Go"]] * 3}], "Go").ok


@pytest.mark.parametrize(
    "speaker", ["9" * 80, "9-" * 40, "x" * 59 + " y", "-".join(["ab"] * 40), "Ann " + "Gray-" * 20, "é" * 90, "—"]
)
def test_any_name_has_a_legal_id(speaker):
    """Long names, and a thousand of one slug, have ids of at most 64 characters, each its own."""
    entries = [{"quote": "Go", "speaker": f"{speaker}{chr(0x4E00 + number)}"} for number in range(11)]
    people = adopt(entries, "Go").story.people
    assert len({person.id for person in people}) == 11
    assert max(len(person.id) for person in people) <= 64


def test_a_thousand_names_of_one_slug_have_legal_ids():
    """The number behind an id makes it no longer than it may be, nor does it leave a hyphen before its own."""
    ids = Ids(["text"])
    made = {ids.new("ab-" * 19 + "a- b") for _ in range(1_200)}
    assert len(made) == 1_200
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id) and len(id) <= 64 for id in made)


# -- which paragraphs are unchanged -------------------------------------------------------------------

sequences = st.lists(st.sampled_from("abcde"), max_size=9)


@given(sequences, sequences)
def test_unchanged_paragraphs_are_equal_and_in_order(old, new):
    """Each is paired with an equal one, none twice, and their order is the same on both sides."""
    paragraphs = ParagraphMap(old, new)
    pairs = [(number, paragraphs.unchanged(number)) for number in range(len(old))]
    kept = [(number, there) for number, there in pairs if there is not None]
    assert all(old[number] == new[there] for number, there in kept)
    assert [there for _, there in kept] == sorted({there for _, there in kept})
    for number in range(len(old)):
        assert paragraphs.likeliest(number) in range(len(new) + 1)


@given(st.lists(st.integers(), unique=True, max_size=9), st.data())
def test_of_paragraphs_that_differ_all_that_are_left_are_unchanged(old, data):
    """Paragraphs taken out and put in leave all others paired."""
    left = [item for item in old if data.draw(st.booleans())]
    new: list[object] = []
    for item in left:
        new += [object()] * data.draw(st.integers(0, 2)) + [item]
    paragraphs = ParagraphMap(old, new)
    assert [item for number, item in enumerate(old) if paragraphs.unchanged(number) is not None] == left


def test_repeated_paragraphs_between_others_are_paired_by_their_turn():
    """Equal paragraphs are told apart by how many stand before them in the same part of the text."""
    paragraphs = ParagraphMap([*"xaXbaxy"], [*"xaYbaZxy"])
    assert [paragraphs.unchanged(number) for number in range(7)] == [0, 1, None, 3, 4, 6, 7]
