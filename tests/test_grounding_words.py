"""What a word is: one definition, for everybody who counts, compares or looks up words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._differences import negations_in, numbers_in
from venezuela_news._matching._folding import ALL_FOLDS, Fold, normalize_with_map
from venezuela_news._matching._index import Index
from venezuela_news._matching._words import pieces_of, word_spans, words_of

PIECES = [
    *"aAb5 .,'’-—\n",
    "á",
    "e\u0301",
    "\u00ad",
    "don't",
    "non-",
    "3,000",
    "不",
    "支",
    "か",
    "ﬁ",
    "--",
    "…",
    "🇻🇪",
    "½",
]
texts = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't non-violent 3,000", 'don"t non-violent 3,000'),
        ("The U.S. and Nicolás  MADURO.", "the u.s and nicolas maduro"),
        ("oil-rich, five-million", "oil rich five-million"),
        ("-5 or .5 or 3 000 000", "-5 or .5 or 3 000 000"),
        ("我不支持", "我 不支 持"),
        ("“…” -- !", ""),
        ("a_b F-35", "a_b f-35"),
    ],
)
def test_words_are_stretches_between_edges(text, words):
    """Apostrophes, separators, signs and negating prefixes hold a word together; a hyphen else parts it."""
    assert " ".join(words_of(text)) == words


@given(texts)
def test_a_word_begins_and_ends_on_an_edge_and_holds_a_letter_or_digit(text):
    """Words follow each other, apart, each from edge to edge; every letter and digit is in one."""
    normalized = normalize_with_map(text)
    spans = list(word_spans(normalized))
    assert spans == sorted(spans)
    covered: set[int] = set()
    for start, end in spans:
        assert any(map(str.isalnum, normalized.key[start:end]))
        low, _ = normalized.cover(start, end)
        assert is_boundary(text, low)
        assert covered.isdisjoint(range(start, end))
        covered.update(range(start, end))
    assert all(index in covered for index, char in enumerate(normalized.key) if char.isalnum())


@given(texts)
def test_words_do_not_depend_on_composition_or_case(text):
    """Composed or decomposed, in small letters or as it is, a text has the same words."""
    assert words_of(unicodedata.normalize("NFC", text)) == words_of(unicodedata.normalize("NFD", text))
    assert words_of(text.lower()) == words_of(text)


@given(texts, st.data())
def test_words_before_an_index_are_those_that_start_there(text, data):
    """Counting words before a place of the text is counting the words that start before it."""
    index = Index(text)
    normalized = index.normalized(ALL_FOLDS)
    edges = [edge for edge in range(len(text) + 1) if is_boundary(text, edge)]
    edge = data.draw(st.sampled_from(edges))
    starts = [normalized.cover(start, end)[0] for start, end in word_spans(normalized)]
    assert index.words_before(edge, ALL_FOLDS) == sum(start < edge for start in starts)


def test_a_place_inside_a_unit_is_where_the_unit_starts():
    """The way from the text to its key leads to the start of what became one."""
    normalized = normalize_with_map("a  b -- c", frozenset([Fold.WHITE_SPACE, Fold.DASHES]))
    assert normalized.key == "a b - c"
    assert [normalized.key_index(index) for index in range(10)] == [0, 1, 1, 2, 3, 4, 4, 5, 6, 7]


def test_pieces_are_what_words_are_joined_of():
    """The marks that hold a word together part its pieces."""
    assert pieces_of('don"t') == ["don", "t"]
    assert pieces_of("non-violent") == ["non", "violent"]
    assert pieces_of("3,000") == ["3", "000"]


def test_negations_and_numbers_are_looked_for_in_words():
    """A word that denies does so as a whole, by a piece, by an ending, or by its first sign."""
    assert negations_in("They don't, no-one did, n’est, non-violent, 不支") == (
        *('don"t', "no-one", 'n"est', "non-violent", "不"),
    )
    assert negations_in("noble nothingness, 特别") == ()
    assert numbers_in("3,000 of five-million, 5million ½ two's") == (
        *("3,000", "5", "½", "five", "million", "million", "two"),
    )
